using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>The <c>tag_id</c> of contacts and companies, which Intercom compares with one id at a time and does not sort by.</summary>
public sealed class TagSearchField : SearchField
{
    internal TagSearchField(string name)
        : base(name, FilterOperators.OfTags)
    {
    }

    internal override bool IsSortable => false;

    /// <summary>The tag with this id is attached (<c>=</c>).</summary>
    public SearchExpression EqualTo(string tagId) => Compare(FilterOperators.EqualTo, tagId ?? throw new ArgumentNullException(nameof(tagId)));

    /// <summary>The tag with this id is not attached (<c>!=</c>).</summary>
    public SearchExpression NotEqualTo(string tagId) => Compare(FilterOperators.NotEqualTo, tagId ?? throw new ArgumentNullException(nameof(tagId)));

    internal override JValue? Accept(JValue value, string op) => SearchValues.Identifier(value);

    internal override string Expects(string op) => "an id";
}
