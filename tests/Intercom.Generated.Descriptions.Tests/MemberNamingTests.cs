using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;

namespace Intercom.Generated.Descriptions.Tests;

/// <summary>An added member never renames another one.</summary>
public sealed class MemberNamingTests
{
    // The plain name of each key is UserId.
    private static readonly string[] Spellings = ["user_id", "userId", "user-id", "UserID", "user.id"];

    [Test]
    public void A_property_keeps_its_name_when_a_colliding_one_is_added_before_it(
        [ValueSource(nameof(Spellings))] string present, [ValueSource(nameof(Spellings))] string added)
    {
        Assume.That(present, Is.Not.EqualTo(added));
        var ledger = NameLedger.Parse("{}");
        var before = Properties(Build(ledger, Body(present)));
        var written = NameLedger.Parse(ledger.ToJson());
        var after = Properties(Build(written, Body(added, present)));
        var again = Properties(Build(NameLedger.Parse(written.ToJson()), Body(present, added)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before[present], Is.EqualTo("UserId"));
            Assert.That(after[present], Is.EqualTo("UserId"));
            Assert.That(after[added], Is.EqualTo("UserIdValue"));
            Assert.That(again, Is.EquivalentTo(after));
        }
    }

    [Test]
    public void An_option_keeps_its_name_when_a_colliding_one_is_added_before_it(
        [ValueSource(nameof(Spellings))] string present, [ValueSource(nameof(Spellings))] string added)
    {
        Assume.That(present, Is.Not.EqualTo(added));
        var ledger = NameLedger.Parse("{}");
        Build(ledger, Body("x"), present);
        var options = Build(NameLedger.Parse(ledger.ToJson()), Body("x"), added, present).Clients.Single().Operations.Single().Options!;

        Assert.That(options.Parameters.Select(parameter => (parameter.WireName, parameter.Name)), Is.EqualTo(new[] { (added, "UserIdValue"), (present, "UserId") }));
    }

    [Test]
    public void A_union_case_keeps_its_name_when_a_colliding_one_is_added_before_it([Values("reply", "reply_request")] string present, [Values("reply", "reply_request")] string added)
    {
        Assume.That(present, Is.Not.EqualTo(added));
        var ledger = NameLedger.Parse("{}");
        var before = Cases(Build(ledger, Union(present)));
        var after = Cases(Build(NameLedger.Parse(ledger.ToJson()), Union(added, present)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before[Identifier.Pascal(present)], Is.EqualTo("Reply"));
            Assert.That(after[Identifier.Pascal(present)], Is.EqualTo("Reply"));
            Assert.That(after[Identifier.Pascal(added)], Is.EqualTo("ReplyObject"));
        }
    }

    [Test]
    public void Does_not_reuse_a_name_from_another_version()
    {
        var others = NameLedger.Parse("{}");
        Build(others, Body("user_id"));
        var ledger = NameLedger.Parse("{ types: { thing: 'Thing' } }");
        ledger.KeepNamesOf(new Lazy<NameLedger>(() => others));

        Assert.That(Properties(Build(ledger, Body("userId")))["userId"], Is.EqualTo("UserIdValue"));
    }

    [Test]
    public void Does_not_record_a_canonical_name()
    {
        var ledger = NameLedger.Parse("{}");
        Build(ledger, Body("name", "user_id", "created_at"), "per_view");

        Assert.That(ledger.Additions, Has.None.Contains("\""));
    }

    [Test]
    public void Exactly_one_spelling_of_a_name_is_canonical()
    {
        // All spellings with up to five characters of two letters, a digit, and two separators.
        var spellings = Enumerable.Range(1, 5).SelectMany(length => Enumerable.Range(0, (int)Math.Pow(6, length)).Select(number => Spelled(number, length)));
        var canonical = spellings.Where(wireName => Identifier.Pascal(wireName) is { Length: > 0 } name && Identifier.Snake(name) == wireName).ToList();

        Assert.That(canonical.Select(Identifier.Pascal), Is.Unique.And.Not.Empty);

        static string Spelled(int number, int length) => string.Concat(Enumerable.Range(0, length).Select(i => "abA1_-"[number / (int)Math.Pow(6, i) % 6]));
    }

    private static ApiModel Build(NameLedger ledger, string schemas, params string[] query)
    {
        var parameters = string.Join(", ", query.Select(name => $"{{ name: '{name}', in: 'query', schema: {{ type: 'string' }} }}"));
        var model = ApiModelBuilder.Build(
            Small.Document(Small.Paths("get", "/thing", $"{{ parameters: [{parameters}], {Small.Returns("{ $ref: '#/components/schemas/thing' }")} }}"), schemas), ledger, DocumentationTexts.None);
        Assert.That(model.Problems, Is.Empty);
        return model;
    }

    private static string Body(params string[] properties) =>
        $"{{ thing: {{ type: 'object', properties: {{ {string.Join(", ", properties.Select(name => $"'{name}': {{ type: 'string' }}"))} }} }} }}";

    private static string Union(params string[] cases) =>
        $"{{ thing: {{ oneOf: [{string.Join(", ", cases.Select(name => $"{{ $ref: '#/components/schemas/{name}' }}"))}, {{ type: 'string' }}] }}, "
        + "reply: { type: 'object', properties: { a: { type: 'string' } } }, reply_request: { type: 'object', properties: { b: { type: 'string' } } } }";

    private static Dictionary<string, string> Properties(ApiModel model) =>
        Small.Class(model, "Thing").Properties.ToDictionary(property => property.WireName, property => property.Name);

    private static Dictionary<string, string> Cases(ApiModel model) => model.Unions.Single().Cases.ToDictionary(item => item.Type.CSharp, item => item.Name);
}
