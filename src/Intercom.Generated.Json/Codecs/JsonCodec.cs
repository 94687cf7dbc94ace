using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>
/// Reads and writes the values of a type as UTF-8 JSON. The generator creates a codec for each type of a version package.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonCodec
{
    private static readonly ConcurrentDictionary<Type, JsonCodec?> Known = new();

    private protected JsonCodec()
    {
    }

    /// <summary>The value that JSON null stands for.</summary>
    internal abstract object? Default { get; }

    /// <summary>Reads a value that is not null.</summary>
    /// <returns>False if the JSON does not fit the type.</returns>
    internal abstract bool TryReadAny(JToken json, out object? value);

    /// <summary>The reason why values of the type cannot be read, or null if they can.</summary>
    internal virtual string? Unreadable => null;

    /// <summary>Writes a value of the codec's type.</summary>
    internal abstract void WriteAny(Utf8JsonWriter writer, object value);

    /// <summary>Writes the members of a form, and collects its files.</summary>
    internal virtual void WriteForm(Utf8JsonWriter writer, object form, List<KeyValuePair<string, UploadFile>> files) =>
        throw new NotSupportedException($"{form.GetType()} cannot be sent as a form.");

    /// <summary>Gets the codec of a request body by its run-time type.</summary>
    internal static JsonCodec For(object value) =>
        value is JToken ? JsonCodecs.Token : Declared(value.GetType()) ?? NewtonsoftCodec.Create<object>(value.GetType());

    /// <summary>Gets the codec of a type.</summary>
    internal static JsonCodec Of(Type type) => Declared(type) ?? throw new NotSupportedException($"{type} has no codec.");

    /// <summary>Gets the codec from the <see cref="JsonCodecAttribute"/> of a type, or null if the type does not have one.</summary>
    /// <exception cref="NotSupportedException">The type derives from a base class of this package but has no codec.</exception>
    // Newtonsoft creates its converter by reflection.
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor, typeof(NewtonsoftConverter))]
    internal static JsonCodec? Declared(Type type) => Known.GetOrAdd(type, static type => Create(type));

    private static JsonCodec? Create(Type type)
    {
        if (type.GetCustomAttribute<JsonCodecAttribute>(inherit: false) is { } attribute)
            return (JsonCodec)Activator.CreateInstance(attribute.Codec)!;
        if (typeof(IntercomModel).IsAssignableFrom(type) || typeof(IntercomUnion).IsAssignableFrom(type))
        {
            throw new NotSupportedException(
                $"{type} has no codec. Only the types of the version packages can derive from {type.BaseType!.Name}. "
                + "For your own JSON, use a class without a base class.");
        }


        return null;
    }
}

/// <summary>Reads and writes the values of a type as UTF-8 JSON.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonCodec<T> : JsonCodec
{
    private protected JsonCodec()
    {
    }

    /// <summary>Reads the current value, which is not null.</summary>
    /// <param name="reader">
    /// The reader. Afterwards, it is at the last token of the value, or has not moved if the value does not fit.
    /// </param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the JSON fits the type.</returns>
    public abstract bool TryRead(ref CodecReader reader, [MaybeNullWhen(false)] out T value);

    /// <summary>Writes a value, which is not null.</summary>
    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>
    /// Finds the first property that a request must have but was never assigned. An assigned null counts as present, and a model that was
    /// read from JSON as complete, so that a request can be copied from a response.
    /// </summary>
    /// <param name="value">A request body or a part of one.</param>
    /// <returns>The path of the property from the value, such as <c>Items[2].Name</c>, or null if no property is missing.</returns>
    public virtual string? FindMissing(T value) => null;

    /// <summary>The length of the last long list of this type. It is a guess for the next one, so threads need not agree on it.</summary>
    internal int UsualItems { get; set; }

    internal sealed override object? Default => default(T);

    internal sealed override bool TryReadAny(JToken json, out object? value)
    {
        var fits = WireFormat.TryRead(json, this, out var found);
        value = found;
        return fits;
    }

    internal sealed override void WriteAny(Utf8JsonWriter writer, object value) => Write(writer, (T)value);
}

/// <summary>Specifies the codec of a type.</summary>
/// <param name="codec">The codec, a <see cref="JsonCodec{T}"/> of the type.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonCodecAttribute(
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] Type codec) : Attribute
{
    /// <summary>The codec.</summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
    public Type Codec { get; } = codec;
}

/// <summary>Caches the codec of a type.</summary>
internal static class CodecOf<T>
{
    // Not a static initializer, because its exceptions would be wrapped in a TypeInitializationException.
    public static JsonCodec<T> Instance => field ??= Find();

    /// <summary>Gets the codec for reading.</summary>
    /// <exception cref="NotSupportedException">Values of the type cannot be read.</exception>
    public static JsonCodec<T> Reader => field ??=
        Instance is { Unreadable: null } codec ? codec : throw new NotSupportedException(Instance.Unreadable);

    private static JsonCodec<T> Find() =>
        JsonCodecs.BuiltIn<T>()
        ?? (JsonCodec<T>?)JsonCodec.Declared(typeof(T))
        ?? ListCodec.For<T>()
        ?? NewtonsoftCodec.Create<T>(typeof(T));
}
