namespace Intercom.Generated;

/// <summary>
/// The names that observe clients. Traces and metrics follow the HTTP conventions of OpenTelemetry: they have path templates, and never
/// IDs, tokens, email addresses or bodies.
/// </summary>
public static class IntercomDiagnostics
{
    /// <summary>The name of the ActivitySource: one activity for each call, with an event for each retry.</summary>
    public const string ActivitySourceName = "Intercom.Generated";

    /// <summary>
    /// The name of the Meter: <c>http.client.request.duration</c> (seconds, of each attempt), <c>intercom.client.retries</c>,
    /// <c>intercom.client.rate_limit.remaining</c>, <c>intercom.client.pacing.duration</c> (seconds) and
    /// <c>intercom.client.version_mismatches</c>.
    /// </summary>
    public const string MeterName = "Intercom.Generated";

    /// <summary>The category of the log.</summary>
    public const string LoggerCategory = "Intercom.Generated";
}
