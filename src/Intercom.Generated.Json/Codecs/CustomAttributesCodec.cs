using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Intercom.Generated.Runtime;

/// <summary>Reads and writes custom attributes.</summary>
internal sealed class CustomAttributesCodec : JsonCodec<CustomAttributes>
{
    public override bool TryRead(ref CodecReader reader, [MaybeNullWhen(false)] out CustomAttributes value) =>
        reader.TryReadCustomAttributes(out value);

    public override void Write(Utf8JsonWriter writer, CustomAttributes value)
    {
        writer.WriteStartObject();
        foreach (var attribute in value.Pairs)
        {
            JsonText.WriteName(writer, attribute.Key);
            CustomAttributeValueCodec.WriteValue(writer, attribute.Value);
        }

        writer.WriteEndObject();
    }
}

/// <summary>Reads and writes the value of a custom attribute.</summary>
internal sealed class CustomAttributeValueCodec : JsonCodec<CustomAttributeValue>
{
    public static void WriteValue(Utf8JsonWriter writer, CustomAttributeValue value)
    {
        switch (value.Value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                JsonText.Write(writer, text);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case double number:
                JsonCodecs.Number.Write(writer, number);
                break;
            default:
                JsonCodecs.Token.Write(writer, value.Json);
                break;
        }
    }

    public override bool TryRead(ref CodecReader reader, out CustomAttributeValue value)
    {
        value = reader.ReadAttribute();
        return true;
    }

    public override void Write(Utf8JsonWriter writer, CustomAttributeValue value) => WriteValue(writer, value);
}
