using System.Globalization;

namespace Intercom.Generated.Testing;

/// <summary>
/// Selects the requests that get a fault, among those that match the method and the path of a <see cref="FaultRule"/>. Immutable: each rule
/// counts for itself.
/// </summary>
public sealed class FaultTimes
{
    private readonly string _text;
    private readonly Func<Func<int, bool>> _start;

    private FaultTimes(string text, Func<Func<int, bool>> start)
    {
        _text = text;
        _start = start;
    }

    /// <summary>Every matching request gets the fault.</summary>
    public static FaultTimes Always { get; } = new("always", static () => static _ => true);

    /// <summary>The next matching request gets the fault.</summary>
    public static FaultTimes Once { get; } = new("once", static () => static number => number == 1);

    /// <summary>The next requests get the fault, for example a burst of errors.</summary>
    /// <param name="count">The number of requests, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is less than 1.</exception>
    public static FaultTimes Next(int count)
    {
        if (count < 1)
            throw new ArgumentOutOfRangeException(nameof(count), count, "A fault occurs at least once. Pass 1 or more.");
        return new FaultTimes($"next {Text(count)}", () => number => number <= count);
    }

    /// <summary>One request in every <paramref name="period"/> gets the fault: with 3, the third, the sixth, and so on.</summary>
    /// <param name="period">The distance between two faults, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is less than 1.</exception>
    public static FaultTimes Every(int period)
    {
        if (period < 1)
            throw new ArgumentOutOfRangeException(nameof(period), period, "The distance is at least one request. Pass 1 or more.");
        return new FaultTimes($"every {Text(period)}", () => number => number % period == 0);
    }

    /// <summary>Requests get the fault by chance. The same seed selects the same requests in every run.</summary>
    /// <param name="probability">The probability of the fault for each request, from 0 to 1.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not from 0 to 1.</exception>
    public static FaultTimes Chance(double probability, int seed)
    {
        if (!(probability >= 0 && probability <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is from 0 to 1.");
        return new FaultTimes($"chance {probability.ToString(CultureInfo.InvariantCulture)}, seed {Text(seed)}", () =>
        {
            var random = new Random(seed);
#pragma warning disable CA5394 // A seed makes the faults of a test repeatable.
            return _ => random.NextDouble() < probability;
#pragma warning restore CA5394
        });
    }

    /// <inheritdoc />
    public override string ToString() => _text;

    /// <summary>Starts to count. The result decides about the request with a number, the first of which is 1.</summary>
    internal Func<int, bool> Start() => _start();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
