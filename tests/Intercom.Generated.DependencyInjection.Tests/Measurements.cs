using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Intercom.Generated.DependencyInjection.Tests;

/// <summary>Records the measurements that have a certain tag. The tag separates tests that run in parallel.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener;
    private readonly ConcurrentQueue<string> _names = new();

    public Measurements(string meter, string tag, string value)
    {
        _listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == meter)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Keep(instrument, tags));
        _listener.Start();

        void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            foreach (var pair in tags)
            {
                if (pair.Key == tag && pair.Value as string == value)
                    _names.Enqueue(instrument.Name);
            }
        }
    }

    /// <summary>Gets the number of measurements of an instrument.</summary>
    public int Count(string instrument) => _names.Count(name => name == instrument);

    public void Dispose() => _listener.Dispose();
}
