using System.Diagnostics;
using System.Globalization;
using Intercom.Generated.Benchmarks.Calls;
using Intercom.Generated.Benchmarks.Payloads;
using Intercom.Generated.Benchmarks.Report;

namespace Intercom.Generated.Benchmarks.Start;

/// <summary>Measures the time between starting a process and reading its first response.</summary>
internal sealed class StartPart : IPart
{
    private static readonly (string Key, string Name)[] Contenders =
    [
        (FirstResponse.Intercom, "Intercom.Generated"),
        (FirstResponse.SourceGeneration, "HttpClient and System.Text.Json"),
        (FirstResponse.Newtonsoft, "HttpClient and Newtonsoft.Json"),
    ];

    public string Name => "start";

    public PartResult Measure(bool isShort)
    {
        var rounds = isShort ? 5 : 31;
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, ContactPayload.Page(0, ContactResponses.PageSize, ContactResponses.Total).ToBytes());
            using var server = new ContactServer();
            (string Subject, Dictionary<string, double> Medians)[] starts =
            [
                ("first page, no network", Medians(file, rounds)),
                ("first page, over loopback", Medians(server.Address.AbsoluteUri, rounds)),
            ];
            return new PartResult(
                [
                    .. starts.Select(start => new Verdict(
                        start.Subject,
                        Targets.StartOfNewtonsoft,
                        start.Medians[FirstResponse.Intercom] / start.Medians[FirstResponse.Newtonsoft])),
                ],
                [.. starts.Select(start => ToTable(start.Subject, start.Medians, rounds))],
                [.. starts.Select(start => ToBars(start.Subject, start.Medians))]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Dictionary<string, double> Medians(string source, int rounds)
    {
        var times = Contenders.ToDictionary(contender => contender.Key, _ => new List<double>());
        for (var round = -1; round < rounds; round++)
        {
            // The contenders take turns, so that other load affects all of them equally. The first round fills the disk caches.
            foreach (var (key, _) in Contenders)
            {
                var time = Run(key, source);
                if (round >= 0)
                    times[key].Add(time.TotalNanoseconds);
            }
        }

        return times.ToDictionary(contender => contender.Key, contender => Samples.Median(contender.Value));
    }

    private static TimeSpan Run(string contender, string source)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Executable.Start(FirstResponse.Verb, contender, source);
        var response = process.StandardOutput.ReadLine();
        var time = Stopwatch.GetElapsedTime(start);
        process.WaitForExit();
        return response == ContactResponses.PageSize.ToString(CultureInfo.InvariantCulture)
            ? time
            : throw new InvalidOperationException($"The program {contender} printed '{response}'.");
    }

    private static Table ToTable(string subject, Dictionary<string, double> medians, int rounds) => new(
        $"Process start to {subject}, median of {rounds}; ratios to the program with Newtonsoft.Json",
        ["contender", "time", "ratio"],
        [.. Contenders.Select(contender => (string[])
        [
            contender.Name,
            Quantity.Time(medians[contender.Key]),
            Quantity.Ratio(medians[contender.Key] / medians[FirstResponse.Newtonsoft]),
        ])]);

    private static BarGroup ToBars(string subject, Dictionary<string, double> medians) => new(
        $"Process start to {subject}: time relative to the program with Newtonsoft.Json",
        [.. Contenders.Select(contender => new Bar(
            contender.Name,
            medians[contender.Key] / medians[FirstResponse.Newtonsoft],
            Quantity.Time(medians[contender.Key]),
            contender.Key == FirstResponse.Intercom))]);
}
