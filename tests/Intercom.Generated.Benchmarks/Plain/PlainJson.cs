using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Intercom.Generated.Benchmarks.Plain;

/// <summary>
/// The System.Text.Json options for the plain types. These are the fastest options that produce the same values. Like this SDK, the relaxed
/// encoder copies the HTML of bodies unchanged.
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
