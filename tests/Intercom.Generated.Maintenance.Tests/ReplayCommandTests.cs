using Intercom.Generated.Maintenance.Replays;
using Intercom.Generated.Maintenance.Repository;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Tests;

/// <summary>The replay of a history. A broken description does not stop it.</summary>
public sealed class ReplayCommandTests : IDisposable
{
    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Test]
    public async Task Writes_a_line_for_each_description_and_compares_it_with_the_previous_one()
    {
        _repository.Write("history/2.14/1.yaml", Yaml.Api());
        _repository.Write("history/2.14/2.yaml", Yaml.Api(more: "age: { type: integer }"));
        _repository.Write("history/2.14/notes.txt", "no description");
        _repository.Write("history/preview/1.yaml", Yaml.Api(name: "{ type: integer }").Replace("'2.14'", "Preview", StringComparison.Ordinal));
        var before = _repository.Files();

        var result = await _repository.RunAsync("replay", "history");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(result.Output, Does.Match("""
                \A\[1/3\] 2\.14/1\.yaml: reduced, modeled; first description; \d+\.\d s
                \[2/3\] 2\.14/2\.yaml: reduced, modeled; 1 additive; \d+\.\d s
                \[3/3\] preview/1\.yaml: reduced, modeled; first description; \d+\.\d s
                3 descriptions: 0 with breaking changes, 0 failed\.
                """.ReplaceLineEndings()));
            Assert.That(_repository.Files(), Is.EquivalentTo(before));
        }
    }

    [TestCase("openapi: 3.0.1\ninfo: {\n", "2.yaml(3,1): #: The file is not valid YAML")]
    [TestCase("openapi: 3.0.1\ninfo: {title: t, version: '2.14'}\npaths: { '/a/{x}': { get: {} } }", "2.yaml(3,22): #/paths/~1a~1{x}/get: The path has the placeholder {x}")]
    [TestCase("openapi: 3.0.1\ninfo: {title: t, version: '2.14'}\npaths: { /a: { $ref: '#/no' } }", "2.yaml(3,16): #/paths/~1a/$ref: The reference '#/no' does not resolve")]
    [TestCase("openapi: 3.0.1\ninfo: {title: t, version: '2.15'}\npaths: {}", "2.yaml(2,18): #/info/version: The document is for version '2.15'")]
    public async Task Reports_a_broken_document_and_continues(string broken, string message)
    {
        _repository.Write("2.14/1.yaml", Yaml.Api());
        _repository.Write("2.14/2.yaml", broken);
        _repository.Write("2.14/3.yaml", Yaml.Api(name: "{ type: integer }"));

        var result = await _repository.RunAsync("replay", "2.14", "--json", "summary.json");

        var summary = JObject.Parse(_repository.Read("summary.json"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Failure));
            Assert.That(result.Output, Does.Contain("[2/3] 2.yaml: failed;").And.Contain("[3/3] 3.yaml: reduced, modeled; 1 source break;").And.Contain("1 with breaking changes, 1 failed."));
            Assert.That(result.Error, Does.Contain(message));
            Assert.That((int?)summary["exitCode"], Is.EqualTo(2));
            Assert.That((string?)summary.SelectToken("descriptions[1].problems[0].pointer"), Is.EqualTo(message.Split(": ")[1]));
            Assert.That(summary.SelectToken("descriptions[2].breakingRules")!.Select(rule => (string?)rule), Is.EqualTo(new[] { "property-type-changed" }));
            Assert.That((int?)summary.SelectToken("descriptions[2].counts.SourceBreak"), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_breaking_change_in_a_history_exits_with_1()
    {
        _repository.Write("2.14/1.yaml", Yaml.Api());
        _repository.Write("2.14/2.yaml", Yaml.Api(required: "[email]"));

        Assert.That((await _repository.RunAsync("replay", "2.14")).ExitCode, Is.EqualTo(ExitCode.Difference));
    }

    [TestCase("nowhere", "does not exist")]
    [TestCase("openapi", "contains no descriptions")]
    public async Task Reports_a_folder_without_descriptions(string folder, string message)
    {
        var result = await _repository.RunAsync("replay", folder);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Usage));
            Assert.That(result.Error, Does.Contain(message));
        }
    }

    [Test]
    public void Replays_the_whole_published_history()
    {
        var repository = RepositoryLayout.Find(AppContext.BaseDirectory)!;
        var replay = new Replay(repository, compiles: false);
        var folder = PublishedFiles.History();

        using (Assert.EnterMultipleScope())
        {
            foreach (var description in Replay.Histories(folder).SelectMany(files => replay.Run(folder, files)))
            {
                TestContext.Out.WriteLine(description);
                Assert.That(description.Problems, Is.Empty, description.File);
            }
        }
    }
}
