using System.Diagnostics;
using Intercom.Generated.V2_14;

namespace Intercom.Generated.Faults.Tests;

/// <summary>A canceled call throws immediately, with the caller's token, whatever it is waiting for.</summary>
internal sealed class CancellationTests
{
    // Far below all timeouts of the calls, and far more than a busy machine needs.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(5);

    private static readonly Call[] Calls = [.. Call.All];

    [TestCaseSource(nameof(Calls))]
    public async Task While_connecting(Call call)
    {
        using var source = new CancellationTokenSource();
        await using var server = new FaultServer(x => x.RespondAsync());
        using var handler = Clients.NewHandler();
        handler.ConnectCallback = async (_, cancellationToken) =>
        {
            await source.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return Stream.Null;
        };
        using var client = server.Connect(handler);
        await AssertCanceledAsync(client, call, source);
    }

    [TestCaseSource(nameof(Calls))]
    public async Task While_waiting_for_the_response(Call call) => await AssertCanceledAsync(call, async (x, source) =>
    {
        await source.CancelAsync();
        await x.StallAsync();
    });

    [TestCaseSource(nameof(Calls))]
    public async Task While_reading_the_headers(Call call) => await AssertCanceledAsync(call, async (x, source) =>
    {
        await x.SendAsync("HTTP/1.1 200 OK\r\nContent-");
        await source.CancelAsync();
        await x.StallAsync();
    });

    [TestCaseSource(nameof(Calls))]
    public async Task While_reading_the_body(Call call) => await AssertCanceledAsync(call, async (x, source) =>
    {
        await x.SendAsync(Http1Exchange.Head(200, "Content-Length: 99") + "{");
        await source.CancelAsync();
        await x.StallAsync();
    });

    [TestCaseSource(nameof(Calls))]
    public async Task While_reading_the_body_of_an_error(Call call) => await AssertCanceledAsync(call, async (x, source) =>
    {
        await x.SendAsync(Http1Exchange.Head(404, "Content-Length: 99") + "{");
        await source.CancelAsync();
        await x.StallAsync();
    });

    [TestCaseSource(nameof(Calls))]
    public async Task While_waiting_for_a_retry(Call call)
    {
        using var source = new CancellationTokenSource();
        await using var server = new FaultServer(x => x.RespondAsync(429, "", "Retry-After: 55"));
        using var handler = Clients.NewHandler();
        var watch = new TimerWatch(TimeSpan.FromSeconds(55), source.Cancel);
        using var client = server.Connect(handler, options => options.TimeProvider = watch);
        await AssertCanceledAsync(client, call, source);
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task While_waiting_for_the_rate_limiter()
    {
        using var source = new CancellationTokenSource();
        await using var server = new FaultServer(x => x.RespondAsync());
        using var handler = Clients.NewHandler();
        using var limiter = new IntercomRateLimiter(initialLimit: 1);
        using var client = server.Connect(handler, options => options.RateLimiter = limiter);
        await Call.Get.Run(client, default);
        var waiting = AssertCanceledAsync(client, Call.Get, source);
        await source.CancelAsync();
        await waiting;
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    private static async Task AssertCanceledAsync(Call call, Func<Http1Exchange, CancellationTokenSource, Task> act)
    {
        using var source = new CancellationTokenSource();
        await using var server = new FaultServer(x => act(x, source));
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        await AssertCanceledAsync(client, call, source);
        // A connection with an unfinished response must not be reused.
        await server.WaitForConnectionsAsync(max: 0);
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    private static async Task AssertCanceledAsync(IntercomClient client, Call call, CancellationTokenSource source)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            await call.Run(client, source.Token);
            Assert.Fail("The call was not canceled.");
        }
        catch (OperationCanceledException e)
        {
            Assert.That(e.CancellationToken, Is.EqualTo(source.Token));
        }

        Assert.That(clock.Elapsed, Is.LessThan(AtOnce));
    }

    // Calls back when a timer with the expected duration is created.
    private sealed class TimerWatch(TimeSpan expected, Action onCreated) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if ((dueTime - expected).Duration() < TimeSpan.FromSeconds(1))
                onCreated();
            return timer;
        }
    }
}
