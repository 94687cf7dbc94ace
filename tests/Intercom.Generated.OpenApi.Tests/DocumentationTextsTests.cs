namespace Intercom.Generated.OpenApi.Tests;

public sealed class DocumentationTextsTests
{
    private static readonly DocumentationTexts Texts = DocumentationTexts.Parse("""
        {
          clients: { 'Big Things': 'Reads things.' },
          operations: { 'GET /things/{}': 'Reads a thing.' },
          schemas: { thing: 'What it is all about.' },
          properties: { 'thing/name': 'How it is called.', name: 'A name.', view: 'How it looks.' },
          parameters: { 'GET /things/{}?id': 'Which thing.', id: 'Which one.' }
        }
        """);

    [TestCase("Big Things", "Reads things.")]
    [TestCase("AI Content", "Operations on ai content.")]
    public void Clients(string tag, string text) => Assert.That(Texts.Client(tag), Is.EqualTo(text));

    [TestCase("GET /things/{}", "getThing", "Reads a thing.")]
    [TestCase("GET /others/{}", "getOtherThing", "Get other thing.")]
    [TestCase("GET /others/{}", "", ".")]
    public void Operations(string key, string operationId, string text) => Assert.That(Texts.Operation(key, operationId), Is.EqualTo(text));

    [TestCase("thing", "Thing", "What it is all about.")]
    [TestCase("thing/part", "ThingPart", "A thing part.")]
    [TestCase("article", "Article", "An article.")]
    public void Schemas(string key, string typeName, string text) => Assert.That(Texts.Schema(key, typeName), Is.EqualTo(text));

    [TestCase("thing", "name", "How it is called.")]
    [TestCase("other", "name", "A name.")]
    [TestCase("other", "created_at", "The created at.")]
    public void Properties(string ownerKey, string name, string text) => Assert.That(Texts.Property(ownerKey, name), Is.EqualTo(text));

    [TestCase("GET /things/{}", "id", "Which thing.")]
    [TestCase("GET /others/{}", "id", "Which one.")]
    [TestCase("GET /others/{}", "view", "How it looks.")]
    [TestCase("GET /others/{}", "display_as", "The display as.")]
    public void Parameters(string key, string name, string text) => Assert.That(Texts.Parameter(key, name), Is.EqualTo(text));

    [Test]
    public void What_was_described_by_its_name_is_missing()
    {
        var texts = DocumentationTexts.Parse("{ schemas: { thing: 'What it is all about.' }, properties: { name: 'A name.' } }");

        texts.Schema("thing", "Thing");
        texts.Property("thing", "name");
        texts.Property("thing", "state");
        texts.Property("thing", "state");
        texts.Client("Things");

        Assert.That(texts.Missing, Is.EquivalentTo(new[] { "properties thing/state", "clients Things" }));
    }

    [Test]
    public void The_first_place_of_a_shared_enum_or_union_describes_it()
    {
        var model = Small.Answer(
            """
            { type: 'object', properties: {
                state: { type: 'string', enum: ['on', 'off'] }, value: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
                other: { type: 'object', properties: { state: { type: 'string', enum: ['on', 'off'] }, value: { oneOf: [{ type: 'string' }, { type: 'integer' }] } } } } }
            """,
            names: "{ types: { 'thing/state': 'State', 'thing/other/state': 'State', 'thing/value': 'Value', 'thing/other/value': 'Value' } }",
            docs: "{ schemas: { 'thing/state': 'Whether it is on.', 'thing/value': 'What it is worth.' } }");

        Assert.That((model.Enums.Single().Summary, model.Unions.Single().Summary), Is.EqualTo(("Whether it is on.", "What it is worth.")));
    }
}
