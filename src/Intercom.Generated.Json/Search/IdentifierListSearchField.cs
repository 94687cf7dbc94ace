using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>
/// A field that holds several IDs. <see cref="SearchField{T}.EqualTo(T)"/> matches if the ID is one of them, and
/// <see cref="SearchField{T}.In(T[])"/> matches if at least one of several IDs is.
/// </summary>
public sealed class IdentifierListSearchField : SearchField<string>
{
    /// <summary>Creates a field.</summary>
    /// <inheritdoc cref="SearchField.Text" path="/param|/exception"/>
    public IdentifierListSearchField(string name)
        : base(name, FilterOperators.EqualityAndLists)
    {
    }

    internal override JValue? Accept(JValue value, string op) => SearchValues.Identifier(value, isNumeric: false);

    internal override string Expects(string op) => SearchValues.ExpectedIdentifier(isNumeric: false);

    private protected override JValue ToJson(string value) => new(value);
}
