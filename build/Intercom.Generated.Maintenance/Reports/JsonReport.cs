using Intercom.Generated.Descriptions.Comparison;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Reports;

/// <summary>The report as JSON for programs.</summary>
internal static class JsonReport
{
    /// <summary>Creates the document.</summary>
    public static JObject Create(ChangeReport report, IReadOnlyList<ReportEntry> entries) => new()
    {
        ["before"] = Side(report.Before),
        ["after"] = Side(report.After),
        ["impact"] = report.Impact.ToString(),
        ["breaking"] = report.IsBreaking,
        ["bump"] = report.Bump,
        ["counts"] = Counts(report),
        ["changes"] = new JArray(entries.Select(entry => Change(report, entry))),
        ["notes"] = new JArray(report.Notes.Select(note => note.ToString())),
    };

    /// <summary>Returns the number of changes with each impact.</summary>
    public static JObject Counts(ChangeReport report) =>
        new(Enum.GetValues<ChangeImpact>().Reverse().Select(impact => new JProperty(impact.ToString(), report.Count(impact))));

    private static JObject Side(DescriptionRevision revision) =>
        new() { ["name"] = revision.Name, ["file"] = revision.File, ["version"] = revision.Version.HeaderName };

    private static JObject Change(ChangeReport report, ReportEntry entry)
    {
        var change = new JObject
        {
            ["rule"] = entry.Rule,
            ["impact"] = entry.Impact.ToString(),
            ["breaking"] = entry.IsBreaking,
            ["meaning"] = entry.Meaning,
            ["subject"] = entry.Subject,
            ["operation"] = entry.Operation,
            ["file"] = (entry.IsRemoved ? report.Before : report.After).File,
            ["line"] = entry.Place.Position?.Line,
            ["pointer"] = entry.Place.Pointer,
            ["before"] = entry.Before,
            ["after"] = entry.After,
            ["do"] = entry.Advice?.Sentence,
            ["code"] = entry.Advice?.Line,
        };
        return change;
    }
}
