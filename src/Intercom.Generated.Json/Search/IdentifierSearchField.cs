using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>A field that holds an ID. IDs are strings in C#. If the API takes integers, they are sent as JSON numbers.</summary>
public sealed class IdentifierSearchField : SearchField<string>
{
    private readonly bool _isNumeric;

    /// <summary>Creates a field.</summary>
    /// <inheritdoc cref="SearchField.Identifier" path="/param|/exception"/>
    public IdentifierSearchField(string name, bool isNumeric = false)
        : base(name, FilterOperators.EqualityAndLists) => _isNumeric = isNumeric;

    internal override JValue? Accept(JValue value, string op) => SearchValues.Identifier(value, _isNumeric);

    internal override string Expects(string op) => SearchValues.ExpectedIdentifier(_isNumeric);

    private protected override JValue ToJson(string value) => new(value);
}
