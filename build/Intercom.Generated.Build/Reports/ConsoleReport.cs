using Intercom.Generated.OpenApi.Declarations;
using Spectre.Console;

namespace Intercom.Generated.Build.Reports;

/// <summary>The report as tables, one for each impact.</summary>
internal static class ConsoleReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="report">What differs.</param>
    /// <param name="entries">The differences to tell.</param>
    /// <param name="console">Where it is written.</param>
    public static void Write(ChangeReport report, IReadOnlyList<ReportEntry> entries, IAnsiConsole console)
    {
        foreach (var impact in entries.GroupBy(entry => entry.Impact))
        {
            console.MarkupLineInterpolated($"[bold]{ReportWords.Name(impact.Key)}[/] ({impact.Count()}): {ReportWords.Meaning(impact.Key)}");
            var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
            // Pointers are there to be copied.
            table.AddColumns(new TableColumn("rule").NoWrap(), new TableColumn("what").NoWrap(), new TableColumn("before"), new TableColumn("after"));
            foreach (var entry in impact)
                table.AddRow(new Text(entry.Rule), What(entry), Code(entry.Before), Code(entry.After));
            console.Write(table);
        }

        foreach (var note in report.Notes)
            console.WriteLine(ConsoleText.Line($"note: {note}"));
        console.WriteLine(ConsoleText.Line($"{report.Before.Name} to {report.After.Name}: {ReportWords.Verdict(report)}. Version bump: {report.Bump}."));
        var untold = report.All.Count - entries.Count;
        if (untold > 0)
            console.WriteLine($"On the wire there is more that a program does not notice ({untold}): --all shows it.");
    }

    private static Text What(ReportEntry entry) =>
        new(string.Join('\n', new[] { entry.Subject, entry.Operation, entry.Place.Pointer }.OfType<string>().Distinct().Select(ConsoleText.Line)));

    private static Text Code(string? declaration) => new(declaration is null ? "-" : ConsoleText.Line(Declaration.Abridged(declaration)));
}
