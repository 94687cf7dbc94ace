using System.Net;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>Answers every request with the same bytes.</summary>
internal sealed class Answers(byte[] body) : HttpMessageHandler
{
    /// <summary>A invoker whose every answer is the body.</summary>
    public static OperationInvoker Invoker(byte[] body)
    {
        var options = new IntercomClientOptions("fake-token") { HttpMessageHandler = new Answers(body) };
        options.Retry.MaxRetries = 0;
        return new OperationInvoker(ApiVersion.V2_14, options, "Intercom.Generated.Tests");
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) });
}
