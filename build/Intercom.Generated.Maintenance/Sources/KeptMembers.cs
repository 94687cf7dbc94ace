using System.Text;
using System.Text.RegularExpressions;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Reports;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Sources;

/// <summary>
/// Keeps APIs that a description no longer has. Overlay actions restore removed properties, known values, and types. Restored properties
/// and values are deprecated, so programs still compile, and the compiler warns.
/// </summary>
internal static partial class KeptMembers
{
    /// <summary>Adds the actions to an overlay.</summary>
    /// <param name="overlay">The text of the overlay, or null if there is none.</param>
    /// <param name="report">The report with the removed APIs.</param>
    /// <returns>The new overlay and a line for each API that it keeps.</returns>
    public static (string Overlay, IReadOnlyList<string> Kept) Add(string? overlay, ChangeReport report)
    {
        var document = overlay is null ? New(report) : DescriptionJson.Read(overlay, "overlay.json");
        var actions = (JArray)document["actions"]!;
        var (before, after) = (report.Before.Corrected, report.After.Corrected);
        var kept = new List<string>();
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in report.All)
        {
            var done = entry.Rule switch
            {
                _ when entry.Rule == ChangeRule.PropertyRemoved.Id => KeepProperty(entry.Place.Pointer),
                _ when entry.Rule == ChangeRule.EnumMemberRemoved.Id => KeepValues(entry.Place.Pointer),
                _ when entry.Rule == ChangeRule.TypeRemoved.Id => KeepType(entry.Place.Pointer),
                _ => false,
            };
            if (done)
                kept.Add($"{entry.Subject} ({entry.Place.Pointer})");
        }

        return (Encoding.UTF8.GetString(DescriptionJson.Write(document)), kept);

        bool KeepProperty(string pointer)
        {
            var end = pointer.LastIndexOf('/');
            // Skip a property that its own schema does not declare. If the schema was removed, its type is kept instead.
            if (Property.Match(pointer) is not { Success: true } match
                || JsonPointer.Resolve(before, pointer) is not JObject removed
                || JsonPointer.Resolve(after, pointer[..end]) is not JObject)
            {
                return false;
            }

            var schema = (JObject)Plain(removed);
            schema["deprecated"] = true;
            schema["description"] = $"Intercom no longer describes this property in version {report.After.Version.HeaderName}.";
            KeepReferenced(schema);
            actions.Add(Action(pointer[..end], new JObject { [JsonPointer.Parse(pointer).Segment] = schema }));
            return true;
        }

        bool KeepValues(string pointer)
        {
            if (JsonPointer.Resolve(before, $"{pointer}/enum") is not JArray had
                || JsonPointer.Resolve(after, $"{pointer}/enum") is not JArray has)
            {
                return false;
            }

            var removed = had.Where(value => value.Type == JTokenType.String && !has.Any(other => JToken.DeepEquals(other, value)))
                .Select(value => (string)value!)
                .ToList();
            if (!actions.Any(action => (string?)action["target"] == Path(pointer) && action["update"]?["x-obsolete"] is not null))
            {
                foreach (var value in removed)
                    actions.Add(Action($"{pointer}/enum", new JValue(value)));
                actions.Add(Action(pointer, new JObject
                {
                    ["x-obsolete"] = new JObject(removed.Select(value => new JProperty(
                        value, $"Intercom no longer describes this value in version {report.After.Version.HeaderName}."))),
                }));
            }

            return removed.Count > 0;
        }

        bool KeepType(string pointer) =>
            Component.IsMatch(pointer) && KeepComponent(JsonPointer.Parse(pointer).Segment);

        bool KeepComponent(string name)
        {
            if (before["components"]?["schemas"]?[name] is not JObject removed
                || after["components"]?["schemas"] is not JObject schemas
                || schemas.ContainsKey(name))
            {
                return types.Contains(name);
            }

            if (!types.Add(name))
                return true;
            var schema = (JObject)Plain(removed);
            schema["x-keep"] = true;
            actions.Add(Action("#/components/schemas", new JObject { [name] = schema }));
            KeepReferenced(schema);
            return true;
        }

        void KeepReferenced(JObject schema)
        {
            foreach (var reference in schema.Descendants()
                .OfType<JProperty>()
                .Where(p => p.Name == "$ref")
                .Select(p => (string?)p.Value)
                .OfType<string>()
                .ToList())
            {
                KeepType(reference);
            }
        }
    }

    private static JObject New(ChangeReport report) => new()
    {
        ["overlay"] = "1.0.0",
        ["info"] = new JObject
        {
            ["title"] = $"Corrections to the description of version {report.After.Version.HeaderName}",
            ["version"] = "1",
        },
        ["actions"] = new JArray(),
    };

    private static JObject Action(string pointer, JToken update) => new()
    {
        ["target"] = Path(pointer),
        ["description"] = "Kept for programs that use it, although Intercom no longer describes it. "
            + "Remove this action in a version that can have breaking changes.",
        ["update"] = update,
    };

    // The positions belong to another file.
    private static JToken Plain(JToken schema) => schema.DeepClone(new JsonCloneSettings { CopyAnnotations = false });

    // Converts a pointer to a JSONPath.
    private static string Path(string pointer) => string.Concat(
        JsonPointer.Segments(pointer)
            .Select(step => Name.IsMatch(step) ? $".{step}"
                : step.All(char.IsAsciiDigit) ? $"[{step}]"
                : $"['{step.Replace("'", "\\'", StringComparison.Ordinal)}']")
            .Prepend("$"));

    [GeneratedRegex(@"/properties/([^/]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Property { get; }

    [GeneratedRegex(@"\A#/components/schemas/([^/]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Component { get; }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name { get; }
}
