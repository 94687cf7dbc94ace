using System.Net;
using Intercom.Generated.V2_16;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

/// <summary>The requests that a fake received, and the clock between them.</summary>
public class RequestTests
{
    [Test]
    public async Task A_request_has_its_operation_path_parameters_query_and_body()
    {
        using var client = new FakeClient("2.16");
        var contact = client.Fake.AddContact("ada@example.com");
        await client.OkAsync("PUT", $"/contacts/{contact["id"]}", new JObject { ["name"] = "Ada", ["signed_up_at"] = 1767225600 });
        await client.SendAsync("DELETE", "/contacts/a%2Fb/tags/7?page=2");

        var update = client.Fake.GetRequests("PUT /contacts/{id}").Single();
        var untag = client.Fake.GetRequests("DELETE /contacts/{a}/tags/{b}").Single();
        Assert.Multiple(() =>
        {
            Assert.That(update.Operation, Is.EqualTo("PUT /contacts/{contact_id}"));
            Assert.That(update.PathParameters["contact_id"], Is.EqualTo((string?)contact["id"]));
            Assert.That((string?)update.ReadJson()!["name"], Is.EqualTo("Ada"));
            Assert.That(IntercomJson.Read<UpdateContactRequest>(update.GetBodyBytes())!.SignedUpAt!.Value.Year, Is.EqualTo(2026));
            Assert.That(update.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(untag.PathValues, Is.EqualTo(new[] { "a/b", "7" }));
            Assert.That(untag.GetQuery("page"), Is.EqualTo("2"));
            Assert.That(untag.ReadJson(), Is.Null);
            Assert.That(() => client.Fake.GetRequests("GET /unicorns"), Throws.ArgumentException.With.Message.Contains("GET /unicorns"));
        });
    }

    [TestCase("[1]", "is JSON, but not an object")]
    [TestCase("{", "is not valid JSON")]
    public async Task A_body_that_is_not_an_object_is_reported(string body, string message)
    {
        using var client = new FakeClient();
        await client.SendAsync("POST", "/contacts", body);
        Assert.That(() => client.Fake.Requests[0].ReadJson(), Throws.InvalidOperationException.With.Message.Contains(message));
    }

    [Test]
    public async Task A_limit_drops_the_oldest_requests()
    {
        using var client = new FakeClient(options: new FakeIntercomOptions { RequestLimit = 2 });
        foreach (var path in new[] { "/me", "/tags", "/contacts" })
            await client.SendAsync("GET", path);
        Assert.That(client.Fake.Requests.Select(request => request.Path), Is.EqualTo(new[] { "/tags", "/contacts" }));
        Assert.That(() => new FakeIntercom("2.16", new FakeIntercomOptions { RequestLimit = -1 }), Throws.ArgumentException);
    }

    [Test]
    public void Parallel_fakes_share_no_state()
    {
        const int Count = 16;
        var results = new string[Count];
        Parallel.For(0, Count, number =>
        {
            using var client = new FakeClient("2.16");
            client.Fake.Faults.Add("GET", "/me", FakeFault.ServerError(), FaultTimes.Every(2));
            client.Fake.AddContacts(number);
            for (var i = 0; i < 4; i++)
                client.SendAsync("GET", "/me").GetAwaiter().GetResult();
            results[number] = $"{client.Fake.Contacts.Count}: {string.Join(' ', client.Fake.Requests.Select(request => (int)request.Status!))}";
        });
        Assert.That(results, Is.EqualTo(Enumerable.Range(0, Count).Select(number => $"{number}: 200 503 200 503")));
    }

    [Test]
    public async Task The_clock_moves_to_the_next_window_after_a_429_so_that_a_retry_succeeds()
    {
        using var fake = new FakeIntercom("2.16", new FakeIntercomOptions { RateLimit = 2 });
        fake.AddContacts(60);
        var options = new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake };
        options.Retry.BaseDelay = TimeSpan.Zero;
        using var intercom = new IntercomClient(options);
        var count = 0;
        await foreach (var contact in intercom.Contacts.ListAsync())
            count++;
        Assert.That(count, Is.EqualTo(60));
        Assert.That(fake.Requests.Count(request => request.Status == HttpStatusCode.TooManyRequests), Is.EqualTo(2));
        Assert.That(fake.Requests, Has.Count.EqualTo(8));
    }
}
