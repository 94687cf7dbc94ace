using System.Globalization;

namespace Intercom.Generated.Faults.Tests;

/// <summary>How large the managed heap gets, by samples at each read and by a timer.</summary>
internal sealed class HeapWatch : IDisposable
{
    private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);
    private readonly Timer _timer;
    private long _peak;

    public HeapWatch() => _timer = new Timer(_ => Sample(), null, 0, 20);

    public long Peak => Volatile.Read(ref _peak);

    public void Sample()
    {
        var now = GC.GetTotalMemory(forceFullCollection: false);
        for (var peak = Peak; now > peak && Interlocked.CompareExchange(ref _peak, now, peak) != peak;)
            peak = Peak;
    }

    public void Report(string what) => TestContext.Out.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: heap of {_before / 1e6:0.0} MB before, at most {Peak / 1e6:0.0} MB; {GC.GetGCMemoryInfo().HeapSizeBytes / 1e6:0.0} MB after the last collection."));

    public void Dispose() => _timer.Dispose();
}
