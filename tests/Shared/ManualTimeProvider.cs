namespace Intercom.Generated.Tests;

/// <summary>A clock that a test advances. Delays up to <see cref="SkipsUpTo"/> end immediately and advance the clock.</summary>
internal sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<TimeSpan> _skipped = [];
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The longest delay to skip. The default is zero. Choose a value that is shorter than the timeouts under test.</summary>
    public TimeSpan SkipsUpTo { get; init; }

    /// <summary>The delays that were skipped.</summary>
    public IReadOnlyList<TimeSpan> Skipped
    {
        get
        {
            lock (_lock)
                return [.. _skipped];
        }
    }

    /// <summary>The due time of the next timer, or null if no timer is set.</summary>
    public DateTimeOffset? NextTimer
    {
        get
        {
            lock (_lock)
                return _timers.Min(timer => timer.Due);
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        lock (_lock)
            _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Advances the clock and fires the timers that become due, in order.</summary>
    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (true)
        {
            ManualTimer? due;
            lock (_lock)
            {
                due = _timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
                var at = due?.Due ?? end;
                _now = at > _now ? at : _now;
                due?.Stop();
            }

            if (due is null)
                return;
            due.Fire();
        }
    }

    private bool Skip(ManualTimer timer, TimeSpan delay)
    {
        lock (_lock)
        {
            if (delay <= TimeSpan.Zero || delay > SkipsUpTo)
                return false;
            _skipped.Add(delay);
            _now += delay;
        }

        // Do not fire the timer on this thread, because the caller may not be ready until it has the timer.
        ThreadPool.QueueUserWorkItem(_ => timer.Fire());
        return true;
    }

    private sealed class ManualTimer(ManualTimeProvider time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset? Due { get; private set; }

        public void Fire() => callback(state);

        public void Stop() => Due = null;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (time.Skip(this, dueTime))
                return true;
            lock (time._lock)
                Due = dueTime < TimeSpan.Zero ? null : time._now + dueTime;
            return true;
        }

        public void Dispose()
        {
            lock (time._lock)
                time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
