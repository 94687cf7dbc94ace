using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>
/// A field that holds a time and is filtered to the second. Times are sent as Unix seconds. Fractions of a second are dropped.
/// </summary>
public class TimeSearchField : SearchField
{
    /// <summary>Creates a field.</summary>
    /// <inheritdoc cref="SearchField.Text" path="/param|/exception"/>
    public TimeSearchField(string name)
        : this(name, FilterOperators.Order)
    {
    }

    private protected TimeSearchField(string name, IReadOnlyList<string> operators)
        : base(name, operators)
    {
    }

    /// <summary>Matches if the time is the same (<c>=</c>).</summary>
    public SearchExpression EqualTo(DateTimeOffset value) => Compare(FilterOperators.EqualTo, SearchValues.Seconds(value));

    /// <summary>Matches if the time is another one (<c>!=</c>). Items without a time can match too.</summary>
    public SearchExpression NotEqualTo(DateTimeOffset value) => Compare(FilterOperators.NotEqualTo, SearchValues.Seconds(value));

    /// <summary>Matches if the time is later (<c>&gt;</c>).</summary>
    /// <remarks>Some searches include the value itself. In that case, the field's documentation says so.</remarks>
    public SearchExpression GreaterThan(DateTimeOffset value) => Compare(FilterOperators.GreaterThan, SearchValues.Seconds(value));

    /// <inheritdoc cref="GreaterThan"/>
    public SearchExpression After(DateTimeOffset value) => GreaterThan(value);

    /// <summary>Matches if the time is earlier (<c>&lt;</c>).</summary>
    /// <remarks>Some searches include the value itself. In that case, the field's documentation says so.</remarks>
    public SearchExpression LessThan(DateTimeOffset value) => Compare(FilterOperators.LessThan, SearchValues.Seconds(value));

    /// <inheritdoc cref="LessThan"/>
    public SearchExpression Before(DateTimeOffset value) => LessThan(value);

    internal override JValue? Accept(JValue value, string op) => SearchValues.Time(value);

    internal override string Expects(string op) => "a time or Unix seconds";
}
