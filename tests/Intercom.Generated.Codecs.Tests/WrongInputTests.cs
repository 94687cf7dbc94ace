using System.Text;
using Intercom.Generated.Runtime;
using Intercom.Generated.V2_14;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>What is no JSON, or not quite, is refused by both ways at the same place, or read by both.</summary>
internal sealed class WrongInputTests
{
    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ",", ",,", ":", "\"", "'", "\\", "/", "//x\n", "/*x*/", "#", "null", "nul", "nulll", "true", "TRUE", "0", "01", "0x1F", "-", "+1", "1.", ".5", "1e", "1e+", "--1", "1 2",
        "{}", "[]", "\"x\"", "'x'", "x", "x:1", "'x':1,", "\"x\":1,", "\u0001", "\u001f", "\u007f", "\u00a0", "\u2028", "\ufeff", "\t", "\r\n", "\\u0041", "\\x", "\\'", "\\u12", "\\ud800", "😀", "<html>", "$ref", "new Foo()",
    ];

    public static IEnumerable<Type> Types => [typeof(Contact), typeof(Conversation), typeof(ContactAvatar), typeof(CustomAttributes), typeof(JToken)];

    [TestCaseSource(nameof(Types))]
    public void Text_that_ends_anywhere(Type type)
    {
        var text = Text(type);
        Check(type, Enumerable.Range(1, text.Length - 1).Select(length => text[..length]));
    }

    [TestCaseSource(nameof(Types))]
    public void Text_with_something_inserted(Type type)
    {
        var text = Text(type);
        Check(type, Places(text, 60).SelectMany(place => Tokens.Select(token => text.Insert(place, token))));
    }

    [TestCaseSource(nameof(Types))]
    public void Text_with_a_letter_changed_or_left_out(Type type)
    {
        var text = Text(type);
        Check(type, Places(text, 150).Where(place => place < text.Length).SelectMany(place => "{}[],:\"'\\0x -".Select(letter => text[..place] + letter + text[(place + 1)..]).Append(text.Remove(place, 1))));
    }

    [TestCaseSource(nameof(Types))]
    public void Text_before_and_after(Type type)
    {
        var text = Text(type);
        Check(type, Tokens.SelectMany(token => new[] { token + text, token + " " + text, text + token, text + " " + token, token }));
    }

    [TestCaseSource(nameof(Types))]
    public void Text_of_a_looser_kind(Type type)
    {
        var text = Text(type);
        Check(
            type,
            [
                text.Replace('"', '\''), text.Replace("}", ",}", StringComparison.Ordinal), text.Replace("]", ",]", StringComparison.Ordinal), text.Replace("\"", string.Empty, StringComparison.Ordinal),
                text.Replace(":", "/*c*/:/*c*/", StringComparison.Ordinal), text.Replace(",", ",//c\n", StringComparison.Ordinal), text.Replace(",", " ", StringComparison.Ordinal), text.Replace(":", "=", StringComparison.Ordinal),
                .. new[] { "'x'", "0x10", "010", "0777", "1.", "1.e3", "tRue", "/*c*/1", "1/*c*/", "'\\''", "\"a\tb\"", "\"a\nb\"", "\"a\u0001b\"", "\"a\u007fb\"", new string('9', 380), new string('9', 381), '-' + new string('9', 379), '-' + new string('9', 380), "0." + new string('1', 400), "1e" + new string('0', 400) + "1" }
                    .SelectMany(value => new[] { value, $"{{\"id\":{value}}}", $"{{\"created_at\":{value},\"x\":[{value}],\"type\":\"x\"}}", $"{{\"x\":{value},\"y\":\"\\ud800\"}}" }),
            ]);
    }

    [TestCaseSource(nameof(Types))]
    public void Nesting_up_to_the_limit_and_beyond(Type type) => Check(
        type,
        from depth in Enumerable.Range(125, 6)
        from shape in new[] { "[{0}]", "{{\"x\":{0}}}", "[{{\"x\":{0}}}]", "{{\"type\":\"x\",\"custom_attributes\":{0}}}", "{{\"tags\":{0}}}", "{{\"x\":[1,{0}]}}" }
        from end in new[] { "[]", "{}", "1", "[" }
        select string.Format(System.Globalization.CultureInfo.InvariantCulture, shape, Nested(depth - 1, end)));

    // Only Newtonsoft knows them: what it takes for a value is refused as no JSON.
    [TestCaseSource(nameof(Types))]
    public void What_only_Newtonsoft_knows_is_refused(Type type)
    {
        using var scope = Assert.EnterMultipleScope();
        foreach (var value in new[] { "NaN", "undefined", "new Date(1)", "new Foo()" })
        {
            foreach (var text in new[] { value, $"[{value}]", $"{{\"id\":{value}}}", $"{{\"x\":{value}}}", $"{{\"x\":[{{\"y\":{value}}}]}}", $"{{\"created_at\":{value}}}", "{\"x\":[,1]}" })
                Assert.That(Doors.Of(type).Read(Encoding.UTF8.GetBytes(text)).Failure, Is.TypeOf<JsonReaderException>(), text);
        }
    }

    [TestCaseSource(nameof(Types))]
    public void Bytes_that_are_no_UTF_8_are_refused_wherever_they_are(Type type)
    {
        byte[][] wrong = [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xF5, 0x80, 0x80, 0x80], [0], [0xFE, 0xFF]];
        string[] texts = ["\"?\"", "{\"?\":1}", "{\"id\":\"?\"}", "{\"i?d\":\"x\"}", "{\"type\":\"?\"}", "{\"x\":\"?\"}", "{\"x\":{\"?\":1}}", "{\"x\":[\"?\"]}", "[\"?\"]", "[[\"a?\"]]", "{\"created_at\":\"?\"}", "{\"custom_attributes\":{\"?\":\"?\"}}", "{\"tags\":\"?\"}", "{}?", "?{}", "{?}", "1?"];
        using var scope = Assert.EnterMultipleScope();
        foreach (var bytes in from text in texts from part in wrong select Replaced(text, part))
            Assert.That(Doors.Of(type).Read(bytes).Failure, Is.TypeOf<JsonReaderException>(), Encoding.Latin1.GetString(bytes));
    }

    [TestCaseSource(nameof(Types))]
    public void A_byte_order_mark_means_nothing(Type type)
    {
        using var scope = Assert.EnterMultipleScope();
        foreach (var text in Samples.Deviations.Append(Text(type)))
        {
            byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)];
            var doors = Doors.Of(type);
            Assert.That(Outcome.Difference(doors.Read(bytes), doors.ReadNewtonsoft(text)), Is.Null, text);
            Assert.That(doors.Read([0xEF, 0xBB, 0xBF, .. bytes]).Failure, Is.TypeOf<JsonReaderException>(), text);
        }
    }

    private static string Nested(int depth, string end) => new string('[', depth / 2) + string.Concat(Enumerable.Repeat("{\"a\":", depth - (depth / 2))) + end + new string('}', depth - (depth / 2)) + new string(']', depth / 2);

    private static byte[] Replaced(string text, byte[] part) => [.. text.SelectMany(letter => letter == '?' ? part : [(byte)letter])];

    // Of long texts some places are enough: they differ from text to text.
    private static IEnumerable<int> Places(string text, int count) =>
        Enumerable.Range(0, text.Length + 1).Where(place => place % Math.Max(1, text.Length / LongTests.Size(count, 10 * count)) == 0);

    private static string Text(Type type) => Samples.Fitting(type == typeof(JToken) ? typeof(Tag) : type);

    private static void Check(Type type, IEnumerable<string> texts)
    {
        var doors = Doors.Of(type);
        var (count, refused) = (0, 0);
        var differences = new List<string>();
        foreach (var text in texts)
        {
            var read = doors.Read(Encoding.UTF8.GetBytes(text));
            count++;
            refused += read.Failure is null ? 0 : 1;
            if (Difference(doors, text, read) is { } difference)
                differences.Add($"{type.Name} from {text}: {difference}");
        }

        TestContext.Out.WriteLine($"{count} texts, {refused} refused");
        Assert.That(refused, Is.Positive);
        Assert.That(differences.Take(20), Is.Empty, $"{differences.Count} differences");
    }

    private static string? Difference(Doors doors, string text, Outcome read)
    {
        var tokens = doors.ReadReference(Encoding.UTF8.GetBytes(text));
        if (read.Failure is JsonReaderException && tokens.Failure is not JsonReaderException && JsonTokens.AreKnownByNewtonsoftAlone(WireFormat.Parse(Encoding.UTF8.GetBytes(text))))
            return null;
        if ((Outcome.Difference(read, tokens) ?? doors.DifferenceToSystemTextJson(read, Encoding.UTF8.GetBytes(text))) is { } difference)
            return difference;
        // For JSON without a type JsonConvert has rules of its own: what is cut off ends there.
        if (doors.Type == typeof(JToken))
            return null;
        var converted = doors.ReadNewtonsoft(text.StartsWith('\ufeff') ? text[1..] : text);
        return read.Failure is JsonReaderException && IsLooser(converted, text) ? null : Outcome.Difference(read, converted);
    }

    // JsonConvert sees that a value is of another type before it sees what follows; it takes comments after the value, and nothing at all for null.
    private static bool IsLooser(Outcome converted, string text) =>
        converted.Failure is JsonSerializationException || (converted.Failure is null && (text.Contains('/', StringComparison.Ordinal) || string.IsNullOrWhiteSpace(text.Trim('\ufeff'))));
}
