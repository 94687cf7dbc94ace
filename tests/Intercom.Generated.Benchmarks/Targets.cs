namespace Intercom.Generated.Benchmarks;

/// <summary>An upper limit for a measured value.</summary>
/// <param name="Metric">The name of the measured value.</param>
/// <param name="Limit">The highest value that meets the target.</param>
/// <param name="Unit">The unit. Empty for a ratio.</param>
internal sealed record Target(string Metric, double Limit, string Unit = "");

/// <summary>All performance targets.</summary>
internal static class Targets
{
    public static readonly Target ReadOfSourceGeneration = new("time to read relative to System.Text.Json source generation", 0.6);
    public static readonly Target ReadOfNewtonsoft = new("time to read relative to Newtonsoft.Json on the same models", 0.4);
    public static readonly Target ReadOfScan = new("time to read relative to a scan", 2.2);
    public static readonly Target BytesOfSourceGeneration = new(
        "bytes allocated to read relative to System.Text.Json source generation", 0.6);
    public static readonly Target WriteOfSourceGeneration = new("time to write relative to System.Text.Json source generation", 0.65);

    public static readonly Target WalkTime = new("time relative to the hand-written loop", 1.25);
    public static readonly Target WalkProcessorTime = new("processor time relative to the hand-written loop", 1.25);
    public static readonly Target WalkBytes = new("bytes allocated relative to the hand-written loop", 1.25);
    public static readonly Target CallTime = new("additional time compared with HttpClient alone", 5, "µs");
    public static readonly Target CallBytes = new("additional bytes compared with HttpClient alone", 2, "KB");

    public static readonly Target FirstPageOfSourceGeneration = new("time to the first page relative to System.Text.Json source generation", 1.15);
    public static readonly Target MethodsOfSourceGeneration = new("methods compiled by then relative to System.Text.Json source generation", 1.1);
    public static readonly Target ColdWalkOfNode = new("time to read 10,000 contacts relative to intercom-client on Node", 1);

    public static readonly Target EmptyContact = new("bytes", 470, "B");
    public static readonly Target WalkMemory = new("largest managed heap", 60, "MB");
    public static readonly Target LargeListMemory = new("smallest heap that is enough, less 4 MB, relative to its models", 2);

    public static readonly Target ParallelCalls = new("requests per second of HttpClient with the same codec relative to the SDK", 1 / 0.95);
    public static readonly Target LimiterTime = new("additional time with a rate limiter", 2, "µs");
    public static readonly Target SilentLogTime = new("additional time with logging that is off", 0.3, "µs");
    public static readonly Target LogTime = new("additional time with logging and tracing", 3, "µs");

    public static readonly Target NotificationTime = new("time relative to HMAC-SHA1 and the codec", 1.3);
    public static readonly Target AcknowledgingRate = new("requests per second of an empty endpoint relative to acknowledging", 1 / 0.8);
    public static readonly Target HandlingRate = new("requests per second of an empty endpoint relative to handling", 1 / 0.55);
}
