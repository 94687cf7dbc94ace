using System.Collections.Concurrent;
using System.Globalization;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Faults.Tests;

/// <summary>What happens between calls, and between servers.</summary>
internal sealed class ConnectionTests
{
    [TestCase("GET")]
    [TestCase("POST")]
    public async Task Connection_closed_between_calls_does_no_harm(string method)
    {
        await using var server = new FaultServer(async x =>
        {
            await x.AnswerAsync();
            x.Close();
        });
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        var call = Call.All.Single(call => call.Name == method);
        for (var i = 0; i < 20; i++)
        {
            Assert.That(await call.Run(client, default), Is.EqualTo(Answers.Id));
            await server.WaitForConnectionsAsync(most: 0);
        }

        Assert.That(server.Requests, Has.Count.EqualTo(20));
    }

    [Test]
    public async Task Request_on_a_stale_connection_is_made_again_when_it_reads()
    {
        await using var server = ClosingSecondRequest();
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        await Call.Get.Run(client, default);
        Assert.That(await Call.Get.Run(client, default), Is.EqualTo(Answers.Id));
        Assert.That(server.AcceptedConnections, Is.EqualTo(2));
    }

    [Test]
    public async Task Request_on_a_stale_connection_is_not_made_again_when_it_writes()
    {
        await using var server = ClosingSecondRequest();
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        await Call.Get.Run(client, default);
        Assert.That(async () => await Call.Post.Run(client, default), Throws.TypeOf<IntercomConnectionException>());
        Assert.That(server.Requests.Count(request => request.Method == "POST"), Is.EqualTo(1));
    }

    [Test]
    public async Task Write_without_a_body_is_not_made_again_either()
    {
        await using var server = ClosingSecondRequest();
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        await Call.Get.Run(client, default);
        Assert.That(async () => await client.Contacts.ArchiveAsync(Answers.Id), Throws.TypeOf<IntercomConnectionException>());
        Assert.That(server.Requests.Count(request => request.Method == "POST"), Is.EqualTo(1));
    }

    [Test]
    public async Task Number_of_requests_equals_the_number_of_attempts(
        [Values("GET", "HEAD", "DELETE", "PUT", "POST", "PATCH")] string method, [Values(0, 3)] int maxRetries, [Values] bool isStale)
    {
        await using var server = new FaultServer(async x =>
        {
            if (x.Request.Method == "OPTIONS")
                await x.AnswerAsync();
            else
                x.Close();
        });
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        if (isStale)
            await client.SendAsync(new ApiRequest(new ApiOperation("Contacts.Any", "OPTIONS", "/contacts/{id}"), Answers.Id));
        var request = new ApiRequest(new ApiOperation("Contacts.Any", method, "/contacts/{id}"), Answers.Id);
        var expected = method is "POST" or "PATCH" ? 0 : maxRetries;
        Assert.That(
            async () => await client.SendAsync(request, new RequestOptions { MaxRetries = maxRetries }),
            Throws.TypeOf<IntercomConnectionException>().With.Property("RetryCount").EqualTo(expected));
        Assert.That(server.Requests.Count(received => received.Method == method), Is.EqualTo(expected + 1));
    }

    [Test]
    public async Task Page_of_a_scroll_is_not_read_again()
    {
        await using var server = ClosingSecondRequest();
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        await Call.Get.Run(client, default);
        Assert.That(async () => await client.Companies.ScrollAsync().FirstPageAsync(), Throws.TypeOf<IntercomConnectionException>());
        Assert.That(server.Requests.Count(request => request.Target.StartsWith("/companies/scroll", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task What_follows_an_answer_does_not_get_into_the_next_one()
    {
        await using var server = new FaultServer(x => x.SendAsync(Exchange.Head(200, "Content-Length: 2") + "{}" + Exchange.Head(200, "Content-Length: 13") + """{"id":"evil"}"""));
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        for (var i = 0; i < 10; i++)
            Assert.That(await Call.Get.Run(client, default), Is.Null);
        Assert.That(server.AcceptedConnections, Is.EqualTo(10));
    }

    [Test]
    public async Task Token_is_not_sent_to_another_server()
    {
        await using var storage = new FaultServer(x => x.AnswerAsync());
        await using var server = new FaultServer(x => x.AnswerAsync(302, "", $"Location: {storage.Address}file"));
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        Assert.That(await Call.Download.Run(client, default), Is.EqualTo(Call.Download.Expected));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(server.Requests.Single().Headers, Contains.Key("Authorization"));
            Assert.That(storage.Requests.Single().Headers, Does.Not.ContainKey("Authorization").And.Not.ContainKey("Intercom-Version"));
        }
    }

    [Test]
    public async Task Redirects_are_followed_five_times()
    {
        await using var server = new FaultServer(x => x.AnswerAsync(302, "", "Location: /again"));
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        Assert.That(async () => await Call.Get.Run(client, default), Throws.TypeOf<IntercomApiException>().With.Property("RetryCount").Zero);
        Assert.That(server.Requests, Has.Count.EqualTo(6));
    }

    [Test]
    public async Task Walk_goes_on_over_broken_pages()
    {
        var broken = new ConcurrentDictionary<string, bool>();
        await using var server = new FaultServer(async x =>
        {
            if (broken.TryAdd(x.Request.Target, true))
            {
                x.Reset();
                return;
            }

            var after = x.Request.Target.Split("starting_after=");
            var page = after.Length == 1 ? 0 : int.Parse(after[1], CultureInfo.InvariantCulture);
            var next = page < 9 ? $$"""{"starting_after":"{{page + 1}}"}""" : "null";
            await x.AnswerAsync(200, $$"""{"type":"list","data":[{"type":"contact","id":"{{page}}"}],"pages":{"next":{{next}} } }""");
        });
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        var ids = new List<string?>();
        await foreach (var contact in client.Contacts.ListAsync())
            ids.Add(contact.Id);
        Assert.That(ids, Is.EqualTo(Enumerable.Range(0, 10).Select(id => $"{id}")));
        Assert.That(server.Requests, Has.Count.EqualTo(20));
    }

    // The second request of a connection finds it closed, as when the server gives up an idle connection just then.
    private static FaultServer ClosingSecondRequest() => new(async x =>
    {
        if (x.Place == 2)
            x.Close();
        else
            await x.AnswerAsync();
    });
}
