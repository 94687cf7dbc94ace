using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>Reads and writes the values of a type as UTF-8 JSON. The generator makes one for each type of a version package.</summary>
public abstract class JsonCodec
{
    private static readonly ConcurrentDictionary<Type, JsonCodec> Known = new();

    private protected JsonCodec()
    {
    }

    /// <summary>Writes a value that is of the codec's type.</summary>
    internal abstract void WriteAny(Utf8JsonWriter writer, object value);

    /// <summary>Writes the members of a form, whose files are put aside.</summary>
    internal virtual void WriteForm(Utf8JsonWriter writer, IntercomModel form, List<KeyValuePair<string, UploadFile>> files) =>
        throw new NotSupportedException($"{form.GetType()} cannot be sent as a form.");

    /// <summary>The codec of what a request sends, by what it is.</summary>
    internal static JsonCodec For(object value) => value is JToken ? JsonCodecs.Token : Known.GetOrAdd(value.GetType(), static type => Declared(type) ?? ReflectionCodec.Create<object>(type));

    /// <summary>Makes the codec that a type names; null when it names none.</summary>
    internal static JsonCodec? Declared(Type type) =>
        type.GetCustomAttribute<JsonCodecAttribute>() is { } attribute ? (JsonCodec)Activator.CreateInstance(attribute.Codec)! : null;
}

/// <summary>Reads and writes the values of a type as UTF-8 JSON.</summary>
/// <typeparam name="T">The type.</typeparam>
public abstract class JsonCodec<T> : JsonCodec
{
    private protected JsonCodec()
    {
    }

    /// <summary>Reads the value at hand, which is not null.</summary>
    /// <param name="reader">The reader; stays where it is when the value does not fit, and stands on the last token of the value otherwise.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the JSON fits the type.</returns>
    public abstract bool TryRead(ref CodecReader reader, [MaybeNullWhen(false)] out T value);

    /// <summary>Writes a value, which is not null.</summary>
    public abstract void Write(Utf8JsonWriter writer, T value);

    internal sealed override void WriteAny(Utf8JsonWriter writer, object value) => Write(writer, (T)value);
}

/// <summary>Names the codec of a type.</summary>
/// <param name="codec">The codec, a <see cref="JsonCodec{T}"/> of the type.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class JsonCodecAttribute([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] Type codec) : Attribute
{
    /// <summary>The codec.</summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
    public Type Codec { get; } = codec;
}

/// <summary>The codec of a type, found once.</summary>
internal static class CodecOf<T>
{
    // Not made by the initializer, whose exceptions would come wrapped in another.
    public static JsonCodec<T> Instance => field ??= Find();

    private static JsonCodec<T> Find() =>
        JsonCodecs.BuiltIn<T>() ?? (JsonCodec<T>?)JsonCodec.Declared(typeof(T)) ?? ListCodec.For<T>() ?? ReflectionCodec.Create<T>(typeof(T));
}
