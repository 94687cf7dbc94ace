using Intercom.Generated.Benchmarks.Plain;
using Intercom.Generated.V2_14;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Benchmarks.Calls;

/// <summary>Reads every contact of a workspace in different ways.</summary>
internal static class Walks
{
    private static readonly JsonSerializer Newtonsoft = JsonSerializer.Create(
        new JsonSerializerSettings { DateParseHandling = DateParseHandling.None });

    /// <summary>Uses this SDK.</summary>
    public static async IAsyncEnumerable<(string? Id, DateTimeOffset? CreatedAt)> Intercom(IntercomClient client)
    {
        await foreach (var contact in client.Contacts.ListAsync().WithPageSize(ContactResponses.PageSize))
            yield return (contact.Id, contact.CreatedAt);
    }

    /// <summary>Uses HttpClient and Utf8JsonReader, as a careful developer would write it by hand.</summary>
    public static async IAsyncEnumerable<(string? Id, DateTimeOffset? CreatedAt)> HandWritten(PlainHttp http)
    {
        string? startingAfter = null;
        do
        {
            var page = HandWrittenReader.Page((await http.GetBytesAsync(Path(startingAfter))).Span);
            foreach (var contact in page.Contacts)
                yield return (contact.Id, contact.CreatedAt);
            startingAfter = page.StartingAfter;
        }
        while (startingAfter is not null);
    }

    /// <summary>Uses HttpClient and Newtonsoft.Json.</summary>
    public static async IAsyncEnumerable<(string? Id, DateTimeOffset? CreatedAt)> WithNewtonsoft(PlainHttp http)
    {
        string? startingAfter = null;
        do
        {
            using var response = await http.SendAsync(Path(startingAfter));
            using var reader = new JsonTextReader(new StreamReader(await response.Content.ReadAsStreamAsync()));
            var page = Newtonsoft.Deserialize<ContactPage<Plain.Contact<JToken>>>(reader)!;
            foreach (var contact in page.Data!)
                yield return (contact.Id, contact.CreatedAt);
            startingAfter = page.Pages?.Next?.StartingAfter;
        }
        while (startingAfter is not null);
    }

    /// <summary>Gets the path of a page.</summary>
    public static string Path(string? startingAfter) =>
        startingAfter is null
            ? ContactResponses.FirstPagePath
            : $"contacts?starting_after={startingAfter}&per_page={ContactResponses.PageSize}";
}
