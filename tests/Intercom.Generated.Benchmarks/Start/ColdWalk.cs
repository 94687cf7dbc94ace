using System.Globalization;
using System.Runtime;
using System.Text.Json;
using Intercom.Generated.Benchmarks.Calls;
using Intercom.Generated.Benchmarks.Plain;
using Intercom.Generated.V2_14;
using Newtonsoft.Json;
using Refit;
using JsonSerializer = Newtonsoft.Json.JsonSerializer;

namespace Intercom.Generated.Benchmarks.Start;

/// <summary>
/// Small programs that read all contacts of a workspace in a fresh process. They print what it cost after the first page and at the end.
/// </summary>
internal static class ColdWalk
{
    /// <summary>The command-line argument that starts such a program.</summary>
    public const string Verb = "cold-walk";

    public const string Intercom = "intercom";
    public const string SourceGeneration = "source-generation";
    public const string Refit = "refit";
    public const string Newtonsoft = "newtonsoft";

    private static int count;

    /// <summary>Runs a program.</summary>
    /// <param name="contender">The program to run.</param>
    /// <param name="address">The URL of the server.</param>
    public static async Task RunAsync(string contender, string address)
    {
        var uri = new Uri(address);
        await (contender switch
        {
            Intercom => WithIntercomAsync(uri),
            SourceGeneration => WithSourceGenerationAsync(uri),
            Refit => WithRefitAsync(uri),
            Newtonsoft => WithNewtonsoftAsync(uri),
            _ => throw new ArgumentException($"Unknown contender '{contender}'.", nameof(contender)),
        });
        Print("end");
    }

    private static async Task WithIntercomAsync(Uri address)
    {
        using var client = new IntercomClient(new IntercomClientOptions(PlainHttp.AccessToken) { BaseAddress = address });
        await foreach (var contact in client.Contacts.ListAsync().WithPageSize(ContactResponses.PageSize))
        {
            if (contact.Id is not null && ++count == ContactResponses.PageSize)
                Print("page");
        }
    }

    private static async Task WithSourceGenerationAsync(Uri address)
    {
        var type = PlainJson.TypeInfo<ContactPage<Plain.Contact<JsonElement>>>();
        using var http = new PlainHttp(address, PlainHttp.NewConnection());
        await WalkAsync(async path => System.Text.Json.JsonSerializer.Deserialize((await http.GetBytesAsync(path)).Span, type)!, contact => contact.Id);
    }

    private static async Task WithRefitAsync(Uri address)
    {
        using var http = new HttpClient(PlainHttp.NewConnection()) { BaseAddress = address };
        var settings = new RefitSettings(new SystemTextJsonContentSerializer(PlainJson.SourceGenerated.Options));
        var contacts = RestService.For<IContactsApi>(http, settings);
        string? startingAfter = null;
        do
        {
            var page = await contacts.ListAsync(startingAfter, ContactResponses.PageSize, PlainHttp.AccessToken);
            Count(page.Data!, contact => contact.Id);
            startingAfter = page.Pages?.Next?.StartingAfter;
        }
        while (startingAfter is not null);
    }

    private static async Task WithNewtonsoftAsync(Uri address)
    {
        var serializer = JsonSerializer.CreateDefault();
        using var http = new PlainHttp(address, PlainHttp.NewConnection());
        await WalkAsync(
            async path =>
            {
                using var response = await http.SendAsync(path);
                using var reader = new JsonTextReader(new StreamReader(await response.Content.ReadAsStreamAsync()));
                return serializer.Deserialize<ContactPage<Plain.Contact<Newtonsoft.Json.Linq.JToken>>>(reader)!;
            },
            contact => contact.Id);
    }

    private static async Task WalkAsync<T>(Func<string, Task<ContactPage<T>>> read, Func<T, string?> id)
    {
        string? startingAfter = null;
        do
        {
            var page = await read(Walks.Path(startingAfter));
            Count(page.Data!, id);
            startingAfter = page.Pages?.Next?.StartingAfter;
        }
        while (startingAfter is not null);
    }

    private static void Count<T>(List<T> contacts, Func<T, string?> id)
    {
        foreach (var contact in contacts)
        {
            if (id(contact) is not null && ++count == ContactResponses.PageSize)
                Print("page");
        }
    }

    // The measuring process takes the time when it reads the line.
    private static void Print(string place)
    {
        var methods = JitInfo.GetCompiledMethodCount();
        var processor = Environment.CpuUsage.TotalTime.TotalMilliseconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{place} {count} {methods} {processor} {Environment.WorkingSet}"));
    }
}

/// <summary>The list of contacts as Refit declares it.</summary>
internal interface IContactsApi
{
    [Get("/contacts")]
    [Headers("Accept: application/json", "Intercom-Version: 2.14")]
    Task<ContactPage<Plain.Contact<JsonElement>>> ListAsync(
        [AliasAs("starting_after")] string? startingAfter, [AliasAs("per_page")] int pageSize, [Authorize] string token);
}
