using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Maintenance.Versions;

namespace Intercom.Generated.Maintenance.Reports;

/// <summary>
/// The report as Markdown, for a pull request: first the breaking changes with what to do, then deprecations. Everything else is collapsed.
/// </summary>
internal static class MarkdownReport
{
    private const int PointersShown = 3;

    /// <summary>Writes the report.</summary>
    public static string Write(ChangeReport report, IReadOnlyList<ReportEntry> entries)
    {
        var page = new MarkdownText();
        page.Heading(2, $"{report.After.Version.HeaderName}: {ReportPhrases.Verdict(report)}");
        page.Block(
            $"From {MarkdownText.Code(report.Before.Name)} to {MarkdownText.Code(report.After.Name)}. "
                + $"Suggested version: **{report.Bump}**.");
        page.Table(
            ["impact", "changes", "meaning"],
            [.. ReportPhrases.Impacts.Where(impact => report.Count(impact) > 0)
                .Select(impact => new[] { ReportPhrases.Name(impact), $"{report.Count(impact)}", ReportPhrases.Meaning(impact) })]);
        var breaking = ReportGroups.Blocks(entries, areBreaking: true);
        WriteBlocks(page, "Breaking changes of the C# API", [.. breaking.Where(group => group.First.Impact != ChangeImpact.Behavior)]);
        WriteBlocks(page, "Breaking changes in behavior", [.. breaking.Where(group => group.First.Impact == ChangeImpact.Behavior)]);
        WriteBlocks(page, "Deprecations", ReportGroups.Blocks(entries, areBreaking: false));
        WriteLists(page, "addition", entries.Count(entry => entry.Impact == ChangeImpact.Additive), ReportGroups.Additions(entries));
        WriteLists(page, "change in JSON only", entries.Count(entry => entry.Impact == ChangeImpact.None), ReportGroups.JsonOnly(entries));

        foreach (var note in NoteGroup.Of(report.Notes))
        {
            page.Folded(
                $"Note: <code>{MarkdownText.Html(note.Headline)}</code>",
                note.Details.Count == 0
                    ? MarkdownText.Code(note.Headline)
                    : string.Join('\n', note.Details.Select(detail => $"- {MarkdownText.Code(detail)}")));
        }

        return page.ToString();
    }

    private static void WriteBlocks(MarkdownText page, string heading, IReadOnlyList<ChangeGroup> groups)
    {
        if (groups.Count == 0)
            return;
        page.Heading(3, $"{heading} ({groups.Sum(group => group.Entries.Count)})");
        foreach (var group in groups)
        {
            var route = group.Route is { } operation ? $" ({MarkdownText.Code(operation)})" : string.Empty;
            var rules = group.Rules.Select(rule => $"{rule.Meaning} {MarkdownText.Code(rule.Rule)}");
            page.Block($"**{MarkdownText.Code(group.Title)}**{route}: {string.Join(" ", rules)}");
            if (group.Before.Count > 0 || group.After is not null)
                page.Difference(group.Before.Count == 0 ? null : string.Join(", ", group.Before), group.After);
            if (group.Advice is { } advice)
            {
                page.Block($"**Do:** {MarkdownText.Prose(advice.Sentence)}");
                if (advice.Line is { } line)
                    page.CSharp(line);
            }

            var more = group.Pointers.Count > PointersShown ? $", and {group.Pointers.Count - PointersShown} more" : string.Empty;
            page.Block($"<sub>at {MarkdownText.Codes(group.Pointers.Take(PointersShown))}{more}</sub>");
        }
    }

    // Reviewers read the breaking changes first, so the others are collapsed.
    private static void WriteLists(MarkdownText page, string noun, int count, IReadOnlyList<ChangeList> lists)
    {
        if (lists.Count == 0)
            return;
        var plural = noun.Replace("change ", "changes ", StringComparison.Ordinal);
        page.Folded(
            count == 1 ? $"1 {noun}" : $"{count} {(plural == noun ? $"{noun}s" : plural)}",
            string.Join('\n', lists.Select(list => $"- {MarkdownText.Code(list.Headline)}"
                + (list.Names.Count == 0 ? string.Empty : $": {MarkdownText.Codes(list.Names)}"))));
    }
}
