using System.Threading.RateLimiting;

namespace Intercom.Generated.Runtime;

/// <summary>Lets the tries of a client wait for their turn at a rate limiter.</summary>
internal sealed class Pacing(ApiVersion version, IntercomClientOptions options, ClientObserver observer)
{
    /// <summary>Waits until the limiter lets a try go.</summary>
    /// <returns>The turn, to be disposed when the answer is there; null without a limiter.</returns>
    /// <exception cref="IntercomRateLimiterException">The limiter refused.</exception>
    public async ValueTask<IDisposable?> WaitAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (options.RateLimiter is not { } limiter)
            return null;
        var start = options.TimeProvider.GetTimestamp();
        var lease = await limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        observer.Paced(call, options.TimeProvider.GetElapsedTime(start));
        if (lease.IsAcquired)
            return lease;
        TimeSpan? retryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null;
        lease.Dispose();
        throw new IntercomRateLimiterException(call.Operation.Id, version, retryAfter);
    }
}
