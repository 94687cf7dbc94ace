using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Intercom.Generated.Runtime;

/// <summary>Writes a value with the codec of its run-time type. Such a value cannot be read.</summary>
/// <typeparam name="T">The base type.</typeparam>
internal sealed class RuntimeTypeCodec<T> : JsonCodec<T>
    where T : class
{
    internal override string Unreadable =>
        $"{typeof(T).Name} is a base class and cannot be read. Use a type of a version package.";

    public override bool TryRead(ref CodecReader reader, [MaybeNullWhen(false)] out T value) => throw new NotSupportedException(Unreadable);

    public override void Write(Utf8JsonWriter writer, T value) => Of(value.GetType()).WriteAny(writer, value);
}
