using System.Text;
using Intercom.Generated.V2_14;

namespace Intercom.Generated.Faults.Tests;

/// <summary>A generated operation and a valid response body.</summary>
internal sealed class Endpoint(string name, string body, Func<IntercomClient, Task<object?>> call)
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        new("Contacts.Get", Bodies.Contact, async client => await client.Contacts.GetAsync("7")),
        new("Contacts.Update", Bodies.Contact, async client => await client.Contacts.UpdateAsync("7", new UpdateContactRequest { Name = "Ada" })),
        new("Contacts.List", Bodies.ContactPage, client => WalkAsync(client.Contacts.ListAsync())),
        new("Contacts.Search", Bodies.ContactPage, client => WalkAsync(client.Contacts.SearchAsync(ContactFields.Name.StartsWith("Ada")))),
        new("Conversations.Get", Bodies.Conversation, async client => await client.Conversations.GetAsync("7")),
        new("Conversations.List", Bodies.ConversationPage, client => WalkAsync(client.Conversations.ListAsync())),
        new("Tickets.Get", Bodies.Ticket, async client => await client.Tickets.GetAsync("7")),
        new("Companies.Scroll", Bodies.CompanyPage, client => WalkAsync(client.Companies.ScrollAsync())),
        new("Companies.List", Bodies.CompanyPage, client => WalkAsync(client.Companies.ListAsync())),
        new("Admins.ListActivityLogs", Bodies.ActivityLogs, client => WalkAsync(client.Admins.ListActivityLogsAsync(DateTimeOffset.UnixEpoch))),
        new("Calls.GetTranscript", Bodies.Errors, async client => await client.Calls.GetTranscriptAsync("7")),
    ];

    public byte[] Body { get; } = Encoding.UTF8.GetBytes(body);

    public byte[] ErrorBody { get; } = Encoding.UTF8.GetBytes(Bodies.Errors);

    public Task<object?> CallAsync(IntercomClient client) => call(client);

    public override string ToString() => name;

    private static async Task<object?> WalkAsync<T>(IntercomPageable<T> list)
    {
        var items = new List<T>();
        await foreach (var item in list)
            items.Add(item);
        return items;
    }
}
