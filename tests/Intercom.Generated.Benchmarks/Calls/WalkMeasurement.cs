using System.Diagnostics;
using Intercom.Generated.Benchmarks.Payloads;
using Intercom.Generated.Benchmarks.Report;
using Intercom.Generated.V2_14;

namespace Intercom.Generated.Benchmarks.Calls;

/// <summary>Measures reading 10,000 contacts in pages of 150.</summary>
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
            new("HttpClient and Utf8JsonReader, hand-written", () => Walks.HandWritten(http)),
            new("HttpClient and Newtonsoft.Json", () => Walks.WithNewtonsoft(http)),
        ];
        var (warmups, rounds) = isShort ? (2, 5) : (10, 31);
        for (var round = -warmups; round < rounds; round++)
        {
            // The contenders take turns, so that other load on the machine affects all of them equally.
            foreach (var contender in contenders)
            {
                var cost = RunAsync(contender.Walk).GetAwaiter().GetResult();
                if (round >= 0)
                    contender.Costs.Add(cost);
            }
        }

        var (ours, handWritten) = (contenders[0].Median, contenders[1].Median);
        return new PartResult(
            [
                new Verdict(Subject, Targets.WalkTime, ours.Nanoseconds / handWritten.Nanoseconds),
                new Verdict(Subject, Targets.WalkProcessorTime, ours.ProcessorNanoseconds / handWritten.ProcessorNanoseconds),
                new Verdict(Subject, Targets.WalkBytes, ours.Bytes / handWritten.Bytes),
            ],
            [
                new Table(
                    $"{Subject} over loopback, median of {rounds} walks; ratios to the hand-written loop",
                    ["contender", "time", "spread", "ratio", "processor time", "ratio", "allocated", "ratio"],
                    [.. contenders.Select(contender => Row(contender, handWritten))]),
            ],
            [
                new BarGroup(
                    $"{Subject} over loopback: time relative to the hand-written loop",
                    [
                        .. contenders.Select(contender => new Bar(
                            contender.Name,
                            contender.Median.Nanoseconds / handWritten.Nanoseconds,
                            Quantity.Time(contender.Median.Nanoseconds),
                            contender == contenders[0])),
                    ]),
            ]);
    }

    private static string[] Row(Contender contender, Cost handWritten)
    {
        var cost = contender.Median;
        return
        [
            contender.Name,
            Quantity.Time(cost.Nanoseconds),
            Quantity.Spread(Samples.Spread(contender.Costs.Select(one => one.Nanoseconds))),
            Quantity.Ratio(cost.Nanoseconds / handWritten.Nanoseconds),
            Quantity.Time(cost.ProcessorNanoseconds), Quantity.Ratio(cost.ProcessorNanoseconds / handWritten.ProcessorNanoseconds),
            Quantity.Bytes(cost.Bytes), Quantity.Ratio(cost.Bytes / handWritten.Bytes),
        ];
    }

    private static async Task<Cost> RunAsync(Func<IAsyncEnumerable<(string? Id, DateTimeOffset? CreatedAt)>> walk)
    {
        // Collect garbage first, so that one contender does not pay for another.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        var count = 0;
        await foreach (var (id, createdAt) in walk())
        {
            if (id is not null && createdAt is not null)
                count++;
        }

        var time = Stopwatch.GetElapsedTime(start);
        processor = Environment.CpuUsage.TotalTime - processor;
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return count == ContactResponses.Total
            ? new Cost(time.TotalNanoseconds, processor.TotalNanoseconds, bytes)
            : throw new InvalidOperationException($"A walk found {count} contacts.");
    }

    // Verifies that all contenders read the same values of a page, and the same ID and time of each contact.
    private static async Task CheckAsync(IntercomClient client, PlainHttp http)
    {
        var ours = await client.Contacts.ListAsync().WithPageSize(ContactResponses.PageSize).FirstPageAsync();
        var handWritten = HandWrittenReader.Page((await http.GetBytesAsync(ContactResponses.FirstPagePath)).Span);
        if (!FieldValues.Of(ours.Items).SequenceEqual(FieldValues.Of(handWritten.Contacts)))
            throw new InvalidOperationException("The hand-written reader and the client read different values from the first page.");
        var contacts = await Walks.Intercom(client).ToListAsync();
        if (!contacts.SequenceEqual(await Walks.HandWritten(http).ToListAsync())
            || !contacts.SequenceEqual(await Walks.WithNewtonsoft(http).ToListAsync()))
        {
            throw new InvalidOperationException("The walks do not return the same contacts.");
        }

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
