using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>The source of the pages of a list.</summary>
internal interface IPageSource<T>
{
    /// <summary>Reads a page.</summary>
    /// <param name="cursor">The cursor of the page, or null for the first page.</param>
    /// <param name="pageSize">The number of items per page, or null for the server's default.</param>
    /// <param name="before">The progress before this page, or null if it is not known.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IntercomPage<T>> ReadAsync(PageCursor? cursor, int? pageSize, ListProgress? before, CancellationToken cancellationToken);

    /// <summary>Creates the exception for a repeated cursor.</summary>
    IntercomPagingException Repeated(PageCursor cursor);

    /// <summary>Creates the exception for too many empty pages in a row.</summary>
    IntercomPagingException Empty(PageCursor cursor, int pages);
}

/// <summary>Pages from Intercom.</summary>
internal sealed class PageSource<T>(OperationInvoker invoker, ApiRequest request, JsonCodec<T> codec, RequestOptions? options)
    : IPageSource<T>
{
    private readonly PageCodec<T> _page = new(request.Operation.Items!, codec);

    // The caller can start in the middle of the list with a query parameter.
    private readonly bool _startsElsewhere = StartsElsewhere(request, options);

    private ApiOperation Operation => request.Operation;

    public async Task<IntercomPage<T>> ReadAsync(
        PageCursor? cursor, int? pageSize, ListProgress? before, CancellationToken cancellationToken)
    {
        var known = _startsElsewhere ? null : before;
        try
        {
            return await invoker.SendAsync(
                request.AtPage(cursor, pageSize),
                _page,
                (content, response) => content.Items is { } items
                    ? Page(items, content.Around, response, cursor, known)
                    : Read(content.Whole!, response, cursor, known),
                options,
                cancellationToken).ConfigureAwait(false);
        }
        catch (IntercomException e)
        {
            e.Continuation = CanResumeAfter(e, cursor) ? cursor?.ToString() : null;
            throw;
        }
    }

    public IntercomPagingException Repeated(PageCursor cursor) =>
        IntercomPagingException.Repeated(Operation.Id, invoker.Version, cursor.ToString());

    public IntercomPagingException Empty(PageCursor cursor, int pages) =>
        IntercomPagingException.Empty(Operation.Id, invoker.Version, cursor.ToString(), pages);

    private static bool StartsElsewhere(ApiRequest request, RequestOptions? options)
    {
        foreach (var kind in PageCursor.Kinds)
        {
            if (request.HasQuery(kind) || options?.Query.ContainsKey(kind) == true)
                return true;
        }

        return false;
    }

    // Intercom keeps the position of a scroll. Unless it rejected the request, the scroll may have advanced past a lost page.
    private static bool CanResumeAfter(IntercomException failure, PageCursor? cursor) =>
        cursor?.Kind != PageCursor.ScrollParam || failure is IntercomApiException and not IntercomScrollException;

    // Handles responses that do not have the usual form of an object around the items, but may still contain a list.
    private IntercomPage<T> Read(JToken json, ApiResponse response, PageCursor? cursor, ListProgress? before)
    {
        var list = ItemsOf(json);
        var around = json as JObject;
        if (list is null && around is not null)
        {
            // GET /companies with a name or an ID returns the company itself.
            if (IsItem(around))
                list = new JArray(around);
            else if (!SaysEmpty(around))
                throw Misfit(response, "but found none, and the response does not say that the list is empty.", Operation.Items!);
        }

        if (list is null)
            list = around is null ? json : new JArray();
        if ((Operation.Items!.Length > 0 && around is null) || !WireFormat.TryRead(list, JsonCodecs.List(codec), out var items))
            throw Misfit(response, $"but found {list.Type}.", list.Path);

        list.Parent?.Remove();
        return Page([.. items], around is null ? null : WireFormat.Write(around, JsonCodecs.Token), response, cursor, before, around);
    }

    // Returns null if neither path has a list. Both the published path and its correction can be wrong.
    private JToken? ItemsOf(JToken json) =>
        At(json, Operation.Items!) ?? (Operation.PublishedItems is { } published ? At(json, published) : null);

    private static JToken? At(JToken json, string path)
    {
        // If the response is not an object, treat it as the list, so that the message shows its type.
        var found = path.Length == 0 || json is not JObject
            ? json
            : path.Split('.').Aggregate((JToken?)json, (owner, name) => (owner as JObject)?[name]);
        return found?.Type == JTokenType.Null && json is JObject ? null : found;
    }

    private static bool IsItem(JObject json) =>
        typeof(IntercomModel).IsAssignableFrom(typeof(T))
        && json["id"] is not null
        && json["pages"] is null
        && ((string?)(json["type"] as JValue))?.Equals(typeof(T).Name, StringComparison.OrdinalIgnoreCase) == true;

    private static bool SaysEmpty(JObject around)
    {
        using var document = Parse(WireFormat.Write(around, JsonCodecs.Token));
        var envelope = new PageEnvelope(document.RootElement);
        return envelope.SaysEmpty && !envelope.IsError;
    }

    private IntercomPage<T> Page(
        List<T> items, byte[]? around, ApiResponse response, PageCursor? cursor, ListProgress? before, JObject? parsed = null)
    {
        if (around is null)
            return new IntercomPage<T>(items) { Response = response.Response };
        using var document = Parse(around);
        var envelope = new PageEnvelope(document.RootElement);
        if (envelope.IsError)
            throw Misfit(response, "but found a list of errors.", "type");
        var next = envelope.Next(Operation, cursor, items.Count, before);
        if (next.Problem is { } problem)
            throw Unreadable(response, problem, next.Path);
        return new IntercomPage<T>(items, next.Cursor, envelope.TotalCount)
        {
            TotalPages = envelope.TotalPages,
            EnvelopeJson = around,
            Envelope = parsed,
            Response = response.Response,
        };
    }

    private static JsonDocument Parse(byte[] json) =>
        JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = WireFormat.DeepestNesting });

    private IntercomResponseException Misfit(ApiResponse response, string found, string path)
    {
        var place = Operation.PublishedItems is { } published ? $"'{Operation.Items}' or '{published}'" : $"'{Operation.Items}'";
        return Unreadable(response, $"expected a list of {typeof(T).Name} in {place} {found}", path);
    }

    private IntercomResponseException Unreadable(ApiResponse response, string problem, string? path) => new(
        Operation,
        invoker.Version,
        ResponseProblem.WrongShape,
        problem,
        response.Response,
        path,
        response.Body?.ToText(ApiFailure.LongestBody));
}

/// <summary>Pages for tests.</summary>
internal sealed class FixedPages<T>(IReadOnlyList<IntercomPage<T>> pages) : IPageSource<T>
{
    public Task<IntercomPage<T>> ReadAsync(PageCursor? cursor, int? pageSize, ListProgress? before, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var index = 0L;
        if (cursor is { } at && (at.Kind != PageCursor.Page || !long.TryParse(at.Value, out index) || --index < 0 || index >= pages.Count))
            throw new ArgumentException($"'{at}' is not a continuation of these pages.", nameof(cursor));
        var page = pages[(int)index];
        PageCursor? next = index + 1 < pages.Count
            ? new PageCursor(PageCursor.Page, (index + 2).ToString(System.Globalization.CultureInfo.InvariantCulture))
            : null;
        return Task.FromResult(new IntercomPage<T>(page.Items, next, page.TotalCount)
        {
            Envelope = page.Envelope,
            Response = page.Response,
        });
    }

    public IntercomPagingException Repeated(PageCursor cursor) => throw new InvalidOperationException("Fixed pages have distinct cursors.");

    public IntercomPagingException Empty(PageCursor cursor, int pages) =>
        IntercomPagingException.Empty("A list of pages", default, cursor.ToString(), pages);
}
