namespace Intercom.Generated;

/// <summary>
/// The names to subscribe to for logs, traces, and metrics. Traces and metrics follow the HTTP conventions of OpenTelemetry. They contain
/// path templates, and never IDs, tokens, email addresses, or bodies.
/// </summary>
public static class IntercomDiagnostics
{
    /// <summary>The name of the ActivitySource. Each call is an activity, and each retry is an event of that activity.</summary>
    public const string ActivitySourceName = "Intercom.Generated";

    /// <summary>
    /// The name of the Meter: <c>http.client.request.duration</c> (seconds, of each attempt), <c>intercom.client.retries</c>,
    /// <c>intercom.client.rate_limit.remaining</c>, <c>intercom.client.pacing.duration</c> (seconds), and
    /// <c>intercom.client.version_mismatches</c>.
    /// </summary>
    public const string MeterName = "Intercom.Generated";

    /// <summary>The log category.</summary>
    public const string LoggerCategory = "Intercom.Generated";
}
