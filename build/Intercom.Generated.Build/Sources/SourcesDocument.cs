using System.Globalization;
using Intercom.Generated.Build.Descriptions;
using Intercom.Generated.Build.Repository;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Build.Sources;

/// <summary>openapi/sources.json: where each version's description came from.</summary>
internal sealed class SourcesDocument
{
    private readonly JObject _entries;

    private SourcesDocument(JObject entries) => _entries = entries;

    /// <summary>Reads the document; a missing one is empty.</summary>
    /// <param name="text">Its text, or <see langword="null"/> when there is none.</param>
    /// <param name="fileName">The name for problems.</param>
    /// <exception cref="DescriptionException">The text is not a JSON object.</exception>
    public static SourcesDocument Read(string? text, string fileName)
    {
        try
        {
            return new SourcesDocument(text is null ? [] : DescriptionJson.Read(text));
        }
        catch (JsonException e)
        {
            throw new DescriptionException(
                new DescriptionProblem(fileName, "#", $"Not a JSON object: {e.Message}", "Restore the file from the repository."), e);
        }
    }

    /// <summary>The document with a version's entry.</summary>
    /// <remarks>
    /// The same bytes keep the entry that says when they were first retrieved and from which commit; it only gains what it lacked.
    /// So a second run writes nothing, whatever the day.
    /// </remarks>
    public JObject With(ApiVersion version, string sha256, string? commit, DateOnly? statedDate, DateOnly? serverDate)
    {
        var entries = (JObject)_entries.DeepClone();
        var old = entries[version.Name] as JObject;
        var same = (string?)old?["sha256"] == sha256 ? old : null;

        commit = (string?)same?["commit"] ?? commit;
        var retrieved = (string?)same?["retrieved"] ?? Text(statedDate);

        // A commit already says which bytes these are; the day on which a server was asked would say less and differ each time.
        if (commit is null)
            retrieved ??= Text(serverDate);

        if (same is null || (string?)same["commit"] != commit || (string?)same["retrieved"] != retrieved)
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
            .OrderBy(p => ApiVersion.TryParse(p.Name) is null)
            .ThenBy(p => ApiVersion.TryParse(p.Name))
            .ThenBy(p => p.Name, StringComparer.Ordinal));
    }

    private static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
