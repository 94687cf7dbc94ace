using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.Descriptions.Tests;

public sealed class UnionTests
{
    [Test]
    public void A_oneOf_is_a_union_named_after_its_place()
    {
        var union = Property("value", "{ oneOf: [{ type: 'string' }, { type: 'integer' }, { type: 'boolean' }, { type: 'array', items: { type: 'integer' } }] }");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(union.Name, Is.EqualTo("ThingValue"));
            Assert.That(Show(union), Is.EqualTo(new[] { "Text: String", "Integer: Integer", "Boolean: Boolean", "IntegerList: List of Integer" }));
        }
    }

    [Test]
    public void Discriminators_are_values_that_no_other_case_allows()
    {
        var union = Component("""
            cat: { type: 'object', properties: { type: { type: 'string', enum: ['cat', 'kitten'] }, size: { type: 'string', enum: ['s', 'm'] }, owner: { type: 'object', properties: { name: {} } } } },
            dog: { type: 'object', properties: { type: { type: 'string', enum: ['dog'] }, size: { type: 'string', enum: ['m', 'l'] } } }
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Show(union), Is.EqualTo(new[] { "Cat: Object Cat", "Dog: Object Dog" }));
            Assert.That(
                union.Cases.Select(item => string.Join(" ", item.Discriminators.Select(mark => $"{mark.Property}={mark.Value}"))),
                Is.EqualTo(new[] { "type=cat type=kitten", "type=dog" }));
            Assert.That(
                union.Cases.Select(item => string.Join(" ", item.Properties)),
                Is.EqualTo(new[] { "type size owner owner.name", "type size" }));
        }
    }

    [Test]
    public void Object_cases_next_to_scalars_have_discriminators()
    {
        var union = Property("value", "{ oneOf: [{ type: 'string' }, { type: 'object', properties: { flag: { type: 'boolean', enum: [true] } } }] }");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Show(union), Is.EqualTo(new[] { "Text: String", "ThingValueTrue: Object ThingValueTrue" }));
            Assert.That(union.Cases[1].Discriminators, Is.EqualTo(new[] { new Discriminator("flag", "True") }));
        }
    }

    [Test]
    public void Inline_cases_are_named_after_a_discriminator_or_a_unique_property()
    {
        var union = Property("value", """
            { oneOf: [
                { type: 'object', properties: { type: { type: 'string', enum: ['big_one'] }, shared: {} } },
                { type: 'object', properties: { type: { type: 'string', enum: ['small'] }, shared: {} } } ] }
            """);
        var unmarked = Property("value", """
            { oneOf: [
                { type: 'object', required: ['sure'], properties: { perhaps: {}, sure: {}, shared: {} } },
                { type: 'object', properties: { shared: {} } } ] }
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Show(union), Is.EqualTo(new[] { "ThingValueBigOne: Object ThingValueBigOne", "ThingValueSmall: Object ThingValueSmall" }));
            Assert.That(Show(unmarked), Is.EqualTo(new[] { "ThingValueSure: Object ThingValueSure", "ThingValueItem: Object ThingValueItem" }));
        }
    }

    [TestCase("{ type: 'string', format: 'date-time' }, { type: 'number' }", "Time: DateTime", "Number: Number")]
    [TestCase("{ type: 'string' }, { type: 'object' }", "Text: String", "Json: Any")]
    [TestCase("{ type: 'number' }, { type: 'object', additionalProperties: { type: 'number' } }", "Number: Number", "NumberMap: Map of Number")]
    [TestCase("{ type: 'string', enum: ['a', 'b'] }, { type: 'integer' }", "ThingValueValue: Enum ThingValueValue", "Integer: Integer")]
    [TestCase("{ $ref: '#/components/schemas/make_request' }, { type: 'string' }", "Make: Object MakeRequest", "Text: String")]
    [TestCase("{ type: 'array', items: { $ref: '#/components/schemas/make_request' } }, { type: 'string' }", "MakeList: List of Object MakeRequest", "Text: String")]
    public void Cases_are_named_after_their_types(string members, params string[] cases) =>
        Assert.That(Show(Property("value", $"{{ oneOf: [{members}] }}", "make_request: { type: 'object', properties: { x: {} } }")), Is.EqualTo(cases));

    [Test]
    public void Cases_with_the_same_CSharp_type_are_one_case()
    {
        var union = Property("value", """
            { oneOf: [{ type: 'string', format: 'date-time' }, { type: 'integer', format: 'timestamp' }, { type: 'string' }, { type: 'string', enum: ['x'] }] }
            """);

        Assert.That(Show(union), Is.EqualTo(new[] { "Time: DateTime", "Text: String" }));
    }

    [Test]
    public void IDs_in_a_union_keep_their_JSON_type()
    {
        var union = Property("contact_ids", "{ oneOf: [{ type: 'integer' }, { type: 'array', items: { type: 'integer' } }, { type: 'string' }] }");

        Assert.That(Show(union), Is.EqualTo(new[] { "Integer: Integer", "IntegerList: List of Integer", "Text: Identifier" }));
    }

    [Test]
    public void A_case_with_a_taken_name_includes_its_kind()
    {
        var union = Component(
            "a: { type: 'object', properties: { x: {} } }, b: { type: 'object', properties: { y: {} } }",
            "types: { a: 'Make', b: 'MakeRequest' }");

        Assert.That(Show(union), Is.EqualTo(new[] { "Make: Object Make", "MakeObject: Object MakeRequest" }));
    }

    [Test]
    public void Cases_of_a_request_union_have_initial_values()
    {
        var model = Small.Request(
            "{ oneOf: [{ $ref: '#/components/schemas/a' }, { $ref: '#/components/schemas/b' }] }",
            "a: { type: 'object', properties: { type: { type: 'string', enum: ['a'] } } }, b: { type: 'object', properties: { type: { type: 'string', enum: ['b'] } } }");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Clients.Single().Operations.Single().Body?.Type, Is.EqualTo(new TypeReference(TypeKind.Union, "ThingRequest")));
            Assert.That(model.Objects.Select(type => type.Properties[0].Constant), Is.EqualTo(new[] { "a", "b" }));
        }
    }

    private static UnionModel Property(string name, string schema, string others = "") =>
        Small.Response($"{{ type: 'object', properties: {{ {name}: {schema} }} }}", others).Unions.Single();

    // The union of all schemas.
    private static UnionModel Component(string schemas, string names = "")
    {
        var references = Newtonsoft.Json.Linq.JObject.Parse($"{{ {schemas} }}").Properties().Select(schema => $"{{ $ref: '#/components/schemas/{schema.Name}' }}");
        return Small.Response($"{{ oneOf: [{string.Join(", ", references)}] }}", schemas, $"{{ {names} }}").Unions.Single();
    }

    private static IEnumerable<string> Show(UnionModel union) => union.Cases.Select(item => $"{item.Name}: {Small.Show(item.Type)}");
}
