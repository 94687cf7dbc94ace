namespace Intercom.Generated;

/// <summary>A field that holds a time and also takes lists of times.</summary>
public class TimeSearchFieldWithLists : TimeSearchField
{
    /// <summary>Creates a field.</summary>
    /// <inheritdoc cref="SearchField.Text" path="/param|/exception"/>
    public TimeSearchFieldWithLists(string name)
        : this(name, FilterOperators.OrderWithLists)
    {
    }

    private protected TimeSearchFieldWithLists(string name, IReadOnlyList<string> operators)
        : base(name, operators)
    {
    }

    /// <summary>Matches if the field has one of these times (<c>IN</c>).</summary>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    public SearchExpression In(params DateTimeOffset[] values) => CompareList(FilterOperators.In, values, SearchValues.Seconds);

    /// <inheritdoc cref="In(DateTimeOffset[])"/>
    public SearchExpression In(IEnumerable<DateTimeOffset> values) => CompareList(FilterOperators.In, values, SearchValues.Seconds);

    /// <summary>Matches if the field has none of these times (<c>NIN</c>).</summary>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    public SearchExpression NotIn(params DateTimeOffset[] values) => CompareList(FilterOperators.NotIn, values, SearchValues.Seconds);

    /// <inheritdoc cref="NotIn(DateTimeOffset[])"/>
    public SearchExpression NotIn(IEnumerable<DateTimeOffset> values) => CompareList(FilterOperators.NotIn, values, SearchValues.Seconds);
}
