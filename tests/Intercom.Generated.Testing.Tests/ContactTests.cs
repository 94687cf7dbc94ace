using System.Net;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

public class ContactTests
{
    [Test]
    public async Task A_contact_is_created_read_updated_and_deleted(
        [ValueSource(typeof(FakeClient), nameof(FakeClient.Versions))] string version)
    {
        using var client = new FakeClient(version);
        foreach (var (name, type) in new[] { ("plan", "string"), ("seats", "integer"), ("trial", "boolean") })
            await client.DeclareAsync(name, type);
        var created = await client.OkAsync("POST", "/contacts", new JObject
        {
            ["email"] = "ada@example.com",
            ["name"] = "Ada",
            ["phone"] = "+353871234567",
            ["avatar"] = "https://example.test/ada.png",
            ["custom_attributes"] = new JObject { ["plan"] = "gold", ["seats"] = 3 },
        });
        var id = (string)created["id"]!;
        Assert.Multiple(() =>
        {
            Assert.That(id, Does.Match("^[0-9a-f]{24}$"));
            Assert.That((string?)created["role"], Is.EqualTo("user"));
            Assert.That((long?)created["created_at"], Is.EqualTo(1767225603));
        });

        var updated = await client.OkAsync("PUT", $"/contacts/{id}",
            new JObject { ["phone"] = null, ["custom_attributes"] = new JObject { ["seats"] = 4, ["trial"] = true } });
        Assert.Multiple(() =>
        {
            Assert.That(updated["phone"]!.Type, Is.EqualTo(JTokenType.Null));
            Assert.That((string?)updated["name"], Is.EqualTo("Ada"));
            Assert.That((string?)updated["custom_attributes"]!["plan"], Is.EqualTo("gold"));
            Assert.That((int?)updated["custom_attributes"]!["seats"], Is.EqualTo(4));
            Assert.That((bool?)updated["custom_attributes"]!["trial"], Is.True);
            Assert.That((long)updated["updated_at"]!, Is.GreaterThan((long)created["updated_at"]!));
        });
        Assert.That(await client.OkAsync("GET", $"/contacts/{id}"), Is.EqualTo(updated).Using<JObject>(JToken.DeepEquals));
        Assert.That(client.Fake.Contacts.Single(), Is.EqualTo(updated).Using<JObject>(JToken.DeepEquals));

        var deleted = await client.OkAsync("DELETE", $"/contacts/{id}");
        Assert.That((string?)deleted["id"], Is.EqualTo(id));
        Assert.That((bool?)deleted["deleted"], Is.True);
        var error = await client.FailsAsync(HttpStatusCode.NotFound, "not_found", "GET", $"/contacts/{id}");
        Assert.That((string?)error["message"], Is.EqualTo("Contact Not Found"));
        Assert.That(client.Fake.Contacts, Is.Empty);
    }

    [Test]
    public async Task A_second_user_with_the_same_email_is_a_conflict_that_names_the_first()
    {
        using var client = new FakeClient();
        var first = client.Fake.AddContact("ada@example.com");
        var error = await client.FailsAsync(HttpStatusCode.Conflict, "conflict", "POST", "/contacts",
            new JObject { ["email"] = "ADA@example.com", ["role"] = "user" });
        Assert.That((string?)error["message"], Is.EqualTo($"A contact matching those details already exists with id={first["id"]}"));

        await client.OkAsync("POST", "/contacts", new JObject { ["email"] = "ada@example.com", ["role"] = "lead" });
    }

    [Test]
    public async Task External_IDs_are_unique()
    {
        using var client = new FakeClient();
        client.Fake.AddContacts(2);
        await client.FailsAsync(HttpStatusCode.Conflict, "conflict", "POST", "/contacts", new JObject { ["external_id"] = "user-000001" });
        var second = client.Fake.Contacts[1];
        await client.FailsAsync(HttpStatusCode.Conflict, "conflict", "PUT", $"/contacts/{second["id"]}",
            new JObject { ["external_id"] = "user-000001" });
        Assert.That(client.Fake.Contacts[1], Is.EqualTo(second).Using<JObject>(JToken.DeepEquals));
    }

    [Test]
    public async Task A_contact_is_found_by_external_ID()
    {
        using var client = new FakeClient();
        client.Fake.AddContacts(3);
        var found = await client.OkAsync("GET", "/contacts/find_by_external_id/user-000002");
        Assert.That((string?)found["id"], Is.EqualTo((string?)client.Fake.Contacts[1]["id"]));
        await client.FailsAsync(HttpStatusCode.NotFound, "not_found", "GET", "/contacts/find_by_external_id/nobody");
    }

    [Test]
    public async Task Lists_omit_archived_and_blocked_contacts()
    {
        using var client = new FakeClient();
        var ids = client.Fake.AddContacts(3).Select(contact => (string)contact["id"]!).ToList();
        var archived = await client.OkAsync("POST", $"/contacts/{ids[0]}/archive");
        Assert.That((bool?)archived["archived"], Is.True);
        Assert.That((string?)archived["external_id"], Is.EqualTo("user-000001"));
        await client.OkAsync("POST", $"/contacts/{ids[1]}/block");
        Assert.That(await ListedAsync(), Is.EqualTo(new[] { ids[2] }));

        var unarchived = await client.OkAsync("POST", $"/contacts/{ids[0]}/unarchive");
        Assert.That((bool?)unarchived["archived"], Is.False);
        Assert.That(await ListedAsync(), Is.EqualTo(new[] { ids[0], ids[2] }));

        async Task<IEnumerable<string?>> ListedAsync() =>
            (await client.OkAsync("GET", "/contacts"))["data"]!.Select(contact => (string?)contact["id"]);
    }

    [Test]
    public async Task Merging_moves_tags_and_companies_and_deletes_the_source()
    {
        using var client = new FakeClient();
        JObject[] contacts = [client.Fake.AddContact(new JObject { ["role"] = "lead" }), client.Fake.AddContact("ada@example.com")];
        var tag = client.Fake.AddTag("VIP");
        var company = client.Fake.AddCompany("Engines");
        await client.OkAsync("POST", $"/contacts/{contacts[0]["id"]}/tags", new JObject { ["id"] = tag["id"] });
        await client.OkAsync("POST", $"/contacts/{contacts[0]["id"]}/companies", new JObject { ["id"] = company["id"] });
        var merged = await client.OkAsync("POST", "/contacts/merge",
            new JObject { ["from"] = contacts[0]["id"], ["into"] = contacts[1]["id"] });
        Assert.Multiple(() =>
        {
            Assert.That((string?)merged["id"], Is.EqualTo((string?)contacts[1]["id"]));
            Assert.That((string?)merged["tags"]!["data"]![0]!["id"], Is.EqualTo((string?)tag["id"]));
            Assert.That((string?)merged["companies"]!["data"]![0]!["id"], Is.EqualTo((string?)company["id"]));
            Assert.That(client.Fake.Contacts, Has.Count.EqualTo(1));
            Assert.That((int?)client.Fake.Companies[0]["user_count"], Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Nested_lists_have_at_most_10_items()
    {
        using var client = new FakeClient();
        var contact = client.Fake.AddContacts(1)[0];
        for (var i = 0; i < 12; i++)
            client.Fake.AddNote((string)contact["id"]!, $"Note {i}");
        var read = await client.OkAsync("GET", $"/contacts/{contact["id"]}");
        Assert.Multiple(() =>
        {
            Assert.That(read["notes"]!["data"]!.Count(), Is.EqualTo(10));
            Assert.That((int?)read["notes"]!["total_count"], Is.EqualTo(12));
            Assert.That((bool?)read["notes"]!["has_more"], Is.True);
        });
        var notes = await client.OkAsync("GET", $"/contacts/{contact["id"]}/notes");
        Assert.That(notes["data"]!.Count(), Is.EqualTo(12));
    }

    [Test]
    public async Task Tags_and_companies_are_attached_and_detached()
    {
        using var client = new FakeClient();
        var contact = $"/contacts/{client.Fake.AddContacts(1)[0]["id"]}";
        var tag = client.Fake.AddTag("VIP");
        var company = client.Fake.AddCompany("Engines");

        await client.OkAsync("POST", $"{contact}/tags", new JObject { ["id"] = tag["id"] });
        await client.OkAsync("POST", $"{contact}/companies", new JObject { ["id"] = company["id"] });
        Assert.That((string?)(await client.OkAsync("GET", $"{contact}/tags"))["data"]![0]!["name"], Is.EqualTo("VIP"));
        Assert.That((await client.OkAsync("GET", $"{contact}/companies")).SelectToken("$.*[0].name")?.ToString(), Is.EqualTo("Engines"));
        Assert.That((await client.OkAsync("GET", $"/companies/{company["id"]}/contacts"))["data"]!.Count(), Is.EqualTo(1));

        await client.OkAsync("DELETE", $"{contact}/tags/{tag["id"]}");
        await client.OkAsync("DELETE", $"{contact}/companies/{company["id"]}");
        Assert.That((await client.OkAsync("GET", $"{contact}/tags"))["data"], Is.Empty);
        Assert.That((int?)client.Fake.Companies[0]["user_count"], Is.Zero);
        await client.FailsAsync(HttpStatusCode.NotFound, "not_found", "DELETE", $"{contact}/tags/{tag["id"]}");
        await client.FailsAsync(HttpStatusCode.NotFound, "not_found", "POST", $"{contact}/tags", new JObject { ["id"] = "0" });
        await client.FailsAsync(HttpStatusCode.NotFound, "company_not_found", "POST", $"{contact}/companies", new JObject { ["id"] = "0" });
    }

    [Test]
    public async Task Sub_resources_of_an_unknown_contact_are_not_found()
    {
        using var client = new FakeClient();
        await client.FailsAsync(HttpStatusCode.NotFound, "not_found", "GET", "/contacts/1/segments");
    }

    [Test]
    public async Task An_added_contact_can_deviate_from_the_description()
    {
        using var client = new FakeClient();
        var contact = client.Fake.AddContact(new JObject
        {
            ["email"] = null,
            ["avatar"] = "https://example.test/a.png",
            ["utm_source"] = "ad",
        });
        var read = await client.OkAsync("GET", $"/contacts/{contact["id"]}");
        Assert.Multiple(() =>
        {
            Assert.That(read["email"]!.Type, Is.EqualTo(JTokenType.Null));
            Assert.That((string?)read["avatar"], Is.EqualTo("https://example.test/a.png"));
            Assert.That((string?)read["utm_source"], Is.EqualTo("ad"));
        });
    }

    [Test]
    public void Changing_a_returned_contact_does_not_change_the_fake()
    {
        using var fake = new FakeIntercom("2.14");
        var added = fake.AddContact("ada@example.com");
        added["email"] = "changed";
        fake.Contacts[0]["email"] = "changed";
        Assert.That((string?)fake.Contacts[0]["email"], Is.EqualTo("ada@example.com"));
    }
}
