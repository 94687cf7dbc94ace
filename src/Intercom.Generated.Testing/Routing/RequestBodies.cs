using System.Text;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Schemas;
using Intercom.Generated.Testing.Search;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Routing;

/// <summary>Reads request bodies and checks them against the description.</summary>
internal static class RequestBodies
{
    /// <summary>Reads the JSON body. Returns null if the request has no body or the operation expects another content type.</summary>
    /// <exception cref="Rejection">The body is not valid JSON.</exception>
    public static JToken? Read(Operation operation, FakeRequest request)
    {
        if (string.IsNullOrEmpty(request.Body) || IsMultipart(operation.Body))
            return null;
        try
        {
            return StrictJsonReader.Parse(request.Body!);
        }
        catch (FormatException e)
        {
            throw Rejection.BrokenJson(e.Message);
        }
    }

    /// <exception cref="Rejection">The body does not match the operation's declared body.</exception>
    public static void Check(ApiDescription description, Operation operation, FakeRequest request, JToken? json)
    {
        // Intercom also reads undeclared bodies, because some descriptions omit the body of an update.
        if (operation.Body is not { } declared)
            return;

        if (string.IsNullOrEmpty(request.Body))
        {
            if (declared.Required)
                throw Rejection.Invalid("The request must have a body");
            json = new JObject();
        }
        else
        {
            CheckContentType(declared, request);
        }

        if (IsMultipart(declared))
        {
            CheckParts(description, declared, request);
            return;
        }

        var filtered = IsSearch(description.Graph, operation);
        var problem = description.Validator.Validate(json!, declared.Schema)
            .FirstOrDefault(candidate => !(filtered && candidate.Pointer.StartsWith("/query/", StringComparison.Ordinal)));
        if (problem is not null && filtered && problem.Pointer == "/query" && json!["query"] is JObject)
            problem = null;
        if (problem is not null)
        {
            throw Rejection.Invalid(string.IsNullOrEmpty(request.Body)
                ? $"The request has no body: {problem}"
                : $"{(problem.Pointer.Length == 0 ? "The body" : problem.Pointer)} {problem.Message}", FieldOf(problem.Pointer));
        }

        // The published schema of filters rejects groups that mix filters and groups. Intercom accepts them, and so does this parser.
        if (filtered)
        {
            var filter = SearchQuery.Parse(json!["query"]!, SearchQuery.OperatorsOf(description.Graph, declared.Schema));
            description.SearchFieldsOf(operation)?.Check(filter, json["sort"]);
        }
    }

    /// <summary>Gets the top-level properties that the schema does not declare. Empty if the schema allows additional properties.</summary>
    public static IReadOnlyList<string> Undeclared(SchemaGraph graph, Operation operation, JToken? json)
    {
        if (operation.Body is not { } declared || json is not JObject members)
            return [];
        var properties = graph.Properties(declared.Schema);
        return properties.Count == 0 || graph.Resolve(declared.Schema)["additionalProperties"] is not null
            ? []
            : [.. members.Properties().Select(member => member.Name).Where(name => !properties.ContainsKey(name))];
    }

    private static bool IsMultipart(DeclaredBody? body) =>
        body is not null && body.ContentType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);

    private static bool IsSearch(SchemaGraph graph, Operation operation) =>
        operation.Template.EndsWith("/search", StringComparison.Ordinal)
        && graph.Properties(operation.Body!.Schema).TryGetValue("query", out var query)
        && graph.Properties(query).ContainsKey("operator");

    private static void CheckContentType(DeclaredBody declared, FakeRequest request)
    {
        var sent = request.Header("Content-Type") ?? "";
        var mediaType = sent.Split(';')[0].Trim();
        if (!string.Equals(mediaType, declared.ContentType, StringComparison.OrdinalIgnoreCase))
            throw Rejection.Invalid($"The Content-Type of the body must be {declared.ContentType}, but is '{sent}'", "Content-Type");
    }

    private static void CheckParts(ApiDescription description, DeclaredBody declared, FakeRequest request)
    {
        var parts = string.IsNullOrEmpty(request.Body) ? [] : MultipartBody.PartNames(request);
        var schema = description.Graph.Resolve(declared.Schema);
        foreach (var name in (schema["required"] as JArray)?.Select(item => (string?)item).OfType<string>() ?? [])
        {
            if (!parts.Contains(name))
                throw Rejection.Missing(name);
        }

        var declaredParts = description.Graph.Properties(schema);
        request.UndeclaredProperties = [.. parts.Where(name => !declaredParts.ContainsKey(name))];
    }

    /// <summary>Converts a pointer to a Rails parameter name: <c>/contacts/0/id</c> becomes <c>contacts.0.id</c>.</summary>
    private static string? FieldOf(string pointer) =>
        pointer.Length == 0 ? null : new StringBuilder(pointer, 1, pointer.Length - 1, pointer.Length).Replace('/', '.').ToString();
}
