using System.Globalization;
using System.Text;
using System.Text.Json;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Core.Tests.Json;

/// <summary>The tokenizer accepts the same JSON as .NET's reader and finds the same tokens.</summary>
public class JsonTokenizerTests
{
    private const string Sample = """
        {"type":"contact","id" : "5f0a","n":[0,-0,12,-9223372036854775808,9223372036854775807,9223372036854775808,123456789012345678,
        1.5,-0.25,1e5,2E-3,1.0e+10],"a":{"b":{},"c":[[]],"d":[{"e":null},true,false]},"\u0069d":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00",
        "text of more than sixteen bytes":"sixteen bytes \" or more, \u0041 and ü, 日本, 😀","":"","ü":"€"
        } 
        """;

    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Sample);

    // Every byte that means something in JSON, and some that do not.
    private static readonly byte[] Replacements = [.. "{}[]\"\\,:0179-+.eEtfnu /b\n\t"u8, 0, 1, 31, 127, 0xC3, 0xFF];

    [TestCaseSource(nameof(Texts))]
    public void Finds_the_same_tokens(string json) => Check(Encoding.UTF8.GetBytes(json));

    [Test]
    public void Finds_the_same_tokens_in_every_truncated_text()
    {
        for (var length = 0; length <= Bytes.Length; length++)
            Check(Bytes.AsSpan(0, length));
    }

    [Test]
    public void Finds_the_same_tokens_if_any_byte_is_replaced_inserted_or_removed()
    {
        Parallel.For(0, Bytes.Length, position =>
        {
            byte[] before = Bytes[..position];
            byte[] after = Bytes[(position + 1)..];
            Check([.. before, .. after]);
            foreach (var replacement in Replacements)
            {
                Check([.. before, replacement, .. after]);
                Check([.. before, replacement, Bytes[position], .. after]);
            }
        });
    }

    [Test]
    public void Finds_the_end_of_text_of_every_length()
    {
        for (var length = 0; length < 70; length++)
        {
            for (var place = 0; place <= length; place++)
            {
                foreach (var special in (string[])["", "\\\"", "\\u0041", "ü", "\n", "\u007f"])
                    Check(Encoding.UTF8.GetBytes($"[\"{new string('x', place)}{special}{new string('y', length - place)}\",1]"));
            }
        }
    }

    [Test]
    public void Finds_the_kind_of_every_container_at_every_depth([Values(1, 63, 64, 65, 127, 128, 129, 300)] int depth)
    {
        var random = new Random(depth);
        var kinds = Enumerable.Range(0, depth).Select(_ => random.Next(2) == 0).ToList();
        var json = new StringBuilder();
        foreach (var isObject in kinds)
            json.Append(isObject ? "{\"a\":" : "[");
        json.Append('1');
        foreach (var isObject in Enumerable.Reverse(kinds))
            json.Append(isObject ? ",\"b\":2}" : ",3]");
        Check(Encoding.UTF8.GetBytes(json.ToString()), depth);
        // .NET's reader takes a depth of 0 for its default.
        if (depth > 1)
            Check(Encoding.UTF8.GetBytes(json.ToString()), depth - 1);
    }

    [Test]
    public void Recognizes_an_expected_name_only_in_its_place()
    {
        var json = new JsonTokenizer("""{"id":1,"ids":2, "id":3}"""u8);
        json.Read();
        Assert.That(json.TryReadName("\"ids\":"u8), Is.False);
        Assert.That(json.TryReadName(default), Is.False);
        Assert.That(json.TryReadName("\"id\":"u8), Is.True);
        Assert.That((json.GetText(), json.ReadValue(), json.TokenType), Is.EqualTo(("id", JsonTokenType.Number, JsonTokenType.Number)));
        Assert.That(json.TryReadName("\"id\":"u8), Is.False);
        Assert.That(json.TryReadName("\"ids\":"u8), Is.True);
        json.ReadValue();
        Assert.That(json.TryReadName("\"id\":"u8), Is.False, "White space is left to the general way.");
        Assert.That((json.Read(), json.GetText()), Is.EqualTo((true, "id")));
    }

    [Test]
    public void Reports_the_line_and_byte_of_an_error()
    {
        var failure = Assert.Throws<JsonException>(() => Tokens("{\n \"a\": tru }"u8, 10));
        Assert.That((failure.LineNumber, failure.BytePositionInLine), Is.EqualTo((1L, 6L)));
    }

    private static IEnumerable<string> Texts() =>
    [
        "", " ", "1", " 1 ", "-", "01", "-01", "1.", ".5", "1e", "1e+", "1 2", "null", "nul", "nullx", "true", "false", "\"\"", "\"", "{}", "[]", "{",
        "[", "]", "}", "{]", "[}", "[1,]", "{\"a\":1,}", "{\"a\"}", "{\"a\" 1}", "{\"a\":}", "{,}", "[,]", "{1:2}", "[1 2]", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"",
        "\"\\ud800\"", "{\"\\ud800\":1}", "\uFEFF{}", "// x\n{}", "{}x", "{} ", "{},", Sample,
    ];

    private static void Check(ReadOnlySpan<byte> json, int depth = 64)
    {
        var expected = Attempt(json, depth, Reference);
        var actual = Attempt(json, depth, Tokens);
        if (!expected.SequenceEqual(actual))
            Assert.Fail($"{Encoding.UTF8.GetString(json)}\n{string.Join(' ', expected)}\n{string.Join(' ', actual)}");
    }

    private static List<string> Attempt(ReadOnlySpan<byte> json, int depth, Reading read)
    {
        try
        {
            return read(json, depth);
        }
        catch (JsonException)
        {
            return ["invalid"];
        }
    }

    private static List<string> Reference(ReadOnlySpan<byte> json, int depth)
    {
        var tokens = new List<string>();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = depth });
        while (reader.Read())
        {
            var content = reader.TokenType switch
            {
                JsonTokenType.Number => reader.TryGetInt64(out var integer) ? integer : null,
                JsonTokenType.String or JsonTokenType.PropertyName => Text(ref reader, static (ref Utf8JsonReader reader) => reader.GetString()),
                _ => (object?)null,
            };
            tokens.Add(Token(reader.TokenType, content, (int)reader.TokenStartIndex, (int)reader.BytesConsumed));
        }

        return tokens;
    }

    private static List<string> Tokens(ReadOnlySpan<byte> json, int depth)
    {
        var tokens = new List<string>();
        var tokenizer = new JsonTokenizer(json, depth);
        while (tokenizer.Read())
        {
            var content = tokenizer.TokenType switch
            {
                JsonTokenType.Number => tokenizer.TryGetInt64(out var integer) ? integer : null,
                JsonTokenType.String or JsonTokenType.PropertyName => Text(ref tokenizer, static (ref JsonTokenizer tokenizer) => tokenizer.GetText()),
                _ => (object?)null,
            };
            tokens.Add(Token(tokenizer.TokenType, content, tokenizer.TokenStart, tokenizer.TokenEnd));
        }

        return tokens;
    }

    private static string Text<TReader>(ref TReader reader, Getter<TReader> get)
        where TReader : allows ref struct
    {
        try
        {
            return get(ref reader) ?? "null";
        }
        catch (Exception e) when (e is InvalidOperationException or DecoderFallbackException)
        {
            return "undecodable";
        }
    }

    private static string Token(JsonTokenType type, object? content, int start, int end) =>
        string.Create(CultureInfo.InvariantCulture, $"{type} {content} {start}-{end}");

    private delegate List<string> Reading(ReadOnlySpan<byte> json, int depth);

    private delegate string? Getter<TReader>(ref TReader reader)
        where TReader : allows ref struct;
}
