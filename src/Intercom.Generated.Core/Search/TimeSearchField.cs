using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>A field that holds a point in time. Times are sent as Unix seconds; a fraction of a second is dropped.</summary>
/// <remarks>
/// The times of contacts are <see cref="DateSearchField"/>, because the stable versions match them by calendar day. Preview compares them to the second and
/// takes more operators: <c>SearchField.Time("created_at")</c> offers those.
/// </remarks>
public sealed class TimeSearchField : SearchField<DateTimeOffset>
{
    internal TimeSearchField(string name, IReadOnlyList<string> operators)
        : base(name, operators)
    {
    }

    /// <summary>The time is later (<c>&gt;</c>). For conversations and tickets Intercom documents it as later or equal.</summary>
    /// <remarks>The stable versions round such filters on contacts to days: see <see cref="DateSearchField.GreaterThan"/>.</remarks>
    public SearchExpression GreaterThan(DateTimeOffset value) => Compare(FilterOperators.GreaterThan, ToJson(value));

    /// <inheritdoc cref="GreaterThan"/>
    public SearchExpression After(DateTimeOffset value) => GreaterThan(value);

    /// <summary>The time is earlier (<c>&lt;</c>). For conversations and tickets Intercom documents it as earlier or equal.</summary>
    /// <remarks>The stable versions round such filters on contacts to days: see <see cref="DateSearchField.LessThan"/>.</remarks>
    public SearchExpression LessThan(DateTimeOffset value) => Compare(FilterOperators.LessThan, ToJson(value));

    /// <inheritdoc cref="LessThan"/>
    public SearchExpression Before(DateTimeOffset value) => LessThan(value);

    /// <summary>The time is later or the same (<c>&gt;=</c>). Documented for <c>created_at</c> of tickets and for the times of contacts of Preview.</summary>
    /// <exception cref="InvalidOperationException">The field does not take the operator.</exception>
    public SearchExpression GreaterThanOrEqualTo(DateTimeOffset value) => Compare(FilterOperators.GreaterThanOrEqualTo, ToJson(value));

    /// <summary>The time is earlier or the same (<c>&lt;=</c>). Documented for <c>created_at</c> of tickets and for the times of contacts of Preview.</summary>
    /// <exception cref="InvalidOperationException">The field does not take the operator.</exception>
    public SearchExpression LessThanOrEqualTo(DateTimeOffset value) => Compare(FilterOperators.LessThanOrEqualTo, ToJson(value));

    internal override JValue? Accept(JValue value, string op) => SearchValues.Time(value);

    internal override string Expects(string op) => "a time or Unix seconds";

    private protected override JValue ToJson(DateTimeOffset value) => new(value.ToUnixTimeSeconds());
}
