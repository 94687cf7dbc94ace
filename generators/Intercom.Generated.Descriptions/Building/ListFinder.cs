using Intercom.Generated.Descriptions.Naming;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>The items that an operation returns.</summary>
/// <param name="Path">The path of the items in the response, such as <c>data</c>. Empty if the response itself is the list.</param>
/// <param name="Schema">The schema of an item, or null if it is not declared.</param>
/// <param name="Key">The key under which the type of an item is named.</param>
internal readonly record struct DescribedList(string Path, JToken? Schema, string Key);

/// <summary>Finds the operations that return lists, and the place of the items in their responses.</summary>
/// <param name="document">The description, normalized.</param>
internal sealed class ListFinder(JObject document)
{
    /// <summary>Finds the items that an operation returns, or null if it does not return a list.</summary>
    /// <remarks>
    /// An operation returns a list if its ID says so or if its response looks like one. The responses decide at run time how the list is
    /// paged, because descriptions are often wrong about it.
    /// </remarks>
    public DescribedList? Find(DescribedOperation operation)
    {
        var content = (operation.SuccessResponse(document)?["content"] as JObject)?.Properties().FirstOrDefault();
        var schema = Resolved(content?.Value["schema"]);
        if (schema is null || !content!.Name.StartsWith("application/json", StringComparison.Ordinal))
            return null;

        var properties = schema["properties"] as JObject;
        var words = Identifier.Words((string?)operation.Node["operationId"] ?? string.Empty);
        var verb = words.Count == 0 ? null : words[0].ToLowerInvariant();
        var isList = verb is "list" or "lis" or "search" or "scroll"
            || properties?["pages"] is not null
            || (operation.Method == "GET" && IsArray(properties?["data"]))
            || (operation.Method == "GET" && (string?)schema["type"] == "array");
        if (!isList || FindItems(operation, schema) is not { } items)
            return null;

        var key = items.Path.Length == 0 ? operation.Key + "/response/[]" : ItemKey(content.Value["schema"], operation, items.Path);
        return new DescribedList(items.Path, items.Schema, key);
    }

    private static string ItemKey(JToken? schema, DescribedOperation operation, string path) =>
        (SchemaNormalizer.ComponentKey((string?)schema?["$ref"]) ?? operation.Key + "/response") + "/" + path.Replace('.', '/') + "/[]";

    private (string Path, JToken? Schema)? FindItems(DescribedOperation operation, JObject schema)
    {
        if ((string?)operation.Node["x-items"] is { } named)
        {
            var list = named.Split('.').Aggregate((JToken?)schema, (owner, part) => Resolved(Resolved(owner)?["properties"]?[part]));
            return (named, list?["items"]);
        }

        if ((string?)schema["type"] == "array")
            return (string.Empty, schema["items"]);
        var properties = schema["properties"] as JObject;
        if (IsArray(properties?["data"]))
            return ("data", Resolved(properties!["data"])!["items"]);
        if (FirstArray(Resolved(properties?["data"])?["properties"] as JObject) is { } nested)
            return ("data." + nested.Name, nested.Value["items"]);
        return FirstArray(properties) is { } first ? (first.Name, Resolved(first.Value)!["items"]) : null;
    }

    private JProperty? FirstArray(JObject? properties) => properties?.Properties().FirstOrDefault(property => IsArray(property.Value));

    private bool IsArray(JToken? schema) => (string?)Resolved(schema)?["type"] == "array";

    private JObject? Resolved(JToken? schema) => SchemaNormalizer.Resolve(document, schema);
}
