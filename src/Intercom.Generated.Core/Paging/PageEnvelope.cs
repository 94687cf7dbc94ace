using System.Globalization;
using System.Text.Json;

namespace Intercom.Generated.Runtime;

/// <summary>
/// What an answer says about its page. The answer decides how the walk goes on, not the description: next can be an object, an
/// address, null or absent whatever is declared.
/// </summary>
internal readonly struct PageEnvelope(JsonElement json)
{
    private const int LongestNumber = 40;

    private JsonElement Pages => Member(json, "pages"u8);

    public long? TotalCount => Number(Member(json, "total_count"u8)) ?? Number(Member(Pages, "total_count"u8));

    private long? PageNumber => Number(Member(Pages, "page"u8)) ?? Number(Member(json, "page"u8));

    private long? TotalPages => Number(Member(Pages, "total_pages"u8)) ?? Number(Member(json, "total_pages"u8));

    /// <summary>Where the next page starts; null when this is the last one.</summary>
    /// <param name="input">Where the operation takes its paging input.</param>
    /// <param name="current">Where this page started; null for the first one.</param>
    /// <param name="itemCount">How many items the page has.</param>
    public PageCursor? Next(PagingInput input, PageCursor? current, int itemCount)
    {
        // A scroll gives a parameter to the end and beyond; only an empty page ends it.
        if (Text(Member(json, "scroll_param"u8)) is { } scroll)
            return itemCount == 0 ? null : new PageCursor(PageCursor.ScrollParam, scroll);
        if (Text(Member(json, "next_cursor"u8)) is { } own)
            return Member(json, "has_more"u8).ValueKind == JsonValueKind.False ? null : new PageCursor(PageCursor.Cursor, own);

        switch (Member(Pages, "next"u8))
        {
            case { ValueKind: JsonValueKind.Object } next:
                return Text(Member(next, "starting_after"u8)) is { } after ? new PageCursor(PageCursor.StartingAfter, after) : null;
            case { ValueKind: JsonValueKind.String } address:
                return IsLastPage(current) ? null : AfterFirst(current, FromAddress(Text(address) ?? string.Empty));
        }

        // A walk that came here by cursors ends where none is named: to count on from its page number would begin it again.
        if (current is not (null or { Kind: PageCursor.Page }))
            return null;
        if (input is not (PagingInput.QueryPage or PagingInput.BodyPage) || itemCount == 0 || IsLastPage(current) || TotalPages is null)
            return null;
        return new PageCursor(PageCursor.Page, (Position(current) + 1).ToString(CultureInfo.InvariantCulture));
    }

    // Some lists call their first page 0 and name page 1 as the next one, which is the same: how many pages there are decides.
    private bool IsLastPage(PageCursor? current) => TotalPages is { } total && Position(current) >= total;

    private PageCursor? AfterFirst(PageCursor? current, PageCursor? next) =>
        current is null && PageNumber == 0 && next is { Kind: PageCursor.Page, Value: "1" } ? new PageCursor(PageCursor.Page, "2") : next;

    private long Position(PageCursor? current) =>
        current is { Kind: PageCursor.Page } at && long.TryParse(at.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? page
            : Math.Max(PageNumber ?? 1, 1);

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

    // The default, which is undefined, where there is no such member.
    private static JsonElement Member(JsonElement owner, ReadOnlySpan<byte> name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Decode(value) is { Length: > 0 } text ? text : null,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static long? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out var number) => number,
        JsonValueKind.Number => value.GetRawText() is { Length: <= LongestNumber } text && JsonValues.TryReadInteger(JsonValues.Number(text), out var whole) ? whole : null,
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
            // Half of a surrogate pair is no cursor.
            return null;
        }
    }
}
