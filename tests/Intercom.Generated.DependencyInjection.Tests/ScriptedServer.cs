using System.Collections.Concurrent;
using System.Net;

namespace Intercom.Generated.DependencyInjection.Tests;

/// <summary>Responds to each request with the result of a script that gets the index of the request. Records the requests.</summary>
internal sealed class ScriptedServer(Func<int, CancellationToken, Task<HttpResponseMessage>> script) : HttpMessageHandler
{
    private readonly ConcurrentQueue<Sent> _requests = new();
    private int _count;

    public ScriptedServer(Func<int, HttpResponseMessage> script)
        : this((number, _) => Task.FromResult(script(number)))
    {
    }

    public IReadOnlyList<Sent> Requests => [.. _requests];

    public static HttpResponseMessage Json(int status, string json = "{}") =>
        new((HttpStatusCode)status) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };

    /// <summary>Responds with the statuses in order, and repeats the last one.</summary>
    public static ScriptedServer Responding(params int[] statuses) => new(number => Json(statuses[Math.Min(number, statuses.Length - 1)]));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : string.Empty;
        _requests.Enqueue(new Sent(request.Method.Method, request.RequestUri!, request.Headers.Authorization?.Parameter, body));
        return await script(Interlocked.Increment(ref _count) - 1, cancellationToken);
    }

    /// <summary>A recorded request.</summary>
    public sealed record Sent(string Method, Uri Address, string? Token, string Body);
}
