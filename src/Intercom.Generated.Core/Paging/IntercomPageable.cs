using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Intercom.Generated.Runtime;

namespace Intercom.Generated;

/// <summary>
/// A list that Intercom returns in pages. <c>await foreach</c> enumerates every item. No request is sent before that. While a page is
/// enumerated, the next page is prefetched, but never more than one. The pages of a scroll are not prefetched, because Intercom keeps the
/// position of the scroll.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class IntercomPageable<T> : IAsyncEnumerable<T>
{
    // A filter can leave pages empty, but a list of only empty pages might never end.
    private const int MostEmptyPages = 100;

    private readonly IPageSource<T> _source;
    private readonly CancellationToken _cancellationToken;
    private readonly int? _pageSize;
    private readonly int? _limit;
    private readonly bool _prefetch;

    internal IntercomPageable(
        IPageSource<T> source, CancellationToken cancellationToken, int? pageSize = null, int? limit = null, bool prefetch = true)
    {
        _source = source;
        _cancellationToken = cancellationToken;
        _pageSize = pageSize;
        _limit = limit;
        _prefetch = prefetch;
    }

    /// <summary>Creates a list from pages for use in tests.</summary>
    [SuppressMessage(
        "Design", "CA1000", Justification = "The caller names the item type anyway, and a separate type would be hard to find.")]
    public static IntercomPageable<T> FromPages(params IntercomPage<T>[] pages) =>
        new(new FixedPages<T>(pages is { Length: > 0 } ? pages : [new IntercomPage<T>([])]), default);

    /// <summary>Returns the same list with another page size. Most operations allow up to 150 items per page.</summary>
    public IntercomPageable<T> WithPageSize(int pageSize) =>
        new(_source, _cancellationToken, Validate(pageSize), _limit, _prefetch);

    /// <summary>Returns the same list without prefetching.</summary>
    public IntercomPageable<T> WithoutPrefetch() => new(_source, _cancellationToken, _pageSize, _limit, prefetch: false);

    /// <summary>Returns the same list limited to a number of items. Only the pages needed for them are requested.</summary>
    public IntercomPageable<T> Take(int count) =>
        count >= 0
            ? new IntercomPageable<T>(_source, _cancellationToken, _pageSize, Math.Min(count, _limit ?? int.MaxValue), _prefetch)
            : throw new ArgumentOutOfRangeException(nameof(count), count, "The number of items cannot be negative.");

    /// <summary>Gets only the first page.</summary>
    /// <exception cref="IntercomException">The call failed.</exception>
    public async Task<IntercomPage<T>> FirstPageAsync(CancellationToken cancellationToken = default)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken, cancellationToken);
        try
        {
            return await _source.ReadAsync(null, _pageSize, default(ListProgress), linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (IsCanceled(cancellationToken))
        {
            throw Canceled(e, cancellationToken);
        }
    }

    /// <summary>Enumerates the pages of the list. Pages are always complete, even the last page that <see cref="Take"/> needs.</summary>
    /// <param name="continuation">
    /// The <see cref="IntercomPage{T}.Continuation"/> of an earlier page, or null to start at the first page.
    /// </param>
    /// <param name="pageSize">The number of items per page, or null for Intercom's default.</param>
    /// <exception cref="ArgumentException">The continuation is not the continuation of a page.</exception>
    public IAsyncEnumerable<IntercomPage<T>> AsPages(string? continuation = null, int? pageSize = null)
    {
        PageCursor? start = continuation is null ? null : PageCursor.Parse(continuation);
        return EnumeratePages(start, pageSize is { } size ? Validate(size) : _pageSize);
    }

    /// <summary>Enumerates every item.</summary>
    /// <exception cref="IntercomException">
    /// A call failed, or the list cannot be read to its end. The Continuation of the exception is the position to resume from. A page that
    /// has no next page but reports more items throws an <see cref="IntercomResponseException"/>. A list with 100 empty pages in a row
    /// throws an <see cref="IntercomPagingException"/>.
    /// </exception>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var count = 0;
        await foreach (var page in EnumeratePages(null, _pageSize, cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Items)
            {
                yield return item;
                if (++count == _limit)
                    yield break;
            }
        }
    }

    private async IAsyncEnumerable<IntercomPage<T>> EnumeratePages(
        PageCursor? start, int? pageSize, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (_limit == 0)
            yield break;
        using var enumeration = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken, cancellationToken);
        // As text, because .NET contains compiled code for sets of strings.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (start is { } first)
            seen.Add(first.ToString());
        var read = 0L;
        var emptyPages = 0;
        ListProgress? progress = start is null ? default(ListProgress) : null;
        var pending = _source.ReadAsync(start, pageSize, progress, enumeration.Token);
        try
        {
            while (true)
            {
                IntercomPage<T> page;
                try
                {
                    page = await pending.ConfigureAwait(false);
                }
                catch (OperationCanceledException e) when (IsCanceled(cancellationToken))
                {
                    throw Canceled(e, cancellationToken);
                }

                read += page.Items.Count;
                emptyPages = page.Items.Count == 0 ? emptyPages + 1 : 0;
                progress = progress?.After(page.Items.Count, page.TotalPages, page.TotalCount);
                var next = page.Next;
                var isLast = next is null || read >= _limit;
                // All pages of a scroll have the same cursor, because Intercom keeps the position. A prefetched page would be lost if the
                // caller resumed from the Continuation of the page before it.
                var isScroll = next?.Kind == PageCursor.ScrollParam;
                var isRepeated = !isLast && !isScroll && !seen.Add(next!.Value.ToString());
                var isEndless = !isLast && emptyPages == MostEmptyPages;
                var canPrefetch = _prefetch && !isLast && !isRepeated && !isEndless && !isScroll;
                var ahead = canPrefetch ? _source.ReadAsync(next, pageSize, progress, enumeration.Token) : null;
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
                    pending = _source.ReadAsync(next, pageSize, progress, enumeration.Token);
            }
        }
        finally
        {
            await EndAsync(pending, enumeration).ConfigureAwait(false);
        }
    }

    private static int Validate(int pageSize) =>
        pageSize > 0 ? pageSize : throw new ArgumentOutOfRangeException(nameof(pageSize), pageSize, "The page size must be at least 1.");

    private bool IsCanceled(CancellationToken ofEnumeration) =>
        ofEnumeration.IsCancellationRequested || _cancellationToken.IsCancellationRequested;

    // With the caller's token, not the linked token.
    private OperationCanceledException Canceled(OperationCanceledException e, CancellationToken ofEnumeration) =>
        new(e.Message, e, ofEnumeration.IsCancellationRequested ? ofEnumeration : _cancellationToken);

    // If the caller stops early, cancel the request for the prefetched page.
    private static async Task EndAsync(Task<IntercomPage<T>> pending, CancellationTokenSource enumeration)
    {
        if (pending.IsCompleted)
        {
            _ = pending.Exception;
            return;
        }

#if NET
        await enumeration.CancelAsync().ConfigureAwait(false);
#else
        enumeration.Cancel();
#endif
        try
        {
            await pending.ConfigureAwait(false);
        }
        catch
        {
            // The prefetched page is no longer needed.
        }
    }
}
