using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Intercom.Generated.Core.Tests.Diagnostics;

/// <summary>Collects the logs, traces, and metrics of the clients of one address.</summary>
internal sealed class Observed : ILoggerFactory, ILogger
{
    private readonly ActivityListener _activities;
    private readonly MeterListener _measurements;

    public Observed()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == IntercomDiagnostics.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("server.address") as string == Host)
                    Activities.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _measurements = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == IntercomDiagnostics.MeterName)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        _measurements.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measured(instrument, value, tags));
        _measurements.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measured(instrument, value, tags));
        _measurements.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Measured(instrument, value, tags));
        _measurements.Start();
    }

    /// <summary>A unique address keeps concurrent tests apart.</summary>
    public string Host { get; } = $"h{Guid.NewGuid():N}.test";

    public ConcurrentQueue<Activity> Activities { get; } = new();

    public ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)> Measurements { get; } = new();

    public ConcurrentQueue<(LogLevel Level, int Id, string Text)> Entries { get; } = new();

    /// <summary>Everything collected, as text.</summary>
    public IEnumerable<string> Texts() =>
    [
        .. Entries.Select(entry => entry.Text),
        .. Activities.SelectMany(activity => new[] { activity.DisplayName, activity.StatusDescription ?? string.Empty }
            .Concat(activity.TagObjects.Select(Text))
            .Concat(activity.Baggage.Select(pair => $"{pair.Key}={pair.Value}"))
            .Concat(activity.Events.SelectMany(item => item.Tags.Select(Text).Append(item.Name)))),
        .. Measurements.SelectMany(measurement => measurement.Tags.Select(Text).Append(measurement.Name)),
    ];

    public IntercomClient Connect(StubServer server, Action<IntercomClientOptions>? configure = null) => server.Connect(options =>
    {
        options.BaseAddress = new Uri($"https://{Host}/");
        options.LoggerFactory = this;
        configure?.Invoke(options);
    });

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
        Entries.Enqueue((logLevel, eventId.Id, $"{formatter(state, exception)} {string.Join(' ', values.Select(Text))} {exception}"));
    }

    public void Dispose()
    {
        _activities.Dispose();
        _measurements.Dispose();
    }

    private void Measured(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var all = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value);
        if (all.GetValueOrDefault("server.address") as string == Host)
            Measurements.Enqueue((instrument.Name, value, all));
    }

    private static string Text(KeyValuePair<string, object?> pair) => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value}");
}
