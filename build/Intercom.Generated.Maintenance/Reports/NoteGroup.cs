using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Versions;

namespace Intercom.Generated.Maintenance.Reports;

/// <summary>The notes of a report that say the same.</summary>
/// <param name="Headline">The fact that they share.</param>
/// <param name="Details">The corrections that were skipped, each with its reason, or nothing for another note.</param>
internal sealed record NoteGroup(string Headline, IReadOnlyList<string> Details)
{
    /// <summary>The number of notes.</summary>
    public int Count => Math.Max(1, Details.Count);

    /// <summary>Groups notes. A correction that fits neither side is listed once.</summary>
    public static IReadOnlyList<NoteGroup> Of(IEnumerable<FileProblem> notes)
    {
        var all = notes.ToList();
        return
        [
            .. all.Where(note => note.SkippedFor is null).Select(note => new NoteGroup(note.ToString(), [])),
            .. all.Where(note => note.SkippedFor is not null)
                .GroupBy(note => (note.File, note.Pointer, note.Subject))
                .Select(correction => (
                    Text: $"{correction.Key.File}{correction.Key.Pointer}: {correction.Key.Subject}",
                    Files: string.Join(" and ", correction.Select(note => note.SkippedFor).Distinct())))
                .GroupBy(correction => correction.Files)
                .Select(group => new NoteGroup(
                    $"{MarkdownText.Count(group.Count(), "correction")} did not fit {group.Key} and "
                        + $"{(group.Count() == 1 ? "was" : "were")} skipped.",
                    [.. group.Select(correction => correction.Text)])),
        ];
    }
}
