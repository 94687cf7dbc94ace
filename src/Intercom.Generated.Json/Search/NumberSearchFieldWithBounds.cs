namespace Intercom.Generated;

/// <summary>A field that holds a number and also takes <c>&gt;=</c> and <c>&lt;=</c>.</summary>
public sealed class NumberSearchFieldWithBounds : NumberSearchField
{
    /// <summary>Creates a field.</summary>
    /// <inheritdoc cref="SearchField.Text" path="/param|/exception"/>
    public NumberSearchFieldWithBounds(string name)
        : base(name, FilterOperators.OrderWithListsAndBounds)
    {
    }

    /// <summary>Matches if the number is greater or equal (<c>&gt;=</c>).</summary>
    public SearchExpression GreaterThanOrEqualTo(double value) => Compare(FilterOperators.GreaterThanOrEqualTo, ToJson(value));

    /// <summary>Matches if the number is less or equal (<c>&lt;=</c>).</summary>
    public SearchExpression LessThanOrEqualTo(double value) => Compare(FilterOperators.LessThanOrEqualTo, ToJson(value));
}
