using System.Threading.RateLimiting;

namespace Intercom.Generated.Runtime;

/// <summary>Makes the attempts of a client wait for its rate limiter.</summary>
internal sealed class Pacing(ApiVersion version, RateLimiter limiter, TimeProvider time, ClientObserver observer)
{
    /// <summary>Waits until the limiter allows an attempt.</summary>
    /// <returns>The lease, to be disposed at the end of the attempt.</returns>
    /// <exception cref="IntercomRateLimiterException">The limiter rejected the attempt.</exception>
    public async ValueTask<IDisposable> WaitAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        RateLimitLease lease;
        try
        {
            lease = await limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IntercomRequestException(call.Operation, version, $"{nameof(IntercomClientOptions.RateLimiter)} failed", e);
        }

        observer.Paced(call, time.GetElapsedTime(start));
        if (lease.IsAcquired)
            return lease;
        TimeSpan? retryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null;
        lease.Dispose();
        throw new IntercomRateLimiterException(call.Operation.Id, version, retryAfter);
    }
}
