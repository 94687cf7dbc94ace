using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Intercom.Generated.Runtime;

/// <summary>Reads and writes lists.</summary>
/// <typeparam name="TList">What the list is seen as: <see cref="List{T}"/> or something that it is.</typeparam>
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

/// <summary>Lists of any type.</summary>
internal static class ListCodec
{
    /// <summary>The codec of a type that is a list; null for others, and where code cannot be made at run time.</summary>
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Native code leaves out what follows the look at IsDynamicCodeSupported.")]
    public static JsonCodec<TList>? For<TList>()
    {
        if (!typeof(TList).IsGenericType || !IsList(typeof(TList).GetGenericTypeDefinition()))
            return null;
#if NET
        if (!RuntimeFeature.IsDynamicCodeSupported)
            return null;
#endif
        var item = typeof(TList).GetGenericArguments()[0];
        return JsonCodec.Declared(item) is { } codec ? (JsonCodec<TList>)Activator.CreateInstance(typeof(ListCodec<,>).MakeGenericType(typeof(TList), item), codec)! : null;
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
        type == typeof(List<>) || type == typeof(IList<>) || type == typeof(IReadOnlyList<>) || type == typeof(ICollection<>) || type == typeof(IReadOnlyCollection<>) || type == typeof(IEnumerable<>);
}
