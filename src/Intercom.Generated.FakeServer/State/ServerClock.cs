namespace Intercom.Generated.FakeServer.State;

/// <summary>The clock of all versions: the machine's clock, moved by what the control endpoint was asked for. Thread-safe.</summary>
internal sealed class ServerClock(TimeProvider source) : TimeProvider
{
    private static readonly TimeSpan MaximumOffset = TimeSpan.FromDays(3650);

    private long _offset;

    /// <summary>How far the clock is ahead of the machine's.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    public override DateTimeOffset GetUtcNow() => source.GetUtcNow() + Offset;

    public override long GetTimestamp() => source.GetTimestamp();

    public override long TimestampFrequency => source.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        source.CreateTimer(callback, state, dueTime, period);

    /// <exception cref="ServerException">The clock would be more than ten years away from the machine's.</exception>
    public void Advance(TimeSpan time)
    {
        var offset = Offset + time;
        if (offset.Duration() > MaximumOffset)
            throw new ServerException("The clock can be at most 3,650 days away from the machine's clock.");
        Interlocked.Exchange(ref _offset, offset.Ticks);
    }
}

/// <summary>The clock of one version. It stands still while a change is made or replayed.</summary>
internal sealed class WorkspaceClock(TimeProvider source) : TimeProvider
{
    /// <summary>The time of the change, or null if the clock runs.</summary>
    public DateTimeOffset? StandsAt { get; set; }

    public override DateTimeOffset GetUtcNow() => StandsAt ?? source.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        source.CreateTimer(callback, state, dueTime, period);
}
