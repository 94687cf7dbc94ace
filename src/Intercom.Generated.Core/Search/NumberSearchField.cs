using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>A field that holds a number.</summary>
public sealed class NumberSearchField : SearchField<double>
{
    internal NumberSearchField(string name, IReadOnlyList<string> operators)
        : base(name, operators)
    {
    }

    /// <summary>The number is greater (<c>&gt;</c>). For conversations and tickets Intercom documents it as greater or equal.</summary>
    public SearchExpression GreaterThan(double value) => Compare(FilterOperators.GreaterThan, ToJson(value));

    /// <summary>The number is less (<c>&lt;</c>). For conversations and tickets Intercom documents it as less or equal.</summary>
    public SearchExpression LessThan(double value) => Compare(FilterOperators.LessThan, ToJson(value));

    /// <summary>The number is greater or equal (<c>&gt;=</c>). Documented for contacts.</summary>
    /// <exception cref="InvalidOperationException">The field does not take the operator: it is of a conversation, ticket or company.</exception>
    public SearchExpression GreaterThanOrEqualTo(double value) => Compare(FilterOperators.GreaterThanOrEqualTo, ToJson(value));

    /// <summary>The number is less or equal (<c>&lt;=</c>). Documented for contacts.</summary>
    /// <exception cref="InvalidOperationException">The field does not take the operator: it is of a conversation, ticket or company.</exception>
    public SearchExpression LessThanOrEqualTo(double value) => Compare(FilterOperators.LessThanOrEqualTo, ToJson(value));

    internal override JValue? Accept(JValue value, string op) => SearchValues.Number(value);

    internal override string Expects(string op) => "a number";

    private protected override JValue ToJson(double value) => new(value);
}
