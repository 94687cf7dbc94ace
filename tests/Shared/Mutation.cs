using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Intercom.Generated.Tests;

/// <summary>A change to JSON or other text. Offsets and counts wrap around at the actual size.</summary>
internal sealed record Mutation(MutationKind Kind, int At, int Other)
{
    private const int MostOffset = 1_000_000;

    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "{", "}", "[", "]", ",", ":", "\"", "'", "\\", "null", "true", "0", "-0", "-1", "1e999", "-1e999", "1e-999", "1.5", "0x10",
            "017", "NaN",
            "-Infinity", "undefined", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "18446744073709551616",
            "253402300799", "253402300800", "253402300799.9999999", "-62135596800", "-62135596801", "9e15", "0.1e-7", "{}", "[]", "[[]]",
            "[null]", "{\"\":null}", "{\"type\":null}", "{\"type\":\"avatar\"}", "{\"type\":{}}", "{\"id\":[]}", "{\"id\":1}", "\"\"",
            "\"\\ud800\"", "\"\\udc00x\"", "\"\\u0000\"", "\"\\u12\"", "\"\u2028\"", "\"NaN\"", "\"1e999\"", "\"2021-02-30\"",
            "\"0001-01-01T00:00:00+14:00\"",
            "\"9999-12-31T23:59:59-14:00\"",
            "\"/Date(1)/\"", "\"https://x/?page=99999999999999999999\"", "\"?starting_after=%zz%\"", "\"https://x/?page=-1&page=0\"",
            "/*", "*/", "//", "new Date(1)", "new X()", "$ref", "\ufeff", "\0", "\u00a0",
        }.Select(Encoding.UTF8.GetBytes),
        [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xFF], Encoding.UTF8.GetBytes(new string('9', 400)),
        Encoding.UTF8.GetBytes("1." + new string('1', 400)), Encoding.UTF8.GetBytes($"\"{new string('9', 400)}\""),
    ];

    private static readonly MutationKind[] Kinds = Enum.GetValues<MutationKind>();

    // Prefer mutations that keep the body valid JSON, because they get past the parser.
    private static readonly MutationKind[] KindsOfValues = Kinds[(int)MutationKind.ReplaceValue..];

    public static Gen<Mutation> Any { get; } =
        from kind in Gen.Frequency((1, Gen.Elements(Kinds)), (4, Gen.Elements(KindsOfValues)))
        from at in Gen.Choose(0, MostOffset)
        from other in Gen.Choose(0, MostOffset)
        select new Mutation(kind, at, other);

    /// <summary>Creates a random change without FsCheck.</summary>
    public static Mutation Next(Random random)
    {
        var kinds = random.Next(2) == 0 ? Kinds : KindsOfValues;
        return new Mutation(kinds[random.Next(kinds.Length)], random.Next(MostOffset), random.Next(MostOffset));
    }

    /// <summary>Applies the change.</summary>
    /// <param name="body">The text to change.</param>
    /// <param name="more">More tokens to insert than those of JSON.</param>
    public byte[] Apply(byte[] body, IReadOnlyList<byte[]>? more = null)
    {
        if (body.Length == 0)
            return body;
        var at = At % body.Length;
        return Kind switch
        {
            MutationKind.FlipByte => Replace(body, at..(at + 1), [(byte)(body[at] ^ (1 << (Other % 8)))]),
            MutationKind.Cut => body[..at],
            MutationKind.Delete => Replace(body, at..Math.Min(body.Length, at + (Other % 40) + 1), []),
            MutationKind.Repeat => Replace(body, at..at, body.AsSpan(Math.Max(0, at - (Other % 200))..at)),
            MutationKind.Insert => Replace(body, at..at, Token(more)),
            _ => ApplyToValue(body, Token(more)),
        };
    }

    private byte[] ApplyToValue(byte[] body, byte[] token)
    {
        var (values, properties) = Find(body);
        if (values.Count == 0)
            return body;
        var value = values[At % values.Count];
        switch (Kind)
        {
            case MutationKind.ReplaceValue:
                return Replace(body, value, token);
            case MutationKind.CopyValue:
                return Replace(body, value, body.AsSpan(values[Other % values.Count]));
            case MutationKind.NestValue:
                var depth = 1 + (Other % 200);
                var (open, close) = (Enumerable.Repeat((byte)'[', depth), Enumerable.Repeat((byte)']', depth));
                return Replace(body, value, [.. open, .. body[value], .. close]);
            case MutationKind.DuplicateProperty when properties.Count > 0:
                var (name, whole) = properties[At % properties.Count];
                return Replace(body, whole.Start..whole.Start, [.. body[name], (byte)':', .. token, (byte)',']);
            default:
                return body;
        }
    }

    // Half of the tokens are those of the caller.
    private byte[] Token(IReadOnlyList<byte[]>? more) =>
        more is { Count: > 0 } && Other % 2 == 1 ? more[Other / 2 % more.Count] : Tokens[Other % Tokens.Length];

    private static byte[] Replace(byte[] body, Range range, ReadOnlySpan<byte> with) =>
        [.. body.AsSpan(..range.Start.Value), .. with, .. body.AsSpan(range.End.Value..)];

    // Finds the ranges of values, property names, and whole properties, up to the first byte that is not valid JSON. A first line that
    // starts with # is not part of the JSON, and several values can follow each other.
    private static (List<Range> Values, List<(Range Name, Range Whole)> Properties) Find(byte[] body)
    {
        var values = new List<Range>();
        var properties = new List<(Range, Range)>();
        var open = new Stack<(int Start, Range? Name)>();
        Range? name = null;
        var start = body is [(byte)'#', ..] ? Array.IndexOf(body, (byte)'\n') + 1 : 0;
        var reader = new Utf8JsonReader(body.AsSpan(start), new JsonReaderOptions { MaxDepth = 1000, AllowMultipleValues = true });
        try
        {
            while (reader.Read())
            {
                var token = (start + (int)reader.TokenStartIndex)..(start + (int)reader.BytesConsumed);
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        // The colon is consumed with the name.
                        name = token.Start..(token.Start.Value + body.AsSpan(token).LastIndexOf((byte)'"') + 1);
                        break;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        open.Push((token.Start.Value, name));
                        name = null;
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        var (opening, owner) = open.Pop();
                        Add(opening..token.End.Value, owner);
                        break;
                    default:
                        Add(token, name);
                        name = null;
                        break;
                }
            }
        }
        catch (JsonException)
        {
            // The rest is not valid JSON.
        }

        return (values, properties);

        void Add(Range value, Range? of)
        {
            values.Add(value);
            if (of is { } found)
                properties.Add((found, found.Start..value.End));
        }
    }
}

/// <summary>The kinds of mutations.</summary>
internal enum MutationKind
{
    FlipByte,
    Cut,
    Delete,
    Repeat,
    Insert,
    ReplaceValue,
    CopyValue,
    NestValue,
    DuplicateProperty,
}
