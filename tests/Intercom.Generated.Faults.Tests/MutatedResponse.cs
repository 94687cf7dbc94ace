using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Intercom.Generated.Faults.Tests;

/// <summary>A valid response and its mutations.</summary>
/// <param name="Mutations">The mutations of the body, in order.</param>
internal sealed record MutatedResponse(Endpoint Endpoint, int Status, IReadOnlyList<Mutation> Mutations)
{
    public static Arbitrary<MutatedResponse> Any { get; } = Arb.From(
        from endpoint in Gen.Elements<Endpoint>(Endpoint.All)
        from status in Gen.Frequency((8, Gen.Constant(200)), (2, Gen.Elements(201, 400, 401, 403, 404, 409, 422, 429, 500, 503)))
        from count in Gen.Choose(1, 3)
        from mutations in Gen.ArrayOf(Mutation.Any, count)
        select new MutatedResponse(endpoint, status, mutations),
        response => response.Mutations.Select((_, i) => response with { Mutations = [.. response.Mutations.Where((_, other) => other != i)] }));

    public byte[] Body => Mutations.Aggregate(Status < 300 ? Endpoint.Body : Endpoint.ErrorBody, static (body, mutation) => mutation.Apply(body));

    public override string ToString() => $"{Endpoint} {Status} {string.Join(", ", Mutations)}\n{Encoding.UTF8.GetString(Body)}";
}

/// <summary>A change to a body. Offsets and counts wrap around at the actual size.</summary>
internal sealed record Mutation(MutationKind Kind, int At, int Other)
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "{", "}", "[", "]", ",", ":", "\"", "'", "\\", "null", "true", "0", "-0", "-1", "1e999", "-1e999", "1e-999", "1.5", "0x10", "017", "NaN", "-Infinity", "undefined",
            "9223372036854775807", "9223372036854775808", "-9223372036854775809", "18446744073709551616", "253402300799", "253402300800", "253402300799.9999999", "-62135596800",
            "-62135596801", "9e15", "0.1e-7", "{}", "[]", "[[]]", "[null]", "{\"\":null}", "{\"type\":null}", "{\"type\":\"avatar\"}", "{\"type\":{}}", "{\"id\":[]}", "{\"id\":1}", "\"\"",
            "\"\\ud800\"", "\"\\udc00x\"", "\"\\u0000\"", "\"\\u12\"", "\"\u2028\"", "\"NaN\"", "\"1e999\"", "\"2021-02-30\"", "\"0001-01-01T00:00:00+14:00\"",
            "\"9999-12-31T23:59:59-14:00\"",
            "\"/Date(1)/\"", "\"https://x/?page=99999999999999999999\"", "\"?starting_after=%zz%\"", "\"https://x/?page=-1&page=0\"",
            "/*", "*/", "//", "new Date(1)", "new X()", "$ref", "\ufeff", "\0", "\u00a0",
        }.Select(Encoding.UTF8.GetBytes),
        [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xFF], Encoding.UTF8.GetBytes(new string('9', 400)),
        Encoding.UTF8.GetBytes("1." + new string('1', 400)), Encoding.UTF8.GetBytes($"\"{new string('9', 400)}\""),
    ];

    // Prefer mutations that keep the body valid JSON, because they get past the parser.
    public static Gen<Mutation> Any { get; } =
        from kind in Gen.Frequency(
            (1, Gen.Elements(Enum.GetValues<MutationKind>())),
            (4, Gen.Elements(Enum.GetValues<MutationKind>()[(int)MutationKind.ReplaceValue..])))
        from at in Gen.Choose(0, 1_000_000)
        from other in Gen.Choose(0, 1_000_000)
        select new Mutation(kind, at, other);

    public byte[] Apply(byte[] body)
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
            MutationKind.Insert => Replace(body, at..at, Tokens[Other % Tokens.Length]),
            _ => ApplyToValue(body),
        };
    }

    private byte[] ApplyToValue(byte[] body)
    {
        var (values, properties) = Find(body);
        if (values.Count == 0)
            return body;
        var value = values[At % values.Count];
        var token = Tokens[Other % Tokens.Length];
        switch (Kind)
        {
            case MutationKind.ReplaceValue:
                return Replace(body, value, token);
            case MutationKind.CopyValue:
                return Replace(body, value, body.AsSpan(values[Other % values.Count]));
            case MutationKind.NestValue:
                var depth = 1 + (Other % 200);
                return Replace(body, value, [.. Enumerable.Repeat((byte)'[', depth), .. body[value], .. Enumerable.Repeat((byte)']', depth)]);
            case MutationKind.DuplicateProperty when properties.Count > 0:
                var (name, whole) = properties[At % properties.Count];
                return Replace(body, whole.Start..whole.Start, [.. body[name], (byte)':', .. token, (byte)',']);
            default:
                return body;
        }
    }

    private static byte[] Replace(byte[] body, Range range, ReadOnlySpan<byte> with) =>
        [.. body.AsSpan(..range.Start.Value), .. with, .. body.AsSpan(range.End.Value..)];

    // Finds the ranges of values, property names, and whole properties, up to the first byte that is not valid JSON.
    private static (List<Range> Values, List<(Range Name, Range Whole)> Properties) Find(byte[] body)
    {
        var values = new List<Range>();
        var properties = new List<(Range, Range)>();
        var open = new Stack<(int Start, Range? Name)>();
        Range? name = null;
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 1000 });
        try
        {
            while (reader.Read())
            {
                var token = (int)reader.TokenStartIndex..(int)reader.BytesConsumed;
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
                        var (start, owner) = open.Pop();
                        Add(start..token.End.Value, owner);
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
