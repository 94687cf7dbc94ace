using System.Globalization;
using System.Net;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>How an answer names the page after it.</summary>
public enum PagingStyle
{
    /// <summary><c>pages.next</c> is an object with <c>starting_after</c>.</summary>
    CursorObject,

    /// <summary><c>pages.next</c> is an address with <c>starting_after</c>.</summary>
    CursorAddress,

    /// <summary><c>pages.next</c> is an address with <c>page</c>.</summary>
    PageAddress,

    /// <summary>The same, but the first page is number 0 and names page 1 as the next one, as recorded answers of GET /articles do.</summary>
    PageAddressFromZero,

    /// <summary><c>pages.next</c> is an address with <c>before</c>, as that of GET /events.</summary>
    TimeAddress,

    /// <summary><c>next_cursor</c> and <c>has_more</c>.</summary>
    OwnCursor,

    /// <summary><c>pages</c> has <c>page</c> and <c>total_pages</c> alone.</summary>
    PageNumbers,

    /// <summary><c>page</c> and <c>total_pages</c> stand beside the items.</summary>
    TopLevelPageNumbers,

    /// <summary><c>scroll_param</c>, until a page is empty.</summary>
    Scroll,

    /// <summary>Everything comes at once.</summary>
    None,
}

/// <summary>Gives a list in pages of the size asked for, and names the next page in one style. What does not ask for a page of its own is refused.</summary>
internal sealed class PagingServer(OperationMethod operation, PagingStyle style, IReadOnlyList<JToken> items) : HttpMessageHandler
{
    private static readonly string[] PagingParameters = ["starting_after", "page", "per_page", "before", "cursor", "scroll_param"];

    private readonly PagingPlace _place = operation.PagingPlace();
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
        var asked = TakePaging(request.RequestUri!, body, out var rest);
        CheckSame($"{request.Method} {request.RequestUri!.AbsolutePath}?{rest} {body?.ToString(Formatting.None)}");

        var size = int.Parse(asked.GetValueOrDefault("per_page") ?? throw new InvalidOperationException($"{operation} does not ask for a page size."), CultureInfo.InvariantCulture);
        asked.Remove("per_page");
        if (style == PagingStyle.None)
            size = items.Count;
        var start = asked.Count == 0 ? 0 : (PageOf(asked) - 1) * size;
        if (style == PagingStyle.Scroll)
            start = asked.Count == 0 ? _scrolled = 0 : _scrolled;
        var page = items.Skip(start).Take(size).ToList();
        _scrolled = start + page.Count;

        var answer = Envelope(request.RequestUri, start / size + 1, size, _scrolled < items.Count);
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(With(answer, new JArray(page)).ToString(Formatting.None), Encoding.UTF8, "application/json"),
        };
    }

    /// <summary>Takes the paging parameters out of the place that the description gives them.</summary>
    private Dictionary<string, string> TakePaging(Uri uri, JObject? body, out string rest)
    {
        var query = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToList();
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (_place == PagingPlace.Query)
        {
            foreach (var pair in query.Where(pair => PagingParameters.Contains(pair[0])))
                found.Add(pair[0], Uri.UnescapeDataString(pair[1]));
            query.RemoveAll(pair => PagingParameters.Contains(pair[0]));
        }
        else
        {
            var holder = _place == PagingPlace.Pagination ? body?["pagination"] as JObject : body;
            foreach (var property in holder?.Properties().Where(property => PagingParameters.Contains(property.Name)).ToList() ?? [])
            {
                found.Add(property.Name, (string)property.Value!);
                property.Remove();
            }
        }

        rest = string.Join('&', query.Select(pair => string.Join('=', pair)));
        return found;
    }

    /// <summary>Whatever is not about pages is the same in every request of a walk.</summary>
    private void CheckSame(string request)
    {
        _request ??= request;
        if (request != _request)
            throw new InvalidOperationException($"{operation} sends another request for another page: {request} after {_request}");
    }

    private int PageOf(Dictionary<string, string> asked)
    {
        for (var number = 1; number <= items.Count; number++)
        {
            if (asked is { Count: 1 } && Parameter is { } parameter && asked.GetValueOrDefault(parameter) == Value(number))
                return number;
        }

        throw new InvalidOperationException($"{operation} asks for a page that was never named: {string.Join('&', asked)}");
    }

    /// <summary>What leads to a page: a number, or a text with characters that have to be escaped.</summary>
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

    private JToken With(JObject answer, JArray page)
    {
        var path = operation.Descriptor.Items!;
        if (path.Length == 0)
            return page;
        var owner = answer;
        var names = path.Split('.');
        foreach (var name in names.SkipLast(1))
            owner = (JObject)(owner[name] = new JObject());
        owner[names[^1]] = page;
        return answer;
    }
}
