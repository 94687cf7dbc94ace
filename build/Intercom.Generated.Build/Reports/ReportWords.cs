using Intercom.Generated.Build.Versions;
using Intercom.Generated.OpenApi.Comparison;

namespace Intercom.Generated.Build.Reports;

/// <summary>How the forms of a report name things.</summary>
internal static class ReportWords
{
    /// <summary>The impacts, the hardest first.</summary>
    public static IReadOnlyList<ChangeImpact> Impacts { get; } = [.. Enum.GetValues<ChangeImpact>().OrderDescending()];

    /// <summary>The result in a few words.</summary>
    public static string Verdict(ChangeReport report)
    {
        var breaks = report.All.Count(entry => entry.IsBreaking);
        return breaks > 0 ? MarkdownText.Count(breaks, "breaking change")
            : report.Entries.Count > 0 ? $"nothing breaks, {MarkdownText.Count(report.Entries.Count, "change")}"
            : "no changes for programs";
    }

    /// <summary>The name of an impact.</summary>
    public static string Name(ChangeImpact impact) => impact switch
    {
        ChangeImpact.SourceBreak => "Source break",
        ChangeImpact.BinaryBreak => "Binary break",
        ChangeImpact.Behavior => "Behavior",
        ChangeImpact.Additive => "Additive",
        _ => "None",
    };

    /// <summary>What an impact means for a program.</summary>
    public static string Meaning(ChangeImpact impact) => impact switch
    {
        ChangeImpact.SourceBreak => "A program that uses it no longer compiles.",
        ChangeImpact.BinaryBreak => "A program compiles as before, but has to be compiled again.",
        ChangeImpact.Behavior => "A program compiles as before and meets something else at run time, or the compiler warns.",
        ChangeImpact.Additive => "There is more than before.",
        _ => "Only the wire differs; a program does not notice.",
    };
}
