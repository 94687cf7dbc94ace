using System.Globalization;

namespace Intercom.Generated.Core.Tests.Resilience;

/// <summary>A server that counts requests in windows of 10 seconds, like Intercom, and responds after a delay.</summary>
internal sealed class WindowedServer(TimeProvider time, int limit, TimeSpan latency) : HttpMessageHandler
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private long _window;
    private int _used;
    private int _pending;
    private int _rejected;
    private int _served;

    /// <summary>The number of requests that got 429.</summary>
    public int Rejected => Volatile.Read(ref _rejected);

    public int Served => Volatile.Read(ref _served);

    /// <summary>The number of requests that wait for their response.</summary>
    public int Pending => Volatile.Read(ref _pending);

    /// <summary>Adds requests from another program of the workspace.</summary>
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

        Interlocked.Increment(ref isAllowed ? ref _served : ref _rejected);
        if (latency > TimeSpan.Zero)
        {
            Interlocked.Increment(ref _pending);
            await Task.Delay(latency, time, cancellationToken);
            Interlocked.Decrement(ref _pending);
        }

        return StubServer.Respond(
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
