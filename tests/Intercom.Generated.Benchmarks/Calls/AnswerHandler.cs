using System.Net;
using System.Net.Http.Headers;

namespace Intercom.Generated.Benchmarks.Calls;

/// <summary>Answers each request with the same body, without a network: what a call then takes is the client's own.</summary>
internal sealed class AnswerHandler(byte[] body) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body), RequestMessage = request };
        answer.Content.Headers.ContentType = Json;
        foreach (var (name, value) in ContactAnswers.Headers)
            answer.Headers.TryAddWithoutValidation(name, value);
        return Task.FromResult(answer);
    }
}
