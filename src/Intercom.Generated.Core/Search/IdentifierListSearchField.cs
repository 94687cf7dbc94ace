using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>
/// A field that holds the ids of several things. It is compared with each of them: <see cref="SearchField{T}.EqualTo(T)"/> finds what has the
/// id among its own, <see cref="SearchField{T}.In(T[])"/> what has at least one of several.
/// </summary>
public sealed class IdentifierListSearchField : SearchField<string>
{
    internal IdentifierListSearchField(string name)
        : base(name, FilterOperators.OfValues)
    {
    }

    internal override JValue? Accept(JValue value, string op) => SearchValues.Identifier(value);

    internal override string Expects(string op) => "an id";

    private protected override JValue ToJson(string value) => new(value);
}
