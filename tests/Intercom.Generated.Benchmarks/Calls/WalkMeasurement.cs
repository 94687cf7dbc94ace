using System.Diagnostics;
using Intercom.Generated.Benchmarks.Payloads;
using Intercom.Generated.Benchmarks.Report;
using Intercom.Generated.V2_14;

namespace Intercom.Generated.Benchmarks.Calls;

/// <summary>Reading 10,000 contacts, 150 a page.</summary>
internal static class WalkMeasurement
{
    private const string Subject = "10,000 contacts";

    public static PartResult Measure(Uri address, bool isShort)
    {
        using var client = new IntercomClient(new IntercomClientOptions(PlainHttp.AccessToken) { BaseAddress = address });
        using var connection = PlainHttp.NewConnection();
        using var http = new PlainHttp(address, connection);
        CheckAsync(client, http).GetAwaiter().GetResult();

        Contender[] contenders =
        [
            new("Intercom.Generated", () => Walks.Intercom(client)),
            new("HttpClient and Utf8JsonReader, by hand", () => Walks.HandWritten(http)),
            new("HttpClient and Newtonsoft.Json", () => Walks.WithNewtonsoft(http)),
        ];
        var (warmups, rounds) = isShort ? (2, 5) : (10, 31);
        for (var round = -warmups; round < rounds; round++)
        {
            // Whatever else the machine does meets all contenders alike.
            foreach (var contender in contenders)
            {
                var cost = RunAsync(contender.Walk).GetAwaiter().GetResult();
                if (round >= 0)
                    contender.Costs.Add(cost);
            }
        }

        var (ours, byHand) = (contenders[0].Median, contenders[1].Median);
        return new PartResult(
            [
                new Verdict(Subject, Goals.WalkTime, ours.Nanoseconds / byHand.Nanoseconds),
                new Verdict(Subject, Goals.WalkProcessorTime, ours.ProcessorNanoseconds / byHand.ProcessorNanoseconds),
                new Verdict(Subject, Goals.WalkBytes, ours.Bytes / byHand.Bytes),
            ],
            [
                new Table(
                    $"{Subject} over loopback, median of {rounds} walks; ratios to the loop written by hand",
                    ["contender", "time", "ratio", "processor time", "ratio", "allocated", "ratio"],
                    [.. contenders.Select(contender => Row(contender.Name, contender.Median, byHand))]),
            ],
            [
                new BarGroup(
                    $"{Subject} over loopback: time, of the loop written by hand",
                    [.. contenders.Select(contender => new Bar(contender.Name, contender.Median.Nanoseconds / byHand.Nanoseconds, Quantity.Time(contender.Median.Nanoseconds), contender == contenders[0]))]),
            ]);
    }

    private static string[] Row(string name, Cost cost, Cost byHand) =>
    [
        name,
        Quantity.Time(cost.Nanoseconds), Quantity.Ratio(cost.Nanoseconds / byHand.Nanoseconds),
        Quantity.Time(cost.ProcessorNanoseconds), Quantity.Ratio(cost.ProcessorNanoseconds / byHand.ProcessorNanoseconds),
        Quantity.Bytes(cost.Bytes), Quantity.Ratio(cost.Bytes / byHand.Bytes),
    ];

    private static async Task<Cost> RunAsync(Func<IAsyncEnumerable<(string? Id, DateTimeOffset? CreatedAt)>> walk)
    {
        // Nobody pays for the garbage of the one before.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var begun = Stopwatch.GetTimestamp();
        var count = 0;
        await foreach (var (id, createdAt) in walk())
        {
            if (id is not null && createdAt is not null)
                count++;
        }

        var time = Stopwatch.GetElapsedTime(begun);
        processor = Environment.CpuUsage.TotalTime - processor;
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return count == ContactAnswers.Total
            ? new Cost(time.TotalNanoseconds, processor.TotalNanoseconds, bytes)
            : throw new InvalidOperationException($"A walk found {count} contacts.");
    }

    // All contenders read the same: each field of a page, and the place and time of each contact.
    private static async Task CheckAsync(IntercomClient client, PlainHttp http)
    {
        var ours = await client.Contacts.ListAsync().WithPageSize(ContactAnswers.PageSize).FirstPageAsync();
        var byHand = HandWrittenReader.Page((await http.GetBytesAsync(ContactAnswers.FirstPagePath)).Span);
        if (!FieldValues.Of(ours.Items).SequenceEqual(FieldValues.Of(byHand.Contacts)))
            throw new InvalidOperationException("The page that was read by hand has other values than that of the client.");
        var contacts = await Walks.Intercom(client).ToListAsync();
        if (!contacts.SequenceEqual(await Walks.HandWritten(http).ToListAsync()) || !contacts.SequenceEqual(await Walks.WithNewtonsoft(http).ToListAsync()))
            throw new InvalidOperationException("The walks do not find the same contacts.");
    }

    private sealed record Contender(string Name, Func<IAsyncEnumerable<(string? Id, DateTimeOffset? CreatedAt)>> Walk)
    {
        public List<Cost> Costs { get; } = [];

        public Cost Median => new(
            Samples.Median(Costs.Select(cost => cost.Nanoseconds)),
            Samples.Median(Costs.Select(cost => cost.ProcessorNanoseconds)),
            Samples.Median(Costs.Select(cost => cost.Bytes)));
    }

    private sealed record Cost(double Nanoseconds, double ProcessorNanoseconds, double Bytes);
}
