using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>The location of an operation's paging parameters.</summary>
internal enum PagingLocation
{
    Query,
    Body,
    Pagination,
}

/// <summary>The information about the next page that a described response contains.</summary>
public enum NextPageInfo
{
    /// <summary>None. The response contains the whole list.</summary>
    None,

    /// <summary>A URL, cursor, or number of the next page.</summary>
    Reference,

    /// <summary>Only the number of pages.</summary>
    PageCount,

    /// <summary>A scroll parameter.</summary>
    Scroll,
}

/// <summary>Determines from a description how a list is paged, independently of the code under test.</summary>
internal static class DescribedPaging
{
    public static PagingLocation PagingLocation(this OperationMethod operation)
    {
        var body = operation.RequestBody() is { Schema: { } schema } ? operation.Properties(schema) : [];
        return body.ContainsKey("pagination") ? Tests.PagingLocation.Pagination : body.ContainsKey("page") ? Tests.PagingLocation.Body : Tests.PagingLocation.Query;
    }

    public static bool TakesPageNumber(this OperationMethod operation) =>
        operation.PagingLocation() == Tests.PagingLocation.Body
        || operation.Parameters().Any(parameter => (string?)parameter["in"] == "query" && (string?)parameter["name"] == "page");

    public static NextPageInfo NextPageInfo(this OperationMethod operation)
    {
        var response = operation.Properties(operation.Success().Content!.Value.Schema!);
        if (response.ContainsKey("scroll_param"))
            return Tests.NextPageInfo.Scroll;
        if (response.ContainsKey("next_cursor"))
            return Tests.NextPageInfo.Reference;
        if (response.GetValueOrDefault("pages") is { } pages)
        {
            // An undescribed object can contain a reference, as in other lists.
            var members = operation.Properties(pages);
            return members.Count == 0 || members.ContainsKey("next") ? Tests.NextPageInfo.Reference : Tests.NextPageInfo.PageCount;
        }

        if (response.ContainsKey("total_pages"))
            return Tests.NextPageInfo.PageCount;
        return operation.TakesPageNumber() ? Tests.NextPageInfo.Reference : Tests.NextPageInfo.None;
    }

    private static Dictionary<string, JToken> Properties(this OperationMethod operation, JToken node)
    {
        var schema = operation.Version.Description.Resolve(node);
        var found = new[] { "allOf", "anyOf", "oneOf" }.SelectMany(keyword => schema[keyword] as JArray ?? []).SelectMany(part => operation.Properties(part))
            .Concat((schema["properties"] as JObject)?.Properties().Select(property => KeyValuePair.Create(property.Name, property.Value)) ?? []);
        return found.GroupBy(property => property.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal);
    }
}
