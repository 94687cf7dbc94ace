using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>
/// The value of a custom attribute: text, a number, true or false, a time, a list, an object, or null. C# types convert implicitly. JSON
/// needs a cast.
/// </summary>
/// <remarks>
/// Intercom stores times and dates as Unix seconds. A <see cref="DateTime"/> of unspecified kind is taken as UTC, and a date as midnight
/// UTC.
/// </remarks>
[Runtime.JsonCodec(typeof(Runtime.CustomAttributeValueCodec))]
[JsonConverter(typeof(Runtime.NewtonsoftConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(Runtime.SystemTextJsonConverter<CustomAttributeValue>))]
public readonly struct CustomAttributeValue : IEquatable<CustomAttributeValue>
{
    private static readonly object True = true;
    private static readonly object False = false;

    // A string, long, double, decimal, or bool, or null, or JSON for everything else. Most attributes are never read as JSON.
    private readonly object? _value;

    /// <summary>Creates a value from JSON.</summary>
    public CustomAttributeValue(JToken? json) => _value = json is JValue scalar && IsPlain(scalar) ? scalar.Value : json;

    private CustomAttributeValue(object? value) => _value = value;

    /// <summary>The value as JSON. Null is a JSON null.</summary>
    public JToken Json => _value switch
    {
        null => JValue.CreateNull(),
        JToken json => json,
        var scalar => new JValue(scalar),
    };

    /// <summary>Whether the value is null.</summary>
    public bool IsNull => _value is null;

    /// <summary>The stored value: a string, long, double, decimal, or bool, JSON, or null.</summary>
    internal object? Value => _value;

    /// <summary>Returns the text of a string or number, or null if the value is neither.</summary>
    public string? AsString() =>
        Json is JValue { Value: not null and not bool } value ? Convert.ToString(value.Value, CultureInfo.InvariantCulture) : null;

    /// <summary>Returns the integer, or null if the value is not an integer.</summary>
    public long? AsInteger() => Runtime.JsonValues.TryReadInteger(Json, out var number) ? number : null;

    /// <summary>Returns the number, or null if the value is not a number.</summary>
    public double? AsNumber() => Runtime.JsonValues.TryReadNumber(Json, out var number) ? number : null;

    /// <summary>Returns true or false, or null if the value is neither.</summary>
    public bool? AsBoolean() => _value is bool flag ? flag : null;

    /// <summary>Returns the time, from Unix seconds or ISO 8601 text, or null if the value is not a time.</summary>
    public DateTimeOffset? AsTime() => Runtime.JsonValues.TryReadTime(Json, out var time) ? time : null;

#if NET
    /// <summary>Returns the date in UTC, from Unix seconds or ISO 8601 text, or null if the value is not a time.</summary>
    public DateOnly? AsDate() => AsTime() is { } time ? DateOnly.FromDateTime(time.UtcDateTime) : null;
#endif

    /// <summary>Returns the items of a list, or null if the value is not a list.</summary>
    public IReadOnlyList<CustomAttributeValue>? AsList() =>
        _value is JArray list ? [.. list.Select(item => new CustomAttributeValue(item))] : null;

    /// <summary>
    /// Returns the references to custom objects, from a list of IDs or of the objects, or null if the value is neither.
    /// </summary>
    public CustomObjectReferences? AsReferences() => CustomObjectReferences.Read(Json);

    // JTokens with equal numbers can have different hash codes, and comparing a large double with a decimal throws.
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

    /// <summary>Returns the value as JSON text.</summary>
    public override string ToString() => Json.ToString(Formatting.None);

    /// <summary>Converts text, or null to a null value.</summary>
    public static implicit operator CustomAttributeValue(string? value) => new((object?)value);

    /// <summary>Converts a list of text, or null to a null value.</summary>
    public static implicit operator CustomAttributeValue(string[]? value) =>
        new(value is null ? null : (JToken)new JArray(value.Cast<object>().ToArray()));

    /// <summary>Converts references to custom objects to a list of IDs, or null to a null value.</summary>
    public static implicit operator CustomAttributeValue(CustomObjectReferences? value) => value?.Ids.ToArray();

    /// <summary>Converts an integer.</summary>
    public static implicit operator CustomAttributeValue(long value) => new((object)value);

    /// <summary>Converts an integer, or null to a null value.</summary>
    public static implicit operator CustomAttributeValue(long? value) =>
        value is { } known ? known : default(CustomAttributeValue);

    /// <summary>Converts a number.</summary>
    public static implicit operator CustomAttributeValue(double value) => new((object)value);

    /// <summary>Converts a number, or null to a null value.</summary>
    public static implicit operator CustomAttributeValue(double? value) =>
        value is { } known ? known : default(CustomAttributeValue);

    /// <summary>Converts a number.</summary>
    public static implicit operator CustomAttributeValue(decimal value) => new((object)value);

    /// <summary>Converts a number, or null to a null value.</summary>
    public static implicit operator CustomAttributeValue(decimal? value) =>
        value is { } known ? known : default(CustomAttributeValue);

    /// <summary>Converts true or false.</summary>
    public static implicit operator CustomAttributeValue(bool value) => new(value ? True : False);

    /// <summary>Converts true or false, or null to a null value.</summary>
    public static implicit operator CustomAttributeValue(bool? value) =>
        value is { } known ? known : default(CustomAttributeValue);

    /// <summary>Converts a time to Unix seconds.</summary>
    public static implicit operator CustomAttributeValue(DateTimeOffset value) => new((object)value.ToUnixTimeSeconds());

    /// <summary>Converts a time to Unix seconds, or null to a null value.</summary>
    public static implicit operator CustomAttributeValue(DateTimeOffset? value) =>
        value is { } known ? known : default(CustomAttributeValue);

    /// <summary>Converts a time to Unix seconds. An unspecified kind is taken as UTC.</summary>
    public static implicit operator CustomAttributeValue(DateTime value) =>
        new DateTimeOffset(value.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(value, DateTimeKind.Utc) : value);

    /// <summary>Converts a time to Unix seconds. An unspecified kind is taken as UTC. Null becomes a null value.</summary>
    public static implicit operator CustomAttributeValue(DateTime? value) =>
        value is { } known ? known : default(CustomAttributeValue);

#if NET
    /// <summary>Converts a date to the Unix seconds of its midnight in UTC.</summary>
    public static implicit operator CustomAttributeValue(DateOnly value) =>
        new DateTimeOffset(value.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));

    /// <summary>Converts a date to the Unix seconds of its midnight in UTC, or null to a null value.</summary>
    public static implicit operator CustomAttributeValue(DateOnly? value) =>
        value is { } known ? known : default(CustomAttributeValue);
#endif

    /// <summary>Converts JSON.</summary>
    public static explicit operator CustomAttributeValue(JToken? value) => new(value);

    /// <summary>Whether two values have the same JSON.</summary>
    public static bool operator ==(CustomAttributeValue left, CustomAttributeValue right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    public static bool operator !=(CustomAttributeValue left, CustomAttributeValue right) => !left.Equals(right);

    // Raw JSON and comments also hold a string, but they are not text.
    private static bool IsPlain(JValue json) =>
        json.Type is JTokenType.Null or JTokenType.String or JTokenType.Integer or JTokenType.Float or JTokenType.Boolean
        && json.Value is null or string or long or double or decimal or bool;
}
