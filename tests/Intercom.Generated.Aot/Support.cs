using Intercom.Generated.V2_14;

namespace Intercom.Generated.Aot;

/// <summary>Conversations, messages, and tickets.</summary>
internal static class Support
{
    private const string Admin = "991267583";

    public static async Task ConversationsAsync(Checks check)
    {
        using var workspace = new Workspace();
        var conversations = workspace.Intercom.Conversations;
        var contact = (string)workspace.Fake.AddContact("ada@example.com", "Ada")["id"]!;
        var id = (string)workspace.Fake.AddConversation(contact, "<p>It does not print.</p>")["id"]!;

        var byAdmin = await conversations.ReplyAsync(
            id, new AdminReplyConversationRequest { MessageType = "comment", AdminId = Admin, Body = "Is it on?" });
        check.That(workspace.Sent["type"]?.ToString() == "admin" && byAdmin.Id == id);
        var byContact = await conversations.ReplyAsync(
            id, new ContactReplyByIntercomUserIdRequest { MessageType = "comment", IntercomUserId = contact, Body = "Yes." });
        check.That(byContact.ConversationParts!.Items![^1].Body!.Contains("Yes.", StringComparison.Ordinal));
        check.That(byContact.ConversationParts.Items[^1].Author!.Id == contact);
        var closed = await conversations.ManageAsync(id, new CloseConversationRequest { AdminId = Admin, Body = "Bye." });
        check.That(closed.State == ConversationState.Closed && closed.Open == false);
        check.That((await conversations.GetAsync(id)).ConversationParts!.TotalCount >= 3);

        var found = await conversations.SearchAsync(ConversationFields.Open.EqualTo(false)).FirstPageAsync();
        check.That(found.Items.Count == 1 && found.Items[0].Id == id);
        check.That((await conversations.ListAsync().FirstPageAsync()).Items[0].State == ConversationState.Closed);
        var redacted = await conversations.RedactAsync(
            new RedactConversationPartRequest { ConversationId = id, ConversationPartId = byContact.ConversationParts.Items[^1].Id });
        check.That(redacted.ConversationParts!.Items!.Any(part => part.Redacted == true));
    }

    public static async Task MessagesAsync(Checks check)
    {
        using var workspace = new Workspace();
        foreach (var id in new[] { "1", "2" })
            workspace.Fake.AddContact(new Newtonsoft.Json.Linq.JObject { ["id"] = id });
        var message = await workspace.Intercom.Messages.CreateAsync(new CreateMessageRequest
        {
            MessageType = MessageType.Email,
            Subject = "News",
            Body = "It prints.",
            Template = "plain",
            From = new MessageSender { Id = Admin },
            To = new[] { new MessageRecipient { Type = "user", Id = "1" }, new MessageRecipient { Type = "lead", Id = "2" } },
            Cc = new MessageRecipient { Type = "user", Id = "3" },
        });
        check.That(message.Id is { Length: > 0 } && message.MessageType is not null);
        check.That(workspace.Sent["to"]![1]!["id"]!.ToString() == "2" && workspace.Sent["cc"]!["id"]!.ToString() == "3");
    }

    public static async Task TicketsAsync(Checks check)
    {
        using var workspace = new Workspace();
        workspace.Fake.AddContact(new Newtonsoft.Json.Linq.JObject { ["id"] = "6762f2971bb69f9f2193bc19" });
        workspace.Fake.Add("ticket_type", new Newtonsoft.Json.Linq.JObject { ["id"] = "1234" });
        var tickets = workspace.Intercom.Tickets;
        var created = await tickets.CreateAsync(new CreateTicketRequest
        {
            TicketTypeId = "1234",
            Contacts = [new TicketContactById { Id = "6762f2971bb69f9f2193bc19" }],
            TicketAttributes = new CustomAttributes { ["_default_title_"] = "Printer", ["_default_description_"] = null },
        });
        check.That(
            workspace.Sent["ticket_attributes"]!["_default_title_"]!.ToString() == "Printer"
                && workspace.Sent["contacts"]![0]!["id"] is not null);
        check.That(created is { Id.Length: > 0, TicketAttributes.Count: > 0, TicketType.Id.Length: > 0 });
        var reply = await tickets.ReplyAsync(
            created.Id!, new AdminReplyTicketRequest { MessageType = "note", AdminId = Admin, Body = "Seen." });
        check.That(reply.Author is not null);
        check.That((await tickets.SearchAsync(TicketFields.Open.EqualTo(true)).FirstPageAsync()).Items.Count > 0);
        check.That((await tickets.UpdateAsync(created.Id!, new UpdateTicketRequest { Open = false })).Id is not null);
        check.That((await workspace.Intercom.TicketTypes.ListAsync().FirstPageAsync()).Items[0].TicketTypeAttributes?.Data is not null);
    }
}
