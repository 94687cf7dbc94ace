using Intercom.Generated.Runtime;
using Polly;

namespace Intercom.Generated.DependencyInjection;

/// <summary>Hands a request and its call to the resilience handler, which makes the retries in the client's place.</summary>
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

/// <summary>Reports each attempt that the resilience handler makes as the client does with its own.</summary>
internal sealed class AttemptHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        ApiCall.Of(request) is { } call
            ? call.SendAttemptAsync(request, base.SendAsync, cancellationToken)
            : base.SendAsync(request, cancellationToken);
}
