using System.Diagnostics;
using Intercom.Generated.V2_14;

namespace Intercom.Generated.Faults.Tests;

/// <summary>Runs every kind of call against every fault. The outcome must match the table, and no connection may stay open.</summary>
internal sealed class FaultMatrixTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    private static IEnumerable<TestCaseData> Cells =>
        from fault in FaultTable.All
        from column in FaultTable.Columns
        let expected = column.Outcome(fault)
        where expected is not null
        from call in fault.Own is { } own ? [own] : column.Calls
        select new TestCaseData(fault, call, expected).SetArgDisplayNames(fault.Name, call.Name);

    private static IEnumerable<TestCaseData> Safe =>
        from fault in FaultTable.All
        where fault is { Safe: not null, Own: null }
        select new TestCaseData(fault).SetArgDisplayNames(fault.Name);

    [TestCaseSource(nameof(Cells))]
    public async Task Outcome_matches_the_table(Fault fault, Call call, string expected)
    {
        await using var server = Serve(fault);
        using (var handler = Clients.NewHandler())
        {
            using var client = server.Connect(handler, fault.Configure);
            Assert.That(await OutcomeAsync(server, client, fault, call), Is.EqualTo(expected));
            await server.WaitForConnectionsAsync(fault.KeptConnections);

            // The next call must not see leftovers of the fault.
            if (fault.Times < int.MaxValue)
                Assert.That(await Call.Get.Run(client, default).WaitAsync(Limit), Is.EqualTo(Responses.Id));
        }

        await server.WaitForConnectionsAsync(max: 0);
    }

    [TestCaseSource(nameof(Safe))]
    public async Task Outcome_matches_the_table_on_shared_connections(Fault fault)
    {
        await using var server = Serve(fault);
        using var client = server.Connect(handler: null, fault.Configure);
        Assert.That(await OutcomeAsync(server, client, fault, Call.Get), Is.EqualTo(fault.Safe));
        await server.WaitForConnectionsAsync(max: 1);
    }

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

    // Server text in an exception ends up in logs.
    private static void AssertBounded(IntercomException thrown)
    {
        Assert.That(thrown.Message, Has.Length.LessThan(5_000));
        Assert.That(thrown.Message.Any(char.IsControl), Is.False);
        var id = (thrown as IntercomApiException)?.RequestId ?? (thrown as IntercomResponseException)?.Response.RequestId;
        Assert.That(id ?? "a", Does.Match("^[0-9A-Za-z._:-]{1,128}$"));
    }

    private static FaultServer Serve(Fault fault) =>
        new(x => x.Number <= fault.Times ? fault.Act(x) : x.RespondAsync()) { ConnectionsToReset = fault.ConnectionsToReset };

    private static async Task<string> OutcomeAsync(FaultServer server, IntercomClient client, Fault fault, Call call)
    {
        var clock = Stopwatch.StartNew();
        string outcome;
        var attempts = 0;
        try
        {
            var found = await (call.RunAt?.Invoke(client, server.Address, default) ?? call.Run(client, default)).WaitAsync(Limit);
            outcome = found == call.Expected ? FaultTable.Result : FaultTable.AsSent;
        }
        catch (IntercomException e)
        {
            attempts = e.RetryCount + 1;
            AssertBounded(e);
            outcome = e switch
            {
                IntercomApiException api => $"{e.GetType().Name}: {(int)api.StatusCode}",
                IntercomResponseException response => $"{e.GetType().Name}: {response.Problem}",
                _ => e.GetType().Name,
            };
        }
        catch (Exception e)
        {
            TestContext.Out.WriteLine(e);
            outcome = e.GetType().Name;
        }

        TestContext.Out.WriteLine(
            $"{outcome} after {clock.ElapsedMilliseconds} ms, {server.Requests.Count} requests, {server.AcceptedConnections} connections");
        var sent = server.Requests.Count + fault.ConnectionsToReset;
        if (attempts == 0)
            attempts = fault.SendsFollowUpRequests ? 1 : sent;
        else if (!fault.SendsFollowUpRequests)
            Assert.That(sent, Is.EqualTo(attempts), "Each attempt must send exactly one request.");
        return attempts > 1 && !(fault.SendsFollowUpRequests && attempts == 1) ? $"{outcome}, {attempts} attempts" : outcome;
    }
}
