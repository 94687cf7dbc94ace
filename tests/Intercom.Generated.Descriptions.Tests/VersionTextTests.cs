using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;

namespace Intercom.Generated.Descriptions.Tests;

/// <summary>
/// A text in docs.json applies to every version unless its key ends with one. A text for one version must not appear in the
/// documentation of another.
/// </summary>
public sealed class VersionTextTests
{
    private static readonly IReadOnlyList<string> Folders = Published.Folders;

    private static readonly Lazy<Dictionary<string, ForeignNames>> Names =
        new(() => Published.Models.ToDictionary(model => model.Key, model => new ForeignNames(model.Value.Value)));

    [TestCaseSource(nameof(Folders))]
    public void No_text_of_a_version_describes_an_API_of_another_version(string version) =>
        Assert.That(Names.Value[version].In(Names.Value.Values), Is.Empty);

    // One sample for each kind of mention.
    [TestCase("Deletes a thing, unless retain_metrics is set.", "retain_metrics")]
    [TestCase("Deletes a thing and can retain its metrics.", "retain_metrics")]
    [TestCase("Deletes a thing and its reporting data.", "retain_metrics")]
    [TestCase("Deletes a thing, which Copilot can read.", "Copilot")]
    [TestCase("Deletes a thing with its data connectors.", "data_connector")]
    [TestCase("Deletes a thing, like RestoreThing.", "RestoreThing")]
    [TestCase("Deletes a thing, unless RetainMetrics is set.", "RetainMetrics")]
    [TestCase("Deletes a thing. See Things.RestoreThing for the reverse.", "RestoreThing")]
    [TestCase("Deletes a thing. Preview keeps a copy.", "a version (\"Preview\")")]
    [TestCase("Deletes a thing. In 2.14 it is kept.", "a version (\"2.14\")")]
    public void Finds_a_description_of_another_version_in_the_text_of_an_operation(string text, string name) => Assert.That(
        Found($"operations: {{ 'DELETE /things/{{}}': '{text}' }}"),
        Is.EqualTo(new[] { $"DELETE /things/{{}}: \"{text}\" describes {name}" }));

    [TestCase("/state", "The state: on, off, or idle.", "idle")]
    [TestCase("/state", "The state, unless the subtitle is set.", "subtitle")]
    [TestCase("/title", "The title. It does not contain the subtitle.", "subtitle")]
    public void Finds_a_description_of_another_version_in_the_text_of_a_property(string place, string text, string name) => Assert.That(
        Found($"properties: {{ 'thing{place}': '{text}' }}"),
        Is.EqualTo(new[] { $"thing{place}: \"{text}\" describes {name}" }));

    [TestCase("operations: { 'DELETE /things/{}': 'Deletes a thing by its ID, even if its state is on.' }")]
    [TestCase("operations: { 'DELETE /things/{}': 'Deletes a thing.', 'DELETE /things/{}@2.16': 'Can retain the metrics.' }")]
    [TestCase("properties: { 'thing/state': 'The state: on or off.', 'thing/state@2.16': 'The state: on, off, or idle.' }")]
    [TestCase("schemas: { thing: 'A thing with a title and a state.', 'thing@2.16': 'A thing with a title, a subtitle, and a state.' }")]
    public void Accepts_a_description_of_the_same_version(string docs) => Assert.That(Found(docs), Is.Empty);

    private static IEnumerable<string> Found(string docs)
    {
        var schemas = docs.StartsWith("schemas", StringComparison.Ordinal) ? string.Empty : "schemas: { thing: 'A thing.' },";
        docs = $$"""{ parameters: { retain_metrics: 'Whether to keep reporting data.' }, {{schemas}} {{docs}} }""";
        var older = Model("2.15", string.Empty, "['on', 'off']", string.Empty, docs);
        var newer = Model(
            "2.16",
            ", { name: 'retain_metrics', in: 'query', schema: { type: 'boolean' } }",
            "['on', 'off', 'idle']",
            """
            , subtitle: { type: 'string' }, copilot: { type: 'boolean' },
            data_connector: { $ref: '#/components/schemas/data_connector' }, restored: { $ref: '#/components/schemas/RestoreThing' }
            """,
            docs);
        var names = new ForeignNames(older);
        return names.In([names, new ForeignNames(newer)]).Select(line => line.Split(new[] { ", which 2.15" }, StringSplitOptions.None)[0]);
    }

    private static ApiModel Model(string version, string option, string states, string properties, string docs)
    {
        var description = DescriptionDocument.ParseObject($$"""
            {
              openapi: '3.0.1',
              info: { title: 'Small', version: '{{version}}' },
              paths: { '/things/{id}': { delete: {
                operationId: 'deleteThing', tags: ['Things'],
                parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }{{option}}],
                responses: { '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/thing' } } } } } } } },
              components: { schemas: {
                thing: { type: 'object', properties: {
                  state: { type: 'string', enum: {{states}} }, title: { type: 'string' }{{properties}} } },
                data_connector: { type: 'object', properties: { url: { type: 'string' } } },
                RestoreThing: { type: 'object', properties: { url: { type: 'string' } } } } }
            }
            """);
        return ApiModelBuilder.Build(description, NameLedger.Parse("{}"), DocumentationTexts.Parse(docs));
    }
}
