using Intercom.Generated.Build.Descriptions;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Build.Reports;

/// <summary>The forms that a report can have.</summary>
internal enum ReportFormat
{
    /// <summary>Tables for people at a terminal.</summary>
    Console,

    /// <summary>Markdown for a pull request.</summary>
    Markdown,

    /// <summary>JSON for programs.</summary>
    Json,

    /// <summary>SARIF 2.1.0 for code scanning.</summary>
    Sarif,

    /// <summary>Workflow commands that GitHub shows beside the lines.</summary>
    GitHub,
}

/// <summary>Writes a report in the forms that are text.</summary>
internal static class ReportText
{
    /// <summary>Writes the report.</summary>
    /// <param name="report">What differs.</param>
    /// <param name="format">Any form but the console's.</param>
    /// <param name="entries">The differences to tell.</param>
    public static string Write(ChangeReport report, ReportFormat format, IReadOnlyList<ReportEntry> entries) => format switch
    {
        ReportFormat.Markdown => MarkdownReport.Write(report, entries),
        ReportFormat.Json => Text(JsonReport.Create(report, entries)),
        ReportFormat.Sarif => Text(SarifReport.Create(report, entries)),
        ReportFormat.GitHub => GitHubReport.Write(report, entries),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a form of text."),
    };

    // The log of a workflow runs what looks like a command. Only strings can have these characters, and JSON can escape them.
    private static string Text(JObject document) =>
        System.Text.Encoding.UTF8.GetString(DescriptionJson.Write(document)).Replace("##[", "\\u0023\\u0023[", StringComparison.Ordinal);
}
