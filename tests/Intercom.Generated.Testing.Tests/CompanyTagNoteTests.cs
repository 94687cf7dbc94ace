using System.Net;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

public class CompanyTagNoteTests
{
    [Test]
    public async Task Companies_are_created_or_updated_by_company_ID()
    {
        using var client = new FakeClient();
        var created = await client.OkAsync("POST", "/companies",
            new JObject { ["company_id"] = "6", ["name"] = "Engines", ["plan"] = "gold" });
        var updated = await client.OkAsync("POST", "/companies", new JObject { ["company_id"] = "6", ["size"] = 85 });
        Assert.Multiple(() =>
        {
            Assert.That((string?)updated["id"], Is.EqualTo((string?)created["id"]));
            Assert.That((string?)updated["name"], Is.EqualTo("Engines"));
            Assert.That((string?)updated["plan"]!["name"], Is.EqualTo("gold"));
            Assert.That((int?)updated["size"], Is.EqualTo(85));
            Assert.That(client.Fake.Companies, Has.Count.EqualTo(1));
        });
        var put = await client.OkAsync("PUT", $"/companies/{created["id"]}", new JObject { ["name"] = "Difference Engines" });
        Assert.That((string?)put["name"], Is.EqualTo("Difference Engines"));
        var deleted = await client.OkAsync("DELETE", $"/companies/{created["id"]}");
        Assert.That((bool?)deleted["deleted"], Is.True);
        await client.FailsAsync(HttpStatusCode.NotFound, "company_not_found", "GET", $"/companies/{created["id"]}");
    }

    [Test]
    public async Task An_update_reads_its_body_even_if_none_is_declared()
    {
        using var client = new FakeClient("2.11");
        var company = client.Fake.AddCompany("Engines");
        var put = await client.OkAsync("PUT", $"/companies/{company["id"]}", new JObject { ["name"] = "Difference Engines" });
        Assert.That((string?)put["name"], Is.EqualTo("Difference Engines"));
    }

    [Test]
    public async Task Companies_are_filtered_by_name_and_company_ID()
    {
        using var client = new FakeClient();
        client.Fake.AddCompanies(5);
        var one = client.Fake.Companies[3];
        var byId = await client.OkAsync("GET", "/companies?company_id=company-000004");
        var byName = await client.OkAsync("GET", $"/companies?name={Uri.EscapeDataString((string)one["name"]!)}");
        Assert.Multiple(() =>
        {
            Assert.That((string?)byId["data"]!.Single()["id"], Is.EqualTo((string?)one["id"]));
            Assert.That((string?)byName["data"]!.Single()["id"], Is.EqualTo((string?)one["id"]));
        });
        await client.FailsAsync(HttpStatusCode.NotFound, "company_not_found", "GET", "/companies?company_id=none");
    }

    [Test]
    public async Task A_tag_is_created_once_renamed_and_removed_everywhere_when_deleted()
    {
        using var client = new FakeClient();
        var contact = client.Fake.AddContacts(1)[0];
        var company = client.Fake.AddCompany("Engines");
        var created = await client.OkAsync("POST", "/tags", new JObject { ["name"] = "VIP" });
        var again = await client.OkAsync("POST", "/tags", new JObject { ["name"] = "vip" });
        Assert.That((string?)again["id"], Is.EqualTo((string?)created["id"]));
        await client.OkAsync("POST", "/tags",
            new JObject { ["name"] = "VIP", ["users"] = new JArray(new JObject { ["id"] = contact["id"] }) });
        await client.OkAsync("POST", "/tags",
            new JObject { ["name"] = "VIP", ["companies"] = new JArray(new JObject { ["id"] = company["id"] }) });
        var renamed = await client.OkAsync("POST", "/tags", new JObject { ["name"] = "Gold", ["id"] = created["id"] });
        Assert.Multiple(() =>
        {
            Assert.That((string?)renamed["name"], Is.EqualTo("Gold"));
            Assert.That((int?)client.Fake.Contacts[0]["tags"]!["total_count"], Is.EqualTo(1));
            Assert.That((string?)client.Fake.Companies[0]["tags"]!["tags"]![0]!["name"], Is.EqualTo("Gold"));
        });

        var untagged = await client.OkAsync("POST", "/tags",
            new JObject { ["name"] = "Gold", ["companies"] = new JArray(new JObject { ["id"] = company["id"], ["untag"] = true }) });
        Assert.That((string?)untagged["id"], Is.EqualTo((string?)created["id"]));
        Assert.That(client.Fake.Companies[0]["tags"]!["tags"], Is.Empty);

        Assert.That((string?)(await client.OkAsync("GET", $"/tags/{created["id"]}"))["name"], Is.EqualTo("Gold"));
        var deleted = await client.SendAsync("DELETE", $"/tags/{created["id"]}");
        Assert.That(deleted.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(deleted.Body, Is.Empty);
        Assert.That((int?)client.Fake.Contacts[0]["tags"]!["total_count"], Is.Zero);
        await client.FailsAsync(HttpStatusCode.NotFound, "not_found", "GET", $"/tags/{created["id"]}");
    }

    [Test]
    public async Task Preview_returns_the_tagged_contacts()
    {
        using var client = new FakeClient("Preview");
        var contact = client.Fake.AddContacts(1)[0];
        var tag = await client.OkAsync("POST", "/tags",
            new JObject { ["name"] = "VIP", ["users"] = new JArray(new JObject { ["id"] = contact["id"] }) });
        Assert.That((bool?)tag["users"]![0]!["tagged"], Is.True);
    }

    [Test]
    public async Task Notes_are_created_listed_and_read()
    {
        using var client = new FakeClient();
        var contact = client.Fake.AddContacts(1)[0];
        var note = await client.OkAsync("POST", $"/contacts/{contact["id"]}/notes",
            new JObject { ["body"] = "Calls on Mondays", ["admin_id"] = FakeClient.AdminId });
        Assert.Multiple(() =>
        {
            Assert.That((string?)note["body"], Is.EqualTo("<p>Calls on Mondays</p>"));
            Assert.That((string?)note["author"]!["id"], Is.EqualTo(FakeClient.AdminId));
            Assert.That((string?)note["contact"]!["id"], Is.EqualTo((string?)contact["id"]));
        });
        Assert.That(await client.OkAsync("GET", $"/notes/{note["id"]}"), Is.EqualTo(note).Using<JObject>(JToken.DeepEquals));
        Assert.That((await client.OkAsync("GET", $"/contacts/{contact["id"]}/notes"))["data"]!.Count(), Is.EqualTo(1));
        Assert.That(client.Fake.Notes, Has.Count.EqualTo(1));
        await client.FailsAsync(HttpStatusCode.NotFound, "not_found", "GET", "/notes/1");
    }

    [TestCaseSource(typeof(FakeClient), nameof(FakeClient.With), new object[] { "POST /companies/{}/notes" })]
    public async Task Notes_are_added_to_companies(string version)
    {
        using var client = new FakeClient(version);
        var company = client.Fake.AddCompany("Engines");
        await client.OkAsync("POST", $"/companies/{company["id"]}/notes", new JObject { ["body"] = "Big" });
        var notes = await client.OkAsync("GET", $"/companies/{company["id"]}/notes");
        Assert.That((string?)notes["data"]!.Single()["body"], Is.EqualTo("<p>Big</p>"));
    }
}
