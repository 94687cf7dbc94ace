using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>
/// Reads and writes types for which no codec was generated, such as lists of models and types of the caller's own. It needs reflection, and so a program
/// that is neither trimmed nor compiled ahead of time.
/// </summary>
[RequiresUnreferencedCode(NewtonsoftReflection.Reason)]
[RequiresDynamicCode(NewtonsoftReflection.Reason)]
internal sealed class ReflectionCodec<T>(Type type) : JsonCodec<T>
{
    private static readonly Newtonsoft.Json.JsonSerializer Serializer = Newtonsoft.Json.JsonSerializer.Create(new Newtonsoft.Json.JsonSerializerSettings());

    public override bool TryRead(ref CodecReader reader, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        var ahead = reader;
        if (!JsonBinding.TryBind(ahead.ReadToken(), type, out var bound) || bound is null)
            return false;
        reader = ahead;
        value = (T)bound;
        return true;
    }

    public override void Write(Utf8JsonWriter writer, T value)
    {
        using var token = new JTokenWriter();
        JsonOutput.Write(token, value, null, null, Serializer);
        JsonCodecs.Token.Write(writer, token.Token!);
    }

    internal override void WriteForm(Utf8JsonWriter writer, IntercomModel form, List<KeyValuePair<string, UploadFile>> files)
    {
        var fields = new JObject(form.AdditionalProperties.Select(property => new JProperty(property.Key, property.Value)));
        foreach (var property in ModelShape.Of(form.GetType()).Properties)
        {
            switch (property.Get(form))
            {
                case null:
                    break;
                case UploadFile file:
                    fields.Remove(property.Name);
                    files.Add(new(property.Name, file));
                    break;
                case var value:
                    using (var token = new JTokenWriter())
                    {
                        JsonOutput.Write(token, value, property.Converter, property.ItemConverter, Serializer);
                        fields[property.Name] = token.Token;
                    }

                    break;
            }
        }

        JsonCodecs.Token.Write(writer, fields);
    }
}

/// <summary>Makes the codecs of types for which none was generated.</summary>
internal static class ReflectionCodec
{
    private const string OffWhereTrimmed =
        "The SDK turns JSON by reflection off in programs that are trimmed or compiled ahead of time, and this branch is left out there. A program that turns it on again keeps its types itself.";

    /// <summary>Makes the codec of a type.</summary>
    /// <exception cref="NotSupportedException">The program does without JSON by reflection.</exception>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = OffWhereTrimmed)]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = OffWhereTrimmed)]
    public static JsonCodec<T> Create<T>(Type type) =>
        JsonSerializer.IsReflectionEnabledByDefault
            ? new ReflectionCodec<T>(type)
            : throw new NotSupportedException(
                $"{type} is no model or union of a version package and no JToken. Other types are read and written by reflection, which is off in this program, as it is where code is trimmed or compiled ahead of time.");
}
