using System.Text;
using Intercom.Generated.Tests;

namespace Intercom.Generated.Faults.Tests;

/// <summary>The table of faults in the documentation is the one that the tests prove cell by cell.</summary>
internal sealed class DocumentationTests
{
    private const string Start = "<!-- faults -->\n";
    private const string End = "<!-- end of faults -->";

    [Test]
    public void Table_of_faults_is_that_of_the_tests()
    {
        var path = Path.Combine(Snapshot.ProjectFolder, "..", "..", "docs", "reliability.md");
        var page = File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal);
        var start = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var end = page.IndexOf(End, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("INTERCOM_ACCEPT_SNAPSHOTS") == "1")
            File.WriteAllText(path, page = page[..start] + Table() + page[end..]);
        Assert.That(page, Does.Contain(Start + Table() + End), "Accept with INTERCOM_ACCEPT_SNAPSHOTS=1.");
    }

    private static string Table()
    {
        var table = new StringBuilder($"\n| fault | what the server does | {string.Join(" | ", FaultTable.Columns.Select(column => column.Name))} |\n|---|---|{string.Concat(FaultTable.Columns.Select(_ => "---|"))}\n");
        foreach (var fault in FaultTable.All)
            table.Append($"| {fault.Name} | {fault.Does} | {string.Join(" | ", FaultTable.Columns.Select(column => column.Expected(fault)))} |\n");
        return table.Append('\n').ToString();
    }
}
