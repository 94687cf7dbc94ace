using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>Reads and writes untyped JSON.</summary>
internal sealed class TokenCodec<T> : JsonCodec<T>
    where T : JToken
{
    public override bool TryRead(ref CodecReader reader, [MaybeNullWhen(false)] out T value)
    {
        var ahead = reader;
        value = ahead.ReadToken() as T;
        if (value is null)
            return false;
        reader = ahead;
        return true;
    }

    public override void Write(Utf8JsonWriter writer, T value)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            WriteToken(writer, value);
    }

    // A property that was assigned a comment has no value.
    private static void WriteToken(Utf8JsonWriter writer, JToken? token)
    {
        switch (token)
        {
            case JObject json:
                writer.WriteStartObject();
                foreach (var property in json.Properties())
                {
                    JsonText.WriteName(writer, property.Name);
                    WriteToken(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JArray list:
                writer.WriteStartArray();
                foreach (var item in list)
                    WriteToken(writer, item);
                writer.WriteEndArray();
                break;
            case JValue { Type: JTokenType.String, Value: string text }:
                JsonText.Write(writer, text);
                break;
            case JValue { Type: JTokenType.Integer, Value: long number }:
                writer.WriteNumberValue(number);
                break;
            case JValue { Type: JTokenType.Float, Value: double number } when !double.IsNaN(number) && !double.IsInfinity(number):
                JsonCodecs.Number.Write(writer, number);
                break;
            case JValue { Type: JTokenType.Boolean, Value: bool flag }:
                writer.WriteBooleanValue(flag);
                break;
            case JValue { Type: JTokenType.Null }:
                writer.WriteNullValue();
                break;
            case JValue { Value: Uri uri }:
                JsonText.Write(writer, uri.OriginalString);
                break;
            default:
                WriteOther(writer, token);
                break;
        }
    }

    // Values that can only come from a program, such as dates, are written as Newtonsoft writes them.
    private static void WriteOther(Utf8JsonWriter writer, JToken? token)
    {
        var json = token?.ToString(Formatting.None) ?? "null";
        // Newtonsoft writes NaN and infinity as text.
        if (WireFormat.IsRequest && (token is null || (token.Type == JTokenType.Float && json[0] == '"') || !JsonText.IsJson(json)))
        {
            var place = token is null or { Path.Length: 0 } ? string.Empty : $" at '{token.Path}'";
            throw new UnwritableValueException(
                $"JSON cannot represent the {token?.Type ?? JTokenType.Comment} token{place}. "
                + "Assign a number, text, a Boolean, null, a list, or an object.");
        }

        JsonText.CheckSurrogates(json);
        JsonText.WriteRaw(writer, json);
    }
}
