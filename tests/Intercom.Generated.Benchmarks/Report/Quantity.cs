using System.Globalization;

namespace Intercom.Generated.Benchmarks.Report;

/// <summary>Formats figures with three significant digits.</summary>
internal static class Quantity
{
    public static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Spread(double spread) => $"±{spread.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal)}";

    public static string Time(double nanoseconds) => Math.Abs(nanoseconds) switch
    {
        >= 1e9 => $"{Digits(nanoseconds / 1e9)} s",
        >= 1e6 => $"{Digits(nanoseconds / 1e6)} ms",
        >= 1e3 => $"{Digits(nanoseconds / 1e3)} µs",
        _ => $"{Digits(nanoseconds)} ns",
    };

    public static string Bytes(double bytes) => Math.Abs(bytes) switch
    {
        >= 1024 * 1024 => $"{Digits(bytes / 1024 / 1024)} MB",
        >= 1024 => $"{Digits(bytes / 1024)} KB",
        _ => $"{Digits(bytes)} B",
    };

    public static string In(double value, string unit) => unit.Length == 0 ? Ratio(value) : $"{Digits(value)} {unit}";

    private static string Digits(double value) =>
        value.ToString(Math.Abs(value) switch { >= 100 => "0", >= 10 => "0.0", _ => "0.00" }, CultureInfo.InvariantCulture);
}
