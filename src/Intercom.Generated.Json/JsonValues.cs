using System.Globalization;
using System.Numerics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>Reads scalars tolerantly. The rules for values that deviate from their declared type are only here.</summary>
internal static class JsonValues
{
    private const double FirstSecond = -62_135_596_800;
    private const double LastSecond = 253_402_300_799;
    private const long EpochTicks = 621_355_968_000_000_000;
    private const int LongestInteger = 380;

    /// <summary>Creates the exception for JSON that does not fit a type.</summary>
    public static JsonSerializationException Misfit(JToken json, Type type, string path) =>
        new($"Expected JSON for {type.Name} but found {json.Type} at '{path}'.", path, 0, 0, null);

    /// <summary>Reads text from a string or a number.</summary>
    public static bool TryReadText(JToken token, out string? text)
    {
        text = token.Type switch
        {
            JTokenType.String => (string?)token,
            JTokenType.Integer => token.ToString(Formatting.None),
            JTokenType.Float when TryReadNumber(token, out _) => token.ToString(Formatting.None),
            // The caller can create tokens of these types. In JSON, they are text.
            JTokenType.Date or JTokenType.Guid or JTokenType.Uri or JTokenType.TimeSpan => token.ToString(Formatting.None).Trim('"'),
            _ => null,
        };
        return text is not null;
    }

    /// <summary>Reads an integer from a number without a fraction, or from digits in a string.</summary>
    public static bool TryReadInteger(JToken token, out long number)
    {
        number = 0;
        switch ((token as JValue)?.Value)
        {
            case long or int or short or sbyte or byte or ushort or uint:
                number = ((IConvertible)((JValue)token).Value!).ToInt64(CultureInfo.InvariantCulture);
                return true;
            case ulong large when large <= long.MaxValue:
                number = (long)large;
                return true;
            case double or float when TryReadNumber(token, out var real) && real == Math.Floor(real) && Math.Abs(real) < 9e15:
                number = (long)real;
                return true;
            case decimal exact when exact == Math.Floor(exact) && exact is >= long.MinValue and <= long.MaxValue:
                number = (long)exact;
                return true;
            case string text:
                return TryReadInteger(text, out number);
            default:
                return false;
        }
    }

    /// <summary>Reads an integer from digits. A fraction of zero is allowed.</summary>
    public static bool TryReadInteger(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    /// <summary>Reads a number from a number, or from text in a string.</summary>
    public static bool TryReadNumber(JToken token, out double number)
    {
        number = 0;
        switch ((token as JValue)?.Value)
        {
            case long or int or short or sbyte or byte or ushort or uint or ulong or double or float or decimal:
                number = ((IConvertible)((JValue)token).Value!).ToDouble(CultureInfo.InvariantCulture);
                // A number beyond the range of a double could not be written back.
                return !double.IsInfinity(number) && !double.IsNaN(number);
            case string text:
                return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
                    && !double.IsNaN(number)
                    && !double.IsInfinity(number);
            default:
                return false;
        }
    }

    /// <summary>
    /// Reads a time from Unix seconds or milliseconds, as a number or a string, with or without a fraction, or from ISO 8601 text.
    /// </summary>
    public static bool TryReadTime(JToken token, out DateTimeOffset time)
    {
        time = default;
        switch ((token as JValue)?.Value)
        {
            case DateTimeOffset offset:
                time = offset;
                return true;
            case DateTime local:
                time = new DateTimeOffset(local.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(local, DateTimeKind.Utc) : local);
                return true;
            case string text when !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _):
                return TryReadTime(text, out time);
            default:
                return TryReadNumber(token, out var seconds) && TryFromSeconds(seconds, out time);
        }
    }

    /// <summary>Reads true or false, also from a string, or from 1 or 0.</summary>
    public static bool TryReadBoolean(JToken token, out bool value)
    {
        value = false;
        switch ((token as JValue)?.Value)
        {
            case bool flag:
                value = flag;
                return true;
            case long and (0 or 1) and var number:
                value = number == 1;
                return true;
            case string text:
                return bool.TryParse(text, out value);
            default:
                return false;
        }
    }

    /// <summary>
    /// Parses a JSON number as Newtonsoft does: an integer of any size, or a double. A number beyond the range of a double is kept as raw
    /// JSON, because it would be infinity, which cannot be written back.
    /// </summary>
    /// <exception cref="FormatException">Newtonsoft cannot read the number.</exception>
    public static JValue Number(string digits)
    {
        if (digits.IndexOfAny(['.', 'e', 'E']) >= 0)
        {
            return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number)
                ? new JValue(number)
                : new JRaw(digits);
        }

        return digits.Length <= LongestInteger
            ? new JValue((object)BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
            : throw new FormatException("The number is too long.");
    }

    /// <summary>
    /// Parses a JSON number as the C# value that is written with the same digits: a decimal if a double would change them.
    /// </summary>
    public static object ExactNumber(string digits)
    {
        var number = Number(digits).Value!;
        var isSame = number is not double real || JsonConvert.ToString(real) == digits;
        return !isSame && decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            && exact.ToString(CultureInfo.InvariantCulture) == digits
            ? exact
            : number;
    }

    /// <summary>Parses a numeric ID in its canonical form.</summary>
    public static bool TryReadIdentifier(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
        && number.ToString(CultureInfo.InvariantCulture) == text;

    /// <summary>Formats a time as ISO 8601 text, in the form that Intercom uses.</summary>
    public static string Iso(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)
        + (time.Offset == TimeSpan.Zero ? "Z" : time.ToString("zzz", CultureInfo.InvariantCulture));

    /// <summary>Converts Unix seconds to a time, if they are in the range of the calendar.</summary>
    public static bool TryFromSeconds(long seconds, out DateTimeOffset time)
    {
        var isTime = seconds is >= (long)FirstSecond and <= (long)LastSecond;
        time = isTime ? new DateTimeOffset(EpochTicks + (seconds * TimeSpan.TicksPerSecond), TimeSpan.Zero) : default;
        return isTime;
    }

    private static bool TryReadTime(string text, out DateTimeOffset time)
    {
        // The formats of HTTP and Ruby.
        if (DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time))
            return true;
        if (text.EndsWith(" UTC", StringComparison.Ordinal))
            text = text.TrimEnd('U', 'T', 'C', ' ') + "Z";
        // Reject a time of day or the name of a month, which would be parsed as a time of today or of this year.
        return text.Length > 4
            && text[4] == '-'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }

    private static bool TryFromSeconds(double seconds, out DateTimeOffset time)
    {
        time = default;
        // Seconds end with the year 9999. Some events have milliseconds, which exceed that limit from 1978 on.
        if (seconds is > LastSecond and <= LastSecond * 1000)
            seconds /= 1000;
        if (seconds is not (>= FirstSecond and <= LastSecond))
            return false;
        var whole = Math.Floor(seconds);
        // A double has only microsecond precision for current Unix seconds.
        var ticks = (long)Math.Round((seconds - whole) * 1e6) * 10;
        time = DateTimeOffset.FromUnixTimeSeconds((long)whole).AddTicks(ticks);
        return true;
    }
}
