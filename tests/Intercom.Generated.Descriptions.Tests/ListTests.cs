using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.Descriptions.Tests;

/// <summary>The detection of lists, their items, and their paging input.</summary>
public sealed class ListTests
{
    private const string Item = "{ $ref: '#/components/schemas/thing' }";
    private const string Items = "{ type: 'array', items: { $ref: '#/components/schemas/thing' } }";

    private const string Schemas = $$"""
        { thing: { type: 'object', properties: { id: { type: 'string' } } },
          thing_list: { type: 'object', properties: { type: { type: 'string' }, data: {{Items}} } },
          page_data: { type: 'object', properties: { kind: { type: 'string' }, things: {{Items}} } } }
        """;

    // By schema
    [TestCase("get", "getThing", $"{{ type: 'object', properties: {{ data: {Items} }} }}", "data")]
    [TestCase("get", "getThing", Items, "")]
    [TestCase("get", "getThing", "{ $ref: '#/components/schemas/thing_list' }", "data")]
    [TestCase("get", "getThing", $"{{ type: 'object', properties: {{ pages: {{ type: 'object' }}, things: {Items} }} }}", "things")]
    [TestCase("post", "makeThing", $"{{ type: 'object', properties: {{ pages: {{ type: 'object' }}, data: {Items} }} }}", "data")]
    [TestCase("get", "getThing", "{ type: 'object', properties: { pages: {}, data: { $ref: '#/components/schemas/page_data' } } }", "data.things")]
    // By verb
    [TestCase("get", "listThings", $"{{ type: 'object', properties: {{ type: {{ type: 'string' }}, things: {Items} }} }}", "things")]
    [TestCase("get", "lisThings", $"{{ type: 'object', properties: {{ things: {Items} }} }}", "things")]
    [TestCase("post", "searchThings", $"{{ type: 'object', properties: {{ data: {Items} }} }}", "data")]
    [TestCase("get", "scrollOverAllThings", $"{{ type: 'object', properties: {{ data: {Items} }} }}", "data")]
    [TestCase("get", "listThings", $"{{ type: 'object', properties: {{ data: {{ type: 'object', properties: {{ things: {Items} }} }} }} }}", "data.things")]
    public void Recognizes_a_list_by_verb_or_schema(string method, string id, string schema, string path)
    {
        var operation = Small.Operation(method, "/things", $"{{ operationId: '{id}', {Small.Returns(schema)} }}", Schemas);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(operation.Paging, Is.EqualTo(new PagingModel(new TypeReference(TypeKind.Object, "Thing"), path, PagingInput.Query)));
            Assert.That(operation.Response, Is.EqualTo(new ResponseModel(ResponseKind.Json, null)));
        }
    }

    [TestCase("query", "scroll_param", true)]
    [TestCase("query", "page", false)]
    public void A_list_with_a_scroll_parameter_is_a_scroll(string place, string parameter, bool expected)
    {
        var operation = Small.Operation(
            "get",
            "/things",
            $"{{ operationId: 'listThings', parameters: [{{ name: '{parameter}', in: '{place}', schema: {{ type: 'string' }} }}], "
            + $"{Small.Returns($"{{ type: 'object', properties: {{ data: {Items} }} }}")} }}",
            Schemas);

        Assert.That(operation.Paging!.IsScroll, Is.EqualTo(expected));
    }

    [TestCase("post", "createThing", $"{{ type: 'object', properties: {{ data: {Items} }} }}")]
    [TestCase("post", "createThings", Items)]
    [TestCase("get", "getThing", $"{{ type: 'object', properties: {{ things: {Items} }} }}")]
    [TestCase("get", "listThings", "{ type: 'object', properties: { total: { type: 'integer' } } }")]
    [TestCase("get", "listThings", "{ type: 'string' }")]
    public void Other_responses_are_not_lists(string method, string id, string schema) =>
        Assert.That(Small.Operation(method, "/things", $"{{ operationId: '{id}', {Small.Returns(schema)} }}", Schemas).Paging, Is.Null);

    [Test]
    public void The_description_can_specify_the_items()
    {
        var result = $"{{ type: 'object', properties: {{ things: {Items} }} }}";
        var schema = $"{{ type: 'object', properties: {{ data: {{ type: 'array', items: {{}} }}, result: {result} }} }}";
        var operation = Small.Operation(
            "get",
            "/things",
            $"{{ operationId: 'listThings', 'x-items': 'result.things', {Small.Returns(schema)} }}",
            Schemas);

        Assert.That(operation.Paging, Is.EqualTo(new PagingModel(new TypeReference(TypeKind.Object, "Thing"), "result.things", PagingInput.Query)));
    }

    [TestCase("get", "parameters: [{ name: 'starting_after', in: 'query', schema: { type: 'string' } }]", PagingInput.Query)]
    [TestCase("get", "parameters: [{ name: 'page', in: 'query', schema: { type: 'integer' } }]", PagingInput.QueryPage)]
    [TestCase("post", "requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/search' } } } }", PagingInput.BodyPagination)]
    [TestCase("post", "requestBody: { content: { 'application/json': { schema: { type: 'object', properties: { page: { type: 'integer' } } } } } }", PagingInput.BodyPage)]
    [TestCase("post", "requestBody: { content: { 'application/json': { schema: { type: 'object', properties: { query: {} } } } } }", PagingInput.Query)]
    public void The_paging_input_matches_the_parameters_and_the_body(string method, string input, PagingInput expected)
    {
        var schemas = "{ search: { type: 'object', properties: { pagination: { type: 'object' } } }, " + Schemas.TrimStart()[1..];
        var operation = Small.Operation(method, "/things", $"{{ operationId: 'listThings', {input}, {Small.Returns(Items)} }}", schemas);

        Assert.That(operation.Paging?.Input, Is.EqualTo(expected));
    }

    [Test]
    public void Options_exclude_paging_parameters()
    {
        var parameters = string.Join(
            ", ", new[] { "page", "per_page", "starting_after", "scroll_param", "cursor", "order" }.Select(name => $"{{ name: '{name}', in: 'query', schema: {{ type: 'string' }} }}"));

        var operation = Small.Operation("get", "/things", $"{{ operationId: 'listThings', parameters: [{parameters}], {Small.Returns(Items)} }}", Schemas);

        Assert.That(operation.Options?.Parameters.Select(parameter => parameter.WireName), Is.EqualTo(new[] { "order" }));
    }

    [Test]
    public void A_list_without_other_parameters_has_no_options() =>
        Assert.That(
            Small.Operation("get", "/things", $"{{ operationId: 'listThings', parameters: [{{ name: 'per_page', in: 'query', schema: {{}} }}], {Small.Returns(Items)} }}", Schemas).Options,
            Is.Null);

    [Test]
    public void An_inline_item_is_named_after_the_operation()
    {
        var inline = "{ type: 'object', properties: { data: { type: 'array', items: { type: 'object', properties: { id: {} } } } } }";

        var model = Small.Model(Small.Paths("get", "/things", $"{{ operationId: 'listThings', {Small.Returns(inline)} }}"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Clients[0].Operations[0].Paging?.Item.Name, Is.EqualTo("ThingsListItem"));
            Assert.That(model.Objects.Select(type => $"{type.Key}: {type.Name}"), Is.EqualTo(new[] { "GET /things/response/data/[]: ThingsListItem" }));
        }
    }

    [Test]
    public void The_envelope_of_a_list_is_not_a_class() =>
        Assert.That(
            Small.Model(Small.Paths("get", "/things", $"{{ {Small.Returns("{ $ref: '#/components/schemas/thing_list' }")} }}"), Schemas).Objects.Select(type => type.Name),
            Is.EqualTo(new[] { "Thing" }));

    [Test]
    public void A_response_in_another_format_is_not_a_list() =>
        Assert.That(
            Small.Operation("get", "/things", $"{{ operationId: 'listThings', responses: {{ '200': {{ content: {{ 'text/csv': {{ schema: {Item} }} }} }} }} }}", Schemas).Response.Kind,
            Is.EqualTo(ResponseKind.Text));
}
