using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Intercom.Generated.AspNetCore.Tests;

/// <summary>Health checks, metrics, traces, and logs.</summary>
[NonParallelizable]
public sealed class ObservabilityTests
{
    [Test]
    public async Task Counts_requests_by_outcome_and_measures_handlers_by_topic()
    {
        using var meters = new MeterRecorder();
        await using var application = await StartAsync((_, _) => Task.CompletedTask);
        using var accepted = await application.PostAsync(Notifications.Conversation("notif_1"));
        using var duplicate = await application.PostAsync(Notifications.Conversation("notif_1"));
        using var unknown = await application.PostAsync(Notifications.Body("notif_2", "invented.topic", "{}"));
        using var unsigned = await application.PostAsync(Notifications.Conversation("notif_3"), null, Application.Path);
        await application.StopAsync();

        Assert.That(meters.Of("intercom.webhook.requests"), Is.EquivalentTo(new[]
        {
            "intercom.webhook.outcome=accepted", "intercom.webhook.outcome=accepted", "intercom.webhook.outcome=duplicate", "intercom.webhook.outcome=unsigned",
        }));
        Assert.That(meters.Of("intercom.webhook.handling.duration"), Is.EquivalentTo(new[]
        {
            "intercom.webhook.topic=conversation.user.created", "intercom.webhook.topic=unknown",
        }));
    }

    [Test]
    public async Task Traces_a_handler_as_a_child_of_the_request()
    {
        using var traces = new TraceRecorder();
        await using var application = await StartAsync((_, _) => Task.CompletedTask);
        using var response = await application.PostAsync(Notifications.Conversation("notif_1"));
        await application.StopAsync();

        var request = traces.Activities.Single(activity => activity.OperationName == "Microsoft.AspNetCore.Hosting.HttpRequestIn");
        var handling = traces.Activities.Single(activity => activity.Source.Name == IntercomDiagnostics.ActivitySourceName);
        Assert.That(handling.OperationName, Is.EqualTo("intercom.webhook.handle"));
        Assert.That(handling.Kind, Is.EqualTo(ActivityKind.Consumer));
        Assert.That((handling.TraceId, handling.ParentSpanId), Is.EqualTo((request.TraceId, request.SpanId)));
        Assert.That(handling.GetTagItem("intercom.webhook.topic"), Is.EqualTo("conversation.user.created"));
    }

    [Test]
    public async Task Logs_no_private_data()
    {
        await using var application = await StartAsync((_, _) => Task.CompletedTask);
        using var accepted = await application.PostAsync(Notifications.Contact("notif_1"));
        using var wrong = await application.PostAsync(Notifications.Contact("notif_2"), "sha1=secret-signature", Application.Path);
        await application.StopAsync();

        var text = string.Join('\n', application.Log.Messages.Select(message => message.Text));
        Assert.That(text, Does.Contain("notif_1").And.Not.Contain("ada@example.com").And.Not.Contain("secret-signature").And.Not.Contain(Notifications.Secret));
    }

    [Test]
    public async Task Is_healthy_until_the_queue_is_almost_full()
    {
        var release = new TaskCompletionSource();
        await using var application = await StartAsync((_, _) => release.Task, options => options.QueueCapacity = 10);
        for (var i = 0; i < 7; i++)
            (await application.PostAsync(Notifications.Conversation($"notif_{i}"))).Dispose();
        var healthy = await CheckAsync(application);
        (await application.PostAsync(Notifications.Conversation("notif_8"))).Dispose();
        var degraded = await CheckAsync(application);
        release.SetResult();

        Assert.That(healthy.Status, Is.EqualTo(HealthStatus.Healthy));
        Assert.That(degraded.Status, Is.EqualTo(HealthStatus.Degraded));
        Assert.That(degraded.Description, Is.EqualTo("The queue of webhooks has 8 of at most 10 notifications."));
        Assert.That(degraded.Data["webhooks pending"], Is.EqualTo(8));
    }

    [Test]
    public async Task Is_unhealthy_while_the_outbox_fails()
    {
        await using var application = await StartAsync((_, _) => Task.CompletedTask, outbox: new BrokenOutbox());
        await application.Log.WaitAsync(message => message.Level == LogLevel.Error);
        var report = await CheckAsync(application);

        Assert.That(report.Status, Is.EqualTo(HealthStatus.Unhealthy));
        Assert.That(report.Description, Is.EqualTo("The outbox of webhooks is failing."));
        application.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    [Test]
    public async Task Is_unhealthy_for_a_minute_after_a_notification_could_not_be_stored()
    {
        await using var application = await StartAsync((_, _) => Task.CompletedTask, outbox: new FullDisk());
        var before = await CheckAsync(application);
        using var response = await application.PostAsync(Notifications.Conversation("notif_1"));
        var failed = await CheckAsync(application);
        // A load balancer that sends nothing to an unhealthy server must get another chance.
        application.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await CheckAsync(application);

        Assert.That((before.Status, failed.Status, later.Status), Is.EqualTo((HealthStatus.Healthy, HealthStatus.Unhealthy, HealthStatus.Healthy)));
    }

    private static async Task<HealthReportEntry> CheckAsync(Application application) =>
        (await application.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["intercom_webhooks"];

    private static Task<Application> StartAsync(
        Func<IntercomNotification, CancellationToken, Task> handle, Action<IntercomWebhookOptions>? configure = null, INotificationOutbox? outbox = null) =>
        Application.StartAsync(services =>
        {
            services.AddHealthChecks().AddIntercomWebhooks();
            var webhooks = services.AddIntercomWebhooks(options =>
            {
                Notifications.Configure(options);
                configure?.Invoke(options);
            }).AddHandler(handle);
            if (outbox is not null)
                webhooks.AddOutbox(_ => outbox);
        });

    private sealed class BrokenOutbox : INotificationOutbox
    {
        private bool _isClosed;

        public OutboxStatus Status => new(0, 0, 1);

        public ValueTask<OutboxResult> AddAsync(ReceivedNotification notification, CancellationToken cancellationToken = default) => throw new IOException();

        public ValueTask<ReceivedNotification?> TakeAsync(CancellationToken cancellationToken = default) => _isClosed ? default : throw new IOException();

        public ValueTask CompleteAsync(ReceivedNotification notification, CancellationToken cancellationToken = default) => throw new IOException();

        public ValueTask RetryAsync(ReceivedNotification notification, TimeSpan delay, CancellationToken cancellationToken = default) => throw new IOException();

        public ValueTask FailAsync(ReceivedNotification notification, CancellationToken cancellationToken = default) => throw new IOException();

        public void Close() => _isClosed = true;
    }

    /// <summary>An outbox that can be read, but not written.</summary>
    private sealed class FullDisk : INotificationOutbox
    {
        private readonly InMemoryNotificationOutbox _inner = new();

        public OutboxStatus Status => _inner.Status;

        public ValueTask<OutboxResult> AddAsync(ReceivedNotification notification, CancellationToken cancellationToken = default) => throw new IOException();

        public ValueTask<ReceivedNotification?> TakeAsync(CancellationToken cancellationToken = default) => _inner.TakeAsync(cancellationToken);

        public ValueTask CompleteAsync(ReceivedNotification notification, CancellationToken cancellationToken = default) => throw new IOException();

        public ValueTask RetryAsync(ReceivedNotification notification, TimeSpan delay, CancellationToken cancellationToken = default) => throw new IOException();

        public ValueTask FailAsync(ReceivedNotification notification, CancellationToken cancellationToken = default) => throw new IOException();

        public void Close() => _inner.Close();
    }

    private sealed class MeterRecorder : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly List<(string Instrument, string Tags)> _measurements = [];

        public MeterRecorder()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == IntercomDiagnostics.MeterName)
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Add(instrument, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(instrument, tags));
            _listener.Start();
        }

        public IEnumerable<string> Of(string instrument) => _measurements.Where(measurement => measurement.Instrument == instrument).Select(measurement => measurement.Tags);

        public void Dispose() => _listener.Dispose();

        private void Add(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var text = string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
            lock (_measurements)
                _measurements.Add((instrument.Name, text));
        }
    }

    private sealed class TraceRecorder : IDisposable
    {
        private readonly ActivityListener _listener;
        private readonly List<Activity> _activities = [];

        public TraceRecorder()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = _ => true,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity =>
                {
                    lock (_activities)
                        _activities.Add(activity);
                },
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public IReadOnlyList<Activity> Activities
        {
            get
            {
                lock (_activities)
                    return [.. _activities];
            }
        }

        public void Dispose() => _listener.Dispose();
    }
}
