using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Schemas;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Search;

/// <summary>Parses the <c>query</c> of a search: a filter, or filters combined with AND and OR.</summary>
internal static class SearchQuery
{
    private const int MaximumLevels = 2;
    private const int MaximumFilters = 15;

    private static readonly string[] AllOperators = ["=", "!=", "IN", "NIN", "<", ">", "<=", ">=", "~", "!~", "^", "$"];

    /// <exception cref="Rejection">Intercom would reject the query.</exception>
    public static SearchFilter Parse(JToken query, IReadOnlyCollection<string>? operators = null) =>
        Parse(query, "/query", 1, operators ?? AllOperators);

    /// <summary>Gets the operators that the filters of this version declare.</summary>
    public static IReadOnlyCollection<string> OperatorsOf(SchemaGraph graph, JObject bodySchema)
    {
        if (!graph.Properties(bodySchema).TryGetValue("query", out var query))
            return AllOperators;
        var declared = SchemaGraph.Alternatives.SelectMany(keyword => SchemaGraph.Parts(graph.Resolve(query), keyword)).Append(query)
            .Select(graph.Properties).Where(properties => properties.ContainsKey("field") && properties.ContainsKey("operator"))
            .Select(properties => graph.Resolve(properties["operator"])["enum"] as JArray).FirstOrDefault(values => values is not null);
        return declared is null ? AllOperators : [.. declared.Select(value => (string?)value).OfType<string>()];
    }

    private static SearchFilter Parse(JToken node, string pointer, int level, IReadOnlyCollection<string> operators)
    {
        if (node is not JObject filter)
            throw Invalid(pointer, "must be an object");
        var name = (filter["operator"] as JValue)?.Value as string ?? throw Invalid($"{pointer}/operator", "is missing");
        if (name is "AND" or "OR")
            return ParseGroup(filter, name, pointer, level, operators);

        if (!operators.Contains(name))
            throw Invalid($"{pointer}/operator", $"must be one of {string.Join(", ", operators)}, AND, OR, but is '{name}'");
        var field = (filter["field"] as JValue)?.Value as string;
        if (string.IsNullOrEmpty(field))
            throw Invalid($"{pointer}/field", "is missing");
        if (filter["value"] is not { } value)
            throw Invalid($"{pointer}/value", "is missing");
        if (name is "IN" or "NIN" ? value is not JArray : value is not JValue)
            throw Invalid($"{pointer}/value", name is "IN" or "NIN" ? $"must be a list for {name}" : $"must be a single value for {name}");
        return new Comparison(field!, name, value);
    }

    private static Combination ParseGroup(JObject filter, string name, string pointer, int level, IReadOnlyCollection<string> operators)
    {
        if (level > MaximumLevels)
            throw Invalid(pointer, "filters can be nested at most two levels deep");
        if (filter["value"] is not JArray { Count: > 0 } members)
            throw Invalid($"{pointer}/value", "must be a list of filters");
        if (members.Count > MaximumFilters)
            throw Invalid($"{pointer}/value", "a group can have at most 15 filters");
        return new Combination(name == "AND",
            [.. members.Select((member, index) => Parse(member, $"{pointer}/value/{index}", level + 1, operators))]);
    }

    private static Rejection Invalid(string pointer, string message) => Rejection.Invalid($"{pointer} {message}", "query");
}
