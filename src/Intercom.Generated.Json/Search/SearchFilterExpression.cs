using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>A field compared with a value.</summary>
internal sealed class SearchFilterExpression : SearchExpression
{
    private readonly string _field;
    private readonly string _operator;
    private readonly JToken _value;

    private SearchFilterExpression(string field, string op, JToken value)
    {
        _field = field;
        _operator = op;
        _value = value.DeepClone();
    }

    internal override int Levels => 0;

    public static SearchFilterExpression Of(SearchField field, string op, JToken? value)
    {
        if (op is null)
            throw new ArgumentNullException(nameof(op));
        if (op is SearchGroup.And or SearchGroup.Or)
            throw new ArgumentException($"{op} combines filters. Use All and Any, or & and |.", nameof(op));
        if (!FilterOperators.All.Contains(op))
            throw new ArgumentException($"'{op}' is not a filter operator. Use one of {Listed(FilterOperators.All)}.", nameof(op));
        if (!field.Operators.Contains(op))
            throw new ArgumentException($"The field '{field.Name}' does not take {op}. It takes {Listed(field.Operators)}.", nameof(op));
        JToken accepted = FilterOperators.TakesList(op) ? List(field, op, value) : Scalar(field, op, value);
        return new SearchFilterExpression(field.Name, op, accepted);
    }

    internal override JObject QueryJson() => new()
    {
        ["field"] = _field,
        ["operator"] = _operator,
        ["value"] = _value.DeepClone(),
    };

    private static JArray List(SearchField field, string op, JToken? value)
    {
        if (value is not JArray { Count: > 0 } items)
            throw new ArgumentException($"{op} takes a list of at least one value.", nameof(value));
        return new JArray(items.Select(item => Accepted(field, op, item)));
    }

    private static JValue Scalar(SearchField field, string op, JToken? value) =>
        value is not (null or { Type: JTokenType.Null or JTokenType.Undefined }) ? Accepted(field, op, value)
        : op is FilterOperators.EqualTo or FilterOperators.NotEqualTo ? JValue.CreateNull()
        : throw new ArgumentException($"{op} takes a value that is not null.", nameof(value));

    private static JValue Accepted(SearchField field, string op, JToken value) =>
        (value is JValue scalar ? field.Accept(scalar, op) : null)
            ?? throw new ArgumentException(
                $"The field '{field.Name}' with {op} takes {field.Expects(op)}, not {value.ToString(Formatting.None)}.", nameof(value));

    private static string Listed(IReadOnlyList<string> operators) => string.Join(" ", operators);
}
