namespace Intercom.Generated;

/// <summary>
/// The names under which clients can be observed. Traces and metrics follow the HTTP conventions of OpenTelemetry: they have path templates and never
/// ids, and no token, e-mail address or body.
/// </summary>
public static class IntercomDiagnostics
{
    /// <summary>The name of the ActivitySource: one activity a call, with an event for each retry.</summary>
    public const string ActivitySourceName = "Intercom.Generated";

    /// <summary>
    /// The name of the Meter: <c>http.client.request.duration</c> (seconds, of each try), <c>intercom.client.retries</c>,
    /// <c>intercom.client.rate_limit.remaining</c>, <c>intercom.client.pacing.duration</c> (seconds) and <c>intercom.client.version_mismatches</c>.
    /// </summary>
    public const string MeterName = "Intercom.Generated";

    /// <summary>The category of the log.</summary>
    public const string LoggerCategory = "Intercom.Generated";
}
