using System.Text.Json;
using Intercom.Generated.Benchmarks.Calls;
using Intercom.Generated.Benchmarks.Plain;
using Intercom.Generated.V2_14;
using Newtonsoft.Json;
using JsonSerializer = Newtonsoft.Json.JsonSerializer;

namespace Intercom.Generated.Benchmarks.Start;

/// <summary>Small programs that read the first page of contacts, print the number of contacts, and end.</summary>
internal static class FirstResponse
{
    /// <summary>The command-line argument that starts such a program.</summary>
    public const string Verb = "first-response";

    public const string Intercom = "intercom";
    public const string Newtonsoft = "newtonsoft";
    public const string SourceGeneration = "source-generation";

    /// <summary>Runs a program.</summary>
    /// <param name="contender">The program to run.</param>
    /// <param name="source">The URL of the server, or a file with the response body.</param>
    public static async Task RunAsync(string contender, string source)
    {
        var isFile = !source.StartsWith("http:", StringComparison.Ordinal);
        var address = new Uri(isFile ? "http://localhost/" : source);
        using var handler = isFile ? new FixedResponseHandler(await File.ReadAllBytesAsync(source)) : null;
        Console.WriteLine(contender switch
        {
            Intercom => await WithIntercomAsync(address, handler),
            Newtonsoft => await WithNewtonsoftAsync(address, handler),
            SourceGeneration => await WithSourceGenerationAsync(address, handler),
            _ => throw new ArgumentException($"Unknown contender '{contender}'.", nameof(contender)),
        });
    }

    private static async Task<int> WithIntercomAsync(Uri address, HttpMessageHandler? handler)
    {
        using var client = new IntercomClient(new IntercomClientOptions(PlainHttp.AccessToken)
        {
            BaseAddress = address,
            HttpMessageHandler = handler,
        });
        var page = await client.Contacts.ListAsync().WithPageSize(ContactResponses.PageSize).FirstPageAsync();
        return page.Items.Count;
    }

    private static async Task<int> WithNewtonsoftAsync(Uri address, HttpMessageHandler? handler)
    {
        using var http = new PlainHttp(address, handler ?? PlainHttp.NewConnection());
        using var response = await http.SendAsync(ContactResponses.FirstPagePath);
        using var reader = new JsonTextReader(new StreamReader(await response.Content.ReadAsStreamAsync()));
        return JsonSerializer.CreateDefault().Deserialize<ContactPage<Contact>>(reader)!.Data!.Count;
    }

    private static async Task<int> WithSourceGenerationAsync(Uri address, HttpMessageHandler? handler)
    {
        using var http = new PlainHttp(address, handler ?? PlainHttp.NewConnection());
        var json = await http.GetBytesAsync(ContactResponses.FirstPagePath);
        return System.Text.Json.JsonSerializer.Deserialize(
            json.Span, PlainJson.TypeInfo<ContactPage<Plain.Contact<JsonElement>>>())!.Data!.Count;
    }
}
