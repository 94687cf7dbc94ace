namespace Intercom.Generated.Descriptions.Tests;

public sealed class DocumentationTextsTests
{
    private static readonly DocumentationTexts Texts = DocumentationTexts.Parse("""
        {
          clients: { 'Big Things': 'Reads things.' },
          operations: { 'GET /things/{}': 'Reads a thing.' },
          schemas: { thing: 'A thing.' },
          properties: { 'thing/name': 'The name of the thing.', name: 'A name.', view: 'The view.' },
          parameters: { 'GET /things/{}?id': 'The ID of the thing.', id: 'The ID.' }
        }
        """);

    [TestCase("Big Things", "Reads things.")]
    [TestCase("AI Content", "Operations on ai content.")]
    public void Clients(string tag, string text) => Assert.That(Texts.Client(tag), Is.EqualTo(text));

    [TestCase("GET /things/{}", "getThing", "Reads a thing.")]
    [TestCase("GET /others/{}", "getOtherThing", "Get other thing.")]
    [TestCase("GET /others/{}", "", ".")]
    public void Operations(string key, string operationId, string text) => Assert.That(Texts.Operation(key, operationId), Is.EqualTo(text));

    [TestCase("thing", "Thing", "A thing.")]
    [TestCase("thing/part", "ThingPart", "A thing part.")]
    [TestCase("article", "Article", "An article.")]
    public void Schemas(string key, string typeName, string text) => Assert.That(Texts.Schema(key, typeName), Is.EqualTo(text));

    [TestCase("thing", "name", "The name of the thing.")]
    [TestCase("other", "name", "A name.")]
    [TestCase("other", "created_at", "The created at.")]
    public void Properties(string ownerKey, string name, string text) => Assert.That(Texts.Property(ownerKey, name), Is.EqualTo(text));

    [TestCase("GET /things/{}", "id", "The ID of the thing.")]
    [TestCase("GET /others/{}", "id", "The ID.")]
    [TestCase("GET /others/{}", "view", "The view.")]
    [TestCase("GET /others/{}", "display_as", "The display as.")]
    public void Parameters(string key, string name, string text) => Assert.That(Texts.Parameter(key, name), Is.EqualTo(text));

    [Test]
    public void Reports_the_keys_without_texts()
    {
        var texts = DocumentationTexts.Parse("{ schemas: { thing: 'A thing.' }, properties: { name: 'A name.' } }");

        texts.Schema("thing", "Thing");
        texts.Property("thing", "name");
        texts.Property("thing", "state");
        texts.Property("thing", "state");
        texts.Client("Things");

        Assert.That(texts.Missing, Is.EquivalentTo(new[] { "properties thing/state", "clients Things" }));
    }

    [TestCase("2.11", "Gets a thing.")]
    [TestCase("2.15", "Gets a thing.")]
    [TestCase("2.16", "Gets a thing or fails.")]
    [TestCase("2.17", "Gets a thing or fails.")]
    [TestCase("2.100", "Gets a thing or fails.")]
    [TestCase("Preview", "Gets a thing at once.")]
    [TestCase("Unstable", "Gets a thing at once.")]
    public void A_text_with_a_version_applies_from_that_version_on(string version, string text)
    {
        // In no particular order, and 2.9 is older than 2.16.
        var texts = DocumentationTexts.Parse("""
            { operations: {
                'GET /things/{}@preview': 'Gets a thing at once.',
                'GET /things/{}@2.9': 'Gets a thing.',
                'GET /things/{}@2.16': 'Gets a thing or fails.',
                'GET /things/{}': 'Gets a thing, perhaps.' } }
            """);

        Assert.That(texts.For(version).Operation("GET /things/{}", "getThing"), Is.EqualTo(text));
    }

    [Test]
    public void A_text_of_a_later_version_does_not_describe_an_earlier_one()
    {
        var texts = DocumentationTexts.Parse(
            "{ properties: { 'thing/name@2.16': 'The name of the thing.', name: 'A name.', 'state@preview': 'The new state.' } }");
        var earlier = texts.For("2.15");

        Assert.That((earlier.Property("thing", "name"), earlier.Property("thing", "state")), Is.EqualTo(("A name.", "The state.")));
        Assert.That(texts.Missing, Is.EquivalentTo(new[] { "properties thing/state" }));
    }

    [Test]
    public void A_text_for_one_owner_takes_precedence_over_a_newer_general_text()
    {
        var texts = DocumentationTexts.Parse("{ properties: { 'thing/name': 'The name of the thing.', 'name@2.16': 'A name.' } }");

        Assert.That(texts.For("2.16").Property("thing", "name"), Is.EqualTo("The name of the thing."));
    }

    [Test]
    public void An_at_sign_without_a_version_is_part_of_the_name()
    {
        var texts = DocumentationTexts.Parse("{ properties: { 'thing/@id': 'The ID of the thing.' } }");

        Assert.That(texts.For("2.16").Property("thing", "@id"), Is.EqualTo("The ID of the thing."));
    }

    [Test]
    public void The_texts_of_a_version_share_the_missing_keys_with_the_original()
    {
        var texts = DocumentationTexts.Parse("{}");

        texts.For("2.16").Client("Things");

        Assert.That(texts.Missing, Is.EquivalentTo(new[] { "clients Things" }));
    }

    [Test]
    public void A_shared_enum_or_union_has_the_text_of_its_first_place()
    {
        var model = Small.Response(
            """
            { type: 'object', properties: {
                state: { type: 'string', enum: ['on', 'off'] }, value: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
                other: { type: 'object', properties: { state: { type: 'string', enum: ['on', 'off'] }, value: { oneOf: [{ type: 'string' }, { type: 'integer' }] } } } } }
            """,
            names: "{ types: { 'thing/state': 'State', 'thing/other/state': 'State', 'thing/value': 'Value', 'thing/other/value': 'Value' } }",
            docs: "{ schemas: { 'thing/state': 'Whether it is on.', 'thing/value': 'The value of it.' } }");

        Assert.That((model.Enums.Single().Summary, model.Unions.Single().Summary), Is.EqualTo(("Whether it is on.", "The value of it.")));
    }
}
