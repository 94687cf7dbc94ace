using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Intercom.Generated.Tests;
using Intercom.Generated.V2_14;

namespace Intercom.Generated.Faults.Tests;

/// <summary>
/// Makes many calls through one client, or two more with the limits that some rows need, while the server misbehaves at random, as the fault table describes. Each call must end as the table
/// says. INTERCOM_SOAK_CALLS sets the number of calls, and INTERCOM_SOAK_SEED repeats a run.
/// </summary>
[NonParallelizable]
internal sealed class FaultSoakTests
{
    private const int Workers = 32;
    private const int LongRun = 1_000_000;

    // No call is in progress between rounds, so the heap can be compared.
    private const int CallsPerRound = 50_000;

    // The expected number of calls in a long run that meet each slow fault.
    private const int SlowCalls = 1_150;
    private const int LeastCalls = 1_000;

    private readonly ConcurrentDictionary<string, SoakCall> _calls = new();
    private readonly ConcurrentDictionary<string, int> _injected = new();
    private readonly ConcurrentQueue<string> _failures = new();
    private readonly SemaphoreSlim _largeResponses = new(2);
    private int _staleConnections;

    // A row with a clock, a rate limiter, or delays of its own needs a client of its own.
    private static IReadOnlyList<(Fault Fault, Column Column)> Cells { get; } =
    [
        .. from fault in FaultTable.All
           where fault.ConnectionsToReset == 0 && fault.ExistsOver(Transport.Http1) && FitsSoak(fault)
           from column in FaultTable.Columns
           where column.InTable(fault) is not null
           select (fault, column),
    ];

    // The slow faults are equally likely, regardless of the number of their columns.
    private static (Fault Fault, Column Column)[][] SlowCells { get; } =
        [.. Cells.Where(cell => cell.Fault.IsSlow).GroupBy(cell => cell.Fault).Select(cells => cells.ToArray())];

    private static (Fault Fault, Column Column)[] FastCells { get; } = [.. Cells.Where(cell => !cell.Fault.IsSlow)];

    [Test]
    public async Task Every_call_ends_as_the_table_says()
    {
        var calls = Setting("INTERCOM_SOAK_CALLS") ?? LongTests.Size(1_000, LongRun);
        var seed = Setting("INTERCOM_SOAK_SEED") ?? Random.Shared.Next();
        TestContext.Out.WriteLine($"INTERCOM_SOAK_SEED={seed}");
        var clock = Stopwatch.StartNew();
        var heap = new List<long>();
        await using var server = new FaultServer(Transport.Http1, ServeAsync) { RecordsRequests = false, Numbering = NumberOf };
        using (var handler = Clients.NewHandler(server, Transport.Http1))
        {
            using var clients = new SoakClients(server, handler);
            // Loads code, creates bodies, and fills pools.
            await EachAsync(Cells.Count, number => CallAsync(server.Address, clients, Cells[number], new Random(seed), -1 - number));
            Report($"{Cells.Count} kinds of calls after {clock.Elapsed.TotalSeconds:0} s, {_failures.Count} failures");
            _injected.Clear();
            var round = calls >= LongRun ? CallsPerRound : Math.Max(1, calls / 4);
            for (var start = 0; start < calls; start += round)
            {
                var first = start;
                await EachAsync(Math.Min(round, calls - first), index =>
                {
                    var random = new Random(HashCode.Combine(seed, first + index));
                    return CallAsync(server.Address, clients, Choose(random), random, first + index);
                });
                heap.Add(LiveHeap());
                Report($"{Math.Min(calls, start + round):N0} calls after {clock.Elapsed.TotalSeconds:0} s, {_failures.Count} failures, "
                    + $"live heap {heap[^1] / 1e6:0.0} MB, working set {Environment.WorkingSet / 1e6:0} MB");
            }
        }

        await server.WaitForConnectionsAsync(max: 0);
        // The minimum, because ArrayPool keeps arrays until they have been unused for a while.
        var (early, late) = (heap.Take(heap.Count / 2).Min(), heap.Skip(heap.Count / 2).Min());
        using var process = Process.GetCurrentProcess();
        TestContext.Out.WriteLine($"{calls:N0} calls of {Cells.Count} kinds with seed {seed} in {clock.Elapsed.TotalMinutes:0.0} min, {_injected.Count} faults, "
            + $"each at least {_injected.Values.Min():N0} times; live heap at least {early / 1e6:0.0} MB in the first half and {late / 1e6:0.0} MB in the second; "
            + $"{_staleConnections:N0} attempts on a closed connection; at most {server.PeakConnections} connections at a time; peak working set {process.PeakWorkingSet64 / 1e6:0} MB.");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_failures, Is.Empty);
            // A short run can end before the pools are full.
            Assert.That(late, Is.LessThan(calls >= LongRun ? early * 1.1 : early + (64 * 1024 * 1024)), string.Join(' ', heap));
            Assert.That(_staleConnections, Is.LessThan(Math.Max(20, calls / 20)));
            Assert.That(server.PeakConnections, Is.LessThanOrEqualTo(Workers * 3));
            if (calls >= LongRun)
            {
                var names = Cells.Select(cell => cell.Fault.Name).Distinct();
                Assert.That(names.Where(name => _injected.GetValueOrDefault(name) < LeastCalls), Is.Empty);
            }
        }

        UnobservedTasks.AssertNone();
    }

    private static Task EachAsync(int count, Func<int, Task> call) => Parallel.ForEachAsync(
        Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = Workers }, async (index, _) => await call(index));

    private async Task CallAsync(Uri address, SoakClients clients, (Fault Fault, Column Column) cell, Random random, int number)
    {
        var (fault, column) = cell;
        var call = fault.Own ?? column.Calls[random.Next(column.Calls.Count)];
        var soak = new SoakCall(fault);
        ObservedHandler.CurrentCall.Value = soak.Id = number.ToString(CultureInfo.InvariantCulture);
        _calls[soak.Id] = soak;
        _injected.AddOrUpdate(fault.Name, 1, static (_, count) => count + 1);
        if (fault.IsLarge)
            await _largeResponses.WaitAsync();
        try
        {
            var outcome = await FaultOutcome.OfAsync(address, clients.For(fault), fault, call, () => soak.Requests)
                .WaitAsync(TimeSpan.FromMinutes(2));
            if (!Matches(outcome, column.InTable(fault)!, call))
                Fail($"{number}: {fault.Name}, {call.Name}: {outcome} instead of {column.InTable(fault)}");
        }
        catch (Exception e)
        {
            Fail($"{number}: {fault.Name}, {call.Name}: {e}");
        }
        finally
        {
            if (fault.IsLarge)
                _largeResponses.Release();
            _calls.TryRemove(soak.Id, out _);
        }
    }

    private static (Fault Fault, Column Column) Choose(Random random)
    {
        if (random.NextDouble() >= SlowCells.Length * (double)SlowCalls / LongRun)
            return FastCells[random.Next(FastCells.Length)];
        var cells = SlowCells[random.Next(SlowCells.Length)];
        return cells[random.Next(cells.Length)];
    }

    // A call can also meet a connection that the server closed after an earlier response. That attempt ends like any broken connection.
    private bool Matches(FaultOutcome outcome, string expected, Call call)
    {
        if (outcome.ToString() == expected)
            return true;
        if (outcome.CountsAttempts && outcome.Attempts <= outcome.Requests)
            return false;
        Interlocked.Increment(ref _staleConnections);
        var isLast = outcome.Attempts > FaultTable.MaxRetries;
        var (kind, attempts) = expected.Split(", ") is [var first, var count] ? (first, int.Parse(count[..1], CultureInfo.InvariantCulture)) : (expected, 1);
        if (outcome.Kind == nameof(IntercomConnectionException) && (isLast || call == Call.Post))
            return true;
        return outcome.Kind == kind ? isLast || !outcome.CountsAttempts || outcome.Requests == attempts : isLast && kind == FaultTable.Result;
    }

    // A request of a call whose client has already given up can arrive late.
    private Task ServeAsync(Exchange exchange)
    {
        if (!_calls.TryGetValue(exchange.Request.Headers[ObservedHandler.CallId], out var call))
            return exchange.CloseAsync();
        return exchange.Number <= call.Fault.Times ? call.Fault.RunAsync(exchange) : exchange.RespondAsync();
    }

    private int NumberOf(ReceivedRequest request) =>
        _calls.TryGetValue(request.Headers[ObservedHandler.CallId], out var call) ? call.Count() : 0;

    private void Fail(string failure)
    {
        _failures.Enqueue(failure);
        if (_failures.Count <= 20)
            Report(failure);
    }

    private static bool FitsSoak(Fault fault)
    {
        using var handler = new HttpClientHandler();
        var (plain, options) = (new IntercomClientOptions("token"), new IntercomClientOptions("token") { HttpMessageHandler = handler });
        fault.Configure(options);
        return options is { RateLimiter: null, HttpClient: null, AccessTokenProvider: null }
            && options.TimeProvider == plain.TimeProvider
            && options.Retry.BaseDelay == plain.Retry.BaseDelay
            && options.Retry.RetryWrites == plain.Retry.RetryWrites;
    }

    private static long LiveHeap()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private static void Report(string text)
    {
        TestContext.Progress.WriteLine(text);
        if (Environment.GetEnvironmentVariable("INTERCOM_SOAK_PROGRESS") is { Length: > 0 } file)
            File.AppendAllText(file, text + "\n");
    }

    private sealed class SoakCall(Fault fault)
    {
        private int _requests;

        public Fault Fault => fault;

        public string Id { get; set; } = "";

        public int Requests => Volatile.Read(ref _requests);

        public int Count() => Interlocked.Increment(ref _requests);
    }

    // The clients share one pool of connections.
    private sealed class SoakClients(FaultServer server, HttpMessageHandler handler) : IDisposable
    {
        private readonly ConcurrentDictionary<(long, TimeSpan), Lazy<IntercomClient>> _clients = new();

        public IntercomClient For(Fault fault)
        {
            var limits = new IntercomClientOptions("token");
            fault.Configure(limits);
            return _clients.GetOrAdd((limits.MaxResponseSize, limits.AttemptTimeout), _ => new(() => server.Connect(handler, options =>
            {
                fault.Configure(options);
                // A busy machine needs more than the timeout of the table.
                if (fault.IsSlow && options.AttemptTimeout < Timeout)
                    options.AttemptTimeout = Timeout;
                // An unlimited budget, because almost every call fails.
                options.Retry.Budget = int.MaxValue;
            }))).Value;
        }

        private static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(3);

        public void Dispose()
        {
            foreach (var client in _clients.Values)
                client.Value.Dispose();
        }
    }
}
