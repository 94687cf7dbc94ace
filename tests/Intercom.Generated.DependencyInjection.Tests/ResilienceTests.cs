using System.Net;
using System.Text;
using System.Threading.RateLimiting;
using Intercom.Generated.Tests;
using Intercom.Generated.V2_16;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Intercom.Generated.DependencyInjection.Tests;

/// <summary>The resilience handler of Microsoft.Extensions.Http.Resilience in an Intercom client.</summary>
public class ResilienceTests
{
    private const string Address = "https://intercom.test/";

    [TestCase(503)]
    [TestCase(500)]
    [TestCase(408)]
    public async Task A_failed_POST_is_sent_once(int status)
    {
        using var server = ScriptedServer.Responding(status, 200);
        using var provider = Build(server);
        var thrown = await CaughtAsync(() => Create(provider));
        Assert.That(
            thrown,
            Is.InstanceOf<IntercomApiException>().With.Property("StatusCode").EqualTo((HttpStatusCode)status)
                .And.Property("RetryCount").Zero);
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_POST_is_retried_if_the_call_allows_it()
    {
        using var server = ScriptedServer.Responding(503, 503, 200);
        using var provider = Build(server);
        await Client(provider).Contacts.CreateAsync(
            new CreateContactRequest { Email = "ada@example.com" }, new RequestOptions { RetryWrites = true });
        Assert.That(server.Requests, Has.Count.EqualTo(3));
        Assert.That(server.Requests.Select(request => request.Body), Is.All.Contains("ada@example.com"));
    }

    [Test]
    public async Task A_search_succeeds_after_429_and_503()
    {
        using var server = new ScriptedServer(number => number switch
        {
            0 => ScriptedServer.Json(429),
            1 => ScriptedServer.Json(503),
            _ => ScriptedServer.Json(200, """{ "data": [{ "id": "7" }] }"""),
        });
        using var provider = Build(server);
        var seen = new List<int>();
        var page = await Client(provider).Contacts.SearchAsync(
            ContactFields.Email.EqualTo("ada@example.com"), new RequestOptions { OnResponse = response => seen.Add((int)response.StatusCode) }).FirstPageAsync();
        Assert.That(page.Items.Single().Id, Is.EqualTo("7"));
        Assert.That(seen, Is.EqualTo(new[] { 429, 503, 200 }), "The caller sees every response.");
        Assert.That(server.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task No_request_is_retried_twice([Values(0, 1, 3)] int maxRetries)
    {
        using var server = ScriptedServer.Responding(503);
        using var provider = Build(server, options => options.Retry.MaxRetries = maxRetries);
        var thrown = await CaughtAsync(() => Get(provider));
        Assert.That(thrown, Is.TypeOf<IntercomServerException>().With.Property("RetryCount").EqualTo(maxRetries));
        Assert.That(server.Requests, Has.Count.EqualTo(maxRetries + 1));
    }

    [Test]
    public async Task Adding_the_handler_twice_does_not_multiply_retries()
    {
        using var server = ScriptedServer.Responding(503);
        using var provider = Build(server, configureBuilder: builder => builder.AddIntercomResilience().AddIntercomResilience());
        await CaughtAsync(() => Get(provider));
        Assert.That(server.Requests, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Retries_honor_Retry_After()
    {
        var time = new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(29) };
        using var server = new ScriptedServer(number =>
        {
            var response = ScriptedServer.Json(number == 0 ? 429 : 200);
            response.Headers.TryAddWithoutValidation("Retry-After", "7");
            return response;
        });
        using var provider = Build(server, time: time);
        await Get(provider);
        Assert.That(time.Skipped.Sum(wait => wait.TotalSeconds), Is.InRange(7, 7.5));
    }

    [Test]
    public async Task Every_attempt_acquires_and_returns_one_permit()
    {
        using var limiter = new CountingLimiter(new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 10 }));
        using var server = ScriptedServer.Responding(429, 503, 503, 200);
        using var provider = Build(server, options => options.RateLimiter = limiter);
        await Get(provider);
        Assert.That(server.Requests, Has.Count.EqualTo(4));
        Assert.That(limiter.Acquired, Is.EqualTo(4));
        Assert.That(limiter.GetStatistics()!.CurrentAvailablePermits, Is.EqualTo(1), "All permits are returned.");
    }

    [Test]
    public async Task The_rate_limiter_is_updated_by_every_response()
    {
        using var limiter = new IntercomRateLimiter(initialLimit: 100);
        using var server = new ScriptedServer(number =>
        {
            var response = ScriptedServer.Json(number == 0 ? 503 : 200);
            if (number == 0)
                response.Headers.TryAddWithoutValidation("X-RateLimit-Limit", "42");
            return response;
        });
        using var provider = Build(server, options => options.RateLimiter = limiter);
        await Get(provider);
        Assert.That(limiter.Limit, Is.EqualTo(42));
    }

    [Test]
    public async Task Every_attempt_is_measured_once()
    {
        var host = $"h{Guid.NewGuid():N}.test";
        using var measured = new Measurements(IntercomDiagnostics.MeterName, "server.address", host);
        using var server = ScriptedServer.Responding(503, 429, 200);
        using var provider = Build(server, options => options.BaseAddress = new Uri($"https://{host}/"));
        await Get(provider);
        Assert.That(measured.Count("http.client.request.duration"), Is.EqualTo(3));
        Assert.That(measured.Count("intercom.client.retries"), Is.EqualTo(2));
    }

    [Test]
    public async Task Polly_reports_attempts_with_the_name_of_the_operation()
    {
        using var measured = new Measurements("Polly", "operation.key", "Contacts.ListSegments");
        using var server = ScriptedServer.Responding(503, 200);
        using var provider = Build(server);
        await CaughtAsync(() => Client(provider).Contacts.ListSegmentsAsync("1").FirstPageAsync());
        Assert.That(measured.Count("resilience.polly.strategy.attempt.duration"), Is.EqualTo(2));
    }

    [Test]
    public async Task The_log_of_the_handler_contains_no_ID_and_no_token()
    {
        using var server = ScriptedServer.Responding(503, 200);
        using var log = new Log();
        using var provider = Build(
            server, services: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log)));
        await Client(provider).Contacts.GetAsync("secret-id");
        Assert.That(log.Entries, Has.Some.StartsWith("Polly"));
        Assert.That(log.Entries, Has.None.Contains("secret-id").And.None.Contains(Containers.Token));
    }

    [TestCase(true, 2)]
    [TestCase(false, 1)]
    public async Task An_upload_is_retried_only_if_its_stream_can_seek(bool canSeek, int expected)
    {
        using var server = ScriptedServer.Responding(429, 202);
        using var provider = Build<Preview.IntercomClient>(server);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("--file")) { Position = 2 };
        using var stream = canSeek ? content : (Stream)new ForwardStream(content);
        await CaughtAsync(() => UploadAsync(provider, stream));
        Assert.That(server.Requests, Has.Count.EqualTo(expected));
        Assert.That(server.Requests.Select(request => request.Body), Is.All.Contains("\r\nfile\r\n"));
    }

    [Test]
    public async Task An_attempt_that_times_out_is_retried()
    {
        var time = new ManualTimeProvider();
        using var server = Delayed(time, by: TimeSpan.FromSeconds(10), onlyFirst: true);
        using var provider = Build(
            server,
            options => options.Retry.BaseDelay = TimeSpan.Zero,
            time: time,
            resilience: options => options.AttemptTimeout = TimeSpan.FromSeconds(10));
        await Get(provider);
        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_write_that_times_out_is_not_retried()
    {
        var time = new ManualTimeProvider();
        using var server = Delayed(time, by: TimeSpan.FromSeconds(10));
        using var provider = Build(server, time: time, resilience: options => options.AttemptTimeout = TimeSpan.FromSeconds(10));
        Assert.That(await CaughtAsync(() => Create(provider)), Is.TypeOf<IntercomTimeoutException>());
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Timeout_is_the_only_limit_for_the_whole_call()
    {
        var time = new ManualTimeProvider();
        using var server = Delayed(time, by: TimeSpan.FromMinutes(20));
        using var provider = Build(
            server,
            options => (options.Timeout, options.Retry.BaseDelay) = (TimeSpan.FromMinutes(50), TimeSpan.Zero),
            time: time,
            resilience: options => options.AttemptTimeout = TimeSpan.FromMinutes(20));
        var thrown = await CaughtAsync(() => Get(provider));
        Assert.That(
            thrown,
            Is.TypeOf<IntercomTimeoutException>().With.Property("Timeout").EqualTo(TimeSpan.FromMinutes(50))
                .And.Property("RetryCount").EqualTo(2));
        Assert.That(server.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task The_clients_attempt_timeout_does_not_limit_the_handlers_retries()
    {
        var time = new ManualTimeProvider();
        using var server = Delayed(time, by: TimeSpan.FromSeconds(20), fails: true);
        using var provider = Build(
            server, options => (options.AttemptTimeout, options.Retry.BaseDelay) = (TimeSpan.FromSeconds(30), TimeSpan.Zero), time: time);
        Assert.That(await CaughtAsync(() => Get(provider)), Is.TypeOf<IntercomServerException>().With.Property("RetryCount").EqualTo(3));
    }

    [Test]
    public async Task Attempt_timeout_does_not_cut_off_an_upload()
    {
        var time = new ManualTimeProvider();
        using var server = Slow(time, TimeSpan.FromSeconds(90), () => ScriptedServer.Json(202));
        using var provider = Build<Preview.IntercomClient>(
            server, time: time, resilience: options => options.AttemptTimeout = TimeSpan.FromSeconds(1));
        using var content = new MemoryStream([1, 2, 3]);
        await UploadAsync(provider, content);
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Attempt_timeout_does_not_cut_off_a_download()
    {
        var time = new ManualTimeProvider();
        var body = new PacedStream(chunks: 100, () => time.Advance(TimeSpan.FromSeconds(20)));
        using var server = Slow(time, TimeSpan.FromSeconds(90), () => new HttpResponseMessage { Content = new StreamContent(body) });
        using var provider = Build(server, time: time, resilience: options => options.AttemptTimeout = TimeSpan.FromSeconds(1));
        using var download = await Client(provider).DataExport.DownloadAsync("7");
        using var file = new MemoryStream();
        await download.Content.CopyToAsync(file);
        Assert.That(file.Length, Is.EqualTo(100), "It takes 2,000 seconds.");
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Attempt_timeout_does_not_cut_off_an_event_stream()
    {
        var time = new ManualTimeProvider();
        using var server = Slow(time, TimeSpan.FromSeconds(90), () => new HttpResponseMessage
        {
            Content = new StringContent("data: {\"id\":\"7\"}\n\n", Encoding.UTF8, "text/event-stream"),
        });
        using var provider = Build(
            server,
            options => options.AttemptTimeout = Timeout.InfiniteTimeSpan,
            time: time,
            resilience: options => options.AttemptTimeout = TimeSpan.FromSeconds(1));
        await foreach (var item in Client(provider).StreamEventsAsync<Contact>("https://realtime.test/event-stream?accessToken=t"))
        {
            Assert.That(item.Id, Is.EqualTo("7"));
            break;
        }

        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Circuit_breaker_opens_and_closes()
    {
        var time = new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(4) };
        var isDown = true;
        using var server = new ScriptedServer(_ => ScriptedServer.Json(isDown ? 503 : 200));
        using var provider = Build(
            server, options => options.Retry.MaxRetries = 0, time: time, resilience: options => Break(options, after: 4));
        for (var i = 0; i < 4; i++)
            Assert.That(await CaughtAsync(() => Get(provider)), Is.TypeOf<IntercomServerException>());

        Assert.That(
            await CaughtAsync(() => Get(provider)),
            Is.TypeOf<IntercomCircuitBreakerException>().With.Message.Contains("Contacts.Get").And.Message.Contains("was not sent"));
        Assert.That(await CaughtAsync(() => Create(provider)), Is.TypeOf<IntercomCircuitBreakerException>());
        Assert.That(server.Requests, Has.Count.EqualTo(4), "An open breaker sends nothing.");

        isDown = false;
        time.Advance(TimeSpan.FromSeconds(5));
        await Get(provider);
        await Create(provider);
        Assert.That(server.Requests, Has.Count.EqualTo(6));
    }

    [Test]
    public async Task Failed_connections_and_timeouts_open_the_circuit_breaker([Values] bool timesOut)
    {
        var time = new ManualTimeProvider();
        using var server = timesOut
            ? Delayed(time, by: TimeSpan.FromSeconds(1))
            : new ScriptedServer((Func<int, HttpResponseMessage>)(_ => throw new HttpRequestException("refused")));
        using var provider = Build(server, options => options.Retry.MaxRetries = 0, time: time, resilience: options =>
        {
            options.AttemptTimeout = TimeSpan.FromSeconds(1);
            Break(options, after: 2);
        });
        await CaughtAsync(() => Get(provider));
        await CaughtAsync(() => Get(provider));
        Assert.That(await CaughtAsync(() => Get(provider)), Is.TypeOf<IntercomCircuitBreakerException>());
    }

    [TestCase(429)]
    [TestCase(404)]
    [TestCase(422)]
    public async Task Client_errors_and_429_do_not_open_the_circuit_breaker(int status)
    {
        using var server = ScriptedServer.Responding(status);
        using var provider = Build(server, options => options.Retry.MaxRetries = 0, resilience: options => Break(options, after: 2));
        for (var i = 0; i < 10; i++)
            await CaughtAsync(() => Get(provider));
        Assert.That(server.Requests, Has.Count.EqualTo(10));
    }

    [Test]
    public async Task Calls_beyond_the_concurrency_limit_are_rejected()
    {
        var arrived = new TaskCompletionSource();
        var release = new TaskCompletionSource<HttpResponseMessage>();
        using var server = new ScriptedServer((_, _) =>
        {
            arrived.SetResult();
            return release.Task;
        });
        using var provider = Build(server, resilience: options => options.ConcurrencyLimiter.PermitLimit = 1);
        var first = Get(provider);
        await arrived.Task;
        Assert.That(await CaughtAsync(() => Get(provider)), Is.TypeOf<IntercomRateLimiterException>());
        release.SetResult(ScriptedServer.Json(200));
        await first;
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("GET", 2)]
    [TestCase("POST", 1)]
    public async Task A_broken_body_is_retried_as_without_the_handler(string method, int expected)
    {
        foreach (var hasHandler in new[] { true, false })
        {
            using var server = new ScriptedServer(number => number > 0
                ? ScriptedServer.Json(200)
                : new HttpResponseMessage { Content = new StreamContent(new BreakingStream()) });
            using var provider = Build(server, configureBuilder: builder =>
            {
                if (hasHandler)
                    builder.AddIntercomResilience();
            });
            var thrown = await CaughtAsync(() => method == "GET" ? Get(provider) : Create(provider));
            Assert.That(thrown, expected == 1 ? Is.TypeOf<IntercomConnectionException>() : Is.Null);
            Assert.That(server.Requests, Has.Count.EqualTo(expected));
        }
    }

    [Test]
    public async Task Retries_of_the_handler_and_of_broken_bodies_share_one_limit()
    {
        using var server = new ScriptedServer(number => number % 2 == 0
            ? ScriptedServer.Json(503)
            : new HttpResponseMessage { Content = new StreamContent(new BreakingStream()) });
        using var provider = Build(server);
        Assert.That(
            await CaughtAsync(() => Get(provider)), Is.TypeOf<IntercomConnectionException>().With.Property("RetryCount").EqualTo(3));
        Assert.That(server.Requests, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Each_attempt_gets_a_token_from_the_provider()
    {
        var next = 0;
        using var server = new ScriptedServer(number => number switch
        {
            0 => ScriptedServer.Json(503),
            1 => throw new HttpRequestException("reset"),
            _ => ScriptedServer.Json(200),
        });
        using var provider = Build(server, options => options.AccessTokenProvider = _ => new($"token-{++next}"));
        await Get(provider);
        Assert.That(server.Requests.Select(request => request.Token), Is.EqualTo(new[] { "token-1", "token-2", "token-3" }));
    }

    [Test]
    public async Task An_exception_from_a_callback_is_not_retried()
    {
        using var server = ScriptedServer.Responding(200);
        using var provider = Build(server);
        var mine = new IOException("mine");
        var thrown = await CaughtAsync(() => Client(provider).Contacts.GetAsync("1", new RequestOptions { OnResponse = _ => throw mine }));
        Assert.That(thrown, Is.TypeOf<IntercomRequestException>().With.InnerException.SameAs(mine));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Cancellation_reports_the_callers_token()
    {
        using var source = new CancellationTokenSource();
        using var server = new ScriptedServer(async (_, cancellationToken) =>
        {
            await source.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        });
        using var provider = Build(server);
        var thrown = await CaughtAsync(() => Client(provider).Contacts.GetAsync("1", cancellationToken: source.Token));
        Assert.That(thrown, Is.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(source.Token));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_client_retries_itself_if_an_HttpClient_replaces_the_handlers()
    {
        using var server = ScriptedServer.Responding(503);
        using var http = new HttpClient(server);
        using var provider = Build(server, options => (options.HttpClient, options.HttpMessageHandler) = (http, null));
        await CaughtAsync(() => Get(provider));
        Assert.That(server.Requests, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Handlers_added_after_it_run_on_each_attempt_and_can_read_the_operation()
    {
        var operations = new List<string?>();
        using var server = ScriptedServer.Responding(503, 200);
        using var provider = Build(server, configureBuilder: builder => builder
            .AddIntercomResilience()
            .AddHttpMessageHandler(() => new OperationReader(operations)));
        await Get(provider);
        Assert.That(operations, Is.EqualTo(new[] { "Contacts.Get", "Contacts.Get" }));
    }

    [Test]
    public async Task Reloaded_settings_are_used()
    {
        var configuration = Containers.Configuration(
            ("Intercom:AccessToken", Containers.Token),
            ("Intercom:Retry:MaxRetries", "0"),
            ("Intercom:Resilience:AttemptTimeout", "00:00:30"));
        var time = new ManualTimeProvider();
        using var server = Delayed(time, by: TimeSpan.FromSeconds(5), fails: true);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddIntercom<IntercomClient>(
            configuration.GetSection("Intercom"), options => options.HttpMessageHandler = server).AddIntercomResilience();
        using var provider = services.BuildServiceProvider();
        provider.Start();
        Assert.That(await CaughtAsync(() => Get(provider)), Is.TypeOf<IntercomServerException>(), "The response comes in time.");

        configuration["Intercom:Resilience:AttemptTimeout"] = "00:00:01";
        configuration.Reload();
        Assert.That(await CaughtAsync(() => Get(provider)), Is.TypeOf<IntercomTimeoutException>());
    }

    [Test]
    public void The_builder_of_another_HttpClient_is_rejected() => Assert.That(
        () => new ServiceCollection().AddHttpClient("other").AddIntercomResilience(),
        Throws.ArgumentException.With.Message.Contains("other").And.Message.Contains("AddIntercom"));

    private static void Break(IntercomResilienceOptions options, int after)
    {
        options.CircuitBreaker.MinimumThroughput = after;
        options.CircuitBreaker.FailureRatio = 0.5;
        options.CircuitBreaker.BreakDuration = TimeSpan.FromSeconds(5);
    }

    private static ServiceProvider Build(
        HttpMessageHandler server,
        Action<IntercomClientOptions>? configure = null,
        ManualTimeProvider? time = null,
        Action<IntercomResilienceOptions>? resilience = null,
        Action<IHttpClientBuilder>? configureBuilder = null,
        Action<IServiceCollection>? services = null) =>
        Build<IntercomClient>(server, configure, time, resilience, configureBuilder, services);

    private static ServiceProvider Build<TClient>(
        HttpMessageHandler server,
        Action<IntercomClientOptions>? configure = null,
        ManualTimeProvider? time = null,
        Action<IntercomResilienceOptions>? resilience = null,
        Action<IHttpClientBuilder>? configureBuilder = null,
        Action<IServiceCollection>? services = null)
        where TClient : IntercomClientBase => Containers.Build(collection =>
    {
        services?.Invoke(collection);
        collection.AddSingleton<TimeProvider>(time ?? new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(29) });
        var builder = collection.AddIntercom<TClient>(options =>
        {
            (options.AccessToken, options.BaseAddress, options.HttpMessageHandler) = (Containers.Token, new Uri(Address), server);
            configure?.Invoke(options);
        });
        if (configureBuilder is null)
            builder.AddIntercomResilience(resilience);
        else
            configureBuilder(builder);
    });

    private static IntercomClient Client(IServiceProvider provider) => provider.GetRequiredService<IntercomClient>();

    private static Task Get(IServiceProvider provider) => Client(provider).Contacts.GetAsync("1");

    private static Task Create(IServiceProvider provider) => Client(provider).Contacts.CreateAsync(new CreateContactRequest());

    private static Task UploadAsync(IServiceProvider provider, Stream content) => provider.GetRequiredService<Preview.IntercomClient>()
        .EcommerceConnectors.UploadCatalogAsync(
            "7", new Preview.UploadEcommerceCatalogRequest { Catalog = new UploadFile(content, "catalog.csv") });

    // Responds after the given time on the test's clock, unless the request was canceled by then.
    private static ScriptedServer Slow(ManualTimeProvider time, TimeSpan after, Func<HttpResponseMessage> respond) =>
        new((_, cancellationToken) =>
        {
            time.Advance(after);
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(respond());
        });

    private static ScriptedServer Delayed(ManualTimeProvider time, TimeSpan by, bool onlyFirst = false, bool fails = false) =>
        new((number, cancellationToken) =>
        {
            if (onlyFirst && number > 0)
                return Task.FromResult(ScriptedServer.Json(200));
            time.Advance(by);
            cancellationToken.ThrowIfCancellationRequested();
            return fails ? Task.FromResult(ScriptedServer.Json(503)) : throw new InvalidOperationException("The attempt did not time out.");
        });

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

    private sealed class OperationReader(List<string?> operations) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            operations.Add(Runtime.ApiCall.Of(request)?.Operation.Id);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class CountingLimiter(RateLimiter inner) : RateLimiter
    {
        public int Acquired { get; private set; }

        public override TimeSpan? IdleDuration => inner.IdleDuration;

        public override RateLimiterStatistics? GetStatistics() => inner.GetStatistics();

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => inner.AttemptAcquire(permitCount);

        protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
        {
            Acquired++;
            return await inner.AcquireAsync(permitCount, cancellationToken);
        }
    }

    // Returns one byte per read, and advances the clock before each read.
    private sealed class PacedStream(int chunks, Action beforeEach) : TestStream
    {
        private int _left = chunks;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_left == 0)
                return new(0);
            beforeEach();
            cancellationToken.ThrowIfCancellationRequested();
            _left--;
            return new(1);
        }
    }

    private sealed class BreakingStream : TestStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("reset");
    }

    private sealed class ForwardStream(Stream inner) : TestStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            inner.ReadAsync(buffer, cancellationToken);
    }

    private abstract class TestStream : Stream
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

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) =>
            ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
