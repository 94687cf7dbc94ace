using System.Threading.RateLimiting;
using Intercom.Generated.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace Intercom.Generated;

/// <summary>
/// Options for a client's resilience handler. <see cref="IntercomClientOptions.Retry"/> determines which requests are retried and how
/// often, and <see cref="IntercomClientOptions.Timeout"/> limits the whole call.
/// </summary>
public sealed class IntercomResilienceOptions
{
    /// <summary>
    /// The time limit for an attempt, until the headers of its response arrive: from 10 milliseconds to one day. It does not apply to
    /// uploads, downloads, and event streams. The default is null, which means <see cref="IntercomClientOptions.AttemptTimeout"/>.
    /// </summary>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>
    /// The circuit breaker. Responses with status 408 or 5xx, failed connections, and attempts that time out count as failures. A 429
    /// never opens it. While it is open, calls throw an <see cref="IntercomCircuitBreakerException"/>. The defaults are those of the
    /// standard resilience handler.
    /// </summary>
    public HttpCircuitBreakerStrategyOptions CircuitBreaker { get; } = new()
    {
        Name = "CircuitBreaker",
        ShouldHandle = ResiliencePipelineFactory.IsFailure,
    };

    /// <summary>
    /// The maximum number of concurrent calls and of queued calls. Calls beyond both limits throw an
    /// <see cref="IntercomRateLimiterException"/>. The default is 1000 concurrent calls and no queue, as in the standard resilience
    /// handler.
    /// </summary>
    public ConcurrencyLimiterOptions ConcurrencyLimiter { get; } = new() { PermitLimit = 1000, QueueLimit = 0 };

    internal IEnumerable<string> Problems()
    {
        if (AttemptTimeout is { } timeout && (timeout < TimeSpan.FromMilliseconds(10) || timeout > TimeSpan.FromDays(1)))
            yield return $"{nameof(AttemptTimeout)} must be between 10 milliseconds and one day";
        if (CircuitBreaker.FailureRatio is not (> 0 and <= 1))
            yield return $"{nameof(CircuitBreaker)}:{nameof(CircuitBreaker.FailureRatio)} must be greater than 0 and at most 1";
        if (CircuitBreaker.MinimumThroughput < 2)
            yield return $"{nameof(CircuitBreaker)}:{nameof(CircuitBreaker.MinimumThroughput)} must be at least 2";
        if (!IsBreakerTime(CircuitBreaker.SamplingDuration))
            yield return $"{nameof(CircuitBreaker)}:{nameof(CircuitBreaker.SamplingDuration)} must be between half a second and one day";
        if (!IsBreakerTime(CircuitBreaker.BreakDuration))
            yield return $"{nameof(CircuitBreaker)}:{nameof(CircuitBreaker.BreakDuration)} must be between half a second and one day";
        if (ConcurrencyLimiter.PermitLimit < 1)
            yield return $"{nameof(ConcurrencyLimiter)}:{nameof(ConcurrencyLimiter.PermitLimit)} must be at least 1";
        if (ConcurrencyLimiter.QueueLimit < 0)
            yield return $"{nameof(ConcurrencyLimiter)}:{nameof(ConcurrencyLimiter.QueueLimit)} cannot be negative";
    }

    private static bool IsBreakerTime(TimeSpan time) => time >= TimeSpan.FromMilliseconds(500) && time <= TimeSpan.FromDays(1);
}
