using System.Text.Json;
using Intercom.Generated.Benchmarks.Plain;

namespace Intercom.Generated.Benchmarks.Calls;

internal static partial class HandWrittenReader
{
    private delegate T? Item<T>(ref Utf8JsonReader reader);

    /// <summary>Reads a page of contacts.</summary>
    /// <returns>The contacts, and the cursor of the next page or null on the last page.</returns>
    public static (List<Contact<object?>> Contacts, string? StartingAfter) Page(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        List<Contact<object?>>? contacts = null;
        string? startingAfter = null;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("data"u8))
                contacts = List<Contact<object?>>(ref reader, Contact);
            else if (name.SequenceEqual("pages"u8))
                startingAfter = StartingAfter(ref reader);
            else
                reader.Skip();
        }

        return (contacts ?? [], startingAfter);
    }

    private static string? StartingAfter(ref Utf8JsonReader reader)
    {
        string? startingAfter = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isNext = reader.ValueTextEquals("next"u8);
            reader.Read();
            if (!isNext || reader.TokenType == JsonTokenType.Null)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isStart = reader.ValueTextEquals("starting_after"u8);
                reader.Read();
                if (isStart)
                    startingAfter = reader.GetString();
            }
        }

        return startingAfter;
    }

    private static string? Text(ref Utf8JsonReader reader) => reader.GetString();

    private static bool? Flag(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();

    private static long? Number(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();

    private static DateTimeOffset? Time(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64());

    private static List<T>? List<T>(ref Utf8JsonReader reader, Item<T> item)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(item(ref reader)!);
        return items;
    }

    private static Dictionary<string, object?>? Attributes(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var attributes = new Dictionary<string, object?>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            attributes[name] = reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.Number => reader.TryGetInt64(out var whole) ? whole : reader.GetDouble(),
                JsonTokenType.True => true,
                JsonTokenType.False => false,
                JsonTokenType.Null => null,
                _ => JsonElement.ParseValue(ref reader),
            };
        }

        return attributes;
    }
}
