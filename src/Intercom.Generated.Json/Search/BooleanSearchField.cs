using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>A field that is true or false.</summary>
public sealed class BooleanSearchField : SearchField<bool>
{
    /// <summary>Creates a field.</summary>
    /// <inheritdoc cref="SearchField.Text" path="/param|/exception"/>
    public BooleanSearchField(string name)
        : base(name, FilterOperators.EqualityAndLists)
    {
    }

    internal override JValue? Accept(JValue value, string op) => value.Type == JTokenType.Boolean ? value : null;

    internal override string Expects(string op) => "true or false";

    private protected override JValue ToJson(bool value) => new(value);
}
