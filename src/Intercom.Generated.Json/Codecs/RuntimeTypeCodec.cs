using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Intercom.Generated.Runtime;

/// <summary>Writes a value whose type is only known at run time, by the codec of that type. Such a value cannot be read.</summary>
/// <typeparam name="T">The base of the types.</typeparam>
internal sealed class RuntimeTypeCodec<T> : JsonCodec<T>
    where T : class
{
    internal override string Unreadable => $"{typeof(T).Name} is the base of many types. Read one of the types of a version package instead.";

    public override bool TryRead(ref CodecReader reader, [MaybeNullWhen(false)] out T value) => throw new NotSupportedException(Unreadable);

    public override void Write(Utf8JsonWriter writer, T value) => Of(value.GetType()).WriteAny(writer, value);
}
