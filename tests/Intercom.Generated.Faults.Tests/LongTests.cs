namespace Intercom.Generated.Faults.Tests;

/// <summary>Tests that have a size: small by default, whole with INTERCOM_LONG_TESTS=1.</summary>
internal static class LongTests
{
    public static bool AreWanted { get; } = Environment.GetEnvironmentVariable("INTERCOM_LONG_TESTS") == "1";

    public static int Size(int usual, int whole) => AreWanted ? whole : usual;
}
