using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Intercom.Generated.Runtime;

/// <summary>Reads and writes lists.</summary>
/// <typeparam name="TList">The type of the list: <see cref="List{T}"/> or one of its interfaces.</typeparam>
/// <typeparam name="T">The type of an item.</typeparam>
internal sealed class ListCodec<TList, T>(JsonCodec<T> item) : JsonCodec<TList>
    where TList : class, IEnumerable<T>
{
    internal override string? Unreadable => item.Unreadable;

    public override bool TryRead(ref CodecReader reader, [MaybeNullWhen(false)] out TList value)
    {
        var fits = reader.TryReadList(item, out var list);
        value = (TList?)(object?)list;
        return fits;
    }

    public override void Write(Utf8JsonWriter writer, TList value) => ListCodec.Write(writer, value, item);
}

/// <summary>Creates and shares code for list codecs.</summary>
internal static class ListCodec
{
    /// <summary>Gets the codec of a list type. Returns null for other types, and if dynamic code is not supported.</summary>
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "In native code, the method returns before it needs dynamic code.")]
    public static JsonCodec<TList>? For<TList>()
    {
        if (!typeof(TList).IsGenericType || !IsList(typeof(TList).GetGenericTypeDefinition()))
            return null;
#if NET
        if (!RuntimeFeature.IsDynamicCodeSupported)
            return null;
#endif
        var item = typeof(TList).GetGenericArguments()[0];
        return JsonCodec.Declared(item) is { } codec
            ? (JsonCodec<TList>)Activator.CreateInstance(typeof(ListCodec<,>).MakeGenericType(typeof(TList), item), codec)!
            : null;
    }

    public static void Write<T>(Utf8JsonWriter writer, IEnumerable<T> value, JsonCodec<T> item)
    {
        writer.WriteStartArray();
        if (value is IList<T> list)
        {
            for (var i = 0; i < list.Count; i++)
                WriteItem(writer, list[i], item);
        }
        else
        {
            foreach (var one in value)
                WriteItem(writer, one, item);
        }

        writer.WriteEndArray();
    }

    private static void WriteItem<T>(Utf8JsonWriter writer, T value, JsonCodec<T> item)
    {
        if (value is { } present)
            item.Write(writer, present);
        else
            writer.WriteNullValue();
    }

    private static bool IsList(Type type) =>
        type == typeof(List<>)
        || type == typeof(IList<>)
        || type == typeof(IReadOnlyList<>)
        || type == typeof(ICollection<>)
        || type == typeof(IReadOnlyCollection<>)
        || type == typeof(IEnumerable<>);
}
