using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Intercom.Generated.Benchmarks.Plain;

/// <summary>
/// System.Text.Json over the plain types. Of the options that give the same values these are the fastest: the relaxed encoder copies the HTML
/// of bodies as it is, as this SDK does.
/// </summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ContactPage<Contact<JsonElement>>))]
[JsonSerializable(typeof(List<Contact<JsonElement>>))]
[JsonSerializable(typeof(Conversation<JsonElement>))]
[JsonSerializable(typeof(CreateContactRequest<JsonElement>))]
public sealed partial class PlainJson : JsonSerializerContext
{
    public static PlainJson SourceGenerated { get; } = new(NewOptions());

    public static JsonSerializerOptions Reflection { get; } = WithReflection();

    public static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)SourceGenerated.GetTypeInfo(typeof(T))!;

    private static JsonSerializerOptions NewOptions() => new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static JsonSerializerOptions WithReflection()
    {
        var options = NewOptions();
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver();
        return options;
    }
}
