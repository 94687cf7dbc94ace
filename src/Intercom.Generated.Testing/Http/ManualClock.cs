namespace Intercom.Generated.Testing.Http;

/// <summary>
/// A clock that advances only on request. Its timers ignore the seconds that the creation of resources takes, because a program that
/// creates many is not slow.
/// </summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly object _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private TimeSpan _elapsed;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    /// <summary>Advances the time without the timers.</summary>
    public void Tick()
    {
        lock (_lock)
            _now = _now.AddSeconds(1);
    }

    /// <summary>Advances the time without the timers, unless it is already past.</summary>
    public void AdvanceTo(DateTimeOffset time)
    {
        lock (_lock)
            _now = time > _now ? time : _now;
    }

    /// <summary>Advances the time, and fires the timers that become due.</summary>
    public void Advance(TimeSpan time)
    {
        List<ManualTimer> due;
        lock (_lock)
        {
            _now += time;
            _elapsed += time;
            due = _timers.FindAll(timer => timer.DueAt <= _elapsed);
            _timers.RemoveAll(due.Contains);
        }

        due.ForEach(timer => timer.Fire());
    }

    /// <summary>Creates a timer that fires once.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            var timer = new ManualTimer(this, () => callback(state), _elapsed + dueTime);
            _timers.Add(timer);
            return timer;
        }
    }

    private sealed class ManualTimer(ManualClock clock, Action fire, TimeSpan dueAt) : ITimer
    {
        public TimeSpan DueAt { get; } = dueAt;

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose()
        {
            lock (clock._lock)
                clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
