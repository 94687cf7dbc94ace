using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

public class ResponseTests
{
    [Test]
    public async Task The_rate_limit_resets_in_the_next_window()
    {
        using var client = new FakeClient(options: new FakeIntercomOptions { RateLimit = 2 });
        var first = await client.SendAsync("GET", "/me");
        await client.SendAsync("GET", "/me");
        var third = await client.SendAsync("GET", "/me");
        Assert.That(first.Header("X-RateLimit-Remaining"), Is.EqualTo("1"));
        var error = third.ShouldBeError(HttpStatusCode.TooManyRequests, "rate_limit_exceeded");
        Assert.Multiple(() =>
        {
            Assert.That((string?)error["message"], Is.EqualTo("Exceeded rate limit of 2 in 10_seconds"));
            Assert.That(third.Header("X-RateLimit-Limit"), Is.EqualTo("2"));
            Assert.That(third.Header("X-RateLimit-Remaining"), Is.EqualTo("0"));
            Assert.That(third.Header("X-RateLimit-Reset"), Is.EqualTo("1767225610"));
        });
        client.Fake.Advance(TimeSpan.FromSeconds(10));
        await client.OkAsync("GET", "/me");
    }

    [Test]
    public async Task The_rate_limit_window_follows_the_tests_clock()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2030, 5, 1, 12, 0, 0, TimeSpan.Zero));
        using var client = new FakeClient(options: new FakeIntercomOptions { RateLimit = 1, TimeProvider = time });
        await client.OkAsync("GET", "/me");
        await client.FailsAsync(HttpStatusCode.TooManyRequests, "rate_limit_exceeded", "GET", "/me");
        time.Advance(TimeSpan.FromSeconds(10));
        await client.OkAsync("GET", "/me");
        Assert.That((long?)client.Fake.AddContact()["created_at"], Is.EqualTo(time.GetUtcNow().ToUnixTimeSeconds()));
        Assert.That(() => client.Fake.Advance(TimeSpan.FromSeconds(1)), Throws.InvalidOperationException);
    }

    [Test]
    public async Task One_time_responses_are_used_once_and_in_order()
    {
        using var client = new FakeClient();
        client.Fake
            .RespondOnce("GET", "/me", _ => FakeIntercom.Error(HttpStatusCode.TooManyRequests, "rate_limit_exceeded", "Slow down"))
            .RespondOnce("GET", "/me", _ => new HttpResponseMessage(HttpStatusCode.BadGateway)
            {
                Content = new StringContent("<html>", Encoding.UTF8, "text/html"),
            });
        var first = await client.SendAsync("GET", "/me");
        first.ShouldBeError(HttpStatusCode.TooManyRequests, "rate_limit_exceeded");
        var second = await client.SendAsync("GET", "/me");
        Assert.That(second.Status, Is.EqualTo(HttpStatusCode.BadGateway));
        Assert.That(second.Text, Is.EqualTo("<html>"));
        await client.OkAsync("GET", "/me");
        Assert.That(client.Fake.Requests, Has.Count.EqualTo(3));
    }

    [TestCase("/contacts/{id}", "/contacts/7", true)]
    [TestCase("/contacts/{contact_id}", "/contacts/7", true)]
    [TestCase("/contacts/7", "/contacts/7", true)]
    [TestCase("/contacts/8", "/contacts/7", false)]
    [TestCase("/articles/{id}", "/articles/search?phrase=x", false)]
    [TestCase("/articles/search", "/articles/search?phrase=x", true)]
    [TestCase("/unicorns", "/unicorns", true)]
    [TestCase("*", "/anything/at/all", true)]
    public async Task Scripted_responses_match_by_template_and_path(string script, string path, bool matches)
    {
        using var client = new FakeClient();
        client.Fake.Respond("*", script, _ => new HttpResponseMessage(HttpStatusCode.Conflict));
        var response = await client.SendAsync("GET", path);
        Assert.That(response.Status == HttpStatusCode.Conflict, Is.EqualTo(matches), response.Text);
    }

    [Test]
    public async Task A_scripted_response_can_throw_or_wait()
    {
        using var client = new FakeClient();
        client.Fake.RespondOnce("GET", "/me", _ => throw new HttpRequestException("reset by peer"));
        client.Fake.Respond("GET", "/me", async (_, cancellation) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return new HttpResponseMessage();
        });
        client.Http.Timeout = TimeSpan.FromMilliseconds(50);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync("GET", "/me"));
        Assert.That(() => client.SendAsync("GET", "/me"), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_scripted_response_can_read_the_request_and_the_fake()
    {
        using var client = new FakeClient();
        client.Fake.Respond("POST", "/contacts/{id}/tags", request => new HttpResponseMessage
        {
            Content = new StringContent($"{request.Operation} {request.Body} {client.Fake.Requests.Count}"),
        });
        var response = await client.SendAsync("POST", "/contacts/7/tags", new JObject { ["id"] = "1" });
        Assert.That(response.Text, Does.Match("""^POST /contacts/\{.*\}/tags \{"id":"1"\} 1$"""));
    }

    [Test]
    public async Task Requests_are_recorded_completely()
    {
        using var client = new FakeClient();
        await client.SendAsync("POST", "/contacts/search?page=1&order=a%20b+c", "{\"query\":1}",
            request => request.Headers.Add("X-Trace", ["a", "b"]));
        var seen = client.Fake.Requests.Single();
        Assert.Multiple(() =>
        {
            Assert.That(seen.Method, Is.EqualTo("POST"));
            Assert.That(seen.Path, Is.EqualTo("/contacts/search"));
            Assert.That(seen.PathAndQuery, Is.EqualTo("/contacts/search?page=1&order=a%20b+c"));
            Assert.That(seen.GetQuery("order"), Is.EqualTo("a b c"));
            Assert.That(seen.Headers["x-trace"], Is.EqualTo("a, b"));
            Assert.That(seen.Headers["Content-Type"], Does.StartWith("application/json"));
            Assert.That(seen.Body, Is.EqualTo("{\"query\":1}"));
            Assert.That(seen.GetBodyBytes(), Has.Length.EqualTo(11));
            Assert.That(seen.Operation, Is.EqualTo("POST /contacts/search"));
            Assert.That(seen.ToString(), Is.EqualTo("POST /contacts/search?page=1&order=a%20b+c"));
        });
    }

    [TestCaseSource(typeof(FakeClient), nameof(FakeClient.With), new object[] { "GET /calls/{}/recording" })]
    public async Task A_recording_is_a_redirect_to_a_file_that_needs_no_token(string version)
    {
        using var client = new FakeClient(version);
        var call = client.Fake.Add("call", new JObject { ["recording_url"] = "https://example.test/recording" });
        var response = await client.SendAsync("GET", $"/calls/{call["id"]}/recording");
        Assert.That(response.Status, Is.EqualTo(HttpStatusCode.Found));
        using var anonymous = client.Fake.CreateClient();
        var file = await anonymous.GetByteArrayAsync(response.Headers.Location);
        Assert.That(Encoding.ASCII.GetString(file, 0, 4), Is.EqualTo("RIFF"));

        var silent = client.Fake.Add("call");
        var error = await client.FailsAsync(HttpStatusCode.NotFound, "not_found", "GET", $"/calls/{silent["id"]}/recording");
        Assert.That((string?)error["message"], Is.EqualTo("Recording Not Found"));
    }

    [TestCaseSource(typeof(FakeClient), nameof(FakeClient.With), new object[] { "GET /calls/{}/transcript" })]
    public async Task A_transcript_is_plain_text(string version)
    {
        using var client = new FakeClient(version);
        var call = client.Fake.Add("call", new JObject { ["transcription_url"] = "https://example.test/t", ["transcript"] = "Hello?" });
        var response = await client.SendAsync("GET", $"/calls/{call["id"]}/transcript");
        Assert.That(response.ContentHeaders.ContentType?.MediaType, Is.EqualTo("text/plain"));
        Assert.That(response.Text, Is.EqualTo("Hello?"));
    }

    [TestCaseSource(typeof(FakeClient), nameof(FakeClient.With), new object[] { "DELETE /audiences/{}" })]
    public async Task A_204_response_has_no_body(string version)
    {
        using var client = new FakeClient(version);
        var response = await client.SendAsync("DELETE", $"/audiences/{client.Fake.Add("audience")["id"]}");
        Assert.That(response.Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(response.Body, Is.Empty);
    }

    [Test]
    public async Task Two_fakes_return_the_same_bytes()
    {
        var first = await RunAsync();
        var second = await RunAsync();
        Assert.That(second, Is.EqualTo(first));

        static async Task<string> RunAsync()
        {
            using var client = new FakeClient("Preview");
            client.Fake.AddContacts(30);
            var log = new StringBuilder();
            foreach (var (method, path, body) in new (string, string, JObject?)[]
            {
                ("POST", "/contacts", new JObject { ["email"] = "x@example.com" }),
                ("GET", "/contacts", null),
                ("POST", "/companies", new JObject { ["name"] = "Engines" }),
                ("GET", "/companies/scroll", null),
                ("GET", "/articles", null),
                ("GET", "/unicorns", null),
                ("GET", "/download/content/data/1", null),
            })
            {
                var response = await client.SendAsync(method, path, body);
                log.Append(response.Status).Append(response.Headers).AppendLine(Convert.ToBase64String(response.Body));
            }

            return log.ToString();
        }
    }

    [Test]
    public void Synchronous_Send_works()
    {
        using var client = new FakeClient();
        client.Fake.RespondOnce("GET", "/teams", _ => new HttpResponseMessage(HttpStatusCode.BadGateway));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/tags");
        request.Content = new StringContent("{\"name\":\"VIP\"}", Encoding.UTF8, "application/json");
        using var response = client.Http.Send(request);
        using var scripted = client.Http.Send(new HttpRequestMessage(HttpMethod.Get, "/teams"));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(scripted.StatusCode, Is.EqualTo(HttpStatusCode.BadGateway));
        Assert.That((string?)client.Fake.Tags.Single()["name"], Is.EqualTo("VIP"));
    }

    [Test]
    public async Task Concurrent_requests_are_all_stored()
    {
        using var client = new FakeClient();
        await Parallel.ForEachAsync(Enumerable.Range(0, 100), async (number, _) =>
            await client.OkAsync("POST", "/contacts", new JObject { ["email"] = $"{number}@example.com" }));
        Assert.That(client.Fake.Contacts.Select(contact => (string)contact["id"]!).ToList(), Is.Unique.And.Count.EqualTo(100));
        Assert.That(client.Fake.Requests, Has.Count.EqualTo(100));
    }
}
