using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>
/// A field that holds a time and is filtered by calendar day. The field's documentation states the time zone. Times are sent as Unix
/// seconds. Fractions of a second are dropped.
/// </summary>
public sealed class DateSearchField : SearchField
{
    /// <summary>Creates a field.</summary>
    /// <inheritdoc cref="SearchField.Text" path="/param|/exception"/>
    public DateSearchField(string name)
        : base(name, FilterOperators.Days)
    {
    }

    /// <summary>Matches if the time is on the same day (<c>=</c>). Any time of a day matches the whole day.</summary>
    public SearchExpression EqualTo(DateTimeOffset value) => Compare(FilterOperators.EqualTo, SearchValues.Seconds(value));

    /// <summary>Matches if the time is on a later day (<c>&gt;</c>).</summary>
    /// <remarks>A later time of the same day does not match. To include the day, pass a time of the day before.</remarks>
    public SearchExpression GreaterThan(DateTimeOffset value) => Compare(FilterOperators.GreaterThan, SearchValues.Seconds(value));

    /// <inheritdoc cref="GreaterThan"/>
    public SearchExpression After(DateTimeOffset value) => GreaterThan(value);

    /// <summary>Matches if the time is on an earlier day (<c>&lt;</c>).</summary>
    /// <remarks>An earlier time of the same day does not match. To include the day, pass a time of the day after.</remarks>
    public SearchExpression LessThan(DateTimeOffset value) => Compare(FilterOperators.LessThan, SearchValues.Seconds(value));

    /// <inheritdoc cref="LessThan"/>
    public SearchExpression Before(DateTimeOffset value) => LessThan(value);

    internal override JValue? Accept(JValue value, string op) => SearchValues.Time(value);

    internal override string Expects(string op) => "a time or Unix seconds";
}
