using System.Threading.RateLimiting;
using Intercom.Generated.Tests;

namespace Intercom.Generated.Core.Tests.Resilience;

/// <summary>Clients wait for a rate limiter.</summary>
public class PacingTests
{
    private const int Limit = 167;

    [TestCase(0, 1)]
    [TestCase(80, 3)]
    public async Task Twenty_thousand_calls_at_four_times_the_rate_get_no_429_and_use_the_rate(int latency, int clients)
    {
        var time = new ManualTimeProvider();
        using var limiter = new IntercomRateLimiter(timeProvider: time);
        var (server, elapsed) = await SimulateAsync(20_000, 4 * Limit / 10.0, clients, time, limiter, TimeSpan.FromMilliseconds(latency));
        var share = 20_000 / elapsed.TotalSeconds / (Limit / 10.0);
        TestContext.Out.WriteLine($"{server.Served} calls in {elapsed.TotalSeconds:0} s, {server.Rejected} got 429, {share:P1} of the allowed rate");
        Assert.That(server.Rejected, Is.Zero);
        Assert.That(server.Served, Is.EqualTo(20_000));
        Assert.That(share, Is.GreaterThanOrEqualTo(0.95));
    }

    [Test]
    public async Task Without_pacing_the_same_calls_are_rejected()
    {
        var time = new ManualTimeProvider();
        var (server, _) = await SimulateAsync(1_000, 4 * Limit / 10.0, 1, time, null, TimeSpan.Zero);
        Assert.That(server.Rejected, Is.GreaterThan(500));
    }

    [Test]
    public async Task Leaves_room_for_calls_of_another_program()
    {
        var time = new ManualTimeProvider();
        using var limiter = new IntercomRateLimiter(timeProvider: time);
        using var server = new WindowedServer(time, Limit, TimeSpan.Zero);
        using var client = Connect(server, time, limiter);
        await client.Things.GetAsync("1");
        server.Use(Limit - 2);
        await client.Things.GetAsync("1");

        var next = client.Things.GetAsync("1");
        Assert.That(next.IsCompleted, Is.False, "Nothing remains of the window.");
        time.Advance(TimeSpan.FromSeconds(10));
        await next;
        Assert.That(server.Rejected, Is.Zero);
    }

    [Test]
    public async Task Status_429_pauses_all_clients_of_the_limiter_for_Retry_After()
    {
        var time = new ManualTimeProvider();
        using var limiter = new IntercomRateLimiter(timeProvider: time);
        using var server = RefusingOnce("4");
        using var one = Connect(server, time, limiter);
        using var other = Connect(server, time, limiter);
        Assert.That(async () => await one.Things.GetAsync("1"), Throws.TypeOf<IntercomRateLimitException>());

        var call = other.Things.GetAsync("1");
        time.Advance(TimeSpan.FromSeconds(3.9));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
        time.Advance(TimeSpan.FromSeconds(0.2));
        await call;
    }

    [Test]
    public async Task Long_Retry_After_pauses_other_calls_only_briefly()
    {
        var time = new ManualTimeProvider();
        using var limiter = new IntercomRateLimiter(timeProvider: time);
        using var server = RefusingOnce("36000");
        using var client = Connect(server, time, limiter);
        Assert.That(async () => await client.Things.GetAsync("1"), Throws.TypeOf<IntercomRateLimitException>());
        var call = client.Things.GetAsync("1");
        time.Advance(TimeSpan.FromSeconds(61));
        await call;
    }

    [Test]
    public void Learns_the_limit_from_responses()
    {
        var time = new ManualTimeProvider();
        using var limiter = new IntercomRateLimiter(5, time);
        using var server = new WindowedServer(time, 83, TimeSpan.Zero);
        using var client = Connect(server, time, limiter);
        Assert.That(limiter.Limit, Is.EqualTo(5));
        Assert.That(async () => await client.Things.GetAsync("1"), Throws.Nothing);
        Assert.That(limiter.Limit, Is.EqualTo(83));
        Assert.That(client.RateLimit, Is.EqualTo(new RateLimit(83, 82, DateTimeOffset.FromUnixTimeSeconds(1767225610))));
    }

    [Test]
    public async Task Calls_run_in_order_of_arrival()
    {
        var time = new ManualTimeProvider();
        using var limiter = new IntercomRateLimiter(1, time);
        using (await limiter.AcquireAsync())
        {
        }

        var waiting = Enumerable.Range(0, 3).Select(_ => limiter.AcquireAsync().AsTask()).ToList();
        for (var done = 0; done < 3; done++)
        {
            Assert.That(waiting.Count(task => task.IsCompleted), Is.EqualTo(done));
            time.Advance(TimeSpan.FromSeconds(10.2));
            Assert.That((await waiting[done]).IsAcquired);
        }
    }

    [Test]
    public async Task Calls_of_a_batch_continue_in_order_of_arrival()
    {
        var time = new ManualTimeProvider();
        using var limiter = new IntercomRateLimiter(120, time);
        for (var used = 0; used < 120; used++)
            (await limiter.AcquireAsync()).Dispose();
        var order = new List<int>();
        // One call runs at a time, so that the record has the order in which the limiter continues them.
        var oneAtATime = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
        var calls = Enumerable.Range(0, 120).Select(
            number => Task.Factory.StartNew(() => WaitAsync(number), CancellationToken.None, TaskCreationOptions.None, oneAtATime).Unwrap()).ToList();
        await Task.Factory.StartNew(() => { }, CancellationToken.None, TaskCreationOptions.None, oneAtATime);
        // On a thread pool thread, whose local queue would run continuations in reverse order.
        await Task.Run(() => time.Advance(TimeSpan.FromSeconds(10.2)));
        await Task.WhenAll(calls);
        Assert.That(order, Is.Ordered.And.Count.EqualTo(120));

        async Task WaitAsync(int number)
        {
            using var lease = await limiter.AcquireAsync();
            order.Add(number);
        }
    }

    [Test]
    public async Task Blocked_call_does_not_delay_the_next_one()
    {
        var time = new ManualTimeProvider();
        using var limiter = new IntercomRateLimiter(2, time);
        for (var used = 0; used < 2; used++)
            (await limiter.AcquireAsync()).Dispose();
        using var isReleased = new ManualResetEventSlim();
        var first = BlockAsync();
        var second = ReleaseAsync();
        time.Advance(TimeSpan.FromSeconds(10.2));
        await Task.WhenAll(first, second).WaitAsync(TimeSpan.FromSeconds(30));

        async Task BlockAsync()
        {
            await limiter.AcquireAsync();
            isReleased.Wait(TimeSpan.FromSeconds(30));
        }

        async Task ReleaseAsync()
        {
            await limiter.AcquireAsync();
            isReleased.Set();
        }
    }

    [TestCase(-1)]
    [TestCase(1)]
    public async Task Change_of_the_clock_does_not_affect_waiting_calls(int hours)
    {
        var timers = new ManualTimeProvider();
        var time = new SettableClock(timers);
        using var limiter = new IntercomRateLimiter(timeProvider: time);
        using var server = RefusingOnce("4");
        using var client = Connect(server, time, limiter);
        Assert.That(async () => await client.Things.GetAsync("1"), Throws.TypeOf<IntercomRateLimitException>());
        time.Shift = TimeSpan.FromHours(hours);
        var call = client.Things.GetAsync("1");
        timers.Advance(TimeSpan.FromSeconds(3.9));
        Assert.That(call.IsCompleted, Is.False);
        timers.Advance(TimeSpan.FromSeconds(0.2));
        await call.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private sealed class SettableClock(ManualTimeProvider timers) : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override long TimestampFrequency => timers.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => timers.GetUtcNow() + Shift;

        public override long GetTimestamp() => timers.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            timers.CreateTimer(callback, state, dueTime, period);
    }

    [Test]
    public async Task Canceled_call_leaves_the_queue()
    {
        var time = new ManualTimeProvider();
        using var limiter = new IntercomRateLimiter(1, time);
        using var source = new CancellationTokenSource();
        (await limiter.AcquireAsync()).Dispose();
        var canceled = limiter.AcquireAsync(1, source.Token).AsTask();
        var next = limiter.AcquireAsync().AsTask();
        await source.CancelAsync();
        Assert.That(async () => await canceled, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(limiter.GetStatistics()!.CurrentQueuedCount, Is.EqualTo(1));
        time.Advance(TimeSpan.FromSeconds(10.2));
        Assert.That((await next).IsAcquired);
    }

    [Test]
    public async Task Dispose_rejects_waiting_calls()
    {
        var time = new ManualTimeProvider();
        var limiter = new IntercomRateLimiter(1, time);
        (await limiter.AcquireAsync()).Dispose();
        var waiting = limiter.AcquireAsync().AsTask();
        limiter.Dispose();
        Assert.That((await waiting).IsAcquired, Is.False);
        Assert.That(() => limiter.AttemptAcquire(), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public void AttemptAcquire_does_not_wait()
    {
        var time = new ManualTimeProvider();
        using var limiter = new IntercomRateLimiter(1, time);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(limiter.AttemptAcquire().IsAcquired);
            Assert.That(limiter.AttemptAcquire().IsAcquired, Is.False);
            Assert.That(limiter.AttemptAcquire(0).IsAcquired, Is.False);
            Assert.That(() => limiter.AttemptAcquire(2), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => new IntercomRateLimiter(0), Throws.TypeOf<ArgumentOutOfRangeException>());
        }
    }

    [Test]
    public void Uses_the_callers_limiter_and_reports_its_rejection()
    {
        using var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 0 });
        using var server = StubServer.RespondingWith("""{"id":"1"}""");
        using var client = server.Connect(options => options.RateLimiter = limiter);
        using var taken = limiter.AttemptAcquire();
        Assert.That(
            async () => await client.Things.GetAsync("1"),
            Throws.TypeOf<IntercomRateLimiterException>().With.Message.Contains("Things.Get").And.Message.Contains("No request was sent"));
        taken.Dispose();
        Assert.That(async () => await client.Things.GetAsync("1"), Throws.Nothing, "The lease of the call is given back.");
        Assert.That(limiter.GetStatistics()!.CurrentAvailablePermits, Is.EqualTo(1));
    }

    [Test]
    public async Task First_wait_for_the_limiter_does_not_count_toward_the_timeout()
    {
        var time = new ManualTimeProvider();
        using var limiter = new IntercomRateLimiter(1, time);
        using var server = new WindowedServer(time, 1, TimeSpan.Zero);
        using var client = server.Connect(time, limiter, TimeSpan.FromSeconds(1));
        await client.Things.GetAsync("1");
        var call = client.Things.GetAsync("1");
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.That((await call).Id, Is.EqualTo("1"));
    }

    private static StubServer RefusingOnce(string retryAfter)
    {
        var isFirst = true;
        return new StubServer(_ =>
        {
            var response = isFirst ? StubServer.Respond(429, "{}", "application/json", ("Retry-After", retryAfter)) : StubServer.Json("""{"id":"1"}""");
            isFirst = false;
            return response;
        });
    }

    private static IntercomClient Connect(HttpMessageHandler server, TimeProvider time, RateLimiter? limiter) => server.Connect(time, limiter, Timeout.InfiniteTimeSpan);

    // Advance the clock only when every call waits for the limiter or for its response.
    private static async Task<(WindowedServer Server, TimeSpan Elapsed)> SimulateAsync(
        int calls, double perSecond, int clientCount, ManualTimeProvider time, RateLimiter? limiter, TimeSpan latency)
    {
        using var server = new WindowedServer(time, Limit, latency);
        var clients = Enumerable.Range(0, clientCount).Select(_ => Connect(server, time, limiter)).ToList();
        var start = time.GetUtcNow();
        var completed = 0;
        var running = new List<Task>(calls);
        for (var started = 0; started < calls; started++)
        {
            await MoveToAsync(start + TimeSpan.FromSeconds(started / perSecond), started);
            running.Add(CallAsync(clients[started % clientCount]));
        }

        await MoveToAsync(DateTimeOffset.MaxValue, calls);
        await Task.WhenAll(running);
        var elapsed = time.GetUtcNow() - start;
        clients.ForEach(client => client.Dispose());
        return (server, elapsed);

        async Task CallAsync(IntercomClient client)
        {
            try
            {
                await client.Things.GetAsync("1");
            }
            catch (IntercomRateLimitException)
            {
                // Counted by the server.
            }

            Interlocked.Increment(ref completed);
        }

        async Task MoveToAsync(DateTimeOffset until, int started)
        {
            while (true)
            {
                while (started != Volatile.Read(ref completed) + server.Pending + (limiter?.GetStatistics()!.CurrentQueuedCount ?? 0))
                    await Task.Yield();
                if (started == completed || time.NextTimer is not { } next || next > until)
                    break;
                time.Advance(next - time.GetUtcNow());
            }

            if (until < DateTimeOffset.MaxValue && until > time.GetUtcNow())
                time.Advance(until - time.GetUtcNow());
        }
    }
}

file static class Connecting
{
    public static IntercomClient Connect(this HttpMessageHandler server, TimeProvider time, RateLimiter? limiter, TimeSpan timeout) => new(new IntercomClientOptions("t")
    {
        HttpMessageHandler = server,
        TimeProvider = time,
        RateLimiter = limiter,
        Timeout = timeout,
        AttemptTimeout = Timeout.InfiniteTimeSpan,
        Retry = { MaxRetries = 0 },
    });
}
