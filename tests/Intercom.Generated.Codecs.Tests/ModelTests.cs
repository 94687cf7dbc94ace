using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>Every model of every version has one meaning, whichever way it is read and written.</summary>
internal sealed class ModelTests
{
    private static readonly string[] Repeated = ["null", "{}", "\"x\"", "[true]", "5", "[]"];

    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    [TestCaseSource(nameof(Versions))]
    public void Each_property_takes_each_kind_of_value_alike(VersionUnderTest version) =>
        version.Check(version.Models, model => Samples.WithDeviations(model, Samples.Deviations));

    [TestCaseSource(nameof(Versions))]
    public void Each_property_takes_halves_of_letters_alike(VersionUnderTest version) =>
        version.Check(version.Models, model => Samples.WithDeviations(model, Samples.HalfPairs));

    [TestCaseSource(nameof(Versions))]
    public void What_is_whole_or_null_or_empty_is_the_same(VersionUnderTest version) => version.Check(
        version.Models,
        model => [Samples.Fitting(model), With(model, member => "null"), "{}", "null", "[]", "5", "\"text\"", "true", "1.5", $"[{Samples.Fitting(model)}]"]);

    [TestCaseSource(nameof(Versions))]
    public void Names_are_the_same_in_every_spelling(VersionUnderTest version) => version.Check(
        version.Models,
        model =>
        [
            Named(model, name => Escaped(name, i => true)),
            Named(model, name => Escaped(name, i => i == 0)),
            Named(model, name => Escaped(name, i => i % 3 == 2)),
        ]);

    [TestCaseSource(nameof(Versions))]
    public void Names_that_are_almost_known_are_kept(VersionUnderTest version) => version.Check(
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
    public void Unknown_members_are_kept_where_they_are(VersionUnderTest version) => version.Check(
        version.Models,
        model => Samples.Deviations.Concat(Samples.HalfPairs).Chunk(8).Select(
            values => Samples.Object(Samples.Members(model).SelectMany((member, i) => new[] { ($"x_{i}", values[i % values.Length]), (member.Name, member.Value) }).Append((string.Empty, values[0])).Append(("Größe 😀", values[^1])))));

    [TestCaseSource(nameof(Versions))]
    public void Whitespace_means_nothing(VersionUnderTest version) => version.Check(
        version.Models,
        model => [" \n\t\r {\r\n" + string.Join("\t,  \n", Samples.Members(model).Select(member => $"  \"{member.Name}\"\r\n :\t{JsonTokens.Parse(member.Value).ToString(Formatting.Indented)} ")) + "\n}\n\n\t "]);

    // Also of different names in turn, so that what is kept of one does not touch another.
    [TestCaseSource(nameof(Versions))]
    public void Of_a_name_that_comes_twice_the_last_value_counts(VersionUnderTest version) => version.Check(
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
        // What is kept as JSON stands where its name was read last, for Newtonsoft where it was read first.
        inOrder: false);

    // What both ways would lose alike.
    [TestCaseSource(nameof(Versions))]
    public void What_does_not_fit_is_written_back_as_it_was(VersionUnderTest version)
    {
        var lost = from model in version.Models
                   from value in new[] { "[[{\"a\":[1.50,-0.0,\"1\"]}]]", "null" }
                   let text = With(model, member => value)
                   let written = Doors.Of(model).Write(Doors.Of(model).Read(Encoding.UTF8.GetBytes(text)).Value)
                   where JsonTokens.Difference(written, text, inOrder: false) is not null
                   select $"{text} became {Encoding.UTF8.GetString(written)}";
        Assert.That(lost.Take(10), Is.Empty);
    }

    private static string With(Type model, Func<Member, string> value) => Samples.Object(Samples.Members(model).Select(member => (member.Name, value(member))));

    private static string Named(Type model, Func<string, string> name) => $"{{{string.Join(',', Samples.Members(model).Select(member => $"\"{name(member.Name)}\":{member.Value}"))}}}";

    private static string Escaped(string name, Func<int, bool> isEscaped) =>
        string.Concat(name.Select((letter, i) => isEscaped(i) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}") : letter.ToString()));
}
