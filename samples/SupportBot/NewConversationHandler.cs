using Intercom.Generated.AspNetCore;
using Intercom.Generated.V2_16;
using Intercom.Generated.V2_16.Webhooks;
using Spectre.Console;

namespace SupportBot;

/// <summary>
/// Looks up who wrote, tags the conversation, replies, and assigns it. If it runs twice, the second run changes nothing.
/// </summary>
internal sealed class NewConversationHandler(IntercomClient intercom, BotSettings settings)
    : IIntercomWebhookHandler<ConversationUserCreated>
{
    public async Task HandleAsync(ConversationUserCreated notification, CancellationToken cancellationToken)
    {
        // A notification is a snapshot, and notifications arrive in any order, so the bot reads the current conversation.
        var conversation = await intercom.Conversations.GetAsync(notification.Item.Id!, cancellationToken);
        AnsiConsole.MarkupLineInterpolated($"\n[blue]{notification.Topic}[/] {conversation.Title}");
        if (conversation.AdminAssigneeId is not (null or "0"))
        {
            AnsiConsole.WriteLine("  A teammate has it already.");
            return;
        }

        var contact = await intercom.Contacts.GetAsync(conversation.Contacts!.Contacts![0].Id!, cancellationToken);
        AnsiConsole.MarkupLineInterpolated($"  from {contact.Name} <{contact.Email}>");

        var tag = await intercom.Tags.CreateAsync(new CreateOrUpdateTagRequest { Name = Topic(conversation.Title) }, cancellationToken);
        await intercom.Tags.AttachToConversationAsync(
            conversation.Id!, new AttachTagToConversationRequest { Id = tag.Id, AdminId = settings.AdminId }, cancellationToken);
        AnsiConsole.MarkupLineInterpolated($"  tagged [yellow]{tag.Name}[/]");

        await intercom.Conversations.ReplyAsync(
            conversation.Id!,
            new AdminReplyConversationRequest
            {
                AdminId = settings.AdminId,
                MessageType = AdminReplyMessageType.Comment,
                Body = $"<p>Hi {contact.Name}, thanks for your message. A teammate will reply soon.</p>",
            },
            cancellationToken);
        AnsiConsole.WriteLine("  replied");

        await intercom.Conversations.ManageAsync(
            conversation.Id!,
            new AssignConversationRequest { AdminId = settings.AdminId, Type = AssigneeType.Admin, AssigneeId = settings.AdminId },
            cancellationToken);
        AnsiConsole.MarkupLineInterpolated($"  assigned to {settings.AdminId}");
    }

    private static string Topic(string? title) =>
        title?.Contains("invoice", StringComparison.OrdinalIgnoreCase) == true ? "billing" : "support";
}
