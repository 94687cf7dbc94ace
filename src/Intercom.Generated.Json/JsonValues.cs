using System.Globalization;
using System.Numerics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>How much a scalar may deviate from its declared type and still be read: the rules, each stated once.</summary>
internal static class JsonValues
{
    private const double FirstSecond = -62_135_596_800;
    private const double LastSecond = 253_402_300_799;
    private const long EpochTicks = 621_355_968_000_000_000;
    private const int LongestInteger = 380;

    /// <summary>Says that JSON does not fit a type.</summary>
    public static JsonSerializationException Misfit(JToken json, Type type, string path) =>
        new($"Expected JSON for {type.Name} but found {json.Type} at '{path}'.", path, 0, 0, null);

    /// <summary>Text, from a string or a number.</summary>
    public static bool TryReadText(JToken token, out string? text)
    {
        text = token.Type switch
        {
            JTokenType.String => (string?)token,
            JTokenType.Integer or JTokenType.Float => token.ToString(Formatting.None),
            // Tokens that the caller has parsed or made: in JSON they are text.
            JTokenType.Date or JTokenType.Guid or JTokenType.Uri or JTokenType.TimeSpan => token.ToString(Formatting.None).Trim('"'),
            _ => null,
        };
        return text is not null;
    }

    /// <summary>A whole number, from a number without fraction or from its digits in a string.</summary>
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

    /// <summary>A whole number, from its digits, with or without a fraction of zero.</summary>
    public static bool TryReadInteger(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    /// <summary>A number, from a number or from its text in a string.</summary>
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
                return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && !double.IsNaN(number) && !double.IsInfinity(number);
            default:
                return false;
        }
    }

    /// <summary>
    /// A point in time, from Unix seconds or milliseconds as a number or in a string, with or without fraction, or from ISO 8601 text.
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

    /// <summary>True or false, from the word in a string or from 1 or 0.</summary>
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

    /// <summary>A number of JSON as Newtonsoft reads it: a whole number of any length, or a double.</summary>
    /// <exception cref="FormatException">The number is one that Newtonsoft does not read.</exception>
    public static JValue Number(string digits)
    {
        if (digits.IndexOfAny(['.', 'e', 'E']) >= 0)
            return new JValue(double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture));
        return digits.Length <= LongestInteger
            ? new JValue((object)BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
            : throw new FormatException("The number is too long.");
    }

    /// <summary>A number of JSON as the C# value that is written with the same digits: a decimal if the double has others.</summary>
    public static object ExactNumber(string digits)
    {
        var number = Number(digits).Value!;
        var isSame = number is not double real || JsonConvert.ToString(real) == digits;
        return !isSame && decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            && exact.ToString(CultureInfo.InvariantCulture) == digits
            ? exact
            : number;
    }

    /// <summary>An id that is a number, written as any number is written.</summary>
    public static bool TryReadIdentifier(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && number.ToString(CultureInfo.InvariantCulture) == text;

    /// <summary>A point in time as text, in the form in which Intercom itself writes it.</summary>
    public static string Iso(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)
        + (time.Offset == TimeSpan.Zero ? "Z" : time.ToString("zzz", CultureInfo.InvariantCulture));

    /// <summary>The point in time of whole Unix seconds, if there is one in the calendar.</summary>
    public static bool TryFromSeconds(long seconds, out DateTimeOffset time)
    {
        var isTime = seconds is >= (long)FirstSecond and <= (long)LastSecond;
        time = isTime ? new DateTimeOffset(EpochTicks + (seconds * TimeSpan.TicksPerSecond), TimeSpan.Zero) : default;
        return isTime;
    }

    private static bool TryReadTime(string text, out DateTimeOffset time)
    {
        // As HTTP and as Ruby write a point in time.
        if (DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time))
            return true;
        if (text.EndsWith(" UTC", StringComparison.Ordinal))
            text = text.TrimEnd('U', 'T', 'C', ' ') + "Z";
        // A time of day or the name of a month is no point in time, though it can be parsed as one of today or of this year.
        return text.Length > 4 && text[4] == '-' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }

    private static bool TryFromSeconds(double seconds, out DateTimeOffset time)
    {
        time = default;
        // Seconds end with the year 9999. Some events come with milliseconds, which begin to be larger in 1978.
        if (seconds is > LastSecond and <= LastSecond * 1000)
            seconds /= 1000;
        if (seconds is not (>= FirstSecond and <= LastSecond))
            return false;
        var whole = Math.Floor(seconds);
        // Microseconds are all that a double holds of today's seconds.
        var ticks = (long)Math.Round((seconds - whole) * 1e6) * 10;
        time = DateTimeOffset.FromUnixTimeSeconds((long)whole).AddTicks(ticks);
        return true;
    }
}
