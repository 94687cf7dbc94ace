using System.Collections.Concurrent;
using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Naming;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Reports;
using Intercom.Generated.Maintenance.Repository;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Tests;

/// <summary>
/// Each difference between two descriptions is reported by its own pointer, whatever else changed beside it. Tested with a change of each
/// keyword of OpenAPI 3.0, and with all pairs of these changes.
/// </summary>
public sealed class CompleteReportTests
{
    private const string Operation = "paths['/things/{id}'].post";
    private const string Schema = "components.schemas.thing";
    private const string Property = Schema + ".properties.name";

    // Each sets a value (path = value), adds an item (path += value), or removes a node (-path).
    private static readonly string[] Changes =
    [
        // The document.
        "openapi = '3.0.3'",
        "servers[0].url = 'https://b.example.com'",
        "servers[0].variables.region.default = 'eu'",
        "servers[0].variables.region.enum += 'au'",
        "servers += { url: 'https://c.example.com' }",
        "security[0].bearer += 'read'",
        "security += { oauth: ['read'] }",
        "tags += { name: 'More' }",
        "-tags[1]",
        // Paths and operations.
        "paths['/others/{id}'] = { get: { operationId: 'showOther', tags: ['Others'], "
            + "parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }], responses: { '200': { description: '' } } } }",
        "-paths['/others']",
        "paths['/others'].delete = { operationId: 'deleteOther', tags: ['Others'], responses: { '200': { description: '' } } }",
        $"{Operation}.operationId = 'makeThing'",
        $"{Operation}.tags += 'Others'",
        $"{Operation}.deprecated = true",
        $"{Operation}.security = []",
        $"{Operation}.security[0].bearer += 'write'",
        // Parameters.
        "paths['/things/{id}'].parameters[0].schema.maxLength = 20",
        "paths['/things/{id}'].parameters[0].schema.pattern = '^x'",
        "paths['/things/{id}'].parameters[0].schema.type = 'integer'",
        "paths['/things/{id}'].parameters[0].deprecated = true",
        $"{Operation}.parameters += {{ name: 'extra', in: 'query', schema: {{ type: 'string' }} }}",
        $"{Operation}.parameters += {{ name: 'must', in: 'query', required: true, schema: {{ type: 'string' }} }}",
        $"{Operation}.parameters += {{ name: 'Accept', in: 'header', required: true, schema: {{ type: 'string' }} }}",
        $"-{Operation}.parameters[4]",
        $"{Operation}.parameters[0].required = true",
        $"{Operation}.parameters[0].deprecated = true",
        $"{Operation}.parameters[0].allowEmptyValue = true",
        $"{Operation}.parameters[0].schema.minimum = 2",
        $"{Operation}.parameters[0].schema.maximum = 40",
        $"{Operation}.parameters[0].schema.default = 10",
        $"{Operation}.parameters[0].schema.format = 'int32'",
        $"{Operation}.parameters[0].schema.nullable = true",
        $"{Operation}.parameters[1].style = 'simple'",
        $"{Operation}.parameters[1].explode = false",
        $"{Operation}.parameters[1].allowReserved = true",
        $"{Operation}.parameters[1].schema.enum += 'random'",
        $"-{Operation}.parameters[1].schema.enum[1]",
        $"{Operation}.parameters[2].schema.items.maxLength = 20",
        $"{Operation}.parameters[2].schema.items.type = 'integer'",
        $"{Operation}.parameters[3].schema.type = 'integer'",
        // The request body.
        $"-{Operation}.requestBody",
        $"{Operation}.requestBody.required = false",
        $"{Operation}.requestBody.content['text/plain'] = {{ schema: {{ type: 'string' }} }}",
        $"-{Operation}.requestBody.content['application/xml']",
        $"{Operation}.requestBody.content['application/json'].schema.$ref = '#/components/schemas/other'",
        $"{Operation}.requestBody.content['application/json'].encoding.name.contentType = 'text/html'",
        $"{Operation}.requestBody.content['application/xml'].schema.$ref = '#/components/schemas/other'",
        // Responses and headers.
        $"{Operation}.responses['418'] = {{ description: '' }}",
        $"{Operation}.responses['202'] = {{ description: '' }}",
        $"-{Operation}.responses['404']",
        $"-{Operation}.responses['200'].content",
        $"{Operation}.responses['200'].content['application/json'].schema.$ref = '#/components/schemas/other'",
        $"{Operation}.responses['200'].content['text/csv'] = {{ schema: {{ type: 'string' }} }}",
        $"{Operation}.responses['200'].headers['X-More'] = {{ schema: {{ type: 'string' }} }}",
        $"-{Operation}.responses['200'].headers['X-Limit']",
        $"{Operation}.responses['200'].headers['X-Limit'].required = true",
        $"{Operation}.responses['200'].headers['X-Limit'].schema.type = 'string'",
        $"{Operation}.responses['200'].links.next.operationId = 'createThing'",
        $"{Operation}.responses['200'].links.next.parameters.id = '$request.path.id'",
        $"{Operation}.responses['404'].content['application/json'].schema.properties.code.type = 'integer'",
        $"{Operation}.responses['404'].content['application/json'].schema.properties.detail = {{ type: 'string' }}",
        $"{Operation}.responses.default.$ref = '#/components/responses/other'",
        // The schema.
        $"{Schema}.required += 'name'",
        $"-{Schema}.required[0]",
        $"{Schema}.minProperties = 2",
        $"{Schema}.maxProperties = 9",
        $"{Schema}.additionalProperties = false",
        $"{Schema}.nullable = true",
        $"{Schema}.deprecated = true",
        $"{Schema}.properties.added = {{ type: 'string' }}",
        $"-{Schema}.properties.part",
        $"{Property}.type = 'integer'",
        $"{Property}.format = 'uri'",
        $"{Property}.nullable = true",
        $"{Property}.deprecated = true",
        $"{Property}.readOnly = true",
        $"{Property}.writeOnly = true",
        $"{Property}.minLength = 2",
        $"{Property}.maxLength = 5",
        $"{Property}.pattern = '^b'",
        $"{Property}.default = 'y'",
        $"{Schema}.properties.size.minimum = 2",
        $"{Schema}.properties.size.maximum = 8",
        $"{Schema}.properties.size.exclusiveMinimum = true",
        $"{Schema}.properties.size.exclusiveMaximum = true",
        $"{Schema}.properties.size.multipleOf = 1",
        $"{Schema}.properties.size.type = 'integer'",
        $"{Schema}.properties.kind.enum += 'tiny'",
        $"-{Schema}.properties.kind.enum[2]",
        $"{Schema}.properties.items.minItems = 2",
        $"{Schema}.properties.items.maxItems = 4",
        $"{Schema}.properties.items.uniqueItems = true",
        $"{Schema}.properties.items.items.maxLength = 6",
        $"{Schema}.properties.items.items.type = 'integer'",
        $"{Schema}.properties.pet.oneOf += {{ type: 'boolean' }}",
        $"-{Schema}.properties.pet.oneOf[1]",
        $"{Schema}.properties.pet.discriminator.propertyName = 'kind'",
        $"{Schema}.properties.pet.discriminator.mapping.dog = '#/components/schemas/dog'",
        $"{Schema}.properties.any.anyOf += {{ type: 'boolean' }}",
        $"{Schema}.properties.both.allOf += {{ $ref: '#/components/schemas/cat' }}",
        $"{Schema}.properties.map.additionalProperties.type = 'integer'",
        $"{Schema}.properties.part.properties.width.type = 'string'",
        $"{Schema}.properties.part.properties.height = {{ type: 'integer' }}",
        $"{Schema}.properties.other.$ref = '#/components/schemas/cat'",
        $"{Schema}.properties.written.xml.name = 'v'",
        "components.schemas.cat.properties.lives.type = 'string'",
        "components.schemas.cat.properties.species.enum[0] = 'tiger'",
        // Other components.
        "components.schemas.more = { type: 'string' }",
        "-components.schemas.unused",
        "components.parameters.locale.schema.maxLength = 5",
        "components.parameters.spare.schema.type = 'integer'",
        "-components.parameters.spare",
        "components.responses.other = { description: '' }",
        "components.responses.failure.content['application/json'].schema.properties.message.maxLength = 9",
        "components.requestBodies.spare.required = true",
        "components.headers.Limit.schema.format = 'int64'",
        "components.links.next.operationId = 'createThing'",
        "components.securitySchemes.bearer.bearerFormat = 'JWT'",
        "components.securitySchemes.oauth.flows.implicit.scopes.write = ''",
    ];

    private static readonly DescriptionVersion Version = DescriptionVersion.TryParse("2.14")!;
    private static readonly JObject Parsed = JObject.Parse(FullDescription.Base);

    private readonly NameLedger _ledger = NameLedger.Parse("{}");
    private readonly DescriptionRevision _before;

    public CompleteReportTests() => _before = Read(Parsed);

    [Test]
    public void Each_change_of_each_pair_is_reported()
    {
        // The dangling reference needs its target in all of them.
        var changes = Changes.Where(change => !change.Contains("responses/other", StringComparison.Ordinal)).ToList();
        var alone = changes.ToDictionary(change => change, change => Entries(change).Select(Key).ToHashSet(), StringComparer.Ordinal);
        var problems = new ConcurrentBag<string>();
        var pairs = 0;
        // Ledgers are not safe for threads, so each thread has its own.
        Parallel.For(0, changes.Count, () => new CompleteReportTests(), Compare, _ => { });
        TestContext.Out.WriteLine($"{changes.Count} changes, {pairs} pairs");
        Assert.That(changes, Has.Count.GreaterThanOrEqualTo(60));
        Assert.That(string.Join('\n', problems.Take(60)), Is.Empty, $"{problems.Count} problems");

        CompleteReportTests Compare(int i, ParallelLoopState state, CompleteReportTests reports)
        {
            for (var j = i + 1; j < changes.Count; j++)
            {
                if (Touch(changes[i], changes[j]))
                    continue;
                Interlocked.Increment(ref pairs);
                var both = reports.Entries(changes[i], changes[j]).ToList();
                var keys = both.Select(Key).ToHashSet();
                foreach (var change in new[] { changes[i], changes[j] })
                {
                    var missing = alone[change].Where(key => !keys.Contains(key)).ToList();
                    if (missing.Count > 0 && (missing.Any(key => key.Rule.StartsWith("described-", StringComparison.Ordinal)) || !IsExplained(change, both)))
                        problems.Add($"{changes[i]}  AND  {changes[j]}: missing {string.Join(", ", missing)}");
                }
            }

            return reports;
        }
    }

    [Test]
    public void Each_change_is_reported_by_its_own_pointer()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var change in Changes)
            {
                var after = After(change);
                var before = JObject.Parse(FullDescription.Base);
                var entries = Entries(change).ToList();
                foreach (var pointer in Differing(before, after, string.Empty))
                    Assert.That(entries.Where(entry => IsAbout(entry, pointer)), Is.Not.Empty, $"{change}: {pointer} in {string.Join(" | ", entries.Select(Key))}");
            }
        }
    }

    [Test]
    public void Equal_descriptions_have_no_changes() => Assert.That(ChangeReport.Compare(_before, Read(JObject.Parse(FullDescription.Base))).All, Is.Empty);

    [Test]
    public void The_order_of_a_list_is_a_change()
    {
        var after = JObject.Parse(FullDescription.Base);
        var tags = (JArray)after["tags"]!;
        after["tags"] = new JArray(tags.Reverse());

        Assert.That(ChangeReport.Compare(_before, Read(after)).All.Select(entry => $"{entry.Rule} {entry.Place.Pointer}"), Is.EqualTo(new[] { "described-part-changed #/tags" }));
    }

    [Test]
    public void A_renamed_placeholder_and_a_moved_operation_do_not_hide_other_changes()
    {
        var renamed = JObject.Parse(FullDescription.Base.Replace("{id}", "{key}", StringComparison.Ordinal).Replace("name: 'id', in: 'path'", "name: 'key', in: 'path'", StringComparison.Ordinal)
            .Replace("X-Limit", "X-Rate", StringComparison.Ordinal));
        var moved = JObject.Parse(FullDescription.Base.Replace("'/things/{id}'", "'/items/{id}'", StringComparison.Ordinal).Replace("X-Limit", "X-Rate", StringComparison.Ordinal));

        using (Assert.EnterMultipleScope())
        {
            foreach (var (after, rule) in new[] { (renamed, "placeholder-renamed"), (moved, "operation-moved") })
            {
                // With names of its own, the operation has the same name under both paths.
                var entries = ChangeReport.Compare(_before, Read(after, NameLedger.Parse("{}"))).All;
                Assert.That(entries.Select(entry => entry.Rule), Does.Contain(rule));
                Assert.That(entries.Select(entry => entry.Place.Pointer), Has.Some.EndsWith("/post/responses/200/headers/X-Limit").And.Some.EndsWith("/post/responses/200/headers/X-Rate"));
                Assert.That(entries, Has.Count.LessThan(8), string.Join('\n', entries.Select(Key)));
            }
        }
    }

    // The other change can decide which rule applies, such as that for a request if nothing sends the class anymore.
    private static bool IsExplained(string change, List<ReportEntry> entries) =>
        Differing(Parsed, After(change), string.Empty)
            .All(pointer => entries.Any(entry => entry.Change?.Rule is not { Area: ChangeArea.Operation, ShowsInCSharp: true } && IsAbout(entry, pointer))
                || entries.Any(entry => entry.Place.Pointer.StartsWith(pointer, StringComparison.Ordinal)));

    private static (string Rule, string Pointer, string? Before, string? After) Key(ReportEntry entry) =>
        // A declaration shows all changes of a method.
        entry.Change is { Rule.ShowsInCSharp: true }
            ? (entry.Rule, entry.Place.Pointer, null, null)
            : (entry.Rule, entry.Place.Pointer, entry.Before, entry.After);

    private static bool IsAbout(ReportEntry entry, string pointer)
    {
        var place = entry.Place.Pointer;
        return pointer == place
            || (entry.Change is not null && (pointer.StartsWith($"{place}/", StringComparison.Ordinal) || place.StartsWith($"{pointer}/", StringComparison.Ordinal)))
            || (entry.Change is not null
                && pointer.Contains("/required/", StringComparison.Ordinal)
                && place.StartsWith(pointer[..pointer.IndexOf("/required/", StringComparison.Ordinal)], StringComparison.Ordinal))
            || place.StartsWith($"{pointer}/", StringComparison.Ordinal);
    }

    private static bool Touch(string left, string right)
    {
        var (one, other) = (PathOf(left), PathOf(right));
        return one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal)
            || RemovesPlaceOf(left, right) || RemovesPlaceOf(right, left);
    }

    // Without the body, its class is not part of a request.
    private static bool RemovesPlaceOf(string removal, string change) =>
        removal.Contains(".requestBody", StringComparison.Ordinal) && change.Contains(Schema, StringComparison.Ordinal)
        && (removal[0] == '-' || removal.Contains("$ref", StringComparison.Ordinal));

    private static string PathOf(string change) => change.TrimStart('-').Split(" = ")[0].Split(" += ")[0];

    private IEnumerable<ReportEntry> Entries(params string[] changes) => ChangeReport.Compare(_before, Read(After(changes))).All;

    private DescriptionRevision Read(JObject description, NameLedger? ledger = null)
    {
        var reduced = DescriptionReducer.Reduce(description, "2.14");
        return DescriptionRevision.Of("description.json", Version, reduced, reduced, [], ledger ?? _ledger);
    }

    private static JObject After(params string[] changes) => FullDescription.With(
        Parsed,
        changes.Any(change => change.Contains("responses/other", StringComparison.Ordinal))
            ? changes.Append("components.responses.other = { description: '' }")
            : changes);

    private static IEnumerable<string> Differing(JToken before, JToken after, string pointer)
    {
        pointer = pointer.Length == 0 ? "#" : pointer;
        switch (before, after)
        {
            case (JObject old, JObject current):
                return old.Properties().Select(property => property.Name).Union(current.Properties().Select(property => property.Name))
                    .SelectMany(name => old[name] is { } was && current[name] is { } now
                        ? Differing(was, now, $"{pointer}/{Descriptions.JsonPointer.Escape(name)}")
                        : [$"{pointer}/{Descriptions.JsonPointer.Escape(name)}"]);
            case (JArray old, JArray current):
                return Enumerable.Range(0, Math.Max(old.Count, current.Count))
                    .SelectMany(i => i < old.Count && i < current.Count ? Differing(old[i], current[i], $"{pointer}/{i}") : [$"{pointer}/{i}"]);
            default:
                return JToken.DeepEquals(before, after) ? [] : [pointer];
        }
    }
}
