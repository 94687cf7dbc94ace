using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;
using Intercom.Generated.Benchmarks.Report;

namespace Intercom.Generated.Benchmarks.Codec;

/// <summary>Measures reading and writing JSON, without a network.</summary>
internal sealed class CodecPart : IPart
{
    private const string Ours = "Intercom";
    private const string SourceGeneration = "SourceGeneration";
    private const string Newtonsoft = "Newtonsoft";
    private const string Scan = "Scan";
    private const int IterationTime = 150;
    private const int Warmups = 20;
    private const int Iterations = 10;

    private static readonly (Type Type, string Title)[] Payloads =
    [
        (typeof(ContactPageCodec), "150 contacts"),
        (typeof(ConversationCodec), "conversation of 200 parts"),
        (typeof(CreateContactCodec), "create-contact request"),
    ];

    // In the order of the tables and the chart.
    private static readonly (string Key, string Name)[] Contenders =
    [
        (Ours, "Intercom.Generated"),
        (SourceGeneration, "System.Text.Json, source generation"),
        ("Reflection", "System.Text.Json, reflection"),
        ("NewtonsoftPlain", "Newtonsoft.Json, plain types"),
        (Newtonsoft, "Newtonsoft.Json, same models"),
        (Scan, "Utf8JsonReader, scan only"),
    ];

    public string Name => "codec";

    public PartResult Measure(bool isShort)
    {
        foreach (var (type, _) in Payloads)
            ((ICodecCheck)Activator.CreateInstance(type)!).Check();

        var configuration = ManualConfig.CreateEmpty()
            .AddJob(isShort ? Job.ShortRun : FullJob())
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Default)
            .WithArtifactsPath(Repository.Artifacts)
            // BenchmarkDotNet builds all sources again for the process of each contender.
            .WithBuildTimeout(TimeSpan.FromMinutes(15));
        var measurements = BenchmarkRunner.Run([.. Payloads.Select(payload => payload.Type)], configuration)
            .SelectMany(summary => summary.Reports)
            .ToDictionary(
                report => (report.BenchmarkCase.Descriptor.Type, report.BenchmarkCase.Descriptor.WorkloadMethod.Name), Measurement.From);

        var verdicts = new List<Verdict>();
        var tables = new List<Table>();
        var bars = new List<BarGroup>();
        foreach (var (type, title) in Payloads)
        {
            foreach (var direction in (string[])["Read", "Write"])
            {
                var results = Contenders
                    .Where(contender => measurements.ContainsKey((type, direction + contender.Key)))
                    .ToDictionary(contender => contender.Key, contender => measurements[(type, direction + contender.Key)]);
                var heading = $"{direction}, {title}";
                verdicts.AddRange(direction == "Read" ? ReadVerdicts(title, results) : WriteVerdicts(title, results));
                tables.Add(ToTable(heading, results));
                bars.Add(ToBars(heading, results));
            }
        }

        return new PartResult(verdicts, tables, bars);
    }

    private static Job FullJob() => Job.Default
        .WithIterationTime(TimeInterval.FromMilliseconds(IterationTime))
        .WithWarmupCount(Warmups)
        .WithIterationCount(Iterations);

    private static IEnumerable<Verdict> ReadVerdicts(string title, Dictionary<string, Measurement> results)
    {
        var ours = results[Ours];
        yield return new Verdict(title, Targets.ReadOfSourceGeneration, ours.Nanoseconds / results[SourceGeneration].Nanoseconds);
        yield return new Verdict(title, Targets.ReadOfNewtonsoft, ours.Nanoseconds / results[Newtonsoft].Nanoseconds);
        yield return new Verdict(title, Targets.ReadOfScan, ours.Nanoseconds / results[Scan].Nanoseconds);
        yield return new Verdict(title, Targets.BytesOfSourceGeneration, ours.Bytes / results[SourceGeneration].Bytes);
    }

    private static IEnumerable<Verdict> WriteVerdicts(string title, Dictionary<string, Measurement> results) =>
        [new Verdict(title, Targets.WriteOfSourceGeneration, results[Ours].Nanoseconds / results[SourceGeneration].Nanoseconds)];

    private static Table ToTable(string heading, Dictionary<string, Measurement> results)
    {
        var baseline = results[SourceGeneration];
        results.TryGetValue(Scan, out var scan);
        string[] columns = ["contender", "time", "ratio", "allocated", "ratio"];
        return new Table(
            $"{heading}; ratios to System.Text.Json source generation",
            scan is null ? columns : [.. columns, "time relative to scan"],
            [.. NamesOf(results).Select(contender =>
            {
                var (nanoseconds, bytes) = results[contender.Key];
                string[] row =
                [
                    contender.Name,
                    Quantity.Time(nanoseconds),
                    Quantity.Ratio(nanoseconds / baseline.Nanoseconds),
                    Quantity.Bytes(bytes),
                    Quantity.Ratio(bytes / baseline.Bytes),
                ];
                return scan is null ? row : [.. row, Quantity.Ratio(nanoseconds / scan.Nanoseconds)];
            })]);
    }

    private static BarGroup ToBars(string heading, Dictionary<string, Measurement> results) => new(
        $"{heading}: time relative to System.Text.Json source generation",
        [.. NamesOf(results).Select(contender =>
        {
            var time = results[contender.Key].Nanoseconds;
            return new Bar(contender.Name, time / results[SourceGeneration].Nanoseconds, Quantity.Time(time), contender.Key == Ours);
        })]);

    private static IEnumerable<(string Key, string Name)> NamesOf(Dictionary<string, Measurement> results) =>
        Contenders.Where(contender => results.ContainsKey(contender.Key));

    private sealed record Measurement(double Nanoseconds, double Bytes)
    {
        public static Measurement From(BenchmarkReport report) => new(
            report.ResultStatistics?.Median
                ?? throw new InvalidOperationException($"{report.BenchmarkCase.DisplayInfo} returned no result."),
            report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
    }
}
