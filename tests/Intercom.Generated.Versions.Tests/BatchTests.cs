using System.Net;
using Intercom.Generated.Preview;
using Intercom.Generated.Testing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Operations that take a limited number of items have a method that takes any number.</summary>
public sealed class BatchTests
{
    [EveryVersion]
    public void Every_limited_list_of_a_bulk_operation_has_a_method_for_any_number(VersionUnderTest version)
    {
        var expected = version.Methods
            .Where(operation => operation.BodyType is not null && operation.Path.Contains("bulk", StringComparison.Ordinal))
            .Select(operation => operation.Method)
            .Select(method => (Client: method.DeclaringType!.Name, Name: method.Name.Replace("Async", "InBatchesAsync", StringComparison.Ordinal)))
            .Select(method => $"{method.Client}Batches.{(method.Name.StartsWith("Apply", StringComparison.Ordinal) ? "" : "Start")}{method.Name}");
        var actual = version.ClientType.Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("ClientBatches", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods().Where(method => method.IsStatic).Select(method => $"{type.Name}.{method.Name}"))
            .Distinct();
        Assert.That(actual, Is.EquivalentTo(expected));
        Assert.That(actual.Count(), Is.EqualTo(version.Name switch { "Preview" => 7, "2.16" => 1, _ => 0 }));
    }

    [Test]
    public async Task Contacts_are_created_100_at_a_time()
    {
        using var fake = new FakeIntercom("Preview");
        using var intercom = new IntercomClient(new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake });
        var contacts = Enumerable.Range(0, 250).Select(i => new BulkCreateContact { Email = $"{i}@example.com" }).ToList();

        var batches = new List<IntercomBatch<BulkCreateContact, IntercomJob<BulkJob>>>();
        await foreach (var batch in intercom.Contacts.StartBulkCreateInBatchesAsync(contacts))
            batches.Add(batch);

        Assert.That(fake.Requests.Select(request => ((JArray)JObject.Parse(request.Body!)["contacts"]!).Count), Is.EqualTo(new[] { 100, 100, 50 }));
        Assert.That(batches.SelectMany(batch => batch.Items), Is.EqualTo(contacts));
        Assert.That(batches.Select(batch => batch.Result.Id), Has.All.Not.Empty);
    }

    [Test]
    public async Task Items_come_from_a_stream()
    {
        using var fake = new FakeIntercom("Preview");
        using var intercom = new IntercomClient(new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake });
        await foreach (var batch in intercom.Companies.StartBulkDeleteInBatchesAsync(Stream()))
            Assert.That(batch.Items, Has.Count.EqualTo(1));
        Assert.That(fake.Requests.Single().Body, Is.EqualTo("""{"companies":[{"id":"7"}]}"""));

        static async IAsyncEnumerable<BulkDeleteCompany> Stream()
        {
            await Task.Yield();
            yield return new BulkDeleteCompany { Id = "7" };
        }
    }

    [Test]
    public async Task Failure_ends_the_enumeration_after_the_accepted_requests()
    {
        using var fake = new FakeIntercom("Preview");
        using var intercom = new IntercomClient(new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake });
        var accepted = 0;
        var enumerate = async () =>
        {
            await foreach (var batch in intercom.Contacts.StartBulkUpdateInBatchesAsync(Enumerable.Repeat(new BulkUpdateContact { Id = "1" }, 250)))
            {
                accepted += batch.Items.Count;
                fake.Respond("PUT", "/contacts/bulk", _ => FakeIntercom.Error(HttpStatusCode.UnprocessableEntity, "parameter_invalid", "Not valid"));
            }
        };
        await Assert.ThrowsAsync<IntercomValidationException>(() => enumerate());
        Assert.That(accepted, Is.EqualTo(100));
    }

    [Test]
    public async Task Content_is_changed_1000_at_a_time()
    {
        using var fake = new FakeIntercom("2.16");
        using var intercom = new V2_16.IntercomClient(new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake });
        var articles = Enumerable.Range(1, 1001)
            .Select(id => new V2_16.ContentBulkActionTarget { Type = V2_16.ContentBulkActionTargetType.Article, Id = $"{id}" });

        var sizes = new List<int>();
        await foreach (var batch in V2_16.ContentClientBatches.ApplyBulkActionInBatchesAsync(
            intercom.Content, articles, batch => new V2_16.ContentBulkActionRequest { Action = V2_16.ContentBulkAction.Publish, ContentIds = batch }))
            sizes.Add(batch.Items.Count);

        Assert.That(sizes, Is.EqualTo(new[] { 1000, 1 }));
        Assert.That(fake.Requests.Select(request => (string?)JObject.Parse(request.Body!)["action"]), Is.All.EqualTo("publish"));
    }
}
