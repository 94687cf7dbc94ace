using System.Text;
using System.Text.RegularExpressions;
using Intercom.Generated.Descriptions.Naming;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Reports;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Tests;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Tests;

/// <summary>
/// Compares the report with oasdiff, rule by rule. OasdiffRules.tsv has a pair of descriptions for each of its rules of level ERR or WARN, and
/// the reason if the report rates the change as None.
/// </summary>
public sealed class OasdiffRulesTests
{
    private const string NotCovered = "not covered: ";
    private const string Rejected = "rejected";

    // oasdiff 1.15.0 reports these pairs by other rules.
    private static readonly string[] OtherRules =
    [
        "new-request-path-parameter",
        "request-body-min-items-set",
        "request-parameter-min-items-set",
        "request-parameter-property-type-changed",
        "request-property-min-items-set",
        "response-body-min-items-unset",
        "response-property-min-items-unset",
    ];

    private static readonly string[] Base =
    [
        "components.schemas.answer = { type: 'object', required: ['a'], properties: { a: { type: 'string' }, b: { type: 'string' } } }",
        "paths['/answers'] = { post: { operationId: 'createAnswer', tags: ['Answers'], "
            + "parameters: [{ name: 'q', in: 'query', schema: { type: 'string' } }, { name: 'Accept', in: 'header', schema: { type: 'string' } }], "
            + "requestBody: { content: { 'application/json': { schema: { type: 'string' } } } }, "
            + "responses: { '200': { description: '', headers: { 'X-Limit': { schema: { type: 'integer' } } }, "
            + "content: { 'application/json': { schema: { $ref: '#/components/schemas/answer' } } } } } } }",
    ];

    private static string Folder => Path.Combine(Snapshot.ProjectFolder, "Oasdiff");

    [Test]
    public void Each_rule_is_covered_or_has_a_reason()
    {
        var rows = Rows();
        var results = rows.ToDictionary(row => row.Rule, Result);
        new Snapshot("OasdiffRules").Match(new Dictionary<string, string>
        {
            ["Results"] = string.Concat(rows.Select(row => $"{row.Rule} ({row.Level}): {results[row.Rule]}\n")),
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows, Has.Count.EqualTo(243));
            foreach (var row in rows)
            {
                var result = results[row.Rule];
                Assert.That(result, Is.Not.Empty, $"{row.Rule}: the descriptions are the same");
                Assert.That(result == Rejected, Is.EqualTo(row.Reason == Rejected), $"{row.Rule}: {result}");
                Assert.That(result.StartsWith("None", StringComparison.Ordinal) || result is Rejected or "no difference", Is.EqualTo(row.Reason.Length > 0), $"{row.Rule}: {result}");
            }
        }
    }

    [Test]
    public void The_page_lists_the_rules_that_are_not_covered()
    {
        var page = File.ReadAllText(Path.Combine(Snapshot.ProjectFolder, "..", "..", "docs", "change-reports.md"));
        var section = page.Split("### Rules of oasdiff that are not covered", 2)[1].Split("\n## ", 2)[0];
        var listed = section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Regex.Matches(line.Split('|')[1], "`([^`]+)`").Select(match => match.Groups[1].Value));

        Assert.That(listed, Is.EquivalentTo(Rows().Where(row => row.Reason.StartsWith(NotCovered, StringComparison.Ordinal)).Select(row => row.Rule)));
    }

    [Test]
    public void The_page_explains_each_reason()
    {
        var page = File.ReadAllText(Path.Combine(Snapshot.ProjectFolder, "..", "..", "docs", "change-reports.md"));

        Assert.That(
            Rows().Select(row => row.Reason.Replace(NotCovered, string.Empty, StringComparison.Ordinal)).Where(reason => reason.Length > 0).Distinct(),
            Has.All.Matches<string>(reason => page.Contains($"`{reason}`", StringComparison.Ordinal)));
    }

    // A pair shows a rule only if oasdiff finds the rule in it. ".ci/run long maintenance" installs oasdiff, which must know the rule.
    [Test]
    public void Oasdiff_finds_each_rule_that_is_not_rejected()
    {
        var oasdiff = Environment.GetEnvironmentVariable("INTERCOM_OASDIFF");
        if (oasdiff is null)
            Assert.Ignore("INTERCOM_OASDIFF does not name the program oasdiff.");
        using var folder = new TemporaryRepository();
        var known = JArray.Parse(ExternalProgram.Run(oasdiff!, folder.Root, "checks", "-f", "json").Text).Select(rule => (string?)rule["id"]).ToHashSet();
        var rows = Rows().Where(row => row.Reason != Rejected && known.Contains(row.Rule)).ToList();
        var missed = new List<string>();
        foreach (var row in rows)
        {
            var (before, after) = Pair(row);
            folder.Write("before.json", before.ToString());
            folder.Write("after.json", after.ToString());
            var result = ExternalProgram.Run(
                oasdiff!, folder.Root, "changelog", "-f", "json", "--deprecation-days-stable", "30", "before.json", "after.json");
            if (!result.Text.Contains($"\"{row.Rule}\"", StringComparison.Ordinal))
                missed.Add(row.Rule);
        }

        TestContext.Out.WriteLine($"oasdiff finds {rows.Count - missed.Count} of {rows.Count} rules in their pairs.");
        Assert.That(missed, Is.EquivalentTo(OtherRules));
    }

    private static (JObject Before, JObject After) Pair(Row row)
    {
        var before = FullDescription.With(FullDescription.With(JObject.Parse(FullDescription.Base), Base), row.Before);
        return (before, FullDescription.With(before, row.After));
    }

    private static string Result(Row row)
    {
        using var repository = new TemporaryRepository();
        var snapshot = RepositorySnapshot.WorkingTree(new RepositoryLayout(repository.Root));
        var ledger = NameLedger.Parse("{}");
        var (before, after) = Pair(row);
        try
        {
            var report = ChangeReport.Compare(Read(before), Read(after));
            var top = report.All.Where(entry => entry.Impact == report.Impact).Select(entry => entry.Rule).Distinct().Order(StringComparer.Ordinal);
            return report.All.Count == 0 ? "no difference" : $"{report.Impact} {string.Join(", ", top)}";
        }
        catch (DescriptionException)
        {
            return Rejected;
        }

        DescriptionRevision Read(JObject description) =>
            DescriptionRevision.Read("description.json", DescriptionJson.Write(description), null, snapshot, ledger);
    }

    private static List<Row> Rows() =>
    [
        .. File.ReadAllLines(Path.Combine(Folder, "OasdiffRules.tsv"), Encoding.UTF8).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'))
            .Select(cells => new Row(cells[0], cells[1], Changes(cells[2]), Changes(cells[3]), cells[4])),
    ];

    private static string[] Changes(string cell) => cell.Split(" ;; ", StringSplitOptions.RemoveEmptyEntries);

    private sealed record Row(string Rule, string Level, string[] Before, string[] After, string Reason);
}
