using System.Collections.Concurrent;
using System.Net;
using Intercom.Generated.Runtime;
using Intercom.Generated.V2_14;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Faults.Tests;

/// <summary>A call of a generated operation. It returns the ID in the response, or the downloaded text.</summary>
internal sealed record Call(string Name, Func<IntercomClient, CancellationToken, Task<string?>> Run, string Expected = Responses.Id)
{
    public static Call Get { get; } = new(
        "GET", async (client, token) => (await client.Contacts.GetAsync(Responses.Id, cancellationToken: token)).Id);

    public static Call Put { get; } = new(
        "PUT",
        async (client, token) =>
            (await client.Contacts.UpdateAsync(Responses.Id, new UpdateContactRequest { Name = "Ada Lovelace" }, cancellationToken: token)).Id);

    public static Call Search { get; } = new(
        "search",
        async (client, token) =>
            (await client.Contacts.SearchAsync(ContactFields.Email.EndsWith("@example.com")).FirstPageAsync(token)).Items.Single().Id);

    public static Call Post { get; } = new(
        "POST",
        async (client, token) =>
            (await client.Contacts.CreateAsync(new CreateContactRequest { Email = "ada@example.com" }, cancellationToken: token)).Id);

    public static Call Download { get; } = new("download", DownloadAsync, System.Text.Encoding.UTF8.GetString(Responses.Contact));

    public static Call List { get; } = new("list", ListAsync);

    public static Call Events { get; } = new(
        "event stream", (_, _) => throw new NotSupportedException("Use RunAt."), $"{Responses.Id},{Responses.Id}")
    {
        RunAt = EventsAsync,
    };

    public static Call DownloadName { get; } = new("file name", DownloadNameAsync, "x");

    /// <summary>A call whose result type cannot be read from JSON.</summary>
    public static Call Unreadable { get; } = new(
        "unreadable type",
        async (client, token) =>
        {
            var request = new ApiRequest(new ApiOperation("Own.Create", "POST", "/contacts"));
            return (await client.SendAsync<IntercomModel>(request, null, token)).ToString();
        });

    /// <summary>A GET that also serializes the client options, as a log would.</summary>
    public static Call SerializedOptions { get; } = new("serialized options", SerializeAsync);

    /// <summary>Calls that wait for a rate limiter. They must be released in the order in which they arrived.</summary>
    public static Call Queued { get; } = new("queued calls", QueueAsync);

    public static IReadOnlyList<Call> All { get; } = [Get, Put, Search, Post, Download];

    /// <summary>Runs a call that needs the address of the server. Null for most calls.</summary>
    public Func<IntercomClient, Uri, CancellationToken, Task<string?>>? RunAt { get; private init; }

    public override string ToString() => Name;

    /// <summary>Adds a rate limiter that allows one call. Each response raises the limit by one.</summary>
    public static void ConfigureQueue(IntercomClientOptions options)
    {
        options.RateLimiter = new IntercomRateLimiter(initialLimit: 1);
        options.AccessToken = null;
        // The client asks for the token when it releases a call.
        options.AccessTokenProvider = _ =>
        {
            ReleasedCalls.Value?.Enqueue(QueuedCall.Value);
            return ValueTask.FromResult("token");
        };
    }

    private static readonly AsyncLocal<ConcurrentQueue<int>> ReleasedCalls = new();
    private static readonly AsyncLocal<int> QueuedCall = new();

    private static async Task<string?> QueueAsync(IntercomClient client, CancellationToken cancellationToken)
    {
        var released = ReleasedCalls.Value = new ConcurrentQueue<int>();
        var calls = new List<Task<Contact>>();
        for (var i = 0; i < 40; i++)
        {
            QueuedCall.Value = i;
            calls.Add(client.Contacts.GetAsync(Responses.Id, cancellationToken: cancellationToken));
        }

        await Task.WhenAll(calls);
        return released.SequenceEqual(Enumerable.Range(0, calls.Count)) ? Responses.Id : string.Join(' ', released);
    }

    private static async Task<string?> ListAsync(IntercomClient client, CancellationToken cancellationToken)
    {
        var ids = new List<string?>();
        await foreach (var contact in client.Contacts.ListAsync(cancellationToken: cancellationToken))
            ids.Add(contact.Id);
        return string.Join(',', ids);
    }

    private static async Task<string?> EventsAsync(IntercomClient client, Uri address, CancellationToken cancellationToken)
    {
        var ids = new List<string?>();
        await foreach (var item in client.StreamEventsAsync<JObject>(new Uri(address, "events").AbsoluteUri, cancellationToken))
            ids.Add((string?)item["id"]);
        return string.Join(',', ids);
    }

    private static async Task<string?> DownloadNameAsync(IntercomClient client, CancellationToken cancellationToken)
    {
        using var download = await client.DataExport.DownloadAsync("job", cancellationToken: cancellationToken);
        return download.FileName;
    }

    private static async Task<string?> SerializeAsync(IntercomClient client, CancellationToken cancellationToken)
    {
        var options = new IntercomClientOptions("s3cret");
        var text = System.Text.Json.JsonSerializer.Serialize(options) + Newtonsoft.Json.JsonConvert.SerializeObject(options);
        return text.Contains("s3cret", StringComparison.Ordinal)
            ? text
            : (await client.Contacts.GetAsync(Responses.Id, cancellationToken: cancellationToken)).Id;
    }

    private static async Task<string?> DownloadAsync(IntercomClient client, CancellationToken cancellationToken)
    {
        using var download = await client.DataExport.DownloadAsync("job", cancellationToken: cancellationToken);
        using var reader = new StreamReader(download.Content);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}

internal static class Clients
{
    /// <summary>Creates a handler with the client's default settings and its own connection pool.</summary>
    public static SocketsHttpHandler NewHandler() =>
        new() { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, UseCookies = false, UseProxy = false };

    /// <summary>Creates a handler with the settings of the package and its own connection pool.</summary>
    public static HttpMessageHandler NewHandler(FaultServer server, Transport transport)
    {
        var handler = ConnectionSettings.NewHandler();
        // The shortest possible times, so that the tests notice a dead connection soon.
        if (handler is SocketsHttpHandler sockets)
            sockets.KeepAlivePingDelay = sockets.KeepAlivePingTimeout = TimeSpan.FromSeconds(1);
        if (transport != Transport.Http1)
            TestCertificate.TrustBy(handler);
        // The netstandard2.0 assets do not request HTTP/2.
        return new ObservedHandler(server, handler, transport == Transport.Http2 && handler is HttpClientHandler ? HttpVersion.Version20 : null);
    }

    /// <summary>Creates a client for a server. Without a handler, the client uses the shared connection pool.</summary>
    public static IntercomClient Connect(
        this FaultServer server, HttpMessageHandler? handler, Action<IntercomClientOptions>? configure = null)
    {
        var options = new IntercomClientOptions("token") { BaseAddress = server.Address, HttpMessageHandler = handler };
        options.Retry.MaxRetries = FaultTable.MaxRetries;
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        configure?.Invoke(options);
        return new IntercomClient(options);
    }
}

/// <summary>Lets a server know when the head of a response has arrived.</summary>
/// <param name="version">The HTTP version of all requests, or null for the version that the client requests.</param>
internal sealed class ObservedHandler(FaultServer server, HttpMessageHandler inner, Version? version) : HttpMessageHandler
{
    public const string RequestId = "Test-Request-Id";
    public const string CallId = "Test-Call-Id";

    /// <summary>The ID that the requests of a call send, or null for none.</summary>
    public static AsyncLocal<string?> CurrentCall { get; } = new();

    private readonly HttpMessageInvoker _inner = new(inner);
    private int _requests;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var id = $"{Interlocked.Increment(ref _requests)}";
        request.Version = version ?? request.Version;
        request.Headers.TryAddWithoutValidation(RequestId, id);
        if (CurrentCall.Value is { } call)
            request.Headers.TryAddWithoutValidation(CallId, call);
        return server.ObserveAsync(id, () => _inner.SendAsync(request, cancellationToken));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
        base.Dispose(disposing);
    }
}
