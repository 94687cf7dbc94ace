using Intercom.Generated.Descriptions.Model;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>Builds the paging of operations that return lists.</summary>
internal sealed class PagingBuilder
{
    private readonly JObject _document;
    private readonly ListFinder _lists;
    private readonly TypeBuilder _types;
    private readonly Dictionary<string, string> _publishedItems;

    /// <summary>Creates a builder.</summary>
    /// <param name="document">The normalized description.</param>
    /// <param name="published">The normalized description without its overlays, or null if there are none.</param>
    /// <param name="lists">Finds the lists of the description.</param>
    /// <param name="types">Builds the types of items.</param>
    public PagingBuilder(JObject document, JObject? published, ListFinder lists, TypeBuilder types)
    {
        _document = document;
        _lists = lists;
        _types = types;
        _publishedItems = published is null ? [] : PublishedItems(published);
    }

    /// <summary>Whether a query parameter selects the page of a list.</summary>
    public static bool IsPagingParameter(ParameterModel parameter) =>
        parameter.WireName is "page" or "per_page" or "starting_after" or "scroll_param" or "cursor";

    /// <summary>Returns the paging of an operation, or null if it does not return a list.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="name">The name from which the name of an inline item type is derived.</param>
    public PagingModel? Paging(DescribedOperation operation, string name) =>
        _lists.Find(operation) is { } list
            ? new PagingModel(_types.Root(list.Schema, list.Key, name + "Item"), list.Path, Input(operation), IsScroll(operation))
            {
                PublishedItemsPath = PublishedItemsPath(operation, list.Path),
            }
            : null;

    // The overlay can be wrong about the place of the items, or Intercom can correct its responses, so the runtime checks both places.
    private string? PublishedItemsPath(DescribedOperation operation, string corrected) =>
        _publishedItems.TryGetValue(operation.Key, out var path) && path != corrected ? path : null;

    // The path of the items of each list, by the key of its operation. The first operation with a key counts.
    private static Dictionary<string, string> PublishedItems(JObject published)
    {
        var lists = new ListFinder(published);
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var operation in DescriptionOperations.Of(published).GroupBy(operation => operation.Key).Select(group => group.First()))
        {
            if (lists.Find(operation) is { Path: { Length: > 0 } path })
                paths.Add(operation.Key, path);
        }

        return paths;
    }

    private PagingInput Input(DescribedOperation operation)
    {
        if (HasQuery(operation, "page"))
            return PagingInput.QueryPage;
        var schema = operation.RequestContent(_document)?.PropertyValues().FirstOrDefault()?["schema"];
        var body = SchemaNormalizer.Resolve(_document, schema)?["properties"];
        return body?["pagination"] is not null ? PagingInput.BodyPagination
            : body?["page"] is not null ? PagingInput.BodyPage
            : PagingInput.Query;
    }

    private bool IsScroll(DescribedOperation operation) => HasQuery(operation, "scroll_param");

    private bool HasQuery(DescribedOperation operation, string name) =>
        operation.Parameters(_document).Any(parameter => (string?)parameter["in"] == "query" && (string?)parameter["name"] == name);
}
