using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>Where the pages of a list come from.</summary>
internal interface IPageSource<T>
{
    /// <summary>Reads the page that starts at a cursor; null for the first one.</summary>
    Task<IntercomPage<T>> ReadAsync(PageCursor? cursor, int? pageSize, CancellationToken cancellationToken);

    /// <summary>Makes the exception for a cursor that came a second time.</summary>
    IntercomPagingException Repeated(PageCursor cursor);
}

/// <summary>Pages from Intercom.</summary>
internal sealed class PageSource<T>(OperationInvoker invoker, ApiRequest request, JsonCodec<T> codec, RequestOptions? options) : IPageSource<T>
{
    private readonly PageCodec<T> _page = new(request.Operation.Items!, codec);

    private ApiOperation Operation => request.Operation;

    public async Task<IntercomPage<T>> ReadAsync(PageCursor? cursor, int? pageSize, CancellationToken cancellationToken)
    {
        try
        {
            var (answer, response) = await invoker.SendForResponseAsync(request.AtPage(cursor, pageSize), _page, options, cancellationToken).ConfigureAwait(false);
            return answer.Items is { } items ? Page(items, answer.Around, response, cursor) : Read(answer.Whole!, response, cursor);
        }
        catch (IntercomException e)
        {
            e.Continuation = CanGoOnAfter(e, cursor) ? cursor?.ToString() : null;
            throw;
        }
    }

    public IntercomPagingException Repeated(PageCursor cursor) => new(Operation.Id, invoker.Version, cursor.ToString());

    // Intercom keeps the position of a scroll. Unless it refused the request, it may have moved on to a page that never arrived.
    private static bool CanGoOnAfter(IntercomException failure, PageCursor? cursor) =>
        cursor?.Kind != PageCursor.ScrollParam || failure is IntercomApiException and not IntercomScrollException;

    // Answers of another form than that of a list around its items, which some still are a list of.
    private IntercomPage<T> Read(JToken json, IntercomResponse response, PageCursor? cursor)
    {
        // The answer itself stands for the list in the message when it is not even the object that holds the list.
        var list = Operation.Items!.Length == 0 || json is not JObject
            ? json
            : Operation.Items.Split('.').Aggregate((JToken?)json, (owner, name) => (owner as JObject)?[name]);
        // GET /companies by name or id answers with the company itself.
        if (list is null && typeof(IntercomModel).IsAssignableFrom(typeof(T)) && json is JObject single && single["id"] is not null && single["pages"] is null)
            list = new JArray(single);
        // A list that is empty may also be null or absent.
        if (list is null || (list.Type == JTokenType.Null && json is JObject))
            list = new JArray();
        if ((Operation.Items.Length > 0 && json is not JObject) || !WireFormat.TryRead(list, JsonCodecs.List(codec), out var items))
        {
            throw new IntercomResponseException(
                Operation,
                invoker.Version,
                ResponseProblem.WrongShape,
                $"expected a list of {typeof(T).Name} in '{Operation.Items}' but found {list.Type}.",
                response,
                list.Path,
                json.ToString(Newtonsoft.Json.Formatting.None));
        }

        list.Parent?.Remove();
        return Page([.. items], json is JObject ? WireFormat.Write(json, JsonCodecs.Token) : null, response, cursor, json as JObject);
    }

    private IntercomPage<T> Page(List<T> items, byte[]? around, IntercomResponse response, PageCursor? cursor, JObject? parsed = null)
    {
        if (around is null)
            return new IntercomPage<T>(items) { Response = response };
        using var document = JsonDocument.Parse(around, new JsonDocumentOptions { MaxDepth = WireFormat.DeepestNesting });
        var envelope = new PageEnvelope(document.RootElement);
        var next = envelope.Next(Operation.PagingInput, cursor, items.Count);
        return new IntercomPage<T>(items, next, envelope.TotalCount) { EnvelopeJson = around, Envelope = parsed, Response = response };
    }
}

/// <summary>Pages that a test made.</summary>
internal sealed class FixedPages<T>(IReadOnlyList<IntercomPage<T>> pages) : IPageSource<T>
{
    public Task<IntercomPage<T>> ReadAsync(PageCursor? cursor, int? pageSize, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var index = 0L;
        if (cursor is { } at && (at.Kind != PageCursor.Page || !long.TryParse(at.Value, out index) || --index < 0 || index >= pages.Count))
            throw new ArgumentException($"'{at}' is no continuation of these pages.", nameof(cursor));
        var page = pages[(int)index];
        PageCursor? next = index + 1 < pages.Count
            ? new PageCursor(PageCursor.Page, (index + 2).ToString(System.Globalization.CultureInfo.InvariantCulture))
            : null;
        return Task.FromResult(new IntercomPage<T>(page.Items, next, page.TotalCount) { Envelope = page.Envelope, Response = page.Response });
    }

    public IntercomPagingException Repeated(PageCursor cursor) => throw new InvalidOperationException("The pages of a test do not repeat.");
}
