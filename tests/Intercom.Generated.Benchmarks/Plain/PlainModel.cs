using System.Text.Json;
using System.Text.Json.Serialization;

namespace Intercom.Generated.Benchmarks.Plain;

/// <summary>
/// The base of types that are equal to the models of 2.14 but know nothing of this SDK: the same properties of the same C# types. Open
/// enums are strings, and <typeparamref name="TJson"/> holds what has no type: JsonElement for System.Text.Json, JToken for Newtonsoft, object
/// for the code written by hand.
/// </summary>
public abstract class PlainModel<TJson>
{
    [JsonExtensionData, Newtonsoft.Json.JsonExtensionData]
    public Dictionary<string, TJson>? AdditionalProperties { get; set; }
}

/// <summary>Points in time as Unix seconds, for System.Text.Json.</summary>
public sealed class UnixTime : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeSeconds());
}
