using System.Diagnostics;
using Intercom.Generated.Benchmarks.Payloads;
using Intercom.Generated.Benchmarks.Report;
using Intercom.Generated.V2_14;

namespace Intercom.Generated.Benchmarks.Calls;

/// <summary>Reading one contact. Both contenders read the answer with the codec of this SDK, so that the difference is its way of making calls.</summary>
internal static class SingleCallMeasurement
{
    private const int BatchSize = 50;

    public static PartResult Measure(Uri address, bool isShort)
    {
        var batches = isShort ? 40 : 400;
        using var connection = PlainHttp.NewConnection();
        var overLoopback = Measure(address, connection, new IntercomClientOptions(PlainHttp.AccessToken) { BaseAddress = address }, batches);

        using var handler = new AnswerHandler(ContactPayload.Contact(0).ToBytes());
        var withoutNetwork = Measure(address, handler, new IntercomClientOptions(PlainHttp.AccessToken) { BaseAddress = address, HttpMessageHandler = handler }, batches * 5);

        (string Subject, Comparison Comparison)[] comparisons = [("one contact, no network", withoutNetwork), ("one contact, over loopback", overLoopback)];
        return new PartResult(
            [
                .. comparisons.SelectMany(measured => (Verdict[])
                [
                    new Verdict(measured.Subject, Goals.CallTime, (measured.Comparison.Ours.Nanoseconds - measured.Comparison.Bare.Nanoseconds) / 1000),
                    new Verdict(measured.Subject, Goals.CallBytes, (measured.Comparison.Ours.Bytes - measured.Comparison.Bare.Bytes) / 1024),
                ]),
            ],
            [
                .. comparisons.Select(measured => new Table(
                    $"{char.ToUpperInvariant(measured.Subject[0])}{measured.Subject[1..]}, median",
                    ["contender", "time", "allocated"],
                    [Row("Intercom.Generated", measured.Comparison.Ours), Row("HttpClient alone, same codec", measured.Comparison.Bare)])),
            ],
            []);
    }

    private static string[] Row(string name, Cost cost) => [name, Quantity.Time(cost.Nanoseconds), Quantity.Bytes(cost.Bytes)];

    private static Comparison Measure(Uri address, HttpMessageHandler handler, IntercomClientOptions options, int batches)
    {
        using var client = new IntercomClient(options);
        using var http = new PlainHttp(address, handler);
        return MeasureAsync(
            async () => await client.Contacts.GetAsync(ContactPayload.Id(0)),
            async () => IntercomJson.Read<Contact>((await http.GetBytesAsync(ContactAnswers.SinglePath)).Span),
            batches).GetAwaiter().GetResult();
    }

    private static async Task<Comparison> MeasureAsync(Func<Task<Contact?>> ours, Func<Task<Contact?>> bare, int batches)
    {
        if (!FieldValues.Of(await ours()).SequenceEqual(FieldValues.Of(await bare())))
            throw new InvalidOperationException("The contact that the client read has other values than the one read without it.");
        var ofOurs = new Costs();
        var ofBare = new Costs();
        for (var batch = -batches / 4; batch < batches; batch++)
        {
            // In turns, so that whatever else the machine does meets both alike. The first batches only warm up.
            await RunAsync(ours, batch < 0 ? new Costs() : ofOurs);
            await RunAsync(bare, batch < 0 ? new Costs() : ofBare);
        }

        return new Comparison(ofOurs.Median, ofBare.Median);
    }

    private static async Task RunAsync(Func<Task<Contact?>> call, Costs costs)
    {
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var times = new long[BatchSize];
        for (var i = 0; i < times.Length; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await call();
            times[i] = Stopwatch.GetTimestamp() - begun;
        }

        costs.Bytes.Add((GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)BatchSize);
        costs.Nanoseconds.AddRange(times.Select(ticks => ticks * 1e9 / Stopwatch.Frequency));
    }

    private sealed class Costs
    {
        public List<double> Nanoseconds { get; } = [];

        public List<double> Bytes { get; } = [];

        public Cost Median => new(Samples.Median(Nanoseconds), Samples.Median(Bytes));
    }

    private sealed record Cost(double Nanoseconds, double Bytes);

    private sealed record Comparison(Cost Ours, Cost Bare);
}
