using System.Text.Json;
using Intercom.Generated.Benchmarks.Calls;
using Intercom.Generated.Benchmarks.Plain;
using Intercom.Generated.V2_14;
using Newtonsoft.Json;
using JsonSerializer = Newtonsoft.Json.JsonSerializer;

namespace Intercom.Generated.Benchmarks.Start;

/// <summary>Small programs that end with their first answer: how many contacts the first page has.</summary>
internal static class FirstAnswer
{
    /// <summary>What a process of such a program is started with.</summary>
    public const string Verb = "first-answer";

    public const string Intercom = "intercom";
    public const string Newtonsoft = "newtonsoft";
    public const string SourceGeneration = "source-generation";

    /// <summary>Runs a program.</summary>
    /// <param name="contender">Which program.</param>
    /// <param name="source">The address of the server, or a file that stands for its answer.</param>
    public static async Task RunAsync(string contender, string source)
    {
        var isFile = !source.StartsWith("http:", StringComparison.Ordinal);
        var address = new Uri(isFile ? "http://localhost/" : source);
        using var handler = isFile ? new AnswerHandler(await File.ReadAllBytesAsync(source)) : null;
        Console.WriteLine(contender switch
        {
            Intercom => await WithIntercomAsync(address, handler),
            Newtonsoft => await WithNewtonsoftAsync(address, handler),
            SourceGeneration => await WithSourceGenerationAsync(address, handler),
            _ => throw new ArgumentException($"{contender} is no contender.", nameof(contender)),
        });
    }

    private static async Task<int> WithIntercomAsync(Uri address, HttpMessageHandler? handler)
    {
        using var client = new IntercomClient(new IntercomClientOptions(PlainHttp.AccessToken) { BaseAddress = address, HttpMessageHandler = handler });
        var page = await client.Contacts.ListAsync().WithPageSize(ContactAnswers.PageSize).FirstPageAsync();
        return page.Items.Count;
    }

    private static async Task<int> WithNewtonsoftAsync(Uri address, HttpMessageHandler? handler)
    {
        using var http = new PlainHttp(address, handler ?? PlainHttp.NewConnection());
        using var answer = await http.SendAsync(ContactAnswers.FirstPagePath);
        using var reader = new JsonTextReader(new StreamReader(await answer.Content.ReadAsStreamAsync()));
        return JsonSerializer.CreateDefault().Deserialize<ContactPage<Contact>>(reader)!.Data!.Count;
    }

    private static async Task<int> WithSourceGenerationAsync(Uri address, HttpMessageHandler? handler)
    {
        using var http = new PlainHttp(address, handler ?? PlainHttp.NewConnection());
        var json = await http.GetBytesAsync(ContactAnswers.FirstPagePath);
        return System.Text.Json.JsonSerializer.Deserialize(json.Span, PlainJson.TypeInfo<ContactPage<Plain.Contact<JsonElement>>>())!.Data!.Count;
    }
}
