using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

/// <summary>The notifications of each change.</summary>
[TestFixtureSource(typeof(FakeClient), nameof(FakeClient.Versions))]
public sealed class NotificationTopicTests(string version)
{
    private static readonly JObject Admin = new() { ["type"] = "admin", ["admin_id"] = FakeClient.AdminId };

    [Test]
    public async Task Contacts()
    {
        using var client = new FakeClient(version);
        var endpoint = new Endpoint(client.Fake);
        var id = await CreateAsync(client, "/contacts", new JObject { ["role"] = "lead", ["name"] = "Ada" });
        await AssertRaisesAsync(client, endpoint, "contact.lead.created");
        await client.OkAsync("PUT", $"/contacts/{id}", new JObject { ["email"] = "ada@example.com" });
        await AssertRaisesAsync(client, endpoint, "contact.lead.updated", "contact.email.updated", "contact.lead.added_email");
        await client.OkAsync("PUT", $"/contacts/{id}", new JObject { ["role"] = "user" });
        await AssertRaisesAsync(client, endpoint, "contact.user.updated", "contact.lead.signed_up");
        await client.OkAsync("PUT", $"/contacts/{id}", new JObject { ["email"] = "ada@example.org" });
        await AssertRaisesAsync(client, endpoint, "contact.user.updated", "contact.email.updated");
        await client.OkAsync("POST", $"/contacts/{id}/archive");
        await AssertRaisesAsync(client, endpoint, "contact.archived");
        Assert.That(endpoint.Received[^1].Item.ToString(Newtonsoft.Json.Formatting.None),
            Is.EqualTo($$"""{"id":"{{id}}","external_id":null,"type":"contact","archived":true}""").Or.Contain("\"external_id\":\"\""));
        await client.OkAsync("POST", $"/contacts/{id}/unarchive");
        await AssertRaisesAsync(client, endpoint, "contact.unarchived");

        var lead = await CreateAsync(client, "/contacts", new JObject { ["role"] = "lead" });
        await AssertRaisesAsync(client, endpoint, "contact.lead.created");
        await client.OkAsync("POST", "/contacts/merge", new JObject { ["from"] = lead, ["into"] = id, ["skip_duplicate_validation"] = true });
        await AssertRaisesAsync(client, endpoint, "contact.merged");
        Assert.That((string?)endpoint.Received[^1].Item["id"], Is.EqualTo(id));
        Assert.That((string?)endpoint.Received[^1].Item["merged_from"]!["id"], Is.EqualTo(lead));

        await client.OkAsync("DELETE", $"/contacts/{id}");
        await AssertRaisesAsync(client, endpoint, "contact.deleted");
        Assert.That((bool?)endpoint.Received[^1].Item["deleted"], Is.True);
    }

    [Test]
    public async Task Tags_and_companies_of_contacts()
    {
        using var client = new FakeClient(version);
        var contact = (string)client.Fake.AddContact("ada@example.com")["id"]!;
        var tag = client.Fake.AddTag("VIP");
        var endpoint = new Endpoint(client.Fake);

        await client.OkAsync("POST", $"/contacts/{contact}/tags", new JObject { ["id"] = tag["id"] });
        await client.OkAsync("POST", $"/contacts/{contact}/tags", new JObject { ["id"] = tag["id"] });
        await AssertRaisesAsync(client, endpoint, "contact.user.tag.created");
        Assert.That((string?)endpoint.Received[^1].Item["tag"]!["name"], Is.EqualTo("VIP"));
        await client.OkAsync("DELETE", $"/contacts/{contact}/tags/{tag["id"]}");
        await AssertRaisesAsync(client, endpoint, "contact.user.tag.deleted");

        var company = await CreateAsync(client, "/companies", new JObject { ["company_id"] = "1", ["name"] = "Engines", ["plan"] = "Pro" });
        await AssertRaisesAsync(client, endpoint, "company.created");
        await client.OkAsync("POST", "/companies", new JObject { ["company_id"] = "1", ["name"] = "Engines Ltd" });
        await AssertRaisesAsync(client, endpoint, "company.updated");
        await client.OkAsync("POST", $"/contacts/{contact}/companies", new JObject { ["id"] = company });
        await AssertRaisesAsync(client, endpoint, "company.contact.attached");
        Assert.That((int?)endpoint.Received[^1].Item["company"]!["user_count"], Is.EqualTo(1));
        await client.OkAsync("DELETE", $"/contacts/{contact}/companies/{company}");
        await AssertRaisesAsync(client, endpoint, "company.contact.detached");
        Assert.That((int?)endpoint.Received[^1].Item["company"]!["user_count"], Is.EqualTo(1), "The state before the change.");
        await client.OkAsync("DELETE", $"/companies/{company}");
        await AssertRaisesAsync(client, endpoint, "company.deleted");
        Assert.That(endpoint.Received[^1].Item.ToString(Newtonsoft.Json.Formatting.None),
            Is.EqualTo($$"""{"id":"{{company}}","type":"company","deleted":true}"""));
    }

    [Test]
    public async Task Conversations()
    {
        using var client = new FakeClient(version);
        var contact = (string)client.Fake.AddContact("ada@example.com")["id"]!;
        var other = (string)client.Fake.AddContact("grace@example.com")["id"]!;
        var tag = client.Fake.AddTag("VIP");
        var endpoint = new Endpoint(client.Fake);

        var sent = await client.OkAsync("POST", "/conversations", new JObject { ["from"] = new JObject { ["type"] = "user", ["id"] = contact }, ["body"] = "Hi" });
        var path = $"/conversations/{sent["conversation_id"]}";
        await AssertRaisesAsync(client, endpoint, "conversation.user.created");
        await ReplyAsync("comment");
        await AssertRaisesAsync(client, endpoint, "conversation.admin.replied");
        await ReplyAsync("note");
        await AssertRaisesAsync(client, endpoint, "conversation.admin.noted");
        await client.OkAsync("POST", $"{path}/reply", new JObject { ["type"] = "user", ["message_type"] = "comment", ["intercom_user_id"] = contact, ["body"] = "Thanks" });
        await AssertRaisesAsync(client, endpoint, "conversation.user.replied");
        var parts = (JArray)endpoint.Received[^1].Item["conversation_parts"]!["conversation_parts"]!;
        Assert.That(parts.Select(part => (string?)part["body"]), Is.EqualTo(new[] { "<p>Thanks</p>" }), "Only the part of the event.");

        await ManageAsync(new JObject { ["message_type"] = "assignment", ["assignee_id"] = FakeClient.AdminId });
        await AssertRaisesAsync(client, endpoint, "conversation.admin.assigned", "conversation.admin.open.assigned");
        await ManageAsync(new JObject { ["message_type"] = "snoozed", ["snoozed_until"] = 1800000000 });
        await AssertRaisesAsync(client, endpoint, "conversation.admin.snoozed");
        await ManageAsync(new JObject { ["message_type"] = "open" });
        await AssertRaisesAsync(client, endpoint, "conversation.admin.unsnoozed");
        await ManageAsync(new JObject { ["message_type"] = "close" });
        await AssertRaisesAsync(client, endpoint, "conversation.admin.closed");
        await ManageAsync(new JObject { ["message_type"] = "open" });
        await AssertRaisesAsync(client, endpoint, "conversation.admin.opened");

        await client.OkAsync("POST", $"{path}/customers", new JObject { ["admin_id"] = FakeClient.AdminId, ["customer"] = new JObject { ["intercom_user_id"] = other } });
        await AssertRaisesAsync(client, endpoint, "conversation.contact.attached");
        Assert.That(endpoint.Received[^1].Item["type"], Is.Null);
        Assert.That(endpoint.Received[^1].Item["conversation"]!["model"]!["id"]!.Type, Is.EqualTo(JTokenType.Integer));
        await client.OkAsync("DELETE", $"{path}/customers/{other}", Admin);
        await AssertRaisesAsync(client, endpoint, "conversation.contact.detached");
        await client.OkAsync("POST", $"{path}/tags", new JObject { ["id"] = tag["id"], ["admin_id"] = FakeClient.AdminId });
        await AssertRaisesAsync(client, endpoint, "conversation_part.tag.created");
        await client.OkAsync("POST", "/conversations/redact", new JObject
        {
            ["type"] = "conversation_part",
            ["conversation_id"] = sent["conversation_id"],
            ["conversation_part_id"] = parts[0]["id"],
        });
        await AssertRaisesAsync(client, endpoint, "conversation_part.redacted");
        Assert.That((bool?)endpoint.Received[^1].Item.SelectToken("conversation_parts.conversation_parts[0].redacted"), Is.True);
        await client.OkAsync("PUT", path, new JObject { ["read"] = true });
        await AssertRaisesAsync(client, endpoint, "conversation.read");
        if (client.Fake.Operations.Any(operation => operation.StartsWith("DELETE /conversations/{", StringComparison.Ordinal) && !operation.EndsWith("}/", StringComparison.Ordinal)
            && operation.Split('/').Length == 3))
        {
            await client.OkAsync("DELETE", path);
            await AssertRaisesAsync(client, endpoint, "conversation.deleted");
            Assert.That(endpoint.Received[^1].Item.Properties().Select(member => member.Name), Is.EqualTo(new[] { "type", "conversation_id" }));
        }

        Task ReplyAsync(string type) => client.OkAsync("POST", $"{path}/reply", new JObject(Admin) { ["message_type"] = type, ["body"] = "Hello" });
        Task ManageAsync(JObject body) => client.OkAsync("POST", $"{path}/parts", new JObject(Admin) { ["type"] = "admin" }.Also(body));
    }

    private static async Task<string> CreateAsync(FakeClient client, string path, JObject body) => (string)(await client.OkAsync("POST", path, body))["id"]!;

    private static async Task AssertRaisesAsync(FakeClient client, Endpoint endpoint, params string[] topics)
    {
        var before = endpoint.Received.Count;
        await client.Fake.Webhooks.DeliverAsync();
        Assert.That(endpoint.Topics.Skip(before), Is.EqualTo(topics));
    }
}

internal static class JObjectExtensions
{
    /// <summary>Adds the members of another object.</summary>
    public static JObject Also(this JObject body, JObject members)
    {
        body.Merge(members);
        return body;
    }
}
