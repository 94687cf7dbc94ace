using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Maintenance.Repository;

namespace Intercom.Generated.Maintenance.Versions;

/// <summary>docs/migration/README.md, the index of the migration pages.</summary>
internal static class MigrationIndex
{
    private static readonly string[] Heads = ["removed or changed in C#", "new operations", "new types"];

    /// <summary>Writes the page.</summary>
    public static byte[] Write(VersionHistory history)
    {
        var page = new MarkdownText("compare");
        page.Heading(1, "Moving to another API version");
        page.Block(
            "APIs have the same name in every version. To move a program, change the package and one `using`, then fix what the compiler\n"
            + "reports. Each page lists the changes, with the C# before and after.");
        page.Table(["step", .. Heads], [.. history.Steps.Reverse().Select(Row)]);
        if (history.Jumps.Count > 0)
        {
            page.Block("These pages skip versions:");
            page.Table(["jump", .. Heads], [.. history.Jumps.Reverse().Select(Row)]);
        }

        page.Block(
            "A program can look this up at run time: `ApiCatalog` in the package `Intercom.Generated.ApiVersions` lists the versions of "
            + "every operation, type, and member.");
        return page.ToBytes();
    }

    private static string[] Row(VersionStep step) =>
    [
        $"[{MigrationPage.Title(step)}]({Path.GetFileName(RepositoryLayout.MigrationPage(step.From.Version, step.To.Version))})",
        $"{MigrationPage.Breaks(step)}",
        $"{step.Changes.Count(change => change.Rule == ChangeRule.OperationAdded)}",
        $"{step.Changes.Count(change => change.Rule == ChangeRule.TypeAdded)}",
    ];
}
