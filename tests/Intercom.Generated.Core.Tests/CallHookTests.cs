namespace Intercom.Generated.Core.Tests;

/// <summary>The callbacks of a call, and the text of its response.</summary>
public class CallHookTests
{
    private const string Json = """{"id":"1", "name":"Ünïcode"}""";

    [Test]
    public async Task Request_can_be_seen_and_changed_before_each_attempt()
    {
        var attempts = 0;
        using var server = new StubServer(_ => ++attempts == 1 ? StubServer.Json("{}", 503) : StubServer.Json(Json));
        using var client = server.Connect(options => options.Retry = new() { MaxRetries = 1, BaseDelay = TimeSpan.Zero });
        var seen = new List<string>();

        await client.Things.GetAsync("1", new RequestOptions
        {
            OnRequest = request =>
            {
                seen.Add($"{request.Method} {request.RequestUri!.AbsolutePath}");
                request.Headers.Add("X-Attempt", $"{seen.Count}");
            },
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen, Is.EqualTo(new[] { "GET /things/1", "GET /things/1" }));
            Assert.That(server.Requests.Select(request => request.Header("X-Attempt")), Is.EqualTo(new[] { "1", "2" }));
        }
    }

    [Test]
    public async Task Requests_to_another_host_are_not_shown()
    {
        using var server = new StubServer(request => request.Address.Contains("intercom", StringComparison.Ordinal)
            ? StubServer.Redirect(302, "https://files.example.test/export")
            : StubServer.Bytes([1]));
        using var client = server.Connect();
        var seen = new List<string>();
        using var download = await client.Things.DownloadAsync("1", new RequestOptions { OnRequest = request => seen.Add(request.RequestUri!.Host) });
        Assert.That(seen, Is.EqualTo(new[] { "api.intercom.io" }));
        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Exception_of_a_callback_names_it_and_sends_nothing()
    {
        using var server = StubServer.RespondingWith(Json);
        using var client = server.Connect();
        var options = new RequestOptions { OnRequest = _ => throw new HttpRequestException("mine") };
        var failure = (await Assert.ThrowsAsync<IntercomRequestException>(() => client.Things.GetAsync("1", options)))!;
        Assert.That(failure.Message, Does.Contain("OnRequest threw an exception"));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Text_of_the_response_is_kept_on_request([Values] bool keeps)
    {
        using var server = StubServer.RespondingWith(Json);
        using var client = server.Connect();
        IntercomResponse? response = null;
        var thing = await client.Things.GetAsync("1", new RequestOptions { KeepRawBody = keeps, OnResponse = received => response = received });
        Assert.That(thing.Name, Is.EqualTo("Ünïcode"));
        Assert.That(response!.RawBody, Is.EqualTo(keeps ? Json : null));
    }

    [Test]
    public async Task Text_of_each_page_is_kept()
    {
        using var server = StubServer.RespondingWith("""{"data":[{"id":"1"}]}""");
        using var client = server.Connect();
        var responses = new List<IntercomResponse>();
        await foreach (var _ in client.Things.ListAsync(new RequestOptions { KeepRawBody = true, OnResponse = responses.Add }))
        {
        }

        Assert.That(responses.Select(response => response.RawBody), Is.EqualTo(new[] { """{"data":[{"id":"1"}]}""" }));
    }

    [Test]
    public void Test_doubles_can_create_responses_and_exceptions()
    {
        var headers = new Dictionary<string, string> { ["X-Request-Id"] = "r1", ["X-RateLimit-Limit"] = "167", ["X-RateLimit-Remaining"] = "0", ["Content-Type"] = "text/plain" };
        var response = new IntercomResponse((System.Net.HttpStatusCode)429, headers);
        var limited = IntercomApiException.Create((System.Net.HttpStatusCode)429, [new("rate_limit_exceeded", "Slow down", null)], headers, "Contacts.List");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((response.RequestId, response.RateLimit?.Limit, response.Header("content-type")), Is.EqualTo(("r1", (int?)167, "text/plain")));
            Assert.That(limited, Is.TypeOf<IntercomRateLimitException>());
            Assert.That(limited.Message, Does.StartWith("Contacts.List failed with 429 Too Many Requests: rate_limit_exceeded: Slow down (request ID r1)."));
            Assert.That(IntercomApiException.Create(System.Net.HttpStatusCode.NotFound), Is.TypeOf<IntercomNotFoundException>());
            Assert.That((IntercomApiException.Create(System.Net.HttpStatusCode.Conflict, [new("conflict", "exists with id=7", null)]) as IntercomConflictException)?.ExistingId, Is.EqualTo("7"));
            Assert.That(new IntercomTimeoutException("Contacts.Get", TimeSpan.FromSeconds(30)).Message, Is.EqualTo("Contacts.Get: no complete response within 30 seconds."));
            Assert.That(new IntercomConnectionException("Contacts.Get", new IOException("broken")).Message, Is.EqualTo("Contacts.Get: no response from Intercom: broken."));
            Assert.That(new IntercomRateLimiterException("Contacts.Get").Operation, Is.EqualTo("Contacts.Get"));
            Assert.That(() => new IntercomResponse(System.Net.HttpStatusCode.OK, new Dictionary<string, string> { ["a b"] = "c" }), Throws.ArgumentException);
        }
    }
}
