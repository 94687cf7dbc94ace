using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Intercom.Generated.Testing.Search;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>Filters and sorts items by the body of a search request.</summary>
internal static class SearchResult
{
    /// <exception cref="Rejection">The query or the sort order is invalid.</exception>
    public static IReadOnlyList<JObject> Of(Call call, IReadOnlyList<JObject> items, Func<JObject, string, IReadOnlyList<JToken>> valuesOf)
    {
        var filter = SearchQuery.Parse(call.Body["query"] ?? throw Rejection.Missing("query"));
        var found = items.Where(item => filter.Matches(field => valuesOf(item, field))).ToList();
        if (call.Body["sort"] is not JObject sort)
            return found;

        var field = Call.Scalar(sort["field"]) ?? "created_at";
        var order = Call.Scalar(sort["order"]) ?? "descending";
        if (order is not ("ascending" or "descending"))
            throw new Rejection(400, "invalid_sort_order", $"Invalid sort order '{order}'. Must be one of: ascending, descending");

        var direction = order == "ascending" ? 1 : -1;
        var comparer = Comparer<JToken>.Create((left, right) => direction * Comparison.Compare(left, right));
        return [.. found.OrderBy(item => valuesOf(item, field) is { Count: > 0 } values ? values[0] : JValue.CreateNull(), comparer)];
    }
}
