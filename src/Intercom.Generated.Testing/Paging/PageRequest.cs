using System.Globalization;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Paging;

/// <summary>The requested page, from the query or from the body.</summary>
internal sealed class PageRequest
{
    private const int MaximumPerPage = 150;

    private PageRequest(int page, int perPage, string? cursor)
    {
        Page = page;
        PerPage = perPage;
        Cursor = cursor;
    }

    public int Page { get; }

    public int PerPage { get; }

    public string? Cursor { get; }

    /// <exception cref="Rejection">A value is not a number or is out of range.</exception>
    public static PageRequest Read(Call call, PagingStyle style)
    {
        var pagination = call.Body["pagination"] as JObject;
        var perPage = Number(call, pagination, "per_page") ?? DefaultPerPage(call.Operation.Shape);
        if (perPage < 1)
            throw Rejection.Invalid("Per Page is too small", "per_page");
        if (perPage > MaximumPerPage)
            throw Rejection.Invalid("Per Page is too big", "per_page");

        var page = Number(call, pagination, "page") ?? 1;
        if (page < 1)
            throw Rejection.Invalid("Page must be at least 1", "page");

        var cursor = style == PagingStyle.NextCursor
            ? call.Request.GetQuery("cursor")
            : Call.Scalar(pagination?["starting_after"]) ?? call.Request.GetQuery("starting_after");
        return new PageRequest(page, perPage, string.IsNullOrEmpty(cursor) ? null : cursor);
    }

    private static int DefaultPerPage(string shape) => shape switch
    {
        "GET /contacts" => 10,
        "POST /contacts/search" => 50,
        _ => 20,
    };

    private static int? Number(Call call, JObject? pagination, string name)
    {
        var text = Call.Scalar(pagination?[name]) ?? call.Text(name) ?? call.Request.GetQuery(name);
        if (text is null)
            return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Rejection.Invalid($"{name} must be of type integer, but is '{text}'", name);
    }
}
