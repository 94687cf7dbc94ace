using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>Real answers and published examples mean the same both doors.</summary>
internal sealed class PayloadTests
{
    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    [TestCaseSource(nameof(Versions))]
    public void Recorded_answers(VersionUnderTest version) => Check(version, RecordedResponses.Of(version));

    [TestCaseSource(nameof(Versions))]
    public void Published_answers(VersionUnderTest version) => Check(version, PublishedExamples.Responses(version));

    [TestCaseSource(nameof(Versions))]
    public void Published_requests(VersionUnderTest version) => Check(version, PublishedExamples.Requests(version));

    private static void Check(VersionUnderTest version, IEnumerable<(string Where, JToken Value, Type Type)> payloads)
    {
        var found = payloads.ToList();
        var differences = found.Select(payload => Doors.Of(payload.Type).Difference(payload.Value.ToString(Formatting.None)) is { } difference ? $"{payload.Where}: {difference}" : null).OfType<string>().ToList();
        TestContext.Out.WriteLine($"{version}: {found.Count} payloads");
        Assert.That(found, Has.Count.GreaterThan(100));
        Assert.That(differences.Take(10), Is.Empty, $"{differences.Count} differences");
    }
}
