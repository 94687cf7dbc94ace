using System.Text;
using Intercom.Generated.Tests;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>What each operation sends is a text for each version: a change on the wire is a line that somebody has to accept.</summary>
public sealed class WireSnapshotTests
{
    // Of the client and the call, the same for all operations; tests of their own look at them.
    private static readonly string[] Common = ["Authorization", "User-Agent", "Intercom-Version", "Content-Length", "Content-Disposition"];

    [Test]
    public async Task Every_operation_sends_what_was_accepted()
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

    // A boundary is another one each time.
    private static string WithoutBoundary(string value) => value.Split("; boundary", 2)[0];

    // A member to a line, and one level more where members are objects: a change is then a line of its own.
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
