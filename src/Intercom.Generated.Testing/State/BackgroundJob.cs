namespace Intercom.Generated.Testing.State;

/// <summary>A job that ends a fixed time after it started.</summary>
internal sealed class BackgroundJob(string id, DateTimeOffset startedAt, TimeSpan duration)
{
    public string Id { get; } = id;

    /// <summary>When the job ends, unless it is canceled.</summary>
    public DateTimeOffset CompletesAt { get; } = startedAt + duration;

    public bool IsCanceled { get; private set; }

    /// <summary>Whether the job is neither canceled nor completed.</summary>
    public bool IsActive(DateTimeOffset now) => !IsCanceled && now < CompletesAt;

    /// <summary>Whether a job that is active still waits for its turn.</summary>
    public bool IsPending(DateTimeOffset now) => IsActive(now) && now < startedAt + TimeSpan.FromTicks(duration.Ticks / 2);

    public bool IsCompleted(DateTimeOffset now) => !IsCanceled && now >= CompletesAt;

    /// <summary>Cancels the job if it is active.</summary>
    public void Cancel(DateTimeOffset now) => IsCanceled |= IsActive(now);
}
