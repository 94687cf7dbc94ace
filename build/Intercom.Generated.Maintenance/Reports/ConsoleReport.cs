using Intercom.Generated.Maintenance.Versions;

namespace Intercom.Generated.Maintenance.Reports;

/// <summary>
/// The report for a terminal: a summary, then each breaking change with what to do, then lists of the other changes. No line is wider than
/// the terminal.
/// </summary>
internal static class ConsoleReport
{
    private const int PointersShown = 2;
    private const int NamesShown = 8;
    private const int LongReport = 20;

    /// <summary>Creates the lines of the report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="entries">The changes to show.</param>
    /// <param name="width">The width of the terminal, or null if the output is redirected.</param>
    public static IReadOnlyList<ConsoleLine> Create(ChangeReport report, IReadOnlyList<ReportEntry> entries, int? width)
    {
        var page = new ConsolePage(width);
        WriteSummary(page, report);
        var notes = NoteGroup.Of(report.Notes);
        if (notes.Count > 0)
            page.Paragraph($"{MarkdownText.Count(notes.Sum(note => note.Count), "note")} on the corrections: see the end.");

        var hidden = report.All.Count - entries.Count;
        var namesShown = hidden == 0 ? int.MaxValue : NamesShown;
        var additions = ReportGroups.Additions(entries);
        WriteBlocks(page, "Breaking changes", ReportGroups.Blocks(entries, areBreaking: true));
        WriteBlocks(page, "Deprecations", ReportGroups.Blocks(entries, areBreaking: false));
        WriteLists(page, "Additions", additions, namesShown);
        WriteLists(page, "Changes in JSON only", ReportGroups.JsonOnly(entries), namesShown);
        WriteNotes(page, notes);

        if (hidden > 0)
        {
            page.Blank();
            var lists = additions.Any(list => list.Names.Count > namesShown) ? " Long lists are shortened." : string.Empty;
            page.Paragraph(
                $"Not shown: {MarkdownText.Count(hidden, "change")} in JSON only.{lists} To show everything, add --all.", LineStyle.Dim);
        }

        // A terminal shows the end of a long report.
        if (page.Lines.Count > LongReport)
        {
            page.Blank();
            WriteSummary(page, report);
        }

        return page.Lines;
    }

    private static void WriteSummary(ConsolePage page, ChangeReport report)
    {
        page.Paragraph($"{report.Before.Name} to {report.After.Name}: {ReportPhrases.Verdict(report)}.", LineStyle.Subject);
        var counts = ReportPhrases.Counts(report);
        page.Paragraph($"{counts}{(counts.Length > 0 ? " " : string.Empty)}Suggested version: {report.Bump}.");
    }

    private static void WriteBlocks(ConsolePage page, string heading, IReadOnlyList<ChangeGroup> groups)
    {
        if (groups.Count == 0)
            return;
        page.Blank();
        page.Paragraph($"{heading} ({groups.Sum(group => group.Entries.Count)})", LineStyle.Heading);
        foreach (var group in groups)
        {
            page.Blank();
            page.Paragraph(group.Title, LineStyle.Subject);
            foreach (var rule in group.Rules)
                page.Paragraph($"{rule.Rule} ({ReportPhrases.Name(rule.Impact)}): {rule.Meaning}", indent: 2);
            if (group.Route is { } route)
                page.Field("call", route);
            if (group.Before.Count > 0)
                page.Field("before", string.Join(", ", group.Before));
            if (group.After is not null)
                page.Field("after", group.After);
            if (group.Advice is { } advice)
            {
                page.Field("do", advice.Sentence);
                if (advice.Line is { } line)
                    page.Field(string.Empty, line, LineStyle.Code);
            }

            foreach (var pointer in group.Pointers.Take(PointersShown))
                page.Pointer("at", pointer);
            if (group.Pointers.Count > PointersShown)
                page.Field(string.Empty, $"and {MarkdownText.Count(group.Pointers.Count - PointersShown, "more place")}", LineStyle.Dim);
        }
    }

    private static void WriteLists(ConsolePage page, string heading, IReadOnlyList<ChangeList> lists, int namesShown)
    {
        if (lists.Count == 0)
            return;
        page.Blank();
        page.Paragraph(heading, LineStyle.Heading);
        page.Blank();
        foreach (var list in lists)
        {
            var more = list.Names.Count > namesShown ? $", and {list.Names.Count - namesShown} more" : string.Empty;
            var separator = list.Headline.EndsWith('.') ? string.Empty : ":";
            page.Paragraph(
                list.Names.Count == 0
                    ? list.Headline
                    : $"{list.Headline}{separator} {string.Join(", ", list.Names.Take(namesShown))}{more}",
                hanging: 4);
        }
    }

    private static void WriteNotes(ConsolePage page, IReadOnlyList<NoteGroup> notes)
    {
        if (notes.Count == 0)
            return;
        page.Blank();
        page.Paragraph("Notes", LineStyle.Heading);
        foreach (var note in notes)
        {
            page.Blank();
            page.Paragraph($"note: {note.Headline}", hanging: 2);
            foreach (var detail in note.Details)
                page.Paragraph(detail, indent: 2, hanging: 4);
        }
    }
}
