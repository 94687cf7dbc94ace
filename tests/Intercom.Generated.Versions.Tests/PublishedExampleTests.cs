using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>The examples that Intercom publishes round-trip through the types without loss.</summary>
public sealed class PublishedExampleTests
{
    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    [TestCaseSource(nameof(Versions))]
    public void Response_examples_round_trip(VersionUnderTest version) => Check(version, [.. PublishedExamples.Responses(version)]);

    [TestCaseSource(nameof(Versions))]
    public void Request_examples_round_trip(VersionUnderTest version) => Check(version, [.. PublishedExamples.Requests(version)]);

    // If an example and its schema have no property in common, the description declares the wrong type.
    [TestCaseSource(nameof(Versions))]
    public void Example_objects_share_a_property_with_their_schema(VersionUnderTest version)
    {
        var examples = PublishedExamples.Responses(version).ToList();
        var failures = examples.SelectMany(example => ObjectsWithoutSharedProperties(
            example.Value, JsonConvert.DeserializeObject(example.Value.ToString(Formatting.None), example.Type), example.Where));

        Assert.That(examples, Has.Count.GreaterThan(80));
        Assert.That(failures, Is.Empty);
    }

    private static IEnumerable<string> ObjectsWithoutSharedProperties(JToken json, object? value, string path)
    {
        switch (json, value)
        {
            case (_, IntercomUnion union):
                return ObjectsWithoutSharedProperties(json, union.Value, path);
            case (JObject members, IntercomModel model):
                var names = members.Properties().Select(member => member.Name).Where(name => name != "type").ToList();
                if (names.Count > 0 && names.TrueForAll(model.AdditionalProperties.ContainsKey))
                    return [$"{path}: {model.GetType().Name} has none of {string.Join(", ", names)}"];
                return model.GetType().JsonProperties().SelectMany(property =>
                    ObjectsWithoutSharedProperties(members[property.JsonName()] ?? JValue.CreateNull(), property.GetValue(model), $"{path}.{property.JsonName()}"));
            case (JArray items, System.Collections.IList list) when list.Count == items.Count:
                return items.SelectMany((item, index) => ObjectsWithoutSharedProperties(item, list[index], $"{path}[{index}]"));
            default:
                return [];
        }
    }

    private static void Check(VersionUnderTest version, List<(string Where, JToken Value, Type Type)> examples)
    {
        var failures = new List<string>();
        foreach (var (where, value, type) in examples)
        {
            try
            {
                var read = JsonConvert.DeserializeObject(value.ToString(Formatting.None), type);
                failures.AddRange(JsonComparison.Differences(value, Json.Parse(JsonConvert.SerializeObject(read))).Select(difference => $"{where}: {difference}"));
            }
            catch (JsonException e)
            {
                failures.Add($"{where}: {e.Message}");
            }
        }

        TestContext.Out.WriteLine($"{version}: {examples.Count} examples");
        Assert.That(examples, Is.Not.Empty);
        Assert.That(failures, Is.Empty);
    }
}
