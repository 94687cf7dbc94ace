using System.Text;
using Intercom.Generated.Tests;

namespace Intercom.Generated.Upgrade.Tests;

/// <summary>The page for users states how many changes of each step are migrated, and lists those that have no replacement.</summary>
public sealed class DocumentationTests
{
    [Test]
    public void Page_lists_what_has_no_replacement()
    {
        var page = File.ReadAllText(Path.Combine(Snapshot.ProjectFolder, "..", "..", "docs", "upgrading.md")).ReplaceLineEndings("\n");
        Assert.That(page, Does.Contain(Table()));
    }

    private static string Table()
    {
        var table = new StringBuilder("| step | changes | migrated | migrated in part | only marked | no replacement |\n| --- | --- | --- | --- | --- | --- |\n");
        var list = new StringBuilder();
        foreach (var step in VersionReferences.History.Steps)
        {
            var name = $"{step.From.Version.HeaderName} to {step.To.Version.HeaderName}";
            var file = Path.Combine(Snapshot.ProjectFolder, "Snapshots", $"{nameof(MigrationTests)}.{step.From.Version}#Result.verified.txt");
            var results = File.ReadAllLines(file).Select(line => line.Split(": ")).ToList();
            int Count(string result) => results.Count(line => line[1] == result);
            var partly = results.Count(line => line[1].StartsWith("migrated, except", StringComparison.Ordinal));
            table.Append($"| {name} | {results.Count} | {Count("migrated")} | {partly} | {Count("only marked")} | {Count("by hand")} |\n");
            if (Count("by hand") > 0)
                list.Append($"- {name}: {string.Join(", ", results.Where(line => line[1] == "by hand").Select(line => $"`{line[0]}`"))}\n");
        }

        return $"{table}\nThese APIs have no replacement:\n\n{list}";
    }
}
