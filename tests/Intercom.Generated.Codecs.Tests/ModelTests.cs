using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>All entry points read and write every model of every version the same way.</summary>
internal sealed class ModelTests
{
    private static readonly string[] Repeated = ["null", "{}", "\"x\"", "[true]", "5", "[]"];

    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    [TestCaseSource(nameof(Versions))]
    public void Reads_values_of_every_JSON_type_the_same_way(VersionUnderTest version) =>
        version.Check(version.Models, model => Samples.WithDeviations(model, Samples.Deviations));

    [TestCaseSource(nameof(Versions))]
    public void Reads_lone_surrogates_the_same_way(VersionUnderTest version) =>
        version.Check(version.Models, model => Samples.WithDeviations(model, Samples.LoneSurrogates));

    [TestCaseSource(nameof(Versions))]
    public void Reads_complete_null_and_empty_values_the_same_way(VersionUnderTest version) => version.Check(
        version.Models,
        model => [Samples.Valid(model), With(model, member => "null"), "{}", "null", "[]", "5", "\"text\"", "true", "1.5", $"[{Samples.Valid(model)}]"]);

    [TestCaseSource(nameof(Versions))]
    public void Reads_escaped_names(VersionUnderTest version) => version.Check(
        version.Models,
        model =>
        [
            Named(model, name => Escaped(name, i => true)),
            Named(model, name => Escaped(name, i => i == 0)),
            Named(model, name => Escaped(name, i => i % 3 == 2)),
        ]);

    [TestCaseSource(nameof(Versions))]
    public void Keeps_properties_with_similar_names(VersionUnderTest version) => version.Check(
        version.Models,
        model =>
        [
            Named(model, name => name.ToUpperInvariant()),
            Named(model, name => name[..^1] + (char)(name[^1] ^ 1)),
            Named(model, name => name[..^1]),
            Named(model, name => name + " "),
            Named(model, name => name + "\\u0000"),
            Named(model, name => name[..^1] + "é"),
            Named(model, name => name[..^1] + "\\ud83d\\ude00"),
            Named(model, name => name + "\\ud800"),
        ]);

    [TestCaseSource(nameof(Versions))]
    public void Keeps_unknown_properties_in_order(VersionUnderTest version) => version.Check(
        version.Models,
        model => Samples.Deviations.Concat(Samples.LoneSurrogates).Chunk(8).Select(
            values => Samples.Object(Samples.Members(model)
                .SelectMany((member, i) => new[] { ($"x_{i}", values[i % values.Length]), (member.Name, member.Value) })
                .Append((string.Empty, values[0]))
                .Append(("Größe 😀", values[^1])))));

    [TestCaseSource(nameof(Versions))]
    public void Ignores_whitespace(VersionUnderTest version) => version.Check(
        version.Models,
        model =>
        {
            var members = Samples.Members(model)
                .Select(member => $"  \"{member.Name}\"\r\n :\t{JsonTokens.Parse(member.Value).ToString(Formatting.Indented)} ");
            return [" \n\t\r {\r\n" + string.Join("\t,  \n", members) + "\n}\n\n\t "];
        });

    // Also interleaves different names, so that keeping one property must not affect another.
    [TestCaseSource(nameof(Versions))]
    public void Last_value_of_a_duplicate_name_wins(VersionUnderTest version) => version.Check(
        version.Models,
        model =>
        {
            var members = Samples.Members(model);
            return from first in Repeated.Prepend(null)
                   from last in Repeated.Prepend(null)
                   from text in new[]
                   {
                       Samples.Object(members.Select(member => (member.Name, first ?? member.Value)).Concat(members.Select(member => (member.Name, last ?? member.Value)))),
                       Samples.Object(members.SelectMany(member => new[] { (member.Name, first ?? member.Value), (member.Name, last ?? member.Value) })),
                   }
                   select text;
        },
        // Codecs keep a duplicate name at its last position, Newtonsoft.Json at its first.
        inOrder: false);

    // Comparing the entry points would not detect a value that all of them lose.
    [TestCaseSource(nameof(Versions))]
    public void Writes_back_values_of_the_wrong_type(VersionUnderTest version)
    {
        var lost = from model in version.Models
                   from value in new[] { "[[{\"a\":[1.50,-0.0,\"1\"]}]]", "null" }
                   let text = With(model, member => value)
                   let written = EntryPoints.Of(model).Write(EntryPoints.Of(model).Read(Encoding.UTF8.GetBytes(text)).Value)
                   where JsonTokens.Difference(written, text, inOrder: false) is not null
                   select $"{text} became {Encoding.UTF8.GetString(written)}";
        Assert.That(lost.Take(10), Is.Empty);
    }

    private static string With(Type model, Func<Member, string> value) => Samples.Object(Samples.Members(model).Select(member => (member.Name, value(member))));

    private static string Named(Type model, Func<string, string> name) => $"{{{string.Join(',', Samples.Members(model).Select(member => $"\"{name(member.Name)}\":{member.Value}"))}}}";

    private static string Escaped(string name, Func<int, bool> isEscaped) =>
        string.Concat(name.Select((letter, i) => isEscaped(i) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}") : letter.ToString()));
}
