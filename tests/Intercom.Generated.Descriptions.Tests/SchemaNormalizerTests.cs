using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions.Tests;

public sealed class SchemaNormalizerTests
{
    private const string Named = "a: { type: 'object', properties: { x: { type: 'string' } } }, b: { type: 'object', properties: { y: { type: 'string' } } }";

    [TestCase("{ type: 'object', properties: { x: {} }, anyOf: [{ required: ['x'] }, { type: 'object', required: ['y'] }] }", "{ type: 'object', properties: { x: {} } }")]
    [TestCase("{ type: 'object', oneOf: [] }", "{ type: 'object' }")]
    public void Drops_a_composition_of_required_lists(string schema, string expected) =>
        Assert.That(Component(schema), Is.EqualTo(Small.Json(expected)));

    [TestCase("{ oneOf: [{ type: 'string', enum: ['x'] }] }", "{ type: 'string', enum: ['x'] }")]
    [TestCase("{ anyOf: [{ $ref: '#/components/schemas/a' }], nullable: true }", "{ $ref: '#/components/schemas/a', nullable: true }")]
    public void Replaces_a_composition_with_its_only_member(string schema, string expected) =>
        Assert.That(Component(schema, Named), Is.EqualTo(Small.Json(expected)));

    [Test]
    public void Merges_alternatives_of_an_object_into_its_properties() =>
        Assert.That(
            Component("""
                { type: 'object', properties: { kind: { type: 'string', enum: ['p'] }, plain: { type: 'string' } },
                  oneOf: [
                    { properties: { kind: { type: 'string', enum: ['q', 'p'] }, size: { type: 'integer' } } },
                    { type: 'object', properties: { kind: { type: 'string', enum: ['r'] }, plain: { type: 'integer' } }, required: ['plain'] } ] }
                """),
            Is.EqualTo(Small.Json("""
                { type: 'object', properties: { kind: { type: 'string', enum: ['p', 'q', 'r'] }, plain: { type: 'string' }, size: { type: 'integer' } } }
                """)));

    [Test]
    public void Keeps_composed_alternatives_as_a_union() =>
        Assert.That(
            Component(
                "{ oneOf: [{ allOf: [{ $ref: '#/components/schemas/a' }, { properties: { z: {} } }] }, { $ref: '#/components/schemas/b' }, { allOf: [{ $ref: '#/components/schemas/b' }] }] }", Named),
            Is.EqualTo(Small.Json("""
                { oneOf: [{ type: 'object', properties: { x: { type: 'string' }, z: {} } }, { $ref: '#/components/schemas/b' }] }
                """)));

    [Test]
    public void Keeps_only_composed_alternatives() =>
        Assert.That(
            Component("{ oneOf: [{ allOf: [{ $ref: '#/components/schemas/a' }] }, { allOf: [{ $ref: '#/components/schemas/b' }] }] }", Named),
            Is.EqualTo(Small.Json("{ oneOf: [{ $ref: '#/components/schemas/a' }, { $ref: '#/components/schemas/b' }] }")));

    [Test]
    public void Moves_properties_next_to_references_into_the_targets()
    {
        var result = Normalize(
            $$"""{ {{Named}}, s: { type: 'object', properties: { own: { type: 'boolean' } }, required: ['own'], oneOf: [{ $ref: '#/components/schemas/a' }, { $ref: '#/components/schemas/b' }] } }""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text(result["s"]), Is.EqualTo(Small.Json("{ type: 'object', oneOf: [{ $ref: '#/components/schemas/a' }, { $ref: '#/components/schemas/b' }] }")));
            Assert.That(Text(result["a"]), Is.EqualTo(Small.Json("{ type: 'object', properties: { x: { type: 'string' }, own: { type: 'boolean' } } }")));
            Assert.That(Text(result["b"]), Is.EqualTo(Small.Json("{ type: 'object', properties: { y: { type: 'string' }, own: { type: 'boolean' } } }")));
        }
    }

    [Test]
    public void Moves_properties_next_to_a_union_reference_into_its_cases()
    {
        var result = Normalize($$"""
            { {{Named}}, u: { anyOf: [{ $ref: '#/components/schemas/a' }, { $ref: '#/components/schemas/b' }] },
              s: { oneOf: [{ $ref: '#/components/schemas/u' }], properties: { own: { type: 'boolean' } } } }
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text(result["a"]!["properties"]), Is.EqualTo(Small.Json("{ x: { type: 'string' }, own: { type: 'boolean' } }")));
            Assert.That(Text(result["b"]!["properties"]), Is.EqualTo(Small.Json("{ y: { type: 'string' }, own: { type: 'boolean' } }")));
            Assert.That(result["u"]!["properties"], Is.Null);
        }
    }

    [Test]
    public void Moves_properties_next_to_an_inline_reference_into_the_target()
    {
        var result = Normalize($$"""{ {{Named}}, s: { type: 'object', properties: { p: { allOf: [{ $ref: '#/components/schemas/a' }], properties: { own: { type: 'boolean' } } } } } }""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text(result["s"]!["properties"]), Is.EqualTo(Small.Json("{ p: { $ref: '#/components/schemas/a' } }")));
            Assert.That(Text(result["a"]!["properties"]), Is.EqualTo(Small.Json("{ x: { type: 'string' }, own: { type: 'boolean' } }")));
        }
    }

    [Test]
    public void Combines_the_parts_of_a_component_and_later_parts_narrow_earlier_ones()
    {
        var result = Normalize("""
            { base: { type: 'object', properties: { type: { type: 'string' }, id: { type: 'string' } } },
              middle: { allOf: [{ $ref: '#/components/schemas/base' }, { properties: { type: { type: 'string', enum: ['m'] } } }] },
              s: { allOf: [{ $ref: '#/components/schemas/middle' }, {}], properties: { id: { type: 'integer' }, own: {} } } }
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text(result["s"]), Is.EqualTo(Small.Json("{ properties: { type: { type: 'string', enum: ['m'] }, id: { type: 'integer' }, own: {} }, type: 'object' }")));
            Assert.That(Text(result["base"]!["properties"]!["type"]), Is.EqualTo(Small.Json("{ type: 'string' }")));
        }
    }

    [Test]
    public void A_component_that_extends_another_keeps_its_name() =>
        Assert.That(
            Component("{ allOf: [{ $ref: '#/components/schemas/a' }] }", Named),
            Is.EqualTo(Small.Json("{ type: 'object', properties: { x: { type: 'string' } } }")));

    [Test]
    public void Keeps_only_usage_keywords_next_to_a_reference() =>
        Assert.That(
            Component("{ type: 'object', properties: { p: { $ref: '#/components/schemas/a', nullable: true, deprecated: true, description: 'd', type: 'object' } } }", Named),
            Is.EqualTo(Small.Json("{ type: 'object', properties: { p: { $ref: '#/components/schemas/a', nullable: true, deprecated: true, description: 'd' } } }")));

    [Test]
    public void Unwraps_an_inline_reference() =>
        Assert.That(
            Component("{ type: 'array', items: { nullable: true, allOf: [{ $ref: '#/components/schemas/a' }] } }", Named),
            Is.EqualTo(Small.Json("{ type: 'array', items: { $ref: '#/components/schemas/a', nullable: true } }")));

    [Test]
    public void Joins_nested_unions_without_duplicate_cases() =>
        Assert.That(
            Component(
                "{ anyOf: [{ $ref: '#/components/schemas/u' }, { type: 'string' }, { $ref: '#/components/schemas/a' }] }",
                Named + ", u: { oneOf: [{ $ref: '#/components/schemas/v' }, { type: 'string' }] }, v: { anyOf: [{ $ref: '#/components/schemas/a' }, { $ref: '#/components/schemas/b' }] }"),
            Is.EqualTo(Small.Json("{ oneOf: [{ $ref: '#/components/schemas/a' }, { $ref: '#/components/schemas/b' }, { type: 'string' }] }")));

    [TestCase("{ allOf: [{ $ref: '#/components/schemas/s' }, { properties: { x: {} } }] }")]
    [TestCase("{ oneOf: [{ $ref: '#/components/schemas/s' }, { type: 'string' }] }")]
    [TestCase("{ oneOf: [{ $ref: '#/components/schemas/t' }, { type: 'string' }], properties: { own: {} } }", "t: { oneOf: [{ $ref: '#/components/schemas/s' }, { $ref: '#/components/schemas/t' }] }")]
    [TestCase("{ oneOf: [{ $ref: '#/components/schemas/t' }], properties: { own: {} } }", "t: { anyOf: [{ $ref: '#/components/schemas/t' }, { $ref: '#/components/schemas/s' }] }")]
    [TestCase("{ anyOf: [{ type: 'string' }, { type: 'array', items: { $ref: '#/components/schemas/s' } }] }")]
    [TestCase("{ type: 'object', properties: { child: { allOf: [{ $ref: '#/components/schemas/s' }], properties: { own: {} } } } }")]
    public void Schemas_can_refer_to_themselves(string schema, string others = "") =>
        Assert.That(() => Component(schema, others), Throws.Nothing);

    [Test]
    public void Normalizes_every_schema_of_an_operation()
    {
        const string wrapped = "{ allOf: [{ $ref: '#/components/schemas/a' }] }";
        var document = SchemaNormalizer.Normalize(Small.Document(
            Small.Paths("post", "/x", $"{{ parameters: [{{ name: 'q', in: 'query', schema: {wrapped} }}], {Small.Takes(wrapped)}, {Small.Returns(wrapped)} }}"),
            $"{{ {Named} }}",
            $", responses: {{ shared: {{ content: {{ 'application/json': {{ schema: {wrapped} }} }} }} }}"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.ToString(), Does.Not.Contain("allOf"));
            Assert.That(document.Descendants().OfType<JProperty>().Count(property => property.Name == "$ref"), Is.EqualTo(4));
        }
    }

    [Test]
    public void Does_not_change_the_description()
    {
        var description = Small.Document(schemas: $"{{ {Named}, s: {{ allOf: [{{ $ref: '#/components/schemas/a' }}] }} }}");
        var before = Text(description);

        SchemaNormalizer.Normalize(description);

        Assert.That(Text(description), Is.EqualTo(before));
    }

    private static JObject Normalize(string schemas) =>
        (JObject)SchemaNormalizer.Normalize(Small.Document(schemas: schemas))["components"]!["schemas"]!;

    private static string Component(string schema, string others = "") =>
        Text(Normalize($"{{ s: {schema}{(others.Length == 0 ? string.Empty : ", " + others)} }}")["s"]);

    private static string Text(JToken? token) => token!.ToString(Formatting.None);
}
