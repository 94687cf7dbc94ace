using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>
/// The query of a search: a filter on one field, or filters of which all or any must match. Filters come from fields, such as
/// <c>ContactFields.Email.EndsWith("@example.com")</c>. Combine them with <c>&amp;</c> and <c>|</c>. Expressions are immutable. A query
/// that exceeds the limits of the API throws where it is written: a group holds at most 15 filters, and groups have at most 2 levels, as in
/// <c>(a | b) &amp; (c | d)</c>.
/// </summary>
public abstract class SearchExpression
{
    private protected SearchExpression()
    {
    }

    /// <summary>The number of levels of groups.</summary>
    internal abstract int Levels { get; }

    /// <summary>The sort of the results, or null for the default order.</summary>
    private protected virtual JObject? Sort => null;

    /// <summary>Matches items that match all of the expressions. Nested groups of the same kind become part of this group.</summary>
    /// <exception cref="ArgumentException">
    /// <paramref name="expressions"/> is empty, has more than 15 expressions, has a sorted expression, or would make a third level.
    /// </exception>
    public static SearchExpression All(params SearchExpression[] expressions) => SearchGroup.Of(SearchGroup.And, expressions);

    /// <inheritdoc cref="All(SearchExpression[])"/>
    public static SearchExpression All(IEnumerable<SearchExpression> expressions) => SearchGroup.Of(SearchGroup.And, expressions);

    /// <summary>Matches items that match any of the expressions. Nested groups of the same kind become part of this group.</summary>
    /// <exception cref="ArgumentException">
    /// <paramref name="expressions"/> is empty, has more than 15 expressions, has a sorted expression, or would make a third level.
    /// </exception>
    public static SearchExpression Any(params SearchExpression[] expressions) => SearchGroup.Of(SearchGroup.Or, expressions);

    /// <inheritdoc cref="Any(SearchExpression[])"/>
    public static SearchExpression Any(IEnumerable<SearchExpression> expressions) => SearchGroup.Of(SearchGroup.Or, expressions);

    /// <summary>
    /// Creates a filter from strings, for example from a configuration. The field can have any name, and the operator must suit the value.
    /// </summary>
    /// <param name="field">The name of the field in the JSON of a query, such as <c>custom_attributes.plan</c>.</param>
    /// <param name="op">
    /// The operator: <c>=</c>, <c>!=</c>, <c>IN</c>, <c>NIN</c>, <c>&gt;</c>, <c>&lt;</c>, <c>&gt;=</c>, <c>&lt;=</c>, <c>~</c>, <c>!~</c>,
    /// <c>^</c>, or <c>$</c>.
    /// </param>
    /// <param name="value">
    /// The value: a list for IN and NIN, text for <c>~</c>, <c>!~</c>, <c>^</c>, and <c>$</c>, and a number or time for <c>&gt;</c>,
    /// <c>&lt;</c>, <c>&gt;=</c>, and <c>&lt;=</c>. Times are sent as Unix seconds. Null means that the field has no value. Only <c>=</c>
    /// and <c>!=</c> take null.
    /// </param>
    /// <exception cref="ArgumentException">The field is empty, the operator is unknown, or it does not take the value.</exception>
    public static SearchExpression Filter(string field, string op, JToken? value) =>
        SearchFilterExpression.Of(new UntypedSearchField(field), op, value);

    /// <summary>Creates a filter with an operator from a string, for example from a configuration.</summary>
    /// <param name="field">The field.</param>
    /// <param name="op">The operator. <see cref="SearchField.Operators"/> lists the ones that the field takes.</param>
    /// <param name="value">
    /// The value: a list for IN and NIN. Null means that the field has no value. Only <c>=</c> and <c>!=</c> take null.
    /// </param>
    /// <exception cref="ArgumentException">The field does not take the operator or the value.</exception>
    public static SearchExpression Filter(SearchField field, string op, JToken? value) =>
        SearchFilterExpression.Of(field ?? throw new ArgumentNullException(nameof(field)), op, value);

    /// <summary>
    /// Creates an expression from the <c>query</c> of a request. The JSON is sent unchanged and is not validated. If it is combined with
    /// other expressions, the levels of its groups count, and its groups do not become part of the groups around them.
    /// </summary>
    /// <param name="query">A filter or group. It is copied.</param>
    /// <exception cref="ArgumentException">
    /// The JSON is a whole request instead of its <c>query</c>, or it has a value that JSON text cannot represent, such as
    /// <c>undefined</c>.
    /// </exception>
    public static SearchExpression FromJson(JObject query) => new RawSearchExpression(query);

    /// <summary>
    /// Returns the same search with its results sorted by a field. Sort last: a sorted expression cannot be part of another expression.
    /// </summary>
    /// <param name="field">The field to sort by.</param>
    /// <param name="ascending">Whether the smallest value comes first. The default is true.</param>
    /// <exception cref="ArgumentException">Results cannot be sorted by this field. See <see cref="SearchField.IsSortable"/>.</exception>
    public SearchExpression SortBy(SearchField field, bool ascending = true) => new SortedSearchExpression(this, field, ascending);

    /// <summary>Creates the body of the request: <c>query</c> and, if the search is sorted, <c>sort</c>.</summary>
    public JObject ToJson()
    {
        var body = new JObject { ["query"] = QueryJson() };
        if (Sort is { } sort)
            body["sort"] = sort;
        return body;
    }

    /// <summary>Returns the body of the request as JSON text.</summary>
    public override string ToString() => ToJson().ToString(Formatting.None);

    /// <summary>Matches items that match both expressions.</summary>
    /// <exception cref="ArgumentException">
    /// The group would have more than 15 filters or a third level, or one of the expressions is sorted.
    /// </exception>
    public static SearchExpression operator &(SearchExpression left, SearchExpression right) => All(left, right);

    /// <summary>Matches items that match at least one of the expressions.</summary>
    /// <exception cref="ArgumentException">
    /// The group would have more than 15 filters or a third level, or one of the expressions is sorted.
    /// </exception>
    public static SearchExpression operator |(SearchExpression left, SearchExpression right) => Any(left, right);

    /// <summary>Creates the JSON of the query.</summary>
    internal abstract JObject QueryJson();
}
