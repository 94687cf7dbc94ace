using Intercom.Generated.Benchmarks.Report;

namespace Intercom.Generated.Benchmarks.Codec;

/// <summary>Measures reading and writing JSON, without a network.</summary>
internal sealed class CodecPart : IPart
{
    private const string Ours = "Intercom";
    private const string SourceGeneration = "SourceGeneration";
    private const string Newtonsoft = "Newtonsoft";
    private const string Scan = "Scan";
    // With the limits of the time to read, relative to System.Text.Json source generation and to a scan.
    private static readonly (Func<ICodecBenchmarks> Create, string Title, double LimitOfRead, double LimitOfScan)[] Payloads =
    [
        (() => new ContactPageCodec(), "150 contacts", 0.5, 1.8),
        (() => new ConversationCodec(), "conversation of 200 parts", 0.6, 1.8),
        (() => new CreateContactCodec(), "create-contact request", 0.6, 2.2),
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
        var rounds = isShort ? 40 : 400;
        var verdicts = new List<Verdict>();
        var tables = new List<Table>();
        var bars = new List<BarGroup>();
        foreach (var (create, title, limitOfRead, limitOfScan) in Payloads)
        {
            var payload = create();
            payload.Check();
            var read = Turns.Measure(payload.Readers, rounds);
            verdicts.AddRange(ReadVerdicts(title, read, limitOfRead, limitOfScan));
            var write = Turns.Measure(payload.Writers, rounds);
            verdicts.AddRange(WriteVerdicts(title, write));
            tables.AddRange([ToTable($"Read, {title}", read), ToTable($"Write, {title}", write)]);
            bars.AddRange([ToBars($"Read, {title}", read), ToBars($"Write, {title}", write)]);
        }

        return new PartResult(verdicts, tables, bars);
    }

    private static IEnumerable<Verdict> ReadVerdicts(
        string title, Dictionary<string, Cost> results, double limitOfRead, double limitOfScan)
    {
        var ours = results[Ours];
        yield return new Verdict(
            title, Targets.ReadOfSourceGeneration with { Limit = limitOfRead }, ours.Nanoseconds / results[SourceGeneration].Nanoseconds);
        yield return new Verdict(title, Targets.ReadOfNewtonsoft, ours.Nanoseconds / results[Newtonsoft].Nanoseconds);
        yield return new Verdict(title, Targets.ReadOfScan with { Limit = limitOfScan }, ours.Nanoseconds / results[Scan].Nanoseconds);
        yield return new Verdict(title, Targets.BytesOfSourceGeneration, ours.Bytes / results[SourceGeneration].Bytes);
    }

    private static IEnumerable<Verdict> WriteVerdicts(string title, Dictionary<string, Cost> results) =>
        [new Verdict(title, Targets.WriteOfSourceGeneration, results[Ours].Nanoseconds / results[SourceGeneration].Nanoseconds)];

    private static Table ToTable(string heading, Dictionary<string, Cost> results)
    {
        var baseline = results[SourceGeneration];
        results.TryGetValue(Scan, out var scan);
        string[] columns = ["contender", "time", "spread", "ratio", "allocated", "ratio"];
        return new Table(
            $"{heading}; ratios to System.Text.Json source generation",
            scan is null ? columns : [.. columns, "time relative to scan"],
            [.. NamesOf(results).Select(contender =>
            {
                var (nanoseconds, spread, bytes) = results[contender.Key];
                string[] row =
                [
                    contender.Name,
                    Quantity.Time(nanoseconds),
                    Quantity.Spread(spread),
                    Quantity.Ratio(nanoseconds / baseline.Nanoseconds),
                    Quantity.Bytes(bytes),
                    Quantity.Ratio(bytes / baseline.Bytes),
                ];
                return scan is null ? row : [.. row, Quantity.Ratio(nanoseconds / scan.Nanoseconds)];
            })]);
    }

    private static BarGroup ToBars(string heading, Dictionary<string, Cost> results) => new(
        $"{heading}: time relative to System.Text.Json source generation",
        [.. NamesOf(results).Select(contender =>
        {
            var time = results[contender.Key].Nanoseconds;
            return new Bar(contender.Name, time / results[SourceGeneration].Nanoseconds, Quantity.Time(time), contender.Key == Ours);
        })]);

    private static IEnumerable<(string Key, string Name)> NamesOf(Dictionary<string, Cost> results) =>
        Contenders.Where(contender => results.ContainsKey(contender.Key));
}
