using Intercom.Generated.Descriptions.Model;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions.Tests;

/// <summary>Models have value equality, so that incremental steps run only if the model changed.</summary>
public sealed class ApiModelEqualityTests
{
    private static readonly string Description = Small.Text(
        Small.Paths("get", "/things/{id}", $$"""
            { parameters: [{ name: 'id', in: 'path' }, { name: 'view', in: 'query', schema: { type: 'string' } }], {{Small.Returns("{ $ref: '#/components/schemas/thing' }")}} }
            """),
        """
        { thing: { type: 'object', properties: {
            state: { type: 'string', enum: ['on', 'off'] }, count: { type: 'integer' },
            value: { oneOf: [{ type: 'string' }, { type: 'object', properties: { kind: { type: 'string', enum: ['v'] } } }] } } } }
        """);

    private const string Overlay = "{ overlay: '1.0.0', actions: [{ target: '$.components.schemas.thing.properties.count', description: 'because', update: { type: 'number' } }] }";
    private const string Docs = "{ properties: { count: 'How many.' } }";

    [Test]
    public void The_same_files_produce_equal_models()
    {
        var (first, second) = (Read(), Read());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second, Is.EqualTo(first));
            Assert.That(second.GetHashCode(), Is.EqualTo(first.GetHashCode()));
        }
    }

    [Test]
    public void A_different_layout_produces_an_equal_model() =>
        Assert.That(Read(JObject.Parse(Description).ToString(Newtonsoft.Json.Formatting.Indented)), Is.EqualTo(Read()));

    [TestCase("'2.14'", "'2.15'")]
    [TestCase("/things/{id}", "/thing/{id}")]
    [TestCase("\"Things\"", "\"Stuff\"")]
    [TestCase("\"view\"", "\"look\"")]
    [TestCase("'off'", "'out'")]
    [TestCase("count: {", "number: {")]
    [TestCase("'v'", "'w'")]
    [TestCase("kind:", "sort:")]
    public void A_change_in_the_description_changes_the_model(string from, string to)
    {
        Assume.That(Description, Does.Contain(from));
        Assert.That(Read(Description.Replace(from, to, StringComparison.Ordinal), overlay: null), Is.Not.EqualTo(Read(overlay: null)));
    }

    [Test]
    public void A_change_in_another_file_changes_the_model()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Read(overlay: Overlay.Replace("number", "boolean", StringComparison.Ordinal)), Is.Not.EqualTo(Read()));
            Assert.That(Read(docs: "{ properties: { count: 'How much.' } }"), Is.Not.EqualTo(Read()));
            Assert.That(Read(names: "{ types: { thing: 'Item' } }"), Is.Not.EqualTo(Read()));
        }
    }

    private static ApiModel Read(string? description = null, string? overlay = Overlay, string? names = null, string? docs = Docs) =>
        ApiModelReader.Read(new DescriptionFiles(description ?? Description, overlay, names, docs));
}
