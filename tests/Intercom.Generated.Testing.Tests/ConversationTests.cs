using System.Net;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

public class ConversationTests
{
    [Test]
    public async Task A_contact_starts_a_conversation_and_an_admin_manages_it(
        [ValueSource(typeof(FakeClient), nameof(FakeClient.Versions))] string version)
    {
        using var client = new FakeClient(version);
        var other = client.Fake.Add("admin");
        var contact = client.Fake.AddContacts(1)[0];
        var message = await client.OkAsync("POST", "/conversations", new JObject
        {
            ["from"] = new JObject { ["type"] = "user", ["id"] = contact["id"] },
            ["body"] = "Hello",
        });
        var conversation = $"/conversations/{message["conversation_id"]}";
        var started = await client.OkAsync("GET", conversation);
        Assert.Multiple(() =>
        {
            Assert.That((string?)started["source"]!["body"], Is.EqualTo("<p>Hello</p>"));
            Assert.That((string?)started["source"]!["author"]!["id"], Is.EqualTo((string?)contact["id"]));
            Assert.That((string?)started["contacts"]!["contacts"]![0]!["id"], Is.EqualTo((string?)contact["id"]));
            Assert.That((string?)started["state"], Is.EqualTo("open"));
        });

        await client.OkAsync("POST", $"{conversation}/reply",
            new JObject { ["message_type"] = "comment", ["type"] = "admin", ["admin_id"] = FakeClient.AdminId, ["body"] = "Hi" });
        await client.OkAsync("POST", $"{conversation}/parts",
            new JObject { ["message_type"] = "snoozed", ["admin_id"] = FakeClient.AdminId, ["snoozed_until"] = 1800000000 });
        Assert.That((long?)(await client.OkAsync("GET", conversation))["snoozed_until"], Is.EqualTo(1800000000));
        await client.OkAsync("POST", $"{conversation}/reply",
            new JObject { ["message_type"] = "comment", ["type"] = "user", ["intercom_user_id"] = contact["id"], ["body"] = "Thanks" });
        Assert.That((string?)(await client.OkAsync("GET", conversation))["state"], Is.EqualTo("open"));
        await client.OkAsync("POST", $"{conversation}/parts", new JObject
        {
            ["message_type"] = "assignment",
            ["type"] = "admin",
            ["admin_id"] = FakeClient.AdminId,
            ["assignee_id"] = other["id"],
        });
        var closed = await client.OkAsync("POST", $"{conversation}/parts",
            new JObject { ["message_type"] = "close", ["type"] = "admin", ["admin_id"] = FakeClient.AdminId, ["body"] = "Bye" });
        Assert.Multiple(() =>
        {
            Assert.That((string?)closed["state"], Is.EqualTo("closed"));
            Assert.That((bool?)closed["open"], Is.False);
            Assert.That((string?)closed["admin_assignee_id"], Is.EqualTo((string?)other["id"]));
            Assert.That((int?)closed["conversation_parts"]!["total_count"], Is.EqualTo(5));
            Assert.That(closed["conversation_parts"]!["conversation_parts"]!.Select(part => (string?)part["part_type"]),
                Is.EqualTo("comment,snoozed,comment,assignment,close".Split(',')));
            Assert.That(closed["conversation_parts"]!["conversation_parts"]!.Select(part => (string?)part["author"]!["type"]),
                Is.EqualTo("admin,admin,user,admin,admin".Split(',')));
        });
        var reopened = await client.OkAsync("POST", $"{conversation}/parts",
            new JObject { ["message_type"] = "open", ["admin_id"] = FakeClient.AdminId });
        Assert.That((string?)reopened["state"], Is.EqualTo("open"));
    }

    [Test]
    public async Task Lists_omit_conversation_parts()
    {
        using var client = new FakeClient();
        client.Fake.AddConversations(3);
        var list = await client.OkAsync("GET", "/conversations");
        Assert.Multiple(() =>
        {
            Assert.That(list["conversations"]!.Count(), Is.EqualTo(3));
            Assert.That(list["conversations"]![0]!["conversation_parts"], Is.Null);
            Assert.That((int?)list["total_count"], Is.EqualTo(3));
        });
    }

    [Test]
    public async Task Participants_and_tags_are_added_and_removed()
    {
        using var client = new FakeClient();
        var contacts = client.Fake.AddContacts(2);
        var conversation = $"/conversations/{client.Fake.AddConversation((string)contacts[0]["id"]!)["id"]}";
        var tag = client.Fake.AddTag("Urgent");

        var attached = await client.OkAsync("POST", $"{conversation}/customers",
            new JObject { ["admin_id"] = FakeClient.AdminId, ["customer"] = new JObject { ["email"] = contacts[1]["email"] } });
        Assert.That(attached["customers"]!.Select(customer => (string?)customer["id"]), Is.EqualTo(contacts.Select(contact => (string?)contact["id"])));
        var detached = await client.OkAsync("DELETE", $"{conversation}/customers/{contacts[1]["id"]}", new JObject { ["admin_id"] = FakeClient.AdminId });
        Assert.That(detached["customers"]!.Select(customer => (string?)customer["id"]), Is.EqualTo([(string?)contacts[0]["id"]]));

        var applied = await client.OkAsync("POST", $"{conversation}/tags", new JObject { ["id"] = tag["id"], ["admin_id"] = FakeClient.AdminId });
        Assert.That((string?)applied["applied_by"]!["id"], Is.EqualTo(FakeClient.AdminId));
        Assert.That((await client.OkAsync("GET", conversation))["tags"]!["tags"]!.Count(), Is.EqualTo(1));
        await client.OkAsync("DELETE", $"{conversation}/tags/{tag["id"]}", new JObject { ["admin_id"] = FakeClient.AdminId });
        Assert.That((await client.OkAsync("GET", conversation))["tags"]!["tags"], Is.Empty);
    }

    [Test]
    public async Task A_conversation_is_updated_redacted_and_deleted()
    {
        using var client = new FakeClient();
        var contact = client.Fake.AddContacts(1)[0];
        var id = (string)client.Fake.AddConversation((string)contact["id"]!, "My card is 4111")["id"]!;
        var updated = await client.OkAsync("PUT", $"/conversations/{id}",
            new JObject { ["read"] = true, ["title"] = "Card", ["custom_attributes"] = new JObject { ["issue_type"] = "Billing" } });
        Assert.Multiple(() =>
        {
            Assert.That((bool?)updated["read"], Is.True);
            Assert.That((string?)updated["title"], Is.EqualTo("Card"));
            Assert.That((string?)updated["custom_attributes"]!["issue_type"], Is.EqualTo("Billing"));
        });
        var redacted = await client.OkAsync("POST", "/conversations/redact",
            new JObject { ["type"] = "source", ["conversation_id"] = id, ["source_id"] = updated["source"]!["id"] });
        Assert.That((string?)redacted["source"]!["body"], Does.Not.Contain("4111"));
        var deleted = await client.OkAsync("DELETE", $"/conversations/{id}");
        Assert.That((bool?)deleted["deleted"], Is.True);
        await client.FailsAsync(HttpStatusCode.NotFound, "not_found", "GET", $"/conversations/{id}");
        Assert.That(client.Fake.Conversations, Is.Empty);
    }

    [Test]
    public async Task An_unknown_sender_is_not_found()
    {
        using var client = new FakeClient();
        await client.FailsAsync(HttpStatusCode.NotFound, "not_found", "POST", "/conversations", new JObject
        {
            ["from"] = new JObject { ["type"] = "user", ["id"] = new string('0', 24) },
            ["body"] = "Hello",
        });
    }
}
