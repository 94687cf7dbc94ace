namespace Intercom.Generated.Versions.Tests;

/// <summary>The regions match the servers in the descriptions.</summary>
public sealed class RegionTests
{
    private static IEnumerable<VersionUnderTest> Versions => VersionSets.All;

    [TestCaseSource(nameof(Versions))]
    public void Regions_match_the_servers_in_the_description(VersionUnderTest version) =>
        Assert.That(
            Enum.GetValues<IntercomRegion>().Select(IntercomRegions.GetBaseAddress),
            Is.EquivalentTo(version.Description["servers"]!.Select(server => new Uri((string)server["url"]!))));

    [TestCase("us", IntercomRegion.UnitedStates)]
    [TestCase(" EU ", IntercomRegion.Europe)]
    [TestCase("australia", IntercomRegion.Australia)]
    public void Parses_a_region_code_or_name(string text, IntercomRegion region)
    {
        Assert.That(IntercomRegions.TryParse(text, out var found), Is.True);
        Assert.That(found, Is.EqualTo(region));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("1")]
    [TestCase("UnitedStates, Europe")]
    public void Rejects_other_text(string? text) => Assert.That(IntercomRegions.TryParse(text, out _), Is.False);

    [Test]
    public void Rejects_an_undefined_region() =>
        Assert.That(
            () => IntercomRegions.GetBaseAddress((IntercomRegion)7),
            Throws.ArgumentException.With.Message.StartsWith("Region 7 is not defined."));
}
