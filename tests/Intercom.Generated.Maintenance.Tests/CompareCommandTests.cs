using System.Text;
using System.Text.RegularExpressions;
using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Maintenance.Advice;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Maintenance.Versions;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Tests;

/// <summary>The files about the versions: the availability, the catalog, and the migration pages.</summary>
public sealed class CompareCommandTests : IDisposable
{
    // Reading all versions takes seconds.
    private static readonly Lazy<VersionHistory> Committed = new(() => VersionHistory.Read(RepositoryLayout.Find(AppContext.BaseDirectory)!, new FileBatch()));

    private const string Availability = "openapi/availability.json";
    private const string Catalog = "openapi/catalog.json";
    private const string Page = "docs/migration/2.14-to-2.15.md";

    private const string Unfitting = """
        { "overlay": "1.0.0", "info": { "title": "t", "version": "1" }, "actions": [ { "target": "$.components.schemas.ghost", "description": "d", "remove": true } ] }
        """;

    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Test]
    public void The_committed_files_match_the_output_of_the_tool()
    {
        var repository = RepositoryLayout.Find(AppContext.BaseDirectory)!;
        var files = VersionHistory.Read(repository, new FileBatch()).Files();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                files.Where(file => VersionFiles.ReadIfExists(repository, file.Name)?.ReplaceLineEndings("\n") != Encoding.UTF8.GetString(file.Content)).Select(file => file.Name)
                    .Concat(repository.MigrationPages().Except(files.Select(file => file.Name))),
                Is.Empty,
                "Run 'dotnet run --project build/Intercom.Generated.Maintenance -- compare' and commit what it writes.");
            Assert.That(files, Has.Count.GreaterThan(VersionFiles.Versions(repository).Count), "the catalog, the index, and a page for each step");
        }
    }

    [Test]
    public void A_page_lists_every_change_that_affects_programs()
    {
        var history = Committed.Value;

        using (Assert.EnterMultipleScope())
        {
            foreach (var step in history.Steps.Concat(history.Jumps))
            {
                var page = Encoding.UTF8.GetString(MigrationPage.Write(step));
                var names = step.Changes.Where(change => change.Impact != ChangeImpact.None).SelectMany(change => change.Subject.Split('.'));
                Assert.That(names.Distinct().Where(name => !Regex.IsMatch(page, $@"\b{name}(Async)?\b")), Is.Empty, MigrationPage.Title(step));
            }
        }
    }

    [Test]
    public void A_page_covers_every_rule()
    {
        var step = Committed.Value.Steps[0];
        var operations = OperationIds(step.From).Intersect(OperationIds(step.To)).ToList();
        // A new client is listed with its operations.
        var changes = ChangeRule.All.Where(rule => rule.Impact != ChangeImpact.None && rule != ChangeRule.ClientAdded)
            .Select((rule, i) => new ApiChange(rule, rule.Area == ChangeArea.Operation ? operations[i] : $"Owner{i}", null, $"Before{i}", $"After{i}")).ToList();

        var page = Encoding.UTF8.GetString(MigrationPage.Write(step with { Changes = changes }));

        Assert.That(changes.Where(change => !Regex.IsMatch(page, $@"`({Regex.Escape(change.Owner)}|{change.Owner.Split('.')[^1]})(Async)?`")).Select(change => change.Rule), Is.Empty);

        static IEnumerable<string> OperationIds(VersionModel version) => version.Model.Clients.SelectMany(client => client.Operations).Select(operation => operation.Id);
    }

    [Test]
    public void The_counts_of_a_page_are_those_of_its_rows()
    {
        var history = Committed.Value;

        using (Assert.EnterMultipleScope())
        {
            foreach (var step in history.Steps.Concat(history.Jumps))
            {
                var page = Encoding.UTF8.GetString(MigrationPage.Write(step));
                var sections = Regex.Split(page, "^#{2,3} ", RegexOptions.Multiline).GroupBy(section => section.Split('\n')[0])
                    .ToDictionary(group => group.Key, group => string.Concat(group.Select(section => section[section.IndexOf('\n')..])));
                var behavior = Firsts("Changes in behavior");
                var changed = Firsts("Changed types and members");
                var expected = new Dictionary<string, int[]>
                {
                    ["removed"] = [Rows("Removed operations"), Firsts("Removed types").Count, Members("Removed members") + Members("Removed known values") + Rows("Removed search fields")],
                    ["changed in C#"] = [Regex.Count(Section("Changed operations"), "^```diff$", RegexOptions.Multiline),
                        changed.Count(name => !name.Contains('.', StringComparison.Ordinal)), changed.Count(name => name.Contains('.', StringComparison.Ordinal)) + Rows("Changed search fields")],
                    ["with new overloads"] = [Rows("Operations with new optional query parameters") + Regex.Count(page, "also accepts a search expression"), 0, 0],
                    ["new"] = [Rows("Operations"), Codes(Section("Types")).Count, Members("Members") + Members("Known values") + Members("Search fields")],
                };
                foreach (var (head, counts) in expected)
                    Assert.That(page, Does.Contain($"| {head} | {string.Join(" | ", counts)} |\n"), $"{MigrationPage.Title(step)}: {head}");
                var inBehavior = Regex.Match(page, @"\| changed in behavior \| (\d+) \| (\d+) \| (\d+) \|")
                    .Groups.Values.Skip(1).Sum(group => int.Parse(group.Value, System.Globalization.CultureInfo.InvariantCulture));
                Assert.That(inBehavior, Is.EqualTo(behavior.Count), $"{MigrationPage.Title(step)}: behavior");
                var breaks = expected["removed"].Sum() + expected["changed in C#"].Sum();
                Assert.That(page, Does.Contain($", {(breaks == 0 ? "none" : breaks)} {(breaks == 1 ? "was" : "were")} removed or changed in C#"), MigrationPage.Title(step));

                string Section(string name) => sections.GetValueOrDefault(name, string.Empty);
                List<string[]> Table(string name) => [.. Section(name).Split('\n').Where(line => Regex.IsMatch(line, @"^\| [`\[]")).Select(line => Regex.Split(line, @"(?<!\\)\|")[1..^1])];
                int Rows(string name) => Table(name).Count;
                int Members(string name) => Table(name).Sum(row => Codes(row[0]).Count * Codes(row[1]).Count);
                List<string> Firsts(string name) => [.. Table(name).SelectMany(row => Codes(row[0])).Distinct()];
            }
        }

        static List<string> Codes(string text) => [.. Regex.Matches(text, "`([^`]+)`").Select(match => match.Groups[1].Value)];
    }

    [Test]
    public void Each_removed_or_changed_item_has_something_to_do()
    {
        var history = Committed.Value;

        using (Assert.EnterMultipleScope())
        {
            foreach (var step in history.Steps.Concat(history.Jumps))
                Assert.That(step.Changes.Where(change => change.Impact >= ChangeImpact.Behavior && step.Advisor.For(change) is null), Is.Empty, MigrationPage.Title(step));
        }
    }

    // Known facts about the published versions.
    [TestCase("2.13", "2.14", "UpdateTicketRequest.Assignment", "UpdateTicketRequest.AdminId, UpdateTicketRequest.AssigneeId")]
    [TestCase("2.11", "2.12", "UpdateTicketRequest.State", "UpdateTicketRequest.TicketStateId")]
    [TestCase("2.13", "2.14", "CreateNoteRequest.ContactId", "Notes.Create.contactId")]
    [TestCase("2.15", "2.16", "Article.ParentId", "Article.ParentIds")]
    [TestCase("2.13", "2.14", "ActivityType.AdminAssignmentLimitChange", "ActivityType.AdminConversationAssignmentLimitChange, ActivityType.AdminTicketAssignmentLimitChange")]
    [TestCase("2.14", "2.15", "CustomChannelEvents.NotifyNewMessage", "")]
    public void A_removed_item_has_its_replacement(string from, string to, string subject, string replacements)
    {
        var history = Committed.Value;
        var step = history.Steps.Single(candidate => $"{candidate.From.Version}" == from && $"{candidate.To.Version}" == to);
        var change = step.Changes.Single(candidate => candidate.Subject == subject && candidate.After is null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Join(", ", step.Advisor.ReplacementsOf(change)), Is.EqualTo(replacements));
            Assert.That(Encoding.UTF8.GetString(MigrationPage.Write(step)), Does.Contain(step.Advisor.For(change)!.Sentence));
        }
    }

    [Test]
    public void Each_listed_replacement_is_used()
    {
        var repository = RepositoryLayout.Find(AppContext.BaseDirectory)!;
        var history = VersionHistory.Read(repository, new FileBatch());
        var used = history.Steps.SelectMany(step => step.Changes.Where(change => step.Advisor.ReplacementsOf(change).Count > 0).Select(change => change.Subject));

        Assert.That(Replacements.Read(repository).Known.Keys.Except(used), Is.Empty);
    }

    [TestCase("{ \"A.B\": { \"use\": [\"C\"] } }", "#/A.B")]
    [TestCase("{ \"A.B\": { \"use\": [], \"reason\": \"r\" } }", "#/A.B")]
    [TestCase("{ \"A.B\": { \"use\": [1], \"reason\": \"r\" } }", "#/A.B")]
    [TestCase("{ \"A.B\": \"C\" }", "#/A.B")]
    [TestCase("[]", "openapi/replacements.json")]
    public async Task A_mistake_in_the_replacements_is_a_problem(string text, string place)
    {
        await UpdateAsync("2.14", Yaml.Valid);
        _repository.Write(RepositoryLayout.ReplacementsFile, text);

        var result = await _repository.RunAsync("compare");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Failure));
            Assert.That(result.Error, Does.Contain(RepositoryLayout.ReplacementsFile).And.Contain(place));
        }
    }

    [Test]
    public async Task A_single_version_has_no_pages()
    {
        await UpdateAsync("2.14", Yaml.Valid);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)Read(Availability).SelectToken("operations['2.14']['Other.ListContacts']"), Is.EqualTo("GET /contacts"));
            Assert.That(Read(Catalog)["differences"]!.Children(), Is.Empty);
            Assert.That(Directory.Exists(Path.Combine(_repository.Root, "docs")), Is.False);
        }
    }

    [Test]
    public async Task Update_writes_the_comparison()
    {
        await UpdateAsync("2.14", Yaml.Valid);
        var result = await UpdateAsync("2.15", Later);

        var page = _repository.Read(Page);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Output, Does.Contain(Availability).And.Contain(Page).And.Contain("docs/migration/README.md"));
            Assert.That(Read(Catalog).SelectToken("classes['2.14 2.15'].Contact")!.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo("""[["2.15","Age"],["2.14","Name"]]"""));
            Assert.That(Read(Catalog).SelectToken("differences['2.15']['property-removed'].Contact")!.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo("""[["Name","string? Name",null]]"""));
            Assert.That(page, Does.Contain("# From 2.14 to 2.15").And.Contain("`Intercom.Generated.V2_15`"));
            Assert.That(page, Does.Contain("| `Contact` | `string? Name` | Remove the code that uses the property.").And.Contain("| `Contact` | `long? Age` |"));
            Assert.That(_repository.Read("docs/migration/README.md"), Does.Contain("[From 2.14 to 2.15](2.14-to-2.15.md) | 1 | 0 | 0 |"));
        }
    }

    [Test]
    public async Task A_version_in_between_adds_steps_and_keeps_the_page_that_skips_it()
    {
        await UpdateAsync("2.14", Yaml.Valid);
        await UpdateAsync("2.16", Yaml.Valid);
        var before = Pages();
        await UpdateAsync("2.15", Later);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.EqualTo(["2.14-to-2.16"]));
            Assert.That(Pages(), Is.EquivalentTo(["2.14-to-2.15", "2.15-to-2.16", "2.14-to-2.16"]));
            Assert.That(_repository.Read("docs/migration/README.md"), Does.Contain("| jump |").And.Contain("(2.14-to-2.16.md)"));
        }
    }

    [Test]
    public async Task Writes_a_page_from_each_older_stable_version_to_the_newest()
    {
        foreach (var version in new[] { "preview", "2.16", "2.14", "2.15", "2.13" })
            await UpdateAsync(version, Yaml.Valid);

        Assert.That(
            Pages(),
            Is.EquivalentTo([
                "2.13-to-2.14", "2.14-to-2.15", "2.15-to-2.16", "2.16-to-preview",
                "2.13-to-2.16", "2.14-to-2.16"]));
    }

    [Test]
    public async Task Keeps_a_page_when_a_newer_version_is_added()
    {
        foreach (var version in new[] { "2.13", "2.14", "2.15", "2.16" })
            await UpdateAsync(version, Yaml.Valid);

        Assert.That(Pages(), Is.EquivalentTo(["2.13-to-2.14", "2.14-to-2.15", "2.15-to-2.16", "2.13-to-2.16", "2.14-to-2.16", "2.13-to-2.15"]));
    }

    [Test]
    public async Task Deletes_the_page_of_a_removed_version()
    {
        await UpdateAsync("2.14", Yaml.Valid);
        await UpdateAsync("2.15", Yaml.Valid);
        Directory.Delete(Path.Combine(_repository.Root, "openapi", "2.15"), recursive: true);

        await _repository.RunAsync("compare");

        Assert.That(Pages(), Is.Empty);
    }

    private IEnumerable<string> Pages() => _repository.Files().Keys.Where(file => file.Contains("-to-", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file)).ToList();

    [Test]
    public async Task Compare_writes_missing_files_and_nothing_the_second_time()
    {
        await UpdateAsync("2.14", Yaml.Valid);
        await UpdateAsync("2.15", Later);
        var files = _repository.Files();
        File.Delete(Path.Combine(_repository.Root, Availability));
        _repository.Write(Page, "edited by hand");

        var first = await _repository.RunAsync("compare");
        var second = await _repository.RunAsync("compare");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.ExitCode, Is.Zero, first.Error);
            Assert.That(first.Output, Does.Contain("2.14 to 2.15: 2 differences").And.Contain(Availability).And.Contain(Page));
            Assert.That(second.Output, Does.Contain("Up to date. Nothing was written."));
            Assert.That(_repository.Files(), Is.EquivalentTo(files));
        }
    }

    [Test]
    public async Task Names_writes_the_comparison()
    {
        await UpdateAsync("2.14", Yaml.Valid);
        _repository.Write("openapi/names.json", """{ "operations": { "GET /contacts": { "client": "People", "method": "List", "arguments": [] } }, "types": {}, "members": {} }""");

        await _repository.RunAsync("names");

        Assert.That((string?)Read(Availability).SelectToken("operations['2.14']['People.List']"), Is.EqualTo("GET /contacts"));
    }

    [Test]
    public async Task A_correction_that_does_not_affect_callers_does_not_change_the_catalog()
    {
        await UpdateAsync("2.14", Yaml.Valid);
        var path = Path.Combine(_repository.Root, Availability);
        var written = File.GetLastWriteTimeUtc(path).AddDays(-1);
        File.SetLastWriteTimeUtc(path, written);
        _repository.Write(TemporaryRepository.Overlay, """
            { "overlay": "1.0.0", "info": { "title": "t", "version": "1" }, "actions": [
              { "target": "$.components.schemas.contact", "description": "d", "update": { "x-note": "anything" } } ] }
            """);

        var result = await _repository.RunAsync("compare");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(File.GetLastWriteTimeUtc(path), Is.EqualTo(written));
        }
    }

    [Test]
    public async Task A_version_that_cannot_be_read_stops_the_comparison()
    {
        await UpdateAsync("2.14", Yaml.Valid);
        await UpdateAsync("2.15", Later);
        _repository.Write(TemporaryRepository.Overlay, Unfitting);
        var before = _repository.Files();

        var result = await _repository.RunAsync("compare");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Failure));
            Assert.That(result.Error, Does.Contain(TemporaryRepository.Description).And.Contain("Nothing was written."));
            Assert.That(_repository.Files(), Is.EquivalentTo(before));
        }
    }

    [Test]
    public async Task Another_version_that_cannot_be_read_does_not_stop_an_update()
    {
        await UpdateAsync("2.14", Yaml.Valid);
        _repository.Write(TemporaryRepository.Overlay, Unfitting);
        var before = _repository.Read(Availability);

        var result = await UpdateAsync("2.15", Later);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Error, Does.Contain("The versions were not compared. Correct the file, then run 'compare'."));
            Assert.That(result.Output, Does.Contain("openapi/2.15/description.json"));
            Assert.That(_repository.Read(Availability), Is.EqualTo(before));
        }
    }

    // The contact has an age instead of a name.
    private static string Later => Yaml.Valid.Replace("name:", "age:", StringComparison.Ordinal).Replace("type: string", "type: integer", StringComparison.Ordinal);

    private async Task<ToolResult> UpdateAsync(string version, string yaml)
    {
        _repository.Write(TemporaryRepository.Published, yaml.Replace("'2.14'", $"'{version}'", StringComparison.Ordinal));
        var result = await _repository.RunAsync("update", version, "--from", TemporaryRepository.Published);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        return result;
    }

    private JObject Read(string path) => JObject.Parse(_repository.Read(path));
}
