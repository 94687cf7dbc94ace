using System.Globalization;
using System.Text.Json;
using Intercom.Generated.Benchmarks.Calls;
using Intercom.Generated.Benchmarks.Codec;
using Intercom.Generated.Benchmarks.Payloads;
using Intercom.Generated.Benchmarks.Start;
using Intercom.Generated.V2_14;

namespace Intercom.Generated.Benchmarks.Costs;

/// <summary>
/// Compares costs that do not depend on the speed of the machine, allocated bytes and compiled methods, with the committed costs.json.
/// </summary>
internal static class CostCheck
{
    /// <summary>The command-line argument that starts the check.</summary>
    public const string Verb = "costs";

    private const string Accept = "--accept";
    private const string Allocations = "allocations";
    private const double MostGrowth = 1.02;
    private const int Processes = 5;

    private static string CommittedCosts => Path.Combine(Repository.Root, "tests", "Intercom.Generated.Benchmarks", "Costs", "costs.json");

    /// <summary>Runs the check.</summary>
    /// <returns>0 if no cost has grown by more than 2 %, or if the new costs were accepted.</returns>
    public static int Run(string[] options)
    {
        if (options is [Allocations])
        {
            Console.WriteLine(JsonSerializer.Serialize(MeasureAllocations()));
            return 0;
        }

        var measured = Measure();
        if (options is [Accept])
        {
            File.WriteAllText(CommittedCosts, JsonSerializer.Serialize(measured, JsonSerializerOptions) + "\n");
            Console.WriteLine($"Written to {CommittedCosts}.");
            return 0;
        }

        var committed = JsonSerializer.Deserialize<SortedDictionary<string, double>>(File.ReadAllText(CommittedCosts))!;
        var hasGrown = false;
        foreach (var (name, value) in measured)
        {
            var before = committed.GetValueOrDefault(name);
            var isTooMuch = value > before * MostGrowth;
            hasGrown |= isTooMuch;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{(isTooMuch ? "GREW" : "same")}: {name}: {value:0}, committed {before:0}"));
        }

        if (hasGrown)
        {
            Console.Error.WriteLine(
                "A cost has grown by more than 2 %. Reduce it, or accept it with "
                + $"`dotnet run -c Release --project tests/Intercom.Generated.Benchmarks -- {Verb} {Accept}` and explain it in the commit.");
        }

        return hasGrown ? 1 : 0;
    }

    private static JsonSerializerOptions JsonSerializerOptions => new() { WriteIndented = true };

    private static SortedDictionary<string, double> Measure()
    {
        // With optimized code at once. The quickly compiled code boxes values, and how long it runs depends on the machine.
        using var process = Executable.Start([("DOTNET_TieredCompilation", "0")], Verb, Allocations);
        var costs = JsonSerializer.Deserialize<SortedDictionary<string, double>>(process.StandardOutput.ReadToEnd())!;
        process.WaitForExit();
        costs["methods compiled before the first page"] = CompiledMethods();
        return costs;
    }

    private static SortedDictionary<string, double> MeasureAllocations()
    {
        var costs = new SortedDictionary<string, double>(StringComparer.Ordinal);
        (ICodecBenchmarks Payload, string Name)[] payloads =
        [
            (new ContactPageCodec(), "150 contacts"),
            (new ConversationCodec(), "conversation of 200 parts"),
            (new CreateContactCodec(), "create-contact request"),
        ];
        foreach (var (payload, name) in payloads)
        {
            costs[$"bytes to read {name}"] = Bytes(payload.Readers[0].Run);
            costs[$"bytes to write {name}"] = Bytes(payload.Writers[0].Run);
        }

        using var client = new IntercomClient(new IntercomClientOptions(PlainHttp.AccessToken)
        {
            HttpMessageHandler = new FixedResponseHandler(ContactPayload.Contact(0).ToBytes()),
        });
        costs["bytes to get one contact, no network"] = Bytes(() => client.Contacts.GetAsync(ContactPayload.Id(0)).GetAwaiter().GetResult());
        return costs;
    }

    // The least of many runs. The first ones fill caches and learn the sizes of lists, and the array pool drops its arrays now and then.
    private static double Bytes(Action run) => Enumerable.Range(0, 100).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });

    private static double CompiledMethods()
    {
        using var server = new ContactServer();
        // Without the compilation of frequent methods for a second time, which depends on the speed of the machine.
        (string, string)[] variables = [("DOTNET_TC_CallCounting", "0"), ("DOTNET_TieredPGO", "0")];
        return Samples.Median(Enumerable.Range(0, Processes).Select(_ =>
        {
            using var process = Executable.Start(variables, ColdWalk.Verb, ColdWalk.Intercom, server.Address.AbsoluteUri);
            var page = process.StandardOutput.ReadLine()!.Split(' ');
            process.WaitForExit();
            return double.Parse(page[2], CultureInfo.InvariantCulture);
        }).ToList());
    }
}
