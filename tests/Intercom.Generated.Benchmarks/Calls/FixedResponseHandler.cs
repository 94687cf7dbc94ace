using System.Net;
using System.Net.Http.Headers;

namespace Intercom.Generated.Benchmarks.Calls;

/// <summary>Returns the same response to every request without using the network, to measure the overhead of the client alone.</summary>
internal sealed class FixedResponseHandler(byte[] body) : HttpMessageHandler
{
    /// <summary>Whether the responses have the headers that Intercom sends.</summary>
    public bool HasHeaders { get; init; } = true;

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body), RequestMessage = request };
        response.Content.Headers.ContentType = Json;
        foreach (var (name, value) in HasHeaders ? ContactResponses.Headers : [])
            response.Headers.TryAddWithoutValidation(name, value);
        return Task.FromResult(response);
    }
}
