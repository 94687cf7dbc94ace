using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Webhooks.Tests;

/// <summary>A recorded notification, or a published example of one.</summary>
/// <param name="Name">The path in ../shared/payloads.</param>
/// <param name="Body">The body.</param>
internal sealed record Recording(string Name, byte[] Body)
{
    // Recorded before version 2.0 of the API, whose items have other formats.
    private static readonly string[] OldFolders = ["zulip-webhooks", "hull-webhooks"];

    private static readonly string[] Folders = ["zulip-webhooks-2026", "webhookdb", "docs-webhooks", .. OldFolders];

    /// <summary>The JSON, with times as text.</summary>
    public JObject Json => (JObject)Intercom.Generated.Tests.Json.Parse(System.Text.Encoding.UTF8.GetString(Body));

    public string Topic => (string)Json["topic"]!;

    public JToken Item => Json["data"]!["item"]!;

    public bool IsOld => OldFolders.Contains(Path.GetDirectoryName(Name), StringComparer.Ordinal);

    /// <summary>Gets all recordings.</summary>
    public static IReadOnlyList<Recording> All()
    {
        var payloads = SharedFiles.Required("payloads");
        return
        [
            .. Folders.SelectMany(folder => Directory.GetFiles(Path.Combine(payloads, folder), "*.json"))
                .Order(StringComparer.Ordinal)
                .Select(file => new Recording(Path.GetRelativePath(payloads, file), File.ReadAllBytes(file)))
                .Where(recording => Intercom.Generated.Tests.Json.Parse(System.Text.Encoding.UTF8.GetString(recording.Body)) is JObject json
                    && (string?)json["type"] == "notification_event"),
        ];
    }

    /// <summary>Gets the recordings whose items have the formats of current versions.</summary>
    public static IReadOnlyList<Recording> Current() => [.. All().Where(recording => !recording.IsOld)];

    public override string ToString() => Name;
}
