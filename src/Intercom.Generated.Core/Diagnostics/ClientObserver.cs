using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Intercom.Generated.Runtime;

/// <summary>
/// Writes the logs, traces, and metrics of a client. They contain only the parts of requests and responses that are listed here.
/// </summary>
internal sealed class ClientObserver
{
    private const int MostCodes = 10;

    private readonly string _version;
    private readonly TimeProvider _time;
    private readonly Uri _address;

    public ClientObserver(ApiVersion version, IntercomClientOptions options)
    {
        _version = version.ToString();
        _time = options.TimeProvider;
        _address = ClientAddress.Of(options);
        Log = options.LoggerFactory?.CreateLogger(IntercomDiagnostics.LoggerCategory) ?? NullLogger.Instance;
    }

    private ILogger Log { get; }

    /// <summary>Starts the activity and the clock of a call.</summary>
    public CallObservation Observe(ApiCall call)
    {
        if (Instruments.Source.HasListeners())
        {
            call.Activity = Instruments.Source.StartActivity($"{call.Operation.Method} {call.Operation.Path}", ActivityKind.Client);
            call.Activity?
                .SetTag("http.request.method", call.Operation.Method)
                .SetTag("url.template", call.Operation.Path)
                .SetTag("server.address", _address.Host)
                .SetTag("server.port", _address.Port)
                .SetTag("intercom.operation", call.Operation.Id)
                .SetTag("intercom.api.version", _version);
        }

        return new CallObservation(this, call, _time.GetTimestamp());
    }

    /// <summary>Starts the clock of a request.</summary>
    public long BeginRequest() => _time.GetTimestamp();

    /// <summary>Records the duration of a request whose response headers have arrived.</summary>
    public void ResponseReceived(ApiCall call, long start, HttpResponseMessage message)
    {
        var status = (int)message.StatusCode;
        if (Instruments.RequestDuration.Enabled)
            Measure(call, start, status, status >= 400 ? Number(status) : null);
        if (Log.IsEnabled(LogLevel.Trace))
            Log.ResponseReceived(call.Operation.Id, status, LoggedHeaders.Of(message));
    }

    /// <summary>Records the duration of a request that got no response.</summary>
    public void NoResponse(ApiCall call, long start, Exception failure)
    {
        if (Instruments.RequestDuration.Enabled)
            Measure(call, start, null, failure.GetType().FullName);
    }

    public void Retrying(ApiCall call, IntercomResponse? response, Exception? failure, TimeSpan delay)
    {
        var error = response is not null ? Number((int)response.StatusCode) : failure!.GetType().FullName!;
        Log.Retrying(call.Operation.Id, error, call.Retries, delay.TotalMilliseconds, response?.RequestId);
        call.Activity?.AddEvent(new ActivityEvent("intercom.retry", tags: new ActivityTagsCollection
        {
            ["http.request.resend_count"] = call.Retries,
            ["error.type"] = error,
            ["intercom.retry.delay"] = delay.TotalSeconds,
        }));
        if (Instruments.Retries.Enabled)
            Instruments.Retries.Add(1, With(call, ("error.type", error)));
    }

    public void RateLimited(ApiCall call, RateLimit state)
    {
        if (state.Remaining is not { } remaining)
            return;
        call.Activity?.SetTag("intercom.rate_limit.remaining", remaining);
        if (Instruments.RateLimitRemaining.Enabled)
            Instruments.RateLimitRemaining.Record(remaining, new KeyValuePair<string, object?>("server.address", _address.Host));
    }

    public void Paced(ApiCall call, TimeSpan wait)
    {
        if (Instruments.PacingDuration.Enabled)
            Instruments.PacingDuration.Record(wait.TotalSeconds, With(call));
    }

    public void VersionMismatched(ApiCall call, VersionMismatch mismatch)
    {
        var responded = mismatch.ResponseVersion?.ToString() ?? "unknown";
        Log.VersionMismatched(call.Operation.Id, _version, responded, mismatch.RequestId);
        call.Activity?.AddEvent(new ActivityEvent("intercom.version_mismatch", tags: new ActivityTagsCollection
        {
            ["intercom.api.version"] = _version,
            ["intercom.api.response_version"] = responded,
        }));
        if (Instruments.VersionMismatches.Enabled)
        {
            Instruments.VersionMismatches.Add(
                1, With(call, ("intercom.api.version", _version), ("intercom.api.response_version", responded)));
        }
    }

    internal void Ended(ApiCall call, long start, IntercomResponse? response, Exception? failure)
    {
        var elapsed = _time.GetElapsedTime(start).TotalMilliseconds;
        var operation = call.Operation;
        if (failure is null)
        {
            Log.Succeeded(
                operation.Id, operation.Method, operation.Path, (int)response!.StatusCode, elapsed, call.Retries, response.RequestId);
        }
        else if (!(failure is OperationCanceledException && call.CancellationToken.IsCancellationRequested))
        {
            LogFailure(call, elapsed, failure);
        }

        if (call.Activity is not { } activity)
            return;
        var status = (int?)(response?.StatusCode
            ?? (failure as IntercomApiException)?.StatusCode
            ?? (failure as IntercomResponseException)?.Response.StatusCode);
        if (status is { } known)
            activity.SetTag("http.response.status_code", known);
        if (call.Retries > 0)
            activity.SetTag("http.request.resend_count", call.Retries);
        if ((response?.RequestId ?? (failure as IntercomApiException)?.RequestId) is { } requestId)
            activity.SetTag("intercom.request_id", requestId);
        if (failure is not null)
            activity.SetTag("error.type", ErrorType(failure)).SetStatus(ActivityStatusCode.Error);
        activity.Dispose();
    }

    // Only the codes of errors are logged, because their messages can contain personal data.
    private void LogFailure(ApiCall call, double elapsed, Exception failure)
    {
        var level = failure is IntercomApiException and not (IntercomServerException or IntercomScrollException)
            ? LogLevel.Information
            : LogLevel.Warning;
        if (!Log.IsEnabled(level))
            return;
        var api = failure as IntercomApiException;
        var codes = string.Join(", ", api?.Errors.Take(MostCodes).Select(error => LoggedHeaders.Code(error.Code)) ?? []);
        var operation = call.Operation;
        Log.Failed(
            level, operation.Id, operation.Method, operation.Path, ErrorType(failure), codes, elapsed, call.Retries, api?.RequestId);
    }

    private static string ErrorType(Exception failure) =>
        failure is IntercomApiException api ? Number((int)api.StatusCode) : failure.GetType().FullName!;

    private static string Number(int status) => status.ToString(CultureInfo.InvariantCulture);

    private void Measure(ApiCall call, long start, int? status, string? error)
    {
        var tags = With(call);
        if (status is { } known)
            tags.Add("http.response.status_code", known);
        if (error is not null)
            tags.Add("error.type", error);
        Instruments.RequestDuration.Record(_time.GetElapsedTime(start).TotalSeconds, tags);
    }

    private TagList With(ApiCall call, params (string Name, string Value)[] more)
    {
        var tags = new TagList
        {
            { "http.request.method", call.Operation.Method },
            { "url.template", call.Operation.Path },
            { "server.address", _address.Host },
            { "server.port", _address.Port },
        };
        foreach (var (name, value) in more)
            tags.Add(name, value);
        return tags;
    }
}

/// <summary>The activity and the clock of a call.</summary>
internal readonly struct CallObservation(ClientObserver observer, ApiCall call, long start)
{
    /// <summary>Reports that the call succeeded.</summary>
    public void Succeeded(IntercomResponse response) => observer.Ended(call, start, response, null);

    /// <summary>Reports that the call ended with an exception.</summary>
    public void Failed(Exception failure) => observer.Ended(call, start, null, failure);
}
