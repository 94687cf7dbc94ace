using System.Text;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Paging;

/// <summary>The place after which the next page begins, as the opaque text that a client sends back.</summary>
internal sealed class PageCursor(int offset, string lastId, int page)
{
    public int Offset { get; } = offset;

    public string LastId { get; } = lastId;

    public int Page { get; } = page;

    public override string ToString() =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(new JArray(Offset, LastId, Page).ToString(Formatting.None)));

    /// <exception cref="Rejection">The text is no cursor of ours.</exception>
    public static PageCursor Parse(string text, string parameter)
    {
        try
        {
            if (JsonText.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(text))) is JArray { Count: 3 } parts
                && parts[0].Type == JTokenType.Integer && parts[1].Type == JTokenType.String && parts[2].Type == JTokenType.Integer
                && (int)parts[0] >= 0)
            {
                return new PageCursor((int)parts[0], (string)parts[1]!, (int)parts[2]);
            }
        }
        catch (FormatException)
        {
            // Neither base 64 nor JSON: falls through to the one answer for all of them.
        }
        catch (OverflowException)
        {
            // A number that no cursor of ours has.
        }

        throw Rejection.Invalid($"{parameter} is not a cursor of this list", parameter);
    }

    /// <summary>
    /// Where to go on. The last item is looked for by its id, so that something deleted between two pages hides nothing; when
    /// it is gone itself, its old place has to do. The search begins at the old place: items that a test made can all have the
    /// same id, and the first of them would lead back to the first page for ever.
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
