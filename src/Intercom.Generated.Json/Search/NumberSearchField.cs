using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>A field that holds a number.</summary>
public class NumberSearchField : SearchField<double>
{
    /// <summary>Creates a field.</summary>
    /// <inheritdoc cref="SearchField.Text" path="/param|/exception"/>
    public NumberSearchField(string name)
        : base(name, FilterOperators.OrderWithLists)
    {
    }

    private protected NumberSearchField(string name, IReadOnlyList<string> operators)
        : base(name, operators)
    {
    }

    /// <summary>Matches if the number is greater (<c>&gt;</c>).</summary>
    /// <remarks>Some searches include the value itself. In that case, the field's documentation says so.</remarks>
    public SearchExpression GreaterThan(double value) => Compare(FilterOperators.GreaterThan, ToJson(value));

    /// <summary>Matches if the number is less (<c>&lt;</c>).</summary>
    /// <remarks>Some searches include the value itself. In that case, the field's documentation says so.</remarks>
    public SearchExpression LessThan(double value) => Compare(FilterOperators.LessThan, ToJson(value));

    internal override JValue? Accept(JValue value, string op) => SearchValues.Number(value);

    internal override string Expects(string op) => "a number";

    private protected override JValue ToJson(double value) => new(value);
}
