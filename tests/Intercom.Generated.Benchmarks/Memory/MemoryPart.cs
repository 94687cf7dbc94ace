using System.Globalization;
using Intercom.Generated.Benchmarks.Calls;
using Intercom.Generated.Benchmarks.Report;
using Intercom.Generated.V2_14;

namespace Intercom.Generated.Benchmarks.Memory;

/// <summary>Measures the memory of models, of a long walk, and of a long response.</summary>
internal sealed class MemoryPart : IPart
{
    private const double Megabyte = 1024 * 1024;

    public string Name => "memory";

    public PartResult Measure(bool isShort)
    {
        using var server = new ContactServer();
        var empty = EmptyContact();
        var walk = Run(MemoryProgram.Walk, server, limit: null)!.Value;
        var models = Run(MemoryProgram.List, server, limit: null)!.Value;
        var list = SmallestHeap(server, models);
        return new PartResult(
            [
                new Verdict("empty contact", Targets.EmptyContact, empty),
                new Verdict("walk of a million contacts", Targets.WalkMemory, walk / Megabyte),
                new Verdict("list of 60 MB", Targets.LargeListMemory, (list - (4 * Megabyte)) / models),
            ],
            [
                new Table(
                    "Managed memory",
                    ["what", "memory"],
                    [
                        ["an empty contact", Quantity.Bytes(empty)],
                        [$"a walk of {LargeResponses.MillionTotal:N0} contacts, largest heap with its garbage", Quantity.Bytes(walk)],
                        [$"the models of a list of {LargeResponses.WholeTotal:N0} contacts in one response of 60 MB", Quantity.Bytes(models)],
                        ["the smallest heap in which this list can be read (GCHeapHardLimit)", Quantity.Bytes(list)],
                    ]),
            ],
            []);
    }

    private static double EmptyContact()
    {
        const int Count = 1000;
        var contacts = new Contact[Count];
        _ = new Contact();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Count; i++)
            contacts[i] = new Contact();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Count;
    }

    // The heap limit with which the program just succeeds, within 4 MB.
    private static double SmallestHeap(ContactServer server, double models)
    {
        var (tooSmall, enough) = (models, models * 4);
        while (enough - tooSmall > 4 * Megabyte)
        {
            var limit = (tooSmall + enough) / 2;
            if (Run(MemoryProgram.List, server, limit) is null)
                tooSmall = limit;
            else
                enough = limit;
        }

        return enough;
    }

    private static double? Run(string program, ContactServer server, double? limit)
    {
        (string, string)[] variables =
            limit is { } bytes ? [("DOTNET_GCHeapHardLimit", ((long)bytes).ToString("x", CultureInfo.InvariantCulture))] : [];
        using var process = Executable.Start(variables, MemoryProgram.Verb, program, server.Address.AbsoluteUri);
        var line = process.StandardOutput.ReadLine();
        process.WaitForExit();
        return process.ExitCode == 0 ? double.Parse(line!, CultureInfo.InvariantCulture)
            : limit is null ? throw new InvalidOperationException($"The program {program} failed.")
            : null;
    }
}
