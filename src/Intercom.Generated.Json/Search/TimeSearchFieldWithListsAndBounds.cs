namespace Intercom.Generated;

/// <summary>A field that holds a time and also takes lists of times, <c>&gt;=</c>, and <c>&lt;=</c>.</summary>
public sealed class TimeSearchFieldWithListsAndBounds : TimeSearchFieldWithLists
{
    /// <summary>Creates a field.</summary>
    /// <inheritdoc cref="SearchField.Text" path="/param|/exception"/>
    public TimeSearchFieldWithListsAndBounds(string name)
        : base(name, FilterOperators.OrderWithListsAndBounds)
    {
    }

    /// <summary>Matches if the time is later or the same (<c>\&gt;=</c>).</summary>
    public SearchExpression GreaterThanOrEqualTo(DateTimeOffset value) =>
        Compare(FilterOperators.GreaterThanOrEqualTo, SearchValues.Seconds(value));

    /// <summary>Matches if the time is earlier or the same (<c>\&lt;=</c>).</summary>
    public SearchExpression LessThanOrEqualTo(DateTimeOffset value) =>
        Compare(FilterOperators.LessThanOrEqualTo, SearchValues.Seconds(value));
}
