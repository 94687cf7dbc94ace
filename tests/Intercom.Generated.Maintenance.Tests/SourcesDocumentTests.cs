using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Maintenance.Sources;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Tests;

public sealed class SourcesDocumentTests
{
    private static readonly DateOnly Day = new(2026, 8, 21);

    [Test]
    public void Versions_are_sorted_as_numbers_with_preview_last()
    {
        var document = Read(null);
        foreach (var version in new[] { "preview", "2.14", "2.9", "10.0", "2.11" })
            document = Read(With(document, version).ToString());

        Assert.That(
            With(document, "2.7").Properties().Select(p => p.Name),
            Is.EqualTo(new[] { "2.7", "2.9", "2.11", "2.14", "10.0", "preview" }));
    }

    [Test]
    public void Preview_comes_from_folder_0() =>
        Assert.That(
            With(Read(null), "preview").ToString(Formatting.None),
            Is.EqualTo("""{"preview":{"upstream":"descriptions/0/api.intercom.io.yaml","sha256":"s"}}"""));

    [Test]
    public void A_stated_date_takes_precedence_over_the_date_of_the_server()
    {
        var entry = With(Read(null), "2.14", date: Day, serverDate: Day.AddDays(1))["2.14"]!;

        Assert.That((string?)entry["retrieved"], Is.EqualTo("2026-08-21"));
    }

    [Test]
    public void With_a_commit_the_date_of_the_server_is_not_recorded()
    {
        var entry = With(Read(null), "2.14", commit: "c", serverDate: Day)["2.14"]!;

        Assert.That(
            entry.ToString(Formatting.None),
            Is.EqualTo("""{"upstream":"descriptions/2.14/api.intercom.io.yaml","commit":"c","sha256":"s"}"""));
    }

    [Test]
    public void The_same_bytes_keep_the_entry()
    {
        const string entry = """{"2.14":{"upstream":"u","commit":"c","retrieved":"2026-01-01","sha256":"s","note":"kept"}}""";

        var result = With(Read(entry), "2.14", commit: "d", date: Day, serverDate: Day);

        Assert.That(result.ToString(Formatting.None), Is.EqualTo(entry));
    }

    [Test]
    public void The_same_bytes_add_missing_values_to_the_entry()
    {
        var result = With(Read("""{"2.14":{"upstream":"u","sha256":"s"}}"""), "2.14", commit: "c", date: Day);

        Assert.That(
            result["2.14"]!.ToString(Formatting.None),
            Is.EqualTo("""{"upstream":"descriptions/2.14/api.intercom.io.yaml","commit":"c","retrieved":"2026-08-21","sha256":"s"}"""));
    }

    [Test]
    public void Other_bytes_replace_the_entry()
    {
        var result = With(Read("""{"2.14":{"upstream":"u","commit":"c","retrieved":"2026-01-01","sha256":"old"}}"""), "2.14");

        Assert.That(
            result["2.14"]!.ToString(Formatting.None),
            Is.EqualTo("""{"upstream":"descriptions/2.14/api.intercom.io.yaml","sha256":"s"}"""));
    }

    [TestCase("[]")]
    [TestCase("{")]
    [TestCase("{} {}")]
    public void Rejects_text_that_is_not_an_object(string text) =>
        Assert.That(
            () => Read(text),
            Throws.InstanceOf<DescriptionException>().With.Message.Match(@"^sources\.json\(1,[0-9]+\): #: The file cannot be read"));

    private static SourcesDocument Read(string? text) => SourcesDocument.Read(text, "sources.json");

    private static JObject With(
        SourcesDocument document,
        string version,
        string? commit = null,
        DateOnly? date = null,
        DateOnly? serverDate = null) => document.With(DescriptionVersion.TryParse(version)!, "s", commit, date, serverDate);
}
