namespace Intercom.Generated.Tests;

/// <summary>The size of tests that take long: short by default, in full with INTERCOM_LONG_TESTS=1.</summary>
internal static class LongTests
{
    public static bool AreWanted { get; } = Environment.GetEnvironmentVariable("INTERCOM_LONG_TESTS") == "1";

    public static int Size(int usual, int whole) => AreWanted ? whole : usual;
}
