using System.Text.RegularExpressions;
using Intercom.Generated.Descriptions.Escaping;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>
/// The part of OpenAPI 3.0 that the reader supports. Anything else in a description is reported as a problem, because the SDK would
/// silently lack it.
/// </summary>
public static class DescriptionGrammar
{
    private const string NameExpected =
        "a name of at most 200 letters, digits, and characters of _-.:$[], with at least one letter or digit";

    private static readonly Regex WireName = new(@"^(?=.*[A-Za-z0-9])[A-Za-z0-9_.:$\[\]-]{1,200}\z", RegexOptions.CultureInvariant);
    private static readonly Regex ComponentName = new(@"^(?=.*[A-Za-z0-9])[A-Za-z0-9._-]{1,200}\z", RegexOptions.CultureInvariant);
    private static readonly Regex MediaType = new(
        @"^[A-Za-z0-9!#$&^_.+*-]+/[A-Za-z0-9!#$&^_.+*-]+( *; *[A-Za-z0-9=_.-]+)*\z", RegexOptions.CultureInvariant);
    private static readonly Regex Status = new(@"^([1-5]([0-9][0-9]|XX)|default)\z", RegexOptions.CultureInvariant);
    private static readonly Regex PathTemplate = new(
        @"^/((\{[A-Za-z0-9_.-]{1,200}\}|[A-Za-z0-9._~!$&()*+,;=:@%-]{1,200})(/|\z))*\z", RegexOptions.CultureInvariant);

    // The client sets these headers itself.
    private static readonly string[] KnownHeaders = ["Intercom-Version", "Accept", "Content-Type", "Authorization"];

    private static readonly ObjectShape Document = CreateDocument();

    /// <summary>Finds everything in a description that the reader does not support.</summary>
    public static IReadOnlyList<DescriptionProblem> FindProblems(JObject description)
    {
        var problems = new ShapeProblems();
        CheckText(description, problems);
        Document.Check(description, JsonPointer.Root, problems);
        if (problems.Count == 0)
            ReferenceCycles.Check(description, problems);
        return problems.Found;
    }

    // An unpaired surrogate cannot be encoded as UTF-8.
    private static void CheckText(JObject description, ShapeProblems problems)
    {
        foreach (var token in description.DescendantsAndSelf())
        {
            var text = token is JProperty property ? property.Name : (token as JValue)?.Value as string;
            if (text is not null && VisibleText.IndexOfUnpairedSurrogate(text) >= 0)
                problems.Add(token, JsonPointer.OfPath(token.Path), "The text has an unpaired surrogate, which is not a valid character.");
        }
    }

    private static ObjectShape CreateDocument()
    {
        var schema = Schema(out var parameterSchema);
        var anything = DescriptionShape.Anything;

        var parameter = Referable("Parameter Object", "parameters", new ObjectShape("a Parameter Object")
            .Requires("name", DescriptionShape.Matching(WireName, NameExpected))
            .Requires("in", DescriptionShape.OneOf("path", "query", "header", "cookie"))
            .With(DescriptionShape.Flag, "required", "deprecated", "allowEmptyValue", "explode", "allowReserved")
            .With(parameterSchema, "schema")
            .With(DescriptionShape.OneOf("form", "simple"), "style")
            .With(anything, "description", "example", "examples")
            .Where(CheckParameter));
        var mediaType = new ObjectShape("a Media Type Object").With(schema, "schema").With(anything, "example", "examples");
        var content = DescriptionShape.Map(mediaType, MediaType, "a media type");
        var header = Referable("Header Object", "headers", new ObjectShape("a Header Object")
            .With(DescriptionShape.Flag, "required", "deprecated", "allowEmptyValue", "explode", "allowReserved")
            .With(schema, "schema")
            .With(content, "content")
            .With(DescriptionShape.Text, "style")
            .With(anything, "description", "example", "examples"));
        var headers = DescriptionShape.Map(header);
        mediaType.With(
            DescriptionShape.Map(new ObjectShape("an Encoding Object")
                .With(DescriptionShape.Text, "contentType", "style")
                .With(DescriptionShape.Flag, "explode", "allowReserved")
                .With(headers, "headers")),
            "encoding");
        // Links and callbacks never become C#.
        var objects = DescriptionShape.Map(DescriptionShape.Map(anything));
        var body = Referable("Request Body Object", "requestBodies", new ObjectShape("a Request Body Object")
            .Requires("content", content)
            .With(DescriptionShape.Flag, "required")
            .With(anything, "description")
            .Where(CheckBody));
        var response = Referable("Response Object", "responses", new ObjectShape("a Response Object")
            .With(content, "content")
            .With(headers, "headers")
            .With(objects, "links")
            .With(anything, "description"));
        var security = DescriptionShape.List(DescriptionShape.Map(DescriptionShape.List(DescriptionShape.Text)));

        var parameters = DescriptionShape.List(parameter);
        var operation = new ObjectShape("an Operation Object")
            .With(DescriptionShape.Text, "operationId")
            .With(DescriptionShape.List(DescriptionShape.Text), "tags")
            .With(parameters, "parameters")
            .With(body, "requestBody")
            .With(DescriptionShape.Map(response, Status, "a status code such as 200, 4XX, or default"), "responses")
            .With(DescriptionShape.Flag, "deprecated")
            .With(DescriptionShape.Text, "x-items", "x-availability")
            .With(security, "security")
            .With(anything, "summary", "description", "externalDocs");
        var pathItem = new ObjectShape("a Path Item Object")
            .With(operation, [.. DescriptionDocument.Methods])
            .With(parameters, "parameters")
            .With(anything, "summary", "description");

        var components = new ObjectShape("a Components Object")
            .With(
                DescriptionShape.Map(
                    schema,
                    ComponentName,
                    "a name of at most 200 letters, digits, and characters of _-., with at least one letter or digit"),
                "schemas")
            .With(DescriptionShape.Map(response), "responses")
            .With(DescriptionShape.Map(parameter), "parameters")
            .With(DescriptionShape.Map(body), "requestBodies")
            .With(headers, "headers")
            .With(DescriptionShape.Map(SecurityScheme()), "securitySchemes")
            .With(objects, "links", "callbacks")
            .With(DescriptionShape.Map(anything), "examples");
        return new ObjectShape("an OpenAPI Object")
            .With(DescriptionShape.Text, "openapi")
            .With(
                new ObjectShape("an Info Object")
                    .With(DescriptionShape.Text, "title", "version")
                    .With(anything, "description", "termsOfService", "contact", "license"),
                "info")
            .With(DescriptionShape.Map(pathItem, PathTemplate, "a path such as /contacts/{id}"), "paths")
            .With(components, "components")
            .With(security, "security")
            .With(DescriptionShape.List(Server()), "servers")
            .With(DescriptionShape.List(Tag()), "tags")
            .With(anything, "externalDocs");
    }

    private static ObjectShape Server() => new ObjectShape("a Server Object")
        .Requires("url", DescriptionShape.Text)
        .With(
            DescriptionShape.Map(new ObjectShape("a Server Variable Object")
                .Requires("default", DescriptionShape.Text)
                .With(DescriptionShape.List(DescriptionShape.Text), "enum")
                .With(DescriptionShape.Anything, "description")),
            "variables")
        .With(DescriptionShape.Anything, "description");

    private static ObjectShape Tag() => new ObjectShape("a Tag Object")
        .Requires("name", DescriptionShape.Text)
        .With(DescriptionShape.Anything, "description", "externalDocs");

    private static DescriptionShape SecurityScheme() => Referable("Security Scheme Object", "securitySchemes",
        new ObjectShape("a Security Scheme Object")
            .Requires("type", DescriptionShape.OneOf("apiKey", "http", "oauth2", "openIdConnect"))
            .With(DescriptionShape.Text, "scheme", "bearerFormat", "name", "in", "openIdConnectUrl")
            .With(DescriptionShape.Map(DescriptionShape.Map(DescriptionShape.Anything)), "flows")
            .With(DescriptionShape.Anything, "description"));

    private static DescriptionShape Schema(out DescriptionShape parameterSchema)
    {
        var anything = DescriptionShape.Anything;
        var plain = new ObjectShape("a Schema Object");
        var schema = Referable("Schema Object", "schemas", plain);
        var schemas = DescriptionShape.List(schema, minimum: 1);
        var value = DescriptionShape.Either(token => token.Type == JTokenType.String, DescriptionShape.Text, new ScalarShape());
        plain
            .With(DescriptionShape.OneOf("string", "number", "integer", "boolean", "object", "array"), "type")
            .With(DescriptionShape.Map(schema, WireName, NameExpected), "properties")
            .With(schema, "items")
            .With(schemas, "allOf", "anyOf", "oneOf")
            .With(DescriptionShape.List(DescriptionShape.Text), "required")
            .With(DescriptionShape.List(value, minimum: 1), "enum")
            .With(DescriptionShape.Either(token => token.Type == JTokenType.Boolean, DescriptionShape.Flag, schema), "additionalProperties")
            .With(DescriptionShape.Text, "format", "pattern")
            .With(DescriptionShape.Flag, "nullable", "deprecated", "readOnly", "writeOnly", "uniqueItems", "x-keep")
            .With(DescriptionShape.Map(DescriptionShape.Text), "x-obsolete")
            .With(
                DescriptionShape.Number, "minLength", "maxLength", "minimum", "maximum", "multipleOf", "minItems", "maxItems",
                "minProperties", "maxProperties")
            .With(
                DescriptionShape.Either(token => token.Type == JTokenType.Boolean, DescriptionShape.Flag, DescriptionShape.Number),
                "exclusiveMinimum",
                "exclusiveMaximum")
            .With(
                new ObjectShape("a Discriminator Object")
                    .Requires("propertyName", DescriptionShape.Text)
                    .With(DescriptionShape.Map(DescriptionShape.Text), "mapping"),
                "discriminator")
            .With(anything, "title", "description", "summary", "default", "example", "examples", "externalDocs", "xml")
            .Where(CheckSchema);
        // Published string parameters repeat their own name as a property, which is ignored.
        parameterSchema = DescriptionShape.Either(
            token => (token as JObject)?["type"] is JValue { Value: "string" }, new TextParameterShape(schema), schema);
        return schema;
    }

    private static DescriptionShape Referable(string kind, string section, DescriptionShape shape)
    {
        var reference = new ObjectShape($"a reference to a {kind}")
            .Requires("$ref", DescriptionShape.Matching(
                new Regex($"^(?!#)|^#/components/{section}/", RegexOptions.CultureInvariant),
                $"a reference that begins with #/components/{section}/"))
            .With(DescriptionShape.Flag, "nullable", "deprecated")
            .With(DescriptionShape.Anything, "title", "description", "summary", "default", "example");
        return DescriptionShape.Either(token => (token as JObject)?["$ref"] is not null, reference, shape);
    }

    private static void CheckParameter(JObject parameter, JsonPointer pointer, ShapeProblems problems)
    {
        var name = (string)parameter["name"]!;
        if ((string?)parameter["in"] is "header" or "cookie" && !KnownHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            problems.Add(
                parameter,
                pointer,
                $"The {parameter["in"]} parameter '{name}' would be ignored, because operations send only path and query parameters.");
        }
    }

    private static void CheckBody(JObject body, JsonPointer pointer, ShapeProblems problems)
    {
        if (body["content"] is JObject { Count: 0 } empty)
            problems.Add(empty, pointer.Append("content"), "The body has no media type, so it would be ignored.");
    }

    private static void CheckSchema(JObject schema, JsonPointer pointer, ShapeProblems problems)
    {
        var type = (string?)schema["type"];
        if (type is not (null or "array") && schema["items"] is not null)
        {
            problems.Add(
                schema["items"]!, pointer.Append("items"), $"The schema has items, but its type is {type}, so they would be ignored.");
        }

        if (type is not (null or "object") && schema["properties"] is not null)
        {
            problems.Add(
                schema["properties"]!,
                pointer.Append("properties"),
                $"The schema has properties, but its type is {type}, so they would be ignored.");
        }

        if (schema["oneOf"] is not null && schema["anyOf"] is not null)
        {
            problems.Add(
                schema["anyOf"]!, pointer.Append("anyOf"), "The schema has both oneOf and anyOf, and only one of them would be read.");
        }

        if (schema["enum"] is JArray values)
            CheckEnum(values, type, pointer.Append("enum"), problems);
    }

    private static void CheckEnum(JArray values, string? type, JsonPointer pointer, ShapeProblems problems)
    {
        var known = values.Where(value => value.Type != JTokenType.Null).ToList();
        var strings = known.Count(value => value.Type == JTokenType.String);
        if (known.Count == 0)
            problems.Add(values, pointer, "The list has no value other than null.");
        else if (strings > 0 && strings < known.Count)
            problems.Add(values, pointer, "The values are a mix of strings and other types, and only the strings would be read.");
        else if (strings == 0 && type == "string")
            problems.Add(values, pointer, "The type is string, but the values are not strings, so they would be ignored.");
    }

    private sealed class ScalarShape : DescriptionShape
    {
        public override void Check(JToken token, JsonPointer pointer, ShapeProblems problems)
        {
            if (token is JContainer)
                problems.Add(token, pointer, $"Expected text, a number, true, false, or null, but found {Shown(token)}.");
        }
    }

    private sealed class TextParameterShape(DescriptionShape schema) : DescriptionShape
    {
        public override void Check(JToken token, JsonPointer pointer, ShapeProblems problems)
        {
            var text = new JObject(((JObject)token).Properties().Where(property => property.Name is not ("properties" or "required")));
            schema.Check(text, pointer, problems);
        }
    }
}
