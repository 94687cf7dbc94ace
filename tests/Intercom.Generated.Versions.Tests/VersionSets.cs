namespace Intercom.Generated.Versions.Tests;

/// <summary>The versions that a test is for.</summary>
public static class VersionSets
{
    public static IEnumerable<VersionUnderTest> All => VersionUnderTest.All;

    /// <summary>Those whose published descriptions were searched for defects; a new version can have others.</summary>
    public static IEnumerable<VersionUnderTest> Analyzed => Named("2.11", "2.12", "2.14", "Preview");

    public static IEnumerable<VersionUnderTest> Later => Named("2.12", "2.14", "Preview");

    public static IEnumerable<VersionUnderTest> Newest => Named("2.14", "Preview");

    public static IEnumerable<VersionUnderTest> Named(params string[] names) => names.Select(name => VersionUnderTest.All.Single(version => version.Name == name));
}
