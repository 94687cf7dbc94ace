using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Maintenance.Versions;

namespace Intercom.Generated.Maintenance.Reports;

/// <summary>The texts that all formats of a report share.</summary>
internal static class ReportPhrases
{
    /// <summary>The impacts, the most severe first.</summary>
    public static IReadOnlyList<ChangeImpact> Impacts { get; } = [.. Enum.GetValues<ChangeImpact>().OrderDescending()];

    /// <summary>Returns the result in a few words.</summary>
    public static string Verdict(ChangeReport report)
    {
        var breaks = report.All.Count(entry => entry.IsBreaking);
        return breaks > 0 ? MarkdownText.Count(breaks, "breaking change")
            : report.Entries.Count > 0 ? $"{MarkdownText.Count(report.Entries.Count, "change")}, none breaking"
            : "no changes that affect programs";
    }

    /// <summary>Returns the number of changes with each impact, or nothing if there are none.</summary>
    public static string Counts(ChangeReport report) => string.Join(
        ", ",
        Impacts.Where(impact => impact != ChangeImpact.None && report.Count(impact) > 0)
            .Select(impact => $"{Name(impact)} {report.Count(impact)}")) is { Length: > 0 } counts
        ? $"{counts}."
        : string.Empty;

    /// <summary>Returns the name of an impact.</summary>
    public static string Name(ChangeImpact impact) => impact switch
    {
        ChangeImpact.SourceBreak => "Source break",
        ChangeImpact.BinaryBreak => "Binary break",
        ChangeImpact.Behavior => "Behavior",
        ChangeImpact.Additive => "Additive",
        _ => "None",
    };

    /// <summary>Returns a sentence that explains an impact.</summary>
    public static string Meaning(ChangeImpact impact) => impact switch
    {
        ChangeImpact.SourceBreak => "Programs that use the API no longer compile.",
        ChangeImpact.BinaryBreak => "Programs still compile, but have to be recompiled.",
        ChangeImpact.Behavior => "Programs still compile, but can behave differently at run time, or the compiler warns.",
        ChangeImpact.Additive => "Something was added. Existing programs are not affected.",
        _ => "The JSON changes. The C# API does not.",
    };
}
