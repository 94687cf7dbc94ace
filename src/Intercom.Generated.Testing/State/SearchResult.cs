using Intercom.Generated.Descriptions.Search;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Intercom.Generated.Testing.Search;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>Filters and sorts items by the body of a search request.</summary>
internal static class SearchResult
{
    private const string Attributes = "custom_attributes.";

    /// <exception cref="Rejection">The query or the sort order is invalid.</exception>
    public static IReadOnlyList<JObject> Of(
        Workspace workspace, Call call, IReadOnlyList<JObject> items, Func<JObject, string, IReadOnlyList<JToken>> valuesOf)
    {
        var filter = SearchQuery.Parse(call.Body["query"] ?? throw Rejection.Missing("query"));
        var rules = filter.Comparisons.Select(comparison => comparison.Field).Distinct(StringComparer.Ordinal)
            .ToDictionary(field => field, field => RuleOf(workspace, call, field), StringComparer.Ordinal);
        var found = items.Where(item => filter.Matches(field => valuesOf(item, field), field => rules[field])).ToList();
        if (call.Body["sort"] is not JObject sort)
            return found;

        var field = Call.Scalar(sort["field"]) ?? "created_at";
        var order = Call.Scalar(sort["order"]) ?? "descending";

        // Older versions also accept the short forms.
        if (!call.Description.IsSince("2.16"))
            order = order switch { "asc" => "ascending", "desc" => "descending", _ => order };
        if (order is not ("ascending" or "descending"))
            throw new Rejection(400, "invalid_sort_order", $"Invalid sort order '{order}'. Must be one of: ascending, descending");

        var direction = order == "ascending" ? 1 : -1;
        var comparer = Comparer<JToken>.Create((left, right) => direction * Comparison.Compare(left, right));
        return [.. found.OrderBy(item => valuesOf(item, field) is { Count: > 0 } values ? values[0] : JValue.CreateNull(), comparer)];
    }

    private static ComparisonRule RuleOf(Workspace workspace, Call call, string field)
    {
        if (call.Description.SearchFieldsOf(call.Operation) is not { } fields)
            return new ComparisonRule(null, false);
        var isDate = field.StartsWith(Attributes, StringComparison.Ordinal)
            && workspace.Attributes.TypeOf(call.Operation.Segments[0] == "contacts" ? "contact" : "company", field.Substring(Attributes.Length))
                is "date" or "datetime";
        TimeZoneInfo? zone = fields.DaysOf(field, isDate) switch
        {
            SearchDays.Workspace => workspace.TimeZone,
            SearchDays.Utc => TimeZoneInfo.Utc,
            _ => null,
        };
        return new ComparisonRule(zone, fields.IncludesValue(field));
    }
}
