namespace Intercom.Generated.Versions.Tests;

/// <summary>The versions that a test is for. A test states the feature that it needs, so that a new version with that feature is tested too.</summary>
public static class VersionSets
{
    public static IEnumerable<VersionUnderTest> All => VersionUnderTest.All;

    public static IEnumerable<VersionUnderTest> With(params string[] features) =>
        VersionUnderTest.All.Where(version => Array.TrueForAll(features, version.Has));
}

/// <summary>Runs a test for every version.</summary>
internal sealed class EveryVersionAttribute() : TestCaseSourceAttribute(typeof(VersionSets), nameof(VersionSets.All));

/// <summary>Runs a test for every version that has all of the operations, types, and properties. NUnit reports a failure if there is none.</summary>
/// <param name="features">As in <see cref="VersionUnderTest.Has"/>.</param>
internal sealed class VersionsWithAttribute(params string[] features) : TestCaseSourceAttribute(typeof(VersionSets), nameof(VersionSets.With), [features])
{
    public IReadOnlyList<string> Features { get; } = features;
}
