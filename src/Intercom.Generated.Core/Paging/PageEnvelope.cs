using System.Globalization;
using System.Text.Json;

namespace Intercom.Generated.Runtime;

/// <summary>
/// The JSON around the items of a page. The response determines the next page, not the description: <c>next</c> can be an object, a URL,
/// null, or absent, regardless of its declaration.
/// </summary>
internal readonly struct PageEnvelope(JsonElement json)
{
    private const int LongestNumber = 40;

    private JsonElement Pages => Member(json, "pages"u8);

    public long? TotalCount => Number(Member(json, "total_count"u8)) ?? Number(Member(Pages, "total_count"u8));

    public long? TotalPages => Number(Member(Pages, "total_pages"u8)) ?? Number(Member(json, "total_pages"u8));

    /// <summary>Whether this is a list of errors, which some servers send with a successful status.</summary>
    public bool IsError => Member(json, "type"u8) is { ValueKind: JsonValueKind.String } type && type.ValueEquals("error.list"u8);

    /// <summary>Whether the response says that the list is empty.</summary>
    public bool SaysEmpty => TotalCount == 0 || TotalPages == 0;

    private long? PageNumber => Number(Member(Pages, "page"u8)) ?? Number(Member(json, "page"u8));

    /// <summary>Finds the cursor of the next page.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="current">The cursor of this page, or null for the first page.</param>
    /// <param name="itemCount">The number of items on the page.</param>
    /// <param name="before">The progress before this page, or null if it is not known.</param>
    public NextPage Next(ApiOperation operation, PageCursor? current, int itemCount, ListProgress? before)
    {
        // Every page of a scroll has the parameter. Only an empty page ends the scroll.
        var scroll = Member(json, "scroll_param"u8);
        if (Text(scroll) is { } position)
        {
            return itemCount == 0
                ? End(operation, current, itemCount, before)
                : new NextPage(new PageCursor(PageCursor.ScrollParam, position));
        }

        if (!IsNothing(scroll))
            return NextPage.NotUnderstood("scroll_param");

        var own = Member(json, "next_cursor"u8);
        if (Text(own) is { } cursor)
        {
            return Member(json, "has_more"u8).ValueKind == JsonValueKind.False
                ? End(operation, current, itemCount, before)
                : new NextPage(new PageCursor(PageCursor.Cursor, cursor));
        }

        if (!IsNothing(own))
            return NextPage.NotUnderstood("next_cursor");
        if (Pages.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object))
            return NextPage.NotUnderstood("pages");

        var next = Member(Pages, "next"u8);
        if (next.ValueKind == JsonValueKind.Object)
            return AfterObject(next) ?? End(operation, current, itemCount, before);
        if (Text(next) is { } address && next.ValueKind == JsonValueKind.String)
        {
            if (IsLastPage(current))
                return End(operation, current, itemCount, before);
            return AfterFirst(current, FromAddress(address)) is { } named ? new NextPage(named) : NextPage.NotUnderstood("pages.next");
        }

        if (!IsNothing(next))
            return NextPage.NotUnderstood("pages.next");

        // An enumeration by cursor ends here: continuing by page number would start it over.
        var isNumbered = operation.PagingInput is PagingInput.QueryPage or PagingInput.BodyPage
            && current is null or { Kind: PageCursor.Page };
        if (!isNumbered || itemCount == 0 || IsLastPage(current) || TotalPages is null)
            return End(operation, current, itemCount, before);
        return new NextPage(new PageCursor(PageCursor.Page, (Position(current) + 1).ToString(CultureInfo.InvariantCulture)));
    }

    // Some lists number their first page 0 and name page 1, which is the same page, as the next one. The number of pages decides.
    private bool IsLastPage(PageCursor? current) => TotalPages is { } total && Position(current) >= total;

    private PageCursor? AfterFirst(PageCursor? current, PageCursor? next) =>
        current is null && PageNumber == 0 && next is { Kind: PageCursor.Page, Value: "1" } ? new PageCursor(PageCursor.Page, "2") : next;

    private long Position(PageCursor? current) => NumberOf(current) ?? Math.Max(PageNumber ?? 1, 1);

    // Returns null if the object says that there is no next page.
    private static NextPage? AfterObject(JsonElement next)
    {
        var after = Member(next, "starting_after"u8);
        if (Text(after) is { } cursor)
            return new NextPage(new PageCursor(PageCursor.StartingAfter, cursor));
        if (!IsNothing(after))
            return NextPage.NotUnderstood("pages.next.starting_after");
        if (after.ValueKind != JsonValueKind.Undefined)
            return null;
        foreach (var member in next.EnumerateObject())
        {
            if (!IsNothing(member.Value))
                return NextPage.NotUnderstood("pages.next");
        }

        return null;
    }

    // Ends the list unless the response says that there is more. A program may delete everything that the list did not return.
    private NextPage End(ApiOperation operation, PageCursor? current, int itemCount, ListProgress? before)
    {
        var isScroll = operation.IsScroll && current is null or { Kind: PageCursor.ScrollParam };
        if (isScroll && itemCount > 0 && TotalCount is null && TotalPages is null)
            return new NextPage("scroll_param", "it has items, but no 'scroll_param' for the next page.");
        if (Member(json, "has_more"u8).ValueKind == JsonValueKind.True)
            return new NextPage("has_more", "it says that there are more items, but names no next page.");

        // Page 1 means nothing if the enumeration was resumed from a cursor, because some lists number every page 1.
        var reported = PageNumber is { } number && (before is not null || number > 1) ? number : 0;
        var read = Math.Max(Math.Max(NumberOf(current) ?? 0, reported), before?.Pages + 1 ?? 0);
        if (TotalPages is { } pages && read > 0 && IsMissing(pages, before?.TotalPages, read, before))
        {
            return new NextPage(
                "pages.total_pages", $"it names no next page, but says that the list has {pages} pages, of which {read} were read.");
        }

        // Only an enumeration from the first page knows how many items came before this page.
        if (before is not { } start || reported > start.Pages + 1)
            return default;
        var items = start.Items + itemCount;
        return TotalCount is { } total && IsMissing(total, start.TotalCount, items, before)
            ? new NextPage("total_count", $"it names no next page, but says that the list has {total} items, of which {items} were read.")
            : default;
    }

    // Items can be added and removed while several pages are read, so 1% of the list may differ.
    private static bool IsMissing(long total, long? earlierTotal, long read, ListProgress? before)
    {
        var expected = Math.Min(total, earlierTotal ?? total);
        return expected - read > (before is { Pages: > 0 } ? expected / 100 : 0);
    }

    private static long? NumberOf(PageCursor? cursor) =>
        cursor is { Kind: PageCursor.Page } at && long.TryParse(at.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? page
            : null;

    private static PageCursor? FromAddress(string address)
    {
        var query = address.IndexOf('?');
        foreach (var pair in query < 0 ? [] : address.Substring(query + 1).Split('&'))
        {
            var split = pair.IndexOf('=');
            if (split > 0 && PageCursor.From(pair.Substring(0, split), Uri.UnescapeDataString(pair.Substring(split + 1))) is { } cursor)
                return cursor;
        }

        return null;
    }

    // Returns an undefined element if the member is missing.
    private static JsonElement Member(JsonElement owner, ReadOnlySpan<byte> name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var member) ? member : default;

    private static bool IsNothing(JsonElement value) =>
        value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
        || (value.ValueKind == JsonValueKind.String && value.ValueEquals(default(ReadOnlySpan<byte>)));

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Decode(value) is { Length: > 0 } text ? text : null,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static long? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out var number) => number,
        JsonValueKind.Number => value.GetRawText() is { Length: <= LongestNumber } text
            && JsonValues.TryReadInteger(JsonValues.Number(text), out var whole) ? whole : null,
        JsonValueKind.String => Decode(value) is { } text && JsonValues.TryReadInteger(text, out var digits) ? digits : null,
        _ => null,
    };

    private static string? Decode(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate cannot be a cursor.
            return null;
        }
    }
}

/// <summary>The next page according to a response: a cursor, the end of the list, or a problem.</summary>
internal readonly struct NextPage
{
    public NextPage(PageCursor cursor) => Cursor = cursor;

    public NextPage(string path, string problem)
    {
        Path = path;
        Problem = problem;
    }

    /// <summary>The cursor of the next page, or null at the end of the list.</summary>
    public PageCursor? Cursor { get; }

    /// <summary>The reason why it is unclear whether the list has ended, or null if it is clear.</summary>
    public string? Problem { get; }

    /// <summary>The JSON path of the problem.</summary>
    public string? Path { get; }

    public static NextPage NotUnderstood(string path) =>
        new(path, $"'{path}' has an unknown form, so the rest of the list cannot be read.");
}

/// <summary>The progress of an enumeration that started at the first page.</summary>
/// <param name="Pages">The number of pages read.</param>
/// <param name="Items">The number of items read.</param>
/// <param name="TotalPages">The smallest number of pages that a response reported, or null if none did.</param>
/// <param name="TotalCount">The smallest number of items that a response reported, or null if none did.</param>
internal readonly record struct ListProgress(int Pages, long Items, long? TotalPages, long? TotalCount)
{
    public ListProgress After(int items, long? totalPages, long? totalCount) =>
        new(Pages + 1, Items + items, Smaller(TotalPages, totalPages), Smaller(TotalCount, totalCount));

    private static long? Smaller(long? one, long? other) => one is { } left && other is { } right ? Math.Min(left, right) : one ?? other;
}
