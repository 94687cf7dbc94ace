using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.Descriptions.Tests;

/// <summary>Every problem in the files of a version is reported with its place and remedy. Nothing throws.</summary>
public sealed class DescriptionProblemTests
{
    [Test]
    public void A_valid_version_has_no_problems() => Assert.That(Small.Response("{ type: 'object', properties: { x: {} } }").Problems, Is.Empty);

    [Test]
    public void Reports_an_undeclared_placeholder_and_still_makes_it_an_argument()
    {
        var model = Read("""
            {
              paths: { '/things/{id}': {
                get: { operationId: 'getThing', tags: ['Things'], parameters: [{ name: 'id', in: 'query', schema: {} }] } } }
            }
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Problems, Is.EqualTo(new[]
            {
                new DescriptionProblem(
                    DescriptionProblemKind.UndeclaredPathParameter,
                    "#/paths/~1things~1{id}/get",
                    "GET /things/{id}: The placeholder {id} has no path parameter. Declare it with an overlay action.",
                    3),
            }));
            Assert.That(model.Clients[0].Operations[0].PathParameters.Select(parameter => parameter.Name), Is.EqualTo(new[] { "thingId" }));
        }
    }

    [TestCase("{ tags: ['Things'] }", DescriptionProblemKind.MissingOperationId, "GET /things: The operation has no operationId. Add one with an overlay action.", "Things.Get")]
    [TestCase("{ operationId: '', tags: ['Things'] }", DescriptionProblemKind.MissingOperationId, "GET /things: The operation has no operationId. Add one with an overlay action.", "Things.Get")]
    [TestCase("{ operationId: '--', tags: ['Things'] }", DescriptionProblemKind.MissingOperationId, "GET /things: The operation has no operationId. Add one with an overlay action.", "Things.Get")]
    [TestCase("{ operationId: 'getThing' }", DescriptionProblemKind.MissingTag, "GET /things: The operation has no tag to group it by. Add one with an overlay action.", "Other.GetThing")]
    [TestCase("{ operationId: 'getThing', tags: [] }", DescriptionProblemKind.MissingTag, "GET /things: The operation has no tag to group it by. Add one with an overlay action.", "Other.GetThing")]
    [TestCase(
        "{ operationId: 'getThing', tags: ['...'] }", DescriptionProblemKind.MissingTag, "GET /things: The operation has no tag to group it by. Add one with an overlay action.", "Other.GetThing")]
    public void Reports_an_operation_without_a_name_and_still_names_it(string operation, DescriptionProblemKind kind, string message, string id)
    {
        var model = Read($"{{ paths: {{ '/things': {{ get: {operation} }} }} }}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Problems, Is.EqualTo(new[] { new DescriptionProblem(kind, "#/paths/~1things/get", message, 1) }));
            Assert.That(model.Clients.SelectMany(client => client.Operations).Select(other => other.Id), Is.EqualTo(new[] { id }));
        }
    }

    [TestCase("{ }")]
    [TestCase("{ tags: [] }")]
    public void A_recorded_operation_needs_neither_operationId_nor_tag(string operation)
    {
        var model = Read($"{{ paths: {{ '/things': {{ get: {operation} }} }} }}", names: "{ operations: { 'GET /things': { client: 'Things', method: 'Get' } } }");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Problems, Is.Empty);
            Assert.That(model.Clients.Single().Operations.Single().Id, Is.EqualTo("Things.Get"));
        }
    }

    [Test]
    public void Reports_a_duplicate_operationId() =>
        Assert.That(
            Problems("{ paths: { '/a': { get: { operationId: 'getIt', tags: ['A'] } }, '/b': { get: { operationId: 'getIt', tags: ['B'] } } } }"),
            Is.EqualTo(new[]
            {
                "DuplicateOperationId #/paths/~1b/get GET /b: The operationId 'getIt' also belongs to GET /a. Give the operation a unique one with an overlay action. 1",
            }));

    [Test]
    public void Reports_a_dangling_reference_and_treats_it_as_any_value()
    {
        var model = Read($$"""
            {
              paths: { '/thing': { get: { operationId: 'getThing', tags: ['Things'], {{Small.Returns("{ $ref: '#/components/schemas/thing' }")}} } } },
              components: { schemas: { thing: { type: 'object', properties: {
                gone: { $ref: '#/components/schemas/gone' },
                far: { $ref: 'other.json#/gone' } } } } }
            }
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Problems.Select(Show), Is.EqualTo(new[]
            {
                "DanglingReference #/components/schemas/thing/properties/gone $ref '#/components/schemas/gone' does not resolve. Add the schema, or correct the reference with an overlay action. 4",
                "DanglingReference #/components/schemas/thing/properties/far $ref 'other.json#/gone' does not resolve. Add the schema, or correct the reference with an overlay action. 5",
            }));
            Assert.That(model.Objects[0].Properties.Select(property => property.Type), Is.All.EqualTo(TypeReference.Any));
        }
    }

    [TestCase("parameters: [{ $ref: '#/components/parameters/gone' }]", "#/components/parameters/gone")]
    [TestCase("responses: { '200': { $ref: '#/components/responses/gone' } }", "#/components/responses/gone")]
    [TestCase("requestBody: { $ref: '#/components/requestBodies/gone' }", "#/components/requestBodies/gone")]
    public void Reports_a_dangling_reference_of_an_operation(string operation, string reference) =>
        Assert.That(
            Problems($"{{ paths: {{ '/things': {{ get: {{ operationId: 'getThing', tags: ['Things'], {operation} }} }} }} }}"),
            Is.EqualTo(new[] { $"DanglingReference #/paths/~1things/get GET /things: $ref '{reference}' does not resolve. Add its target, or correct it with an overlay action. 1" }));

    [Test]
    public void Reports_operations_with_the_same_name() =>
        Assert.That(
            Problems(
                "{ paths: { '/a': { get: { operationId: 'getA', tags: ['A'] } }, '/b': { get: { operationId: 'getB', tags: ['B'] } } } }",
                names: "{ operations: { 'GET /a': { client: 'A', method: 'Get' }, 'GET /b': { client: 'A', method: 'Get' } } }"),
            Is.EqualTo(new[] { "NameCollision #/paths/~1b/get GET /a and GET /b are both named A.Get. Rename one of them in names.json. 1" }));

    // Every combination except two classes with the same properties.
    [TestCase("{ type: 'object', properties: { x: { type: 'string' } } }", "{ type: 'object', properties: { x: { type: 'integer' } } }")]
    [TestCase("{ type: 'string', enum: ['a', 'b'] }", "{ type: 'object', properties: { x: {} } }")]
    [TestCase("{ type: 'object', properties: { x: {} } }", "{ type: 'string', enum: ['a', 'b'] }")]
    [TestCase("{ oneOf: [{ type: 'string' }, { type: 'integer' }] }", "{ type: 'object', properties: { x: {} } }")]
    [TestCase("{ type: 'object', properties: { x: {} } }", "{ oneOf: [{ type: 'string' }, { type: 'integer' }] }")]
    [TestCase("{ oneOf: [{ type: 'string' }, { type: 'integer' }] }", "{ type: 'string', enum: ['a', 'b'] }")]
    [TestCase("{ type: 'string', enum: ['a', 'b'] }", "{ oneOf: [{ type: 'string' }, { type: 'integer' }] }")]
    [TestCase("{ oneOf: [{ type: 'string' }, { type: 'integer' }] }", "{ oneOf: [{ type: 'string' }, { type: 'boolean' }] }")]
    public void Different_schemas_with_the_same_recorded_name_get_separate_names(string first, string second)
    {
        var apart = Differing(first, second, "{ types: { first: 'Same', second: 'Same' } }");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(apart.Problems, Is.Empty);
            Assert.That(
                Small.Class(apart, "Thing").Properties.Select(property => property.Type.CSharp),
                Is.EqualTo(new[] { "Same", "Second" }));
            // A name that is recorded for this version must not be replaced.
            Assert.That(
                Differing(first, second, "{ types: { first: 'Same', 'second@2.14': 'Same' } }").Problems.Select(Show).First(),
                Is.EqualTo("NameCollision #/components/schemas/second Another schema that differs from 'second' is also named Same. Rename one of them in names.json. 0"));
        }
    }

    private static ApiModel Differing(string first, string second, string names) => Small.Response(
        "{ type: 'object', properties: { a: { $ref: '#/components/schemas/first' }, b: { $ref: '#/components/schemas/second' } } }",
        $"first: {first}, second: {second}",
        names);

    [Test]
    public void Reports_a_schema_with_the_name_of_an_options_class()
    {
        const string query = "parameters: [{ name: 'x', in: 'query', schema: {} }]";
        var problems = Problems(
            $$"""
            { paths: { '/thing': { get: { operationId: 'getThing', tags: ['Things'], {{query}}, {{Small.Returns("{ $ref: '#/components/schemas/thing_get_options' }")}} } } },
              components: { schemas: { thing_get_options: { type: 'object', properties: { x: {} } } } } }
            """,
            names: "{ types: { 'GET /thing?': 'ThingGetOptions', thing_get_options: 'ThingGetOptions' } }");

        Assert.That(problems.First(), Is.EqualTo(
            "NameCollision #/components/schemas/thing_get_options A type cannot be named ThingGetOptions, because generated code uses that name. "
            + "Rename one of them in names.json. 2"));
    }

    [Test]
    public void Reports_missing_names_once() =>
        Assert.That(
            Problems("{ paths: { '/a': { get: { operationId: 'getA', tags: ['As'] } }, '/b': { get: { operationId: 'getB', tags: ['Bs'] } } } }", names: "{}", filter: false),
            Is.EqualTo(new[]
            {
                "MissingLedgerEntry names.json# The ledger lacks 2 names of this version. The first is 'GET /a: As.Get()'. Run the tool's command 'names' to add them. 0",
            }));

    [TestCase("", null, null, null, "InvalidFile description.json# The file cannot be read: Error reading JObject from JsonReader. Path '', line 0, position 0. Correct the file. 0")]
    [TestCase(
        "[]",
        null,
        null,
        null,
        "InvalidFile description.json# The file cannot be read: Error reading JObject from JsonReader. "
            + "Current JsonReader item is not an object: StartArray. Path '', line 1, position 1. Correct the file. 1")]
    [TestCase(
        "{\n 'a': [1,\n",
        null,
        null,
        null,
        "InvalidFile description.json#/a/0 The file cannot be read: Unexpected end of content while loading JObject. Path 'a[0]', line 3, position 0. Correct the file. 3")]
    [TestCase(
        "{} {}",
        null,
        null,
        null,
        "InvalidFile description.json# The file cannot be read: Additional text encountered after finished reading JSON content: {. Path '', line 1, position 3. Correct the file. 1")]
    [TestCase("{ info: 'x' }", null, null, null, "InvalidDescription #/info Expected an Info Object, but found 'x'. Correct it with an overlay action. 1")]
    // The line is a line of the description. For other files, only the message has the position.
    [TestCase("{}", null, "{ a: 1", null, "InvalidFile names.json#/a The file cannot be read: Unexpected end of content while loading JObject. Path 'a', line 1, position 6. Correct the file. 0")]
    [TestCase("{}", null, "{ operations: { 'GET /x': {} } }", null, "InvalidFile names.json#/operations/GET ~1x/client The file cannot be read: Expected a C# name in PascalCase. Correct the file. 0")]
    [TestCase(
        "{}",
        null,
        null,
        "\n[]",
        "InvalidFile docs.json# The file cannot be read: Error reading JObject from JsonReader. "
            + "Current JsonReader item is not an object: StartArray. Path '', line 2, position 1. Correct the file. 0")]
    [TestCase("{}", null, null, "{ clients: [] }", "InvalidFile docs.json#/clients The file cannot be read: Expected an object of texts. Correct the file. 0")]
    [TestCase("{}", null, null, "{ schemas: { x: {} } }", "InvalidFile docs.json#/schemas/x The file cannot be read: Expected text. Correct the file. 0")]
    [TestCase("{}", "", null, null, "InvalidOverlay # overlay.json(0,0): The file is not valid JSON: Error reading JObject from JsonReader. Path '', line 0, position 0. Correct the syntax. 0")]
    [TestCase(
        "{}",
        "{ overlay: '1.0.0', actions: [{ target: '$.gone', description: 'because', remove: true }] }",
        null,
        null,
        "InvalidOverlay # overlay.json#/actions/0/target: '$.gone' no longer matches anything in the description. "
            + "Remove the action if the published description was corrected, or change the target to the new place. The reason of the action is: because 0")]
    public void Reports_a_file_that_cannot_be_read(string description, string? overlay, string? names, string? docs, string problem)
    {
        var model = ApiModelReader.Read(new DescriptionFiles(description, overlay, names, docs));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Problems.Select(Show), Is.EqualTo(new[] { problem }));
            Assert.That(model.Clients, Is.Empty);
        }
    }

    [Test]
    public void A_place_that_the_overlay_added_has_no_line()
    {
        var model = ApiModelReader.Read(new DescriptionFiles(
            "{\n\n paths: { '/a': { get: { operationId: 'getA' } } } }",
            "{ overlay: '1.0.0', actions: [{ target: '$.paths', description: 'because', update: { '/b': { get: { operationId: 'getB' } } } }] }",
            null,
            null));

        Assert.That(model.Problems.Select(problem => $"{problem.Pointer} {problem.Line}"), Is.EqualTo(new[] { "#/paths/~1a/get 3", "#/paths/~1b/get 0" }));
    }

    [Test]
    public void Lines_are_kept_when_the_overlay_is_applied()
    {
        var model = ApiModelReader.Read(new DescriptionFiles(
            "{ paths: {\n '/a': { get: {\n operationId: 'getA' } } } }",
            "{ overlay: '1.0.0', actions: [{ target: \"$.paths['/a'].get\", description: 'because', update: { deprecated: true } }] }",
            null,
            null));

        Assert.That(model.Problems.Select(problem => problem.Line), Is.EqualTo(new[] { 2 }));
    }

    private static ApiModel Read(string description, string? names = null) =>
        ApiModelReader.Read(new DescriptionFiles(description, null, names, null)) is var model && names is not null
            ? model with { Problems = model.Problems.Where(problem => problem.Kind != DescriptionProblemKind.MissingLedgerEntry).ToEquatableArray() }
            : model;

    private static IEnumerable<string> Problems(string description, string? names = null, bool filter = true) =>
        (filter ? Read(description, names) : ApiModelReader.Read(new DescriptionFiles(description, null, names, null))).Problems.Select(Show);

    private static string Show(DescriptionProblem problem) => $"{problem.Kind} {problem.Pointer} {problem.Message} {problem.Line}";
}
