using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Published;

/// <summary>Resolves the types of plain YAML scalars according to the core schema of YAML 1.2.</summary>
/// <remarks>
/// YAML 1.1 reads <c>no</c> as false, <c>2024-01-01</c> as a date, and <c>1:30</c> as a number of seconds. In YAML 1.2, these are strings.
/// </remarks>
internal static partial class YamlCoreSchema
{
    // The JSON reader accepts integers of up to 380 digits. Reading longer ones takes quadratic time.
    private const int MaximumNumberLength = 380;

    /// <summary>Whether a plain scalar is a number that is too long to read.</summary>
    public static bool IsLongNumber(string text) => text.Length > MaximumNumberLength && LongNumber.IsMatch(text);

    /// <summary>Returns the typed value of a plain scalar.</summary>
    public static JValue Resolve(string text)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return JValue.CreateNull();
            case "true" or "True" or "TRUE":
                return new JValue(true);
            case "false" or "False" or "FALSE":
                return new JValue(false);
        }

        if (text.Length > MaximumNumberLength)
            return new JValue(text);

        // Most scalars are words, so check the first character before the patterns.
        if (!char.IsAsciiDigit(text[0]) && text[0] is not ('+' or '-' or '.'))
            return new JValue(text);

        if (DecimalInteger.IsMatch(text))
            return Integer(BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        if (OctalInteger.IsMatch(text))
            return Integer(text.Skip(2).Aggregate(BigInteger.Zero, (value, digit) => (value * 8) + (digit - '0')));
        if (HexadecimalInteger.IsMatch(text))
            return Integer(BigInteger.Parse("0" + text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        if (FloatingPoint.IsMatch(text))
            return new JValue(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
        if (Infinity.IsMatch(text))
            return new JValue(text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity);
        if (text is ".nan" or ".NaN" or ".NAN")
            return new JValue(double.NaN);
        return new JValue(text);
    }

    private static JValue Integer(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? new JValue((long)value) : new JValue(value);

    [GeneratedRegex(@"\A([-+]?[0-9.][0-9._]*([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber { get; }

    [GeneratedRegex(@"\A[-+]?[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalInteger { get; }

    [GeneratedRegex(@"\A0o[0-7]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex OctalInteger { get; }

    [GeneratedRegex(@"\A0x[0-9a-fA-F]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex HexadecimalInteger { get; }

    [GeneratedRegex(@"\A[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex FloatingPoint { get; }

    [GeneratedRegex(@"\A[-+]?\.(inf|Inf|INF)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Infinity { get; }
}
