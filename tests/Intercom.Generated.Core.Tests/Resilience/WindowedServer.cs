using System.Globalization;

namespace Intercom.Generated.Core.Tests.Resilience;

/// <summary>A server that counts requests in windows of 10 seconds as Intercom does, and answers after a while.</summary>
internal sealed class WindowedServer(TimeProvider time, int limit, TimeSpan latency) : HttpMessageHandler
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private long _window;
    private int _used;
    private int _underWay;
    private int _refused;
    private int _served;

    /// <summary>How many requests were answered with 429.</summary>
    public int Refused => Volatile.Read(ref _refused);

    public int Served => Volatile.Read(ref _served);

    /// <summary>How many requests wait for their answer.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    /// <summary>Requests of another program of the workspace.</summary>
    public void Use(int requests)
    {
        lock (_lock)
            _used = Current() + requests;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        bool isAllowed;
        int remaining;
        long reset;
        lock (_lock)
        {
            var used = Current();
            isAllowed = used < limit;
            if (isAllowed)
                _used = used + 1;
            remaining = Math.Max(0, limit - _used);
            reset = (_window + 1) * (long)Window.TotalSeconds;
        }

        Interlocked.Increment(ref isAllowed ? ref _served : ref _refused);
        if (latency > TimeSpan.Zero)
        {
            Interlocked.Increment(ref _underWay);
            await Task.Delay(latency, time, cancellationToken);
            Interlocked.Decrement(ref _underWay);
        }

        return StubServer.Answer(
            isAllowed ? 200 : 429,
            """{"id":"1"}""",
            "application/json",
            ("X-RateLimit-Limit", limit.ToString(CultureInfo.InvariantCulture)),
            ("X-RateLimit-Remaining", remaining.ToString(CultureInfo.InvariantCulture)),
            ("X-RateLimit-Reset", reset.ToString(CultureInfo.InvariantCulture)));
    }

    private int Current()
    {
        var window = time.GetUtcNow().ToUnixTimeSeconds() / (long)Window.TotalSeconds;
        if (window == _window)
            return _used;
        _window = window;
        return 0;
    }
}
