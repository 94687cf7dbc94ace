using System.Diagnostics;
using Intercom.Generated.V2_14;

namespace Intercom.Generated.Faults.Tests;

/// <summary>A caller that cancels gets the call back at once, with the own token, whatever the call is waiting for.</summary>
internal sealed class CancellationTests
{
    // Far below every limit of the calls, and far above what a busy machine takes.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(5);

    private static readonly Call[] Calls = [.. Call.All];

    [TestCaseSource(nameof(Calls))]
    public async Task While_connecting(Call call)
    {
        using var source = new CancellationTokenSource();
        await using var server = new FaultServer(x => x.AnswerAsync());
        using var handler = Clients.NewHandler();
        handler.ConnectCallback = async (_, cancelled) =>
        {
            await source.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancelled);
            return Stream.Null;
        };
        using var client = server.Connect(handler);
        await AssertCancelledAsync(client, call, source);
    }

    [TestCaseSource(nameof(Calls))]
    public async Task While_waiting_for_the_answer(Call call) => await AssertCancelledAsync(call, async (x, source) =>
    {
        await source.CancelAsync();
        await x.StallAsync();
    });

    [TestCaseSource(nameof(Calls))]
    public async Task While_reading_the_headers(Call call) => await AssertCancelledAsync(call, async (x, source) =>
    {
        await x.SendAsync("HTTP/1.1 200 OK\r\nContent-");
        await source.CancelAsync();
        await x.StallAsync();
    });

    [TestCaseSource(nameof(Calls))]
    public async Task While_reading_the_body(Call call) => await AssertCancelledAsync(call, async (x, source) =>
    {
        await x.SendAsync(Exchange.Head(200, "Content-Length: 99") + "{");
        await source.CancelAsync();
        await x.StallAsync();
    });

    [TestCaseSource(nameof(Calls))]
    public async Task While_reading_the_body_of_an_error(Call call) => await AssertCancelledAsync(call, async (x, source) =>
    {
        await x.SendAsync(Exchange.Head(404, "Content-Length: 99") + "{");
        await source.CancelAsync();
        await x.StallAsync();
    });

    [TestCaseSource(nameof(Calls))]
    public async Task While_waiting_for_a_retry(Call call)
    {
        using var source = new CancellationTokenSource();
        await using var server = new FaultServer(x => x.AnswerAsync(429, "", "Retry-After: 55"));
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler, options => options.TimeProvider = new TimerWatch(TimeSpan.FromSeconds(55), source.Cancel));
        await AssertCancelledAsync(client, call, source);
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task While_waiting_for_a_turn()
    {
        using var source = new CancellationTokenSource();
        await using var server = new FaultServer(x => x.AnswerAsync());
        using var handler = Clients.NewHandler();
        using var limiter = new IntercomRateLimiter(initialLimit: 1);
        using var client = server.Connect(handler, options => options.RateLimiter = limiter);
        await Call.Get.Run(client, default);
        var waiting = AssertCancelledAsync(client, Call.Get, source);
        await source.CancelAsync();
        await waiting;
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    private static async Task AssertCancelledAsync(Call call, Func<Exchange, CancellationTokenSource, Task> act)
    {
        using var source = new CancellationTokenSource();
        await using var server = new FaultServer(x => act(x, source));
        using var handler = Clients.NewHandler();
        using var client = server.Connect(handler);
        await AssertCancelledAsync(client, call, source);
        // A connection in the middle of an answer cannot be used again.
        await server.WaitForConnectionsAsync(most: 0);
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    private static async Task AssertCancelledAsync(IntercomClient client, Call call, CancellationTokenSource source)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            await call.Run(client, source.Token);
            Assert.Fail("The call was not cancelled.");
        }
        catch (OperationCanceledException e)
        {
            Assert.That(e.CancellationToken, Is.EqualTo(source.Token));
        }

        Assert.That(clock.Elapsed, Is.LessThan(AtOnce));
    }

    // Tells when somebody begins to wait for a certain time.
    private sealed class TimerWatch(TimeSpan expected, Action seen) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if ((dueTime - expected).Duration() < TimeSpan.FromSeconds(1))
                seen();
            return timer;
        }
    }
}
