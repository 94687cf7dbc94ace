using System.Diagnostics;
using System.Globalization;
using Intercom.Generated.Benchmarks.Calls;
using Intercom.Generated.Benchmarks.Report;

namespace Intercom.Generated.Benchmarks.Start;

/// <summary>Measures fresh processes that read 10,000 contacts: the first page, and all pages.</summary>
internal sealed class StartPart : IPart
{
    private const string Node = "node";
    private const string Subject = "fresh process";

    public string Name => "start";

    public PartResult Measure(bool isShort)
    {
        var rounds = isShort ? 3 : 11;
        using var server = new ContactServer();
        List<(string Key, string Name, Func<Process> Start)> contenders =
        [
            DotNet(ColdWalk.Intercom, "Intercom.Generated"),
            DotNet(ColdWalk.SourceGeneration, "HttpClient and System.Text.Json source generation"),
            DotNet(ColdWalk.Refit, "Refit and System.Text.Json source generation"),
            DotNet(ColdWalk.Newtonsoft, "HttpClient and Newtonsoft.Json"),
        ];
        if (NodeClient.Install())
            contenders.Add((Node, $"intercom-client {NodeClient.Version} on Node", () => NodeClient.Start(server.Address)));
        else
            Console.WriteLine("Without intercom-client, because node or npm is missing.");

        var runs = contenders.ToDictionary(contender => contender.Key, _ => new List<Run>());
        for (var round = -1; round < rounds; round++)
        {
            // The contenders take turns, so that other load affects all of them equally. The first round fills the disk caches.
            foreach (var (key, _, start) in contenders)
            {
                var run = Measure(start);
                if (round >= 0)
                    runs[key].Add(run);
            }
        }

        var medians = runs.ToDictionary(entry => entry.Key, entry => Run.Median(entry.Value));
        return new PartResult(
            [.. Verdicts(medians)],
            [ToTable(contenders.ConvertAll(contender => (contender.Key, contender.Name)), runs, medians, rounds)],
            [ToBars(contenders.ConvertAll(contender => (contender.Key, contender.Name)), medians)]);

        (string Key, string Name, Func<Process> Start) DotNet(string key, string name) =>
            (key, name, () => Executable.Start(ColdWalk.Verb, key, server.Address.AbsoluteUri));
    }

    private static IEnumerable<Verdict> Verdicts(Dictionary<string, Run> medians)
    {
        var (ours, plain) = (medians[ColdWalk.Intercom], medians[ColdWalk.SourceGeneration]);
        yield return new Verdict(Subject, Targets.FirstPageOfSourceGeneration, ours.FirstPage / plain.FirstPage);
        yield return new Verdict(Subject, Targets.MethodsOfSourceGeneration, ours.Methods / plain.Methods);
        if (medians.TryGetValue(Node, out var node))
            yield return new Verdict(Subject, Targets.ColdWalkOfNode, ours.Walk / node.Walk);
    }

    private static Run Measure(Func<Process> start)
    {
        var began = Stopwatch.GetTimestamp();
        using var process = start();
        var page = process.StandardOutput.ReadLine();
        var firstPage = Stopwatch.GetElapsedTime(began).TotalNanoseconds;
        var end = process.StandardOutput.ReadLine();
        var walk = Stopwatch.GetElapsedTime(began).TotalNanoseconds;
        process.WaitForExit();
        if (page?.Split(' ') is not ["page", _, var methods, _, _]
            || end?.Split(' ') is not ["end", var count, _, var processor, var memory]
            || Number(count) != ContactResponses.Total)
        {
            throw new InvalidOperationException($"A program printed '{page}' and '{end}'.");
        }

        return new Run(firstPage, walk, Number(methods), Number(processor) * 1e6, Number(memory));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Table ToTable(
        List<(string Key, string Name)> contenders, Dictionary<string, List<Run>> runs, Dictionary<string, Run> medians, int rounds)
    {
        var baseline = medians[ColdWalk.SourceGeneration];
        return new Table(
            $"Fresh processes that read 10,000 contacts over loopback, median of {rounds}; ratios to System.Text.Json source generation",
            ["contender", "first page after", "spread", "ratio", "methods compiled by then", "ratio", "all pages after", "ratio", "processor time", "memory"],
            [.. contenders.Select(contender =>
            {
                var median = medians[contender.Key];
                var isNode = contender.Key == Node;
                return (string[])
                [
                    contender.Name,
                    Quantity.Time(median.FirstPage),
                    Quantity.Spread(Samples.Spread(runs[contender.Key].Select(run => run.FirstPage))),
                    Quantity.Ratio(median.FirstPage / baseline.FirstPage),
                    isNode ? "" : median.Methods.ToString("0", CultureInfo.InvariantCulture),
                    isNode ? "" : Quantity.Ratio(median.Methods / baseline.Methods),
                    Quantity.Time(median.Walk),
                    Quantity.Ratio(median.Walk / baseline.Walk),
                    Quantity.Time(median.Processor),
                    Quantity.Bytes(median.Memory),
                ];
            })]);
    }

    private static BarGroup ToBars(List<(string Key, string Name)> contenders, Dictionary<string, Run> medians) => new(
        "Fresh process that reads 10,000 contacts: time relative to System.Text.Json source generation",
        [.. contenders.Select(contender => new Bar(
            contender.Name,
            medians[contender.Key].Walk / medians[ColdWalk.SourceGeneration].Walk,
            Quantity.Time(medians[contender.Key].Walk),
            contender.Key == ColdWalk.Intercom))]);

    // Times are in nanoseconds, and memory in bytes.
    private sealed record Run(double FirstPage, double Walk, double Methods, double Processor, double Memory)
    {
        public static Run Median(List<Run> runs) => new(
            Samples.Median(runs.Select(run => run.FirstPage)),
            Samples.Median(runs.Select(run => run.Walk)),
            Samples.Median(runs.Select(run => run.Methods)),
            Samples.Median(runs.Select(run => run.Processor)),
            Samples.Median(runs.Select(run => run.Memory)));
    }
}
