using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>The examples that Intercom publishes are read into the types and written back without loss.</summary>
public sealed class PublishedExampleTests
{
    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    [TestCaseSource(nameof(Versions))]
    public void Answers_are_read_and_written_back(VersionUnderTest version) => Check(version, [.. PublishedExamples.Responses(version)]);

    [TestCaseSource(nameof(Versions))]
    public void Requests_are_read_and_written_back(VersionUnderTest version) => Check(version, [.. PublishedExamples.Requests(version)]);

    // An example that shares nothing with its schema shows that the description declares another type.
    [TestCaseSource(nameof(Versions))]
    public void An_example_shares_a_member_with_its_schema_wherever_both_are_objects(VersionUnderTest version)
    {
        var examples = PublishedExamples.Responses(version).ToList();
        var failures = examples.SelectMany(example => Strangers(example.Value, JsonConvert.DeserializeObject(example.Value.ToString(Formatting.None), example.Type), example.Where));

        Assert.That(examples, Has.Count.GreaterThan(80));
        Assert.That(failures, Is.Empty);
    }

    private static IEnumerable<string> Strangers(JToken json, object? value, string path)
    {
        switch (json, value)
        {
            case (_, IntercomUnion union):
                return Strangers(json, union.Value, path);
            case (JObject members, IntercomModel model):
                var names = members.Properties().Select(member => member.Name).Where(name => name != "type").ToList();
                if (names.Count > 0 && names.TrueForAll(model.AdditionalProperties.ContainsKey))
                    return [$"{path}: {model.GetType().Name} has none of {string.Join(", ", names)}"];
                return model.GetType().JsonProperties().SelectMany(property =>
                    Strangers(members[property.JsonName()] ?? JValue.CreateNull(), property.GetValue(model), $"{path}.{property.JsonName()}"));
            case (JArray items, System.Collections.IList list) when list.Count == items.Count:
                return items.SelectMany((item, index) => Strangers(item, list[index], $"{path}[{index}]"));
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
