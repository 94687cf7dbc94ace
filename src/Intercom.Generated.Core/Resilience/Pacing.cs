using System.Threading.RateLimiting;

namespace Intercom.Generated.Runtime;

/// <summary>Lets the tries of a client wait for their turn at a rate limiter.</summary>
internal sealed class Pacing(ApiVersion version, RateLimiter limiter, TimeProvider time, ClientObserver observer)
{
    /// <summary>Waits until the limiter lets a try go.</summary>
    /// <returns>The turn, to be disposed when the answer is there.</returns>
    /// <exception cref="IntercomRateLimiterException">The limiter refused.</exception>
    public async ValueTask<IDisposable> WaitAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var lease = await limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        observer.Paced(call, time.GetElapsedTime(start));
        if (lease.IsAcquired)
            return lease;
        TimeSpan? retryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null;
        lease.Dispose();
        throw new IntercomRateLimiterException(call.Operation.Id, version, retryAfter);
    }
}
