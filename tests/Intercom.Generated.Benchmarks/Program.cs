using Intercom.Generated.Benchmarks;
using Intercom.Generated.Benchmarks.Calls;
using Intercom.Generated.Benchmarks.Codec;
using Intercom.Generated.Benchmarks.Costs;
using Intercom.Generated.Benchmarks.Memory;
using Intercom.Generated.Benchmarks.Report;
using Intercom.Generated.Benchmarks.Start;
using Intercom.Generated.Benchmarks.Throughput;
using Intercom.Generated.Benchmarks.Webhooks;

// Check for the measured programs first, because they must not load the code that measures them.
switch (args)
{
    case [ContactServer.Verb]:
        ContactServer.Run();
        return 0;
    case [EndpointServer.Verb, var kind]:
        EndpointServer.Run(kind);
        return 0;
    case [ColdWalk.Verb, var contender, var address]:
        await ColdWalk.RunAsync(contender, address);
        return 0;
    case [MemoryProgram.Verb, var program, var address]:
        await MemoryProgram.RunAsync(program, address);
        return 0;
    case [CostCheck.Verb, .. var options]:
        return CostCheck.Run(options);
    default:
        return Campaign.Run(args);
}

/// <summary>Measures the requested parts and writes the results.</summary>
internal static class Campaign
{
    private const string ShortRun = "--short";

    public static int Run(string[] arguments)
    {
        IPart[] parts = [new CodecPart(), new CallsPart(), new StartPart(), new MemoryPart(), new ThroughputPart(), new WebhooksPart()];
        string[] names = [.. parts.Select(part => part.Name)];
        var isShort = arguments.Contains(ShortRun);
        string[] chosen = [.. arguments.Where(argument => argument != ShortRun)];
        if (chosen.Except(names).FirstOrDefault() is { } unknown)
        {
            Console.Error.WriteLine(
                $"Unknown part '{unknown}'. The parts are {string.Join(", ", names)}. By default, all parts are measured. "
                + $"Use {ShortRun} for rough figures that do not change docs/.");
            return 2;
        }

        var folder = isShort ? Drafts() : Path.Combine(Repository.Root, "docs");
        var page = new PerformancePage(Path.Combine(folder, "performance.md"));
        var chart = new Chart(Path.Combine(folder, "performance.svg"));
        foreach (var part in parts.Where(part => chosen.Length == 0 || chosen.Contains(part.Name)))
        {
            Console.WriteLine($"== {part.Name}");
            var result = part.Measure(isShort);
            page.Rewrite(part.Name, result, isShort);
            chart.Redraw(part.Name, result.Bars, names);
            foreach (var verdict in result.Verdicts)
                Console.WriteLine(verdict);
        }

        Console.WriteLine($"Written to {folder}.");
        return 0;
    }

    // Rough figures are only for developers. Keep them out of the documentation.
    private static string Drafts()
    {
        Directory.CreateDirectory(Repository.Artifacts);
        foreach (var file in (string[])["performance.md", "performance.svg"])
        {
            var draft = Path.Combine(Repository.Artifacts, file);
            var original = Path.Combine(Repository.Root, "docs", file);
            if (!File.Exists(draft) && File.Exists(original))
                File.Copy(original, draft);
        }

        return Repository.Artifacts;
    }
}
