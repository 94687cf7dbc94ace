using System.Globalization;
using Intercom.Generated.Runtime;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>Converts values to the form in which they are sent. Returns null for values of another kind.</summary>
internal static class SearchValues
{
    // A double can represent every whole number up to this one.
    private const double LastExactInteger = 9_007_199_254_740_992;

    public static JValue? Text(JValue value) => value.Type switch
    {
        JTokenType.String => value,
        JTokenType.Guid or JTokenType.Uri => new JValue(value.ToString(Formatting.None).Trim('"')),
        _ => null,
    };

    public static JValue? NumericText(JValue value) =>
        value.Value is string text
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && IsFinite(number)
            ? value
            : null;

    /// <summary>A number. Whole numbers are written without a fraction.</summary>
    public static JValue? Number(JValue value) => value.Value switch
    {
        double real => Number(real),
        float real => Number(real),
        decimal exact => exact == Math.Floor(exact) && exact is >= long.MinValue and <= long.MaxValue
            ? new JValue((long)exact)
            : value,
        _ => value.Type == JTokenType.Integer ? value : null,
    };

    /// <summary>Unix seconds, from a time or a number.</summary>
    public static JValue? Time(JValue value) =>
        value.Type == JTokenType.Integer ? value
        : value.Type == JTokenType.Date && JsonValues.TryReadTime(value, out var time) ? new JValue(time.ToUnixTimeSeconds())
        : null;

    /// <summary>Unix seconds.</summary>
    public static JValue Seconds(DateTimeOffset value) => new(value.ToUnixTimeSeconds());

    /// <summary>An ID, as text or as a number.</summary>
    public static JValue? Identifier(JValue value, bool isNumeric) => isNumeric ? NumericIdentifier(value) : TextIdentifier(value);

    /// <summary>The IDs that <see cref="Identifier"/> accepts, as part of a message.</summary>
    public static string ExpectedIdentifier(bool isNumeric) => isNumeric ? "an ID that is a whole number" : "an ID";

    private static JValue? TextIdentifier(JValue value) =>
        value.Type == JTokenType.Integer ? new JValue(value.ToString(Formatting.None))
        : Text(value) is { Value: string { Length: > 0 } } text ? text
        : null;

    private static JValue? NumericIdentifier(JValue value) =>
        value.Type == JTokenType.Integer ? value
        : value.Value is string text && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new JValue(id)
        : null;

    private static JValue? Number(double number) =>
        !IsFinite(number) ? null
        : number == Math.Floor(number) && Math.Abs(number) <= LastExactInteger ? new JValue((long)number)
        : new JValue(number);

    private static bool IsFinite(double number) => !double.IsNaN(number) && !double.IsInfinity(number);
}
