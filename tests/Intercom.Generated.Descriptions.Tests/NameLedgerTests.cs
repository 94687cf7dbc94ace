using Intercom.Generated.Descriptions.Naming;

namespace Intercom.Generated.Descriptions.Tests;

public sealed class NameLedgerTests
{
    private const string Written = """
        {
          "operations": {
            "DELETE /tags/{}": {
              "client": "Tags",
              "method": "Delete",
              "arguments": [
                "tagId"
              ]
            },
            "GET /tags": {
              "client": "Tags",
              "method": "List",
              "arguments": []
            }
          },
          "types": {
            "Tag": "Tag",
            "tag/applied_by": "Reference"
          },
          "members": {
            "TagKind": {
              "a": "First",
              "b": "Second"
            }
          }
        }

        """;

    [Test]
    public void Reads_the_text_that_it_wrote() => Assert.That(NameLedger.Parse(Written).ToJson(), Is.EqualTo(Written));

    [Test]
    public void Writes_sorted_entries()
    {
        var ledger = NameLedger.Parse("""
            {
              members: { TagKind: { b: 'Second', a: 'First' } },
              types: { 'tag/applied_by': 'Reference', Tag: 'Tag' },
              operations: { 'GET /tags': { method: 'List', client: 'Tags' }, 'DELETE /tags/{}': { client: 'Tags', method: 'Delete', arguments: ['tagId'] } },
            }
            """);

        Assert.That(ledger.ToJson(), Is.EqualTo(Written));
    }

    [Test]
    public void An_empty_ledger_has_every_section() =>
        Assert.That(NameLedger.Parse("{}").ToJson(), Is.EqualTo("{\n  \"operations\": {},\n  \"types\": {},\n  \"members\": {}\n}\n"));

    [Test]
    public void An_entry_for_a_version_takes_precedence()
    {
        var ledger = NameLedger.Parse("""
            { operations: { 'GET /x': { client: 'Xs', method: 'List' }, 'GET /x@2.14': { client: 'Xs', method: 'Find' } } }
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ledger.Operation("GET /x", "2.14", isList: true)?.Method, Is.EqualTo("Find"));
            Assert.That(ledger.Operation("GET /x", "2.12", isList: true)?.Method, Is.EqualTo("List"));
            Assert.That(ledger.Operation("GET /y", "2.14", isList: true), Is.Null);
        }
    }

    [Test]
    public void A_path_that_becomes_a_different_operation_gets_a_different_name()
    {
        var ledger = NameLedger.Parse("{ operations: { 'GET /x': { client: 'Xs', method: 'GetByKey' } } }");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ledger.Operation("GET /x", "2.16", isList: true), Is.Null);
            Assert.That(ledger.Operation("GET /x", "2.16", isList: null)?.Method, Is.EqualTo("GetByKey"));
        }
    }

    [Test]
    public void A_different_operation_gets_its_name_from_other_versions()
    {
        var ledger = NameLedger.Parse("""
            { operations: { 'GET /x': { client: 'Xs', method: 'GetByKey' }, 'GET /x@Preview': { client: 'Xs', method: 'List' } } }
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ledger.Operation("GET /x", "2.16", isList: true)?.Method, Is.EqualTo("List"));
            Assert.That(ledger.Operation("GET /x", "2.13", isList: false)?.Method, Is.EqualTo("GetByKey"));
            Assert.That(ledger.Additions, Is.EqualTo(["GET /x@2.16: Xs.List()"]));
        }
    }

    [Test]
    public void Returns_null_for_missing_names()
    {
        var ledger = NameLedger.Parse(Written);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ledger.Type("tag"), Is.Null);
            Assert.That(ledger.Type("Tag"), Is.EqualTo("Tag"));
            Assert.That(ledger.Member("TagKind", "a"), Is.EqualTo("First"));
            Assert.That(ledger.Member("TagKind", "c"), Is.Null);
            Assert.That(ledger.Member("Other", "a"), Is.Null);
        }
    }

    [Test]
    public void Names_derived_by_rule_are_additions()
    {
        var ledger = NameLedger.Parse("{}");
        var document = Small.Document(
            Small.Paths("get", "/things/{id}", $$"""
                { parameters: [{ name: 'id', in: 'path' }, { name: 'view', in: 'query', schema: { type: 'string' } }],
                  {{Small.Returns("{ $ref: '#/components/schemas/thing' }")}} }
                """),
            "{ thing: { type: 'object', properties: { state: { type: 'string', enum: ['on', 'off'] } } } }");

        ApiModelBuilder.Build(document, ledger, DocumentationTexts.None);
        var again = NameLedger.Parse(ledger.ToJson());
        ApiModelBuilder.Build(document, again, DocumentationTexts.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ledger.Additions, Is.EqualTo(new[]
            {
                "GET /things/{}: Things.Get(thingId)",
                "thing: Thing",
                "thing/state: ThingState",
                "ThingState \"on\": On",
                "ThingState \"off\": Off",
                "GET /things/{}?: ThingGetOptions",
            }));
            Assert.That(again.Additions, Is.Empty);
            Assert.That(again.ToJson(), Is.EqualTo(ledger.ToJson()));
        }
    }

    [TestCase("{ operations: { 'GET /x': { method: 'List' } } }", "#/operations/GET ~1x/client")]
    [TestCase("{ operations: { 'GET /x': { client: 'Xs' } } }", "#/operations/GET ~1x/method")]
    [TestCase("{ operations: { 'GET /x': 'Xs.List' } }", "#/operations/GET ~1x")]
    [TestCase("{ operations: { 'GET /x': { client: 'Xs', method: 'List', arguments: 'x' } } }", "#/operations/GET ~1x/arguments")]
    [TestCase("{ operations: { 'GET /x': { client: 'Xs', method: 'List', arguments: ['X'] } } }", "#/operations/GET ~1x/arguments/0")]
    [TestCase("{ operations: { 'GET /x': { client: 'Xs', method: 'List', arguments: ['class'] } } }", "#/operations/GET ~1x/arguments/0")]
    [TestCase("{ operations: [] }", "#/operations")]
    [TestCase("{ types: { x: {} } }", "#/types/x")]
    [TestCase("{ types: { x: 'X; class Y { }' } }", "#/types/x")]
    [TestCase("{ types: { x: 'X', x: 'Y' } }", "#/types/x")]
    [TestCase("{ members: { X: [] } }", "#/members/X")]
    [TestCase("{ members: { X: { a: null } } }", "#/members/X/a")]
    [TestCase("{ members: { X: { a: 'A', b: 'A' } } }", "#/members/X/b")]
    [TestCase("{ properties: { X: { a: 'A', b: 'A' } } }", "#/properties/X/b")]
    [TestCase("{ names: {} }", "#/names")]
    [TestCase("[]", "#")]
    [TestCase("", "#")]
    public void Text_that_is_not_a_ledger_is_an_error_with_a_pointer(string json, string pointer) =>
        Assert.That(() => NameLedger.Parse(json), Throws.InstanceOf<InvalidJsonException>().With.Property(nameof(InvalidJsonException.Pointer)).EqualTo(pointer));
}
