using Intercom.Generated.Testing.Http;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Faults;

/// <summary>Finds the cursor of a requested page, and changes the cursor of the next one.</summary>
internal static class PageCursors
{
    /// <summary>Gets the cursor that a request sends, or null if it requests the first page.</summary>
    public static string? Of(FakeRequest request)
    {
        foreach (var name in new[] { "starting_after", "cursor", "page", "before" })
        {
            if (request.GetQuery(name) is { Length: > 0 } value)
                return value;
        }

        try
        {
            return request.Body is { Length: > 0 } body && StrictJsonReader.Parse(body) is JObject json
                ? (string?)(json["pagination"]?["starting_after"] as JValue)
                : null;
        }
        catch (FormatException)
        {
            // Not a page of a list. The fake rejects the body.
            return null;
        }
    }

    /// <summary>Makes a page say that it is itself the next page.</summary>
    public static void Repeat(JObject page, FakeRequest request)
    {
        var cursor = Of(request)!;
        if (page["next_cursor"] is not null)
            page["next_cursor"] = cursor;
        if (page["pages"] is not JObject pages)
            return;
        if (request.GetQuery("page") is null && request.GetQuery("before") is null)
        {
            if (pages["next"] is JObject next)
                next["starting_after"] = cursor;
            else
                pages["next"] = new JObject { ["starting_after"] = cursor };
        }
        else
        {
            pages["next"] = request.Uri.AbsoluteUri;
        }
    }
}
