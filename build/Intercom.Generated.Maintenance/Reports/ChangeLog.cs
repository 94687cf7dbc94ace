using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Maintenance.Versions;

namespace Intercom.Generated.Maintenance.Reports;

/// <summary>The notes on an update in CHANGELOG.md.</summary>
internal static class ChangeLog
{
    private const string Unreleased = "## [Unreleased]";
    private const string Added = "### Added";
    private const string Changed = "### Changed";

    /// <summary>Returns the notes for a report, by section. Sections without notes are left out.</summary>
    public static IReadOnlyList<(string Section, IReadOnlyList<string> Notes)> Notes(ChangeReport report, DescriptionVersion version)
    {
        var breaking = ReportGroups.Blocks(report.Entries, areBreaking: true)
            .Select(group =>
                $"**Breaking in {version.HeaderName}:** {Subject(group)} {MarkdownText.Prose(group.First.Meaning)}{Advice(group)}");
        var deprecated = ReportGroups.Blocks(report.Entries, areBreaking: false)
            .Select(group => $"{version.HeaderName}: {Subject(group)} {MarkdownText.Prose(group.First.Meaning)}");
        var added = ReportGroups.Additions(report.Entries)
            .Select(list => $"{version.HeaderName}: {MarkdownText.Code(list.Headline)}"
                + (list.Names.Count == 0 ? "." : $": {MarkdownText.Codes(list.Names)}."));
        var sections = new (string Section, IReadOnlyList<string> Notes)[] { (Added, [.. added]), (Changed, [.. breaking, .. deprecated]) };
        return [.. sections.Where(section => section.Notes.Count > 0)];
    }

    /// <summary>Returns the notes as Markdown.</summary>
    public static string Text(ChangeReport report, DescriptionVersion version) => string.Join(
        "\n",
        Notes(report, version).Select(section => $"{section.Section}\n\n{string.Concat(section.Notes.Select(note => $"- {note}\n"))}"));

    /// <summary>Adds notes to the section for unreleased changes. A note that is already there is not repeated.</summary>
    /// <returns>The new text, or null if the text has no such section.</returns>
    public static string? With(string text, IReadOnlyList<(string Section, IReadOnlyList<string> Notes)> notes)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').ToList();
        var start = lines.IndexOf(Unreleased);
        if (start < 0)
            return null;
        foreach (var (section, texts) in notes)
        {
            var missing = texts.Select(note => $"- {note}").Except(lines).ToList();
            if (missing.Count == 0)
                continue;
            var end = EndOf(lines, start, "## ");
            var heading = lines.IndexOf(section, start, end - start);
            if (heading < 0)
            {
                lines.InsertRange(end, [section, string.Empty, .. missing, string.Empty]);
                continue;
            }

            lines.InsertRange(LastItem(lines, heading, EndOf(lines, heading, "##")) + 1, missing);
        }

        return string.Join('\n', lines);
    }

    private static int EndOf(List<string> lines, int start, string heading)
    {
        var end = lines.FindIndex(start + 1, line => line.StartsWith(heading, StringComparison.Ordinal));
        return end < 0 ? lines.Count : end;
    }

    private static int LastItem(List<string> lines, int start, int end)
    {
        while (end > start + 2 && lines[end - 1].Length == 0)
            end--;
        return end - 1;
    }

    private static string Subject(ChangeGroup group) => $"{MarkdownText.Code(group.Title)}:";

    private static string Advice(ChangeGroup group) =>
        group.Advice is { } advice ? $" {MarkdownText.Prose(advice.Sentence)}" : string.Empty;
}
