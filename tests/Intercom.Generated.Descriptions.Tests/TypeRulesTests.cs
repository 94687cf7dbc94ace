using Intercom.Generated.Descriptions.Declarations;
using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.Descriptions.Tests;

/// <summary>The rules that map the names and schemas of properties to C# types.</summary>
public sealed class TypeRulesTests
{
    // Text and IDs
    [TestCase("name", "{ type: 'string' }", "String")]
    [TestCase("paid", "{ type: 'string' }", "String")]
    [TestCase("ideas", "{ type: 'string' }", "String")]
    [TestCase("id", "{ type: 'string' }", "Identifier")]
    [TestCase("contact_id", "{ type: 'string' }", "Identifier")]
    [TestCase("job_identifier", "{ type: 'string' }", "Identifier")]
    [TestCase("tag_ids", "{ type: 'array', items: { type: 'string' } }", "List of Identifier")]
    [TestCase("id", "{ type: 'integer' }", "NumericIdentifier")]
    [TestCase("team_id", "{ type: 'integer', format: 'int64' }", "NumericIdentifier")]
    [TestCase("admin_ids", "{ type: 'array', items: { type: 'integer' } }", "List of NumericIdentifier")]
    [TestCase("id", "{ oneOf: [{ type: 'string' }, { type: 'integer' }] }", "Identifier")]
    [TestCase("id", "{ anyOf: [{ type: 'integer' }, { type: 'string' }] }", "Identifier")]
    // Numbers
    [TestCase("count", "{ type: 'integer' }", "Integer")]
    [TestCase("score", "{ type: 'number' }", "Number")]
    [TestCase("open", "{ type: 'boolean' }", "Boolean")]
    // Points in time
    [TestCase("joined", "{ type: 'integer', format: 'date-time' }", "UnixTime")]
    [TestCase("joined", "{ type: 'integer', format: 'timestamp' }", "UnixTime")]
    [TestCase("created_at", "{ type: 'integer' }", "UnixTime")]
    [TestCase("snoozed_until", "{ type: 'integer', format: 'int64' }", "UnixTime")]
    [TestCase("waiting_since", "{ type: 'integer' }", "UnixTime")]
    [TestCase("created_at_after", "{ type: 'integer' }", "UnixTime")]
    [TestCase("created_at_before", "{ type: 'integer' }", "UnixTime")]
    [TestCase("start_time", "{ type: 'integer' }", "UnixTime")]
    [TestCase("end_time", "{ type: 'integer' }", "UnixTime")]
    [TestCase("response_time", "{ type: 'integer' }", "Integer")]
    [TestCase("format", "{ type: 'integer' }", "Integer")]
    [TestCase("created_at", "{ type: 'string' }", "String")]
    [TestCase("joined", "{ type: 'string', format: 'date-time' }", "DateTime")]
    [TestCase("joined", "{ oneOf: [{ type: 'string', format: 'date-time' }, { type: 'integer' }] }", "UnixTime")]
    [TestCase("joined", "{ anyOf: [{ type: 'integer' }, { type: 'string', format: 'date-time' }] }", "UnixTime")]
    // Lists, maps, and any value
    [TestCase("words", "{ type: 'array', items: { type: 'string' } }", "List of String")]
    [TestCase("words", "{ type: 'array' }", "List of Any")]
    [TestCase("words", "{ type: 'array', items: { type: 'array', items: { type: 'number' } } }", "List of List of Number")]
    [TestCase("free", "{}", "Any")]
    [TestCase("free", "{ type: 'object' }", "Any")]
    [TestCase("free", "{ type: 'object', properties: {} }", "Any")]
    [TestCase("free", "{ type: 'object', additionalProperties: true }", "Any")]
    [TestCase("free", "{ type: 'object', additionalProperties: {} }", "Any")]
    [TestCase("map", "{ type: 'object', additionalProperties: { type: 'string' } }", "Map of String")]
    [TestCase("map", "{ type: 'object', additionalProperties: { type: 'object', properties: { x: {} } } }", "Map of Object ThingMap")]
    [TestCase("custom_attributes", "{ type: 'object', additionalProperties: { type: 'string' } }", "CustomAttributes")]
    [TestCase("custom_attributes", "{ type: 'object' }", "CustomAttributes")]
    [TestCase("ticket_attributes", "{ type: 'object' }", "CustomAttributes")]
    [TestCase("metadata", "{ type: 'object', additionalProperties: true }", "CustomAttributes")]
    [TestCase("metadata", "{ type: 'object', properties: { price: { type: 'number' } } }", "Object ThingMetadata")]
    [TestCase("upload", "{ type: 'string', format: 'binary' }", "File")]
    // Enums
    [TestCase("state", "{ type: 'string', enum: ['on', 'off'] }", "Enum ThingState")]
    [TestCase("state", "{ type: 'string', enum: ['on', 'off', null] }", "Enum ThingState")]
    [TestCase("states", "{ type: 'array', items: { type: 'string', enum: ['on', 'off'] } }", "List of Enum ThingState")]
    [TestCase("state", "{ type: 'string', enum: ['on'] }", "String")]
    [TestCase("level", "{ type: 'integer', enum: [1, 2] }", "Integer")]
    [TestCase("flag", "{ type: 'boolean', enum: [true] }", "Boolean")]
    // Classes
    [TestCase("avatar", "{ type: 'object', properties: { url: { type: 'string' } } }", "Object ThingAvatar")]
    [TestCase("avatar", "{ properties: { url: { type: 'string' } } }", "Object ThingAvatar")]
    [TestCase("parts", "{ type: 'array', items: { type: 'object', properties: { url: { type: 'string' } } } }", "List of Object ThingPart")]
    [TestCase("other", "{ $ref: '#/components/schemas/other' }", "Object Other")]
    [TestCase("other", "{ $ref: '#/components/schemas/word' }", "String")]
    [TestCase("other", "{ $ref: '#/components/schemas/word_kind' }", "Enum WordKind")]
    [TestCase("others", "{ $ref: '#/components/schemas/word_kinds' }", "List of Enum WordKindsItem")]
    [TestCase("other", "{ $ref: '#/components/schemas/alias' }", "Object Other")]
    [TestCase("other", "{ $ref: '#/components/schemas/custom_attributes' }", "CustomAttributes")]
    [TestCase("other", "{ allOf: [{ $ref: '#/components/schemas/other' }], nullable: true }", "Object Other")]
    public void Maps_a_property_by_name_and_schema(string name, string schema, string type)
    {
        const string others = """
            other: { type: 'object', properties: { x: { type: 'string' } } }, word: { type: 'string' },
            word_kind: { type: 'string', enum: ['noun', 'verb'] }, word_kinds: { type: 'array', items: { type: 'string', enum: ['noun', 'verb'] } },
            alias: { $ref: '#/components/schemas/other' }, custom_attributes: { type: 'object', additionalProperties: {} }
            """;

        Assert.That(Small.Show(Small.Property(name, schema, others).Type), Is.EqualTo(type));
    }

    [Test]
    public void A_single_value_is_an_enum_if_the_ledger_has_the_enum() =>
        Assert.That(
            Small.Show(Small.Property("state", "{ type: 'string', enum: ['on'] }", names: "{ types: { 'thing/state': 'ThingState' } }").Type),
            Is.EqualTo("Enum ThingState"));

    [TestCase("created_at", "CreatedAt")]
    [TestCase("pt-BR", "PtBr")]
    [TestCase("2fa", "Value2fa")]
    [TestCase("object", "Object")]
    [TestCase("thing", "ThingValue")]
    public void A_property_is_named_after_its_JSON_name(string wireName, string name)
    {
        var property = Small.Property(wireName, "{ type: 'string' }");

        Assert.That((property.Name, property.WireName), Is.EqualTo((name, wireName)));
    }

    [Test]
    public void Properties_of_a_class_have_unique_names()
    {
        var type = Small.Class(
            Small.Response("{ type: 'object', properties: { thing: { type: 'array', items: {} }, items: {}, a_b: {}, 'a-b': {}, aB: {} } }"),
            "Thing");

        Assert.That(type.Properties.Select(property => property.Name), Is.EqualTo(new[] { "ItemsValue", "Items", "AB", "ABValue", "ABValueValue" }));
    }

    [Test]
    public void The_values_of_an_enum_are_its_members()
    {
        var type = Small.Response("""
            { type: 'object', properties: { state: { type: 'string', enum: ['in_progress', 'in progress', 'thing_state', 'value', 'equals', '', '!=' ] } } }
            """).Enums.Single();

        Assert.That(type.Members.Select(member => $"{member.Name} {member.Value}"), Is.EqualTo(new[]
        {
            "InProgress in_progress", "InProgressValue in progress", "ThingStateValue thing_state", "ValueValue value", "EqualsValue equals", "Empty ", "NotEqual !=",
        }));
    }

    [Test]
    public void An_enum_has_the_values_of_all_its_places()
    {
        var model = Small.Response(
            """
            { type: 'object', properties: {
                state: { type: 'string', enum: ['on', 'off'] },
                before: { type: 'object', properties: { state: { type: 'string', enum: ['off', 'lost'] } } } } }
            """,
            names: "{ types: { 'thing/before/state': 'ThingState', 'thing/state': 'ThingState' }, members: { ThingState: { off: 'Out' } } }");

        Assert.That(model.Enums.Single().Members.Select(member => $"{member.Name} {member.Value}"), Is.EqualTo(new[] { "On on", "Out off", "Lost lost" }));
    }

    [Test]
    public void A_class_shared_by_schemas_has_the_properties_of_all()
    {
        var model = Small.Response(
            "{ type: 'object', properties: { a: { $ref: '#/components/schemas/small' }, b: { $ref: '#/components/schemas/large' } } }",
            """
            small: { type: 'object', properties: { id: { type: 'string' }, name: { type: 'string' } } },
            large: { type: 'object', properties: { name: { type: 'string' }, size: { type: 'integer' } } }
            """,
            "{ types: { small: 'Shared', large: 'Shared' } }");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Problems, Is.Empty);
            Assert.That(Small.Class(model, "Shared").Properties.Select(property => property.Name), Is.EqualTo(new[] { "Id", "Name", "Size" }));
            Assert.That(Small.Class(model, "Thing").Properties.Select(property => property.Type.Name), Is.EqualTo(new[] { "Shared", "Shared" }));
        }
    }

    [Test]
    public void A_taken_name_is_extended()
    {
        var model = Small.Response(
            "{ type: 'object', properties: { part: { type: 'object', properties: { x: {} } }, other: { $ref: '#/components/schemas/thing_part' } } }",
            "thing_part: { type: 'object', properties: { y: {} } }",
            "{ types: { thing_part: 'ThingPart' } }");

        Assert.That(Small.Class(model, "Thing").Properties.Select(property => property.Type.Name), Is.EqualTo(new[] { "ThingPartValue", "ThingPart" }));
    }

    [Test]
    public void A_schema_can_contain_itself()
    {
        var model = Small.Response("""
            { type: 'object', properties: {
                parent: { $ref: '#/components/schemas/thing' },
                children: { type: 'array', items: { $ref: '#/components/schemas/thing' } },
                deep: { $ref: '#/components/schemas/deep' }, value: { $ref: '#/components/schemas/value' } } }
            """,
            """
            deep: { type: 'array', items: { $ref: '#/components/schemas/deep' } },
            value: { oneOf: [{ type: 'string' }, { type: 'array', items: { $ref: '#/components/schemas/value' } }] }
            """);

        Assert.That(
            Small.Class(model, "Thing").Properties.Select(property => Small.Show(property.Type)),
            Is.EqualTo(new[] { "Object Thing", "List of Object Thing", "List of Any", "Union ValueModel" }));
    }

    [Test]
    public void A_request_has_initial_values()
    {
        var model = Small.Request("""
            { type: 'object', required: ['kind', 'sure'], properties: {
                type: { type: 'string', enum: ['thing'] }, message_type: { type: 'string', enum: ['reply'] }, kind: { type: 'string', enum: ['big'] },
                optional: { type: 'string', enum: ['only'] }, name: { type: 'string' }, sure: { type: 'boolean', enum: [true] } } }
            """);

        Assert.That(
            Small.Class(model, "ThingRequest").Properties.Select(property => property.Constant),
            Is.EqualTo(new[] { "thing", "reply", "big", null, null, "true" }));
        Assert.That(Declaration.Of(Small.Class(model, "ThingRequest").Properties.Single(property => property.Name == "Sure")), Is.EqualTo("bool? Sure { get; set; } = true;"));
    }

    [Test]
    public void A_response_type_has_no_initial_values()
    {
        const string shared = "shared: { type: 'object', properties: { type: { type: 'string', enum: ['shared'] } } }";
        const string own = "own: { type: 'object', properties: { type: { type: 'string', enum: ['own'] } } }";
        var model = Small.Model(
            Small.Paths("post", "/things", $$"""
                {
                  {{Small.Takes("{ type: 'object', properties: { a: { $ref: '#/components/schemas/shared' }, b: { type: 'array', items: { $ref: '#/components/schemas/own' } } } }")}},
                  {{Small.Returns("{ type: 'object', properties: { type: { type: 'string', enum: ['thing'] }, a: { $ref: '#/components/schemas/shared' } } }")}}
                }
                """),
            $"{{ {shared}, {own} }}");

        Assert.That(
            model.Objects.SelectMany(type => type.Properties.Where(property => property.Name == "Type").Select(property => $"{type.Name} {property.Constant}")),
            Is.EqualTo(new[] { "GetThingResponse ", "Own own", "Shared " }));
    }

    [Test]
    public void A_kept_schema_is_built_like_a_response_type()
    {
        var model = Small.Response(
            "{ type: 'object', properties: { x: {} } }",
            """
            kept: { 'x-keep': true, type: 'object', properties: { type: { type: 'string', enum: ['kept'] }, state: { type: 'string', enum: ['a', 'b'] } } },
            dropped: { type: 'object', properties: { x: {} } }
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Objects.Select(type => type.Name), Is.EqualTo(new[] { "Kept", "Thing" }));
            Assert.That(model.Enums.Select(type => type.Name), Is.EqualTo(new[] { "KeptState" }));
            Assert.That(Small.Class(model, "Kept").Properties[0].Constant, Is.Null);
        }
    }

    [TestCase(TypeKind.String, "string", false)]
    [TestCase(TypeKind.Identifier, "string", false)]
    [TestCase(TypeKind.NumericIdentifier, "string", false)]
    [TestCase(TypeKind.Integer, "long", true)]
    [TestCase(TypeKind.Number, "double", true)]
    [TestCase(TypeKind.Boolean, "bool", true)]
    [TestCase(TypeKind.UnixTime, "DateTimeOffset", true)]
    [TestCase(TypeKind.DateTime, "DateTimeOffset", true)]
    [TestCase(TypeKind.Any, "JToken", false)]
    [TestCase(TypeKind.CustomAttributes, "CustomAttributes", false)]
    [TestCase(TypeKind.File, "UploadFile", false)]
    [TestCase(TypeKind.Object, "Named", false)]
    [TestCase(TypeKind.Enum, "Named", true)]
    [TestCase(TypeKind.Union, "Named", false)]
    [TestCase(TypeKind.List, "IList<long>", false)]
    [TestCase(TypeKind.Map, "IDictionary<string, long>", false)]
    public void Every_kind_has_a_CSharp_type(TypeKind kind, string csharp, bool isValueType)
    {
        var type = kind switch
        {
            TypeKind.List or TypeKind.Map => new TypeReference(kind, Element: new TypeReference(TypeKind.Integer)),
            TypeKind.Object or TypeKind.Enum or TypeKind.Union => new TypeReference(kind, "Named"),
            _ => new TypeReference(kind),
        };

        Assert.That((type.CSharp, type.IsValueType), Is.EqualTo((csharp, isValueType)));
    }
}
