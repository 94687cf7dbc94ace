using System.Text;
using Intercom.Generated.V2_14;
using Intercom.Generated.V2_14.Webhooks;

namespace Intercom.Generated.Webhooks.Tests;

/// <summary>The ways to handle a notification by its type.</summary>
public sealed class MatchTests
{
    private static readonly IntercomNotification Created = Read("conversation.user.created", """{"type":"conversation","id":"1"}""");
    private static readonly IntercomNotification Replied = Read("conversation.user.replied", """{"type":"conversation","id":"2"}""");
    private static readonly IntercomNotification Ticket = Read("ticket.created", """{"type":"ticket","id":"3"}""");
    private static readonly IntercomNotification Unknown = Read("song.sung", """{"id":"4"}""");

    [Test]
    public void Calls_the_first_function_that_fits()
    {
        string[] results = [.. new[] { Created, Replied, Ticket, Unknown }.Select(notification => notification.Match(
            (ConversationUserCreated created) => $"created {created.Item.Id}",
            (Conversation conversation) => $"conversation {conversation.Id}",
            (IntercomNotification<Ticket> ticket) => $"ticket {ticket.Item.Id}",
            other => $"other {other.Topic}"))];
        Assert.That(results, Is.EqualTo(new[] { "created 1", "conversation 2", "ticket 3", "other song.sung" }));
    }

    [Test]
    public void Has_overloads_for_up_to_six_types()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Ticket.Match((Ticket _) => 1, _ => 0), Is.EqualTo(1));
            Assert.That(Ticket.Match((Admin _) => 1, (Ticket _) => 2, _ => 0), Is.EqualTo(2));
            Assert.That(Ticket.Match((Admin _) => 1, (Article _) => 2, (Ticket _) => 3, _ => 0), Is.EqualTo(3));
            Assert.That(Ticket.Match((Admin _) => 1, (Article _) => 2, (Call _) => 3, (Ticket _) => 4, _ => 0), Is.EqualTo(4));
            Assert.That(Ticket.Match((Admin _) => 1, (Article _) => 2, (Call _) => 3, (Contact _) => 4, (Ticket _) => 5, _ => 0), Is.EqualTo(5));
            Assert.That(Ticket.Match((Admin _) => 1, (Article _) => 2, (Call _) => 3, (Contact _) => 4, (Job _) => 5, (Ticket _) => 6, _ => 0), Is.EqualTo(6));
            Assert.That(Unknown.Match((Admin _) => 1, (Article _) => 2, (Call _) => 3, (Contact _) => 4, (Job _) => 5, (Ticket _) => 6, _ => 0), Is.Zero);
        }
    }

    [Test]
    public void Gets_the_item_by_its_type()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Created.TryGet<Conversation>(out var conversation), Is.True);
            Assert.That(conversation?.Id, Is.EqualTo("1"));
            Assert.That(Created.TryGet<Ticket>(out var ticket), Is.False);
            Assert.That(ticket, Is.Null);
            Assert.That(Created is ConversationUserCreated { Item.Id: "1" }, Is.True);
            Assert.That(((IntercomNotification)Created).Item, Is.SameAs(conversation));
        }
    }

    [Test]
    public void Requires_the_functions_that_it_calls()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Created.Match<Conversation, int>(null!, _ => 0), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("first"));
            Assert.That(() => Unknown.Match<Conversation, int>(_ => 0, null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("otherwise"));
        }
    }

    private static IntercomNotification Read(string topic, string item) =>
        new NotificationReader(IntercomWebhooks.Topics).Read(Encoding.UTF8.GetBytes($$$"""{"topic":"{{{topic}}}","data":{"item":{{{item}}}}}"""));
}
