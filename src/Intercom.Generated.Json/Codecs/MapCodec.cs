using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Intercom.Generated.Runtime;

/// <summary>Reads and writes dictionaries as JSON objects.</summary>
internal sealed class MapCodec<T>(JsonCodec<T> item) : JsonCodec<IDictionary<string, T>>
{
    public static void Write(Utf8JsonWriter writer, IDictionary<string, T> value, JsonCodec<T> item)
    {
        writer.WriteStartObject();
        foreach (var member in value)
        {
            JsonText.WriteName(writer, member.Key);
            if (member.Value is { } present)
                item.Write(writer, present);
            else
                writer.WriteNullValue();
        }

        writer.WriteEndObject();
    }

    internal override string? Unreadable => item.Unreadable;

    public override bool TryRead(ref CodecReader reader, [MaybeNullWhen(false)] out IDictionary<string, T> value)
    {
        var fits = reader.TryReadMap(item, out var map);
        value = map;
        return fits;
    }

    public override void Write(Utf8JsonWriter writer, IDictionary<string, T> value) => Write(writer, value, item);
}
