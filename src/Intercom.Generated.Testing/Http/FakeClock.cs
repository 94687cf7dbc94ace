namespace Intercom.Generated.Testing.Http;

/// <summary>The test's clock, or one of our own that stands still except when something is created or it is told to move.</summary>
internal sealed class FakeClock(Func<DateTimeOffset>? source)
{
    private DateTimeOffset _own = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public long Now => (source?.Invoke() ?? _own).ToUnixTimeSeconds();

    /// <summary>The moment at which the next thing is created; no two share a second of our own clock.</summary>
    public long Tick()
    {
        var now = Now;
        _own = _own.AddSeconds(1);
        return now;
    }

    public void Advance(TimeSpan time)
    {
        if (source is not null)
            throw new InvalidOperationException("The fake was given a clock: move that one.");
        _own += time;
    }
}
