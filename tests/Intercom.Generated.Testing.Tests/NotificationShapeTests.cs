using Intercom.Generated.Tests;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

/// <summary>Compares notifications of the fake with recorded ones.</summary>
public sealed class NotificationShapeTests
{
    // The members whose contents depend on the workspace.
    private static readonly string[] Open = ["custom_attributes", "data", "parts", "model", "avatar", "plan"];

    [TestCase("contact.user.created")]
    [TestCase("contact.user.updated")]
    [TestCase("contact.lead.created")]
    [TestCase("contact.archived")]
    [TestCase("contact.unarchived")]
    [TestCase("contact.user.tag.created")]
    [TestCase("contact.user.tag.deleted")]
    [TestCase("company.created")]
    [TestCase("company.updated")]
    [TestCase("company.deleted")]
    [TestCase("company.contact.attached")]
    [TestCase("conversation.contact.attached")]
    public async Task Notification_has_exactly_the_members_of_the_recorded_one(string topic)
    {
        using var client = new FakeClient("2.14");
        var endpoint = new Endpoint(client.Fake);
        await ChangeEverythingAsync(client);
        await client.Fake.Webhooks.DeliverAsync();
        var sent = endpoint.Received.First(notification => notification.Topic == topic);
        Assert.That(Members(sent.Json, ""), Is.EqualTo(Members(Recorded(topic), "")));
    }

    // Conversations have the members of the API's version, so only the envelope and the parts are compared.
    [TestCase("conversation.user.replied")]
    [TestCase("conversation.admin.replied")]
    [TestCase("conversation.admin.snoozed")]
    [TestCase("conversation.admin.assigned")]
    public async Task Conversation_has_the_parts_and_the_times_of_the_recorded_one(string topic)
    {
        using var client = new FakeClient("2.14");
        var endpoint = new Endpoint(client.Fake);
        await ChangeEverythingAsync(client);
        await client.Fake.Webhooks.DeliverAsync();
        var sent = endpoint.Received.First(notification => notification.Topic == topic);
        var recorded = (JObject)Recorded(topic)["data"]!["item"]!;
        foreach (var item in new[] { sent.Item, recorded })
        {
            var parts = (JArray)item["conversation_parts"]!["conversation_parts"]!;
            Assert.That(parts, Has.Count.EqualTo(1));
            Assert.That((int?)item["conversation_parts"]!["total_count"], Is.EqualTo(1));
            Assert.That(item["created_at"]!.Type, Is.EqualTo(JTokenType.Integer));
            Assert.That(parts[0]["created_at"]!.Type, Is.EqualTo(JTokenType.Integer));
            Assert.That(item.SelectToken("teammates.teammates"), Is.Null);
        }

        Assert.That(
            (string?)sent.Item.SelectToken("conversation_parts.conversation_parts[0].part_type"),
            Is.EqualTo((string?)recorded.SelectToken("conversation_parts.conversation_parts[0].part_type")).Or.EqualTo("comment"));
    }

    [Test]
    public async Task Statistics_have_ISO_times()
    {
        using var client = new FakeClient("2.14");
        var endpoint = new Endpoint(client.Fake);
        client.Fake.AddConversation(new JObject { ["statistics"] = new JObject { ["first_close_at"] = 1768032815, ["last_close_at"] = null, ["time_to_assignment"] = 3 } });
        await client.Fake.Webhooks.DeliverAsync();
        Assert.That(endpoint.Received[0].Item["statistics"]!.ToString(Newtonsoft.Json.Formatting.None),
            Is.EqualTo("""{"first_close_at":"2026-01-10T08:13:35.000Z","last_close_at":null,"time_to_assignment":3}"""));
    }

    [Test]
    public async Task Contacts_have_ISO_times()
    {
        using var client = new FakeClient("2.14");
        var endpoint = new Endpoint(client.Fake);
        client.Fake.AddContact(new JObject { ["created_at"] = 1768017074, ["last_seen_at"] = null });
        await client.Fake.Webhooks.DeliverAsync();
        Assert.That((string?)endpoint.Received[0].Item["created_at"], Is.EqualTo("2026-01-10T03:51:14.000+00:00"));
        Assert.That(endpoint.Received[0].Item["last_seen_at"]!.Type, Is.EqualTo(JTokenType.Null));
    }

    private static JObject Recorded(string topic)
    {
        var file = Path.Combine(SharedFiles.Required("payloads"), "zulip-webhooks-2026", $"{topic}.json");
        return (JObject)Json.Parse(File.ReadAllText(file));
    }

    private static IEnumerable<string> Members(JToken token, string path) => token switch
    {
        JObject members => members.Properties().SelectMany(member => Open.Contains(member.Name) && path.Length > 0 && path != "/data"
            ? [$"{path}/{member.Name}"]
            : Members(member.Value, $"{path}/{member.Name}").Prepend($"{path}/{member.Name}")),
        _ => [],
    };

    private static async Task ChangeEverythingAsync(FakeClient client)
    {
        var contact = (string)client.Fake.AddContact("ada@example.com")["id"]!;
        var lead = (string)client.Fake.AddContact(new JObject { ["role"] = "lead" })["id"]!;
        var tag = client.Fake.AddTag("VIP");
        var company = (string)client.Fake.AddCompany("Engines")["id"]!;
        var conversation = (string)client.Fake.AddConversation(contact)["id"]!;
        await client.OkAsync("PUT", $"/contacts/{contact}", new JObject { ["name"] = "Ada" });
        await client.OkAsync("POST", $"/contacts/{contact}/tags", new JObject { ["id"] = tag["id"] });
        await client.OkAsync("DELETE", $"/contacts/{contact}/tags/{tag["id"]}");
        await client.OkAsync("PUT", $"/companies/{company}", new JObject { ["name"] = "Engines Ltd" });
        await client.OkAsync("POST", $"/contacts/{contact}/companies", new JObject { ["id"] = company });
        await client.OkAsync("POST", $"/conversations/{conversation}/customers",
            new JObject { ["admin_id"] = FakeClient.AdminId, ["customer"] = new JObject { ["intercom_user_id"] = lead } });
        foreach (var type in new[] { "admin", "user" })
        {
            await client.OkAsync("POST", $"/conversations/{conversation}/reply", new JObject
            {
                ["type"] = type,
                [type == "admin" ? "admin_id" : "intercom_user_id"] = type == "admin" ? FakeClient.AdminId : contact,
                ["message_type"] = "comment",
                ["body"] = "Hello",
            });
        }

        await client.OkAsync("POST", $"/conversations/{conversation}/parts",
            new JObject { ["type"] = "admin", ["admin_id"] = FakeClient.AdminId, ["message_type"] = "assignment", ["assignee_id"] = FakeClient.AdminId });
        await client.OkAsync("POST", $"/conversations/{conversation}/parts",
            new JObject { ["admin_id"] = FakeClient.AdminId, ["message_type"] = "snoozed", ["snoozed_until"] = 1800000000 });
        await client.OkAsync("POST", $"/contacts/{contact}/archive");
        await client.OkAsync("POST", $"/contacts/{contact}/unarchive");
        await client.OkAsync("DELETE", $"/companies/{company}");
    }
}
