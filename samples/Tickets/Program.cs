// Creates a ticket with a list attribute, replies with a file, and reads the files of a ticket. Runs against the embedded fake Intercom.

using System.Text;
using Intercom.Generated;
using Intercom.Generated.V2_16;
using Tickets;

using var fake = SampleWorkspace.Create();
using var intercom = new IntercomClient(new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake });

try
{
    // The value of a list attribute is the ID of an item, not its label.
    TicketType bug = await intercom.TicketTypes.GetAsync(SampleWorkspace.BugType);
    var priority = bug.TicketTypeAttributes?.Data?.FirstOrDefault(attribute => attribute.Name == "Priority");
    var high = TicketListItems.FindId(priority?.InputOptions, "High")
        ?? throw new InvalidOperationException("The ticket type Bug has no priority High.");

    Ticket ticket = await intercom.Tickets.CreateAsync(new CreateTicketRequest
    {
        TicketTypeId = bug.Id,
        Contacts = [new TicketContactByEmail { Email = "ada@example.com" }],
        TicketAttributes = new CustomAttributes
        {
            [TicketAttributeNames.Title] = "The export fails",
            [TicketAttributeNames.Description] = "It stops after 10,000 rows.",
            ["Priority"] = high,
        },
    });
    Console.WriteLine($"ticket {ticket.Id} with priority {high}");

    // A file is sent as Base64. For files on the web, use AttachmentUrls.
    await intercom.Tickets.ReplyAsync(ticket.Id!, new AdminReplyTicketRequest
    {
        MessageType = AdminReplyMessageType.Comment,
        AdminId = "991267583",
        Body = "Here is the log.",
        AttachmentFiles =
        [
            new ConversationAttachmentFile
            {
                Name = "export.log",
                ContentType = "text/plain",
                Data = Convert.ToBase64String(Encoding.UTF8.GetBytes("10000 rows, then a timeout")),
            },
        ],
    });
    Console.WriteLine($"replied with {fake.Requests[^1].Body!.Length} characters");

    // The value of a files attribute is a list of objects.
    Ticket broken = await intercom.Tickets.GetAsync(SampleWorkspace.TicketWithFiles);
    foreach (var file in broken.TicketAttributes?.GetList("Screenshots") ?? [])
        Console.WriteLine($"{file.Json["name"]}, {file.Json["filesize"]} bytes, {file.Json["url"]}");
    return 0;
}
catch (IntercomException e)
{
    Console.WriteLine(e.Message);
    return 1;
}
