using System.Net;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

public class SearchTests
{
    [TestCase("email", "=", "\"ada@example.com\"", "Ada")]
    [TestCase("email", "=", "\"ADA@EXAMPLE.COM\"", "Ada")]
    [TestCase("email", "!=", "\"ada@example.com\"", "Grace,Alan")]
    [TestCase("name", "IN", "[\"Ada\",\"Alan\"]", "Ada,Alan")]
    [TestCase("name", "NIN", "[\"Ada\",\"Alan\"]", "Grace")]
    [TestCase("custom_attributes.seats", ">", "3", "Grace")]
    [TestCase("custom_attributes.seats", "<", "\"4\"", "Ada")]
    [TestCase("custom_attributes.seats", "=", "null", "Alan")]
    [TestCase("custom_attributes.seats", "!=", "null", "Ada,Grace")]
    [TestCase("email", "~", "\"example\"", "Ada,Grace")]
    [TestCase("email", "!~", "\"example\"", "Alan")]
    [TestCase("name", "^", "\"A\"", "Ada,Alan")]
    [TestCase("email", "$", "\".org\"", "Alan")]
    [TestCase("unsubscribed_from_emails", "=", "true", "Alan")]
    [TestCase("location.country", "=", "\"Ireland\"", "Grace")]
    public async Task A_filter_finds_matching_contacts(string field, string operation, string value, string expected)
    {
        using var client = CreateClient();
        Assert.That(await SearchAsync(client, Filter(field, operation, JToken.Parse(value))), Is.EqualTo(expected));
    }

    [Test]
    public async Task Groups_nest_two_levels_deep()
    {
        using var client = CreateClient();
        var query = Group("AND",
            Group("OR", Filter("name", "=", "Ada"), Filter("name", "=", "Grace")),
            Group("OR", Filter("custom_attributes.seats", ">", 3)));
        Assert.That(await SearchAsync(client, query), Is.EqualTo("Grace"));
    }

    [Test]
    public async Task Groups_can_mix_filters_and_groups()
    {
        using var client = CreateClient();
        var query = Group("AND", Filter("name", "!=", "Alan"), Group("OR", Filter("name", "^", "A"), Filter("name", "^", "B")));
        Assert.That(await SearchAsync(client, query), Is.EqualTo("Ada"));
    }

    [Test]
    public async Task Contacts_are_searched_by_tag_ID()
    {
        using var client = CreateClient();
        var tag = client.Fake.AddTag("VIP");
        await client.OkAsync("POST", $"/contacts/{client.Fake.Contacts[1]["id"]}/tags", new JObject { ["id"] = tag["id"] });
        Assert.That(await SearchAsync(client, Filter("tag_id", "=", (string)tag["id"]!)), Is.EqualTo("Grace"));
    }

    [Test]
    public async Task Conversations_are_searched_by_contact_and_source()
    {
        using var client = CreateClient();
        var id = (string)client.Fake.Contacts[0]["id"]!;
        client.Fake.AddConversation(id, "The engine is broken");
        client.Fake.AddConversation((string)client.Fake.Contacts[1]["id"]!, "All is well");
        var query = Group("AND", Filter("contact_ids", "=", id), Filter("source.body", "~", "engine"));
        var found = await client.OkAsync("POST", "/conversations/search", new JObject { ["query"] = query });
        Assert.That(found["conversations"]!.Count(), Is.EqualTo(1));
    }

    [TestCase("ascending", "Ada,Alan,Grace")]
    [TestCase("descending", "Grace,Alan,Ada")]
    public async Task Results_are_sorted(string order, string expected)
    {
        using var client = CreateClient("Preview");
        var found = await client.OkAsync("POST", "/contacts/search", new JObject
        {
            ["query"] = Filter("created_at", ">", 0),
            ["sort"] = new JObject { ["field"] = "name", ["order"] = order },
        });
        Assert.That(string.Join(",", found["data"]!.Select(contact => (string?)contact["name"])), Is.EqualTo(expected));
    }

    [Test]
    public async Task Three_levels_are_rejected()
    {
        using var client = CreateClient();
        var query = Group("AND", Group("OR", Group("AND", Filter("name", "=", "Ada"))));
        await AssertRejectedAsync(client, query);
    }

    [Test]
    public async Task Sixteen_filters_are_rejected()
    {
        using var client = CreateClient();
        JObject[] filters = [.. Enumerable.Repeat(Filter("name", "=", "Ada"), 15)];
        Assert.That(await SearchAsync(client, Group("OR", filters)), Is.EqualTo("Ada"));
        await AssertRejectedAsync(client, Group("OR", [.. filters, Filter("name", "=", "Ada")]));
    }

    [TestCase("{\"field\":\"name\",\"operator\":\"LIKE\",\"value\":\"a\"}")]
    [TestCase("{\"field\":\"name\",\"operator\":\"=\"}")]
    [TestCase("{\"operator\":\"=\",\"value\":\"a\"}")]
    [TestCase("{\"field\":\"name\",\"operator\":\"IN\",\"value\":\"a\"}")]
    [TestCase("{\"field\":\"name\",\"operator\":\"=\",\"value\":[\"a\"]}")]
    [TestCase("{\"operator\":\"AND\",\"value\":[]}")]
    [TestCase("{}")]
    public async Task Invalid_queries_are_rejected(string query)
    {
        using var client = CreateClient();
        await AssertRejectedAsync(client, JObject.Parse(query));
    }

    [Test]
    public async Task A_search_requires_a_query()
    {
        using var client = CreateClient();
        await client.FailsAsync(HttpStatusCode.BadRequest, "parameter_invalid", "POST", "/contacts/search", new JObject());
    }

    private static FakeClient CreateClient(string version = "2.14")
    {
        var client = new FakeClient(version);
        client.Fake.AddContact(new JObject
        {
            ["name"] = "Ada",
            ["email"] = "ada@example.com",
            ["custom_attributes"] = new JObject { ["seats"] = 3 },
        });
        client.Fake.AddContact(new JObject
        {
            ["name"] = "Grace",
            ["email"] = "grace@example.com",
            ["custom_attributes"] = new JObject { ["seats"] = 10 },
            ["location"] = new JObject { ["type"] = "location", ["country"] = "Ireland" },
        });
        client.Fake.AddContact(new JObject { ["name"] = "Alan", ["email"] = "alan@turing.org", ["unsubscribed_from_emails"] = true });
        return client;
    }

    private static async Task<string> SearchAsync(FakeClient client, JObject query)
    {
        var found = await client.OkAsync("POST", "/contacts/search", new JObject { ["query"] = query });
        return string.Join(",", found["data"]!.Select(contact => (string?)contact["name"]));
    }

    private static Task<JObject> AssertRejectedAsync(FakeClient client, JObject query) =>
        client.FailsAsync(HttpStatusCode.BadRequest, "parameter_invalid", "POST", "/contacts/search", new JObject { ["query"] = query });

    private static JObject Filter(string field, string operation, JToken value) =>
        new() { ["field"] = field, ["operator"] = operation, ["value"] = value };

    private static JObject Group(string operation, params JObject[] members) =>
        new() { ["operator"] = operation, ["value"] = new JArray(members.Cast<object>().ToArray()) };
}
