using System.Net;
using System.Net.Sockets;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Core.Tests;

/// <summary>Calls that end without a response: timeouts, cancellation, and broken connections.</summary>
public class InterruptionTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(10);

    [Test]
    public void Timeout_of_the_client_ends_a_call()
    {
        using var server = StubServer.Silent();
        using var client = server.Connect(options => options.Timeout = Soon);
        Assert.That(
            async () => await client.Things.GetAsync("1"),
            Throws.TypeOf<IntercomTimeoutException>()
                .With.Message.Contains("Things.Get").And.Message.Contains("0.01 seconds")
                .And.Property(nameof(IntercomException.Operation)).EqualTo("Things.Get")
                .And.Property(nameof(IntercomException.ApiVersion)).EqualTo(ApiVersion.V2_14)
                .And.InnerException.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Timeout_of_the_call_takes_precedence()
    {
        using var server = StubServer.Silent();
        using var client = server.Connect();
        Assert.That(
            async () => await client.Things.GetAsync("1", new RequestOptions { Timeout = Soon }),
            Throws.TypeOf<IntercomTimeoutException>().With.Message.Contains("0.01 seconds"));
    }

    [Test]
    public async Task Timeout_of_the_call_can_be_longer_than_that_of_the_client()
    {
        using var server = new StubServer(async (_, cancellationToken) =>
        {
            // This token is canceled after the client's own timeout would have expired.
            using var limit = new CancellationTokenSource(Soon * 3);
            await Task.WhenAny(Task.Delay(Timeout.Infinite, limit.Token), Task.Delay(Timeout.Infinite, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            return StubServer.Json("""{"id":"1"}""");
        });
        using var client = server.Connect(options => options.Timeout = Soon);
        Assert.That((await client.Things.GetAsync("1", new RequestOptions { Timeout = TimeSpan.FromMinutes(1) })).Id, Is.EqualTo("1"));
    }

    [Test]
    public void Timeout_covers_the_body()
    {
        using var server = new StubServer(_ => Streaming(new WaitingStream()));
        using var client = server.Connect(options => options.Timeout = Soon);
        Assert.That(async () => await client.Things.GetAsync("1"), Throws.TypeOf<IntercomTimeoutException>());
    }

    [Test]
    public void Timeout_in_the_body_of_an_error_still_reports_the_error()
    {
        using var server = new StubServer(_ => Streaming(new WaitingStream(), 500));
        using var client = server.Connect(options => options.Timeout = Soon);
        Assert.That(async () => await client.Things.GetAsync("1"), Throws.TypeOf<IntercomServerException>().With.Property("RawBody").Null);
    }

    [Test]
    public void Timeout_covers_the_token_provider()
    {
        using var server = StubServer.RespondingWith();
        using var client = server.Connect(options =>
        {
            options.Timeout = Soon;
            options.AccessTokenProvider = async cancellationToken =>
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return "never";
            };
        });
        Assert.That(async () => await client.Things.GetAsync("1"), Throws.TypeOf<IntercomTimeoutException>());
    }

    [Test]
    public void Timeout_of_the_callers_HttpClient_is_reported()
    {
        using var server = StubServer.Silent();
        using var http = new HttpClient(server) { Timeout = Soon };
        using var client = new IntercomClient(new IntercomClientOptions("t") { HttpClient = http, Retry = { MaxRetries = 0 } });
        Assert.That(async () => await client.Things.GetAsync("1"), Throws.TypeOf<IntercomTimeoutException>().With.Message.Contains("timeout of the HttpClient"));
    }

    [Test]
    public async Task Cancellation_while_waiting_keeps_the_callers_token()
    {
        using var source = new CancellationTokenSource();
        using var server = new StubServer(async (_, cancellationToken) =>
        {
            await source.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        });
        using var client = server.Connect();
        await AssertCanceled(() => client.Things.GetAsync("1", cancellationToken: source.Token), source.Token);
    }

    [Test]
    public async Task Cancellation_while_reading_keeps_the_callers_token()
    {
        using var source = new CancellationTokenSource();
        using var server = new StubServer(_ => Streaming(new WaitingStream(source.Cancel)));
        using var client = server.Connect();
        await AssertCanceled(() => client.Things.GetAsync("1", cancellationToken: source.Token), source.Token);
    }

    [Test]
    public async Task Cancellation_in_the_token_provider_keeps_the_callers_token()
    {
        using var source = new CancellationTokenSource();
        using var server = StubServer.RespondingWith();
        using var client = server.Connect(options => options.AccessTokenProvider = async cancellationToken =>
        {
            await source.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return "never";
        });
        await AssertCanceled(() => client.Things.GetAsync("1", cancellationToken: source.Token), source.Token);
    }

    [Test]
    public async Task Cancellation_before_the_call_sends_nothing()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        using var server = StubServer.RespondingWith();
        using var client = server.Connect();
        await AssertCanceled(() => client.Things.GetAsync("1", cancellationToken: source.Token), source.Token);
        Assert.That(server.Requests, Is.Empty);
    }

    // .NET throws the last one without a wrapper when a connection is reset immediately.
    private static IEnumerable<Exception> Failures() =>
        [new HttpRequestException("Name or service not known"), new IOException("reset"), new SocketException(107, "not connected")];

    [TestCaseSource(nameof(Failures))]
    public void Failed_connection_throws_with_its_cause(Exception cause)
    {
        using var server = new StubServer((_, _) => Task.FromException<HttpResponseMessage>(cause));
        using var client = server.Connect();
        Assert.That(
            async () => await client.Things.CreateAsync(new CreateThingRequest()),
            Throws.TypeOf<IntercomConnectionException>()
                .With.Message.Contains("Things.Create").And.Message.Contains(cause.Message).And.Message.Contains("is not known")
                .And.InnerException.SameAs(cause));
    }

    [Test]
    public void Broken_connection_while_reading_throws()
    {
        using var server = new StubServer(_ => Streaming(new BreakingStream(new IOException("reset"))));
        using var client = server.Connect();
        Assert.That(async () => await client.Things.GetAsync("1"), Throws.TypeOf<IntercomConnectionException>().With.InnerException.InstanceOf<IOException>());
    }

    [Test]
    public void Broken_connection_in_an_error_body_still_reports_the_error()
    {
        using var server = new StubServer(_ => Streaming(new BreakingStream(new IOException("reset")), 404));
        using var client = server.Connect();
        Assert.That(async () => await client.Things.GetAsync("1"), Throws.TypeOf<IntercomNotFoundException>().With.Property("RawBody").Null);
    }

    [TestCase("not gzip")]
    [TestCase("not brotli")]
    public void Body_that_cannot_be_decompressed_throws(string problem)
    {
        using var server = new StubServer(_ => Streaming(new BreakingStream(DecoderFailure(problem))));
        using var client = server.Connect();
        Assert.That(async () => await client.Things.GetAsync("1"), Throws.TypeOf<IntercomResponseException>().With.Message.Contains("decompressed: " + problem));
    }

    [TestCase("not gzip")]
    [TestCase("not brotli")]
    public void Error_body_that_cannot_be_decompressed_still_reports_the_error(string problem)
    {
        using var server = new StubServer(_ => Streaming(new BreakingStream(DecoderFailure(problem)), 404));
        using var client = server.Connect();
        Assert.That(async () => await client.Things.GetAsync("1"), Throws.TypeOf<IntercomNotFoundException>().With.Property("RawBody").Null);
    }

    // .NET detects a body that is too short only over HTTP/1.1.
    [TestCase("GET", 2)]
    [TestCase("POST", 1)]
    public void Body_that_is_shorter_than_Content_Length_is_a_broken_connection(string method, int attempts)
    {
        using var server = new StubServer(_ => Short("{\"id\":\"1\"}", 200));
        using var client = server.Connect(options => (options.Retry.MaxRetries, options.Retry.BaseDelay) = (1, TimeSpan.Zero));
        Assert.That(
            async () => await client.SendAsync(new ApiRequest(new ApiOperation("Things.Any", method, "/things"))),
            Throws.TypeOf<IntercomConnectionException>().With.Message.Contains("Things.Any"));
        Assert.That(server.Requests, Has.Count.EqualTo(attempts));
    }

    [Test]
    public async Task Download_that_is_shorter_than_Content_Length_is_a_broken_connection()
    {
        using var server = new StubServer(_ => Short("1,2", 200));
        using var client = server.Connect();
        using var download = await client.Things.DownloadAsync("1");
        var room = new byte[10];
        Assert.That(await download.Content.ReadAsync(room), Is.EqualTo(3));
        Assert.That(await download.Content.ReadAsync(Memory<byte>.Empty), Is.Zero, "An empty buffer is not the end of the body.");
        Assert.That(async () => await download.Content.ReadAsync(room), Throws.TypeOf<IntercomConnectionException>());
    }

    [Test]
    public void Error_body_that_is_shorter_than_Content_Length_is_omitted()
    {
        using var server = new StubServer(_ => Short("{\"type\":\"error.list\"}", 404));
        using var client = server.Connect();
        Assert.That(async () => await client.Things.GetAsync("1"), Throws.TypeOf<IntercomNotFoundException>().With.Property("RawBody").Null);
    }

    [TestCase("HEAD", 200)]
    [TestCase("DELETE", 204)]
    public async Task Response_that_cannot_have_a_body_can_declare_its_length(string method, int status)
    {
        using var server = new StubServer(_ => Short("", status));
        using var client = server.Connect();
        await client.SendAsync(new ApiRequest(new ApiOperation("Things.Any", method, "/things")));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Cancellation_that_breaks_the_body_of_an_error_keeps_the_callers_token()
    {
        using var source = new CancellationTokenSource();
        using var server = new StubServer(_ => Streaming(new BreakingStream(new IOException("reset"), source.Cancel), 404));
        using var client = server.Connect();
        await AssertCanceled(() => client.Things.GetAsync("1", cancellationToken: source.Token), source.Token);
    }

    // The exceptions of .NET's decoders.
    private static Exception DecoderFailure(string problem) => problem.EndsWith("gzip", StringComparison.Ordinal) ? new InvalidDataException(problem) : new InvalidOperationException(problem);

    private static async Task AssertCanceled(Func<Task> action, CancellationToken expected)
    {
        try
        {
            await action();
        }
        catch (OperationCanceledException e)
        {
            Assert.That(e.CancellationToken, Is.EqualTo(expected));
            return;
        }

        Assert.Fail("The call was not canceled.");
    }

    private static HttpResponseMessage Short(string text, int status)
    {
        var message = Streaming(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), status);
        message.Content.Headers.ContentLength = text.Length + 20;
        return message;
    }

    private static HttpResponseMessage Streaming(Stream body, int status = 200) => new((HttpStatusCode)status) { Content = new StreamContent(body) };

    // Returns one byte, then waits until the read is canceled.
    private sealed class WaitingStream(Action? onWait = null) : UnwrittenStream
    {
        private bool _begun;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!_begun)
            {
                _begun = true;
                buffer.Span[0] = (byte)'{';
                return 1;
            }

            onWait?.Invoke();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }

    private sealed class BreakingStream(Exception exception, Action? onRead = null) : UnwrittenStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            onRead?.Invoke();
            return ValueTask.FromException<int>(exception);
        }
    }

    private abstract class UnwrittenStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Reads are to be asynchronous.");

        public abstract override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
