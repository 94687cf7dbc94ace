using Intercom.Generated.Build.Repository;
using Intercom.Generated.OpenApi.Comparison;

namespace Intercom.Generated.Build.Versions;

/// <summary>docs/migration/README.md: which page helps with which step.</summary>
internal static class MigrationIndex
{
    /// <summary>Writes the page.</summary>
    public static byte[] Write(VersionHistory history)
    {
        var page = new MarkdownText("compare");
        page.Heading(1, "Moving to another API version");
        page.Block(
            "What means the same has the same name in every version, so that moving is changing the package and one `using`, then fixing what the\n"
            + "compiler shows. Each page tells what that is, with the C# before and after. Whoever skips versions reads the pages in between.");
        page.Table(
            ["step", "gone or different in C#", "new operations", "new types"],
            [
                .. history.Steps.Reverse().Select(step => new[]
                {
                    $"[{MigrationPage.Title(step)}]({Path.GetFileName(RepositoryLayout.MigrationPage(step.From.Version, step.To.Version))})",
                    $"{MigrationPage.Breaks(step)}",
                    $"{step.Changes.Count(change => change.Rule == ChangeRule.OperationAdded)}",
                    $"{step.Changes.Count(change => change.Rule == ChangeRule.TypeAdded)}",
                }),
            ]);
        page.Block("A program can ask the same at run time: `ApiCatalog` in `Intercom.Generated` knows the versions of every operation, type and member.");
        return page.ToBytes();
    }
}
