using System.Globalization;

namespace Intercom.Generated.Faults.Tests;

/// <summary>
/// Measures how much the managed heap grows, by sampling it on a timer and after each read. The initial heap size is subtracted because
/// pools keep buffers of other tests for a minute.
/// </summary>
internal sealed class HeapWatch : IDisposable
{
    private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);
    private readonly Timer _timer;
    private long _peak;

    public HeapWatch() => _timer = new Timer(_ => Sample(), null, 0, 20);

    /// <summary>The largest growth so far.</summary>
    public long Peak => Volatile.Read(ref _peak);

    public void Sample()
    {
        var now = GC.GetTotalMemory(forceFullCollection: false) - _before;
        for (var peak = Peak; now > peak && Interlocked.CompareExchange(ref _peak, now, peak) != peak;)
            peak = Peak;
    }

    public void Report(string label) => TestContext.Out.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{label}: the heap was {_before / 1e6:0.0} MB and grew by at most {Peak / 1e6:0.0} MB; "
        + $"it was {GC.GetGCMemoryInfo().HeapSizeBytes / 1e6:0.0} MB after the last collection."));

    public void Dispose() => _timer.Dispose();
}
