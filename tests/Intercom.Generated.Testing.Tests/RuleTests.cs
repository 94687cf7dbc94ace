using System.Net;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

/// <summary>The documented rules of contacts, companies, conversations, and searches.</summary>
[TestFixtureSource(typeof(FakeClient), nameof(FakeClient.Versions))]
public sealed class RuleTests(string version)
{
    private bool IsNew => version is "2.16" or "Preview";

    [Test]
    public async Task Merging_moves_what_the_lead_has_and_only_a_lead_is_merged_into_a_user()
    {
        using var client = new FakeClient(version);
        var lead = client.Fake.AddContact(new JObject { ["role"] = "lead", ["email"] = "ada@example.com", ["name"] = "Ada", ["external_id"] = "old" });
        var user = client.Fake.AddContact(new JObject { ["email"] = "ada@example.com" });
        var conversation = client.Fake.AddConversation((string)lead["id"]!);
        foreach (var (from, into) in new[] { (user, lead), (user, user), (lead, lead) })
        {
            Assert.That((await client.SendAsync("POST", "/contacts/merge", new JObject { ["from"] = from["id"], ["into"] = into["id"] })).Status,
                Is.EqualTo(HttpStatusCode.BadRequest));
        }

        var merged = await client.OkAsync("POST", "/contacts/merge", new JObject { ["from"] = lead["id"], ["into"] = user["id"] });
        Assert.That((string?)merged["name"], Is.EqualTo("Ada"));
        var read = await client.OkAsync("GET", $"/conversations/{conversation["id"]}");
        Assert.That(read.SelectTokens("contacts.contacts[*].id").Select(id => (string?)id), Is.EqualTo(new[] { (string?)user["id"] }));
        Assert.That((string?)read["source"]!["author"]!["id"], Is.EqualTo((string?)user["id"]));

        var gone = await client.SendAsync("GET", $"/contacts/{lead["id"]}");
        gone.ShouldBeError(IsNew ? HttpStatusCode.Gone : HttpStatusCode.NotFound, IsNew ? "contact_merged" : "not_found");
        Assert.That(gone.Header("Link"), Is.EqualTo(IsNew ? $"</contacts/{user["id"]}>; rel=\"canonical\"" : null));
        var external = await client.SendAsync("GET", "/contacts/find_by_external_id/old");
        Assert.That(external.Status, Is.EqualTo(IsNew ? HttpStatusCode.Gone : HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_user_does_not_become_a_lead_and_an_archived_contact_is_still_a_duplicate()
    {
        using var client = new FakeClient(version);
        var user = client.Fake.AddContact("ada@example.com");
        await client.FailsAsync(HttpStatusCode.BadRequest, "parameter_invalid", "PUT", $"/contacts/{user["id"]}", new JObject { ["role"] = "lead" });
        await client.OkAsync("POST", $"/contacts/{user["id"]}/archive");
        var error = await client.FailsAsync(HttpStatusCode.Conflict, "conflict", "POST", "/contacts", new JObject { ["email"] = "ada@example.com" });
        Assert.That((string?)error["message"], Does.StartWith("An archived contact").And.EndWith($"id={user["id"]}"));
    }

    [Test]
    public async Task Records_hold_only_declared_attributes_of_the_declared_type()
    {
        using var client = new FakeClient(version);
        var contact = new JObject { ["email"] = "ada@example.com", ["custom_attributes"] = new JObject { ["seats"] = "many" } };
        var unknown = await client.FailsAsync(HttpStatusCode.BadRequest, "parameter_invalid", "POST", "/contacts", contact);
        Assert.That((string?)unknown["message"], Is.EqualTo("Custom attribute 'seats' does not exist"));
        await client.DeclareAsync("seats", "integer");
        await client.FailsAsync(HttpStatusCode.BadRequest, "parameter_invalid", "POST", "/contacts", contact);
        Assert.That(client.Fake.Contacts, Is.Empty);
        contact["custom_attributes"]!["seats"] = 3;
        await client.OkAsync("POST", "/contacts", contact);
        await client.FailsAsync(HttpStatusCode.BadRequest, "parameter_invalid", "POST", "/companies",
            new JObject { ["company_id"] = "1", ["custom_attributes"] = new JObject { ["seats"] = 3 } });
    }

    [Test]
    public async Task Companies_without_users_are_not_listed()
    {
        using var client = new FakeClient(version);
        var company = await client.OkAsync("POST", "/companies", new JObject { ["company_id"] = "1", ["name"] = "Engines" });
        Assert.That((int?)(await client.OkAsync("POST", "/companies/list"))["total_count"], Is.Zero);
        Assert.That((await client.OkAsync("GET", "/companies?company_id=1"))["data"]?.Count() ?? 1, Is.EqualTo(1));
        var contact = client.Fake.AddContact();
        await client.OkAsync("POST", $"/contacts/{contact["id"]}/companies", new JObject { ["id"] = company["id"] });
        Assert.That((int?)(await client.OkAsync("POST", "/companies/list"))["total_count"], Is.EqualTo(1));
    }

    [Test]
    public async Task Statistics_waiting_time_and_teammates_follow_the_conversation()
    {
        using var client = new FakeClient(version);
        var contact = (string)client.Fake.AddContact()["id"]!;
        var created = client.Fake.AddConversation(contact, "Help");
        var path = $"/conversations/{created["id"]}";
        var start = (long)created["created_at"]!;
        Assert.That((long?)created["waiting_since"], Is.EqualTo(start));

        client.Fake.Advance(TimeSpan.FromSeconds(100));
        var replied = await client.OkAsync("POST", $"{path}/reply", Admin(new JObject { ["message_type"] = "comment", ["body"] = "Hi" }));
        Assert.That(replied["waiting_since"]!.Type, Is.EqualTo(JTokenType.Null));
        Assert.That((long?)replied["statistics"]!["time_to_admin_reply"], Is.GreaterThanOrEqualTo(100));
        Assert.That(replied.SelectTokens("teammates.*[*].id").Select(id => (string?)id), Does.Contain(FakeClient.AdminId));
        client.Fake.Advance(TimeSpan.FromSeconds(50));
        var again = await client.OkAsync("POST", $"{path}/reply",
            new JObject { ["type"] = "user", ["intercom_user_id"] = contact, ["message_type"] = "comment", ["body"] = "<p>Thanks</p>" });
        Assert.That((long?)again["waiting_since"], Is.GreaterThanOrEqualTo(start + 150));
        Assert.That((string?)again.SelectToken("conversation_parts.conversation_parts[-1:].body"), Is.EqualTo("<p>Thanks</p>"));

        await ManageAsync(new JObject { ["message_type"] = "assignment", ["assignee_id"] = FakeClient.AdminId });
        var closed = await ManageAsync(new JObject { ["message_type"] = "close" });
        Assert.That((string?)closed["statistics"]!["last_closed_by_id"], Is.EqualTo(FakeClient.AdminId));
        Assert.That((int?)closed["statistics"]!["count_assignments"], Is.EqualTo(1));
        var opened = await ManageAsync(new JObject { ["message_type"] = "open" });
        Assert.That((int?)opened["statistics"]!["count_reopens"], Is.EqualTo(1));
        await client.FailsAsync(HttpStatusCode.NotFound, "assignee_not_found", "POST", $"{path}/parts",
            Admin(new JObject { ["message_type"] = "assignment", ["assignee_id"] = "12" }));

        Task<JObject> ManageAsync(JObject body) => client.OkAsync("POST", $"{path}/parts", Admin(body));
    }

    [Test]
    public async Task Unknown_admins_are_rejected()
    {
        using var client = new FakeClient(version);
        var path = $"/conversations/{client.Fake.AddConversation((string)client.Fake.AddContact()["id"]!)["id"]}";
        foreach (var (address, body) in new[]
        {
            ($"{path}/reply", new JObject { ["message_type"] = "comment", ["type"] = "admin", ["admin_id"] = "12", ["body"] = "Hi" }),
            ($"{path}/parts", new JObject { ["message_type"] = "open", ["admin_id"] = "12" }),
        })
        {
            await client.FailsAsync(HttpStatusCode.NotFound, "not_found", "POST", address, body);
        }

        Assert.That((await client.OkAsync("GET", path)).SelectTokens("conversation_parts.conversation_parts[*]"), Is.Empty);
    }

    [Test]
    public async Task Bodies_are_HTML_and_plain_text_on_request()
    {
        using var client = new FakeClient(version);
        var path = $"/conversations/{client.Fake.AddConversation((string)client.Fake.AddContact()["id"]!, "1 & 2")["id"]}";
        Assert.That((string?)(await client.OkAsync("GET", path))["source"]!["body"], Is.EqualTo("<p>1 & 2</p>"));
        Assert.That((string?)(await client.OkAsync("GET", $"{path}?display_as=plaintext"))["source"]!["body"], Is.EqualTo("1 & 2"));
    }

    [Test]
    public async Task Times_of_contacts_are_searched_by_day_or_by_second()
    {
        // 2026-03-02T03:00:00Z is still March 1 in New York.
        var zone = TimeZoneInfo.CreateCustomTimeZone("Test/West", TimeSpan.FromHours(-5), "West", "West");
        using var client = new FakeClient(version, new FakeIntercomOptions { TimeZone = zone });
        var at = new DateTimeOffset(2026, 3, 2, 3, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        client.Fake.AddContact(new JObject { ["created_at"] = at });
        var sameDay = new DateTimeOffset(2026, 3, 1, 18, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        var isByDay = version != "Preview";
        Assert.That(await CountAsync("=", sameDay), Is.EqualTo(isByDay ? 1 : 0));
        Assert.That(await CountAsync(">", sameDay), Is.EqualTo(isByDay ? 0 : 1));
        Assert.That(await CountAsync(">", sameDay - 86400), Is.EqualTo(1));
        Assert.That(await CountAsync("<", at + 3600), Is.EqualTo(isByDay ? 0 : 1));
        foreach (var operation in new[] { ">=", "<=", "!=" })
        {
            var response = await client.SendAsync("POST", "/contacts/search", Query("created_at", operation, at));
            Assert.That(response.Status, Is.EqualTo(isByDay ? HttpStatusCode.BadRequest : HttpStatusCode.OK), operation);
        }

        async Task<int> CountAsync(string operation, long value) =>
            (int)(await client.OkAsync("POST", "/contacts/search", Query("created_at", operation, value)))["total_count"]!;
    }

    [TestCase("contacts", "unicorn")]
    [TestCase("conversations", "unicorn")]
    [TestCase("tickets", "unicorn")]
    [TestCase("contacts", "custom_attributes.")]
    public async Task Unknown_search_fields_are_rejected(string type, string field)
    {
        using var client = new FakeClient(version);
        var error = await client.FailsAsync(HttpStatusCode.BadRequest, "invalid_field", "POST", $"/{type}/search", Query(field, "=", "x"));
        Assert.That((string?)error["message"], Is.EqualTo($"{field} is not a valid search field"));
        var sorted = Query(type == "contacts" ? "name" : "created_at", "=", "1");
        sorted["sort"] = new JObject { ["field"] = field, ["order"] = "ascending" };
        Assert.That((await client.SendAsync("POST", $"/{type}/search", sorted)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Wrong_operators_are_rejected_and_times_of_conversations_include_the_value()
    {
        using var client = new FakeClient(version);
        var tag = Query("tag_id", "IN", new JArray("1"));
        await client.FailsAsync(HttpStatusCode.BadRequest, "parameter_invalid", "POST", "/contacts/search", tag);
        var conversation = client.Fake.AddConversation((string)client.Fake.AddContact()["id"]!);
        foreach (var operation in new[] { ">", "<", "=" })
        {
            var found = await client.OkAsync("POST", "/conversations/search", Query("created_at", operation, conversation["created_at"]!));
            Assert.That((int?)found["total_count"], Is.EqualTo(1), operation);
        }
    }

    [Test]
    public async Task Subscriptions_raise_their_topics()
    {
        using var client = new FakeClient(version);
        var contact = client.Fake.AddContact();
        var type = client.Fake.Add("subscription");
        var endpoint = new Endpoint(client.Fake);
        var path = $"/contacts/{contact["id"]}";
        await client.OkAsync("POST", $"{path}/subscriptions", new JObject { ["id"] = type["id"], ["consent_type"] = "opt_in" });
        Assert.That((await client.OkAsync("GET", $"{path}/subscriptions"))["data"]!.Single()["id"], Is.EqualTo(type["id"]).Using<JToken>(JToken.DeepEquals));
        await client.OkAsync("DELETE", $"{path}/subscriptions/{type["id"]}");
        await client.OkAsync("PUT", path, new JObject { ["unsubscribed_from_emails"] = true });
        await client.OkAsync("PUT", path, new JObject { ["unsubscribed_from_emails"] = false });
        await client.Fake.Webhooks.DeliverAsync();
        Assert.That(endpoint.Topics.Where(topic => topic != "contact.user.updated"), Is.EqualTo(new[]
        {
            "granular.subscribe", "granular.unsubscribe", "contact.unsubscribed", "contact.subscribed",
        }));
        Assert.That((string?)endpoint.Received[0].Item["type"], Is.EqualTo("granular_subscribe"));
        Assert.That((string?)endpoint.Received[0].Item["contact"]!["id"], Is.EqualTo((string?)contact["id"]));
    }

    [Test]
    public async Task Tickets_raise_the_topics_of_assignment_and_closing()
    {
        using var client = new FakeClient(version);
        var contact = client.Fake.AddContact();
        var team = client.Fake.Add("team");
        var ticket = await client.OkAsync("POST", "/tickets", new JObject
        {
            ["ticket_type_id"] = client.Fake.Add("ticket_type")["id"],
            ["contacts"] = new JArray(new JObject { ["id"] = contact["id"] }),
        });
        var endpoint = new Endpoint(client.Fake);
        var isNested = version is "2.11" or "2.12" or "2.13";
        foreach (var assignee in new[] { FakeClient.AdminId, (string)team["id"]! })
        {
            await client.OkAsync("PUT", $"/tickets/{ticket["id"]}",
                isNested ? new JObject { ["assignment"] = new JObject { ["assignee_id"] = assignee } } : new JObject { ["assignee_id"] = assignee });
        }

        await client.OkAsync("PUT", $"/tickets/{ticket["id"]}", new JObject { ["open"] = false });
        await client.Fake.Webhooks.DeliverAsync();
        Assert.That(endpoint.Topics, Is.EqualTo(new[] { "ticket.admin.assigned", "ticket.team.assigned", "ticket.closed" }));
        var item = endpoint.Received[^1].Item;
        Assert.That((string?)(version is "2.15" or "2.16" or "Preview" ? item["ticket"]!["id"] : item["id"]), Is.EqualTo((string?)ticket["id"]));
    }

    private static JObject Admin(JObject body)
    {
        body["type"] ??= "admin";
        body["admin_id"] = FakeClient.AdminId;
        return body;
    }

    private static JObject Query(string field, string operation, JToken value) =>
        new() { ["query"] = new JObject { ["field"] = field, ["operator"] = operation, ["value"] = value } };
}
