using System.Text;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>An answer that holds a page.</summary>
/// <param name="Items">The items; null when the answer has another form than that of a list around its items.</param>
/// <param name="Json">What is around the items, null when nothing is; the whole answer where there are no items.</param>
internal readonly record struct PageAnswer<T>(List<T>? Items, JToken? Json);

/// <summary>Reads the items of a page, and what is around them, in one go.</summary>
internal sealed class PageCodec<T>(string itemsPath, JsonCodec<T> item) : JsonCodec<PageAnswer<T>>
{
    private readonly byte[][] _path = itemsPath.Length == 0 ? [] : Array.ConvertAll(itemsPath.Split('.'), Encoding.UTF8.GetBytes);

    public override bool TryRead(ref CodecReader reader, out PageAnswer<T> value)
    {
        var ahead = reader;
        List<T>? items = null;
        JToken? around = null;
        if (_path.Length == 0 ? ahead.TryReadList(item, out items) : (around = TryReadAround(ref ahead, 0, ref items)) is not null && items is not null)
        {
            reader = ahead;
            value = new PageAnswer<T>(items, around);
        }
        else
        {
            value = new PageAnswer<T>(null, reader.ReadToken());
        }

        return true;
    }

    public override void Write(Utf8JsonWriter writer, PageAnswer<T> value) => throw new NotSupportedException("Pages are only read.");

    // Null when the items are not where they should be, or are no list of items.
    private JObject? TryReadAround(ref CodecReader reader, int depth, ref List<T>? items)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return null;
        var json = new JObject();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isOnPath = reader.IsName(_path[depth]);
            var name = reader.ReadName();
            reader.Read();
            // The last value of a name counts, also for what it holds no longer.
            if (isOnPath)
                items = null;
            if (!isOnPath)
                json[name] = reader.ReadToken();
            else if (depth + 1 < _path.Length && TryReadAround(ref reader, depth + 1, ref items) is { } inner)
                json[name] = inner;
            else if (depth + 1 < _path.Length || !reader.TryReadList(item, out items))
                return null;
        }

        return json;
    }
}
