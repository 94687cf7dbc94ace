using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>A field that holds an ID and is compared with one ID at a time.</summary>
public sealed class IdentifierSearchFieldWithoutLists : SearchField
{
    private readonly bool _isNumeric;

    /// <summary>Creates a field.</summary>
    /// <param name="name">The name in the JSON of a query.</param>
    /// <param name="isNumeric">Whether IDs are sent as JSON numbers instead of text. The default is false.</param>
    /// <param name="isSortable">Whether results can be sorted by the field. The default is true.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public IdentifierSearchFieldWithoutLists(string name, bool isNumeric = false, bool isSortable = true)
        : base(name, FilterOperators.Equality, isSortable) => _isNumeric = isNumeric;

    /// <summary>Matches if the field has this ID (<c>=</c>).</summary>
    public SearchExpression EqualTo(string id) => Compare(FilterOperators.EqualTo, id ?? throw new ArgumentNullException(nameof(id)));

    /// <summary>Matches if the field does not have this ID (<c>!=</c>).</summary>
    public SearchExpression NotEqualTo(string id) => Compare(FilterOperators.NotEqualTo, id ?? throw new ArgumentNullException(nameof(id)));

    internal override JValue? Accept(JValue value, string op) => SearchValues.Identifier(value, _isNumeric);

    internal override string Expects(string op) => SearchValues.ExpectedIdentifier(_isNumeric);
}
