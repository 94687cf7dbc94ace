using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>A field that holds text.</summary>
public sealed class TextSearchField : SearchField<string>
{
    internal TextSearchField(string name)
        : base(name, FilterOperators.OfText)
    {
    }

    /// <summary>The text has this one somewhere in it (<c>~</c>).</summary>
    public SearchExpression Contains(string value) => Compare(FilterOperators.Contains, Json(value, nameof(value)));

    /// <summary>The text has this one nowhere in it (<c>!~</c>).</summary>
    public SearchExpression DoesNotContain(string value) => Compare(FilterOperators.DoesNotContain, Json(value, nameof(value)));

    /// <summary>The text begins with this one (<c>^</c>).</summary>
    public SearchExpression StartsWith(string value) => Compare(FilterOperators.StartsWith, Json(value, nameof(value)));

    /// <summary>The text ends with this one (<c>$</c>).</summary>
    public SearchExpression EndsWith(string value) => Compare(FilterOperators.EndsWith, Json(value, nameof(value)));

    internal override JValue? Accept(JValue value, string op) => SearchValues.Text(value);

    internal override string Expects(string op) => "text";

    private protected override JValue ToJson(string value) => new(value);
}
