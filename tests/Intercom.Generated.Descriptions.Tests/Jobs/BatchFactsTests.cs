using Intercom.Generated.Descriptions.Jobs;
using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.Descriptions.Tests.Jobs;

/// <summary>The size of a batch comes from the description. Facts that do not fit it are reported with their place.</summary>
public sealed class BatchFactsTests
{
    private const string Ids = "ids: { type: 'array', maxItems: 50, items: { type: 'string' } }";

    [Test]
    public void Size_and_item_come_from_the_description()
    {
        var facts = Read("ids", Model(Ids));

        Assert.That(facts.Problems, Is.Empty);
        var batch = facts.Batches.Single();
        Assert.That((batch.Client, batch.Items, batch.Item, batch.Size, batch.HasOtherRequired), Is.EqualTo(("Things", "Ids", "string", 50, false)));
    }

    [Test]
    public void Request_with_another_required_member_has_to_be_created_by_the_caller() =>
        Assert.That(Read("ids", Model($"{Ids}, action: {{ type: 'string' }}", "required: ['action', 'ids'],")).Batches.Single().HasOtherRequired, Is.True);

    [Test]
    public void Operation_that_the_version_lacks_is_left_out()
    {
        var facts = JobFactsReader.Read("""{ "jobs": [], "batches": { "POST /others": { "items": "ids" } } }""", Model(Ids));
        Assert.That((facts.Batches.Count, facts.Problems.Count), Is.EqualTo((0, 0)));
    }

    [TestCase("others", Ids, TestName = "Unusable_list_is_reported(missing)")]
    [TestCase("ids", "ids: { type: 'array', items: { type: 'string' } }", TestName = "Unusable_list_is_reported(unlimited)")]
    [TestCase("ids", "ids: { type: 'array', maxItems: 0, items: { type: 'string' } }", TestName = "Unusable_list_is_reported(limit of 0)")]
    [TestCase("ids", "ids: { type: 'string', maxLength: 50 }", TestName = "Unusable_list_is_reported(no list)")]
    public void Unusable_list_is_reported(string items, string properties)
    {
        var facts = Read(items, Model(properties));

        Assert.That(facts.Batches, Is.Empty);
        Assert.That(facts.Problems.Single().Pointer, Is.EqualTo("jobs.json#/batches/POST ~1things/items"));
        Assert.That(facts.Problems.Single().Message, Is.EqualTo($"The request of POST /things has no list '{items}' with a maxItems."));
    }

    private static JobFacts Read(string items, ApiModel model) =>
        JobFactsReader.Read($$"""{ "jobs": [], "batches": { "POST /things": { "items": "{{items}}" } } }""", model);

    private static ApiModel Model(string properties, string required = "") => Small.Model(
        Small.Paths("post", "/things", $"{{ {Small.Takes("{ $ref: '#/components/schemas/thing_request' }")}, {Small.Returns("{ $ref: '#/components/schemas/thing' }")} }}"),
        $"{{ thing: {{ type: 'object', properties: {{ id: {{ type: 'string' }} }} }}, thing_request: {{ type: 'object', {required} properties: {{ {properties} }} }} }}");
}
