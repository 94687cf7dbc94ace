using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Records requests and returns the responses in order. The last response is repeated.</summary>
internal sealed class WireStub(params Func<HttpResponseMessage>[] responses) : HttpMessageHandler
{
    private readonly ConcurrentQueue<SentRequest> _requests = new();

    public IReadOnlyList<SentRequest> Requests => [.. _requests];

    public SentRequest Request => Requests.Single();

    public static WireStub Json(params string[] bodies) =>
        new([.. bodies.Select(body => new Func<HttpResponseMessage>(() => JsonResponse(body)))]);

    public static WireStub Empty(HttpStatusCode status) => new(() => new HttpResponseMessage(status));

    public static HttpResponseMessage JsonResponse(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null or { Headers.ContentLength: 0 } ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        _requests.Enqueue(new SentRequest(request.Method.Method, request.RequestUri!, headers, body));
        return responses[Math.Min(_requests.Count, responses.Length) - 1]();
    }
}

/// <summary>A request as sent.</summary>
internal sealed record SentRequest(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    public string Line => $"{Method} {Uri.AbsolutePath}";

    /// <summary>The query parameters, each as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Query => [.. Uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
