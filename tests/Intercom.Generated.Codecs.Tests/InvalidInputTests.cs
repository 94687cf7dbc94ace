using System.Text;
using Intercom.Generated.Runtime;
using Intercom.Generated.V2_14;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>All entry points reject invalid JSON at the same path, or all of them read it.</summary>
internal sealed class InvalidInputTests
{
    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ",", ",,", ":", "\"", "'", "\\", "/", "//x\n", "/*x*/", "#", "null", "nul", "nulll", "true", "TRUE", "0", "01", "0x1F", "-", "+1", "1.", ".5", "1e", "1e+", "--1", "1 2",
        "{}", "[]", "\"x\"", "'x'", "x", "x:1", "'x':1,", "\"x\":1,", "\u0001", "\u001f", "\u007f", "\u00a0",
        "\u2028", "\ufeff", "\t", "\r\n", "\\u0041", "\\x", "\\'", "\\u12", "\\ud800", "😀", "<html>", "$ref", "new Foo()",
    ];

    public static IEnumerable<Type> Types => [typeof(Contact), typeof(Conversation), typeof(ContactAvatar), typeof(CustomAttributes), typeof(JToken)];

    [TestCaseSource(nameof(Types))]
    public void Truncated_text(Type type)
    {
        var text = Text(type);
        Check(type, Enumerable.Range(1, text.Length - 1).Select(length => text[..length]));
    }

    [TestCaseSource(nameof(Types))]
    public void Text_with_an_inserted_token(Type type)
    {
        var text = Text(type);
        Check(type, Offsets(text, 60).SelectMany(offset => Tokens.Select(token => text.Insert(offset, token))));
    }

    [TestCaseSource(nameof(Types))]
    public void Text_with_a_changed_or_missing_character(Type type)
    {
        var text = Text(type);
        var changed =
            from offset in Offsets(text, 150)
            where offset < text.Length
            from variant in "{}[],:\"'\\0x -".Select(letter => text[..offset] + letter + text[(offset + 1)..]).Append(text.Remove(offset, 1))
            select variant;
        Check(type, changed);
    }

    [TestCaseSource(nameof(Types))]
    public void Text_with_a_prefix_or_suffix(Type type)
    {
        var text = Text(type);
        Check(type, Tokens.SelectMany(token => new[] { token + text, token + " " + text, text + token, text + " " + token, token }));
    }

    [TestCaseSource(nameof(Types))]
    public void Text_in_relaxed_JSON(Type type)
    {
        var text = Text(type);
        Check(
            type,
            [
                text.Replace('"', '\''), text.Replace("}", ",}", StringComparison.Ordinal), text.Replace("]", ",]", StringComparison.Ordinal),
                text.Replace("\"", string.Empty, StringComparison.Ordinal),
                text.Replace(":", "/*c*/:/*c*/", StringComparison.Ordinal), text.Replace(",", ",//c\n", StringComparison.Ordinal),
                text.Replace(",", " ", StringComparison.Ordinal), text.Replace(":", "=", StringComparison.Ordinal),
                .. new[]
                {
                    "'x'", "0x10", "010", "0777", "1.", "1.e3", "tRue", "/*c*/1", "1/*c*/", "'\\''", "\"a\tb\"", "\"a\nb\"", "\"a\u0001b\"", "\"a\u007fb\"",
                    new string('9', 380), new string('9', 381), '-' + new string('9', 379), '-' + new string('9', 380), "0." + new string('1', 400), "1e" + new string('0', 400) + "1",
                }
                    .SelectMany(value => new[] { value, $"{{\"id\":{value}}}", $"{{\"created_at\":{value},\"x\":[{value}],\"type\":\"x\"}}", $"{{\"x\":{value},\"y\":\"\\ud800\"}}" }),
            ]);
    }

    [TestCaseSource(nameof(Types))]
    public void Nesting_around_the_maximum_depth(Type type) => Check(
        type,
        from depth in Enumerable.Range(125, 6)
        from shape in new[] { "[{0}]", "{{\"x\":{0}}}", "[{{\"x\":{0}}}]", "{{\"type\":\"x\",\"custom_attributes\":{0}}}", "{{\"tags\":{0}}}", "{{\"x\":[1,{0}]}}" }
        from end in new[] { "[]", "{}", "1", "[" }
        select string.Format(System.Globalization.CultureInfo.InvariantCulture, shape, Nested(depth - 1, end)));

    // Newtonsoft.Json accepts these values, but they are not valid JSON.
    [TestCaseSource(nameof(Types))]
    public void Rejects_syntax_that_only_Newtonsoft_accepts(Type type)
    {
        using var scope = Assert.EnterMultipleScope();
        foreach (var value in new[] { "NaN", "undefined", "new Date(1)", "new Foo()" })
        {
            foreach (var text in new[] { value, $"[{value}]", $"{{\"id\":{value}}}", $"{{\"x\":{value}}}", $"{{\"x\":[{{\"y\":{value}}}]}}", $"{{\"created_at\":{value}}}", "{\"x\":[,1]}" })
                Assert.That(EntryPoints.Of(type).Read(Encoding.UTF8.GetBytes(text)).Failure, Is.TypeOf<JsonReaderException>(), text);
        }
    }

    [TestCaseSource(nameof(Types))]
    public void Rejects_invalid_UTF_8_everywhere(Type type)
    {
        byte[][] wrong = [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xF5, 0x80, 0x80, 0x80], [0], [0xFE, 0xFF]];
        string[] texts =
        [
            "\"?\"", "{\"?\":1}", "{\"id\":\"?\"}", "{\"i?d\":\"x\"}", "{\"type\":\"?\"}", "{\"x\":\"?\"}", "{\"x\":{\"?\":1}}",
            "{\"x\":[\"?\"]}", "[\"?\"]", "[[\"a?\"]]", "{\"created_at\":\"?\"}", "{\"custom_attributes\":{\"?\":\"?\"}}", "{\"tags\":\"?\"}", "{}?", "?{}", "{?}", "1?",
        ];
        using var scope = Assert.EnterMultipleScope();
        foreach (var bytes in from text in texts from part in wrong select Replaced(text, part))
            Assert.That(EntryPoints.Of(type).Read(bytes).Failure, Is.TypeOf<JsonReaderException>(), Encoding.Latin1.GetString(bytes));
    }

    [TestCaseSource(nameof(Types))]
    public void Ignores_a_byte_order_mark(Type type)
    {
        using var scope = Assert.EnterMultipleScope();
        foreach (var text in Samples.Deviations.Append(Text(type)))
        {
            byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)];
            var entryPoints = EntryPoints.Of(type);
            Assert.That(Outcome.Difference(entryPoints.Read(bytes), entryPoints.ReadNewtonsoft(text)), Is.Null, text);
            Assert.That(entryPoints.Read([0xEF, 0xBB, 0xBF, .. bytes]).Failure, Is.TypeOf<JsonReaderException>(), text);
        }
    }

    private static string Nested(int depth, string end)
    {
        var arrays = depth / 2;
        var objects = depth - arrays;
        return new string('[', arrays) + string.Concat(Enumerable.Repeat("{\"a\":", objects)) + end + new string('}', objects) + new string(']', arrays);
    }

    private static byte[] Replaced(string text, byte[] part) => [.. text.SelectMany(letter => letter == '?' ? part : [(byte)letter])];

    // For long texts, only some offsets are tested. They differ from text to text.
    private static IEnumerable<int> Offsets(string text, int count) =>
        Enumerable.Range(0, text.Length + 1).Where(offset => offset % Math.Max(1, text.Length / LongTests.Size(count, 10 * count)) == 0);

    private static string Text(Type type) => Samples.Valid(type == typeof(JToken) ? typeof(Tag) : type);

    private static void Check(Type type, IEnumerable<string> texts)
    {
        var entryPoints = EntryPoints.Of(type);
        var (count, rejected) = (0, 0);
        var differences = new List<string>();
        foreach (var text in texts)
        {
            var read = entryPoints.Read(Encoding.UTF8.GetBytes(text));
            count++;
            rejected += read.Failure is null ? 0 : 1;
            if (Difference(entryPoints, text, read) is { } difference)
                differences.Add($"{type.Name} from {text}: {difference}");
        }

        TestContext.Out.WriteLine($"{count} texts, {rejected} rejected");
        Assert.That(rejected, Is.Positive);
        Assert.That(differences.Take(20), Is.Empty, $"{differences.Count} differences");
    }

    private static string? Difference(EntryPoints entryPoints, string text, Outcome read)
    {
        var tokens = entryPoints.ReadReference(Encoding.UTF8.GetBytes(text));
        if (read.Failure is JsonReaderException && tokens.Failure is not JsonReaderException && JsonTokens.IsNewtonsoftOnly(WireFormat.Parse(Encoding.UTF8.GetBytes(text))))
            return null;
        if ((Outcome.Difference(read, tokens) ?? entryPoints.SystemTextJsonDifference(read, Encoding.UTF8.GetBytes(text))) is { } difference)
            return difference;
        // When reading a JToken, JsonConvert accepts truncated JSON.
        if (entryPoints.Type == typeof(JToken))
            return null;
        var converted = entryPoints.ReadNewtonsoft(text.StartsWith('\ufeff') ? text[1..] : text);
        return read.Failure is JsonReaderException && IsLooser(converted, text) ? null : Outcome.Difference(read, converted);
    }

    // JsonConvert reports a value of the wrong type before it reads the rest. It accepts comments after the value and reads empty text as null.
    private static bool IsLooser(Outcome converted, string text) =>
        converted.Failure is JsonSerializationException || (converted.Failure is null && (text.Contains('/', StringComparison.Ordinal) || string.IsNullOrWhiteSpace(text.Trim('\ufeff'))));
}
