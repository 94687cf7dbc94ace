using Intercom.Generated.Maintenance.Published;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Tests;

/// <summary>The examples in Intercom's published descriptions, in ../shared/openapi.</summary>
internal static class PublishedExamples
{
    private static readonly Lazy<Dictionary<string, JObject>> Published = new(() => VersionUnderTest.All
        .Where(version => File.Exists(PublishedFile(version)))
        .ToDictionary(
            version => version.Name,
            version => PublishedDescription.Read(File.ReadAllBytes(PublishedFile(version)), version.Name).Document));

    /// <summary>Gets the examples of responses and of list items.</summary>
    public static IEnumerable<(string Where, JToken Value, Type Type)> Responses(VersionUnderTest version)
    {
        Require(version);
        return version.Methods.Where(operation => operation.ResultType is not null).SelectMany(ResponsesOf);
    }

    /// <summary>Gets the examples of request bodies.</summary>
    public static IEnumerable<(string Where, JToken Value, Type Type)> Requests(VersionUnderTest version)
    {
        Require(version);
        return version.Methods.Where(operation => operation.BodyType is not null)
            .SelectMany(operation => Examples(version, PublishedNode(operation)?["requestBody"])
                .Select(example => (Where(operation, example.Name), example.Value, operation.BodyType!)));
    }

    private static string PublishedFile(VersionUnderTest version) =>
        Path.Combine(SharedFiles.Folder("openapi") ?? string.Empty, version.Name.ToLowerInvariant(), "api.intercom.io.yaml");

    private static void Require(VersionUnderTest version)
    {
        _ = SharedFiles.Required("openapi");
        if (!Published.Value.ContainsKey(version.Name))
            Assert.Ignore($"The published description of {version} is missing from ../shared/openapi.");
    }

    private static IEnumerable<(string Where, JToken Value, Type Type)> ResponsesOf(OperationMethod operation)
    {
        var responses = (PublishedNode(operation)?["responses"] as JObject)?.Properties().Where(response => response.Name[0] == '2') ?? [];
        foreach (var (name, value) in responses.SelectMany(response => Examples(operation.Version, response.Value)))
        {
            if (!operation.IsList)
            {
                yield return (Where(operation, name), value, operation.ResultType!);
            }
            else if ((operation.Descriptor.Items!.Length == 0 ? value : value.SelectToken(operation.Descriptor.Items)) is JArray items)
            {
                foreach (var item in items)
                    yield return (Where(operation, name), item, operation.ResultType!);
            }
            else
            {
                Assert.That(
                    SkippedExamples.Reasons,
                    Does.ContainKey($"{operation.HttpMethod} {operation.Path}"),
                    $"{Where(operation, name)} has no '{operation.Descriptor.Items}'");
            }
        }
    }

    private static JToken? PublishedNode(OperationMethod operation) =>
        Published.Value[operation.Version.Name]["paths"]![operation.Path]?[operation.HttpMethod.ToLowerInvariant()];

    private static IEnumerable<(string Name, JToken Value)> Examples(VersionUnderTest version, JToken? holder)
    {
        if (holder is null)
            yield break;
        if (Published.Value[version.Name].Resolve(holder)["content"]?["application/json"] is not JObject media)
            yield break;
        if (media["example"] is { } single)
            yield return ("example", single);
        foreach (var named in (media["examples"] as JObject)?.Properties() ?? [])
        {
            if (named.Value["value"] is { } value and not JValue { Value: null })
                yield return (named.Name, value);
        }
    }

    private static string Where(OperationMethod operation, string example) => $"{operation.HttpMethod} {operation.Path} '{example}'";
}

/// <summary>The published list examples to skip because they do not match the declared list, with the reason for each.</summary>
internal static class SkippedExamples
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>();
}
