using System.Globalization;

namespace Intercom.Generated.Fuzzing.Tests;

/// <summary>The settings of a run, from environment variables.</summary>
internal static class Settings
{
    /// <summary>The seed of random runs. It can be set to repeat a run.</summary>
    public static int Seed { get; } = Number("INTERCOM_FUZZ_SEED") ?? LongTests.Size(1, Environment.TickCount & int.MaxValue);

    /// <summary>The time for each target in long runs.</summary>
    public static TimeSpan Duration { get; } = TimeSpan.FromSeconds(Number("INTERCOM_FUZZ_SECONDS") ?? 300);

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
