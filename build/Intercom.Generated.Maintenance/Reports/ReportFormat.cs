using Intercom.Generated.Maintenance.Published;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Reports;

/// <summary>The formats of a report.</summary>
internal enum ReportFormat
{
    /// <summary>Text for people at a terminal.</summary>
    Console,

    /// <summary>Markdown for a pull request.</summary>
    Markdown,

    /// <summary>JSON for programs.</summary>
    Json,

    /// <summary>SARIF 2.1.0 for code scanning.</summary>
    Sarif,

    /// <summary>Workflow commands that GitHub shows as annotations.</summary>
    GitHub,
}

/// <summary>Writes a report in the formats that are plain text.</summary>
internal static class ReportText
{
    /// <summary>Writes the report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="format">Any format except the console.</param>
    /// <param name="entries">The changes to include.</param>
    public static string Write(ChangeReport report, ReportFormat format, IReadOnlyList<ReportEntry> entries) => format switch
    {
        ReportFormat.Markdown => MarkdownReport.Write(report, entries),
        ReportFormat.Json => Text(JsonReport.Create(report, entries)),
        ReportFormat.Sarif => Text(SarifReport.Create(report, entries)),
        ReportFormat.GitHub => GitHubReport.Write(report, entries),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "The format is not plain text."),
    };

    // GitHub runs workflow commands in a log. Only JSON strings can contain one, so it can be escaped.
    private static string Text(JObject document) =>
        System.Text.Encoding.UTF8.GetString(DescriptionJson.Write(document)).Replace("##[", "\\u0023\\u0023[", StringComparison.Ordinal);
}
