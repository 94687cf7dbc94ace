using System.Diagnostics;

namespace Intercom.Generated.Benchmarks;

/// <summary>Something to measure.</summary>
/// <param name="Key">Its key in the results.</param>
/// <param name="Run">Runs it once.</param>
internal sealed record Contender(string Key, Action Run)
{
    /// <summary>Prepares a batch, and ends the preparation when its result is disposed. Null for no preparation.</summary>
    public Func<IDisposable>? Around { get; init; }
}

/// <summary>What one run costs: the median of its time, half the distance between the quartiles, and the allocated bytes.</summary>
internal sealed record Cost(double Nanoseconds, double Spread, double Bytes);

/// <summary>
/// Measures contenders that take turns in short batches, so that other load on the machine and changes of its clock affect all of them
/// equally.
/// </summary>
internal static class Turns
{
    private static readonly TimeSpan BatchTime = TimeSpan.FromMilliseconds(5);

    /// <summary>Measures the contenders.</summary>
    /// <param name="contenders">The contenders.</param>
    /// <param name="rounds">The number of batches of each contender. Half as many batches before them are warmup.</param>
    public static Dictionary<string, Cost> Measure(IReadOnlyList<Contender> contenders, int rounds)
    {
        var samples = contenders.ToDictionary(contender => contender.Key, _ => new List<double>());
        // The runtime compiles the final code of a method after many calls, and in the background.
        for (var round = 0; round < rounds / 2; round++)
        {
            foreach (var contender in contenders)
                Batch(contender, BatchSize(contender));
        }

        var sizes = contenders.Select(BatchSize).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < contenders.Count; i++)
                samples[contenders[i].Key].Add(Batch(contenders[i], sizes[i]));
        }

        return contenders.ToDictionary(
            contender => contender.Key,
            contender => new Cost(Samples.Median(samples[contender.Key]), Samples.Spread(samples[contender.Key]), Bytes(contender)));
    }

    private static int BatchSize(Contender contender) => (int)Math.Clamp(BatchTime.TotalNanoseconds / Batch(contender, 3), 1, 100_000);

    private static double Batch(Contender contender, int size)
    {
        // Garbage of another contender must not be collected at the expense of this one.
        GC.Collect(0);
        using var around = contender.Around?.Invoke();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < size; i++)
            contender.Run();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / size;
    }

    private static double Bytes(Contender contender)
    {
        const int Runs = 16;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Runs; i++)
            contender.Run();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Runs;
    }
}
