using System.Text;
using Intercom.Generated.V2_16;
using Intercom.Generated.V2_16.Webhooks;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Webhooks.Tests;

/// <summary>What the reader makes of an envelope and an item.</summary>
public sealed class ReaderTests
{
    private static readonly NotificationReader Reader = new(IntercomWebhooks.Topics);

    [Test]
    public void Reads_the_item_wherever_the_topic_is()
    {
        const string item = """{"type":"conversation","id":"1","conversation_parts":{"conversation_parts":[{"body":"\"topic\":\"ping\" \"topic\""}]}}""";
        string[] bodies =
        [
            $$$"""{"topic":"conversation.user.created","data":{"item":{{{item}}}}}""",
            $$$"""{"data":{"item":{{{item}}}},"topic":"conversation.user.created"}""",
            $$$"""  { "data" : { "type" : "notification_event_data" , "item" : {{{item}}} } , "topic"  :  "conversation.user.created" } """,
            $$$"""{"data":{"item":{{{item}}}},"t\u006fpic":"conversation.user.created"}""",
            $$$"""{"data":{"item":{{{item}}}},"topic":"conversation\u002euser.created"}""",
            $$$"""{"data":{"item":{{{item}}}},"topic":"conversation.user.created","links":{"topic":"ping"}}""",
            $$$"""{"data":{"item":{{{item}}}},"topic":"ping","topic":"conversation.user.created"}""",
            $$$"""{"data":{"item":{"id":"2"}},"topic":"conversation.user.created","data":{"item":{{{item}}}}}""",
            $$$"""{"data":{"item":{"id":"2"},"item":{{{item}}}},"topic":"conversation.user.created"}""",
        ];
        using (Assert.EnterMultipleScope())
        {
            foreach (var body in bodies.Concat(bodies.Select(body => "\uFEFF" + body)))
            {
                var notification = Read(body);
                Assert.That(notification, Is.InstanceOf<ConversationUserCreated>(), body);
                Assert.That((notification.Item as Conversation)?.Id, Is.EqualTo("1"), body);
                Assert.That(Encoding.UTF8.GetString(notification.RawItem.Span), Is.EqualTo(item), body);
            }
        }
    }

    [TestCase("\"2026-01-10T04:11:14.436+00:00\"")]
    [TestCase("\"2026-01-10T04:11:14.436Z\"")]
    [TestCase("1768018274")]
    [TestCase("\"1768018274\"")]
    public void Reads_every_form_of_time(string time)
    {
        var notification = Read($$$$"""{"topic":"contact.user.created","created_at":{{{{time}}}},"data":{"item":{"type":"contact","created_at":{{{{time}}}}}}}""");
        Assert.Multiple(() =>
        {
            Assert.That(notification.CreatedAt?.ToUnixTimeSeconds(), Is.EqualTo(1768018274));
            Assert.That(((ContactUserCreated)notification).Item.CreatedAt?.ToUnixTimeSeconds(), Is.EqualTo(1768018274));
        });
    }

    [Test]
    public void Reads_a_closed_ticket_in_both_formats([Values("ticket.closed", "ticket.rating.provided")] string topic)
    {
        var whole = Read($$$$"""{"topic":"{{{{topic}}}}","data":{"item":{"type":"ticket","id":"7","ticket_id":"70"}}}""");
        var nested = Read($$$$"""{"topic":"{{{{topic}}}}","data":{"item":{"type":"x","ticket_part":{"id":"9"},"ticket":{"type":"ticket","id":"7","ticket_id":"70"},"ticket_part":null}}}""");
        var absent = Read($$$$"""{"topic":"{{{{topic}}}}","data":{"item":{"type":"ticket","id":"7","ticket_id":"70","ticket":null}}}""");
        Assert.Multiple(() =>
        {
            foreach (var notification in new[] { whole, nested, absent })
            {
                Assert.That(notification.TryGet<Ticket>(out var ticket), Is.True);
                Assert.That((ticket!.Id, ticket.TicketId), Is.EqualTo(("7", "70")));
            }

            Assert.That(Encoding.UTF8.GetString(nested.RawItem.Span), Does.Contain("ticket_part"));
        });
    }

    [Test]
    public void Reads_minimal_items_of_deletes()
    {
        Assert.Multiple(() =>
        {
            Assert.That(((ContactDeleted)Read("""{"topic":"contact.deleted","data":{"item":{"id":"1","external_id":null,"type":"contact","deleted":true}}}""")).Item.Id, Is.EqualTo("1"));
            Assert.That(((ContactArchived)Read("""{"topic":"contact.archived","data":{"item":{"id":"1","type":"contact","archived":true}}}""")).Item.Archived, Is.True);
            Assert.That(((CompanyDeleted)Read("""{"topic":"company.deleted","data":{"item":{"id":"1","type":"company","deleted":true}}}""")).Item.Deleted, Is.True);
            Assert.That(((ConversationDeleted)Read("""{"topic":"conversation.deleted","data":{"item":{"type":"conversation","conversation_id":"5"}}}""")).Item.ConversationId, Is.EqualTo("5"));
            Assert.That(((ArticleDeleted)Read("""{"topic":"article.deleted","data":{"item":{"id":3,"type":"article","deleted":true}}}""")).Item.Id, Is.EqualTo("3"));
        });
    }

    [Test]
    public void Exposes_an_unknown_topic_raw()
    {
        var notification = Read("""{"id":"notif_1","topic":"conversation.sung","data":{"item":{"type":"song","id":1}}}""");
        Assert.Multiple(() =>
        {
            Assert.That(notification.GetType(), Is.EqualTo(typeof(IntercomNotification)));
            Assert.That(notification.Topic, Is.EqualTo("conversation.sung"));
            Assert.That(notification.Item, Is.Null);
            Assert.That((string?)IntercomJson.Read<JToken>(notification.RawItem.Span)!["type"], Is.EqualTo("song"));
        });
    }

    [TestCase("[]")]
    [TestCase("\"text\"")]
    [TestCase("12e999")]
    [TestCase("true")]
    public void Exposes_an_item_that_does_not_fit_raw(string item)
    {
        var notification = Read($$$"""{"topic":"conversation.user.created","data":{"item":{{{item}}}}}""");
        Assert.Multiple(() =>
        {
            Assert.That(notification.GetType(), Is.EqualTo(typeof(IntercomNotification)));
            Assert.That(Encoding.UTF8.GetString(notification.RawItem.Span), Is.EqualTo(item));
            Assert.That(notification.TryGet<Conversation>(out _), Is.False);
        });
    }

    [TestCase("{}")]
    [TestCase("""{"topic":"ping"}""")]
    [TestCase("""{"topic":"ping","data":null}""")]
    [TestCase("""{"topic":"ping","data":[{"item":{}}]}""")]
    [TestCase("""{"topic":"ping","data":{"item":{}},"data":"text"}""")]
    [TestCase("""{"topic":"ping","data":{"item":null}}""")]
    [TestCase("""{"topic":"ping","data":{"item":{},"item":null}}""")]
    [TestCase("""{"topic":null,"data":{"items":{}}}""")]
    public void Has_no_item_if_Intercom_sends_none(string body)
    {
        var notification = Read(body);
        Assert.Multiple(() =>
        {
            Assert.That(notification.Item, Is.Null);
            Assert.That(notification.RawItem.IsEmpty, Is.True);
            Assert.That(notification.RawBody.Length, Is.EqualTo(Encoding.UTF8.GetByteCount(body)));
        });
    }

    [TestCase("", "not valid JSON")]
    [TestCase(" ", "not valid JSON")]
    [TestCase("{", "not valid JSON")]
    [TestCase("{}{}", "not valid JSON")]
    [TestCase("{\"a\":1} x", "not valid JSON")]
    [TestCase("[1", "not valid JSON")]
    [TestCase("""{"topic":"ping","data":{"item":{"type":"ping","message":nope}}}""", "not valid JSON")]
    [TestCase("{\"secret-name\":\"Ada\" oops}", "not valid JSON")]
    [TestCase("topic=ping", "not valid JSON")]
    [TestCase("[]", "not an object")]
    [TestCase("null", "not an object")]
    [TestCase("\"text\"", "not an object")]
    [TestCase("12", "not an object")]
    public void Throws_one_exception_if_the_body_is_not_a_JSON_object(string body, string problem)
    {
        var exception = Assert.Throws<InvalidNotificationException>(() => Read(body))!;
        Assert.Multiple(() =>
        {
            Assert.That(exception.Message, Does.Contain(problem));
            Assert.That(exception.ToString(), Does.Not.Contain("Ada").And.Not.Contain("secret-name"));
        });
    }

    [Test]
    public void Refers_to_the_memory_of_the_body_without_a_copy()
    {
        var body = """{"topic":"ping","data":{"item":{"type":"ping","message":"hi"}}}"""u8.ToArray();
        var notification = Reader.Read(body);
        var start = body.AsSpan().LastIndexOf("{"u8);
        Assert.That(notification.RawBody.Equals(body), Is.True);
        Assert.That(notification.RawItem.Equals(body.AsMemory(start, body.Length - start - 2)), Is.True);
    }

    [Test]
    public void Zero_is_not_a_time_of_delivery() => Assert.Multiple(() =>
    {
        Assert.That(Read("""{"delivered_at":0}""").DeliveredAt, Is.Null);
        Assert.That(Read("""{"delivered_at":"0"}""").DeliveredAt, Is.Null);
        Assert.That(Read("""{"delivered_at":1768018274}""").DeliveredAt, Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1768018274)));
    });

    [Test]
    public void Checks_its_arguments() => Assert.That(() => new NotificationReader(null!), Throws.ArgumentNullException);

    private static IntercomNotification Read(string body) => Reader.Read(Encoding.UTF8.GetBytes(body));
}
