using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>An expression whose results are sorted by a field.</summary>
internal sealed class SortedSearchExpression : SearchExpression
{
    private readonly SearchExpression _expression;
    private readonly string _field;
    private readonly bool _ascending;

    public SortedSearchExpression(SearchExpression expression, SearchField field, bool ascending)
    {
        if (field is null)
            throw new ArgumentNullException(nameof(field));
        if (!field.IsSortable)
            throw new ArgumentException($"Results cannot be sorted by the field '{field.Name}'.", nameof(field));
        _expression = expression is SortedSearchExpression sorted ? sorted._expression : expression;
        _field = field.Name;
        _ascending = ascending;
    }

    internal override int Levels => _expression.Levels;

    private protected override JObject Sort => new() { ["field"] = _field, ["order"] = _ascending ? "ascending" : "descending" };

    internal override JObject QueryJson() => _expression.QueryJson();
}
