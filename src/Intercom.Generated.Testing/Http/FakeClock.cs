namespace Intercom.Generated.Testing.Http;

/// <summary>The test's clock, or a manual clock that advances only on request, when a resource is created, and when a job is polled.</summary>
internal sealed class FakeClock(TimeProvider? source)
{
    private DateTimeOffset _own = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset UtcNow => source?.GetUtcNow() ?? _own;

    public long Now => UtcNow.ToUnixTimeSeconds();

    /// <summary>Gets the creation time of the next resource, and advances the manual clock so that no two share a second.</summary>
    public long Tick()
    {
        var now = Now;
        _own = _own.AddSeconds(1);
        return now;
    }

    /// <summary>Advances the manual clock, so that a program that waits for a job does not wait forever.</summary>
    public void Poll() => _own = _own.AddSeconds(1);

    public void Advance(TimeSpan time)
    {
        if (source is not null)
        {
            throw new InvalidOperationException(
                "The fake uses the clock from FakeIntercomOptions.TimeProvider. Advance that clock instead.");
        }

        _own += time;
    }
}
