using System.Net;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>Returns the same bytes for every request.</summary>
internal sealed class StubHandler(byte[] body) : HttpMessageHandler
{
    /// <summary>Creates an invoker that gets the body as the response of every request.</summary>
    public static OperationInvoker Invoker(byte[] body)
    {
        var options = new IntercomClientOptions("fake-token") { HttpMessageHandler = new StubHandler(body) };
        options.Retry.MaxRetries = 0;
        return new OperationInvoker(ApiVersion.V2_14, options, "Intercom.Generated.Tests");
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) });
}
