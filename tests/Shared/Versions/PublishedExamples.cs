using Intercom.Generated.Build.Descriptions;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Tests;

/// <summary>The examples that Intercom publishes in its descriptions, in ../shared/openapi.</summary>
internal static class PublishedExamples
{
    private static readonly Lazy<Dictionary<string, JObject>> Published = new(() => VersionUnderTest.All
        .Where(version => File.Exists(PublishedFile(version)))
        .ToDictionary(version => version.Name, version => PublishedDescription.Read(File.ReadAllBytes(PublishedFile(version)), version.Name).Document));

    /// <summary>The examples of answers, and of items of lists.</summary>
    public static IEnumerable<(string Where, JToken Value, Type Type)> Answers(VersionUnderTest version)
    {
        Require(version);
        return version.Methods.Where(operation => operation.ResultType is not null).SelectMany(AnswersOf);
    }

    /// <summary>The examples of bodies.</summary>
    public static IEnumerable<(string Where, JToken Value, Type Type)> Requests(VersionUnderTest version)
    {
        Require(version);
        return version.Methods.Where(operation => operation.BodyType is not null)
            .SelectMany(operation => Examples(version, PublishedNode(operation)?["requestBody"]).Select(example => (Where(operation, example.Name), example.Value, operation.BodyType!)));
    }

    private static string PublishedFile(VersionUnderTest version) =>
        Path.Combine(SharedFiles.Folder("openapi") ?? string.Empty, version.Name.ToLowerInvariant(), "api.intercom.io.yaml");

    private static void Require(VersionUnderTest version)
    {
        _ = SharedFiles.Required("openapi");
        if (!Published.Value.ContainsKey(version.Name))
            Assert.Ignore($"There is no published description of {version} in ../shared/openapi.");
    }

    private static IEnumerable<(string Where, JToken Value, Type Type)> AnswersOf(OperationMethod operation)
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
                Assert.That(ExamplesOfAnotherShape.Reasons, Does.ContainKey($"{operation.HttpMethod} {operation.Path}"), $"{Where(operation, name)} has no '{operation.Descriptor.Items}'");
            }
        }
    }

    private static JToken? PublishedNode(OperationMethod operation) =>
        Published.Value[operation.Version.Name]["paths"]![operation.Path]?[operation.HttpMethod.ToLowerInvariant()];

    private static IEnumerable<(string Name, JToken Value)> Examples(VersionUnderTest version, JToken? holder)
    {
        if (holder is null)
            yield break;
        foreach (var media in (Published.Value[version.Name].Resolve(holder)["content"] as JObject)?.Properties().Where(media => media.Name == "application/json") ?? [])
        {
            if (media.Value["example"] is { } single)
                yield return ("example", single);
            foreach (var named in (media.Value["examples"] as JObject)?.Properties() ?? [])
            {
                if (named.Value["value"] is { } value and not JValue { Value: null })
                    yield return (named.Name, value);
            }
        }
    }

    private static string Where(OperationMethod operation, string example) => $"{operation.HttpMethod} {operation.Path} '{example}'";
}

/// <summary>Published examples of lists that are not of the list's own shape, with the reason why they are left out.</summary>
internal static class ExamplesOfAnotherShape
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>();
}
