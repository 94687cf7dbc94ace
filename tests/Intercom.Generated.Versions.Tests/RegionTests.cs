namespace Intercom.Generated.Versions.Tests;

/// <summary>The regions are the servers of the descriptions.</summary>
public sealed class RegionTests
{
    private static IEnumerable<VersionUnderTest> Versions => VersionSets.All;

    [TestCaseSource(nameof(Versions))]
    public void Regions_are_the_servers_of_the_description(VersionUnderTest version) =>
        Assert.That(
            Enum.GetValues<IntercomRegion>().Select(IntercomRegions.GetBaseAddress),
            Is.EquivalentTo(version.Description["servers"]!.Select(server => new Uri((string)server["url"]!))));

    [TestCase("us", IntercomRegion.UnitedStates)]
    [TestCase(" EU ", IntercomRegion.Europe)]
    [TestCase("australia", IntercomRegion.Australia)]
    public void A_region_is_found_by_its_code_or_name(string text, IntercomRegion region)
    {
        Assert.That(IntercomRegions.TryParse(text, out var found), Is.True);
        Assert.That(found, Is.EqualTo(region));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("1")]
    [TestCase("UnitedStates, Europe")]
    public void Other_text_is_not_a_region(string? text) => Assert.That(IntercomRegions.TryParse(text, out _), Is.False);

    [Test]
    public void An_undefined_region_has_no_address() =>
        Assert.That(() => IntercomRegions.GetBaseAddress((IntercomRegion)7), Throws.ArgumentException.With.Message.StartsWith("Region 7 is not defined."));
}
