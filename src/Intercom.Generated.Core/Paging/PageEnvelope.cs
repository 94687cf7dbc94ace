using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>
/// What an answer says about its page. The answer decides how the walk goes on, not the description: next can be an object, an
/// address, null or absent whatever is declared.
/// </summary>
internal sealed class PageEnvelope(JObject json)
{
    private JObject? Pages => json["pages"] as JObject;

    public long? TotalCount => Number(json["total_count"]) ?? Number(Pages?["total_count"]);

    private long? PageNumber => Number(Pages?["page"]) ?? Number(json["page"]);

    private long? TotalPages => Number(Pages?["total_pages"]) ?? Number(json["total_pages"]);

    /// <summary>Where the next page starts; null when this is the last one.</summary>
    /// <param name="input">Where the operation takes its paging input.</param>
    /// <param name="current">Where this page started; null for the first one.</param>
    /// <param name="itemCount">How many items the page has.</param>
    public PageCursor? Next(PagingInput input, PageCursor? current, int itemCount)
    {
        // A scroll gives a parameter to the end and beyond; only an empty page ends it.
        if (Text(json["scroll_param"]) is { } scroll)
            return itemCount == 0 ? null : new PageCursor(PageCursor.ScrollParam, scroll);
        if (Text(json["next_cursor"]) is { } own)
            return json["has_more"] is JValue { Value: false } ? null : new PageCursor(PageCursor.Cursor, own);

        switch (Pages?["next"])
        {
            case JObject next:
                return Text(next["starting_after"]) is { } after ? new PageCursor(PageCursor.StartingAfter, after) : null;
            case JValue { Value: string address }:
                return IsLastPage(current) ? null : AfterFirst(current, FromAddress(address));
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

    private static string? Text(JToken? token) => token is not null && JsonValues.TryReadText(token, out var text) && text!.Length > 0 ? text : null;

    private static long? Number(JToken? token) => token is not null && JsonValues.TryReadInteger(token, out var number) ? number : null;
}
