using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>
/// Connects Newtonsoft.Json to the codecs: <c>JsonConvert</c>, <c>JToken.ToObject</c> and <c>FromObject</c> read and write the same JSON as the clients,
/// whatever the settings of the serializer.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NewtonsoftConverter : JsonConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => JsonCodec.Declared(TypeOf(objectType)) is not null;

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
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
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        if (writer is null)
            throw new ArgumentNullException(nameof(writer));
        if (value is null)
        {
            writer.WriteNull();
            return;
        }

        // Token by token: not every writer takes raw JSON, and each has its own formatting.
        using var reader = WireFormat.OpenText(WireFormat.Write(value, JsonCodec.Of(value.GetType()), overrides: null));
        while (reader.Read())
            writer.WriteToken(reader.TokenType, reader.Value);
    }

    private static Type TypeOf(Type objectType) => Nullable.GetUnderlyingType(objectType ?? throw new ArgumentNullException(nameof(objectType))) ?? objectType;

    // The codecs decide what is a time and what is a number.
    private static JToken Load(JsonReader reader)
    {
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
