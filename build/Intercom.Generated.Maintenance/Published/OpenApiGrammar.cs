using Intercom.Generated.Descriptions;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Published;

/// <summary>
/// The structure of OpenAPI 3.0 documents, which distinguishes keywords from names that are spelled like keywords.
/// </summary>
/// <remarks>
/// In <c>properties</c>, the key <c>description</c> is a property, not prose. In <c>default</c>, the key <c>$ref</c> is data, not a
/// reference. Only the position determines the meaning.
/// </remarks>
internal static class OpenApiGrammar
{
    /// <summary>The HTTP methods that a Path Item Object can have.</summary>
    public static IReadOnlyList<string> Methods => DescriptionDocument.Methods;

    /// <summary>Returns every OpenAPI object of a document, in document order. The document itself is first.</summary>
    public static IEnumerable<OpenApiNode> Walk(JObject document) =>
        Walk(new OpenApiNode(OpenApiObjects.Document, JsonPointer.Root, document));

    private static IEnumerable<OpenApiNode> Walk(OpenApiNode node)
    {
        yield return node;
        foreach (var property in node.Value.Properties())
        {
            var field = node.Kind.FieldOf(property.Name);
            if (field.Kind is null)
                continue;
            foreach (var child in Children(field, property.Value, node.Pointer.Append(property.Name)))
            {
                foreach (var descendant in Walk(child))
                    yield return descendant;
            }
        }
    }

    private static IEnumerable<OpenApiNode> Children(OpenApiField field, JToken value, JsonPointer pointer)
    {
        switch (value)
        {
            case JObject map when field.Shape == OpenApiShape.Map:
                foreach (var entry in map.Properties())
                {
                    if (entry.Value is JObject named)
                        yield return new OpenApiNode(field.Kind!, pointer.Append(entry.Name), named);
                }

                break;
            case JObject single:
                yield return new OpenApiNode(field.Kind!, pointer, single);
                break;
            case JArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    if (list[i] is JObject element)
                        yield return new OpenApiNode(field.Kind!, pointer.Append(i), element);
                }

                break;
        }
    }
}

/// <summary>An OpenAPI object in a document.</summary>
internal sealed record OpenApiNode(OpenApiObject Kind, JsonPointer Pointer, JObject Value);

/// <summary>The shape of the value of a field.</summary>
internal enum OpenApiShape
{
    /// <summary>A plain value that is not an OpenAPI object.</summary>
    Data,

    /// <summary>Text for people, or an extension.</summary>
    Prose,

    /// <summary>A map from names to text for people.</summary>
    MapOfProse,

    /// <summary>One object, or a list of them.</summary>
    Single,

    /// <summary>A map from names to objects.</summary>
    Map,
}

/// <summary>The shape of a field and the kind of its objects.</summary>
internal readonly record struct OpenApiField(OpenApiShape Shape, OpenApiObject? Kind = null);

/// <summary>One of the objects that the OpenAPI specification defines.</summary>
internal sealed class OpenApiObject(string name)
{
    private static readonly HashSet<string> ProseKeywords =
        ["description", "summary", "title", "example", "examples", "externalDocs"];

    private readonly Dictionary<string, OpenApiField> _fields = [];
    private Func<OpenApiField>? _otherFields;

    /// <summary>The name in the specification.</summary>
    public string Name => name;

    /// <summary>Returns the field with this name.</summary>
    /// <remarks>
    /// A key that the specification does not define here is treated as a schema keyword, because that is what misplaced keys are in
    /// practice. Its prose is removed and its facts stay.
    /// </remarks>
    public OpenApiField FieldOf(string key)
    {
        if (_fields.TryGetValue(key, out var field))
            return field;
        if (key.StartsWith("x-", StringComparison.Ordinal))
            return new OpenApiField(OpenApiShape.Prose);
        if (_otherFields is not null)
            return _otherFields();
        return ProseKeywords.Contains(key)
            ? new OpenApiField(OpenApiShape.Prose)
            : new OpenApiField(OpenApiShape.Single, OpenApiObjects.Schema);
    }

    internal OpenApiObject Data(params ReadOnlySpan<string> keys) => Set(keys, new OpenApiField(OpenApiShape.Data));

    internal OpenApiObject MapOfProse(params ReadOnlySpan<string> keys) => Set(keys, new OpenApiField(OpenApiShape.MapOfProse));

    internal OpenApiObject Single(OpenApiObject kind, params ReadOnlySpan<string> keys) =>
        Set(keys, new OpenApiField(OpenApiShape.Single, kind));

    internal OpenApiObject Map(OpenApiObject kind, params ReadOnlySpan<string> keys) =>
        Set(keys, new OpenApiField(OpenApiShape.Map, kind));

    /// <summary>Sets the kind of keys that are patterns, such as paths, status codes, and expressions.</summary>
    internal OpenApiObject Others(OpenApiObject kind)
    {
        _otherFields = () => new OpenApiField(OpenApiShape.Single, kind);
        return this;
    }

    private OpenApiObject Set(ReadOnlySpan<string> keys, OpenApiField field)
    {
        foreach (var key in keys)
            _fields[key] = field;
        return this;
    }
}

/// <summary>The objects of OpenAPI 3.0 and their fields.</summary>
internal static class OpenApiObjects
{
    public static readonly OpenApiObject Document = new("OpenAPI Object");
    public static readonly OpenApiObject PathItem = new("Path Item Object");
    public static readonly OpenApiObject Operation = new("Operation Object");
    public static readonly OpenApiObject Response = new("Response Object");
    public static readonly OpenApiObject Schema = new("Schema Object");
    public static readonly OpenApiObject Discriminator = new("Discriminator Object");
    public static readonly OpenApiObject Tag = new("Tag Object");

    static OpenApiObjects()
    {
        var xml = new OpenApiObject("XML Object").Data("name", "namespace", "prefix", "attribute", "wrapped");
        Discriminator.Data("propertyName", "mapping");
        Schema
            .Data("type", "enum", "const", "default", "required", "format", "pattern")
            .Single(Schema, "allOf", "anyOf", "oneOf", "not", "items", "additionalProperties")
            .Map(Schema, "properties", "patternProperties")
            .Single(Discriminator, "discriminator")
            .Single(xml, "xml");

        var variable = new OpenApiObject("Server Variable Object").Data("enum", "default");
        var server = new OpenApiObject("Server Object").Data("url").Map(variable, "variables");

        var mediaType = new OpenApiObject("Media Type Object");
        var header = new OpenApiObject("Header Object").Single(Schema, "schema").Map(mediaType, "content");
        var encoding = new OpenApiObject("Encoding Object").Map(header, "headers");
        mediaType.Single(Schema, "schema").Map(encoding, "encoding");

        var parameter = new OpenApiObject("Parameter Object")
            .Data("name", "in", "required")
            .Single(Schema, "schema")
            .Map(mediaType, "content");
        var requestBody = new OpenApiObject("Request Body Object").Data("required").Map(mediaType, "content");
        var link = new OpenApiObject("Link Object")
            .Data("operationRef", "operationId", "parameters", "requestBody")
            .Single(server, "server");
        Response.Map(header, "headers").Map(mediaType, "content").Map(link, "links");

        var responses = new OpenApiObject("Responses Object").Others(Response);
        var callback = new OpenApiObject("Callback Object").Others(PathItem);
        Operation
            .Data("tags", "operationId", "deprecated", "security")
            .Single(parameter, "parameters")
            .Single(requestBody, "requestBody")
            .Single(responses, "responses")
            .Map(callback, "callbacks")
            .Single(server, "servers");
        PathItem
            .Single(Operation, [.. OpenApiGrammar.Methods])
            .Single(parameter, "parameters")
            .Single(server, "servers");
        var paths = new OpenApiObject("Paths Object").Others(PathItem);

        var flow = new OpenApiObject("OAuth Flow Object")
            .Data("authorizationUrl", "tokenUrl", "refreshUrl")
            .MapOfProse("scopes");
        var flows = new OpenApiObject("OAuth Flows Object")
            .Single(flow, "implicit", "password", "clientCredentials", "authorizationCode");
        var securityScheme = new OpenApiObject("Security Scheme Object").Single(flows, "flows");

        var components = new OpenApiObject("Components Object")
            .Map(Schema, "schemas")
            .Map(Response, "responses")
            .Map(parameter, "parameters")
            .Map(requestBody, "requestBodies")
            .Map(header, "headers")
            .Map(securityScheme, "securitySchemes")
            .Map(link, "links")
            .Map(callback, "callbacks");
        Document
            .Data("openapi", "security")
            .Single(new OpenApiObject("Info Object").Data("title", "version"), "info")
            .Single(server, "servers")
            .Single(paths, "paths")
            .Single(components, "components")
            .Single(Tag, "tags");
    }
}
