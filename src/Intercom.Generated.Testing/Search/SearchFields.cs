using Intercom.Generated.Descriptions.Search;
using Intercom.Generated.Testing.Http;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Search;

/// <summary>The documented fields of a search, and their operators.</summary>
internal sealed class SearchFields
{
    private readonly Dictionary<string, SearchFieldType> _fields = new(StringComparer.Ordinal);
    private readonly List<SearchFieldModel> _attributes;

    public SearchFields(SearchModel model)
    {
        foreach (var field in model.Fields.Where(field => field.Attribute is null))
            _fields[field.WireName] = field.Type;
        _attributes = [.. model.Fields.Where(field => field.Attribute is not null)];
    }

    /// <exception cref="Rejection">A field is unknown, or does not have the operator.</exception>
    public void Check(SearchFilter filter, JToken? sort)
    {
        foreach (var comparison in filter.Comparisons)
        {
            var types = TypesOf(comparison.Field);
            if (types.Count == 0)
                throw Unknown(comparison.Field);
            if (!types.Exists(type => type.Operators.Contains(comparison.Operation)))
            {
                throw Rejection.Invalid(
                    $"The field {comparison.Field} does not have the operator '{comparison.Operation}'. Use one of "
                    + string.Join(", ", types.SelectMany(type => type.Operators).Distinct()), "query");
            }
        }

        if ((sort as JObject)?["field"] is JValue { Value: string field } && !TypesOf(field).Exists(type => type.IsSortable))
            throw Unknown(field);
    }

    /// <summary>Whether <c>&gt;</c> and <c>&lt;</c> include the value itself.</summary>
    public bool IncludesValue(string field) => TypesOf(field) is { Count: > 0 } types && types[0].IncludesValue;

    /// <summary>Gets the time zone of the calendar days by which the field is compared, or null if it is compared by seconds.</summary>
    /// <param name="field">The field.</param>
    /// <param name="isDate">Whether the field is a custom attribute that holds dates.</param>
    public SearchDays? DaysOf(string field, bool isDate)
    {
        var dates = TypesOf(field).FindAll(type => type.Kind == SearchFieldKind.Date);
        return dates.Count > 0 && (isDate || _fields.ContainsKey(field)) ? dates[0].Days ?? SearchDays.Workspace : null;
    }

    private static Rejection Unknown(string field) => new(400, "invalid_field", $"{field} is not a valid search field");

    /// <summary>Gets the types of a field. The types of custom attributes are not known, so they can be any of several.</summary>
    private List<SearchFieldType> TypesOf(string field) => _fields.TryGetValue(field, out var type)
        ? [type]
        : [.. _attributes.Where(attribute => field.Length > attribute.WireName.Length
            && field.StartsWith(attribute.WireName, StringComparison.Ordinal)).Select(attribute => attribute.Type)];
}
