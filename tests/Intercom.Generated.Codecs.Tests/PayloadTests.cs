using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>All entry points read and write recorded responses and published examples the same way.</summary>
internal sealed class PayloadTests
{
    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    [TestCaseSource(nameof(Versions))]
    public void Recorded_responses(VersionUnderTest version) => Check(version, RecordedResponses.Of(version));

    [TestCaseSource(nameof(Versions))]
    public void Published_responses(VersionUnderTest version) => Check(version, PublishedExamples.Responses(version));

    [TestCaseSource(nameof(Versions))]
    public void Published_requests(VersionUnderTest version) => Check(version, PublishedExamples.Requests(version));

    private static void Check(VersionUnderTest version, IEnumerable<(string Where, JToken Value, Type Type)> payloads)
    {
        var found = payloads.ToList();
        var differences = (
            from payload in found
            let difference = EntryPoints.Of(payload.Type).Difference(payload.Value.ToString(Formatting.None))
            where difference is not null
            select $"{payload.Where}: {difference}").ToList();
        TestContext.Out.WriteLine($"{version}: {found.Count} payloads");
        Assert.That(found, Has.Count.GreaterThan(100));
        Assert.That(differences.Take(10), Is.Empty, $"{differences.Count} differences");
    }
}
