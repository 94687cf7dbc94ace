using System.Diagnostics;
using Intercom.Generated.Maintenance.Reports;

namespace Intercom.Generated.Maintenance.Tests;

/// <summary>The nightly update: from a published file and a Git repository to the texts and commits of a pull request.</summary>
public sealed class NightlyCommandTests : IDisposable
{
    private const string Log = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Something.\n\n### Fixed\n\n- A defect.\n\n## [1.0.0]\n\n### Added\n\n- The start.\n";

    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Test]
    public async Task A_pull_request_without_breaking_changes_is_ready_to_merge()
    {
        await StartAsync(Yaml.Api());

        var result = await NightlyAsync(Yaml.Api(more: "age: { type: integer }"));
        Git("checkout", "-q", "-b", "nightly/2.14");
        Git("add", "openapi", "CHANGELOG.md");
        Git("commit", "-q", "-m", _repository.Read("out/title.txt").Trim());
        Git("checkout", "-q", "main");
        Git("merge", "-q", "nightly/2.14");
        var again = await NightlyAsync(Yaml.Api(more: "age: { type: integer }"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(Git("log", "-1", "--format=%s").Trim(), Is.EqualTo("Update the description of 2.14: 1 change, none breaking"));
            Assert.That(Git("show", "--stat", "--format=", "HEAD").Split('\n').Select(line => line.Split('|')[0].Trim()), Does.Contain(TemporaryRepository.Description).And.Contain("CHANGELOG.md"));
            Assert.That(_repository.Read("CHANGELOG.md"), Is.EqualTo(Log.Replace("- Something.\n", "- Something.\n- 2.14: `Contact: 1 property added`: `Age`.\n", StringComparison.Ordinal)));
            Assert.That(again.ExitCode, Is.Zero, again.Error);
            Assert.That(_repository.Read("out/outputs.txt"), Does.StartWith("changed=false\n"));
            Assert.That(Git("status", "--porcelain", "--", "openapi", "CHANGELOG.md", "docs"), Is.Empty);
        }
    }

    [Test]
    public async Task The_texts_describe_an_addition()
    {
        await StartAsync(Yaml.Api());

        await NightlyAsync(Yaml.Api(more: "age: { type: integer }"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_repository.Read("out/labels.txt"), Is.EqualTo("description\nsemver: minor\n"));
            Assert.That(_repository.Read("out/body.md"), Does.StartWith("**Ready to merge** when the checks pass").And.Contain("Suggested version: **minor**").And.Contain("<details>"));
            Assert.That(_repository.Read("out/changelog.md"), Is.EqualTo("### Added\n\n- 2.14: `Contact: 1 property added`: `Age`.\n"));
            Assert.That(_repository.Read("out/outputs.txt"), Is.EqualTo(
                "changed=true\ntitle=Update the description of 2.14: 1 change, none breaking\nlabels=description,semver: minor\ndraft=false\n"));
        }
    }

    [Test]
    public async Task A_breaking_change_is_a_draft_that_says_what_to_do()
    {
        await StartAsync(Yaml.Api());

        var result = await NightlyAsync(Yaml.Api(name: "{ type: integer }", required: "[email]"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(_repository.Read("out/title.txt"), Is.EqualTo("Update the description of 2.14: 2 breaking changes\n"));
            Assert.That(_repository.Read("out/labels.txt"), Is.EqualTo("description\nsemver: major\nbreaking\n"));
            Assert.That(_repository.Read("out/outputs.txt"), Does.Contain("draft=true\n"));
            Assert.That(_repository.Read("out/body.md"), Does.StartWith("**Review before merging.**").And.Contain("- string? Name\n+ long? Name\n").And.Contain("**Do:** Use the new type."));
            Assert.That(_repository.Read("CHANGELOG.md"), Does.Contain("### Changed\n\n- **Breaking in 2.14:** `Contact.Name`: The property has a different type. Use the new type.\n"));
            Assert.That(_repository.Read(TemporaryRepository.Description), Does.Contain("integer"));
        }
    }

    [Test]
    public async Task A_change_of_the_origin_alone_writes_nothing()
    {
        await StartAsync(Yaml.Api());

        // A comment changes the hash of the file and nothing else.
        var result = await NightlyAsync(Yaml.Api() + "\n# A comment.\n");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Output, Does.Contain("2.14: no changes."));
            Assert.That(Git("status", "--porcelain", "--", "openapi", "CHANGELOG.md"), Is.Empty);
            Assert.That(_repository.Read("out/outputs.txt"), Does.StartWith("changed=false\n"));
        }
    }

    [Test]
    public async Task Missing_summaries_are_listed_and_keep_the_pull_request_a_draft()
    {
        await StartAsync(Yaml.Api());
        _repository.Write("openapi/docs.json", """{ "properties": { "name": "The name." } }""");

        await NightlyAsync(Yaml.Api(more: "age: { type: integer }"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_repository.Read("out/body.md"), Does.Contain("- [ ] `properties contact/age`").And.Not.Contain("Ready to merge"));
            Assert.That(_repository.Read("out/outputs.txt"), Does.Contain("draft=true\n"));
        }
    }

    [Test]
    public async Task A_file_that_cannot_be_read_writes_nothing()
    {
        await StartAsync(Yaml.Api());

        var result = await NightlyAsync("openapi: 3.0.1\ninfo: {\n");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Failure));
            Assert.That(Git("status", "--porcelain", "--", "openapi", "CHANGELOG.md"), Is.Empty);
            Assert.That(File.Exists(Path.Combine(_repository.Root, "out", "outputs.txt")), Is.False);
        }
    }

    [Test]
    public async Task Hostile_text_cannot_change_the_outputs_or_the_text()
    {
        const string evil = "x\\ntitle=evil\\n::error::evil @everyone ![a](http://evil)";
        await StartAsync(Yaml.Api(name: "{ type: string, enum: [a, b] }"));

        await NightlyAsync(Yaml.Api(name: $"{{ type: string, enum: [a, b, \"{evil}\"] }}", more: $"kind: {{ type: string, default: \"{evil}\" }}"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                _repository.Read("out/outputs.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')[0]),
                Is.EqualTo(new[] { "changed", "title", "labels", "draft" }));
            Assert.That(_repository.Read("out/outputs.txt"), Does.Not.Contain("evil"));
            Assert.That(System.Text.RegularExpressions.Regex.Replace(_repository.Read("out/body.md"), "`[^`]*`", string.Empty), Does.Not.Contain("evil").And.Not.Contain("@everyone"));
        }
    }

    [Test]
    public async Task A_long_report_fits_into_a_pull_request()
    {
        var many = string.Join("\n        ", Enumerable.Range(0, 900).Select(i => $"a_property_with_a_rather_long_name_{i}: {{ type: string }}"));
        await StartAsync(Yaml.Api(more: many));

        await NightlyAsync(Yaml.Api(more: many.Replace("type: string", "type: integer", StringComparison.Ordinal)));

        Assert.That(_repository.Read("out/body.md"), Has.Length.LessThan(65_536).And.EndsWith("To read all of it, run `report`.\n").And.Contain("900 breaking changes"));
    }

    [TestCase("# Changelog\n", null)]
    [TestCase("## [Unreleased]\n", "## [Unreleased]\n\n### Added\n\n- A note.\n")]
    [TestCase("## [Unreleased]\n\n### Added\n\n- A note.\n", "## [Unreleased]\n\n### Added\n\n- A note.\n")]
    [TestCase("## [Unreleased]\n\n### Added\n\n- One.\n\n## [1.0.0]\n", "## [Unreleased]\n\n### Added\n\n- One.\n- A note.\n\n## [1.0.0]\n")]
    [TestCase("## [Unreleased]\n\n## [1.0.0]\n\n### Added\n", "## [Unreleased]\n\n### Added\n\n- A note.\n\n## [1.0.0]\n\n### Added\n")]
    public void Notes_are_added_to_the_unreleased_section(string text, string? expected) =>
        Assert.That(ChangeLog.With(text, [("### Added", ["A note."])])?.TrimEnd('\n'), Is.EqualTo(expected?.TrimEnd('\n')));

    [Test]
    public void The_workflow_uses_the_command()
    {
        var workflow = File.ReadAllText(Path.Combine(Repository.RepositoryLayout.Find(AppContext.BaseDirectory)!.Root, ".github", "workflows", "nightly.yml"));

        Assert.That(workflow, Does.Contain("nightly \"$VERSION\" --from")
            .And.Contain("steps.update.outputs.title").And.Contain("steps.update.outputs.labels").And.Contain("steps.update.outputs.draft").And.Contain("body.md"));
    }

    private async Task StartAsync(string yaml)
    {
        await _repository.UpdateAsync(yaml);
        _repository.Write("CHANGELOG.md", Log);
        Git("init", "-q", "-b", "main");
        Git("add", "openapi", "CHANGELOG.md");
        Git("commit", "-q", "-m", "Start");
    }

    private Task<ToolResult> NightlyAsync(string yaml)
    {
        _repository.Write("download.yaml", yaml);
        return _repository.RunAsync("nightly", "2.14", "--from", "download.yaml", "--output", "out");
    }

    private string Git(params string[] arguments)
    {
        using var git = Process.Start(
            new ProcessStartInfo("git", ["-c", "user.name=Test", "-c", "user.email=test@example.com", .. arguments])
            {
                WorkingDirectory = _repository.Root,
                RedirectStandardOutput = true,
            })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.That(git.ExitCode, Is.Zero, string.Join(' ', arguments));
        return output;
    }
}
