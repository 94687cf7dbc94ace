using System.Text;
using Intercom.Generated.Tests;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Snapshots of the requests of each operation, per version. A changed request is a diff that someone must accept.</summary>
public sealed class WireSnapshotTests
{
    // Headers that are the same for all operations. Other tests cover them.
    private static readonly string[] Common = ["Authorization", "User-Agent", "Intercom-Version", "Content-Length", "Content-Disposition"];

    [Test]
    public async Task Requests_match_the_accepted_snapshots()
    {
        var texts = new Dictionary<string, string>();
        foreach (var version in VersionUnderTest.All)
        {
            var requests = await Task.WhenAll(version.Methods.OrderBy(operation => operation.Descriptor.Id, StringComparer.Ordinal).Select(RequestAsync));
            texts.Add(version.Name, string.Join("\n", requests));
        }

        new Snapshot(nameof(WireSnapshotTests)).Match(texts);
    }

    private static async Task<string> RequestAsync(OperationMethod operation)
    {
        using var wire = new RecordingHandler(operation);
        using var client = (IDisposable)operation.Version.CreateClient(wire);
        var call = new SampleCall(operation);
        await OperationMethod.CompleteAsync(operation.Invoke(client, call.Arguments));

        var text = new StringBuilder($"{operation.Descriptor.Id}\n  {operation.HttpMethod} {operation.Path}\n");
        foreach (var (name, value) in call.Query)
            text.Append($"  ?{name}={value}\n");
        var headers = wire.Request!.Headers.Concat(wire.Request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>());
        foreach (var header in headers.Where(header => !Common.Contains(header.Key)).OrderBy(header => header.Key, StringComparer.Ordinal))
            text.Append($"  {header.Key}: {string.Join(", ", header.Value.Select(WithoutBoundary))}\n");
        if (call.Body is not null)
            text.Append(Lines(Json.Parse(wire.Body!), "  "));
        return text.ToString();
    }

    // The boundary is random.
    private static string WithoutBoundary(string value) => value.Split("; boundary", 2)[0];

    // One line per property, down to the second level of objects, so that each change shows as its own line in a diff.
    private static string Lines(JToken json, string indent) => json is JObject { Count: > 0 } members && indent.Length <= 6
        ? string.Concat(members.Properties().Select(member => member.Value is JObject { Count: > 0 } && indent.Length <= 4
            ? $"{indent}{member.Name}:\n{Lines(member.Value, indent + "  ")}"
            : $"{indent}{member.Name}: {Shape(member.Value)}\n"))
        : $"{indent}{Shape(json)}\n";

    private static string Shape(JToken json) => json switch
    {
        JObject members => $"{{{string.Join(", ", members.Properties().Select(member => $"{member.Name}: {Shape(member.Value)}"))}}}",
        JArray items => $"[{string.Join(", ", items.Select(Shape).Distinct())}]",
        _ => json.Type switch
        {
            JTokenType.Integer or JTokenType.Float => "number",
            var kind => kind.ToString().ToLowerInvariant(),
        },
    };
}
