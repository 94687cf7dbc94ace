namespace Intercom.Generated.Testing.Http;

/// <summary>Counts requests in the 10-second windows in which Intercom counts them.</summary>
internal sealed class RateLimiter(int? limit)
{
    /// <summary>What a private app has: 10,000 requests in a minute, spread over windows.</summary>
    private const int Announced = 1667;

    private const int WindowSeconds = 10;

    private long _window = long.MinValue;
    private int _used;

    public int Limit { get; } = limit ?? Announced;

    /// <summary>Counts down only when there is a limit to run into, so that no client starts to pace itself without reason.</summary>
    public int Remaining => limit is null ? Limit : Math.Max(0, Limit - _used);

    public long ResetsAt => (_window + 1) * WindowSeconds;

    public bool TryTake(long unixSeconds)
    {
        var window = unixSeconds / WindowSeconds;
        if (window != _window)
        {
            _window = window;
            _used = 0;
        }

        if (limit is not null && _used >= limit)
            return false;
        _used++;
        return true;
    }
}
