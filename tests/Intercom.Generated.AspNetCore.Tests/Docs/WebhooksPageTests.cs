// <snippet usings>
using Intercom.Generated;
using Intercom.Generated.AspNetCore;       // handlers in ASP.NET Core
using Intercom.Generated.Sqlite;           // the outbox on disk
using Intercom.Generated.V2_16;            // the models of the version
using Intercom.Generated.V2_16.Webhooks;   // its topics
using Intercom.Generated.Webhooks;
// </snippet>
using System.Text;
using Intercom.Generated.DependencyInjection.Tests.Docs;
using Intercom.Generated.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Intercom.Generated.AspNetCore.Tests.Docs;

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

    // <snippet handler>
    public sealed class Greeter(IntercomClient intercom) : IIntercomWebhookHandler<ConversationUserCreated>
    {
        public Task HandleAsync(ConversationUserCreated notification, CancellationToken cancellationToken) =>
            intercom.Conversations.ReplyAsync(
                notification.Item.Id!,
                new AdminReplyConversationRequest { AdminId = "814860", MessageType = AdminReplyMessageType.Note, Body = "A bot saw this." },
                cancellationToken);
    }
    // </snippet>

    [Test]
    public async Task The_handler_replies()
    {
        using var fake = new FakeIntercom("2.16");
        fake.Add("admin", new Newtonsoft.Json.Linq.JObject { ["id"] = "814860" });
        using var intercom = new IntercomClient(new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake });
        var id = (string)fake.AddConversation()["id"]!;
        var notification = (ConversationUserCreated)Read("conversation.user.created", $$"""{"type":"conversation","id":"{{id}}"}""");
        await new Greeter(intercom).HandleAsync(notification, default);

        Assert.That(fake.Requests.Single().Path, Is.EqualTo($"/conversations/{id}/reply"));
        Assert.That(fake.Requests.Single().Body, Does.Contain("A bot saw this."));
    }

    // The programs compile. Other tests run such applications.
    private static void ReceiverProgram(string[] args)
    {
        // <snippet aspnetcore>
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddIntercom<IntercomClient>(builder.Configuration.GetSection("Intercom:Client"));
        builder.Services
            .AddIntercomWebhooks(options =>
            {
                options.ClientSecrets.Add(builder.Configuration["Intercom:ClientSecret"]!);
                options.Topics = IntercomWebhooks.Topics;
            })
            .AddHandler<ConversationUserCreated, Greeter>();

        var app = builder.Build();
        app.MapIntercomWebhooks("/intercom/webhooks");
        app.Run();
        // </snippet>
    }

    private static void OutboxProgram(WebApplicationBuilder builder)
    {
        // <snippet outbox>
        builder.Services
            .AddIntercomWebhooks(options =>
            {
                options.ClientSecrets.Add(builder.Configuration["Intercom:ClientSecret"]!);
                options.Topics = IntercomWebhooks.Topics;
            })
            .AddOutbox(_ => new SqliteNotificationOutbox("intercom.db"))
            .AddHandler<ConversationUserCreated, Greeter>();
        // </snippet>
    }

    private static void RetryProgram(WebApplicationBuilder builder, IntercomWebhookBuilder webhooks, WebApplication app)
    {
        // <snippet failed>
        builder.Services.AddSingleton(_ => new SqliteNotificationOutbox("intercom.db"));
        webhooks.AddOutbox(services => services.GetRequiredService<SqliteNotificationOutbox>());   // webhooks is the result of AddIntercomWebhooks

        app.MapPost("/admin/retry", (SqliteNotificationOutbox outbox, CancellationToken cancellationToken) => outbox.RetryFailedAsync(cancellationToken))
            .RequireAuthorization();
        // </snippet>
    }

    private static void SeveralAppsProgram(WebApplicationBuilder builder, WebApplication app)
    {
        static Task DeleteAsync(string? id) => Task.CompletedTask;
        static Task ShowAsync(FinAgentEvent finEvent) => Task.CompletedTask;

        // <snippet apps>
        builder.Services
            .AddIntercomWebhooks("eu", options =>
            {
                options.ClientSecrets.Add(builder.Configuration["IntercomEu:ClientSecret"]!);
                options.Topics = Intercom.Generated.V2_14.Webhooks.IntercomWebhooks.Topics;
            })
            .AddHandler<Intercom.Generated.V2_14.Webhooks.ContactDeleted>((notification, cancellationToken) => DeleteAsync(notification.Item.Id));

        app.MapIntercomWebhooks("/intercom/eu", "eu");
        // </snippet>

        // <snippet health>
        builder.Services.AddHealthChecks().AddIntercomWebhooks();
        // </snippet>

        // <snippet fin>
        builder.Services
            .AddIntercomFinAgent<FinAgentEvent>(options => options.CallbackSecrets.Add(builder.Configuration["Intercom:FinCallbackSecret"]!))
            .AddHandler((finEvent, cancellationToken) => ShowAsync(finEvent));

        app.MapIntercomFinAgent("/intercom/fin");
        // </snippet>
    }

    [Test]
    public void The_page_has_exactly_this_code() => Page.AssertContainsCodeOf("webhooks.md", nameof(WebhooksPageTests));

    private static IntercomNotification Read(string topic, string item) => new NotificationReader(IntercomWebhooks.Topics)
        .Read(Encoding.UTF8.GetBytes($$$"""{"id":"notif_1","topic":"{{{topic}}}","data":{"item":{{{item}}}}}"""));
}
