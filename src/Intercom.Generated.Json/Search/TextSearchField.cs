using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>A field that holds text.</summary>
public sealed class TextSearchField : SearchField<string>
{
    /// <summary>Creates a field.</summary>
    /// <inheritdoc cref="SearchField.Text" path="/param|/exception"/>
    public TextSearchField(string name)
        : base(name, FilterOperators.Text)
    {
    }

    /// <summary>Matches if the text contains this text (<c>~</c>).</summary>
    public SearchExpression Contains(string value) => Compare(FilterOperators.Contains, Json(value, nameof(value)));

    /// <summary>Matches if the text does not contain this text (<c>!~</c>).</summary>
    public SearchExpression DoesNotContain(string value) => Compare(FilterOperators.DoesNotContain, Json(value, nameof(value)));

    /// <summary>Matches if the text starts with this text (<c>^</c>).</summary>
    public SearchExpression StartsWith(string value) => Compare(FilterOperators.StartsWith, Json(value, nameof(value)));

    /// <summary>Matches if the text ends with this text (<c>$</c>).</summary>
    public SearchExpression EndsWith(string value) => Compare(FilterOperators.EndsWith, Json(value, nameof(value)));

    internal override JValue? Accept(JValue value, string op) => SearchValues.Text(value);

    internal override string Expects(string op) => "text";

    private protected override JValue ToJson(string value) => new(value);
}
