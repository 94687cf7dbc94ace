using System.Globalization;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Paging;

/// <summary>Creates list responses: the requested page of the items and its paging information.</summary>
internal sealed class ListResponses(ScrollSessions scrolls)
{
    /// <exception cref="Rejection">The requested page is invalid.</exception>
    public FakeResponse Create(Call call, ListShape shape, IReadOnlyList<JObject> items)
    {
        var body = call.Description.ListSampleOf(call.Operation, shape);
        switch (shape.Style)
        {
            case PagingStyle.Scroll:
                FillScroll(call, shape, body, items);
                break;
            case PagingStyle.Cursor:
            case PagingStyle.NextCursor:
                FillCursor(call, shape, body, items);
                break;
            case PagingStyle.PageNumber when PageRequest.Read(call, shape.Style).Cursor is not null:
                FillCursor(call, shape, body, items);
                break;
            case PagingStyle.PageNumber:
                FillPage(call, shape, body, items);
                break;
            default:
                Fill(shape, body, items);
                SetIfDeclared(shape, body, "total_count", items.Count);
                SetIfDeclared(shape, body, "has_more", false);
                break;
        }

        return call.Respond(body);
    }

    private static void Fill(ListShape shape, JObject body, IEnumerable<JObject> items)
    {
        var owner = body;
        for (var i = 0; i < shape.Items.Count - 1; i++)
        {
            if (owner[shape.Items[i]] is not JObject next)
                owner[shape.Items[i]] = next = [];
            owner = next;
        }

        owner[shape.Items[shape.Items.Count - 1]] = new JArray(items.Select(item => item.DeepClone()));
    }

    private static void FillCursor(Call call, ListShape shape, JObject body, IReadOnlyList<JObject> items)
    {
        var request = PageRequest.Read(call, shape.Style);
        var parameter = shape.Style == PagingStyle.NextCursor ? "cursor" : "starting_after";
        var cursor = request.Cursor is { } text ? ListCursor.Parse(text, parameter) : null;
        var start = cursor?.Find(items) ?? 0;
        var page = Page(items, start, request.PerPage);
        var number = cursor?.Page ?? 1;
        var next = start + page.Count < items.Count
            ? new ListCursor(start + page.Count, page.Count == 0 ? "" : ListCursor.IdOf(page[page.Count - 1]), number + 1)
            : null;

        Fill(shape, body, page);
        SetIfDeclared(shape, body, "total_count", items.Count);
        if (shape.Style == PagingStyle.NextCursor)
        {
            body["next_cursor"] = next?.ToString();
            SetIfDeclared(shape, body, "has_more", next is not null);
            return;
        }

        var pages = Pages(call, shape, number, request.PerPage, items.Count);
        if (next is not null)
            pages["next"] = new JObject { ["page"] = next.Page, ["per_page"] = request.PerPage, ["starting_after"] = next.ToString() };
        body["pages"] = pages;
    }

    private static void FillPage(Call call, ListShape shape, JObject body, IReadOnlyList<JObject> items)
    {
        var request = PageRequest.Read(call, shape.Style);
        var start = (long)(request.Page - 1) * request.PerPage;
        var page = start >= items.Count ? [] : Page(items, (int)start, request.PerPage);
        var hasMore = start + page.Count < items.Count;

        Fill(shape, body, page);
        SetIfDeclared(shape, body, "total_count", items.Count);
        SetIfDeclared(shape, body, "has_more", hasMore);
        if (shape.Pages is null && shape.Properties.ContainsKey("total_pages"))
        {
            SetIfDeclared(shape, body, "page", request.Page);
            SetIfDeclared(shape, body, "per_page", request.PerPage);
            SetIfDeclared(shape, body, "total_pages", TotalPages(items.Count, request.PerPage));
            return;
        }

        var pages = Pages(call, shape, request.Page, request.PerPage, items.Count);
        var declared = DeclaredPages(call, shape);
        if (declared is null || declared.ContainsKey("next"))
            SetAddress("next", hasMore ? request.Page + 1 : null);
        if (declared?.ContainsKey("prev") == true)
            SetAddress("prev", request.Page > 1 ? request.Page - 1 : null);
        body["pages"] = pages;

        void SetAddress(string name, int? page)
        {
            if (page is { } number)
                pages[name] = Address(call.Request, number, request.PerPage);
            else if (declared is null || call.Description.Graph.AllowsNull(declared[name]))
                pages[name] = JValue.CreateNull();
        }
    }

    private void FillScroll(Call call, ListShape shape, JObject body, IReadOnlyList<JObject> items)
    {
        var scroll = scrolls.Read(call.Operation.Shape, call.Request.GetQuery("scroll_param"), items);
        Fill(shape, body, scroll.Items);
        body["scroll_param"] = scroll.Parameter;
        foreach (var name in new[] { "pages", "total_count" })
        {
            // A scroll has no page numbers or total count, so both are null on every page.
            if (shape.Properties.TryGetValue(name, out var schema) && call.Description.Graph.AllowsNull(schema))
                body[name] = JValue.CreateNull();
            else
                body.Remove(name);
        }
    }

    private static JObject Pages(Call call, ListShape shape, int page, int perPage, int total)
    {
        var declared = DeclaredPages(call, shape);
        var pages = new JObject { ["type"] = "pages" };
        foreach (var (name, value) in new[] { ("page", page), ("per_page", perPage), ("total_pages", TotalPages(total, perPage)) })
        {
            if (declared is null || declared.ContainsKey(name))
                pages[name] = value;
        }

        return pages;
    }

    /// <summary>
    /// Gets the declared properties of <c>pages</c>, or null if the description declares none. Such a list gets all the paging
    /// information, because otherwise clients would stop after the first page.
    /// </summary>
    private static IReadOnlyDictionary<string, JObject>? DeclaredPages(Call call, ListShape shape) =>
        shape.Pages is not null && call.Description.Graph.Properties(shape.Pages) is { Count: > 0 } declared ? declared : null;

    /// <summary>Gets the items by their index, because a view creates each item that is enumerated.</summary>
    private static List<JObject> Page(IReadOnlyList<JObject> items, int start, int count) =>
        [.. Enumerable.Range(start, Math.Min(count, items.Count - start)).Select(index => items[index])];

    private static int TotalPages(int total, int perPage) => (total + perPage - 1) / perPage;

    private static string Address(FakeRequest request, int page, int perPage)
    {
        var kept = request.Query.Where(pair => pair.Key is not ("page" or "per_page"))
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}&");
        return string.Format(CultureInfo.InvariantCulture, "{0}?{1}per_page={2}&page={3}",
            request.Uri.GetLeftPart(UriPartial.Path), string.Concat(kept), perPage, page);
    }

    private static void SetIfDeclared(ListShape shape, JObject body, string name, JToken value)
    {
        if (shape.Properties.ContainsKey(name))
            body[name] = value;
    }
}
