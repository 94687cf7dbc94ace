using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;

namespace Intercom.Generated.Descriptions.Tests;

/// <summary>The parameters, the request body, and the response of operations, except for lists.</summary>
public sealed class OperationTests
{
    private const string Thing = "{ thing: { type: 'object', properties: { id: { type: 'string' } } } }";

    [Test]
    public void An_operation_has_the_facts_of_the_description()
    {
        var operation = Small.Operation(
            "get",
            "/things/{id}",
            $"{{ operationId: 'ShowThing', tags: ['Big Things'], parameters: [{{ name: 'id', in: 'path' }}], {Small.Returns("{ $ref: '#/components/schemas/thing' }")} }}",
            Thing);

        Assert.That(operation, Is.EqualTo(new OperationModel(
            "BigThings",
            "GetThing",
            "GET",
            "/things/{id}",
            "Show thing.",
            "https://developers.intercom.com/docs/references/2.14/rest-api/api.intercom.io/big-things/showthing",
            IsManaged: false,
            IsDeprecated: false,
            new([new ParameterModel("thingId", "id", new TypeReference(TypeKind.Identifier), "The id.") { Facts = ValueFacts.None with { IsRequired = true } }]),
            default,
            null,
            null,
            new ResponseModel(ResponseKind.Json, new TypeReference(TypeKind.Object, "Thing")),
            null)
        {
            StatusCodes = new(["200"]),
        }));
    }

    [TestCase("{ 'x-availability': 'managed' }", true, false)]
    [TestCase("{ 'x-availability': 'all' }", false, false)]
    [TestCase("{ deprecated: true }", false, true)]
    public void Reads_managed_and_deprecated(string node, bool isManaged, bool isDeprecated)
    {
        var operation = Small.Operation("get", "/things", node);

        Assert.That((operation.IsManaged, operation.IsDeprecated), Is.EqualTo((isManaged, isDeprecated)));
    }

    [Test]
    public void Sorts_clients_and_keeps_the_order_of_operations()
    {
        var model = Small.Model("""
            {
              '/b': { post: { operationId: 'createZebra', tags: ['Zebras'] }, get: { operationId: 'getZebra', tags: ['Zebras'] } },
              '/a': { summary: 'no operation', parameters: [], get: { operationId: 'getApe', tags: ['Apes'] } }
            }
            """);

        Assert.That(
            model.Clients.SelectMany(client => client.Operations).Select(operation => $"{operation.Id} {operation.Method} {operation.Path}"),
            Is.EqualTo(new[] { "Apes.Get GET /a", "Zebras.Create POST /b", "Zebras.Get GET /b" }));
    }

    [TestCase("/contacts/{id}", "contactId")]
    [TestCase("/contacts/{contact_id}", "contactId")]
    [TestCase("/contacts/{contact_id}/tags/{id}", "contactId", "tagId")]
    [TestCase("/export/content/data/{job_identifier}", "jobIdentifier")]
    [TestCase("/{kind}/{id}", "kind", "id")]
    [TestCase("/find/{query}", "queryValue")]
    [TestCase("/tags/{id}/tags/{tag_id}", "tagId", "tagIdValue")]
    public void Path_parameters_are_arguments_in_the_order_of_the_path(string path, params string[] names)
    {
        var placeholders = path.Split('{').Skip(1).Select(part => part[..part.IndexOf('}', StringComparison.Ordinal)]).ToList();
        var declared = string.Join(", ", placeholders.AsEnumerable().Reverse().Select(name => $"{{ name: '{name}', in: 'path', schema: {{ type: 'integer' }} }}"));

        var operation = Small.Operation("get", path, $"{{ parameters: [{declared}] }}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(operation.PathParameters.Select(parameter => parameter.Name), Is.EqualTo(names));
            Assert.That(operation.PathParameters.Select(parameter => parameter.WireName), Is.EqualTo(placeholders));
            Assert.That(operation.PathParameters.Select(parameter => parameter.Type.Kind), Is.All.EqualTo(TypeKind.Identifier));
        }
    }

    [Test]
    public void Optional_query_parameters_are_one_class()
    {
        var operation = Small.Operation("get", "/things", """
            { parameters: [
                { name: 'display_as', in: 'query', schema: { type: 'string', enum: ['plain', 'html'] } },
                { name: 'archived', in: 'query', required: false, schema: { type: 'boolean' } },
                { name: 'tag_id', in: 'query', schema: { type: 'integer' } } ] }
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(operation.RequiredQuery, Is.Empty);
            Assert.That(operation.Options?.Name, Is.EqualTo("ThingGetOptions"));
            Assert.That(
                operation.Options?.Parameters.Select(parameter => $"{parameter.Name} {parameter.WireName} {Small.Show(parameter.Type)}"),
                Is.EqualTo(new[] { "DisplayAs display_as Enum ThingDisplayAs", "Archived archived Boolean", "TagId tag_id NumericIdentifier" }));
        }
    }

    [Test]
    public void Required_query_parameters_are_arguments()
    {
        var operation = Small.Operation("get", "/things", """
            { parameters: [
                { name: 'user_id', in: 'query', required: true, schema: { type: 'string' } },
                { name: 'created_at_after', in: 'query', required: true, schema: { type: 'integer' } },
                { name: 'page', in: 'query', schema: { type: 'integer' } } ] }
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                operation.RequiredQuery.Select(parameter => $"{parameter.Name} {parameter.WireName} {Small.Show(parameter.Type)}"),
                Is.EqualTo(new[] { "userId user_id Identifier", "createdAtAfter created_at_after UnixTime" }));
            // The operation does not return a list, so page is an ordinary parameter.
            Assert.That(operation.Options?.Parameters.Select(parameter => parameter.Name), Is.EqualTo(new[] { "Page" }));
        }
    }

    [Test]
    public void Always_sends_a_required_query_parameter_with_one_value()
    {
        var operation = Small.Operation("get", "/things", """
            { parameters: [
                { name: 'type', in: 'query', required: true, schema: { type: 'string', enum: ['user'] } },
                { name: 'state', in: 'query', schema: { type: 'string', enum: ['open'] } } ] }
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(operation.RequiredQuery, Is.Empty);
            Assert.That(operation.FixedQuery.Single(), Is.EqualTo(new FixedParameter("type", "user")));
            Assert.That(operation.Options?.Parameters.Select(parameter => parameter.Name), Is.EqualTo(new[] { "State" }));
        }
    }

    [TestCase("['preview']", "preview")]
    [TestCase("['2.14', 'preview']", "preview")]
    [TestCase("['preview', 'Preview']", null)]
    [TestCase("['2.14']", null)]
    public void An_operation_can_declare_another_spelling_of_the_version(string values, string? header)
    {
        var document = Small.Document(Small.Paths("get", "/things", $$"""{ parameters: [{ name: 'Intercom-Version', in: 'header', schema: { enum: {{values}} } }] }"""));
        document["info"]!["version"] = "Preview";
        var model = ApiModelBuilder.Build(document, NameLedger.Parse("{}"), DocumentationTexts.Parse("{}"));

        Assert.That(model.Clients.Single().Operations.Single().VersionHeader, Is.EqualTo(header));
    }

    [TestCase("query", "queryValue")]
    [TestCase("request", "requestValue")]
    [TestCase("options", "optionsValue")]
    [TestCase("cancellation_token", "cancellationTokenValue")]
    public void A_required_query_parameter_does_not_collide_with_common_arguments(string wireName, string name)
    {
        var operation = Small.Operation("get", "/things", $"{{ parameters: [{{ name: '{wireName}', in: 'query', required: true, schema: {{ type: 'string' }} }}] }}");

        Assert.That(operation.RequiredQuery.Single().Name, Is.EqualTo(name));
    }

    [Test]
    public void Reads_shared_and_referenced_parameters_and_prefers_those_of_the_operation()
    {
        var model = Small.Model(
            """
            { '/things/{id}': {
                parameters: [
                  { $ref: '#/components/parameters/id' }, { $ref: '#/components/parameters/a.view' },
                  { name: 'count', in: 'query', schema: { type: 'string' } } ],
                get: { operationId: 'getThing', tags: ['Things'], parameters: [{ name: 'count', in: 'query', schema: { type: 'integer' } }] } } }
            """,
            more: ", parameters: { id: { name: 'id', in: 'path' }, 'a.view': { name: 'view', in: 'query', schema: { type: 'string' } } }");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Problems, Is.Empty);
            Assert.That(
                model.Clients[0].Operations[0].Options?.Parameters.Select(parameter => $"{parameter.Name} {Small.Show(parameter.Type)}"),
                Is.EqualTo(new[] { "View String", "Count Integer" }));
        }
    }

    [Test]
    public void The_version_header_is_not_a_parameter()
    {
        var operation = Small.Operation("get", "/things", "{ parameters: [{ name: 'Intercom-Version', in: 'header', schema: { type: 'string', enum: ['a', 'b'] } }] }");

        Assert.That((operation.RequiredQuery.Count, operation.Options), Is.EqualTo((0, (OptionsModel?)null)));
    }

    [Test]
    public void Ignores_a_query_parameter_that_repeats_a_placeholder()
    {
        var operation = Small.Operation("get", "/things/{id}", "{ parameters: [{ name: 'id', in: 'path' }, { name: 'id', in: 'query', schema: {} }] }");

        Assert.That(operation.Options, Is.Null);
    }

    [TestCase("{ type: 'object', properties: { email: { type: 'string' }, phone: { type: 'string' } } }")]
    [TestCase("{ oneOf: [{ type: 'object', properties: { email: { type: 'string' } } }, { properties: { phone: { type: 'string' }, email: { type: 'integer' } } }] }")]
    public void An_object_in_the_query_is_exploded(string schema)
    {
        var operation = Small.Operation("get", "/things", $"{{ parameters: [{{ name: 'filter', in: 'query', required: true, schema: {schema} }}] }}");

        Assert.That(
            operation.Options?.Parameters.Select(parameter => $"{parameter.Name} {parameter.WireName} {Small.Show(parameter.Type)}"),
            Is.EqualTo(new[] { "Email email String", "Phone phone String" }));
    }

    [TestCase("{ $ref: '#/components/schemas/thing' }", "Object Thing")]
    [TestCase("{ type: 'object', properties: { x: {} } }", "Object GetThingRequest")]
    [TestCase("{ type: 'array', items: { type: 'object', properties: { x: {} } } }", "List of Object GetThingRequestItem")]
    [TestCase("{}", "Any")]
    public void A_body_is_typed(string schema, string type)
    {
        var operation = Small.Operation("post", "/things", $"{{ {Small.Takes(schema)} }}", Thing);

        Assert.That((Small.Show(operation.Body!.Type), operation.Body.IsMultipart), Is.EqualTo((type, false)));
    }

    [Test]
    public void An_upload_is_multipart()
    {
        var model = Small.Model(Small.Paths("post", "/things", """
            { requestBody: { content: { 'multipart/form-data': { schema: { type: 'object', properties: { upload: { type: 'string', format: 'binary' } } } } } } }
            """));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Clients[0].Operations[0].Body, Is.EqualTo(new BodyModel(new TypeReference(TypeKind.Object, "GetThingRequest"), IsMultipart: true)));
            Assert.That(model.Objects.Single().Properties.Single().Type.Kind, Is.EqualTo(TypeKind.File));
        }
    }

    [Test]
    public void A_delete_operation_can_have_a_body() =>
        Assert.That(Small.Operation("delete", "/things", $"{{ {Small.Takes("{ $ref: '#/components/schemas/thing' }")} }}", Thing).Body?.Type.Name, Is.EqualTo("Thing"));

    // JSON
    [TestCase("'200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/thing' } } } }", "Json Object Thing")]
    [TestCase("'200': { content: { 'application/json': { schema: { type: 'object', properties: { x: {} } } } } }", "Json Object GetThingResponse")]
    [TestCase("'200': { content: { 'application/json': {} } }", "Json Any")]
    [TestCase("'200': { $ref: '#/components/responses/thing' }", "Json Object Thing")]
    [TestCase("'202': { }, '200': { content: { 'application/json': { schema: { type: 'string' } } } }", "Json String")]
    [TestCase("'201': { content: { 'application/json': { schema: { type: 'string' } } } }, '200': { content: { 'application/json': { schema: { type: 'boolean' } } } }", "Json String")]
    // Text
    [TestCase("'200': { content: { 'text/plain': { schema: { type: 'string' } } } }", "Text")]
    [TestCase("'200': { content: { 'text/vtt': {} } }", "Text")]
    // Files
    [TestCase("'200': { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }", "Stream")]
    [TestCase("'200': { content: { 'text/csv': { schema: { type: 'string', format: 'binary' } } } }", "Stream")]
    [TestCase("'302': { description: 'elsewhere' }, '404': { }", "Stream")]
    // Nothing
    [TestCase("'204': { }", "None")]
    [TestCase("'200': { description: 'done' }, '302': { }", "None")]
    [TestCase("'404': { content: { 'application/json': { schema: { type: 'string' } } } }", "None")]
    [TestCase("", "None")]
    public void Uses_the_successful_response(string responses, string expected)
    {
        var operation = Small.Operation(
            "post",
            "/things",
            $"{{ responses: {{ {responses} }} }}",
            Thing,
            ", responses: { thing: { content: { 'application/json': { schema: { $ref: '#/components/schemas/thing' } } } } }");

        Assert.That(
            operation.Response.Type is { } type ? $"{operation.Response.Kind} {Small.Show(type)}" : operation.Response.Kind.ToString(),
            Is.EqualTo(expected));
    }

    [Test]
    public void Recorded_names_take_precedence_over_rules()
    {
        var model = Small.Model(
            Small.Paths(
                "get", "/things/{id}", $"{{ parameters: [{{ name: 'id', in: 'path' }}, {{ name: 'x', in: 'query', schema: {{ }} }}], {Small.Returns("{ $ref: '#/components/schemas/thing' }")} }}"),
            Thing,
            """
            { operations: { 'GET /things/{}': { client: 'Items', method: 'Read', arguments: ['key'] } }, types: { 'GET /things/{}?': 'HowToRead', thing: 'Item' } }
            """);
        var operation = model.Clients.Single().Operations.Single();

        Assert.That(
            (operation.Id, operation.PathParameters[0].Name, operation.Options?.Name, operation.Response.Type?.Name),
            Is.EqualTo(("Items.Read", "key", "HowToRead", "Item")));
    }

    [Test]
    public void Uses_the_full_operationId_if_the_method_name_is_taken()
    {
        var model = Small.Model("""
            { '/things/{id}': { get: { operationId: 'getThing', tags: ['Things'], parameters: [{ name: 'id', in: 'path' }] } },
              '/thing': { get: { operationId: 'showThing', tags: ['Things'] } } }
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Clients[0].Operations.Select(operation => operation.Name), Is.EqualTo(new[] { "Get", "ShowThing" }));
            Assert.That(model.Problems, Is.Empty);
        }
    }
}
