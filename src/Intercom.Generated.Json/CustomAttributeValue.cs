using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>
/// The value of a custom attribute: text, a number, true or false, a date, a list, an object, or null. Converts from the C# types
/// on its own, from lists and JSON with a cast: if they converted on their own too, null could not be assigned.
/// </summary>
[Runtime.JsonCodec(typeof(Runtime.CustomAttributeValueCodec))]
[JsonConverter(typeof(Runtime.NewtonsoftConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(Runtime.SystemTextJsonConverter<CustomAttributeValue>))]
public readonly struct CustomAttributeValue : IEquatable<CustomAttributeValue>
{
    private static readonly object True = true;
    private static readonly object False = false;

    // A string, long, double, decimal or bool as it is; JSON for everything else; null for null. Most attributes are never looked at as JSON.
    private readonly object? _value;

    /// <summary>Makes a value from JSON.</summary>
    public CustomAttributeValue(JToken? json) => _value = json is JValue scalar && IsPlain(scalar) ? scalar.Value : json;

    private CustomAttributeValue(object? value) => _value = value;

    /// <summary>The value as JSON; a JSON null for null.</summary>
    public JToken Json => _value switch
    {
        null => JValue.CreateNull(),
        JToken json => json,
        var scalar => new JValue(scalar),
    };

    /// <summary>Whether the value is null.</summary>
    public bool IsNull => _value is null;

    /// <summary>The value as it is held: a string, long, double, decimal or bool, JSON, or null.</summary>
    internal object? Value => _value;

    /// <summary>The text of a string or number; null when the value is something else.</summary>
    public string? AsString() => Json is JValue { Value: not null and not bool } value ? Convert.ToString(value.Value, CultureInfo.InvariantCulture) : null;

    /// <summary>The whole number; null when the value is none.</summary>
    public long? AsInteger() => Runtime.JsonValues.TryReadInteger(Json, out var number) ? number : null;

    /// <summary>The number; null when the value is none.</summary>
    public double? AsNumber() => Runtime.JsonValues.TryReadNumber(Json, out var number) ? number : null;

    /// <summary>True or false; null when the value is neither.</summary>
    public bool? AsBoolean() => _value is bool flag ? flag : null;

    /// <summary>The point in time, from Unix seconds or ISO 8601 text; null when the value is none.</summary>
    public DateTimeOffset? AsTime() => Runtime.JsonValues.TryReadTime(Json, out var time) ? time : null;

    /// <summary>The items of a list; null when the value is none.</summary>
    public IReadOnlyList<CustomAttributeValue>? AsList() => _value is JArray list ? [.. list.Select(item => new CustomAttributeValue(item))] : null;

    // Two of Newtonsoft's numbers can be equal without the same hash, and a large one cannot be compared with a decimal.
    private double? Fraction => _value switch
    {
        double number => number,
        decimal number => (double)number,
        _ => null,
    };

    /// <summary>Compares two values by their JSON.</summary>
    public bool Equals(CustomAttributeValue other) =>
        Fraction is { } number && other.Fraction is { } otherNumber ? number.Equals(otherNumber) : JToken.DeepEquals(Json, other.Json);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CustomAttributeValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Fraction is { } number ? number.GetHashCode() : JToken.EqualityComparer.GetHashCode(Json);

    /// <summary>The value as JSON text.</summary>
    public override string ToString() => Json.ToString(Formatting.None);

    /// <summary>Text; null makes a null value.</summary>
    public static implicit operator CustomAttributeValue(string? value) => new((object?)value);

    /// <summary>A whole number.</summary>
    public static implicit operator CustomAttributeValue(long value) => new((object)value);

    /// <summary>A number.</summary>
    public static implicit operator CustomAttributeValue(double value) => new((object)value);

    /// <summary>A number.</summary>
    public static implicit operator CustomAttributeValue(decimal value) => new((object)value);

    /// <summary>True or false.</summary>
    public static implicit operator CustomAttributeValue(bool value) => new(value ? True : False);

    /// <summary>A date, sent as Unix seconds.</summary>
    public static implicit operator CustomAttributeValue(DateTimeOffset value) => new((object)value.ToUnixTimeSeconds());

    /// <summary>A list of texts; null makes a null value.</summary>
    public static explicit operator CustomAttributeValue(string[]? value) => new(value is null ? null : (JToken)new JArray(value.Cast<object>().ToArray()));

    /// <summary>Any JSON.</summary>
    public static explicit operator CustomAttributeValue(JToken? value) => new(value);

    /// <summary>Whether two values are the same JSON.</summary>
    public static bool operator ==(CustomAttributeValue left, CustomAttributeValue right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    public static bool operator !=(CustomAttributeValue left, CustomAttributeValue right) => !left.Equals(right);

    // Raw JSON and comments hold a string too, and are none.
    private static bool IsPlain(JValue json) =>
        json.Type is JTokenType.Null or JTokenType.String or JTokenType.Integer or JTokenType.Float or JTokenType.Boolean
        && json.Value is null or string or long or double or decimal or bool;
}
