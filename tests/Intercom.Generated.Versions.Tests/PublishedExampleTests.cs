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
