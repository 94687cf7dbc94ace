using System.Globalization;
using Intercom.Generated.Benchmarks.Calls;
using Intercom.Generated.V2_14;

namespace Intercom.Generated.Benchmarks.Memory;

/// <summary>Programs whose memory is measured in a process of its own.</summary>
internal static class MemoryProgram
{
    /// <summary>The command-line argument that starts such a program.</summary>
    public const string Verb = "memory-of";

    public const string Walk = "walk";
    public const string List = "list";

    /// <summary>Runs a program. It prints a number of bytes.</summary>
    public static async Task RunAsync(string program, string address)
    {
        Console.WriteLine((await (program == Walk ? WalkAsync(address) : ListAsync(address))).ToString(CultureInfo.InvariantCulture));
    }

    // Returns the largest managed heap, with the garbage in it.
    private static async Task<long> WalkAsync(string address)
    {
        using var client = Client(address + LargeResponses.Million);
        var count = 0;
        var largest = 0L;
        await foreach (var contact in client.Contacts.ListAsync().WithPageSize(ContactResponses.PageSize))
        {
            if (contact.Id is not null && ++count % ContactResponses.PageSize == 0)
                largest = Math.Max(largest, GC.GetTotalMemory(forceFullCollection: false));
        }

        return count == LargeResponses.MillionTotal ? largest : throw new InvalidOperationException($"The walk found {count} contacts.");
    }

    // Returns the size of the models of one long list.
    private static async Task<long> ListAsync(string address)
    {
        using var client = Client(address + LargeResponses.Whole);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var page = await client.Contacts.ListAsync().FirstPageAsync();
        var models = GC.GetTotalMemory(forceFullCollection: true) - before;
        return page.Items.Count == LargeResponses.WholeTotal
            ? models
            : throw new InvalidOperationException($"The list has {page.Items.Count} contacts.");
    }

    private static IntercomClient Client(string address) =>
        new(new IntercomClientOptions(PlainHttp.AccessToken) { BaseAddress = new Uri(address), MaxResponseSize = 128L * 1024 * 1024 });
}
