using Intercom.Generated.Runtime;
using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace Intercom.Generated.DependencyInjection;

/// <summary>Translates Polly's exceptions from resilience handlers to the exceptions that the client handles.</summary>
internal sealed class RejectionHandler : DelegatingHandler
{
    /// <summary>Translates the exception of a timeout strategy. Returns any other exception unchanged.</summary>
    public static Exception? TranslateTimeout(Exception? exception) =>
        exception is TimeoutRejectedException timeout ? new TimeoutException(timeout.Message, timeout) : exception;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ExecutionRejectedException e)
        {
            throw Translate(ApiCall.Of(request), e);
        }
    }

    private static Exception Translate(ApiCall? call, ExecutionRejectedException exception) => exception switch
    {
        TimeoutRejectedException => TranslateTimeout(exception)!,
        RateLimiterRejectedException limiter when call is not null => call.RejectedByLimiter(limiter.RetryAfter),
        BrokenCircuitException when call is not null => call.RejectedByBreaker(exception),
        // Requests without a call, such as those of event streams, have their own retries after a failed connection.
        _ => new HttpRequestException(exception.Message, exception),
    };
}
