using System.Globalization;
using System.Net;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>The way a response refers to the next page.</summary>
public enum PagingStyle
{
    /// <summary><c>pages.next</c> is an object with <c>starting_after</c>.</summary>
    CursorObject,

    /// <summary><c>pages.next</c> is a URL with <c>starting_after</c>.</summary>
    CursorAddress,

    /// <summary><c>pages.next</c> is a URL with <c>page</c>.</summary>
    PageAddress,

    /// <summary>Like <see cref="PageAddress"/>, but the first page is number 0 and links to page 1, as in recorded responses of GET /articles.</summary>
    PageAddressFromZero,

    /// <summary><c>pages.next</c> is a URL with <c>before</c>, as in GET /events.</summary>
    TimeAddress,

    /// <summary><c>next_cursor</c> and <c>has_more</c>.</summary>
    OwnCursor,

    /// <summary><c>pages</c> has only <c>page</c> and <c>total_pages</c>.</summary>
    PageNumbers,

    /// <summary><c>page</c> and <c>total_pages</c> are next to the items.</summary>
    TopLevelPageNumbers,

    /// <summary><c>scroll_param</c>. An empty page is the last one.</summary>
    Scroll,

    /// <summary>The response contains the whole list.</summary>
    None,
}

/// <summary>
/// Serves a list in pages of the requested size, in one paging style. Throws if a request asks for a page that no response referred to.
/// </summary>
internal sealed class PagingServer(OperationMethod operation, PagingStyle style, IReadOnlyList<JToken> items) : HttpMessageHandler
{
    private static readonly string[] PagingParameters = ["starting_after", "page", "per_page", "before", "cursor", "scroll_param"];

    private readonly PagingLocation _location = operation.PagingLocation();
    private string? _request;
    private int _scrolled;

    private string? Parameter => style switch
    {
        PagingStyle.CursorObject or PagingStyle.CursorAddress => "starting_after",
        PagingStyle.PageAddress or PagingStyle.PageAddressFromZero or PagingStyle.PageNumbers or PagingStyle.TopLevelPageNumbers => "page",
        PagingStyle.TimeAddress => "before",
        PagingStyle.OwnCursor => "cursor",
        PagingStyle.Scroll => "scroll_param",
        _ => null,
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null or { Headers.ContentLength: 0 } ? null : Json.Parse(await request.Content.ReadAsStringAsync(cancellationToken)) as JObject;
        var paging = TakePaging(request.RequestUri!, body, out var rest);
        CheckSame($"{request.Method} {request.RequestUri!.AbsolutePath}?{rest} {body?.ToString(Formatting.None)}");

        var size = int.Parse(paging.GetValueOrDefault("per_page") ?? throw new InvalidOperationException($"{operation} does not send a page size."), CultureInfo.InvariantCulture);
        paging.Remove("per_page");
        if (style == PagingStyle.None)
            size = items.Count;
        var start = paging.Count == 0 ? 0 : (PageOf(paging) - 1) * size;
        if (style == PagingStyle.Scroll)
            start = paging.Count == 0 ? _scrolled = 0 : _scrolled;
        var page = items.Skip(start).Take(size).ToList();
        _scrolled = start + page.Count;

        var response = Envelope(request.RequestUri, start / size + 1, size, _scrolled < items.Count);
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(With(response, new JArray(page)).ToString(Formatting.None), Encoding.UTF8, "application/json"),
        };
    }

    /// <summary>Removes the paging parameters from their described location and returns them.</summary>
    private Dictionary<string, string> TakePaging(Uri uri, JObject? body, out string rest)
    {
        var query = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToList();
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (_location == PagingLocation.Query)
        {
            foreach (var pair in query.Where(pair => PagingParameters.Contains(pair[0])))
                found.Add(pair[0], Uri.UnescapeDataString(pair[1]));
            query.RemoveAll(pair => PagingParameters.Contains(pair[0]));
        }
        else
        {
            var holder = _location == PagingLocation.Pagination ? body?["pagination"] as JObject : body;
            foreach (var property in holder?.Properties().Where(property => PagingParameters.Contains(property.Name)).ToList() ?? [])
            {
                found.Add(property.Name, (string)property.Value!);
                property.Remove();
            }
        }

        rest = string.Join('&', query.Select(pair => string.Join('=', pair)));
        return found;
    }

    /// <summary>Checks that all requests of an enumeration are the same except for the paging parameters.</summary>
    private void CheckSame(string request)
    {
        _request ??= request;
        if (request != _request)
            throw new InvalidOperationException($"{operation} changes more than the paging parameters: {request} after {_request}");
    }

    private int PageOf(Dictionary<string, string> paging)
    {
        for (var number = 1; number <= items.Count; number++)
        {
            if (paging is { Count: 1 } && Parameter is { } parameter && paging.GetValueOrDefault(parameter) == Value(number))
                return number;
        }

        throw new InvalidOperationException($"{operation} asks for a page that no response referred to: {string.Join('&', paging)}");
    }

    /// <summary>Gets the value that identifies a page: a number, or text with characters that must be escaped.</summary>
    private string Value(int page) => Parameter == "page" ? page.ToString(CultureInfo.InvariantCulture) : style == PagingStyle.Scroll ? "scroll/1" : $"to+{page}&=";

    private JObject Envelope(Uri uri, int page, int size, bool hasMore)
    {
        var numbers = new JObject { ["page"] = page, ["per_page"] = size, ["total_pages"] = (items.Count + size - 1) / size };
        switch (style)
        {
            case PagingStyle.CursorObject:
                numbers["next"] = hasMore ? new JObject { ["page"] = page + 1, ["starting_after"] = Value(page + 1) } : null;
                break;
            case PagingStyle.CursorAddress or PagingStyle.PageAddress or PagingStyle.TimeAddress:
                numbers["next"] = hasMore ? Address(uri, size, page + 1) : null;
                break;
            case PagingStyle.PageAddressFromZero:
                numbers["page"] = page == 1 ? 0 : page;
                numbers["next"] = hasMore ? Address(uri, size, page == 1 ? 1 : page + 1) : null;
                break;
            case PagingStyle.OwnCursor:
                return new JObject { ["next_cursor"] = hasMore ? Value(page + 1) : null, ["has_more"] = hasMore };
            case PagingStyle.TopLevelPageNumbers:
                return numbers;
            case PagingStyle.Scroll:
                return new JObject { ["scroll_param"] = Value(page), ["pages"] = null, ["total_count"] = null };
            case PagingStyle.None:
                return [];
            default:
                break;
        }

        return new JObject { ["pages"] = numbers };
    }

    private string Address(Uri uri, int size, int page) =>
        $"{uri.GetLeftPart(UriPartial.Path)}?per_page={size}&{Parameter}={Uri.EscapeDataString(Value(page))}";

    private JToken With(JObject response, JArray page)
    {
        var path = operation.Descriptor.Items!;
        if (path.Length == 0)
            return page;
        var owner = response;
        var names = path.Split('.');
        foreach (var name in names.SkipLast(1))
            owner = (JObject)(owner[name] = new JObject());
        owner[names[^1]] = page;
        return response;
    }
}
