// <snippet usings>
using Intercom.Generated;
using Intercom.Generated.V2_16;            // the models of the version
using Intercom.Generated.V2_16.Webhooks;   // its topics
using Intercom.Generated.Webhooks;
// </snippet>
using System.Text;
using Intercom.Generated.DependencyInjection.Tests.Docs;

namespace Intercom.Generated.Webhooks.Tests.Docs;

/// <summary>The code of docs/webhooks.md.</summary>
public sealed class WebhooksPageTests
{
    // <snippet endpoint>
    public sealed class Endpoint(string clientSecret, INotificationIdStore ids)
    {
        private readonly WebhookSignature _signature = WebhookSignature.ForNotifications(clientSecret);
        private readonly NotificationReader _reader = new(IntercomWebhooks.Topics);

        public async Task<int> ReceiveAsync(byte[] body, string? signature, CancellationToken cancellationToken)
        {
            if (!_signature.Verify(body, signature))   // the header _signature.HeaderName
                return 401;

            IntercomNotification notification;
            try
            {
                notification = _reader.Read(body);
            }
            catch (InvalidNotificationException)
            {
                return 400;
            }

            if (notification.Id is { } id && !await ids.TryAddAsync(id, cancellationToken))
                return 200;   // a duplicate

            await EnqueueAsync(notification);
            return 200;
        }

        private static Task EnqueueAsync(IntercomNotification notification) => Task.CompletedTask;   // your queue
    }
    // </snippet>

    [Test]
    public async Task A_test_signs_a_body()
    {
        // <snippet test>
        byte[] body = """
            {
                "type": "notification_event", "id": "notif_1", "topic": "conversation.user.created", "app_id": "abc123",
                "data": { "type": "notification_event_data", "item": { "type": "conversation", "id": "42" } }
            }
            """u8.ToArray();
        string signature = WebhookSignature.ForNotifications("test-secret").Sign(body);

        int status = await new Endpoint("test-secret", new InMemoryNotificationIdStore()).ReceiveAsync(body, signature, default);
        // </snippet>
        Assert.That(status, Is.EqualTo(200));
        Assert.That(await new Endpoint("other", new InMemoryNotificationIdStore()).ReceiveAsync(body, signature, default), Is.EqualTo(401));
        var notJson = "not JSON"u8.ToArray();
        Assert.That(await new Endpoint("s", new InMemoryNotificationIdStore()).ReceiveAsync(notJson, WebhookSignature.ForNotifications("s").Sign(notJson), default), Is.EqualTo(400));
    }

    [Test]
    public void A_body_in_parts_is_verified_with_either_secret()
    {
        const string newSecret = "new", oldSecret = "old";
        byte[] firstPart = "{\"id\":"u8.ToArray(), secondPart = "null}"u8.ToArray();
        var header = WebhookSignature.ForNotifications(oldSecret).Sign([.. firstPart, .. secondPart]);
        // <snippet parts>
        var signature = WebhookSignature.ForNotifications(newSecret, oldSecret);

        using var verification = signature.StartVerification();
        verification.Append(firstPart);
        verification.Append(secondPart);
        bool isValid = verification.Verify(header);
        // </snippet>
        Assert.That(isValid, Is.True);
    }

    [TestCase("conversation.user.created", """{"source":{"author":{"email":"ada@example.com"},"body":"Hi"}}""", "ada@example.com wrote Hi")]
    [TestCase("contact.user.tag.created", """{"contact":{"email":"ada@example.com"},"tag":{"name":"VIP"}}""", "ada@example.com is now tagged VIP")]
    [TestCase("contact.deleted", """{"id":"1"}""", "Contact 1 was deleted")]
    [TestCase("song.sung", """{"id":"1"}""", "The topic song.sung is unknown: 10 bytes")]
    [TestCase("ping", """{"type":"ping"}""", "")]
    public void A_switch_handles_each_topic(string topic, string item, string expected)
    {
        using var Console = new StringWriter();
        var notification = Read(topic, item);
        // <snippet switch>
        switch (notification)
        {
            case ConversationUserCreated { Item: var conversation }:
                Console.WriteLine($"{conversation.Source?.Author?.Email} wrote {conversation.Source?.Body}");
                break;
            case ContactUserTagCreated { Item: var change }:
                Console.WriteLine($"{change.Contact?.Email} is now tagged {change.Tag?.Name}");
                break;
            case ContactDeleted { Item: var contact }:
                Console.WriteLine($"Contact {contact.Id} was deleted");
                break;
            case { Item: null }:
                Console.WriteLine($"The topic {notification.Topic} is unknown: {notification.RawItem.Length} bytes");
                break;
        }
        // </snippet>
        Assert.That(Console.ToString().Trim(), Is.EqualTo(expected));
    }

    [Test]
    public void An_item_is_found_by_its_type()
    {
        using var Console = new StringWriter();
        var notification = Read("conversation.user.replied", """{"id":"42","state":"open"}""");
        // <snippet match>
        if (notification.TryGet<Conversation>(out var conversation))
            Console.WriteLine($"{notification.Topic}: conversation {conversation.Id} is {conversation.State}");

        string text = notification.Match(
            (ConversationUserReplied replied) => $"A contact replied to {replied.Item.Id}",
            (Ticket ticket) => $"Ticket {ticket.TicketId} changed",
            other => $"Ignored {other.Topic}");
        // </snippet>
        Assert.That(Console.ToString().Trim(), Is.EqualTo("conversation.user.replied: conversation 42 is open"));
        Assert.That(text, Is.EqualTo("A contact replied to 42"));
    }

    [Test]
    public async Task A_duplicate_is_ignored()
    {
        var saved = 0;
        var notification = Read("ping", "{}");
        // <snippet duplicates>
        INotificationIdStore ids = new InMemoryNotificationIdStore(capacity: 100_000, lifetime: TimeSpan.FromDays(1));

        if (await ids.TryAddAsync(notification.Id!))
        {
            try
            {
                await SaveAsync(notification);
            }
            catch
            {
                await ids.RemoveAsync(notification.Id!);   // so that the next attempt is not a duplicate
                throw;
            }
        }
        // </snippet>
        Assert.That(saved, Is.EqualTo(1));
        Assert.That(await ids.TryAddAsync(notification.Id!), Is.False);

        Task SaveAsync(IntercomNotification saving)
        {
            saved++;
            return Task.CompletedTask;
        }
    }

    [Test]
    public void The_page_has_exactly_this_code() => Page.AssertContainsCodeOf("webhooks.md", nameof(WebhooksPageTests));

    private static IntercomNotification Read(string topic, string item) => new NotificationReader(IntercomWebhooks.Topics)
        .Read(Encoding.UTF8.GetBytes($$$"""{"id":"notif_1","topic":"{{{topic}}}","data":{"item":{{{item}}}}}"""));
}
