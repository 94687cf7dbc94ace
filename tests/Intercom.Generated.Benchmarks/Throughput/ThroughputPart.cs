using System.Diagnostics;
using Intercom.Generated.Benchmarks.Calls;
using Intercom.Generated.Benchmarks.Payloads;
using Intercom.Generated.Benchmarks.Report;
using Intercom.Generated.V2_14;
using Microsoft.Extensions.Logging;

namespace Intercom.Generated.Benchmarks.Throughput;

/// <summary>Measures parallel calls, and what the rate limiter, logging, and tracing add to a call.</summary>
internal sealed class ThroughputPart : IPart
{
    private const int Workers = 200;
    private const int CallsPerWorker = 50;

    public string Name => "throughput";

    public PartResult Measure(bool isShort)
    {
        var (ours, plain, spread) = MeasureParallelAsync(isShort ? 3 : 21).GetAwaiter().GetResult();
        var calls = MeasureFeatures(isShort ? 40 : 400);
        var bare = calls["bare"].Nanoseconds;
        return new PartResult(
            [
                new Verdict($"{Workers} parallel GETs", Targets.ParallelCalls, plain / ours),
                new Verdict("one contact, no network", Targets.LimiterTime, (calls["limiter"].Nanoseconds - bare) / 1000),
                new Verdict("one contact, no network", Targets.SilentLogTime, (calls["silent"].Nanoseconds - bare) / 1000),
                new Verdict("one contact, no network", Targets.LogTime, (calls["logged"].Nanoseconds - bare) / 1000),
            ],
            [
                new Table(
                    $"{Workers} parallel GETs of one contact over loopback, median; the server shares the cores",
                    ["contender", "requests/s", "spread", "ratio"],
                    [
                        ["Intercom.Generated", $"{ours:0}", Quantity.Spread(spread), Quantity.Ratio(ours / plain)],
                        ["HttpClient alone, same codec", $"{plain:0}", "", Quantity.Ratio(1)],
                    ]),
                new Table(
                    "One contact, no network, median",
                    ["call", "time", "spread", "additional time"],
                    [
                        Row("as is", calls["bare"], bare),
                        Row("with an IntercomRateLimiter", calls["limiter"], bare),
                        Row("with a logger that is off, and no listener", calls["silent"], bare),
                        Row("with a logger at level Information and a listener that records every activity", calls["logged"], bare),
                    ]),
            ],
            []);
    }

    private static string[] Row(string name, Cost cost, double bare) =>
        [name, Quantity.Time(cost.Nanoseconds), Quantity.Spread(cost.Spread), Quantity.Time(cost.Nanoseconds - bare)];

    private static async Task<(double Ours, double Plain, double Spread)> MeasureParallelAsync(int rounds)
    {
        using var server = new ContactServer();
        using var client = new IntercomClient(new IntercomClientOptions(PlainHttp.AccessToken) { BaseAddress = server.Address });
        using var http = new PlainHttp(server.Address, PlainHttp.NewConnection());
        var ours = new List<double>();
        var plain = new List<double>();
        for (var round = -rounds / 3; round < rounds; round++)
        {
            var (our, bare) = (
                await RateAsync(() => client.Contacts.GetAsync(ContactPayload.Id(0))),
                await RateAsync(async () => IntercomJson.Read<Contact>((await http.GetBytesAsync(ContactResponses.SinglePath)).Span)));
            if (round < 0)
                continue;
            ours.Add(our);
            plain.Add(bare);
        }

        return (Samples.Median(ours), Samples.Median(plain), Samples.Spread(ours));
    }

    private static async Task<double> RateAsync(Func<Task> call)
    {
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < CallsPerWorker; i++)
                await call();
        })));
        return Workers * CallsPerWorker / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static Dictionary<string, Cost> MeasureFeatures(int rounds)
    {
        using var limiter = new IntercomRateLimiter(int.MaxValue / 2);
        using var silent = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.None).AddProvider(new DiscardingLoggers()));
        using var logging = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(new DiscardingLoggers()));
        using var bare = Client(_ => { });
        using var limited = Client(options => options.RateLimiter = limiter);
        using var quiet = Client(options => options.LoggerFactory = silent);
        using var logged = Client(options => options.LoggerFactory = logging);
        // A listener would trace the other calls too, so it exists only during the turns of the traced one.
        var traced = Get("logged", logged);
        return Turns.Measure(
            [
                Get("bare", bare),
                Get("limiter", limited),
                Get("silent", quiet),
                traced with { Around = Listen },
            ],
            rounds);
    }

    private static IDisposable Listen()
    {
        var listener = Listener();
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static ActivityListener Listener() => new()
    {
        ShouldListenTo = source => source.Name.StartsWith("Intercom", StringComparison.Ordinal),
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    private static Contender Get(string key, IntercomClient client) =>
        new(key, () => client.Contacts.GetAsync(ContactPayload.Id(0)).GetAwaiter().GetResult());

    private static IntercomClient Client(Action<IntercomClientOptions> configure)
    {
        var options = new IntercomClientOptions(PlainHttp.AccessToken)
        {
            // The limiter would wait for the limit in the headers of the responses.
            HttpMessageHandler = new FixedResponseHandler(ContactPayload.Contact(0).ToBytes()) { HasHeaders = false },
        };
        configure(options);
        return new IntercomClient(options);
    }

    // The cost of writing a message somewhere is the provider's.
    private sealed class DiscardingLoggers : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            formatter(state, exception);

        public void Dispose()
        {
        }
    }
}
