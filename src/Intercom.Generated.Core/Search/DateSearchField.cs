using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>
/// A field that Intercom matches by calendar day: the times of contacts in the stable versions, where the days are those of the workspace's time zone,
/// and custom attributes of the type date. Answers and sorting are to the second all the same.
/// </summary>
/// <remarks>
/// Preview compares the times of contacts to the second, but custom attributes by the days of UTC. Times are sent as Unix seconds.
/// </remarks>
public sealed class DateSearchField : SearchField
{
    internal DateSearchField(string name)
        : base(name, FilterOperators.OfDates)
    {
    }

    /// <summary>The time is on the day of this one (<c>=</c>).</summary>
    /// <remarks>In the stable versions any time of the day finds the whole day. In Preview a time of a contact has to be the same to the second.</remarks>
    public SearchExpression EqualTo(DateTimeOffset value) => Compare(FilterOperators.EqualTo, Seconds(value));

    /// <summary>The time is on a later day (<c>&gt;</c>).</summary>
    /// <remarks>
    /// In the stable versions Intercom rounds the filter to days: what happened later on the same day is not found, only what happened from the start of the
    /// next day on. To include the day, give a time of the day before. In Preview the times of contacts are compared to the second.
    /// </remarks>
    public SearchExpression GreaterThan(DateTimeOffset value) => Compare(FilterOperators.GreaterThan, Seconds(value));

    /// <inheritdoc cref="GreaterThan"/>
    public SearchExpression After(DateTimeOffset value) => GreaterThan(value);

    /// <summary>The time is on an earlier day (<c>&lt;</c>).</summary>
    /// <remarks>
    /// In the stable versions Intercom rounds the filter to days: what happened earlier on the same day is not found, only what happened before its start.
    /// To include the day, give a time of the day after. In Preview the times of contacts are compared to the second.
    /// </remarks>
    public SearchExpression LessThan(DateTimeOffset value) => Compare(FilterOperators.LessThan, Seconds(value));

    /// <inheritdoc cref="LessThan"/>
    public SearchExpression Before(DateTimeOffset value) => LessThan(value);

    internal override JValue? Accept(JValue value, string op) => SearchValues.Time(value);

    internal override string Expects(string op) => "a time or Unix seconds";

    private static JValue Seconds(DateTimeOffset value) => new(value.ToUnixTimeSeconds());
}
