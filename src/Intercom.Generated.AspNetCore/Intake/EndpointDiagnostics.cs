using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Intercom.Generated.AspNetCore;

/// <summary>The traces and metrics of all endpoints, under the names of <see cref="IntercomDiagnostics"/>.</summary>
internal sealed class EndpointDiagnostics : IDisposable
{
    private readonly ActivitySource _source = new(IntercomDiagnostics.ActivitySourceName);
    private readonly Counter<long> _received;
    private readonly Histogram<double> _handling;
    private readonly Counter<long> _failed;
    private readonly ConcurrentDictionary<string, INotificationOutbox> _outboxes = new(StringComparer.Ordinal);

    public EndpointDiagnostics(IMeterFactory meters)
    {
        var meter = meters.Create(IntercomDiagnostics.MeterName);
        _received = meter.CreateCounter<long>("intercom.webhook.requests", "{request}", "Requests from Intercom, by outcome.");
        _handling = meter.CreateHistogram<double>(
            "intercom.webhook.handling.duration", "s", "The time that the handlers of a notification took.");
        _failed = meter.CreateCounter<long>(
            "intercom.webhook.failures", "{notification}", "Notifications that failed all attempts.");
        meter.CreateObservableUpDownCounter(
            "intercom.webhook.pending", Pending, "{notification}", "Notifications that are acknowledged but not yet handled.");
    }

    /// <summary>Adds an outbox whose length is a metric.</summary>
    /// <exception cref="InvalidOperationException">It is the outbox of another endpoint.</exception>
    public void Observe(string endpoint, INotificationOutbox outbox)
    {
        if (_outboxes.FirstOrDefault(other => other.Key != endpoint && other.Value == outbox).Key is { } sharing)
        {
            throw new InvalidOperationException(
                $"The endpoints {sharing} and {endpoint} have the same outbox, so each could get the notifications of the other. Pass an "
                + "outbox of its own to AddOutbox for each endpoint.");
        }

        _outboxes[endpoint] = outbox;
    }

    public void Received(string outcome) => _received.Add(1, new KeyValuePair<string, object?>("intercom.webhook.outcome", outcome));

    public void Failed(string topic) => _failed.Add(1, new KeyValuePair<string, object?>("intercom.webhook.topic", topic));

    public void Handled(string topic, TimeSpan elapsed, Exception? exception)
    {
        var tags = new TagList { { "intercom.webhook.topic", topic } };
        if (exception is not null)
            tags.Add("error.type", exception.GetType().FullName);
        _handling.Record(elapsed.TotalSeconds, tags);
    }

    /// <summary>Starts the activity of an attempt to handle a notification, as a child of the request that delivered it.</summary>
    public Activity? StartHandling(string topic, string? traceParent, int failedAttempts)
    {
        var parent = ActivityContext.TryParse(traceParent, null, isRemote: false, out var context) ? context : default;
        var activity = _source.StartActivity("intercom.webhook.handle", ActivityKind.Consumer, parent);
        activity?.SetTag("intercom.webhook.topic", topic);
        if (failedAttempts > 0)
            activity?.SetTag("intercom.webhook.failed_attempts", failedAttempts);
        return activity;
    }

    private IEnumerable<Measurement<int>> Pending() => _outboxes.Select(
        outbox => new Measurement<int>(
            outbox.Value.Status.Pending, new KeyValuePair<string, object?>("intercom.webhook.endpoint", outbox.Key)));

    public void Dispose() => _source.Dispose();
}
