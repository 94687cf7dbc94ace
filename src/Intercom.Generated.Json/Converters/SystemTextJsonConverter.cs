using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>
/// Connects System.Text.Json to the codecs. <c>JsonSerializer</c>, the bodies and results of ASP.NET Core, and source-generated contexts
/// read and write the same JSON as the clients, regardless of the serializer's options.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SystemTextJsonConverter<T> : JsonConverter<T>
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // Only structs get here: for classes, the serializer reads null itself.
        if (reader.TokenType == JsonTokenType.Null)
            return default;
        var kind = KindOf(reader.TokenType);
        using var json = JsonDocument.ParseValue(ref reader);
        try
        {
            if (WireFormat.TryRead(Encoding.UTF8.GetBytes(json.RootElement.GetRawText()), CodecOf<T>.Instance, out var value))
                return value;
        }
        catch (Exception e) when (e is Newtonsoft.Json.JsonException or InvalidOperationException or DecoderFallbackException)
        {
            throw new JsonException(e.Message, e);
        }

        throw new JsonException($"Expected JSON for {typeof(T).Name} but found {kind}.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => CodecOf<T>.Instance.Write(writer, value);

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IsText && WireFormat.TryRead(new JValue(reader.GetString()), CodecOf<T>.Instance, out var value)
            ? value
            : base.ReadAsPropertyName(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (value is IOpenEnum known)
            (writer ?? throw new ArgumentNullException(nameof(writer))).WritePropertyName(known.Value);
        else
            base.WriteAsPropertyName(writer, value!, options);
    }

    private static bool IsText => typeof(IOpenEnum).IsAssignableFrom(typeof(T));

    private static string KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "Object",
        JsonTokenType.StartArray => "Array",
        JsonTokenType.True or JsonTokenType.False => "Boolean",
        _ => token.ToString(),
    };
}
