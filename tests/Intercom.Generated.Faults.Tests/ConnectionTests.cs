using System.Collections.Concurrent;
using System.Globalization;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Faults.Tests;

/// <summary>Connections between calls, stale connections, and redirects to other servers.</summary>
internal sealed class ConnectionTests
{
    [TestCase("GET")]
    [TestCase("POST")]
    public async Task Reconnects_after_the_server_closes_an_idle_connection(string method)
    {
        await using var server = new FaultServer(async x =>
        {
            await x.RespondAsync();
            x.Close();
        });
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        var call = Call.All.Single(call => call.Name == method);
        for (var i = 0; i < 20; i++)
        {
            Assert.That(await call.Run(client, default), Is.EqualTo(Responses.Id));
            await server.WaitForConnectionsAsync(max: 0);
        }

        Assert.That(server.Requests, Has.Count.EqualTo(20));
    }

    [Test]
    public async Task Retries_a_read_on_a_stale_connection()
    {
        await using var server = ClosingSecondRequest();
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        await Call.Get.Run(client, default);
        Assert.That(await Call.Get.Run(client, default), Is.EqualTo(Responses.Id));
        Assert.That(server.AcceptedConnections, Is.EqualTo(2));
    }

    [Test]
    public async Task Does_not_retry_a_write_on_a_stale_connection()
    {
        await using var server = ClosingSecondRequest();
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        await Call.Get.Run(client, default);
        Assert.That(async () => await Call.Post.Run(client, default), Throws.TypeOf<IntercomConnectionException>());
        Assert.That(server.Requests.Count(request => request.Method == "POST"), Is.EqualTo(1));
    }

    [Test]
    public async Task Does_not_retry_a_write_without_a_body()
    {
        await using var server = ClosingSecondRequest();
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        await Call.Get.Run(client, default);
        Assert.That(async () => await client.Contacts.ArchiveAsync(Responses.Id), Throws.TypeOf<IntercomConnectionException>());
        Assert.That(server.Requests.Count(request => request.Method == "POST"), Is.EqualTo(1));
    }

    [Test]
    public async Task Number_of_requests_equals_the_number_of_attempts(
        [Values("GET", "HEAD", "DELETE", "PUT", "POST", "PATCH")] string method, [Values(0, 3)] int maxRetries, [Values] bool isStale)
    {
        await using var server = new FaultServer(async x =>
        {
            if (x.Request.Method == "OPTIONS")
                await x.RespondAsync();
            else
                x.Close();
        });
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        if (isStale)
            await client.SendAsync(new ApiRequest(new ApiOperation("Contacts.Any", "OPTIONS", "/contacts/{id}"), Responses.Id));
        var request = new ApiRequest(new ApiOperation("Contacts.Any", method, "/contacts/{id}"), Responses.Id);
        var expected = method is "POST" or "PATCH" ? 0 : maxRetries;
        Assert.That(
            async () => await client.SendAsync(request, new RequestOptions { MaxRetries = maxRetries }),
            Throws.TypeOf<IntercomConnectionException>().With.Property("RetryCount").EqualTo(expected));
        Assert.That(server.Requests.Count(received => received.Method == method), Is.EqualTo(expected + 1));
    }

    [Test]
    public async Task Does_not_retry_a_scroll_page()
    {
        await using var server = ClosingSecondRequest();
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        await Call.Get.Run(client, default);
        Assert.That(async () => await client.Companies.ScrollAsync().FirstPageAsync(), Throws.TypeOf<IntercomConnectionException>());
        Assert.That(server.Requests.Count(request => request.Target.StartsWith("/companies/scroll", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task Bytes_after_a_response_do_not_reach_the_next_call()
    {
        await using var server = new FaultServer(x => x.SendAsync(
            Http1Exchange.Head(200, "Content-Length: 2") + "{}" + Http1Exchange.Head(200, "Content-Length: 13") + """{"id":"evil"}"""));
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        for (var i = 0; i < 10; i++)
            Assert.That(await Call.Get.Run(client, default), Is.Null);
        Assert.That(server.AcceptedConnections, Is.EqualTo(10));
    }

    [Test]
    public async Task Does_not_send_the_access_token_to_another_server()
    {
        await using var storage = new FaultServer(x => x.RespondAsync());
        await using var server = new FaultServer(x => x.RespondAsync(302, "", $"Location: {storage.Address}file"));
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
    public async Task Follows_at_most_five_redirects()
    {
        await using var server = new FaultServer(x => x.RespondAsync(302, "", "Location: /again"));
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        Assert.That(
            async () => await Call.Get.Run(client, default),
            Throws.TypeOf<IntercomApiException>().With.Property("RetryCount").Zero);
        Assert.That(server.Requests, Has.Count.EqualTo(6));
    }

    [Test]
    public async Task Enumeration_retries_failed_pages()
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
            await x.RespondAsync(200, $$"""{"type":"list","data":[{"type":"contact","id":"{{page}}"}],"pages":{"next":{{next}} } }""");
        });
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        var ids = new List<string?>();
        await foreach (var contact in client.Contacts.ListAsync())
            ids.Add(contact.Id);
        Assert.That(ids, Is.EqualTo(Enumerable.Range(0, 10).Select(id => $"{id}")));
        Assert.That(server.Requests, Has.Count.EqualTo(20));
    }

    // Closes the connection on its second request, like a server that drops an idle connection just as the client reuses it.
    private static FaultServer ClosingSecondRequest() => new(async x =>
    {
        if (x.ConnectionRequestNumber == 2)
            x.Close();
        else
            await x.RespondAsync();
    });
}
