using System.Text;
using Intercom.Generated.Tests;

namespace Intercom.Generated.Faults.Tests;

/// <summary>Keeps the fault table in docs/reliability.md in sync with <see cref="FaultTable"/>.</summary>
internal sealed class DocumentationTests
{
    private const string Start = "<!-- faults -->\n";
    private const string End = "<!-- end of faults -->";

    [Test]
    public void Fault_table_in_the_docs_is_up_to_date()
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
        var table = new StringBuilder("\n| fault | server behavior | over HTTP/2 |");
        foreach (var column in FaultTable.Columns)
            table.Append($" {column.Name} |");
        table.Append("\n|---|---|---|").Insert(table.Length, "---|", FaultTable.Columns.Count).Append('\n');
        foreach (var fault in FaultTable.All)
        {
            table.Append($"| {fault.Name} | {(fault.NotInHttp1 is null ? fault.ServerBehavior : string.Empty)} | {OverHttp2(fault)} |");
            foreach (var column in FaultTable.Columns)
                table.Append($" {column.InTable(fault)} |");
            table.Append('\n');
        }

        foreach (var fault in FaultTable.All.Where(fault => fault.NotInNetStandard is not null))
            table.Append($"\nThe row *{fault.Name}* does not apply to the assets for .NET Standard 2.0, which {fault.NotInNetStandard}.\n");
        return table.Append('\n').ToString();
    }

    // Empty if the server behaves in the same way.
    private static string OverHttp2(Fault fault)
    {
        if (fault.NotInHttp2 is { } reason)
            return $"Does not exist: {char.ToLowerInvariant(reason[0])}{reason[1..].TrimEnd('.')}";
        if (fault.NotInHttp1 is not null)
            return fault.ServerBehavior;
        return fault.Http2 is { } other ? other.ServerBehavior + (other.Outcome is { } outcome ? $" (outcome: {outcome})" : string.Empty) : string.Empty;
    }
}
