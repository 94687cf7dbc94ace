using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>An operation of a description.</summary>
/// <param name="Method">The HTTP method in upper case.</param>
/// <param name="Path">The path template as published.</param>
/// <param name="Node">The Operation Object.</param>
public sealed record DescribedOperation(string Method, string Path, JObject Node)
{
    /// <summary>The version-neutral key, such as <c>GET /contacts/{}</c>.</summary>
    public string Key => DescriptionDocument.OperationKey(Method, Path);

    /// <summary>The JSON pointer of the Operation Object.</summary>
    public string Pointer => DescriptionDocument.Pointer("paths", Path, Method.ToLowerInvariant());

    /// <summary>The names of the placeholders of the path, in order.</summary>
    public IReadOnlyList<string> Placeholders =>
        [.. Path.Split('{').Skip(1).Select(part => part.Substring(0, Math.Max(0, part.IndexOf('}'))))];

    /// <summary>The Parameter Objects of the path item and of the operation, references resolved.</summary>
    public IReadOnlyList<JObject> Parameters(JObject document)
    {
        var own = Resolved(Node["parameters"], document).ToList();
        var shared = Resolved(Node.Parent?.Parent?["parameters"], document)
            .Where(parameter => !own.Any(other => Same(other, parameter)));
        return [.. shared, .. own];
    }

    /// <summary>The Response Object of a successful response, if possible one with content. References are resolved.</summary>
    public JObject? SuccessResponse(JObject document) => DescriptionDocument.Target(
        document,
        (Node["responses"] as JObject)?.Properties().Where(response => response.Name.StartsWith("2", StringComparison.Ordinal))
            .OrderByDescending(response => response.Value["content"] is not null).FirstOrDefault()?.Value);

    /// <summary>The Media Type Objects of the request body, references resolved, or null if there is no body.</summary>
    public JObject? RequestContent(JObject document) => DescriptionDocument.Target(document, Node["requestBody"])?["content"] as JObject;

    private static IEnumerable<JObject> Resolved(JToken? parameters, JObject document) =>
        (parameters as JArray ?? []).OfType<JObject>().Select(parameter => DescriptionDocument.Target(document, parameter) ?? parameter);

    private static bool Same(JObject left, JObject right) =>
        (string?)left["name"] == (string?)right["name"] && (string?)left["in"] == (string?)right["in"];
}

/// <summary>Finds the operations of a description.</summary>
public static class DescriptionOperations
{
    /// <summary>Returns every operation, in the published order.</summary>
    public static IEnumerable<DescribedOperation> Of(JObject document) =>
        from path in (document["paths"] as JObject)?.Properties() ?? []
        from method in (path.Value as JObject)?.Properties() ?? []
        where DescriptionDocument.Methods.Contains(method.Name) && method.Value is JObject
        select new DescribedOperation(method.Name.ToUpperInvariant(), path.Name, (JObject)method.Value);
}
