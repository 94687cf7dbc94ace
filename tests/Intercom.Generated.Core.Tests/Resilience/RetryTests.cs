using System.Net;
using Intercom.Generated.Runtime;
using Intercom.Generated.Tests;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests.Resilience;

/// <summary>Which requests are retried, how often, and when.</summary>
public class RetryTests
{
    private const string Connection = "connection";
    private const string Silence = "silence";

    private static readonly string[] Methods = ["GET", "HEAD", "PUT", "DELETE", "POST", "PATCH", "search"];
    private static readonly string[] Failures = ["400", "401", "403", "404", "408", "409", "422", "429", "500", "501", "502", "503", "504", Connection, Silence, "html"];

    private static IEnumerable<TestCaseData> Cases() =>
        from method in Methods
        from failure in Failures
        from retriesWrites in new[] { false, true }
        select new TestCaseData(method, failure, retriesWrites);

    [TestCaseSource(nameof(Cases))]
    public async Task Retries_only_safe_requests(string method, string failure, bool retriesWrites)
    {
        var isPassing = failure is "408" or "500" or "502" or "503" or "504" or Connection or Silence;
        var isSafe = method is not ("POST" or "PATCH") || retriesWrites;
        var expected = failure == "429" || (isPassing && isSafe) ? 3 : 1;

        var time = new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(29) };
        using var server = new StubServer((_, cancellationToken) => RespondAsync(failure, time, cancellationToken));
        using var client = Connect(server, time, options => (options.Retry.MaxRetries, options.Retry.RetryWrites, options.Timeout) = (2, retriesWrites, TimeSpan.FromHours(1)));

        var thrown = await CaughtAsync(() => SendAsync(client, method));

        Assert.That(server.Requests, Has.Count.EqualTo(expected));
        Assert.That(((IntercomException)thrown!).RetryCount, Is.EqualTo(expected - 1));
    }

    [Test]
    public async Task Returns_the_result_after_retries()
    {
        var next = 0;
        var responses = new List<HttpResponseMessage> { StubServer.Json("{}", 503), StubServer.Json("{}", 429), StubServer.Json("""{"id":"7"}""") };
        using var server = new StubServer(_ => responses[next++]);
        using var client = Connect(server, new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(29) });
        var seen = new List<int>();
        var thing = await client.Things.GetAsync("7", new RequestOptions { OnResponse = response => seen.Add((int)response.StatusCode) });
        Assert.That(thing.Id, Is.EqualTo("7"));
        Assert.That(seen, Is.EqualTo(new[] { 503, 429, 200 }), "Every response is reported.");
    }

    [Test]
    public async Task Delays_double_up_to_the_maximum()
    {
        var time = new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(29) };
        using var server = new StubServer(_ => StubServer.Json("{}", 503));
        using var client = Connect(server, time, options =>
        {
            options.Retry = new IntercomRetryOptions { MaxRetries = 10, BaseDelay = TimeSpan.FromSeconds(1), MaxDelay = TimeSpan.FromSeconds(20) };
            options.Timeout = Timeout.InfiniteTimeSpan;
        });
        await CaughtAsync(() => client.Things.GetAsync("1"));
        Assert.That(time.Skipped, Has.Count.EqualTo(10));
        Assert.That(time.Skipped, Is.All.LessThanOrEqualTo(TimeSpan.FromSeconds(20)));
        Assert.That(time.Skipped[0], Is.LessThan(TimeSpan.FromSeconds(5)));
        Assert.That(time.Skipped.Sum(wait => wait.TotalSeconds), Is.InRange(30, 200));
        Assert.That(time.Skipped.Distinct().Count(), Is.GreaterThan(5), "Waits are spread by chance.");
    }

    // The clock of the test is at 2026-01-01T00:00:00Z, 1767225600.
    [TestCase(429, "Retry-After", "7", null, 7)]
    [TestCase(503, "Retry-After", "7", null, 7)]
    [TestCase(503, "Retry-After", "1.5", null, 1.5)]
    [TestCase(429, "Retry-After", "Thu, 01 Jan 2026 00:00:09 GMT", null, 9)]
    [TestCase(429, "Retry-After", "Thu, 01 Jan 2026 01:00:09 GMT", "Thu, 01 Jan 2026 01:00:00 GMT", 9, TestName = "{m}(date by a clock that is an hour ahead)")]
    [TestCase(429, "Retry-After", "Wed, 31 Dec 2025 00:00:00 GMT", null, 0, TestName = "{m}(date that has passed)")]
    [TestCase(429, "X-RateLimit-Reset", "1767225604", null, 4)]
    [TestCase(429, "X-RateLimit-Reset", "1767229204", "Thu, 01 Jan 2026 01:00:00 GMT", 4, TestName = "{m}(reset by a clock that is an hour ahead)")]
    public async Task Honors_the_delay_that_the_response_asks_for(int status, string header, string value, string? date, double seconds)
    {
        var time = new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(29) };
        using var server = Failing(status, (header, value), ("Date", date ?? string.Empty));
        using var client = Connect(server, time);
        await client.Things.GetAsync("1");
        // Up to half a second of jitter is added, so that clients do not retry together.
        Assert.That(time.Skipped.Sum(wait => wait.TotalSeconds), Is.InRange(seconds, seconds + 0.5));
    }

    [TestCase("X-RateLimit-Reset", "1767225604", 500, TestName = "{m}(reset of a failure that is no 429)")]
    [TestCase("X-RateLimit-Reset", "1799999999", 429, TestName = "{m}(reset in a year)")]
    [TestCase("Retry-After", "soon", 429)]
    [TestCase("Retry-After", "-5", 429)]
    public async Task Ignores_an_implausible_delay(string header, string value, int status)
    {
        var time = new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(29) };
        using var server = Failing(status, (header, value));
        using var client = Connect(server, time, options => options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1));
        await client.Things.GetAsync("1");
        Assert.That(time.Skipped, Is.All.LessThan(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public async Task Delay_beyond_the_timeout_fails_at_once()
    {
        var time = new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(29) };
        using var server = Failing(429, ("Retry-After", "101"));
        using var client = Connect(server, time);
        Assert.That(await CaughtAsync(() => client.Things.GetAsync("1")), Is.TypeOf<IntercomRateLimitException>().With.Property("RetryCount").Zero);
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Cancellation_ends_a_delay_at_once()
    {
        using var source = new CancellationTokenSource();
        using var server = new StubServer(_ => StubServer.Json("{}", 503));
        using var client = Connect(server, new ManualTimeProvider());
        var call = client.Things.GetAsync("1", cancellationToken: source.Token);
        Assert.That(call.IsCompleted, Is.False);
        await source.CancelAsync();
        Assert.That(await CaughtAsync(() => call), Is.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(source.Token));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Backoff_beyond_the_timeout_fails_at_once_with_the_response()
    {
        var time = new ManualTimeProvider();
        using var server = new StubServer(_ => StubServer.Respond(503, """{"type":"error.list","request_id":"r-1","errors":[{"code":"down"}]}""", "application/json"));
        using var client = Connect(server, time, options => options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.FromHours(1));
        var call = client.Things.GetAsync("1");
        Assert.That(call.IsCompleted, "No time passes.");
        var thrown = await CaughtAsync(() => call);
        Assert.That(thrown, Is.TypeOf<IntercomServerException>().With.Property("RequestId").EqualTo("r-1").And.Property("RetryCount").Zero);
        Assert.That(((IntercomApiException)thrown!).Errors.Single().Code, Is.EqualTo("down"));
    }

    [Test]
    public async Task Timeout_of_the_call_reports_the_outcome_of_the_previous_attempt()
    {
        var time = new ManualTimeProvider();
        var silence = new TaskCompletionSource();
        var isFirst = true;
        using var server = new StubServer(async (_, cancellationToken) =>
        {
            if (isFirst)
            {
                isFirst = false;
                return StubServer.Json("{}", 503);
            }

            silence.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        });
        using var client = Connect(server, time, options => (options.AttemptTimeout, options.Retry.BaseDelay) = (Timeout.InfiniteTimeSpan, TimeSpan.Zero));
        var call = client.Things.GetAsync("1");
        await silence.Task;
        time.Advance(TimeSpan.FromSeconds(100));
        Assert.That(
            await CaughtAsync(() => call),
            Is.TypeOf<IntercomTimeoutException>().With.Message.Contains("100 seconds").And.Message.Contains("status 503").And.Property("RetryCount").EqualTo(1));
    }

    [Test]
    public async Task Retries_an_attempt_that_times_out()
    {
        var time = new ManualTimeProvider();
        var first = true;
        using var server = new StubServer(async (_, cancellationToken) =>
        {
            if (first)
            {
                first = false;
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return StubServer.Json("""{"id":"1"}""");
        });
        using var client = Connect(server, time, options => (options.AttemptTimeout, options.Retry.BaseDelay) = (TimeSpan.FromSeconds(5), TimeSpan.Zero));
        var call = client.Things.GetAsync("1");
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.That((await call).Id, Is.EqualTo("1"));
    }

    [Test]
    public async Task Failed_response_is_disposed_before_the_next_attempt()
    {
        var contents = new List<WatchedContent>();
        var open = new List<int>();
        using var server = new StubServer(_ =>
        {
            open.Add(contents.Count(content => !content.IsDisposed));
            contents.Add(new WatchedContent());
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Content = contents[^1] };
        });
        using var client = Connect(server, new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(29) });
        await CaughtAsync(() => client.Things.GetAsync("1"));
        Assert.That(open, Is.EqualTo(new[] { 0, 0, 0, 0 }));
        Assert.That(contents.TrueForAll(content => content.IsDisposed), "The last one too.");
    }

    [TestCase(true, 2)]
    [TestCase(false, 1)]
    public async Task Retries_an_upload_only_if_its_stream_can_be_rewound(bool canSeek, int expected)
    {
        using var server = Failing(429);
        using var client = Connect(server, new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(29) });
        using var content = new MemoryStream("--file"u8.ToArray()) { Position = 2 };
        using var stream = canSeek ? content : (Stream)new ForwardStream(content);
        await CaughtAsync(() => client.Things.UploadAsync(new UploadThingRequest { File = new UploadFile(stream, "a.txt") }));
        Assert.That(server.Requests, Has.Count.EqualTo(expected));
        Assert.That(server.Requests.Select(request => request.Text), Is.All.Contains("\r\nfile\r\n"));
    }

    [TestCase("429", 2)]
    [TestCase("503", 1)]
    [TestCase("500", 1)]
    [TestCase(Connection, 1)]
    public async Task Retries_a_scroll_only_after_429(string failure, int expected)
    {
        var scroll = new ApiOperation("Things.Scroll", "GET", "/things/scroll") { Items = "data", IsScroll = true };
        var time = new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(29) };
        using var server = new StubServer((_, cancellationToken) => RespondAsync(failure, time, cancellationToken));
        using var client = Connect(server, time, options => (options.Retry.MaxRetries, options.Retry.RetryWrites) = (1, true));
        await CaughtAsync(() => client.List<Thing>(new ApiRequest(scroll)).FirstPageAsync());
        await CaughtAsync(() => client.List<Thing>(new ApiRequest(scroll).WithQuery("scroll_param", "p")).FirstPageAsync());
        Assert.That(server.Requests, Has.Count.EqualTo(expected * 2));
    }

    [TestCase(0, 1)]
    [TestCase(5, 6)]
    [TestCase(null, 4)]
    public async Task Call_can_override_MaxRetries(int? retries, int expected)
    {
        using var server = new StubServer(_ => StubServer.Json("{}", 503));
        using var client = Connect(server, new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(29) });
        await CaughtAsync(() => client.Things.GetAsync("1", new RequestOptions { MaxRetries = retries }));
        Assert.That(server.Requests, Has.Count.EqualTo(expected));
    }

    [TestCase(true, 4)]
    [TestCase(null, 1)]
    public async Task Call_can_override_RetryWrites(bool? retriesWrites, int expected)
    {
        using var server = new StubServer(_ => StubServer.Json("{}", 503));
        using var client = Connect(server, new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(29) });
        await CaughtAsync(() => client.Things.CreateAsync(new CreateThingRequest(), new RequestOptions { RetryWrites = retriesWrites }));
        Assert.That(server.Requests, Has.Count.EqualTo(expected));
    }

    [Test]
    public async Task Outage_uses_up_the_budget_and_successes_refill_it()
    {
        var isDown = true;
        using var server = new StubServer(_ => isDown ? StubServer.Json("{}", 503) : StubServer.Json("""{"id":"1"}"""));
        using var client = Connect(server, new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(29) }, options => options.Retry.Budget = 4);
        for (var i = 0; i < 10; i++)
            await CaughtAsync(() => client.Things.GetAsync("1"));
        Assert.That(server.Requests, Has.Count.EqualTo(10 + 4));

        isDown = false;
        for (var i = 0; i < 5; i++)
            await client.Things.GetAsync("1");
        isDown = true;
        await CaughtAsync(() => client.Things.GetAsync("1"));
        await CaughtAsync(() => client.Things.GetAsync("1"));
        Assert.That(server.Requests, Has.Count.EqualTo(10 + 4 + 5 + 2 + 1), "Five successes are worth one retry.");
    }

    [Test]
    public async Task Gets_the_token_for_each_attempt()
    {
        var next = 0;
        using var server = Failing(503);
        using var client = Connect(server, new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(29) }, options => options.AccessTokenProvider = _ => new($"token-{++next}"));
        await client.Things.GetAsync("1");
        Assert.That(server.Requests.Select(request => request.Header("Authorization")), Is.EqualTo(new[] { "Bearer token-1", "Bearer token-2" }));
    }

    [Test]
    public void Exception_of_a_callback_is_not_retried()
    {
        using var server = new StubServer(_ => StubServer.Json("{}", 503));
        using var client = Connect(server, new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(29) });
        Assert.That(
            async () => await client.Things.GetAsync("1", new RequestOptions { OnResponse = _ => throw new IOException("mine") }),
            Throws.TypeOf<IntercomRequestException>().With.InnerException.TypeOf<IOException>());
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public void Rejects_invalid_options()
    {
        using var server = StubServer.RespondingWith();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => server.Connect(options => options.Retry.MaxRetries = -1), Throws.ArgumentException.With.Message.Contains("MaxRetries"));
            Assert.That(() => server.Connect(options => options.Retry.BaseDelay = TimeSpan.FromSeconds(-1)), Throws.ArgumentException.With.Message.Contains("BaseDelay"));
            Assert.That(() => server.Connect(options => options.Retry.MaxDelay = TimeSpan.Zero), Throws.ArgumentException.With.Message.Contains("MaxDelay"));
            Assert.That(() => server.Connect(options => options.Retry.Budget = -1), Throws.ArgumentException.With.Message.Contains("Budget"));
            Assert.That(() => server.Connect(options => options.AttemptTimeout = TimeSpan.Zero), Throws.ArgumentException.With.Message.Contains("AttemptTimeout"));
            Assert.That(() => server.Connect(options => options.Retry = null!), Throws.ArgumentException.With.Message.Contains("Retry"));
            Assert.That(() => server.Connect(options => options.MaxResponseSize = 0), Throws.ArgumentException.With.Message.Contains("MaxResponseSize"));
        }
    }

    [Test]
    public async Task Options_are_copied()
    {
        IntercomClientOptions? kept = null;
        using var server = new StubServer(_ => StubServer.Json("{}", 503));
        using var client = Connect(server, new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(29) }, options => kept = options);
        kept!.Retry.MaxRetries = 0;
        await CaughtAsync(() => client.Things.GetAsync("1"));
        Assert.That(server.Requests, Has.Count.EqualTo(4));
    }

    private static IntercomClient Connect(StubServer server, TimeProvider time, Action<IntercomClientOptions>? configure = null) => server.Connect(options =>
    {
        options.Retry = new IntercomRetryOptions();
        options.TimeProvider = time;
        configure?.Invoke(options);
    });

    // Fails once.
    private static StubServer Failing(int status, params (string Name, string Value)[] headers)
    {
        var isFirst = true;
        return new StubServer(_ =>
        {
            if (!isFirst)
                return StubServer.Json("""{"id":"1"}""");
            isFirst = false;
            return StubServer.Respond(status, "{}", "application/json", [.. headers.Where(header => header.Value.Length > 0)]);
        });
    }

    private static async Task<HttpResponseMessage> RespondAsync(string failure, ManualTimeProvider time, CancellationToken cancellationToken)
    {
        switch (failure)
        {
            case Connection:
                throw new HttpRequestException("refused");
            case Silence:
                // The whole AttemptTimeout passes.
                _ = Task.Run(() => time.Advance(TimeSpan.FromSeconds(30)), CancellationToken.None);
                await Task.Delay(Timeout.Infinite, cancellationToken);
                throw new InvalidOperationException();
            case "html":
                return StubServer.Respond(200, "<html>", "text/html");
            default:
                return StubServer.Json("{}", int.Parse(failure, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static Task SendAsync(IntercomClient client, string method) => method == "search"
        ? client.Things.SearchAsync(new SearchThingsRequest()).FirstPageAsync()
        : client.SendAsync<JObject>(new ApiRequest(new ApiOperation("Things.Any", method, "/things/{id}"), "1"));

    private static async Task<Exception?> CaughtAsync(Func<Task> action)
    {
        try
        {
            await action();
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private sealed class WatchedContent : ByteArrayContent
    {
        public WatchedContent()
            : base("{}"u8.ToArray())
        {
        }

        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class ForwardStream(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
