namespace Intercom.Generated;

/// <summary>A field that holds a time and also takes <c>&gt;=</c> and <c>&lt;=</c>.</summary>
public sealed class TimeSearchFieldWithBounds : TimeSearchField
{
    /// <summary>Creates a field.</summary>
    /// <inheritdoc cref="SearchField.Text" path="/param|/exception"/>
    public TimeSearchFieldWithBounds(string name)
        : base(name, FilterOperators.OrderWithBounds)
    {
    }

    /// <summary>Matches if the time is later or the same (<c>\&gt;=</c>).</summary>
    public SearchExpression GreaterThanOrEqualTo(DateTimeOffset value) =>
        Compare(FilterOperators.GreaterThanOrEqualTo, SearchValues.Seconds(value));

    /// <summary>Matches if the time is earlier or the same (<c>\&lt;=</c>).</summary>
    public SearchExpression LessThanOrEqualTo(DateTimeOffset value) =>
        Compare(FilterOperators.LessThanOrEqualTo, SearchValues.Seconds(value));
}
