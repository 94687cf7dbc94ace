namespace Intercom.Generated.Benchmarks;

/// <summary>Statistics of repeated measurements.</summary>
internal static class Samples
{
    public static double Median(IEnumerable<double> samples) => Quantile([.. samples.Order()], 0.5);

    /// <summary>Gets half the distance between the quartiles, relative to the median.</summary>
    public static double Spread(IEnumerable<double> samples)
    {
        double[] sorted = [.. samples.Order()];
        return (Quantile(sorted, 0.75) - Quantile(sorted, 0.25)) / 2 / Quantile(sorted, 0.5);
    }

    private static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = sorted[(int)Math.Floor(place)];
        return below + ((sorted[(int)Math.Ceiling(place)] - below) * (place - Math.Floor(place)));
    }
}
