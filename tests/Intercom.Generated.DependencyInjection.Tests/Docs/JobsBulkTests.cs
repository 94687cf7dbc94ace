// <snippet usings>
using System.Collections.Concurrent;
using Intercom.Generated;
using Intercom.Generated.Preview;
// </snippet>
using System.Net;
using Intercom.Generated.Testing;

namespace Intercom.Generated.DependencyInjection.Tests.Docs;

/// <summary>The code of docs/jobs.md about many items.</summary>
public sealed class JobsBulkTests : IDisposable
{
    private readonly FakeIntercom _fake = new("Preview");
    private readonly IntercomClient intercom;
    private readonly List<(string Email, string Name)> people =
        [.. Enumerable.Range(0, 250).Select(i => ($"{i}@example.com", $"Person {i}"))];

    public JobsBulkTests()
    {
        intercom = new IntercomClient(new IntercomClientOptions(_fake.AccessToken) { HttpMessageHandler = _fake });
        _fake.Respond("GET", "/contacts/bulk/{id}", _ => new HttpResponseMessage { Content = new StringContent("""{"id":"1","state":"completed"}""") });
    }

    public void Dispose()
    {
        intercom.Dispose();
        _fake.Dispose();
    }

    [Test]
    public async Task Contacts()
    {
        // <snippet bulk jobs>
        var contacts = people.Select(person => new BulkCreateContact { Email = person.Email, Name = person.Name });
        await foreach (var batch in intercom.Contacts.StartBulkCreateInBatchesAsync(contacts))
        {
            BulkJob job = await batch.Result.WaitAsync();
            Console.WriteLine($"{batch.Items.Count} contacts, first {batch.Items[0].Email}: {job.State}");
        }
        // </snippet>
        Assert.That(_fake.Requests.Count(request => request.Method == "POST"), Is.EqualTo(3));
    }

    [Test]
    public async Task Content()
    {
        string[] articleIds = ["1", "2"];
        // <snippet content>
        var articles = articleIds.Select(id => new ContentBulkActionTarget { Type = ContentBulkActionTargetType.Article, Id = id });
        var batches = intercom.Content.ApplyBulkActionInBatchesAsync(
            articles, batch => new ContentBulkActionRequest { Action = ContentBulkAction.Publish, ContentIds = batch });
        await foreach (var batch in batches)
            Console.WriteLine($"{batch.Items.Count} articles: {batch.Result.Status}");
        // </snippet>
        Assert.That(_fake.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task One_call_for_each_item()
    {
        var cancellationToken = CancellationToken.None;
        using var limiter = new IntercomRateLimiter();
        using var intercom = new IntercomClient(new IntercomClientOptions(_fake.AccessToken) { HttpMessageHandler = _fake, RateLimiter = limiter });
        _fake.RespondOnce("POST", "/contacts", _ => FakeIntercom.Error(HttpStatusCode.BadRequest, "parameter_invalid", "The email is not valid"));
        // <snippet one call for each item>
        var rejected = new ConcurrentBag<(string Email, IntercomException Error)>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(people, parallel, async (person, token) =>
        {
            try
            {
                var request = new CreateContactRequest { Role = "user", Email = person.Email, Name = person.Name };
                await intercom.Contacts.CreateOrUpdateAsync(request, token);
            }
            catch (IntercomApiException e) when (e is IntercomBadRequestException or IntercomValidationException)
            {
                rejected.Add((person.Email, e));     // any other exception ends the loop
            }
        });
        // </snippet>
        Assert.That(rejected, Has.Count.EqualTo(1));
        Assert.That(_fake.Contacts, Has.Count.EqualTo(people.Count - 1));
    }
}
