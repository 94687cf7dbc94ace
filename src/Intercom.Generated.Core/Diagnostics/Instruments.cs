using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Intercom.Generated.Runtime;

/// <summary>The activity source and the metric instruments.</summary>
internal static class Instruments
{
    private static readonly Meter Meter = new(IntercomDiagnostics.MeterName);

    // The buckets that the OpenTelemetry conventions recommend for HTTP. The default ones are for milliseconds.
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
    };

    public static ActivitySource Source { get; } = new(IntercomDiagnostics.ActivitySourceName);

    public static Histogram<double> RequestDuration { get; } =
        Meter.CreateHistogram<double>(
            "http.client.request.duration",
            "s",
            "Duration of each request to Intercom, until the response headers arrive.",
            tags: null,
            Seconds);

    public static Counter<long> Retries { get; } = Meter.CreateCounter<long>("intercom.client.retries", "{retry}", "Retries.");

    public static Histogram<int> RateLimitRemaining { get; } =
        Meter.CreateHistogram<int>(
            "intercom.client.rate_limit.remaining", "{request}", "Requests left in the current window, from each response.");

    public static Histogram<double> PacingDuration { get; } =
        Meter.CreateHistogram<double>(
            "intercom.client.pacing.duration", "s", "Time that requests waited for the rate limiter.", tags: null, Seconds);

    public static Counter<long> VersionMismatches { get; } =
        Meter.CreateCounter<long>(
            "intercom.client.version_mismatches", "{response}", "Responses from another API version than the one requested.");
}
