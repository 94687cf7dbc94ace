using System.Globalization;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Repository;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Sources;

/// <summary>openapi/sources.json, the record of the origin of each description.</summary>
internal sealed class SourcesDocument
{
    private readonly JObject _entries;

    private SourcesDocument(JObject entries) => _entries = entries;

    /// <summary>Reads the document.</summary>
    /// <param name="text">The text, or null for an empty document.</param>
    /// <param name="fileName">The file name for problems.</param>
    /// <exception cref="DescriptionException">The text is not a JSON object.</exception>
    public static SourcesDocument Read(string? text, string fileName) =>
        new SourcesDocument(text is null ? [] : DescriptionJson.Read(text, fileName));

    /// <summary>Returns the document with the entry of a version.</summary>
    /// <remarks>
    /// If the bytes are the same, the entry keeps its date and commit, and only missing values are added. A second run therefore writes
    /// nothing.
    /// </remarks>
    public JObject With(DescriptionVersion version, string sha256, string? commit, DateOnly? statedDate, DateOnly? serverDate)
    {
        var entries = (JObject)_entries.DeepClone();
        var old = entries[version.Name] as JObject;
        var same = Text(old?["sha256"]) == sha256 ? old : null;

        commit = Text(same?["commit"]) ?? commit;
        var retrieved = Text(same?["retrieved"]) ?? Text(statedDate);

        // A commit identifies the bytes. The date of a download would be less precise and differ each time.
        if (commit is null)
            retrieved ??= Text(serverDate);

        if (same is null || Text(same["commit"]) != commit || Text(same["retrieved"]) != retrieved)
        {
            var entry = new JObject { ["upstream"] = version.UpstreamPath };
            if (commit is not null)
                entry["commit"] = commit;
            if (retrieved is not null)
                entry["retrieved"] = retrieved;
            entry["sha256"] = sha256;
            entries[version.Name] = entry;
        }

        return new JObject(entries.Properties()
            .OrderBy(p => DescriptionVersion.TryParse(p.Name) is null)
            .ThenBy(p => DescriptionVersion.TryParse(p.Name))
            .ThenBy(p => p.Name, StringComparer.Ordinal));
    }

    /// <summary>Finds entries that differ from the format that <see cref="With"/> writes.</summary>
    /// <param name="versions">The versions that have a description.</param>
    public IEnumerable<(string Version, string Message)> FindMistakes(IReadOnlyCollection<DescriptionVersion> versions)
    {
        foreach (var version in versions)
        {
            if (_entries[version.Name] is not JObject entry)
            {
                yield return (version.Name, $"The origin of the description of {version} is missing.");
                continue;
            }

            if (Text(entry["upstream"]) != version.UpstreamPath)
                yield return (version.Name, $"{version}/upstream is not {version.UpstreamPath}.");
            if (!IsHexadecimal(entry["sha256"], 64))
                yield return (version.Name, $"{version}/sha256 is not a SHA-256 in 64 lower-case hexadecimal digits.");
            if (entry["commit"] is { } commit && !IsHexadecimal(commit, 40))
                yield return (version.Name, $"{version}/commit is not a commit in 40 lower-case hexadecimal digits.");
            if (entry["retrieved"] is { } day
                && !DateOnly.TryParseExact(day.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                yield return (version.Name, $"{version}/retrieved is not a date such as 2026-08-21.");
            }
        }

        foreach (var name in _entries.Properties().Select(entry => entry.Name).Except(versions.Select(version => version.Name)))
            yield return (name, $"The entry {name} has no description.");
    }

    private static bool IsHexadecimal(JToken? value, int digits) =>
        value is JValue { Value: string text } && text.Length == digits && text.All(digit => char.IsAsciiHexDigitLower(digit));

    private static string? Text(JToken? value) => (value as JValue)?.Value as string;

    private static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
