using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Declarations;
using Intercom.Generated.Maintenance.Versions;

namespace Intercom.Generated.Maintenance.Reports;

/// <summary>The report as Markdown, for a pull request.</summary>
internal static class MarkdownReport
{
    /// <summary>Writes the report.</summary>
    public static string Write(ChangeReport report, IReadOnlyList<ReportEntry> entries)
    {
        var page = new MarkdownText();
        page.Heading(2, $"{report.After.Version.HeaderName}: {ReportPhrases.Verdict(report)}");
        page.Block(
            $"From {MarkdownText.Code(report.Before.Name)} to {MarkdownText.Code(report.After.Name)}. Version bump: **{report.Bump}**.");
        page.Table(
            ["impact", "changes", "meaning"],
            [.. ReportPhrases.Impacts.Where(impact => report.Count(impact) > 0)
                .Select(impact => new[] { ReportPhrases.Name(impact), $"{report.Count(impact)}", ReportPhrases.Meaning(impact) })]);
        foreach (var impact in entries.GroupBy(entry => entry.Impact))
        {
            if (impact.Key >= ChangeImpact.Behavior)
                page.Heading(3, ReportPhrases.Name(impact.Key));
            foreach (var rule in impact.GroupBy(entry => (entry.Rule, entry.Meaning)))
                WriteRule(page, rule.Key.Rule, rule.Key.Meaning, [.. rule], isOpen: impact.Key >= ChangeImpact.Behavior);
        }

        var notes = report.Notes.Select(note => $"- {MarkdownText.Code(note.ToString())}").ToList();
        if (notes.Count > 0)
            page.Folded(MarkdownText.Count(notes.Count, "note"), string.Join('\n', notes));
        return page.ToString();
    }

    // Reviewers read the breaking changes first, so the others are collapsed.
    private static void WriteRule(MarkdownText page, string rule, string meaning, List<ReportEntry> entries, bool isOpen)
    {
        var table = new MarkdownText();
        table.Table(
            ["subject", "before", "after", "place"],
            [.. entries.Select(entry => new[]
            {
                $"{MarkdownText.Code(entry.Subject)}{(entry.Operation is { } route ? $"<br>{MarkdownText.Code(route)}" : string.Empty)}",
                Code(entry.Before),
                Code(entry.After),
                MarkdownText.Code(entry.Place.Pointer),
            })]);
        if (isOpen)
        {
            page.Block($"{MarkdownText.Code(rule)}: {meaning}");
            page.Block(table.ToString().TrimEnd());
        }
        else
        {
            page.Folded($"{MarkdownText.Count(entries.Count, "change")}: <code>{rule}</code>: {meaning}", table.ToString().TrimEnd());
        }
    }

    private static string Code(string? declaration) => declaration is null ? "–" : MarkdownText.Code(Declaration.Abridged(declaration));
}
