using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions.Tests;

/// <summary>Unsupported parts of a description are reported with their place. Nothing is ignored, and nothing throws.</summary>
public sealed class OddDescriptionTests
{
    private const string Good = """
        { openapi: '3.0.1', info: { title: 'Odd', version: '2.14' },
          paths: { '/things/{id}': { parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
            put: { operationId: 'updateThing', tags: ['Things'], deprecated: false,
              parameters: [{ name: 'view', in: 'query', required: false, schema: { type: 'string' } }],
              requestBody: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/thing' } } } },
              responses: { '200': { description: '', content: { 'application/json': { schema: { $ref: '#/components/schemas/thing' } } } } } } } },
          components: { parameters: {}, responses: {}, schemas: {
            thing: { type: 'object', required: ['name'], properties: {
              name: { type: 'string', maxLength: 255, nullable: true, default: 'x' }, state: { type: 'string', enum: ['on', 'off'] },
              tags: { type: 'array', items: { $ref: '#/components/schemas/tag' } }, more: { type: 'object', additionalProperties: { type: 'number' } },
              either: { oneOf: [{ $ref: '#/components/schemas/tag' }, { type: 'string' }] }, both: { allOf: [{ $ref: '#/components/schemas/tag' }] } } },
            tag: { type: 'object', properties: { id: { type: 'string' } } } } } }
        """;

    private const string Operation = "#/paths/~1things~1{id}/put";
    private const string Thing = "#/components/schemas/thing";

    [Test]
    public void The_unmodified_description_is_valid() => Assert.That(Read(DescriptionDocument.ParseObject(Good)), Is.Empty);

    // Each line replaces or adds a member. The problem is at that pointer, or at the second one.
    [TestCase("#/paths/~1things~1{id}/~1parts", "{ get: {} }")]
    [TestCase("#/paths/~1things~1{id}/responses", "{ '200': {} }")]
    [TestCase("#/paths/~1things~1{id}/copy", "{ operationId: 'copyThing' }")]
    [TestCase("#/paths/~1things~1{id}/GET", "{ operationId: 'getThing' }")]
    [TestCase("#/paths/~1things~1{id}/$ref", "'#/paths/x'")]
    [TestCase("#/paths/~1things~1{id}/servers", "[]")]
    [TestCase("#/paths/~1things~1{id}/get", "[]")]
    [TestCase("#/paths/~1things~1{id}/get", "null")]
    [TestCase("#/paths/~1things~1{id}/parameters", "{ id: {} }")]
    [TestCase("#/paths/things", "{}")]
    [TestCase("#/paths/~1x{y", "{}")]
    [TestCase("#/paths/~1x y", "{}")]
    [TestCase("#/paths/~1x{y}z", "{}")]
    [TestCase("#/paths/~1", "[]")]
    [TestCase("#/paths", "[]")]
    [TestCase("#/path", "{}")]
    [TestCase("#/definitions", "{}")]
    [TestCase("#/components", "[]")]
    [TestCase("#/components/schema", "{}")]
    [TestCase("#/components/schemas", "[]")]
    [TestCase("#/components/schemas/a~1b", "{}")]
    [TestCase("#/components/schemas/!!!", "{}")]
    [TestCase("#/components/schemas/名前", "{}")]
    [TestCase("#/components/responses/x", "[]")]
    [TestCase("#/components/responses/x", "{ $ref: '#/components/responses/x' }", "#/components/responses/x/$ref")]
    [TestCase("#/components/parameters/x", "{ $ref: '#/components/parameters/y' }", "#/components/parameters/x/$ref")]
    [TestCase("#/info", "'x'")]
    [TestCase("#/info/version", "2.14")]
    [TestCase(Operation + "/operationId", "{}")]
    [TestCase(Operation + "/operationId", "7")]
    [TestCase(Operation + "/tags", "'Things'")]
    [TestCase(Operation + "/tags/0", "{}")]
    [TestCase(Operation + "/deprecated", "'yes'")]
    [TestCase(Operation + "/parameters", "{ view: {} }")]
    [TestCase(Operation + "/parameters/0", "'view'")]
    [TestCase(Operation + "/parameters/0", "{ in: 'query' }")]
    [TestCase(Operation + "/parameters/0", "{ name: 'view' }")]
    [TestCase(Operation + "/parameters/0/name", "''")]
    [TestCase(Operation + "/parameters/0/name", "null")]
    [TestCase(Operation + "/parameters/0/name", "'???'")]
    [TestCase(Operation + "/parameters/0/name", "'a/b'")]
    [TestCase(Operation + "/parameters/0/in", "'body'")]
    [TestCase(Operation + "/parameters/0/in", "'header'", Operation + "/parameters/0")]
    [TestCase(Operation + "/parameters/0/required", "'true'")]
    [TestCase(Operation + "/parameters/0/type", "'string'")]
    [TestCase(Operation + "/parameters/0/content", "{}")]
    [TestCase(Operation + "/parameters/0/schema", "'string'")]
    [TestCase(Operation + "/parameters/0/schema", "{ $ref: '#/components/parameters/x' }", Operation + "/parameters/0/schema/$ref")]
    [TestCase(Operation + "/requestBody", "[]")]
    [TestCase(Operation + "/requestBody", "{ schema: {} }", Operation + "/requestBody/schema")]
    [TestCase(Operation + "/requestBody/content", "[]")]
    [TestCase(Operation + "/requestBody/content/json", "{}")]
    [TestCase(Operation + "/requestBody/content/application~1json", "[]")]
    [TestCase(Operation + "/requestBody/content/application~1json/type", "'object'")]
    [TestCase(Operation + "/responses", "[]")]
    [TestCase(Operation + "/responses/OK", "{}")]
    [TestCase(Operation + "/responses/200", "'ok'")]
    [TestCase(Operation + "/responses/200/schema", "{}")]
    [TestCase(Operation + "/responses/200/content", "'application/json'")]
    [TestCase(Operation + "/callbacks", "{}")]
    [TestCase(Operation + "/response", "{}")]
    [TestCase(Thing, "null")]
    [TestCase(Thing, "[]")]
    [TestCase(Thing, "'object'")]
    [TestCase(Thing, "{ $ref: '#/components/schemas/thing' }")]
    [TestCase(Thing, "{ $ref: 'thing' }")]
    [TestCase(Thing, "{ $ref: 7 }", Thing + "/$ref")]
    [TestCase(Thing, "{ $ref: '#/definitions/thing' }", Thing + "/$ref")]
    [TestCase(Thing, "{ $ref: '#/components/schemas/tag', properties: {} }", Thing + "/properties")]
    [TestCase(Thing, "{ allOf: [{ $ref: '#/components/schemas/thing' }] }")]
    [TestCase(Thing, "{ oneOf: [{ allOf: [{ $ref: '#/components/schemas/thing' }] }, { type: 'string' }] }")]
    [TestCase(Thing + "/type", "'Object'")]
    [TestCase(Thing + "/type", "'file'")]
    [TestCase(Thing + "/type", "'null'")]
    [TestCase(Thing + "/type", "['null', 'object']")]
    [TestCase(Thing + "/type", "{}")]
    [TestCase(Thing + "/type", "null")]
    [TestCase(Thing + "/type", "'string'", Thing + "/properties")]
    [TestCase(Thing + "/properties", "[{}]")]
    [TestCase(Thing + "/properties", "'name'")]
    [TestCase(Thing + "/properties/name", "1")]
    [TestCase(Thing + "/properties/name", "'string'")]
    [TestCase(Thing + "/properties/!", "{}")]
    [TestCase(Thing + "/properties/a b", "{}")]
    [TestCase(Thing + "/properties/a~1b", "{}")]
    [TestCase(Thing + "/properties/name/required", "true")]
    [TestCase(Thing + "/properties/name/nullable", "'true'")]
    [TestCase(Thing + "/properties/name/maxLength", "'255'")]
    [TestCase(Thing + "/properties/name/items", "{}")]
    [TestCase(Thing + "/properties/name/const", "'x'")]
    [TestCase(Thing + "/properties/name/Type", "'x'")]
    [TestCase(Thing + "/properties/tags/items", "[{}]")]
    [TestCase(Thing + "/properties/state/enum", "'on'")]
    [TestCase(Thing + "/properties/state/enum", "[]")]
    [TestCase(Thing + "/properties/state/enum", "['on', 1]")]
    [TestCase(Thing + "/properties/state/enum/0", "{}")]
    [TestCase(Thing + "/properties/more/additionalProperties", "'any'")]
    [TestCase(Thing + "/properties/either/oneOf", "{}")]
    [TestCase(Thing + "/properties/either/oneOf", "[]")]
    [TestCase(Thing + "/properties/either/oneOf/0", "1")]
    [TestCase(Thing + "/properties/either/anyOf", "[{ type: 'string' }]")]
    [TestCase(Thing + "/properties/either/discriminator", "'type'")]
    [TestCase(Thing + "/properties/both/allOf", "{}")]
    [TestCase(Thing + "/properties/both/not", "{}")]
    [TestCase(Thing + "/required", "true")]
    [TestCase(Thing + "/required", "[1]", Thing + "/required/0")]
    [TestCase(Thing + "/patternProperties", "{}")]
    [TestCase(Thing + "/schema", "{}")]
    [TestCase(Thing + "/x-keep", "'yes'")]
    public void An_unsupported_part_is_a_problem_with_its_pointer(string pointer, string value, string? place = null)
    {
        var description = DescriptionDocument.ParseObject(Good);
        Set(description, pointer, JToken.Parse(value));

        Assert.That(Read(description).Select(problem => problem.Pointer), Has.Some.EqualTo(place ?? pointer));
    }

    [Test]
    public void Any_value_anywhere_is_read_or_reported_with_its_pointer()
    {
        string[] values =
        [
            "null", "true", "1", "1.5", "123456789012345678901234567890", "''", "'x'", "[]", "[[]]", "[1]", "[null]", "{}", "{ x: 1 }", "{ $ref: 1 }", "{ $ref: '#' }",
            "{ $ref: '#/components/schemas/thing' }",
        ];
        var places = DescriptionDocument.ParseObject(Good).Descendants().Where(token => token is not JProperty).Select(token => token.Path).ToList();

        using (Assert.EnterMultipleScope())
        {
            foreach (var (path, value) in places.SelectMany(path => values.Select(value => (path, value))))
            {
                var description = DescriptionDocument.ParseObject(Good);
                description.SelectToken(path)!.Replace(JToken.Parse(value));
                Assert.That(() => Read(description).Select(problem => problem.Pointer), Is.All.StartsWith("#/"), $"{path}: {value}");
            }
        }
    }

    [Test]
    public void A_deeply_nested_schema_is_a_problem()
    {
        var schemas = new JObject(Enumerable.Range(0, 50_000).Select(i => new JProperty($"s{i}", new JObject
        {
            ["type"] = "object", ["properties"] = new JObject { ["next"] = new JObject { ["$ref"] = $"#/components/schemas/s{i + 1}" } },
        })));
        schemas["s50000"] = new JObject { ["type"] = "string" };
        schemas["s0"]!["x-keep"] = true;
        var composed = new JObject(
            Enumerable.Range(0, 50_000).Select(i => new JProperty($"s{i}", new JObject { ["allOf"] = new JArray(new JObject { ["$ref"] = $"#/components/schemas/s{i + 1}" }) })));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Read(new JObject { ["components"] = new JObject { ["schemas"] = schemas } }).Select(problem => problem.Pointer), Has.Some.StartsWith("#/components/schemas/s2"));
            Assert.That(Read(new JObject { ["components"] = new JObject { ["schemas"] = composed } }).Select(problem => problem.Pointer), Has.Some.StartsWith("#/components/schemas/s"));
        }
    }

    private static IReadOnlyList<DescriptionProblem> Read(JObject description) =>
        ApiModelReader.Read(description, Naming.NameLedger.Parse("{}"), DocumentationTexts.None).Problems;

    private static void Set(JObject description, string pointer, JToken value)
    {
        var place = JsonPointer.Parse(pointer);
        var parent = JsonPointer.Resolve(description, place.Parent!.ToString())!;
        if (parent is JArray list)
            list[int.Parse(place.Segment, System.Globalization.CultureInfo.InvariantCulture)] = value;
        else
            parent[place.Segment] = value;
    }
}
