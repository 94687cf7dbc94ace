using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading.RateLimiting;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Core.Tests;

/// <summary>Every failure of a call is an exception of this package, and its message describes the request correctly.</summary>
public class RequestFailureTests
{
    private const string Unknown = "It is not known whether the request took effect";

    private static IEnumerable<Exception> Failures() =>
    [
        new InvalidOperationException("x"), new ArgumentException("x"), new NotSupportedException("x"), new FormatException("x"), new InvalidCastException("x"),
        new ObjectDisposedException("x"), new KeyNotFoundException("x"), new OperationCanceledException("x"), new IOException("x"), new HttpRequestException("x"),
    ];

    [TestCaseSource(nameof(Failures))]
    public async Task Failure_of_the_token_provider_is_a_failure_of_the_request(Exception cause)
    {
        using var server = StubServer.RespondingWith();
        using var client = server.Connect(options => options.AccessTokenProvider = _ => throw cause);
        await AssertFailed(() => client.Things.GetAsync("1"), cause, "AccessTokenProvider");
        Assert.That(server.Requests, Is.Empty);
    }

    [TestCaseSource(nameof(Failures))]
    public async Task Failure_of_a_callback_is_a_failure_of_the_request(Exception cause)
    {
        using var server = new StubServer(_ => StubServer.Json("{}"));
        using var client = server.Connect();
        await AssertFailed(() => client.Things.GetAsync("1", new RequestOptions { OnResponse = _ => throw cause }), cause, "OnResponse");
    }

    [TestCaseSource(nameof(Failures))]
    public async Task Failure_of_the_limiter_is_a_failure_of_the_request(Exception cause)
    {
        using var server = StubServer.RespondingWith();
        using var limiter = new FailingLimiter(cause);
        using var client = server.Connect(options => options.RateLimiter = limiter);
        await AssertFailed(() => client.Things.GetAsync("1"), cause, "RateLimiter");
    }

    [TestCaseSource(nameof(Failures))]
    public async Task Failure_of_a_handler_is_an_exception_of_this_package(Exception cause)
    {
        using var server = new StubServer((_, _) => Task.FromException<HttpResponseMessage>(cause));
        using var client = server.Connect();
        var thrown = await Assert.CatchAsync<IntercomException>(() => client.Things.GetAsync("1"));
        Assert.That(thrown!.InnerException, Is.SameAs(cause));
    }

    [TestCaseSource(nameof(Failures))]
    public async Task Failure_of_a_body_is_an_exception_of_this_package(Exception cause)
    {
        using var server = new StubServer(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new FailingStream(cause)) });
        using var client = server.Connect();
        await Assert.CatchAsync<IntercomException>(() => client.Things.GetAsync("1"));
        using var download = await client.Things.DownloadAsync("1");
        await Assert.CatchAsync<IntercomException>(async () => await download.Content.ReadExactlyAsync(new byte[1]));
    }

    private sealed class OwnResult
    {
        private int _value;

        public int Value
        {
            get => _value;
            set => _value = value == 1 ? throw new InvalidOperationException("mine") : value;
        }
    }

    [Test]
    public void Failure_of_the_callers_own_type_is_an_exception_of_this_package()
    {
        using var server = new StubServer(_ => StubServer.Json("""{"Value":1}"""));
        using var client = server.Connect();
        Assert.That(async () => await client.SendAsync<OwnResult>(new ApiRequest(new ApiOperation("Own.Get", "GET", "/own"))), Throws.InstanceOf<IntercomResponseException>());
    }

    [Test]
    public async Task Call_of_a_disposed_client_is_a_failure_of_the_request()
    {
        using var server = StubServer.RespondingWith();
        var client = server.Connect();
        client.Dispose();
        var thrown = await Assert.ThrowsAsync<IntercomRequestException>(() => client.Things.GetAsync("1"));
        Assert.That(thrown.Message, Does.Contain("disposed"));
    }

    [Test]
    public async Task Disposal_during_a_call_ends_it()
    {
        using var server = StubServer.Silent();
        var client = server.Connect();
        var call = client.Things.GetAsync("1");
        client.Dispose();
        var thrown = await Assert.ThrowsAsync<IntercomRequestException>(() => call.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.That(thrown.Message, Does.Contain("disposed"));
    }

    [Test]
    public async Task Extreme_dates_do_not_overflow(
        [Values("Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 0001 00:00:00 GMT", "nonsense")] string date,
        [Values("0", "253402300799", "-1", "99999999999999999999")] string reset,
        [Values("-Infinity", "Infinity", "NaN", "1e400", "Fri, 31 Dec 9999 23:59:59 GMT", "0")] string retryAfter,
        [Values(200, 429)] int status)
    {
        using var limiter = new IntercomRateLimiter();
        using var server = new StubServer(_ => StubServer.Respond(
            status, "{}", "application/json", ("Date", date), ("Retry-After", retryAfter), ("X-RateLimit-Reset", reset), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Limit", "10")));
        using var client = server.Connect(options => options.RateLimiter = limiter);
        if (status == 200)
            await client.Things.GetAsync("1");
        else
            await Assert.ThrowsAsync<IntercomRateLimitException>(() => client.Things.GetAsync("1"));
    }

    private static IEnumerable<TestCaseData> Connections()
    {
        yield return new TestCaseData(FailedConnection(SocketError.ConnectionRefused), false).SetArgDisplayNames("refused");
        yield return new TestCaseData(FailedConnection(SocketError.HostNotFound), false).SetArgDisplayNames("DNS");
        yield return new TestCaseData(FailedConnection(SocketError.TryAgain), false).SetArgDisplayNames("DNS, for now");
        yield return new TestCaseData(FailedConnection(SocketError.NetworkUnreachable), false).SetArgDisplayNames("network");
        yield return new TestCaseData(new HttpRequestException("x", new AuthenticationException("x")), false).SetArgDisplayNames("TLS");
        yield return new TestCaseData(FailedConnection(SocketError.ConnectionReset), true).SetArgDisplayNames("reset");
        yield return new TestCaseData(new HttpRequestException("x", new IOException("x", new SocketException((int)SocketError.ConnectionRefused))), true).SetArgDisplayNames("while sending");
        yield return new TestCaseData(new HttpRequestException("x"), true).SetArgDisplayNames("unknown");
        yield return new TestCaseData(new OperationCanceledException("x"), true).SetArgDisplayNames("timeout");
    }

    [TestCaseSource(nameof(Connections))]
    public async Task Reports_an_unknown_effect_only_if_it_is_unknown(Exception cause, bool isUnknown)
    {
        using var server = new StubServer((_, _) => Task.FromException<HttpResponseMessage>(cause));
        using var client = server.Connect();
        Assert.That((await CaughtAsync(() => client.Things.CreateAsync(new CreateThingRequest()))).Message.Contains(Unknown, StringComparison.Ordinal), Is.EqualTo(isUnknown));
        Assert.That((await CaughtAsync(() => client.Things.DeleteAsync("1"))).Message.Contains(Unknown, StringComparison.Ordinal), Is.EqualTo(isUnknown));
        Assert.That((await CaughtAsync(() => client.Things.GetAsync("1"))).Message, Does.Not.Contain("took effect"));
        Assert.That((await CaughtAsync(() => client.Things.SearchAsync(new SearchThingsRequest()).FirstPageAsync())).Message, Does.Not.Contain("took effect"));
    }

    [TestCase(503)]
    [TestCase(null)]
    public async Task Effect_of_an_earlier_attempt_is_not_forgotten(int? status)
    {
        var attempts = 0;
        using var server = new StubServer(_ => ++attempts > 1 ? throw FailedConnection(SocketError.ConnectionRefused)
            : status is { } known ? StubServer.Json("{}", known) : throw new HttpRequestException("reset"));
        using var client = server.Connect(options => options.Retry = new IntercomRetryOptions { MaxRetries = 1, BaseDelay = TimeSpan.Zero });
        var thrown = await CaughtAsync(() => client.Things.DeleteAsync("1"));
        Assert.That(thrown, Is.TypeOf<IntercomConnectionException>().With.Message.Contains(Unknown));
    }

    [Test]
    public async Task Server_error_says_that_a_write_may_have_taken_effect()
    {
        using var server = new StubServer(_ => StubServer.Json("{}", 503));
        using var client = server.Connect();
        Assert.That((await CaughtAsync(() => client.Things.CreateAsync(new CreateThingRequest()))).Message, Does.Contain("may have taken effect"));
        Assert.That((await CaughtAsync(() => client.Things.GetAsync("1"))).Message, Does.Not.Contain("taken effect"));
    }

    private abstract class Shape
    {
        public string? Name { get; set; }
    }

    private sealed class TwoConstructors
    {
        public TwoConstructors(string name) => Name = name;

        public TwoConstructors(int number) => Name = $"{number}";

        public string Name { get; }
    }

    private sealed class OwnModel : IntercomModel
    {
    }

    private sealed class Holder
    {
        public List<OwnModel>? Models { get; set; }
    }

    private sealed class BaseHolder
    {
        public IntercomModel? Model { get; set; }
    }

    [TestCase(typeof(IntercomModel))]
    [TestCase(typeof(IntercomUnion))]
    [TestCase(typeof(OwnModel))]
    [TestCase(typeof(List<OwnModel>))]
    [TestCase(typeof(List<IntercomModel>))]
    [TestCase(typeof(Dictionary<string, OwnModel>))]
    [TestCase(typeof(Holder))]
    [TestCase(typeof(BaseHolder))]
    [TestCase(typeof(Shape))]
    [TestCase(typeof(Stream))]
    [TestCase(typeof(IComparable))]
    [TestCase(typeof(TwoConstructors))]
    public void Type_that_cannot_be_read_is_rejected_before_anything_is_sent(Type type)
    {
        using var server = new StubServer(_ => StubServer.Json("{}"));
        using var client = server.Connect();
        Task Send() => (Task)typeof(RequestFailureTests).GetMethod(nameof(SendAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, [client])!;
        Assert.That(async () => await Send(), Throws.InstanceOf<NotSupportedException>());
        Assert.That(server.Requests, Is.Empty);
    }

    private sealed record Readable(string Name, int Value);

    [Test]
    public async Task Other_types_are_read()
    {
        using var server = new StubServer(_ => StubServer.Json("""{"Name":"n","Value":7}"""));
        using var client = server.Connect();
        var request = new ApiRequest(new ApiOperation("Own.Create", "POST", "/own"));
        Assert.That(await client.SendAsync<Readable>(request), Is.EqualTo(new Readable("n", 7)));
        Assert.That(await client.SendAsync<Dictionary<string, object>>(request), Has.Count.EqualTo(2));
        Assert.That(await client.SendAsync<object>(request), Is.Not.Null);
        Assert.That((await client.SendAsync<Thing>(request)).Id, Is.Null);
    }

    private static async Task SendAsync<T>(IntercomClient client)
    {
        try
        {
            await client.SendAsync<T>(new ApiRequest(new ApiOperation("Own.Create", "POST", "/own")));
        }
        catch (System.Reflection.TargetInvocationException e)
        {
            throw e.InnerException!;
        }
    }

    private static HttpRequestException FailedConnection(SocketError error) => new("x", new SocketException((int)error));

    private static async Task<Exception> CaughtAsync(Func<Task> call) => (await Assert.CatchAsync<IntercomException>(() => call()))!;

    private static async Task AssertFailed(Func<Task> call, Exception cause, string named)
    {
        var thrown = await Assert.ThrowsAsync<IntercomRequestException>(() => call());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown.InnerException, Is.SameAs(cause));
            Assert.That(thrown.Message, Does.Contain("Things.Get").And.Contain(named));
            Assert.That(thrown.RetryCount, Is.Zero);
        }
    }

    private sealed class FailingLimiter(Exception cause) : RateLimiter
    {
        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => throw cause;

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => throw cause;
    }

    private sealed class FailingStream(Exception cause) : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromException<int>(cause);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromException<int>(cause);
    }
}
