using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Intercom.Generated.Tests;
using Intercom.Generated.V2_14;

namespace Intercom.Generated.Faults.Tests;

/// <summary>
/// Runs many concurrent calls against a server that fails one request in twenty. Each call must get its own result exactly once.
/// </summary>
[NonParallelizable]
internal sealed class SoakTests
{
    private const int Callers = 64;

    private static readonly Func<Http1Exchange, Task>[] Faults =
    [
        x => Done(x.Reset),
        x => x.RespondAsync(503, ""),
        x => x.RespondAsync(429, "", "Retry-After: 0"),
        async x =>
        {
            await x.SendAsync(Http1Exchange.Head(200, "Content-Length: 99") + """{"id":""");
            x.Reset();
        },
    ];

    private readonly int[] _faults = new int[Faults.Length];

    [Test]
    public async Task Reads_and_updates_get_their_own_results()
    {
        var calls = LongTests.Size(20_000, 200_000);
        await using var server = Serve(received: null);
        var results = new ConcurrentDictionary<string, int>();
        var clock = Stopwatch.StartNew();
        using (var handler = Clients.NewHandler())
        {
            using var client = server.Connect(handler, options => options.Retry.MaxRetries = 5);
            await EachAsync(calls, async id =>
            {
                var contact = int.Parse(id, CultureInfo.InvariantCulture) % 2 == 0
                    ? await client.Contacts.GetAsync(id)
                    : await client.Contacts.UpdateAsync(id, new UpdateContactRequest { Name = "Ada Lovelace" });
                Assert.That(contact.Id, Is.EqualTo(id));
                results.AddOrUpdate(contact.Id, 1, (_, count) => count + 1);
            });
        }

        Report(calls, clock, server);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(results, Has.Count.EqualTo(calls));
            Assert.That(results.Values, Has.All.EqualTo(1));
            Assert.That(_faults.Sum(), Is.InRange(calls * 0.04, calls * 0.07));
            Assert.That(server.PeakConnections, Is.LessThanOrEqualTo(Callers * 2));
        }

        await AssertNoLeaksAsync(server);
    }

    [Test]
    public async Task Writes_arrive_once_unless_rejected_with_429()
    {
        var calls = LongTests.Size(10_000, 100_000);
        var received = new ConcurrentDictionary<string, int>();
        await using var server = Serve(received);
        var failed = new ConcurrentBag<string>();
        var clock = Stopwatch.StartNew();
        using (var handler = Clients.NewHandler())
        {
            using var client = server.Connect(handler, options => options.Retry.MaxRetries = 5);
            await EachAsync(calls, async id =>
            {
                try
                {
                    Assert.That((await client.Contacts.CreateAsync(new CreateContactRequest { ExternalId = id })).Id, Is.EqualTo(id));
                }
                catch (IntercomException e) when (e is IntercomConnectionException or IntercomServerException)
                {
                    failed.Add(id);
                }
            });
        }

        Report(calls, clock, server);
        TestContext.Out.WriteLine($"{failed.Count} writes failed.");
        using (Assert.EnterMultipleScope())
        {
            // Requests rejected with 429 do not count as received.
            Assert.That(received.Values, Has.All.EqualTo(1));
            Assert.That(received, Has.Count.EqualTo(calls));
            Assert.That(
                failed,
                Has.Count.EqualTo(_faults[0] + _faults[1] + _faults[3]),
                "A write must fail exactly if its request got a fault other than 429.");
            Assert.That(failed, Is.Unique);
        }

        await AssertNoLeaksAsync(server);
    }

    private static Task EachAsync(int calls, Func<string, Task> call) => Parallel.ForEachAsync(
        Enumerable.Range(0, calls),
        new ParallelOptions { MaxDegreeOfParallelism = Callers },
        (id, _) => new ValueTask(call(id.ToString(CultureInfo.InvariantCulture))));

    private static async Task AssertNoLeaksAsync(FaultServer server)
    {
        await server.WaitForConnectionsAsync(max: 0);
        UnobservedTasks.AssertNone();
    }

    private static Task Done(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    // The request number seeds the choice of the fault, so every run injects the same faults, but not into the same calls.
    private FaultServer Serve(ConcurrentDictionary<string, int>? received) => new(async x =>
    {
        var dice = new Random(x.Number).Next(20 * Faults.Length);
        var id = x.Request.Method == "POST" ? x.Request.Text.Split('"')[3] : x.Request.Target.Split('/')[^1];
        var fault = dice < Faults.Length ? dice : -1;
        if (fault != 2)
            received?.AddOrUpdate(id, 1, (_, count) => count + 1);
        if (fault < 0)
        {
            await x.RespondAsync(200, $$"""{"type":"contact","id":"{{id}}","name":"Ada Lovelace"}""");
            return;
        }

        Interlocked.Increment(ref _faults[fault]);
        await Faults[fault](x);
    })
    {
        RecordsRequests = false,
    };

    private void Report(int calls, Stopwatch clock, FaultServer server) => TestContext.Out.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{calls:N0} calls in {clock.Elapsed.TotalSeconds:0.0} s, {calls / clock.Elapsed.TotalSeconds:N0} per second; "
        + $"{_faults.Sum():N0} faults ({string.Join(", ", _faults)}); "
        + $"{server.AcceptedConnections:N0} connections, at most {server.PeakConnections} at a time."));
}
