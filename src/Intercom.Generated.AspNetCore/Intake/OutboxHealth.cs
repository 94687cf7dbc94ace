namespace Intercom.Generated.AspNetCore;

/// <summary>Whether the outbox of an endpoint is failing, for the health check. Thread-safe.</summary>
internal sealed class OutboxHealth(TimeProvider timeProvider)
{
    // A load balancer sends nothing to an unhealthy server, so without a limit, a server could stay unhealthy after its outbox recovered.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    // Zero if no call failed since the last one that succeeded.
    private long _failedAt;

    /// <summary>Whether a call failed within the last minute, and none succeeded since.</summary>
    public bool IsFailing => Volatile.Read(ref _failedAt) is not 0 and var failedAt && timeProvider.GetElapsedTime(failedAt) < Lifetime;

    public void Failed() => Volatile.Write(ref _failedAt, timeProvider.GetTimestamp());

    public void Succeeded() => Volatile.Write(ref _failedAt, 0);
}
