using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>
/// Real answers, recorded from several versions, are read by the types of every version without exception and written back as they
/// came, unknown properties and values of another form included.
/// </summary>
public sealed class RecordedAnswerTests
{
    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    [TestCaseSource(nameof(Versions))]
    public void Every_recorded_answer_is_read_and_written_back(VersionUnderTest version)
    {
        var failures = new List<string>();
        var read = 0;
        foreach (var (file, value, type) in RecordedResponses.Of(version))
        {
            read++;
            failures.AddRange(RoundTrip(value, type).Select(failure => string.Create(CultureInfo.InvariantCulture, $"{file}: {failure}")));
        }

        TestContext.Out.WriteLine($"{version}: {read} recorded answers");
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
