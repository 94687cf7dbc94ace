using Intercom.Generated.Runtime;
using Microsoft.Extensions.Http;

namespace Intercom.Generated.DependencyInjection;

/// <summary>
/// Adds the innermost handler of a client. The handlers around it can send a request several times, and each time .NET must send it once.
/// </summary>
internal sealed class SingleSendFilter(string client) : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name == client)
            builder.AdditionalHandlers.Add(new SingleSendHandler());
    };

    private sealed class SingleSendHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            ConnectionSettings.Guard(request);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
