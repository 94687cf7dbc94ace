using System.Text;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>The content of a response with a page.</summary>
/// <param name="Items">The items, or null if the response does not have the form of a list.</param>
/// <param name="Around">The JSON around the items, or null if there is none.</param>
/// <param name="Whole">The whole response if <paramref name="Items"/> is null.</param>
internal readonly record struct PageContent<T>(List<T>? Items, byte[]? Around, JToken? Whole);

/// <summary>Reads the items of a page and copies the JSON around them in one pass.</summary>
internal sealed class PageCodec<T>(string itemsPath, JsonCodec<T> item) : JsonCodec<PageContent<T>>
{
    private readonly byte[][] _path = itemsPath.Length == 0 ? [] : Array.ConvertAll(itemsPath.Split('.'), Encoding.UTF8.GetBytes);

    public override bool TryRead(ref CodecReader reader, out PageContent<T> value)
    {
        var ahead = reader;
        List<T>? items = null;
        if (_path.Length == 0)
        {
            if (ahead.TryReadList(item, out items))
                return Found(ref reader, ahead, new PageContent<T>(items, null, null), out value);
        }
        else
        {
            var around = new PooledBuffer();
            var isPlain = TryReadAround(ref ahead, 0, around, ref items) && items is not null;
            var copy = isPlain ? around.ToArray() : null;
            around.Clear();
            if (copy is not null)
            {
                // The copied bytes were not decoded, so check that they are valid UTF-8.
                _ = JsonText.Strict.GetCharCount(copy);
                return Found(ref reader, ahead, new PageContent<T>(items, copy, null), out value);
            }
        }

        value = new PageContent<T>(null, null, reader.ReadToken());
        return true;
    }

    public override void Write(Utf8JsonWriter writer, PageContent<T> value) => throw new NotSupportedException("Pages are only read.");

    private static bool Found(ref CodecReader reader, CodecReader ahead, PageContent<T> content, out PageContent<T> value)
    {
        reader = ahead;
        value = content;
        return true;
    }

    // Returns false if the items are missing from their path or are not a list of items.
    private bool TryReadAround(ref CodecReader reader, int depth, PooledBuffer around, ref List<T>? items)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        around.Add((byte)'{');
        var isFirst = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isOnPath = reader.IsName(_path[depth]);
            var isItems = isOnPath && depth + 1 == _path.Length;
            if (!isItems)
            {
                if (!isFirst)
                    around.Add((byte)',');
                isFirst = false;
                reader.CopyName(around);
            }

            reader.Read();
            // The last value of a duplicate name counts, even if it no longer contains the items.
            if (isOnPath)
                items = null;
            if (!isOnPath)
                reader.CopyValue(around);
            else if (isItems ? !reader.TryReadList(item, out items) : !TryReadAround(ref reader, depth + 1, around, ref items))
                return false;
        }

        around.Add((byte)'}');
        return true;
    }
}
