using System.Diagnostics;
using System.Globalization;
using System.Text;
using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Naming;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Reports;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Maintenance.Sources;

namespace Intercom.Generated.Maintenance.Tests;

/// <summary>The revisions of a description, from the file to the model.</summary>
public sealed class DescriptionRevisionTests : IDisposable
{
    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Test]
    public void Reduces_a_published_file_and_builds_its_model()
    {
        var revision = Read("a.yaml", Yaml.Valid);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(revision.Version.Name, Is.EqualTo("2.14"));
            Assert.That(revision.Reduced.ToString(), Does.Not.Contain("What they are called"));
            Assert.That(revision.Model.Objects.Select(type => type.Name), Is.EqualTo(new[] { "Contact" }));
            Assert.That(revision.Notes, Is.Empty);
        }
    }

    [Test]
    public void A_reduced_file_has_the_same_model()
    {
        var published = Read("a.yaml", Yaml.Valid);
        var reduced = Read("a.json", Encoding.UTF8.GetString(DescriptionJson.Write(published.Reduced)));

        Assert.That(reduced.Model, Is.EqualTo(published.Model));
    }

    [Test]
    public void A_correction_that_does_not_fit_is_a_note()
    {
        _repository.Write(TemporaryRepository.Overlay, """
            { "overlay": "1.0.0", "info": { "title": "t", "version": "1" }, "actions": [
              { "target": "$.components.schemas.ghost", "description": "Ghosts are no schema.", "remove": true },
              { "target": "$.components.schemas.contact.properties", "description": "d", "update": { "age": { "type": "integer" } } } ] }
            """);

        var revision = Read("a.yaml", Yaml.Valid);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(revision.Model.Objects[0].Properties.Select(property => property.Name), Is.EqualTo(new[] { "Name", "Age" }));
            Assert.That(revision.Reduced.ToString(), Does.Not.Contain("age"));
            Assert.That(revision.Notes.Select(note => note.ToString()), Has.One.EqualTo(
                "openapi/2.14/overlay.json: #/actions/0: The correction does not fit a.yaml and was skipped: $.components.schemas.ghost (Ghosts are no schema). "
                + "Remedy: None, if the correction was not written for this revision."));
        }
    }

    [TestCase("{ nonsense", "The file cannot be read")]
    [TestCase("[1]", "not a YAML mapping")]
    [TestCase("openapi: 3.0.1\ninfo: {title: t}\npaths: {}", "does not state its version")]
    [TestCase("openapi: 3.0.1\ninfo: {title: t, version: '2.14'}\npaths: { /a: { get: { parameters: [ { $ref: '#/components/parameters/x' } ] } } }", "does not resolve")]
    public void Reports_the_file_and_the_reason_if_it_cannot_be_read(string text, string message) =>
        Assert.That(() => Read("a.yaml", text), Throws.InstanceOf<DescriptionException>().With.Message.StartsWith("a.yaml").And.Message.Contains(message));

    [TestCase("2.14")]
    [TestCase("preview")]
    public void Reads_the_whole_history(string version)
    {
        var repository = RepositoryLayout.Find(AppContext.BaseDirectory)!;
        var ledger = NameRecord.Parse(VersionFiles.ReadIfExists(repository, RepositoryLayout.NamesFile));
        DescriptionRevision? before = null;
        foreach (var file in PublishedFiles.History(version))
        {
            var watch = Stopwatch.StartNew();
            var revision = DescriptionRevision.Read(file, File.ReadAllBytes(file), null, RepositorySnapshot.WorkingTree(repository), ledger);
            var changes = before is null ? [] : ApiComparison.Compare(before.Model, revision.Model);
            TestContext.Out.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}: {watch.Elapsed.TotalSeconds:0.0} s, {revision.Notes.Count} notes, {changes.Count} changes"));
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
            before = revision;
        }
    }

    private DescriptionRevision Read(string file, string text) =>
        DescriptionRevision.Read(file, Encoding.UTF8.GetBytes(text), null, RepositorySnapshot.WorkingTree(new RepositoryLayout(_repository.Root)), NameLedger.Parse("{}"));
}
