using System.Threading.RateLimiting;
using Intercom.Generated.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace Intercom.Generated;

/// <summary>
/// The options of the resilience handler of a client. When and how often requests are retried is up to
/// <see cref="IntercomClientOptions.Retry"/>, and the timeout of the whole call to <see cref="IntercomClientOptions.Timeout"/>.
/// </summary>
public sealed class IntercomResilienceOptions
{
    /// <summary>
    /// The longest that an attempt may take until the headers of its response arrive, between 10 milliseconds and a day. It does not apply
    /// to uploads, downloads and event streams. Null for <see cref="IntercomClientOptions.AttemptTimeout"/>, which is the default.
    /// </summary>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>
    /// The circuit breaker of the client. It counts responses with status 408 or 5xx, connections that fail, and attempts that time out. A
    /// 429 never opens it. While it is open, calls throw an <see cref="IntercomCircuitBreakerException"/>. The defaults are those of the
    /// standard resilience handler.
    /// </summary>
    public HttpCircuitBreakerStrategyOptions CircuitBreaker { get; } = new() { Name = "CircuitBreaker", ShouldHandle = ResiliencePipelineFactory.IsFailure };

    /// <summary>
    /// The number of calls that may be in progress at a time, and of those that may wait. Calls beyond both throw an
    /// <see cref="IntercomRateLimiterException"/>. The default is 1000 calls, and none that wait, as in the standard resilience handler.
    /// </summary>
    public ConcurrencyLimiterOptions ConcurrencyLimiter { get; } = new() { PermitLimit = 1000, QueueLimit = 0 };

    internal IEnumerable<string> Problems()
    {
        if (AttemptTimeout is { } timeout && (timeout < TimeSpan.FromMilliseconds(10) || timeout > TimeSpan.FromDays(1)))
            yield return $"{nameof(AttemptTimeout)} must be between 10 milliseconds and a day";
        if (CircuitBreaker.FailureRatio is not (> 0 and <= 1))
            yield return $"{nameof(CircuitBreaker)}:{nameof(CircuitBreaker.FailureRatio)} must be above 0 and at most 1";
        if (CircuitBreaker.MinimumThroughput < 2)
            yield return $"{nameof(CircuitBreaker)}:{nameof(CircuitBreaker.MinimumThroughput)} must be at least 2";
        if (!IsBreakerTime(CircuitBreaker.SamplingDuration))
            yield return $"{nameof(CircuitBreaker)}:{nameof(CircuitBreaker.SamplingDuration)} must be between half a second and a day";
        if (!IsBreakerTime(CircuitBreaker.BreakDuration))
            yield return $"{nameof(CircuitBreaker)}:{nameof(CircuitBreaker.BreakDuration)} must be between half a second and a day";
        if (ConcurrencyLimiter.PermitLimit < 1)
            yield return $"{nameof(ConcurrencyLimiter)}:{nameof(ConcurrencyLimiter.PermitLimit)} must be at least 1";
        if (ConcurrencyLimiter.QueueLimit < 0)
            yield return $"{nameof(ConcurrencyLimiter)}:{nameof(ConcurrencyLimiter.QueueLimit)} cannot be negative";
    }

    private static bool IsBreakerTime(TimeSpan time) => time >= TimeSpan.FromMilliseconds(500) && time <= TimeSpan.FromDays(1);
}
