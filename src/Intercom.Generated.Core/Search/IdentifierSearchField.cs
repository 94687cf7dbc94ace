using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>A field that holds the id of something. Ids are text here; where the field is an integer to Intercom they are sent as JSON numbers.</summary>
public sealed class IdentifierSearchField : SearchField<string>
{
    private readonly bool _isNumeric;

    internal IdentifierSearchField(string name, bool isNumeric = false)
        : base(name, FilterOperators.OfValues) => _isNumeric = isNumeric;

    internal override JValue? Accept(JValue value, string op) => _isNumeric ? SearchValues.NumericIdentifier(value) : SearchValues.Identifier(value);

    internal override string Expects(string op) => _isNumeric ? "an id that is a whole number" : "an id";

    private protected override JValue ToJson(string value) => new(value);
}
