using System.Globalization;

namespace Intercom.Generated.Faults.Tests;

/// <summary>
/// How much the managed heap grows, by samples at each read and by a timer. The heap of the process at the start is left out: pools keep the
/// buffers of other tests for a minute.
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

    public void Report(string what) => TestContext.Out.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: heap of {_before / 1e6:0.0} MB before, at most {Peak / 1e6:0.0} MB more; {GC.GetGCMemoryInfo().HeapSizeBytes / 1e6:0.0} MB after the last collection."));

    public void Dispose() => _timer.Dispose();
}
