namespace Intercom.Generated.Tests;

/// <summary>The size of long-running tests: small by default, full if INTERCOM_LONG_TESTS=1.</summary>
internal static class LongTests
{
    public static bool AreEnabled { get; } = Environment.GetEnvironmentVariable("INTERCOM_LONG_TESTS") == "1";

    public static int Size(int small, int full) => AreEnabled ? full : small;
}
