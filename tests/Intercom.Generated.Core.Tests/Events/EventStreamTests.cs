using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Intercom.Generated.Tests;

namespace Intercom.Generated.Core.Tests.Events;

/// <summary>Server-Sent Events are read to the end of their subscription.</summary>
public class EventStreamTests
{
    private const string Url = "https://realtime.test/event-stream?channels=c&accessToken=pr1vate";

    [Test]
    public async Task Reads_all_forms_of_events_until_the_subscription_ends()
    {
        using var server = RespondingWith(
            Events(": hello\n\ndata: {\"id\":\"1\"}\n\nevent: message\nid: a\ndata: {\"id\":\ndata: \"2\"}\n\n"
                + "data:\n\ndata: {\"data\":{\"id\":\"3\"}}\n\ndata: {\"data\":\"{\\\"id\\\":\\\"4\\\"}\"}\n\n"),
            new HttpResponseMessage(HttpStatusCode.NoContent));
        using var client = Connect(server);
        Assert.That(await IdsAsync(client), Is.EqualTo(new[] { "1", "2", "3", "4" }));
    }

    [Test]
    public async Task Request_has_neither_token_nor_version_of_the_client()
    {
        using var server = RespondingWith(new HttpResponseMessage(HttpStatusCode.NoContent));
        using var client = Connect(server);
        await IdsAsync(client);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(server.Request.Address, Is.EqualTo(Url));
            Assert.That(server.Request.Header("Accept"), Is.EqualTo("text/event-stream"));
            Assert.That(server.Request.Header("Authorization"), Is.Null);
            Assert.That(server.Request.Header("Intercom-Version"), Is.Null);
        }
    }

    [TestCase("1.1", HttpVersionPolicy.RequestVersionExact)]
    [TestCase("2.0", HttpVersionPolicy.RequestVersionOrLower)]
    public async Task Request_has_the_HTTP_version_of_the_HttpClient(string version, HttpVersionPolicy policy)
    {
        using var server = new VersionServer();
        using var http = new HttpClient(server) { DefaultRequestVersion = new Version(version), DefaultVersionPolicy = policy };
        using var client = new IntercomClient(new IntercomClientOptions("t") { HttpClient = http });
        await IdsAsync(client);
        Assert.That(server.Sent, Is.EqualTo(new[] { (new Version(version), policy) }));
    }

    [Test]
    public async Task Reconnects_after_the_last_event()
    {
        using var server = RespondingWith(
            Events("id: a\ndata: {\"id\":\"1\"}\n\n"),
            Events("id: b\ndata: {\"id\":\"2\"}\n\ndata: {\"id\":\"cut", new IOException("reset")),
            Events("id: c\ndata: {\"id\":\"3\"}\n\n"),
            new HttpResponseMessage(HttpStatusCode.Unauthorized));
        using var client = Connect(server);
        Assert.That(await IdsAsync(client), Is.EqualTo(new[] { "1", "2", "3" }));
        Assert.That(server.Requests.Select(request => request.Header("Last-Event-ID")), Is.EqualTo(new[] { null, "a", "b", "c" }));
    }

    [Test]
    public async Task Drops_events_that_a_new_connection_repeats()
    {
        using var server = RespondingWith(
            Events("id: a\ndata: {\"id\":\"1\"}\n\ndata: {\"id\":\"2\"}\n\n"),
            Events("id: a\ndata: {\"id\":\"1\"}\n\ndata: {\"id\":\"2\"}\n\ndata: {\"id\":\"3\"}\n\n"),
            new HttpResponseMessage(HttpStatusCode.Gone));
        using var client = Connect(server);
        Assert.That(await IdsAsync(client), Is.EqualTo(new[] { "1", "2", "3" }));
    }

    [Test]
    public async Task Honors_the_reconnection_interval_of_the_server()
    {
        var time = Clock();
        using var server = RespondingWith(Events("retry: 7000\ndata: {\"id\":\"1\"}\n\n"), new HttpResponseMessage(HttpStatusCode.NoContent));
        using var client = Connect(server, time);
        await IdsAsync(client);
        Assert.That(time.Skipped, Is.EqualTo(new[] { TimeSpan.FromSeconds(7) }));
    }

    [TestCase("")]
    [TestCase("retry: 0\n\n")]
    [TestCase("retry: 0\ndata:\n\n")]
    [TestCase("retry: 0\nid: a\ndata: {\"id\":\"1\"}\n\n")]
    [TestCase("retry: 0\ndata: {\"id\":\"1\"}\n\n")]
    public async Task Connections_without_a_new_event_back_off_and_fail(string events)
    {
        var time = Clock();
        using var server = new StubServer(_ => Events(events));
        using var client = Connect(server, time);
        await Assert.ThrowsAsync<IntercomConnectionException>(() => IdsAsync(client));
        Assert.That(server.Requests, Has.Count.EqualTo(4));
        Assert.That(time.Skipped, Is.Ordered.And.All.GreaterThanOrEqualTo(TimeSpan.FromMilliseconds(250)));
        Assert.That(time.Skipped.Distinct().Count(), Is.EqualTo(time.Skipped.Count), "Each pause is longer than the one before.");
    }

    [TestCase("999999999999")]
    [TestCase("9223372036854775807")]
    [TestCase("99999999999999999999999")]
    [TestCase("-1")]
    [TestCase("1e9")]
    public async Task Ignores_an_implausible_reconnection_interval(string retry)
    {
        var time = Clock();
        using var server = RespondingWith(Events($"retry: {retry}\ndata: {{\"id\":\"1\"}}\n\n"), new HttpResponseMessage(HttpStatusCode.NoContent));
        using var client = Connect(server, time);
        Assert.That(await IdsAsync(client), Is.EqualTo(new[] { "1" }));
        Assert.That(time.Skipped, Is.EqualTo(new[] { TimeSpan.FromMilliseconds(500) }));
    }

    [TestCase(429)]
    [TestCase(503)]
    public async Task Retry_after_is_honored(int status)
    {
        var time = Clock();
        using var server = RespondingWith(
            StubServer.Respond(status, "", "text/plain", ("Retry-After", "11")), Events("data: {\"id\":\"1\"}\n\n"), new HttpResponseMessage(HttpStatusCode.NoContent));
        using var client = Connect(server, time);
        Assert.That(await IdsAsync(client), Is.EqualTo(new[] { "1" }));
        Assert.That(time.Skipped[0], Is.EqualTo(TimeSpan.FromSeconds(11)));
    }

    [Test]
    public void Long_Retry_After_fails_at_once()
    {
        using var server = RespondingWith(StubServer.Respond(429, "", "text/plain", ("Retry-After", "86000")));
        using var client = Connect(server);
        Assert.That(async () => await IdsAsync(client), Throws.TypeOf<IntercomRateLimitException>());
    }

    [Test]
    public async Task Identical_events_without_an_id_on_one_connection_are_different_events()
    {
        const string Event = "data: {\"id\":\"1\"}\n\n";
        using var server = RespondingWith(Events(Event + Event), Events(Event + Event + Event), Events(Event + "data: {\"id\":\"2\"}\n\n" + Event), new HttpResponseMessage(HttpStatusCode.NoContent));
        using var client = Connect(server);
        // The second connection repeats two events, and the third repeats one. Events after a new event are new.
        Assert.That(await IdsAsync(client), Is.EqualTo(new[] { "1", "1", "1", "2", "1" }));
    }

    [Test]
    public async Task Event_with_an_id_is_returned_once_across_connections()
    {
        const string Event = "id: a\ndata: {\"id\":\"1\"}\n\n";
        using var server = RespondingWith(Events(Event), Events("id: b\ndata: {\"id\":\"2\"}\n\n" + Event + Event), new HttpResponseMessage(HttpStatusCode.NoContent));
        using var client = Connect(server);
        Assert.That(await IdsAsync(client), Is.EqualTo(new[] { "1", "2" }));
    }

    [TestCase("data: ", "a", "")]
    [TestCase("", "data: a\n", "\n")]
    [TestCase("", "a", "")]
    public void Endless_event_is_too_large(string start, string part, string end)
    {
        var events = start + string.Concat(Enumerable.Repeat(part, 200_000)) + end;
        using var server = new StubServer(_ => Events(events));
        using var client = server.Connect(options => (options.TimeProvider, options.MaxResponseSize) = (Clock(), 100_000));
        Assert.That(async () => await IdsAsync(client), Throws.TypeOf<IntercomResponseException>().With.Property("Problem").EqualTo(ResponseProblem.TooLarge));
    }

    [Test]
    public async Task Size_limit_applies_to_each_event()
    {
        var events = string.Concat(Enumerable.Range(0, 1_000).Select(number => $"id: {number}\ndata: {{\"id\":\"{number}\",\"name\":\"{new string('n', 200)}\"}}\n\n"));
        using var server = RespondingWith(Events(events), new HttpResponseMessage(HttpStatusCode.NoContent));
        using var client = server.Connect(options => (options.TimeProvider, options.MaxResponseSize, options.Retry) = (Clock(), 300, new IntercomRetryOptions()));
        Assert.That(await IdsAsync(client), Has.Count.EqualTo(1_000));
    }

    [Test]
    public void Failure_of_a_handler_is_an_exception_of_this_package()
    {
        using var server = new StubServer((_, _) => Task.FromException<HttpResponseMessage>(new ObjectDisposedException("x")));
        using var client = Connect(server);
        Assert.That(async () => await IdsAsync(client), Throws.TypeOf<IntercomRequestException>());
    }

    [Test]
    public void Connections_without_events_fail()
    {
        using var server = new StubServer(_ => Events(": nothing\n\n"));
        using var client = Connect(server);
        Assert.That(async () => await IdsAsync(client), Throws.TypeOf<IntercomConnectionException>().With.Property("RetryCount").EqualTo(3));
        Assert.That(server.Requests, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Reconnects_after_silence()
    {
        var time = new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(29) };
        var isSilent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = RespondingWith(Events("data: {\"id\":\"1\"}\n\n", null, isSilent), Events("data: {\"id\":\"2\"}\n\n"), new HttpResponseMessage(HttpStatusCode.NoContent));
        using var client = Connect(server, time);
        var ids = IdsAsync(client);
        await isSilent.Task;
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.That(await ids, Is.EqualTo(new[] { "1", "2" }));
    }

    [Test]
    public async Task Retries_failures_before_the_first_event()
    {
        var next = 0;
        using var server = new StubServer(_ => next++ switch
        {
            0 => throw new HttpRequestException("refused"),
            1 => StubServer.Json("{}", 503),
            2 => Events("data: {\"id\":\"1\"}\n\n"),
            _ => new HttpResponseMessage(HttpStatusCode.NoContent),
        });
        using var client = Connect(server);
        Assert.That(await IdsAsync(client), Is.EqualTo(new[] { "1" }));
    }

    [TestCase(401, typeof(IntercomAuthenticationException))]
    [TestCase(404, typeof(IntercomNotFoundException))]
    [TestCase(503, typeof(IntercomServerException))]
    public void Rejected_subscription_throws_without_its_token(int status, Type type)
    {
        using var server = new StubServer(_ => StubServer.Json("{}", status));
        using var client = Connect(server);
        Assert.That(async () => await IdsAsync(client), Throws.TypeOf(type).With.Message.Not.Contain("pr1vate"));
    }

    [Test]
    public void Failed_connection_does_not_reveal_the_token()
    {
        using var server = new StubServer(_ => throw new HttpRequestException("refused"));
        using var client = Connect(server);
        Assert.That(async () => await IdsAsync(client), Throws.TypeOf<IntercomConnectionException>().With.Message.Contains("refused").And.Message.Not.Contain("pr1vate"));
        Assert.That(server.Requests, Has.Count.EqualTo(4));
    }

    [Test]
    public void Response_that_is_not_an_event_stream_throws()
    {
        using var server = new StubServer(_ => StubServer.Json("{}"));
        using var client = Connect(server);
        Assert.That(async () => await IdsAsync(client), Throws.TypeOf<IntercomResponseException>().With.Message.Contains("application/json"));
    }

    [TestCase("data: oops\n\n", ResponseProblem.NotJson)]
    [TestCase("data: []\n\n", ResponseProblem.WrongShape)]
    public void Event_that_cannot_be_read_throws(string events, ResponseProblem problem)
    {
        using var server = RespondingWith(Events(events));
        using var client = Connect(server);
        Assert.That(async () => await IdsAsync(client), Throws.TypeOf<IntercomResponseException>().With.Property("Problem").EqualTo(problem));
    }

    [Test]
    public async Task Cancellation_ends_the_reading()
    {
        using var source = new CancellationTokenSource();
        var isSilent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = RespondingWith(Events("data: {\"id\":\"1\"}\n\n", null, isSilent));
        using var client = Connect(server);
        var ids = IdsAsync(client, source.Token);
        await isSilent.Task;
        await source.CancelAsync();
        Assert.That(async () => await ids, Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCase("http://realtime.test/")]
    [TestCase("/event-stream")]
    [TestCase(null)]
    public void Rejects_an_insecure_address(string? url)
    {
        using var server = RespondingWith();
        using var client = Connect(server);
        Assert.That(() => client.StreamEventsAsync<Thing>(url!), Throws.ArgumentException.With.Message.Contains("https"));
    }

    private static ManualTimeProvider Clock() => new() { SkipsUpTo = TimeSpan.FromSeconds(29) };

    private static IntercomClient Connect(StubServer server, TimeProvider? time = null) =>
        server.Connect(options => (options.TimeProvider, options.Retry) = (time ?? Clock(), new IntercomRetryOptions()));

    private static async Task<List<string?>> IdsAsync(IntercomClient client, CancellationToken cancellationToken = default)
    {
        var ids = new List<string?>();
        await foreach (var thing in client.StreamEventsAsync<Thing>(Url, cancellationToken))
            ids.Add(thing.Id);
        return ids;
    }

    private static StubServer RespondingWith(params HttpResponseMessage[] responses)
    {
        var next = 0;
        return new StubServer(_ => responses[next++]);
    }

    private static HttpResponseMessage Events(string text, Exception? end = null, TaskCompletionSource? silence = null)
    {
        var content = new StreamContent(new EventBytes(Encoding.UTF8.GetBytes(text), end, silence));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/event-stream");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }

    private sealed class VersionServer : HttpMessageHandler
    {
        public List<(Version, HttpVersionPolicy)> Sent { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent.Add((request.Version, request.VersionPolicy));
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent));
        }
    }

    // Ends, breaks, or goes silent after its bytes.
    private sealed class EventBytes(byte[] bytes, Exception? end, TaskCompletionSource? silence) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = Read(buffer.Span);
            if (count > 0 || (end is null && silence is null))
                return count;
            if (end is not null)
                throw end;
            var silent = Task.Delay(Timeout.Infinite, cancellationToken);
            silence!.SetResult();
            await silent;
            return 0;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
