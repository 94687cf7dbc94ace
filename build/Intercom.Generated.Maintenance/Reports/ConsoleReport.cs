using Intercom.Generated.Descriptions.Declarations;
using Intercom.Generated.Maintenance.Versions;
using Spectre.Console;

namespace Intercom.Generated.Maintenance.Reports;

/// <summary>The report as tables, one for each impact.</summary>
internal static class ConsoleReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="entries">The changes to show.</param>
    /// <param name="console">The console.</param>
    public static void Write(ChangeReport report, IReadOnlyList<ReportEntry> entries, IAnsiConsole console)
    {
        foreach (var impact in entries.GroupBy(entry => entry.Impact))
        {
            console.MarkupLineInterpolated(
                $"[bold]{ReportPhrases.Name(impact.Key)}[/] ({impact.Count()}): {ReportPhrases.Meaning(impact.Key)}");
            var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
            // Users copy the pointers, so they must not be wrapped.
            table.AddColumns(
                new TableColumn("rule").NoWrap(), new TableColumn("subject").NoWrap(), new TableColumn("before"), new TableColumn("after"));
            foreach (var entry in impact)
                table.AddRow(new Text(entry.Rule), Subject(entry), Code(entry.Before), Code(entry.After));
            console.Write(table);
        }

        foreach (var note in report.Notes)
            console.WriteLine(ConsoleText.Line($"note: {note}"));
        console.WriteLine(ConsoleText.Line(
            $"{report.Before.Name} to {report.After.Name}: {ReportPhrases.Verdict(report)}. Version bump: {report.Bump}."));
        var hidden = report.All.Count - entries.Count;
        if (hidden > 0)
            console.WriteLine($"Not shown: {MarkdownText.Count(hidden, "change")} in JSON only. To show all changes, add --all.");
    }

    private static Text Subject(ReportEntry entry) =>
        new(string.Join(
            '\n', new[] { entry.Subject, entry.Operation, entry.Place.Pointer }.OfType<string>().Distinct().Select(ConsoleText.Line)));

    private static Text Code(string? declaration) => new(declaration is null ? "-" : ConsoleText.Line(Declaration.Abridged(declaration)));
}
