using System.Text;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Paging;

/// <summary>A position in a list. Clients receive it as an opaque string and send it back to get the next page.</summary>
internal sealed class ListCursor(int offset, string lastId, int page)
{
    public int Offset { get; } = offset;

    public string LastId { get; } = lastId;

    public int Page { get; } = page;

    public override string ToString() =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(new JArray(Offset, LastId, Page).ToString(Formatting.None)));

    public static bool IsValid(string text) => TryParse(text) is not null;

    /// <exception cref="Rejection">The text is not a valid cursor.</exception>
    public static ListCursor Parse(string text, string parameter) =>
        TryParse(text) ?? throw Rejection.Invalid($"{parameter} is not a cursor of this list", parameter);

    private static ListCursor? TryParse(string text)
    {
        try
        {
            if (StrictJsonReader.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(text))) is JArray { Count: 3 } parts
                && parts[0].Type == JTokenType.Integer && parts[1].Type == JTokenType.String && parts[2].Type == JTokenType.Integer
                && (int)parts[0] >= 0)
            {
                return new ListCursor((int)parts[0], (string)parts[1]!, (int)parts[2]);
            }
        }
        catch (FormatException)
        {
            // Not Base64 or not JSON.
        }
        catch (OverflowException)
        {
            // A number out of range.
        }

        return null;
    }

    /// <summary>
    /// Finds the index of the next item. Looks for the last item by its ID, so that items deleted between two pages do not cause
    /// others to be skipped. Falls back to the previous offset if the last item itself was deleted. The search starts at the previous
    /// offset because items created by a test can share one ID. Starting at the first of them would never get past the first page.
    /// </summary>
    public int Find(IReadOnlyList<JObject> items)
    {
        var old = Math.Min(Offset, items.Count);
        if (LastId.Length == 0)
            return old;
        for (var distance = 0; distance <= items.Count; distance++)
        {
            if (IsLast(old - distance))
                return old - distance;
            if (IsLast(old + distance))
                return old + distance;
        }

        return old;

        bool IsLast(int end) => end > 0 && end <= items.Count && IdOf(items[end - 1]) == LastId;
    }

    public static string IdOf(JObject item) => Call.Scalar(item["id"]) ?? "";
}
