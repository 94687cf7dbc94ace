using System.Text;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>An answer that holds a page.</summary>
/// <param name="Items">The items; null when the answer has another form than that of a list around its items.</param>
/// <param name="Around">What is around the items; null when nothing is.</param>
/// <param name="Whole">The whole answer where there are no items.</param>
internal readonly record struct PageAnswer<T>(List<T>? Items, byte[]? Around, JToken? Whole);

/// <summary>Reads the items of a page, and copies what is around them, in one go.</summary>
internal sealed class PageCodec<T>(string itemsPath, JsonCodec<T> item) : JsonCodec<PageAnswer<T>>
{
    private readonly byte[][] _path = itemsPath.Length == 0 ? [] : Array.ConvertAll(itemsPath.Split('.'), Encoding.UTF8.GetBytes);

    public override bool TryRead(ref CodecReader reader, out PageAnswer<T> value)
    {
        var ahead = reader;
        List<T>? items = null;
        if (_path.Length == 0)
        {
            if (ahead.TryReadList(item, out items))
                return Found(ref reader, ahead, new PageAnswer<T>(items, null, null), out value);
        }
        else
        {
            var around = new PooledBuffer();
            var isPlain = TryReadAround(ref ahead, 0, around, ref items) && items is not null;
            var copy = isPlain ? around.ToArray() : null;
            around.Clear();
            if (copy is not null)
            {
                // What is copied is not decoded, and has to be UTF-8 all the same.
                _ = JsonText.Strict.GetCharCount(copy);
                return Found(ref reader, ahead, new PageAnswer<T>(items, copy, null), out value);
            }
        }

        value = new PageAnswer<T>(null, null, reader.ReadToken());
        return true;
    }

    public override void Write(Utf8JsonWriter writer, PageAnswer<T> value) => throw new NotSupportedException("Pages are only read.");

    private static bool Found(ref CodecReader reader, CodecReader ahead, PageAnswer<T> answer, out PageAnswer<T> value)
    {
        reader = ahead;
        value = answer;
        return true;
    }

    // False when the items are not where they should be, or are no list of items.
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
            // The last value of a name counts, also for what it holds no longer.
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
