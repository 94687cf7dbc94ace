namespace Intercom.Generated.Testing.Http;

/// <summary>The test's clock, or a manual clock that advances on request, when a resource is created, and when a job is polled.</summary>
internal sealed class FakeClock(TimeProvider? source)
{
    private readonly ManualClock _own = new();

    private TimeProvider Source => source ?? _own;

    public DateTimeOffset UtcNow => Source.GetUtcNow();

    public long Now => UtcNow.ToUnixTimeSeconds();

    /// <summary>Gets the creation time of the next resource, and advances the manual clock so that no two share a second.</summary>
    public long Tick()
    {
        var now = Now;
        _own.Tick();
        return now;
    }

    /// <summary>Advances the manual clock, so that a program that waits for a job does not wait forever.</summary>
    public void Poll() => _own.Tick();

    /// <summary>
    /// Advances the manual clock to a time, unless it is already past. After a 429, a client waits, but nothing else would advance the
    /// clock.
    /// </summary>
    public void AdvanceTo(long? unixSeconds)
    {
        if (unixSeconds is { } seconds)
            _own.AdvanceTo(DateTimeOffset.FromUnixTimeSeconds(seconds));
    }

    /// <summary>Waits until the clock has advanced.</summary>
    public async Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        if (delay <= TimeSpan.Zero)
            return;
        var elapsed = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var timer = CreateTimer(() => elapsed.TrySetResult(true), delay);
        using var registration = cancellationToken.Register(() => elapsed.TrySetCanceled(cancellationToken));
        await elapsed.Task.ConfigureAwait(false);
    }

    public void Advance(TimeSpan time)
    {
        if (source is not null)
        {
            throw new InvalidOperationException(
                "The fake uses the clock from FakeIntercomOptions.TimeProvider. Advance that clock instead.");
        }

        _own.Advance(time);
    }

    /// <summary>Creates a timer that fires once.</summary>
    public IDisposable CreateTimer(Action fire, TimeSpan dueTime) =>
        Source.CreateTimer(_ => fire(), null, dueTime, Timeout.InfiniteTimeSpan);
}
