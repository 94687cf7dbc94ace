using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Where an operation takes its paging input.</summary>
internal enum PagingPlace
{
    Query,
    Body,
    Pagination,
}

/// <summary>What an operation's answer can say about a page after it.</summary>
public enum DescribedNext
{
    /// <summary>Nothing: the whole list comes at once.</summary>
    Nothing,

    /// <summary>Which page comes next.</summary>
    Named,

    /// <summary>Only how many pages there are.</summary>
    Counted,

    /// <summary>That a scroll goes on.</summary>
    Scrolled,
}

/// <summary>Reads off a description how a list is paged, without the code that is tested.</summary>
internal static class DescribedPaging
{
    public static PagingPlace PagingPlace(this OperationMethod operation)
    {
        var body = operation.RequestBody() is { Schema: { } schema } ? operation.Properties(schema) : [];
        return body.ContainsKey("pagination") ? Tests.PagingPlace.Pagination : body.ContainsKey("page") ? Tests.PagingPlace.Body : Tests.PagingPlace.Query;
    }

    public static bool TakesPageNumber(this OperationMethod operation) =>
        operation.PagingPlace() == Tests.PagingPlace.Body
        || operation.Parameters().Any(parameter => (string?)parameter["in"] == "query" && (string?)parameter["name"] == "page");

    public static DescribedNext DescribedNext(this OperationMethod operation)
    {
        var answer = operation.Properties(operation.Success().Content!.Value.Schema!);
        if (answer.ContainsKey("scroll_param"))
            return Tests.DescribedNext.Scrolled;
        if (answer.ContainsKey("next_cursor"))
            return Tests.DescribedNext.Named;
        if (answer.GetValueOrDefault("pages") is { } pages)
        {
            // What is not described can be what it is elsewhere, and there a page is named.
            var members = operation.Properties(pages);
            return members.Count == 0 || members.ContainsKey("next") ? Tests.DescribedNext.Named : Tests.DescribedNext.Counted;
        }

        if (answer.ContainsKey("total_pages"))
            return Tests.DescribedNext.Counted;
        return operation.TakesPageNumber() ? Tests.DescribedNext.Named : Tests.DescribedNext.Nothing;
    }

    private static Dictionary<string, JToken> Properties(this OperationMethod operation, JToken node)
    {
        var schema = operation.Version.Description.Resolve(node);
        var found = new[] { "allOf", "anyOf", "oneOf" }.SelectMany(keyword => schema[keyword] as JArray ?? []).SelectMany(part => operation.Properties(part))
            .Concat((schema["properties"] as JObject)?.Properties().Select(property => KeyValuePair.Create(property.Name, property.Value)) ?? []);
        return found.GroupBy(property => property.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal);
    }
}
