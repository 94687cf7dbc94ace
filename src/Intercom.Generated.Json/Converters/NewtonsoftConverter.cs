using System.ComponentModel;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>
/// Connects Newtonsoft.Json to the codecs. <c>JsonConvert</c>, <c>JToken.ToObject</c>, and <c>FromObject</c> read and write the same JSON
/// as the clients, regardless of the serializer's settings.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NewtonsoftConverter : JsonConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => JsonCodec.Declared(TypeOf(objectType)) is not null;

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, Newtonsoft.Json.JsonSerializer serializer)
    {
        var type = TypeOf(objectType);
        var codec = JsonCodec.Of(type);
        var path = (reader ?? throw new ArgumentNullException(nameof(reader))).Path;
        var json = Load(reader);
        if (json.Type == JTokenType.Null)
            return type == objectType ? codec.Default : null;
        return codec.TryReadAny(json, out var value) ? value : throw JsonValues.Misfit(json, type, path);
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, Newtonsoft.Json.JsonSerializer serializer)
    {
        if (writer is null)
            throw new ArgumentNullException(nameof(writer));
        if (value is null)
        {
            writer.WriteNull();
            return;
        }

        try
        {
            Copy(WireFormat.Write(value, JsonCodec.Of(value.GetType()), overrides: null), writer);
        }
        catch (System.Text.Json.JsonException e)
        {
            throw new JsonWriterException($"A value cannot be represented in JSON: {e.Message}", writer.Path, e);
        }
    }

    // Writes token by token, because not every writer accepts raw JSON, and each has its own formatting.
    private static void Copy(ReadOnlySpan<byte> json, JsonWriter writer)
    {
        var reader = new Utf8JsonReader(
            json, new JsonReaderOptions { MaxDepth = int.MaxValue, CommentHandling = JsonCommentHandling.Skip });
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    writer.WriteStartObject();
                    break;
                case JsonTokenType.EndObject:
                    writer.WriteEndObject();
                    break;
                case JsonTokenType.StartArray:
                    writer.WriteStartArray();
                    break;
                case JsonTokenType.EndArray:
                    writer.WriteEndArray();
                    break;
                case JsonTokenType.PropertyName:
                    writer.WritePropertyName(reader.GetString()!);
                    break;
                case JsonTokenType.String:
                    writer.WriteValue(reader.GetString());
                    break;
                case JsonTokenType.Number when reader.TryGetInt64(out var number):
                    writer.WriteValue(number);
                    break;
                case JsonTokenType.Number:
                    WriteNumber(writer, JsonText.Decode(reader.ValueSpan));
                    break;
                case JsonTokenType.True or JsonTokenType.False:
                    writer.WriteValue(reader.GetBoolean());
                    break;
                default:
                    writer.WriteNull();
                    break;
            }
        }
    }

    private static void WriteNumber(JsonWriter writer, string digits)
    {
        if (JsonValues.Number(digits) is JRaw)
            writer.WriteRawValue(digits);
        else
            writer.WriteValue(JsonValues.ExactNumber(digits));
    }

    private static Type TypeOf(Type objectType) =>
        Nullable.GetUnderlyingType(objectType ?? throw new ArgumentNullException(nameof(objectType))) ?? objectType;

    // Newtonsoft must not parse times or numbers, because the codecs do.
    private static JToken Load(JsonReader reader)
    {
        // Newtonsoft cannot load raw JSON, such as a number beyond the range of a double, from a token.
        if (reader is JTokenReader { CurrentToken: { } token })
        {
            reader.Skip();
            return token;
        }

        var dates = reader.DateParseHandling;
        var floats = reader.FloatParseHandling;
        reader.DateParseHandling = DateParseHandling.None;
        reader.FloatParseHandling = FloatParseHandling.Double;
        try
        {
            return JToken.Load(reader);
        }
        finally
        {
            reader.DateParseHandling = dates;
            reader.FloatParseHandling = floats;
        }
    }
}
