using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions.Tests;

/// <summary>Creates small descriptions from relaxed JSON, with single quotes and unquoted names.</summary>
internal static class Small
{
    /// <summary>A description of a few paths and component schemas.</summary>
    public static string Text(string paths = "{}", string schemas = "{}", string more = "") => $$"""
        { openapi: '3.0.1', info: { title: 'Small', version: '2.14' }, paths: {{paths}}, components: { schemas: {{schemas}} {{more}} } }
        """;

    public static JObject Document(string paths = "{}", string schemas = "{}", string more = "") =>
        DescriptionDocument.ParseObject(Text(paths, schemas, more));

    public static ApiModel Model(string paths, string schemas = "{}", string names = "{}", string docs = "{}", string more = "") =>
        ApiModelBuilder.Build(Document(paths, schemas, more), NameLedger.Parse(names), DocumentationTexts.Parse(docs));

    /// <summary>The only operation of a description. Its operationId is <c>getThing</c> and its tag is <c>Things</c> unless specified.</summary>
    public static OperationModel Operation(string method, string path, string operation, string schemas = "{}", string more = "") =>
        Model(Paths(method, path, operation), schemas, more: more).Clients.Single().Operations.Single();

    public static string Paths(string method, string path, string operation)
    {
        var node = JObject.Parse(operation);
        node["operationId"] ??= "getThing";
        node["tags"] ??= new JArray("Things");
        return new JObject { [path] = new JObject { [method] = node } }.ToString();
    }

    /// <summary>The members of an Operation Object that responds with JSON.</summary>
    public static string Returns(string schema) => $"responses: {{ '200': {{ content: {{ 'application/json': {{ schema: {schema} }} }} }} }}";

    /// <summary>The members of an Operation Object with a JSON request body.</summary>
    public static string Takes(string schema) => $"requestBody: {{ content: {{ 'application/json': {{ schema: {schema} }} }} }}";

    /// <summary>The model of a description whose only operation returns the component <c>thing</c>.</summary>
    public static ApiModel Response(string thing, string others = "", string names = "{}", string docs = "{}") =>
        Model(Paths("get", "/thing", $"{{ {Returns("{ $ref: '#/components/schemas/thing' }")} }}"), $"{{ thing: {thing}{Others(others)} }}", names, docs);

    /// <summary>The model of a description whose only operation takes the component <c>thing_request</c>.</summary>
    public static ApiModel Request(string request, string others = "", string names = "{}") =>
        Model(
            Paths("post", "/things", $"{{ operationId: 'createThing', {Takes("{ $ref: '#/components/schemas/thing_request' }")} }}"),
            $"{{ thing_request: {request}{Others(others)} }}",
            names);

    /// <summary>The property of the class <c>Thing</c> with a schema.</summary>
    public static PropertyModel Property(string name, string schema, string others = "", string names = "{}") =>
        Class(Response($"{{ type: 'object', properties: {{ '{name}': {schema} }} }}", others, names), "Thing").Properties.Single();

    public static ObjectModel Class(ApiModel model, string name) => model.Objects.Single(type => type.Name == name);

    /// <summary>A type as it is written in tests: <c>List of Object Tag</c>.</summary>
    public static string Show(TypeReference type) =>
        type.Element is { } element ? $"{type.Kind} of {Show(element)}" : type.Name is { } name ? $"{type.Kind} {name}" : type.Kind.ToString();

    /// <summary>JSON in a canonical form.</summary>
    public static string Json(string json) => JToken.Parse(json).ToString(Newtonsoft.Json.Formatting.None);

    private static string Others(string others) => others.Length == 0 ? string.Empty : ", " + others;
}
