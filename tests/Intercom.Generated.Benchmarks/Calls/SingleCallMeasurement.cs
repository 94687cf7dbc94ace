using System.Diagnostics;
using Intercom.Generated.Benchmarks.Payloads;
using Intercom.Generated.Benchmarks.Report;
using Intercom.Generated.V2_14;

namespace Intercom.Generated.Benchmarks.Calls;

/// <summary>
/// Measures calls that get one contact. Both contenders use this SDK's codec, so the difference is the overhead of the call itself.
/// </summary>
internal static class SingleCallMeasurement
{
    private const int BatchSize = 50;

    public static PartResult Measure(Uri address, bool isShort)
    {
        var batches = isShort ? 40 : 400;
        using var connection = PlainHttp.NewConnection();
        var overLoopback = Measure(
            address, connection, new IntercomClientOptions(PlainHttp.AccessToken) { BaseAddress = address }, batches);

        using var handler = new FixedResponseHandler(ContactPayload.Contact(0).ToBytes());
        var options = new IntercomClientOptions(PlainHttp.AccessToken) { BaseAddress = address, HttpMessageHandler = handler };
        var withoutNetwork = Measure(address, handler, options, batches * 5);

        (string Subject, Comparison Comparison)[] comparisons =
        [
            ("one contact, no network", withoutNetwork),
            ("one contact, over loopback", overLoopback),
        ];
        return new PartResult(
            [.. comparisons.SelectMany(measured => Verdicts(measured.Subject, measured.Comparison))],
            [
                .. comparisons.Select(measured => new Table(
                    $"{char.ToUpperInvariant(measured.Subject[0])}{measured.Subject[1..]}, median",
                    ["contender", "time", "spread", "allocated"],
                    [
                        Row("Intercom.Generated", measured.Comparison.Ours),
                        Row("HttpClient alone, same codec", measured.Comparison.Plain),
                    ])),
            ],
            []);
    }

    private static Verdict[] Verdicts(string subject, Comparison measured) =>
    [
        new Verdict(subject, Targets.CallTime, (measured.Ours.Nanoseconds - measured.Plain.Nanoseconds) / 1000),
        new Verdict(subject, Targets.CallBytes, (measured.Ours.Bytes - measured.Plain.Bytes) / 1024),
    ];

    private static string[] Row(string name, Cost cost) => [name, Quantity.Time(cost.Nanoseconds), Quantity.Spread(cost.Spread), Quantity.Bytes(cost.Bytes)];

    private static Comparison Measure(Uri address, HttpMessageHandler handler, IntercomClientOptions options, int batches)
    {
        using var client = new IntercomClient(options);
        using var http = new PlainHttp(address, handler);
        return MeasureAsync(
            async () => await client.Contacts.GetAsync(ContactPayload.Id(0)),
            async () => IntercomJson.Read<Contact>((await http.GetBytesAsync(ContactResponses.SinglePath)).Span),
            batches).GetAwaiter().GetResult();
    }

    private static async Task<Comparison> MeasureAsync(Func<Task<Contact?>> ours, Func<Task<Contact?>> plain, int batches)
    {
        if (!FieldValues.Of(await ours()).SequenceEqual(FieldValues.Of(await plain())))
            throw new InvalidOperationException("The contenders read different values.");
        var ourCosts = new Costs();
        var plainCosts = new Costs();
        for (var batch = -batches / 4; batch < batches; batch++)
        {
            // The contenders take turns, so that other load on the machine affects both equally. The first batches are warmup.
            await RunAsync(ours, batch < 0 ? new Costs() : ourCosts);
            await RunAsync(plain, batch < 0 ? new Costs() : plainCosts);
        }

        return new Comparison(ourCosts.Median, plainCosts.Median);
    }

    private static async Task RunAsync(Func<Task<Contact?>> call, Costs costs)
    {
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var times = new long[BatchSize];
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await call();
            times[i] = Stopwatch.GetTimestamp() - start;
        }

        costs.Bytes.Add((GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)BatchSize);
        costs.Nanoseconds.AddRange(times.Select(ticks => ticks * 1e9 / Stopwatch.Frequency));
    }

    private sealed class Costs
    {
        public List<double> Nanoseconds { get; } = [];

        public List<double> Bytes { get; } = [];

        public Cost Median => new(Samples.Median(Nanoseconds), Samples.Spread(Nanoseconds), Samples.Median(Bytes));
    }

    private sealed record Comparison(Cost Ours, Cost Plain);
}
