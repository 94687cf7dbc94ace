namespace Intercom.Generated.Testing.Http;

/// <summary>The test's clock, or a manual clock that advances only on request and when a resource is created.</summary>
internal sealed class FakeClock(Func<DateTimeOffset>? source)
{
    private DateTimeOffset _own = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public long Now => (source?.Invoke() ?? _own).ToUnixTimeSeconds();

    /// <summary>Gets the creation time of the next resource, and advances the manual clock so that no two share a second.</summary>
    public long Tick()
    {
        var now = Now;
        _own = _own.AddSeconds(1);
        return now;
    }

    public void Advance(TimeSpan time)
    {
        if (source is not null)
            throw new InvalidOperationException("The fake uses the clock from FakeIntercomOptions.Clock. Advance that clock instead.");
        _own += time;
    }
}
