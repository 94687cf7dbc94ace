using Intercom.Generated.Testing.Routing;
using Intercom.Generated.Testing.Schemas;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Paging;

/// <summary>The location of the items in an operation's response and its paging style, derived from its schemas.</summary>
internal sealed class ListShape
{
    private static readonly string[] Marks = ["pages", "total_count", "scroll_param", "next_cursor", "total_pages"];

    /// <summary>Lists that use cursors, although their descriptions do not declare any.</summary>
    private static readonly string[] UndeclaredCursors = ["GET /contacts", "GET /companies/{}/contacts"];

    private ListShape(IReadOnlyList<string> items, IReadOnlyDictionary<string, JObject> properties, JObject? pages, PagingStyle style)
    {
        Items = items;
        Properties = properties;
        Pages = pages;
        Style = style;
    }

    /// <summary>The path of property names to the array of items.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>The declared properties of the response.</summary>
    public IReadOnlyDictionary<string, JObject> Properties { get; }

    /// <summary>The schema of <c>pages</c>.</summary>
    public JObject? Pages { get; }

    public PagingStyle Style { get; }

    /// <summary>Gets the shape of the operation's response, or null if the response contains no list of objects.</summary>
    public static ListShape? Of(ApiDescription description, Operation operation)
    {
        if (operation.Response.Schema is not { } schema || description.Graph.TypeOf(schema) != "object")
            return null;
        var graph = description.Graph;
        var properties = graph.Properties(schema);
        if (FindItems(graph, operation, properties) is not { } items)
            return null;
        return new ListShape(items, properties, properties.TryGetValue("pages", out var pages) ? pages : null,
            StyleOf(graph, operation, properties));
    }

    /// <summary>Whether the response is itself a list, rather than a resource that contains one.</summary>
    public bool IsList(SchemaGraph graph) =>
        Marks.Any(Properties.ContainsKey)
        || (Properties.TryGetValue("type", out var type) && graph.Resolve(type)["enum"] is JArray { Count: 1 } values
            && ((string?)values[0])?.EndsWith("list", StringComparison.Ordinal) == true);

    private static string[]? FindItems(SchemaGraph graph, Operation operation, IReadOnlyDictionary<string, JObject> properties)
    {
        var last = operation.Segments.LastOrDefault(segment => !PathSegments.IsPlaceholder(segment) && segment != "search") ?? "";
        var lists = ListsIn(graph, properties);
        var name = new[] { "data", last }.FirstOrDefault(lists.Contains) ?? (lists.Count == 1 ? lists[0] : null);
        if (name is not null)
            return [name];

        // Article search nests its list inside "data".
        if (properties.TryGetValue("data", out var data) && graph.TypeOf(data) == "object")
        {
            var nested = ListsIn(graph, graph.Properties(data));
            if (nested.Count > 0)
                return ["data", nested.Contains(last) ? last : nested[0]];
        }

        return null;
    }

    private static List<string> ListsIn(SchemaGraph graph, IReadOnlyDictionary<string, JObject> properties) =>
        [.. properties.Where(property => IsListOfObjects(graph, property.Value)).Select(property => property.Key)];

    private static bool IsListOfObjects(SchemaGraph graph, JObject schema) =>
        graph.TypeOf(schema) == "array" && graph.Resolve(schema)["items"] is JObject items && graph.CanBe(items, "object");

    private static PagingStyle StyleOf(SchemaGraph graph, Operation operation, IReadOnlyDictionary<string, JObject> properties)
    {
        if (properties.ContainsKey("scroll_param"))
            return PagingStyle.Scroll;
        if (properties.ContainsKey("next_cursor"))
            return PagingStyle.NextCursor;

        var takesCursor = operation.DeclaresQuery("starting_after")
            || (operation.Body is { } body && graph.Properties(body.Schema).ContainsKey("pagination"))
            || UndeclaredCursors.Contains(operation.Shape);
        if (properties.TryGetValue("pages", out var pages))
        {
            var objects = graph.Properties(pages).TryGetValue("next", out var next) && graph.CanBe(next, "object");
            return takesCursor && objects ? PagingStyle.Cursor : PagingStyle.PageNumber;
        }

        return operation.DeclaresQuery("page") || properties.ContainsKey("total_pages") ? PagingStyle.PageNumber : PagingStyle.None;
    }
}
