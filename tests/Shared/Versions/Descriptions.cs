using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Tests;

/// <summary>Reads parts of a description.</summary>
internal static class Descriptions
{
    public static JObject Resolve(this JObject document, JToken node) =>
        (string?)node["$ref"] is { } reference
            ? (JObject)reference.TrimStart('#', '/').Split('/').Aggregate((JToken)document, (owner, name) => owner[name]!)
            : (JObject)node;

    public static IEnumerable<JObject> Parameters(this OperationMethod operation) =>
        ((JArray?)operation.Node["parameters"] ?? []).Concat((JArray?)operation.Node.Parent!.Parent!["parameters"] ?? [])
            .Select(parameter => operation.Version.Description.Resolve(parameter));

    public static (string MediaType, JObject? Schema)? RequestBody(this OperationMethod operation) =>
        Content(operation.Version.Description, operation.Node["requestBody"]);

    /// <summary>Gets the status and the content of the successful response.</summary>
    public static (int Status, (string MediaType, JObject? Schema)? Content) Success(this OperationMethod operation)
    {
        var response = ((JObject)operation.Node["responses"]!).Properties()
            .Where(candidate => candidate.Name[0] is '2' or '3')
            .OrderBy(candidate => candidate.Name[0]).ThenByDescending(candidate => candidate.Value["content"] is not null)
            .FirstOrDefault();
        // Some operations describe only error responses.
        return response is null ? (200, null) : (int.Parse(response.Name), Content(operation.Version.Description, response.Value));
    }

    private static (string MediaType, JObject? Schema)? Content(JObject document, JToken? holder)
    {
        if (holder is null || document.Resolve(holder)["content"] is not JObject content)
            return null;
        var media = content.Properties().First();
        return (media.Name, media.Value["schema"] as JObject);
    }
}
