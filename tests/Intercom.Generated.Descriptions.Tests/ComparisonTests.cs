using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.Descriptions.Tests;

/// <summary>The differences between two descriptions, with a test for each rule.</summary>
public sealed class ComparisonTests
{
    [TestCaseSource(typeof(ComparisonCases), nameof(ComparisonCases.Operations))]
    [TestCaseSource(typeof(ComparisonCases), nameof(ComparisonCases.Types))]
    public void Reports_a_difference(ApiModel before, ApiModel after, string[] expected) => Assert.That(Show(ApiComparison.Compare(before, after)), Is.EqualTo(expected));

    [Test]
    public void Every_rule_has_a_test() =>
        Assert.That(
            ChangeRule.All.Select(rule => rule.Id)
                .Except(ComparisonCases.Operations().Concat(ComparisonCases.Types()).SelectMany(test => (string[])test.Arguments[2]!).Select(line => line.Split(' ')[1])),
            Is.Empty);

    [Test]
    public void Every_rule_has_a_unique_ID_and_a_sentence()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ChangeRule.All.Select(rule => rule.Id), Is.Unique);
            Assert.That(ChangeRule.All.Select(rule => rule.Meaning), Has.All.EndsWith("."));
        }
    }

    [Test]
    public void Only_deprecations_change_behavior_without_breaking() =>
        Assert.That(
            ChangeRule.All.Where(rule => rule.Impact >= ChangeImpact.Behavior && !rule.IsBreaking).Select(rule => rule.Id),
            Is.EquivalentTo(new[] { "operation-deprecated", "option-deprecated", "property-deprecated", "enum-member-deprecated" }));

    [Test]
    public void Equal_descriptions_have_no_differences() =>
        Assert.That(ApiComparison.Compare(ComparisonCases.Get("thing", ComparisonCases.Query("a: string")), ComparisonCases.Get("thing", ComparisonCases.Query("a: string"))), Is.Empty);

    [Test]
    public void Text_and_order_are_not_differences()
    {
        var before = Small.Response("{ type: 'object', properties: { a: { type: 'string' }, b: { enum: ['x', 'y'] } } }");
        var after = Small.Response("{ type: 'object', properties: { b: { enum: ['y', 'x'] }, a: { type: 'string' } } }", docs: "{ properties: { a: 'Another text.' } }");
        Assert.That(Show(ApiComparison.Compare(before, after)), Is.Empty);
    }

    [Test]
    public void Reports_a_renamed_type_once()
    {
        const string paths = "{ '/things': { get: { operationId: 'showThing', tags: ['Things'], "
            + "responses: { '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/thing' } } } } } }, "
            + "post: { operationId: 'createThing', tags: ['Things'], requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/thing' } } } } } } }";
        const string schemas = "{ thing: { type: 'object', properties: { parts: { type: 'array', items: { $ref: '#/components/schemas/thing' } } } } }";

        var changes = ApiComparison.Compare(Small.Model(paths, schemas), Small.Model(paths, schemas, "{ types: { thing: 'Gadget' } }"));

        Assert.That(Show(changes), Is.EqualTo(new[] { "SourceBreak type-renamed Gadget: sealed class Thing : IntercomModel -> sealed class Gadget : IntercomModel" }));
    }

    [Test]
    public void Matches_operations_that_swap_names_by_path()
    {
        const string names = "{ operations: { 'GET /a': { client: 'Things', method: '1' }, 'GET /b': { client: 'Things', method: '2' } } }";
        const string paths = "{ '/a': { get: { operationId: 'a', tags: ['Things'] } }, '/b': { get: { operationId: 'b', tags: ['Things'] } } }";

        var changes = ApiComparison.Compare(
            Small.Model(paths, names: names.Replace("'1'", "'First'", StringComparison.Ordinal).Replace("'2'", "'Second'", StringComparison.Ordinal)),
            Small.Model(paths, names: names.Replace("'1'", "'Second'", StringComparison.Ordinal).Replace("'2'", "'First'", StringComparison.Ordinal)));

        Assert.That(changes.Select(change => $"{change.Rule} {change.Subject}"), Is.EqualTo(new[] { "operation-renamed Things.First", "operation-renamed Things.Second" }));
    }

    [Test]
    public void Orders_changes_by_area_then_owner_then_published_order()
    {
        var changes = ApiComparison.Compare(
            Small.Model("{ '/b': { get: { operationId: 'b', tags: ['Bears'] } } }"),
            Small.Model(
                $"{{ '/z': {{ get: {{ operationId: 'z', tags: ['Apes'], {Small.Returns(ComparisonCases.ThingReference)} }} }}, '/a': {{ get: {{ operationId: 'a', tags: ['Apes'] }} }} }}",
                ComparisonCases.Things));

        Assert.That(
            changes.Select(change => $"{change.Rule} {change.Subject}"),
            Is.EqualTo(new[] { "client-added Apes", "client-removed Bears", "operation-added Apes.A", "operation-added Apes.Z", "operation-removed Bears.B", "type-added Thing" }));
    }

    [Test]
    public void A_difference_has_the_key_of_its_place()
    {
        var before = ComparisonCases.Operation("get", $"{Small.Returns(ComparisonCases.ThingReference)}, {ComparisonCases.Query("a: required string", "c: string")}");
        var after = Small.Model(
            $"{{ '/things': {{ get: {{ operationId: 'getThing', tags: ['Things'], {Small.Returns(ComparisonCases.ThingReference)}, "
                + $"{ComparisonCases.Query("b: required string", "c: integer")} }} }} }}",
            "{ thing: { type: 'object', properties: { size: { type: 'object', properties: { x: { enum: ['u', 'v'] } } } } } }");

        Assert.That(ApiComparison.Compare(before, after).Select(change => $"{change.Rule} {change.Key}"), Is.EqualTo(new[]
        {
            "argument-removed GET /things?a",
            "argument-added GET /things?b",
            "property-removed thing/id",
            "property-added thing/size",
            "option-type-changed GET /things?c",
            "type-added thing/size",
            "type-added thing/size/x",
        }));
    }

    private static IEnumerable<string> Show(IEnumerable<ApiChange> changes) => changes.Select(change => $"{change.Impact} {change}");
}
