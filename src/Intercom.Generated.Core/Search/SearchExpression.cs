using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>
/// The query of a search: a filter on one field, or filters of which all or any must match. Filters come from fields, such as
/// <c>ContactFields.Email.EndsWith("@example.com")</c>. Combine them with <c>&amp;</c> and <c>|</c>. Expressions are immutable. Queries that
/// Intercom rejects throw where they are written: a group holds at most 15 filters, and groups have at most 2 levels, as in
/// <c>(a | b) &amp; (c | d)</c>.
/// </summary>
public abstract class SearchExpression
{
    private protected SearchExpression()
    {
    }

    /// <summary>How many groups lie in one another.</summary>
    internal abstract int Levels { get; }

    /// <summary>The order of the results; null for Intercom's own.</summary>
    private protected virtual JObject? Sort => null;

    /// <summary>What all of the expressions find. A group of the same kind among them becomes part of this one.</summary>
    /// <exception cref="ArgumentException">There is no expression, there are more than 15, they would make a third level, or one is sorted.</exception>
    public static SearchExpression All(params SearchExpression[] expressions) => SearchGroup.Of(SearchGroup.And, expressions);

    /// <inheritdoc cref="All(SearchExpression[])"/>
    public static SearchExpression All(IEnumerable<SearchExpression> expressions) => SearchGroup.Of(SearchGroup.And, expressions);

    /// <summary>What any of the expressions finds. A group of the same kind among them becomes part of this one.</summary>
    /// <exception cref="ArgumentException">There is no expression, there are more than 15, they would make a third level, or one is sorted.</exception>
    public static SearchExpression Any(params SearchExpression[] expressions) => SearchGroup.Of(SearchGroup.Or, expressions);

    /// <inheritdoc cref="Any(SearchExpression[])"/>
    public static SearchExpression Any(IEnumerable<SearchExpression> expressions) => SearchGroup.Of(SearchGroup.Or, expressions);

    /// <summary>A filter from texts, for example from a configuration. The field need not be known; the operator has to suit the value.</summary>
    /// <param name="field">The field as Intercom names it, such as <c>custom_attributes.plan</c>.</param>
    /// <param name="op">
    /// The operator: <c>=</c>, <c>!=</c>, <c>IN</c>, <c>NIN</c>, <c>&gt;</c>, <c>&lt;</c>, <c>&gt;=</c>, <c>&lt;=</c>, <c>~</c>, <c>!~</c>, <c>^</c> or
    /// <c>$</c>.
    /// </param>
    /// <param name="value">
    /// The value: a list for IN and NIN, text for <c>~</c>, <c>!~</c>, <c>^</c> and <c>$</c>, a number or time for comparisons by order. Times are sent as
    /// Unix seconds. Null, with <c>=</c> and <c>!=</c> only, means that the field has no value.
    /// </param>
    /// <exception cref="ArgumentException">The field is empty, there is no such operator, or it does not take such a value.</exception>
    public static SearchExpression Filter(string field, string op, JToken? value) =>
        SearchFilterExpression.Of(new UntypedSearchField(field), op, value);

    /// <summary>A filter whose operator is a text, for example from a configuration. The field has to take the operator and the value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="op">The operator; <see cref="SearchField.Operators"/> are those that the field takes.</param>
    /// <param name="value">The value: a list for IN and NIN; null, with <c>=</c> and <c>!=</c> only, means that the field has no value.</param>
    /// <exception cref="ArgumentException">The field does not take the operator or the value.</exception>
    public static SearchExpression Filter(SearchField field, string op, JToken? value) =>
        SearchFilterExpression.Of(field ?? throw new ArgumentNullException(nameof(field)), op, value);

    /// <summary>
    /// A query in Intercom's own JSON: what stands in <c>query</c> of a request. It is sent as it is, without a check; only when it is combined
    /// with others do the levels of its groups count. A group in it does not become part of the one around it.
    /// </summary>
    /// <param name="query">A filter or group; copied.</param>
    /// <exception cref="ArgumentException">The JSON is a whole request instead of its <c>query</c>.</exception>
    public static SearchExpression FromJson(JObject query) => new RawSearchExpression(query);

    /// <summary>
    /// Returns the same search with its results sorted by a field. Sort last: a sorted expression cannot be part of another expression.
    /// </summary>
    /// <param name="field">The field to sort by.</param>
    /// <param name="ascending">Whether the smallest value comes first. The default is true.</param>
    /// <exception cref="ArgumentException">Results cannot be sorted by this field. See <see cref="SearchField.IsSortable"/>.</exception>
    public SearchExpression SortBy(SearchField field, bool ascending = true) => new SortedSearchExpression(this, field, ascending);

    /// <summary>The body of the request: <c>query</c> and, if the search is sorted, <c>sort</c>. Each call makes a new object.</summary>
    public JObject ToJson()
    {
        var body = new JObject { ["query"] = QueryJson() };
        if (Sort is { } sort)
            body["sort"] = sort;
        return body;
    }

    /// <summary>The body of the request as JSON text.</summary>
    public override string ToString() => ToJson().ToString(Formatting.None);

    /// <summary>What both expressions find.</summary>
    /// <exception cref="ArgumentException">The group would have more than 15 filters or a third level, or one of the expressions is sorted.</exception>
    public static SearchExpression operator &(SearchExpression left, SearchExpression right) => All(left, right);

    /// <summary>What either expression finds.</summary>
    /// <exception cref="ArgumentException">The group would have more than 15 filters or a third level, or one of the expressions is sorted.</exception>
    public static SearchExpression operator |(SearchExpression left, SearchExpression right) => Any(left, right);

    /// <summary>The query as JSON, made anew.</summary>
    internal abstract JObject QueryJson();
}
