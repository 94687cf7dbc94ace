using System.Text;
using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Escaping;

namespace Intercom.Generated.Maintenance.Reports;

/// <summary>The report as workflow commands, which GitHub shows as annotations of lines.</summary>
internal static class GitHubReport
{
    /// <summary>Writes the commands.</summary>
    public static string Write(ChangeReport report, IReadOnlyList<ReportEntry> entries)
    {
        var text = new StringBuilder();
        foreach (var entry in entries)
        {
            var command = entry.Impact switch
            {
                ChangeImpact.SourceBreak or ChangeImpact.BinaryBreak => "error",
                ChangeImpact.Behavior => "warning",
                _ => "notice",
            };
            var file = (entry.IsRemoved ? report.Before : report.After).File;
            var line = entry.Place.Position is { } position ? $",line={position.Line}" : string.Empty;
            text.Append(
                $"::{command} file={Property(file)}{line},title={Property(entry.Rule)}"
                + $"::{Data($"{entry.Sentence} {entry.Place.Pointer}")}\n");
        }

        return text.ToString();
    }

    // A line end would end the command. VisibleText removes line ends.
    private static string Data(string text) =>
        ConsoleText.WithoutCommand(VisibleText.Of(text)).Replace("%", "%25", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
