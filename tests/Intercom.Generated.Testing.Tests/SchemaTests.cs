using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

public class SchemaTests
{
    private static readonly JObject Document = JObject.Parse("""
        {
          "components": {
            "schemas": {
              "name": { "type": "string", "minLength": 2, "maxLength": 4 },
              "maybe": { "type": "object", "nullable": true },
              "tree": {
                "type": "object",
                "properties": { "children": { "type": "array", "items": { "$ref": "#/components/schemas/tree" } } }
              },
              "cat": { "type": "object", "properties": { "meow": { "type": "string" } }, "required": ["meow"] },
              "dog": { "type": "object", "properties": { "bark": { "type": "integer" } }, "required": ["bark"] }
            }
          }
        }
        """);

    [TestCase("""{ "type": "string" }""", "1", ": must be of type string, but is integer")]
    [TestCase("""{ "type": "integer" }""", "1.0", null)]
    [TestCase("""{ "type": "integer" }""", "1.5", ": must be of type integer, but is number")]
    [TestCase("""{ "type": "number" }""", "1", null)]
    [TestCase("""{ "type": "string" }""", "null", ": must not be null")]
    [TestCase("""{ "type": "string", "nullable": true }""", "null", null)]
    [TestCase("""{ "$ref": "#/components/schemas/name", "nullable": true }""", "null", null)]
    [TestCase("""{ "$ref": "#/components/schemas/name" }""", "null", ": must not be null")]
    [TestCase("""{ "$ref": "#/components/schemas/maybe" }""", "null", null)]
    [TestCase("""{ "allOf": [{ "$ref": "#/components/schemas/maybe" }] }""", "null", null)]
    [TestCase("""{ "type": "string", "enum": ["a", null] }""", "null", null)]
    [TestCase("""{ "type": "string", "enum": ["a", "b"] }""", "\"c\"", ": must be one of \"a\", \"b\", but is \"c\"")]
    [TestCase("{}", "null", null)]
    [TestCase("""{ "$ref": "#/components/schemas/name" }""", "\"a\"", ": must have at least 2 characters, but has 1")]
    [TestCase("""{ "$ref": "#/components/schemas/name" }""", "\"abcde\"", ": must have at most 4 characters, but has 5")]
    [TestCase("""{ "type": "integer", "minimum": 3 }""", "2", ": must be at least 3, but is 2")]
    [TestCase("""{ "type": "integer", "minimum": 3 }""", "123456789012345678901234567890", null)]
    [TestCase("""{ "type": "integer", "maximum": 3 }""", "4", ": must be at most 3, but is 4")]
    [TestCase("""{ "type": "array", "minItems": 1 }""", "[]", ": must have at least 1 elements, but has 0")]
    [TestCase("""{ "type": "array", "maxItems": 1 }""", "[1,2]", ": must have at most 1 elements, but has 2")]
    [TestCase("""{ "type": "array", "items": { "type": "integer" } }""", "[1,\"2\"]", "/1: must be of type integer, but is string")]
    [TestCase("""{ "type": "object", "required": ["a/b"] }""", "{}", "/a~1b: is required, but missing")]
    [TestCase("""{ "properties": { "a": { "type": "boolean" } } }""", """{"a":0,"b":1}""", "/a: must be of type boolean, but is integer")]
    [TestCase("""{ "type": "object", "additionalProperties": false }""", """{"b":1}""", "/b: is not a declared property")]
    [TestCase("""{ "type": "object", "additionalProperties": { "type": "string" } }""",
        """{"b":1}""", "/b: must be of type string, but is integer")]
    [TestCase("""{ "oneOf": [{ "$ref": "#/components/schemas/cat" }, { "$ref": "#/components/schemas/dog" }] }""",
        """{"bark":1,"meow":"x"}""", null)]
    [TestCase("""{ "oneOf": [{ "$ref": "#/components/schemas/cat" }, { "$ref": "#/components/schemas/dog" }] }""",
        """{"bark":"x"}""", "/meow: is required, but missing")]
    [TestCase("""{ "allOf": [{ "$ref": "#/components/schemas/cat" }], "properties": { "age": { "type": "integer" } } }""",
        """{"meow":"x","age":"y"}""", "/age: must be of type integer, but is string")]
    [TestCase("""{ "$ref": "#/components/schemas/tree" }""",
        """{"children":[{"children":[{"children":3}]}]}""", "/children/0/children/0/children: must be of type array, but is integer")]
    public void Values_are_validated_against_schemas(string schema, string value, string? problem)
    {
        var problems = new SchemaValidator(Document).Validate(JToken.Parse(value), JObject.Parse(schema));
        if (problem is null)
            Assert.That(problems, Is.Empty);
        else
            Assert.That($"{problems[0].Pointer}: {problems[0].Message}", Is.EqualTo(problem));
    }

    [TestCase("""{ "type": "string", "enum": [null, "a", "b"] }""", "state", "\"a\"")]
    [TestCase("""{ "type": "integer", "format": "date-time" }""", "x", "1767225600")]
    [TestCase("""{ "type": "integer" }""", "created_at", "1767225600")]
    [TestCase("""{ "type": "string", "format": "date-time" }""", "x", "\"2026-01-01T00:00:00Z\"")]
    [TestCase("""{ "type": "string", "format": "email" }""", "x", "\"ada@example.com\"")]
    [TestCase("""{ "type": "string", "format": "uri" }""", "x", "\"https://example.test/x\"")]
    [TestCase("""{ "type": "array", "items": { "type": "boolean" } }""", "x", "[true]")]
    [TestCase("""{ "type": "array", "minItems": 2, "items": { "type": "boolean" } }""", "x", "[true,true]")]
    [TestCase("""{ "type": "object", "additionalProperties": { "type": "boolean" } }""", "x", """{"sample":true}""")]
    [TestCase("""{ "$ref": "#/components/schemas/tree" }""", "x", """{"children":[]}""")]
    [TestCase("""{ "oneOf": [{ "type": "string" }, { "$ref": "#/components/schemas/dog" }] }""", "x", """{"bark":1}""")]
    [TestCase("""{ "allOf": [{ "$ref": "#/components/schemas/dog" }], "properties": { "age": { "type": "integer", "minimum": 9 } } }""",
        "x", """{"bark":1,"age":9}""")]
    public void Samples_follow_the_schema(string schema, string name, string expected) =>
        Assert.That(new SampleGenerator(Document).Generate(JObject.Parse(schema), name).ToString(Formatting.None), Is.EqualTo(expected));

    [Test]
    public void Sample_IDs_look_like_real_IDs()
    {
        var description = Description.Of("2.14");
        var samples = new SampleGenerator(description);
        var contact = samples.Generate(new JObject { ["$ref"] = "#/components/schemas/contact" });
        Assert.That((string?)contact["id"], Does.Match("^[0-9a-f]{24}$"));
        Assert.That((string?)contact["type"], Is.EqualTo("contact"));
        var uuid = (string?)samples.Generate(new JObject { ["type"] = "string", ["format"] = "uuid" }, "id");
        Assert.That(Guid.TryParse(uuid, out _), Is.True, uuid);
    }

    [Test]
    public void GetDescription_returns_a_copy()
    {
        using var fake = new FakeIntercom("2.14");
        fake.GetDescription().RemoveAll();
        Assert.That(fake.GetDescription()["paths"], Is.Not.Null);
    }
}
