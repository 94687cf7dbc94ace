using System.Net;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

[TestFixtureSource(typeof(FakeClient), nameof(FakeClient.Versions))]
public sealed class TicketTests(string version)
{
    [Test]
    public async Task Ticket_is_created_updated_searched_and_replied_to()
    {
        using var client = new FakeClient(version);
        var contact = (string)client.Fake.AddContact("ada@example.com")["id"]!;
        var type = await client.OkAsync("POST", "/ticket_types", new JObject { ["name"] = "Bug", ["category"] = "Customer" });
        await client.OkAsync("POST", $"/ticket_types/{type["id"]}/attributes",
            new JObject { ["name"] = "Priority", ["description"] = "How urgent it is", ["data_type"] = "string" });
        var endpoint = new Endpoint(client.Fake);
        var ticket = await client.OkAsync("POST", "/tickets", new JObject
        {
            ["ticket_type_id"] = type["id"],
            ["contacts"] = new JArray(new JObject { ["email"] = "ada@example.com" }),
            ["ticket_attributes"] = new JObject { ["_default_title_"] = "Printer", ["Priority"] = "High" },
        });
        var path = $"/tickets/{ticket["id"]}";
        Assert.That((string?)ticket.SelectToken("contacts.contacts[0].id"), Is.EqualTo(contact));
        Assert.That((string?)ticket["ticket_type"]!["name"], Is.EqualTo("Bug"));
        Assert.That(StateOf(ticket), Is.EqualTo("submitted"));

        var usesIds = Description.Operations(version).Contains("GET /ticket_states");
        var updated = await client.OkAsync("PUT", path, new JObject
        {
            [usesIds ? "ticket_state_id" : "state"] = usesIds ? "4" : "resolved",
            ["ticket_attributes"] = new JObject { ["Priority"] = "Low" },
        });
        Assert.That(StateOf(updated), Is.EqualTo("resolved"));
        Assert.That((bool?)updated["open"], Is.False);
        Assert.That(((string?)updated["ticket_attributes"]!["_default_title_"], (string?)updated["ticket_attributes"]!["Priority"]), Is.EqualTo(("Printer", "Low")));

        foreach (var (author, message) in new[] { ("admin", "comment"), ("admin", "note"), ("user", "comment") })
        {
            await client.OkAsync("POST", $"{path}/reply", new JObject
            {
                ["type"] = author,
                [author == "admin" ? "admin_id" : "intercom_user_id"] = author == "admin" ? FakeClient.AdminId : contact,
                ["message_type"] = message,
                ["body"] = "Hello",
            });
        }

        var read = await client.OkAsync("GET", path);
        Assert.That(read.SelectTokens("ticket_parts.ticket_parts[*].part_type").Select(part => (string?)part), Is.EqualTo(new[] { "comment", "note", "comment" }));
        var query = new JObject { ["query"] = new JObject { ["field"] = "id", ["operator"] = "=", ["value"] = ticket["id"] } };
        Assert.That((int?)(await client.OkAsync("POST", "/tickets/search", query))["total_count"], Is.EqualTo(1));

        await client.Fake.Webhooks.DeliverAsync();
        var resolved = version is "2.11" or "2.12" or "2.13" or "2.14" ? "ticket.closed" : "ticket.resolved";
        Assert.That(endpoint.Topics, Is.EqualTo(new[]
        {
            "ticket.created", "ticket.state.updated", resolved, "ticket.attribute.updated", "ticket.admin.replied", "ticket.note.created", "ticket.contact.replied",
        }));
        Assert.That((string?)endpoint.Received[^1].Item["type"], Is.EqualTo("ticket_ticket_part"));
    }

    [Test]
    public async Task Documented_errors()
    {
        using var client = new FakeClient(version);
        await client.FailsAsync(HttpStatusCode.NotFound, "ticket_not_found", "GET", "/tickets/99");
        await client.FailsAsync(HttpStatusCode.NotFound, "ticket_not_found", "PUT", "/tickets/99", new JObject { ["open"] = true });
        var reply = new JObject { ["type"] = "admin", ["admin_id"] = FakeClient.AdminId, ["message_type"] = "comment", ["body"] = "Hi" };
        await client.FailsAsync(HttpStatusCode.NotFound, "not_found", "POST", "/tickets/99/reply", reply);

        var unknown = new JObject { ["ticket_type_id"] = "1", ["contacts"] = new JArray(new JObject { ["id"] = "99" }) };
        await client.FailsAsync(HttpStatusCode.NotFound, "not_found", "POST", "/tickets", unknown);

        var contact = client.Fake.AddContact("ada@example.com")["id"];
        var type = client.Fake.Add("ticket_type", new JObject { ["category"] = "Back-office" })["id"];
        var ticket = await client.OkAsync("POST", "/tickets", new JObject { ["ticket_type_id"] = type, ["contacts"] = new JArray(new JObject { ["id"] = contact }) });
        var byUser = new JObject { ["type"] = "user", ["intercom_user_id"] = contact, ["message_type"] = "comment", ["body"] = "Hi" };
        await client.FailsAsync(HttpStatusCode.BadRequest, "parameter_mismatch", "POST", $"/tickets/{ticket["id"]}/reply", byUser);
        await client.FailsAsync(HttpStatusCode.NotFound, "tag_not_found", "POST", $"/tickets/{ticket["id"]}/tags", new JObject { ["id"] = "99", ["admin_id"] = FakeClient.AdminId });
        if (Description.Operations(version).Contains("GET /ticket_states"))
            await client.FailsAsync(HttpStatusCode.BadRequest, "ticket_state_id_invalid", "PUT", $"/tickets/{ticket["id"]}", new JObject { ["ticket_state_id"] = "99" });
    }

    private static string? StateOf(JObject ticket) => (string?)(ticket["ticket_state"] is JObject state ? state["category"] : ticket["ticket_state"]);
}
