using Intercom.Generated.Descriptions.Comparison;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Reports;

/// <summary>The report in the Static Analysis Results Interchange Format, version 2.1.0.</summary>
internal static class SarifReport
{
    /// <summary>Creates the log.</summary>
    public static JObject Create(ChangeReport report, IReadOnlyList<ReportEntry> entries)
    {
        var rules = entries.Select(entry => (entry.Rule, entry.Meaning, entry.Impact))
            .Distinct()
            .OrderBy(rule => rule.Rule, StringComparer.Ordinal)
            .ToList();
        return new JObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JArray(new JObject
            {
                ["tool"] = new JObject
                {
                    ["driver"] = new JObject
                    {
                        ["name"] = "Intercom.Generated.Maintenance",
                        ["rules"] = new JArray(rules.Select(rule => new JObject
                        {
                            ["id"] = rule.Rule,
                            ["shortDescription"] = new JObject { ["text"] = rule.Meaning },
                            ["defaultConfiguration"] = new JObject { ["level"] = Level(rule.Impact) },
                            ["properties"] = new JObject { ["impact"] = rule.Impact.ToString() },
                        })),
                    },
                },
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = new JArray(entries.Select(entry => Result(report, entry, rules.FindIndex(rule => rule.Rule == entry.Rule)))),
            }),
        };
    }

    private static JObject Result(ChangeReport report, ReportEntry entry, int rule)
    {
        var place = new JObject
        {
            ["artifactLocation"] = new JObject { ["uri"] = Uri((entry.IsRemoved ? report.Before : report.After).File) },
        };
        if (entry.Place.Position is { } position)
            place["region"] = new JObject { ["startLine"] = position.Line };
        return new JObject
        {
            ["ruleId"] = entry.Rule,
            ["ruleIndex"] = rule,
            ["level"] = Level(entry.Impact),
            ["message"] = new JObject { ["text"] = entry.Sentence },
            ["locations"] = new JArray(new JObject
            {
                ["physicalLocation"] = place,
                ["logicalLocations"] = new JArray(
                    new JObject { ["fullyQualifiedName"] = entry.Place.Pointer, ["kind"] = "member" },
                    new JObject { ["fullyQualifiedName"] = entry.Subject, ["kind"] = entry.Operation is null ? "type" : "function" }),
            }),
            ["partialFingerprints"] = new JObject { ["change/v1"] = $"{entry.Rule} {entry.Subject} {entry.Before} {entry.After}" },
        };
    }

    // A path can contain characters that are not allowed in a URI.
    private static string Uri(string file) => string.Join('/', file.Replace('\\', '/').Split('/').Select(System.Uri.EscapeDataString));

    private static string Level(ChangeImpact impact) => impact switch
    {
        ChangeImpact.SourceBreak or ChangeImpact.BinaryBreak => "error",
        ChangeImpact.Behavior => "warning",
        ChangeImpact.Additive => "note",
        _ => "none",
    };
}
