using System.Diagnostics;
using Intercom.Generated.V2_14;

namespace Intercom.Generated.Faults.Tests;

/// <summary>Runs every kind of call against every fault. The outcome must match the table, and no connection may stay open.</summary>
internal sealed class FaultMatrixTests
{
    private static IEnumerable<TestCaseData> Cells =>
        from fault in FaultTable.All
        from transport in Enum.GetValues<Transport>()
        where fault.ExistsOver(transport)
        from column in FaultTable.Columns
        let expected = column.Outcome(fault, transport)
        where expected is not null
        from call in fault.Own is { } own ? [own] : column.Calls
        select new TestCaseData(fault, transport, call, expected).SetArgDisplayNames(fault.Name, $"{transport}", call.Name);

    private static IEnumerable<TestCaseData> Safe =>
        from fault in FaultTable.All
        where fault is { Safe: not null, Own: null } && fault.ExistsOver(Transport.Http1) && fault.Finding != "R15"
        select new TestCaseData(fault).SetArgDisplayNames(fault.Name);

    [TestCaseSource(nameof(Cells))]
    public async Task Outcome_matches_the_table(Fault fault, Transport transport, Call call, string expected)
    {
        using var turn = fault.IsLarge ? await LargeResponses.WaitAsync() : null;
        await using var server = Serve(fault, transport);
        using (var handler = Clients.NewHandler(server, transport))
        {
            using var client = server.Connect(handler, fault.Configure);
            Assert.That(await OutcomeAsync(server, client, fault, call), Is.EqualTo(expected));
            await server.WaitForConnectionsAsync(fault.KeptConnections + SpareConnections(transport));

            // The next call must not see leftovers of the fault.
            if (fault.Times < int.MaxValue)
                Assert.That(await Call.Get.Run(client, default).WaitAsync(FaultOutcome.Limit), Is.EqualTo(Responses.Id));
        }

        await server.WaitForConnectionsAsync(max: 0);
    }

    [TestCaseSource(nameof(Safe))]
    public async Task Outcome_matches_the_table_on_shared_connections(Fault fault)
    {
        using var turn = fault.IsLarge ? await LargeResponses.WaitAsync() : null;
        await using var server = Serve(fault, Transport.Http1);
        using var client = server.Connect(handler: null, fault.Configure);
        Assert.That(await OutcomeAsync(server, client, fault, Call.Get), Is.EqualTo(fault.Safe));
        await server.WaitForConnectionsAsync(max: 1);
    }

    [Test]
    public void Every_finding_has_a_row() =>
        Assert.That(
            FaultTable.All.Select(fault => fault.Finding).OfType<string>(),
            Is.EquivalentTo(Enumerable.Range(1, 17).Select(number => $"R{number}")));

    [Test]
    public async Task Reports_a_refused_connection()
    {
        var server = new FaultServer(x => x.RespondAsync());
        await server.DisposeAsync();
        using var client = server.Connect(handler: null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                async () => await Call.Get.Run(client, default),
                Throws.TypeOf<IntercomConnectionException>().With.Property("RetryCount").EqualTo(FaultTable.MaxRetries));
            Assert.That(
                async () => await Call.Post.Run(client, default),
                Throws.TypeOf<IntercomConnectionException>().With.Property("RetryCount").Zero);
        }
    }

    // The client asks for HTTP/2. If the server chooses HTTP/1.1 during the handshake, .NET sometimes opens another connection for it.
    private static int SpareConnections(Transport transport) => transport == Transport.Tls ? 1 : 0;

    private static FaultServer Serve(Fault fault, Transport transport) => new(
        transport, x => x.Number <= fault.Times ? fault.RunAsync(x) : x.RespondAsync()) { ConnectionsToReset = fault.ConnectionsToReset };

    private static async Task<string> OutcomeAsync(FaultServer server, IntercomClient client, Fault fault, Call call)
    {
        var clock = Stopwatch.StartNew();
        var outcome = await FaultOutcome.OfAsync(
            server.Address, client, fault, call, () => server.Requests.Count + fault.ConnectionsToReset).WaitAsync(FaultOutcome.Limit);
        TestContext.Out.WriteLine(
            $"{outcome} after {clock.ElapsedMilliseconds} ms, {server.Requests.Count} requests, {server.AcceptedConnections} connections");
        return outcome.ToString();
    }
}
