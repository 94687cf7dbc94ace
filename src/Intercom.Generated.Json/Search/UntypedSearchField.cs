using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>A field of which only the name is known. The value decides which operators it takes.</summary>
internal sealed class UntypedSearchField(string name) : SearchField(name, FilterOperators.All)
{
    internal override JValue? Accept(JValue value, string op)
    {
        if (FilterOperators.IsOfText(op))
            return SearchValues.Text(value);
        // The published examples also write Unix seconds as text.
        if (FilterOperators.IsOfOrder(op))
            return SearchValues.Time(value) ?? SearchValues.Number(value) ?? SearchValues.NumericText(value);
        return value.Type == JTokenType.Boolean
            ? value
            : SearchValues.Number(value) ?? SearchValues.Text(value) ?? SearchValues.Time(value);
    }

    internal override string Expects(string op) =>
        FilterOperators.IsOfText(op) ? "text"
        : FilterOperators.IsOfOrder(op) ? "a number or a time"
        : "text, a number, a time, true, or false";
}
