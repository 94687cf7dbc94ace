using System.Collections.Concurrent;
using System.Net;

namespace Intercom.Generated.DependencyInjection.Tests;

/// <summary>Responds to every request with an empty JSON object and the given status. Records the requests.</summary>
internal sealed class Server(Func<HttpStatusCode>? status = null) : HttpMessageHandler
{
    private readonly ConcurrentQueue<HttpRequestMessage> _requests = new();

    public IReadOnlyList<HttpRequestMessage> Requests => [.. _requests];

    public HttpRequestMessage Request => _requests.Single();

    public bool IsDisposed { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _requests.Enqueue(request);
        return Task.FromResult(new HttpResponseMessage(status?.Invoke() ?? HttpStatusCode.OK) { Content = new StringContent("{}") });
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
