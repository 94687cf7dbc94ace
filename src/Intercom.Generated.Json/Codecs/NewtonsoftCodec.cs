using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Utf8JsonWriter = System.Text.Json.Utf8JsonWriter;

namespace Intercom.Generated.Runtime;

/// <summary>
/// Reads and writes types without a codec, such as the caller's own types, with Newtonsoft's serializer. It needs reflection, so it does
/// not work in trimmed or AOT-compiled programs.
/// </summary>
[RequiresUnreferencedCode(Reason)]
[RequiresDynamicCode(Reason)]
internal sealed class NewtonsoftCodec<T> : JsonCodec<T>
{
    private const string Reason = "Newtonsoft's serializer finds the members of a type by reflection.";

    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings());

    internal override string? Unreadable => field ??= UnreadableTypes.ReasonFor(typeof(T), Serializer.ContractResolver);

    public override bool TryRead(ref CodecReader reader, [MaybeNullWhen(false)] out T value)
    {
        var ahead = reader;
        using var json = new JTokenReader(ahead.ReadToken());
        try
        {
            value = Serializer.Deserialize<T>(json);
        }
        catch (JsonReaderException e)
        {
            // The body is valid JSON but does not fit the type.
            throw new JsonSerializationException(e.Message, e.Path ?? "", e.LineNumber, e.LinePosition, e);
        }

        if (value is null)
            return false;
        reader = ahead;
        return true;
    }

    public override void Write(Utf8JsonWriter writer, T value)
    {
        using var json = new JTokenWriter();
        Serializer.Serialize(json, value);
        JsonCodecs.Token.Write(writer, json.Token!);
    }

    internal override void WriteForm(Utf8JsonWriter writer, object form, List<KeyValuePair<string, UploadFile>> files)
    {
        var settings = new JsonSerializerSettings { Converters = { new FileConverter(files) } };
        using var json = new JTokenWriter();
        JsonSerializer.Create(settings).Serialize(json, form);
        JsonCodecs.Token.Write(writer, json.Token!);
    }

    // JSON cannot contain files.
    private sealed class FileConverter(List<KeyValuePair<string, UploadFile>> files) : JsonConverter<UploadFile>
    {
        public override bool CanRead => false;

        public override UploadFile? ReadJson(
            JsonReader reader, Type objectType, UploadFile? existingValue, bool hasExistingValue, JsonSerializer serializer) =>
            throw new NotSupportedException();

        public override void WriteJson(JsonWriter writer, UploadFile? value, JsonSerializer serializer)
        {
            files.Add(new(writer.Path, value!));
            writer.WriteNull();
        }
    }
}

/// <summary>Creates codecs for types without a codec.</summary>
internal static class NewtonsoftCodec
{
    private const string OffWhenTrimmed =
        "The .NET SDK turns reflection-based JSON off in trimmed and AOT-compiled programs, and the compiler removes this branch. "
        + "A program that turns it on must preserve its types.";

    /// <summary>Creates the codec of a type.</summary>
    /// <exception cref="NotSupportedException">Reflection-based JSON is off in this program.</exception>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = OffWhenTrimmed)]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = OffWhenTrimmed)]
    public static JsonCodec<T> Create<T>(Type type) =>
        System.Text.Json.JsonSerializer.IsReflectionEnabledByDefault
            ? new NewtonsoftCodec<T>()
            : throw new NotSupportedException(
                $"{type} is not a model or union of a version package, and not a JToken. Other types need reflection-based JSON, "
                + "which is off in this program, as it is in trimmed and AOT-compiled programs.");
}
