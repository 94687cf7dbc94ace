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

        // Older versions also accept short forms.
        var direction = order.StartsWith("asc", StringComparison.Ordinal) ? 1 : -1;
        var comparer = Comparer<JToken>.Create((left, right) => direction * Comparison.Compare(left, right));
        return [.. found.OrderBy(item => valuesOf(item, field) is { Count: > 0 } values ? values[0] : JValue.CreateNull(), comparer)];
    }

    /// <summary>Checks the sort order before the description is applied.</summary>
    /// <exception cref="Rejection">The version does not accept the order.</exception>
    public static void CheckOrder(Workspace workspace, JObject body)
    {
        if ((body["sort"] as JObject)?["order"] is not JValue { Value: string order } || order is "ascending" or "descending")
            return;
        if (workspace.Description.IsSince("2.16") || order is not ("asc" or "desc"))
            throw new Rejection(400, "invalid_sort_order", $"Invalid sort order '{order}'. Must be one of: ascending, descending");
    }

    private static ComparisonRule RuleOf(Workspace workspace, Call call, string field)
    {
        if (call.Description.SearchFieldsOf(call.Operation) is not { } fields)
            return new ComparisonRule(null, false);
        var model = call.Operation.Segments[0] == "contacts" ? "contact" : "company";
        var isDate = field.StartsWith(Attributes, StringComparison.Ordinal)
            && workspace.Attributes.TypeOf(model, field.Substring(Attributes.Length)) is "date" or "datetime";
        TimeZoneInfo? zone = fields.DaysOf(field, isDate) switch
        {
            SearchDays.Workspace => workspace.TimeZone,
            SearchDays.Utc => TimeZoneInfo.Utc,
            _ => null,
        };
        return new ComparisonRule(zone, fields.IncludesValue(field));
    }
}
