using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>
/// The types of every version read responses recorded from several versions without exceptions. They write back the same JSON, including
/// unknown properties and values of unexpected types.
/// </summary>
public sealed class RecordedResponseTests
{
    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    [TestCaseSource(nameof(Versions))]
    public void Recorded_responses_round_trip(VersionUnderTest version)
    {
        var failures = new List<string>();
        var read = 0;
        foreach (var (file, value, type) in RecordedResponses.Of(version))
        {
            read++;
            failures.AddRange(RoundTrip(value, type).Select(failure => string.Create(CultureInfo.InvariantCulture, $"{file}: {failure}")));
        }

        TestContext.Out.WriteLine($"{version}: {read} recorded responses");
        Assert.That(read, Is.GreaterThan(150));
        Assert.That(failures, Is.Empty);
    }

    private static IEnumerable<string> RoundTrip(JToken value, Type type)
    {
        try
        {
            var model = JsonConvert.DeserializeObject(value.ToString(Formatting.None), type);
            return JsonComparison.Differences(value, Json.Parse(JsonConvert.SerializeObject(model)));
        }
        catch (Exception e) when (e is JsonException or InvalidCastException or NotSupportedException or FormatException or ArgumentException)
        {
            return [$"{type.Name}: {e.Message}"];
        }
    }
}
