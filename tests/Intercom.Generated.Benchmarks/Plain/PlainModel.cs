using System.Text.Json;
using System.Text.Json.Serialization;

namespace Intercom.Generated.Benchmarks.Plain;

/// <summary>
/// The base class of types that are equivalent to the models of version 2.14 but independent of this SDK. They have the same properties
/// with the same C# types, except that open enums are strings.
/// </summary>
/// <typeparam name="TJson">
/// The type of untyped JSON: JsonElement for System.Text.Json, JToken for Newtonsoft.Json, object for the hand-written reader.
/// </typeparam>
public abstract class PlainModel<TJson>
{
    [JsonExtensionData, Newtonsoft.Json.JsonExtensionData]
    public Dictionary<string, TJson>? AdditionalProperties { get; set; }
}

/// <summary>Converts times to and from Unix seconds for System.Text.Json.</summary>
public sealed class UnixTime : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeSeconds());
}
