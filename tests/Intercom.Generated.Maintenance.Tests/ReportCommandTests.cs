using System.Diagnostics;
using System.Text.RegularExpressions;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Reports;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Maintenance.Sources;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Tests;

/// <summary>The impact of description changes on programs, in every format.</summary>
public sealed class ReportCommandTests : IDisposable
{
    private readonly TemporaryRepository _repository = new();

    public ReportCommandTests()
    {
        _repository.Write("old.yaml", Yaml.Api());
        _repository.Write("same.yaml", Yaml.Api());
        // One change of each impact. The second source break is one of programs that override members.
        _repository.Write("none.yaml", Yaml.Api(name: "{ type: string, nullable: true }"));
        _repository.Write("additive.yaml", Yaml.Api(more: "age: { type: integer }"));
        _repository.Write("behavior.yaml", Yaml.Api(required: "[email]"));
        _repository.Write("double.yaml", Yaml.Api(deleted: "{ content: { application/json: { schema: { $ref: '#/components/schemas/contact' } } } }"));
        _repository.Write("source.yaml", Yaml.Api(name: "{ type: integer }"));
    }

    public void Dispose() => _repository.Dispose();

    [TestCase("same", 0, "no changes that affect programs", "patch")]
    [TestCase("none", 0, "no changes that affect programs", "patch")]
    [TestCase("additive", 0, "1 change, none breaking", "minor")]
    [TestCase("behavior", 1, "1 breaking change", "major (while the version is 0.x: minor)")]
    [TestCase("double", 1, "1 breaking change", "major (while the version is 0.x: minor)")]
    [TestCase("source", 1, "1 breaking change", "major (while the version is 0.x: minor)")]
    public async Task The_exit_code_shows_whether_changes_are_breaking(string change, int code, string verdict, string bump)
    {
        var before = _repository.Files();

        var result = await ReportAsync(change);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(code), result.Error);
            Assert.That(result.Output, Does.StartWith($"old.yaml to {change}.yaml: {verdict}.\n").And.Contains($"Suggested version: {bump}.\n"));
            Assert.That(_repository.Files(), Is.EquivalentTo(before));
        }
    }

    [TestCase("none", "None", "response-property-became-nullable", "Contact.Name", "#/components/schemas/contact/properties/name", "not nullable", "nullable")]
    [TestCase("additive", "Additive", "property-added", "Contact.Age", "#/components/schemas/contact/properties/age", null, "long? Age")]
    [TestCase("behavior", "Behavior", "request-property-became-required", "UpdateContactRequest.Email", "#/components/schemas/update_contact_request/properties/email", "optional", "required")]
    [TestCase(
        "double", "SourceBreak", "operation-result-added", "Contacts.Delete", "#/paths/~1contacts~1{id}/delete", "Task DeleteAsync(string contactId)", "Task<Contact> DeleteAsync(string contactId)")]
    [TestCase("source", "SourceBreak", "property-type-changed", "Contact.Name", "#/components/schemas/contact/properties/name", "string? Name", "long? Name")]
    public async Task Every_format_has_the_rule_the_place_and_the_declarations(string change, string impact, string rule, string subject, string pointer, string? before, string? after)
    {
        var console = await ReportAsync(change, "--all");
        var markdown = await ReportAsync(change, "--all", "--format", "markdown");
        var json = Only(await ReportAsync(change, "--all", "--format", "json"), "changes[0]");
        var sarif = Only(await ReportAsync(change, "--all", "--format", "sarif"), "runs[0].results[0]");
        var gitHub = await ReportAsync(change, "--all", "--format", "github");

        using (Assert.EnterMultipleScope())
        {
            if (impact is "None" or "Additive")
            {
                Assert.That(console.Output, Does.Contain(impact == "None" ? $"{rule} (1): " : "Contact: 1 property added: Age"));
                Assert.That(markdown.Output, Does.Contain(impact == "None" ? $"- `{rule} (1): " : "- `Contact: 1 property added`: `Age`"));
            }
            else
            {
                Assert.That(console.Output, Does.Contain($"\n{subject}\n  {rule} ({Regex.Replace(impact, "(?<=[a-z])Break", " break")}): "));
                Assert.That(console.Output, Does.Contain($"    before  {before}\n    after   {after}\n    do      ").And.Contain($"    at      {pointer}\n"));
                Assert.That(markdown.Output, Does.Contain($"**`{subject}`**").And.Contain($" `{rule}`\n\n```diff\n- {before}\n+ {after}\n```\n\n**Do:** "));
                Assert.That(markdown.Output, Does.Contain($"<sub>at `{pointer}`</sub>"));
                Assert.That((string?)json["do"], Does.EndWith("."));
            }

            Assert.That((string?)json["rule"], Is.EqualTo(rule));
            Assert.That((string?)json["impact"], Is.EqualTo(impact));
            Assert.That((string?)json["pointer"], Is.EqualTo(pointer));
            Assert.That((int?)json["line"], Is.GreaterThan(5));
            Assert.That((string?)sarif["ruleId"], Is.EqualTo(rule));
            Assert.That((string?)sarif.SelectToken("locations[0].logicalLocations[0].fullyQualifiedName"), Is.EqualTo(pointer));
            Assert.That(gitHub.Output, Does.Match($@"\A::(error|warning|notice) file={change}\.yaml,line=\d+,title={rule}::{Regex.Escape(subject)}: .* {Regex.Escape(pointer)}\n\z"));
        }
    }

    [Test]
    public async Task Sarif_has_the_shape_of_2_1_0()
    {
        var log = JObject.Parse((await ReportAsync("source", "--format", "sarif")).Output);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)log["version"], Is.EqualTo("2.1.0"));
            Assert.That((string?)log["$schema"], Does.EndWith("sarif-2.1.0.json"));
            Assert.That((string?)log.SelectToken("runs[0].tool.driver.name"), Is.EqualTo("Intercom.Generated.Maintenance"));
            Assert.That((string?)log.SelectToken("runs[0].tool.driver.rules[0].id"), Is.EqualTo("property-type-changed"));
            Assert.That((string?)log.SelectToken("runs[0].tool.driver.rules[0].shortDescription.text"), Does.EndWith("."));
            Assert.That((int?)log.SelectToken("runs[0].results[0].ruleIndex"), Is.Zero);
            Assert.That((string?)log.SelectToken("runs[0].results[0].level"), Is.EqualTo("error"));
            Assert.That((string?)log.SelectToken("runs[0].results[0].message.text"), Does.StartWith("Contact.Name: The property has a different type."));
            Assert.That((string?)log.SelectToken("runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri"), Is.EqualTo("source.yaml"));
            Assert.That((int?)log.SelectToken("runs[0].results[0].locations[0].physicalLocation.region.startLine"), Is.GreaterThan(5));
        }
    }

    [Test]
    public async Task Shows_changes_in_JSON_only_on_request()
    {
        _repository.Write("wire.yaml", Yaml.Api().Replace("type: string }", "type: string, format: email }", StringComparison.Ordinal));

        var report = await ReportAsync("wire");
        var all = await ReportAsync("wire", "--all");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Output, Does.Contain("no changes that affect programs").And.Contain("--all").And.Not.Contain("described-"));
            Assert.That(all.Output, Does.Contain("described-schema-changed").And.Contain("#/components/schemas/contact"));
        }
    }

    [Test]
    public async Task Writes_a_report_to_a_file()
    {
        var result = await ReportAsync("source", "--format", "markdown", "--output", "out/report.md");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Difference));
            Assert.That(_repository.Read("out/report.md"), Does.StartWith("## 2.14: 1 breaking change\n"));
            Assert.That(result.Output, Does.Contain("Written: out/report.md").And.Not.Contain("property-type-changed"));
        }
    }

    [Test]
    public async Task A_version_is_compared_with_a_file()
    {
        await _repository.UpdateAsync(Yaml.Api());
        _repository.Write(TemporaryRepository.Overlay, """
            { "overlay": "1.0.0", "info": { "title": "t", "version": "1" }, "actions": [
              { "target": "$.components.schemas.contact.properties.age", "description": "No longer sent.", "remove": true } ] }
            """);

        var result = await _repository.RunAsync("report", "2.14", "additive.yaml");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(result.Output, Does.Contain("note: 1 correction did not fit openapi/2.14/description.json and was skipped.\n  openapi/2.14/overlay.json#/actions/0: No longer sent.\n")
                .And.Contain("2.14 to additive.yaml: no changes"));
        }
    }

    [Test]
    public async Task A_Git_revision_has_its_own_overlay_and_ledger()
    {
        await _repository.UpdateAsync(Yaml.Api());
        Git("init", "-q");
        Commit();
        await _repository.UpdateAsync(Yaml.Api(name: "{ type: integer }"), "--accept-breaking", "property-type-changed");
        Commit();
        await _repository.UpdateAsync(Yaml.Api(name: "{ type: integer }", more: "age: { type: integer }"));

        var tree = await _repository.RunAsync("report", "HEAD", "2.14");
        var steps = await _repository.RunAsync("report", "HEAD~1:openapi/2.14/description.json", "HEAD", "--format", "github");
        var both = await _repository.RunAsync("report", "HEAD~1", "HEAD", "--api-version", "2.14");
        var neither = await _repository.RunAsync("report", "HEAD~1", "HEAD");
        var other = await _repository.RunAsync("report", "HEAD:openapi/2.15/description.json", "2.14");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tree.Output, Does.Contain("HEAD to 2.14: 1 change, none breaking").And.Contain("1 property added"), tree.Error);
            Assert.That(steps.Output, Does.StartWith("::error file=openapi/2.14/description.json,line="), steps.Error);
            Assert.That(both.Output, Does.Contain("HEAD~1 to HEAD: 1 breaking change"), both.Error);
            Assert.That(neither.ExitCode, Is.EqualTo(ExitCode.Usage));
            Assert.That(neither.Error, Does.Contain("Specify one with --api-version."));
            Assert.That(other.ExitCode, Is.EqualTo(ExitCode.Failure));
            Assert.That(other.Error, Does.Contain("HEAD:openapi/2.15/description.json: #: The file does not exist."));
        }
    }

    [TestCase("nowhere.yaml", "'nowhere.yaml' is not a version in openapi/, a file, or a Git revision.")]
    [TestCase("2.99", "openapi/2.99/description.json: #: The file does not exist.")]
    [TestCase("broken.yaml", "broken.yaml(7,5): #/paths/~1a~1{x}/get: The path has the placeholder {x}")]
    [TestCase("text.yaml", "text.yaml(3,1): #: The file is not valid YAML")]
    public async Task Reports_an_unreadable_argument_and_exits_with_2(string side, string message)
    {
        _repository.Write("broken.yaml", Yaml.WithPaths("/a/{x}:\n  get: {}"));
        _repository.Write("text.yaml", "openapi: 3.0.1\ninfo: {\n");

        var result = await _repository.RunAsync("report", "old.yaml", side);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.Error, Does.Contain(message));
        }
    }

    [TestCase("2.14")]
    [TestCase("preview")]
    public void Every_reported_place_of_the_published_history_exists(string version)
    {
        var repository = RepositoryLayout.Find(AppContext.BaseDirectory)!;
        var ledger = NameRecord.Parse(VersionFiles.ReadIfExists(repository, RepositoryLayout.NamesFile));
        DescriptionRevision? before = null;
        // Before the scope: a test cannot be skipped within one.
        var files = PublishedFiles.History(version);
        using (Assert.EnterMultipleScope())
        {
            foreach (var file in files)
            {
                var watch = Stopwatch.StartNew();
                var revision = DescriptionRevision.Read(Path.GetFileName(file), File.ReadAllBytes(file), null, RepositorySnapshot.WorkingTree(repository), ledger);
                var report = ChangeReport.Compare(before ?? revision, revision);
                foreach (var format in Enum.GetValues<ReportFormat>().Where(format => format != ReportFormat.Console))
                    Assert.That(ReportText.Write(report, format, report.All), Is.Not.Null);
                TestContext.Out.WriteLine($"{revision.Name}: {ReportPhrases.Verdict(report)} in {watch.ElapsedMilliseconds} ms");
                Assert.That(
                    report.All.Where(entry => JsonPointer.Resolve((entry.IsRemoved ? report.Before : report.After).Corrected, entry.Place.Pointer) is null)
                        .Select(entry => $"{entry.Rule} {entry.Subject} {entry.Place.Pointer}"),
                    Is.Empty);
                before = revision;
            }
        }
    }

    private Task<ToolResult> ReportAsync(string change, params string[] options) => _repository.RunAsync(["report", "old.yaml", $"{change}.yaml", .. options]);

    private static JToken Only(ToolResult result, string path)
    {
        var entry = JObject.Parse(result.Output).SelectToken(path)!;
        Assert.That(entry.Parent!, Has.Count.EqualTo(1));
        return entry;
    }

    private void Commit()
    {
        Git("add", "openapi");
        Git("-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "-q", "-m", "State");
    }

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _repository.Root })!;
        git.WaitForExit();
        Assert.That(git.ExitCode, Is.Zero, string.Join(' ', arguments));
    }
}
