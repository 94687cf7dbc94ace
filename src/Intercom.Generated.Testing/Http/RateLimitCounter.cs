namespace Intercom.Generated.Testing.Http;

/// <summary>Counts requests in 10-second windows, as Intercom does.</summary>
internal sealed class RateLimitCounter(int? limit)
{
    /// <summary>The limit of a private app: 10,000 requests per minute, spread evenly over the windows.</summary>
    private const int DefaultLimit = 1667;

    private const int WindowSeconds = 10;

    private long _window = long.MinValue;
    private int _used;

    public int Limit { get; } = limit ?? DefaultLimit;

    /// <summary>Decreases only if a limit is set. Otherwise, clients would slow down for no reason.</summary>
    public int Remaining => limit is null ? Limit : Math.Max(0, Limit - _used);

    public long ResetsAt => (_window + 1) * WindowSeconds;

    /// <summary>The end of the window in which a request was rejected, or null if none was rejected in the current one.</summary>
    public long? BlockedUntil { get; private set; }

    public bool TryTake(long unixSeconds)
    {
        var window = unixSeconds / WindowSeconds;
        if (window != _window)
        {
            _window = window;
            _used = 0;
            BlockedUntil = null;
        }

        if (limit is not null && _used >= limit)
        {
            BlockedUntil = ResetsAt;
            return false;
        }

        _used++;
        return true;
    }
}
