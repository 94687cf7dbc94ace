using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>
/// A list that Intercom gives page by page. <c>await foreach</c> over it gives every item; nothing is sent before. While a page is
/// consumed the next one is fetched already, never more than one. Only a scroll is not fetched ahead: Intercom keeps the place in it, so
/// that a page is asked for when the one before it is done.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class IntercomPageable<T> : IAsyncEnumerable<T>
{
    // A filter can leave pages empty, but a list that has nothing else would never end.
    private const int MostEmptyPages = 100;

    private readonly IPageSource<T> _source;
    private readonly CancellationToken _cancellationToken;
    private readonly int? _pageSize;
    private readonly int? _limit;
    private readonly bool _prefetch;

    internal IntercomPageable(IPageSource<T> source, CancellationToken cancellationToken, int? pageSize = null, int? limit = null, bool prefetch = true)
    {
        _source = source;
        _cancellationToken = cancellationToken;
        _pageSize = pageSize;
        _limit = limit;
        _prefetch = prefetch;
    }

    /// <summary>A list of given pages, for your own tests.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "The item type has to be named anyway, and a second type to hold one method would be harder to find.")]
    public static IntercomPageable<T> FromPages(params IntercomPage<T>[] pages) =>
        new(new FixedPages<T>(pages is { Length: > 0 } ? pages : [new IntercomPage<T>([])]), default);

    /// <summary>The same list with pages of another size. Most operations allow up to 150 items a page.</summary>
    public IntercomPageable<T> WithPageSize(int pageSize) =>
        new(_source, _cancellationToken, Validate(pageSize), _limit, _prefetch);

    /// <summary>The same list without fetching the next page ahead.</summary>
    public IntercomPageable<T> WithoutPrefetch() => new(_source, _cancellationToken, _pageSize, _limit, prefetch: false);

    /// <summary>At most this many items; no page is fetched that is not needed for them.</summary>
    public IntercomPageable<T> Take(int count) =>
        count >= 0
            ? new IntercomPageable<T>(_source, _cancellationToken, _pageSize, Math.Min(count, _limit ?? int.MaxValue), _prefetch)
            : throw new ArgumentOutOfRangeException(nameof(count), count, "The number of items cannot be negative.");

    /// <summary>Fetches the first page alone.</summary>
    /// <exception cref="IntercomException">The call failed.</exception>
    public async Task<IntercomPage<T>> FirstPageAsync(CancellationToken cancellationToken = default)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken, cancellationToken);
        return await ReadAsync(null, _pageSize, default(WalkProgress), linked.Token, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The list page by page. Pages come whole, also the last one that <see cref="Take"/> needs.</summary>
    /// <param name="continuation">Where to start: the <see cref="IntercomPage{T}.Continuation"/> of an earlier page. Null for the start of the list.</param>
    /// <param name="pageSize">How many items a page holds; null for Intercom's own number.</param>
    /// <exception cref="ArgumentException">The continuation is not one that a page gave.</exception>
    public IAsyncEnumerable<IntercomPage<T>> AsPages(string? continuation = null, int? pageSize = null)
    {
        PageCursor? start = continuation is null ? null : PageCursor.Parse(continuation);
        return WalkPages(start, pageSize is { } size ? Validate(size) : _pageSize);
    }

    /// <summary>Walks over every item.</summary>
    /// <exception cref="IntercomException">
    /// A call failed, or the list cannot be read to its end. The Continuation of the exception is where to go on. A list whose pages name
    /// no next page although they report more items throws an <see cref="IntercomResponseException"/>. One that has 100 empty pages in a
    /// row throws an <see cref="IntercomPagingException"/>.
    /// </exception>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var given = 0;
        await foreach (var page in WalkPages(null, _pageSize, cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Items)
            {
                yield return item;
                if (++given == _limit)
                    yield break;
            }
        }
    }

    private async IAsyncEnumerable<IntercomPage<T>> WalkPages(PageCursor? start, int? pageSize, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (_limit == 0)
            yield break;
        using var walk = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken, cancellationToken);
        var seen = new HashSet<PageCursor>();
        if (start is { } first)
            seen.Add(first);
        var read = 0L;
        var emptyPages = 0;
        WalkProgress? progress = start is null ? default(WalkProgress) : null;
        var pending = ReadAsync(start, pageSize, progress, walk.Token, cancellationToken);
        try
        {
            while (true)
            {
                var page = await pending.ConfigureAwait(false);
                read += page.Items.Count;
                emptyPages = page.Items.Count == 0 ? emptyPages + 1 : 0;
                progress = progress?.After(page.Items.Count, page.TotalPages, page.TotalCount);
                var next = page.Next;
                var isLast = next is null || read >= _limit;
                // A scroll has one parameter from its first page to its last. Intercom keeps its place: a page that was fetched ahead is lost to
                // who goes on from the Continuation of the page before it.
                var isScroll = next?.Kind == PageCursor.ScrollParam;
                var isRepeated = !isLast && !isScroll && !seen.Add(next!.Value);
                var isEndless = !isLast && emptyPages == MostEmptyPages;
                var canPrefetch = _prefetch && !isLast && !isRepeated && !isEndless && !isScroll;
                var ahead = canPrefetch ? ReadAsync(next, pageSize, progress, walk.Token, cancellationToken) : null;
                if (ahead is not null)
                    pending = ahead;

                yield return page;

                if (isLast)
                    yield break;
                if (isRepeated)
                    throw _source.Repeated(next!.Value);
                if (isEndless)
                    throw _source.Empty(next!.Value, MostEmptyPages);
                if (ahead is null)
                    pending = ReadAsync(next, pageSize, progress, walk.Token, cancellationToken);
            }
        }
        finally
        {
            await EndAsync(pending, walk).ConfigureAwait(false);
        }
    }

    private static int Validate(int pageSize) =>
        pageSize > 0 ? pageSize : throw new ArgumentOutOfRangeException(nameof(pageSize), pageSize, "A page holds at least one item.");

    // Rethrow with the caller's token, not the linked token.
    private async Task<IntercomPage<T>> ReadAsync(
        PageCursor? cursor, int? pageSize, WalkProgress? before, CancellationToken linked, CancellationToken ofWalk)
    {
        try
        {
            return await _source.ReadAsync(cursor, pageSize, before, linked).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (ofWalk.IsCancellationRequested || _cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, ofWalk.IsCancellationRequested ? ofWalk : _cancellationToken);
        }
    }

    // A walk that is left early takes the page that is under way with it, so that nothing runs on.
    private static async Task EndAsync(Task<IntercomPage<T>> pending, CancellationTokenSource walk)
    {
        if (pending.IsCompleted)
        {
            _ = pending.Exception;
            return;
        }

#if NET
        await walk.CancelAsync().ConfigureAwait(false);
#else
        walk.Cancel();
#endif
        try
        {
            await pending.ConfigureAwait(false);
        }
        catch
        {
            // It was fetched ahead and nobody waits for it any more.
        }
    }
}
