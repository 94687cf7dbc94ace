using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Core.Tests;

/// <summary>A recorded request.</summary>
internal sealed record RecordedRequest(
    string Method,
    string Address,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> ContentHeaders,
    byte[]? Body)
{
    private const string Host = "https://api.intercom.io";

    /// <summary>The escaped path and query.</summary>
    public string Target => Address.StartsWith(Host, StringComparison.Ordinal) ? Address[Host.Length..] : Address;

    public string Text => Encoding.UTF8.GetString(Body ?? []);

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

/// <summary>A handler that records requests and responds as a test specifies.</summary>
internal sealed class StubServer : HttpMessageHandler
{
    public const string Token = "dG9rOm1hcmtlZC10b2tlbg==";

    private readonly Func<RecordedRequest, CancellationToken, Task<HttpResponseMessage>> _respond;
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private int _open;

    public StubServer(Func<RecordedRequest, CancellationToken, Task<HttpResponseMessage>> respond) => _respond = respond;

    public StubServer(Func<RecordedRequest, HttpResponseMessage> respond)
        : this((request, _) => Task.FromResult(respond(request)))
    {
    }

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    public RecordedRequest Request => _requests.Single();

    /// <summary>The number of requests without a response yet.</summary>
    public int Open => Volatile.Read(ref _open);

    public bool IsDisposed { get; private set; }

    /// <summary>Creates a server that responds with each of the bodies once, in order.</summary>
    public static StubServer RespondingWith(params string[] bodies)
    {
        var next = -1;
        return new StubServer(_ =>
        {
            var index = Interlocked.Increment(ref next);
            return index < bodies.Length ? Json(bodies[index]) : throw new InvalidOperationException($"Request {index + 1} was not expected.");
        });
    }

    /// <summary>Creates a server that does not respond until the request is canceled.</summary>
    public static StubServer Silent() => new(async (_, cancellationToken) =>
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("The request was not canceled.");
    });

    public static HttpResponseMessage Json(string body, int status = 200) => Respond(status, body, "application/json");

    public static HttpResponseMessage Respond(int status, string body, string mediaType, params (string Name, string Value)[] headers)
    {
        var message = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
        foreach (var (name, value) in headers)
            message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    public static HttpResponseMessage Bytes(byte[] body) => new(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };

    public static HttpResponseMessage Redirect(int status, string location)
    {
        var message = new HttpResponseMessage((HttpStatusCode)status);
        message.Headers.TryAddWithoutValidation("Location", location);
        return message;
    }

    public IntercomClient Connect(Action<IntercomClientOptions>? configure = null) => new(Options(configure));

    public OperationInvoker Invoker(Action<IntercomClientOptions>? configure = null) => new(ApiVersion.V2_14, Options(configure), "Intercom.Generated.Tests");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var recorded = new RecordedRequest(
            request.Method.Method,
            request.RequestUri!.AbsoluteUri,
            request.Headers.ToDictionary(header => header.Key, header => string.Join(" ", header.Value), StringComparer.OrdinalIgnoreCase),
            request.Content?.Headers.ToDictionary(header => header.Key, header => string.Join(" ", header.Value), StringComparer.OrdinalIgnoreCase) ?? [],
            body);
        _requests.Enqueue(recorded);
        Interlocked.Increment(ref _open);
        try
        {
            return await _respond(recorded, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    private IntercomClientOptions Options(Action<IntercomClientOptions>? configure)
    {
        var options = new IntercomClientOptions(Token) { HttpMessageHandler = this };
        // Retries have their own tests.
        options.Retry.MaxRetries = 0;
        configure?.Invoke(options);
        return options;
    }
}
