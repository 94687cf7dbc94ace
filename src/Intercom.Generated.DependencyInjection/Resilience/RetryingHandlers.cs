using Intercom.Generated.Runtime;
using Polly;

namespace Intercom.Generated.DependencyInjection;

/// <summary>Passes a request and its call to the resilience handler, which retries it instead of the client.</summary>
internal sealed class ResilientCallHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (ApiCall.Of(request) is not { } call || !call.TryTakeOverRetries())
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var context = ResilienceContextPool.Shared.Get(call.Operation.Id, cancellationToken);
        context.Properties.Set(ResiliencePipelineFactory.CallKey, call);
        request.SetResilienceContext(context);
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            request.SetResilienceContext(null);
            ResilienceContextPool.Shared.Return(context);
        }
    }
}

/// <summary>Reports each attempt of the resilience handler in the same way as the client's own attempts.</summary>
internal sealed class AttemptHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        ApiCall.Of(request) is { } call
            ? call.SendAttemptAsync(request, base.SendAsync, cancellationToken)
            : base.SendAsync(request, cancellationToken);
}
