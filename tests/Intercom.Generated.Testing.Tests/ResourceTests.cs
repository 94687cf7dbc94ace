using System.Net;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

/// <summary>The types of resources whose operations follow the same pattern.</summary>
public sealed class ResourceTests
{
    private static readonly (string Type, string Path, string Code)[] Types =
    [
        ("admin", "/admins", "admin_not_found"),
        ("team", "/teams", "team_not_found"),
        ("article", "/articles", "not_found"),
        ("internal_article", "/internal_articles", "not_found"),
        ("collection", "/help_center/collections", "not_found"),
        ("help_center", "/help_center/help_centers", "not_found"),
        ("news-item", "/news/news_items", "not_found"),
        ("newsfeed", "/news/newsfeeds", "not_found"),
        ("segment", "/segments", "not_found"),
        ("subscription", "/subscription_types", "not_found"),
        ("content_import_source", "/ai/content_import_sources", "not_found"),
        ("external_page", "/ai/external_pages", "not_found"),
        ("ticket_type", "/ticket_types", "not_found"),
        ("data_attribute", "/data_attributes", "field_not_found"),
        ("brand", "/brands", "not_found"),
        ("email_setting", "/emails", "not_found"),
        ("macro", "/macros", "not_found"),
    ];

    private static IEnumerable<TestCaseData> Cases() =>
        from version in FakeClient.Versions
        let operations = Description.Operations(version)
        from type in Types
        where operations.Any(operation => operation.Split(' ')[1].StartsWith(type.Path, StringComparison.Ordinal))
        select new TestCaseData(version, type.Type, type.Path, type.Code).SetArgDisplayNames(version, type.Type);

    [TestCaseSource(nameof(Cases))]
    public async Task Seeded_resources_are_listed_found_and_deleted(string version, string type, string path, string code)
    {
        using var client = new FakeClient(version);
        var operations = Description.Operations(version);
        var before = client.Fake.GetAll(type).Count;
        var added = new[] { client.Fake.Add(type), client.Fake.Add(type) };
        Assert.That(client.Fake.GetAll(type), Has.Count.EqualTo(before + 2));
        var id = (string)added[1]["id"]!;

        if (operations.Contains($"GET {path}"))
        {
            var ids = (await client.OkAsync("GET", path)).Descendants().OfType<JProperty>().Where(member => member.Name == "id").Select(member => (string?)member.Value);
            Assert.That(ids, Does.Contain(id).And.Contain((string?)added[0]["id"]));
        }

        if (operations.Contains($"GET {path}/{{}}"))
        {
            Assert.That(await client.OkAsync("GET", $"{path}/{id}"), Is.EqualTo(added[1]).Using<JObject>((left, right) => JToken.DeepEquals(left, right)));
            await client.FailsAsync(HttpStatusCode.NotFound, code, "GET", $"{path}/99");
        }

        if (operations.Contains($"DELETE {path}/{{}}"))
        {
            Assert.That((int)(await client.SendAsync("DELETE", $"{path}/{id}")).Status, Is.InRange(200, 204));
            await client.FailsAsync(HttpStatusCode.NotFound, code, "DELETE", $"{path}/{id}");
            Assert.That(client.Fake.GetAll(type), Has.Count.EqualTo(before + 1));
        }
    }

    [Test]
    public async Task Articles_are_created_updated_searched_and_published([ValueSource(typeof(FakeClient), nameof(FakeClient.Versions))] string version)
    {
        using var client = new FakeClient(version);
        var endpoint = new Endpoint(client.Fake);
        var created = await client.OkAsync("POST", "/articles", new JObject { ["title"] = "Engines", ["author_id"] = 991267583, ["body"] = "<p>Steam</p>" });
        Assert.That((string?)created["state"], Is.EqualTo("draft"));
        var updated = await client.OkAsync("PUT", $"/articles/{created["id"]}", new JObject { ["state"] = "published", ["title"] = "Looms" });
        Assert.That(((string?)updated["state"], (string?)updated["title"], (string?)updated["body"]), Is.EqualTo(("published", "Looms", "<p>Steam</p>")));
        await client.OkAsync("PUT", $"/articles/{created["id"]}", new JObject { ["state"] = "draft" });

        var found = await client.OkAsync("GET", "/articles/search?phrase=loom");
        Assert.That(found.SelectTokens("$.data.articles[*].id").Select(id => (string?)id), Is.EqualTo(new[] { (string?)created["id"] }));
        Assert.That((await client.OkAsync("GET", "/articles/search?phrase=engine")).SelectTokens("$.data.articles[*].id"), Is.Empty);

        await client.OkAsync("DELETE", $"/articles/{created["id"]}");
        await client.Fake.Webhooks.DeliverAsync();
        Assert.That(endpoint.Topics, Is.EqualTo(new[]
        {
            "article.created", "article.updated", "article.published", "article.updated", "article.unpublished", "article.deleted",
        }));
        Assert.That((string?)endpoint.Received[0].Item["created_at"], Does.EndWith("Z"));
        Assert.That(endpoint.Received[0].Item["author_id"]!.Type, Is.EqualTo(JTokenType.Integer));
    }

    [Test]
    public async Task Documented_errors_of_articles_and_collections([ValueSource(typeof(FakeClient), nameof(FakeClient.Versions))] string version)
    {
        using var client = new FakeClient(version);
        var article = await client.FailsAsync(HttpStatusCode.BadRequest, "parameter_not_found", "POST", "/articles", new JObject { ["title"] = "No author" });
        Assert.That((string?)article["message"], Is.EqualTo("author_id must be in the main body or default locale translated_content object"));
        var collection = await client.FailsAsync(HttpStatusCode.BadRequest, "parameter_not_found", "POST", "/help_center/collections", new JObject());
        Assert.That((string?)collection["message"], Is.EqualTo("Name is a required parameter."));
    }

    [Test]
    public async Task Away_mode_is_stored_and_reported([ValueSource(typeof(FakeClient), nameof(FakeClient.Versions))] string version)
    {
        using var client = new FakeClient(version);
        var endpoint = new Endpoint(client.Fake);
        var id = (string)client.Fake.GetAll("admin").Single()["id"]!;
        await client.OkAsync("PUT", $"/admins/{id}/away", new JObject { ["away_mode_enabled"] = true, ["away_mode_reassign"] = true });
        var admin = await client.OkAsync("GET", $"/admins/{id}");
        Assert.That(((bool?)admin["away_mode_enabled"], (bool?)admin["away_mode_reassign"]), Is.EqualTo(((bool?)true, (bool?)true)));
        await client.Fake.Webhooks.DeliverAsync();
        Assert.That(endpoint.Topics, Is.EqualTo(new[] { "admin.away_mode_updated" }));
        Assert.That(endpoint.Received[0].Item["id"]!.Type, Is.EqualTo(JTokenType.Integer));

        var error = await client.FailsAsync(HttpStatusCode.NotFound, "admin_not_found", "PUT", "/admins/99/away",
            new JObject { ["away_mode_enabled"] = true, ["away_mode_reassign"] = true });
        Assert.That((string?)error["message"], Is.EqualTo("Admin for admin_id not found"));
    }

    [Test]
    public async Task Data_attributes_follow_the_documented_rules([ValueSource(typeof(FakeClient), nameof(FakeClient.Versions))] string version)
    {
        using var client = new FakeClient(version);
        var ring = new JObject
        {
            ["name"] = "The One Ring",
            ["model"] = "company",
            ["data_type"] = version is "2.11" or "2.12" or "2.13" ? "string" : "options",
            ["options"] = Options("a", "b"),
        };
        var created = await client.OkAsync("POST", "/data_attributes", ring);
        Assert.That(created["options"]!.Select(option => (string?)option), Is.EqualTo(new[] { "a", "b" }));
        Assert.That((string?)created["full_name"], Is.EqualTo("custom_attributes.The One Ring"));

        var people = new JObject { ["name"] = "The One Ring", ["model"] = "contact", ["data_type"] = "string" };
        var taken = await client.FailsAsync(HttpStatusCode.BadRequest, "parameter_invalid", "POST", "/data_attributes", people);
        Assert.That((string?)taken["message"], Is.EqualTo("You already have 'The One Ring' in your company data. To save this as new people data, use a different name."));
        people["name"] = "Ring!";
        await client.FailsAsync(HttpStatusCode.BadRequest, "parameter_invalid", "POST", "/data_attributes", people);
        people["name"] = "Price €";
        await client.OkAsync("POST", "/data_attributes", people);

        Assert.That((await client.OkAsync("GET", "/data_attributes"))["data"]!.Count(), Is.EqualTo(2));
        Assert.That((await client.OkAsync("GET", "/data_attributes?model=contact"))["data"]!.Single()["name"]!.ToString(), Is.EqualTo("Price €"));
        await client.OkAsync("PUT", $"/data_attributes/{created["id"]}", new JObject { ["archived"] = true, ["options"] = Options("c", "d") });
        Assert.That((await client.OkAsync("GET", "/data_attributes"))["data"]!.Count(), Is.EqualTo(1));
        Assert.That((await client.OkAsync("GET", "/data_attributes?include_archived=true"))["data"]!.Count(), Is.EqualTo(2));
        var error = await client.FailsAsync(HttpStatusCode.NotFound, "field_not_found", "PUT", "/data_attributes/99", new JObject { ["archived"] = true, ["options"] = Options("c") });
        Assert.That((string?)error["message"], Is.EqualTo("We couldn't find that data attribute to update"));
    }

    [Test]
    public async Task Events_are_summarized_and_reported([ValueSource(typeof(FakeClient), nameof(FakeClient.Versions))] string version)
    {
        using var client = new FakeClient(version);
        var contact = client.Fake.AddContact(new JObject { ["email"] = "ada@example.com", ["external_id"] = "7" });
        client.Fake.AddContact(new JObject { ["external_id"] = "8" });
        var endpoint = new Endpoint(client.Fake);
        foreach (var (user, at) in new[] { ("7", 1768017074), ("7", 1768017075), ("8", 1768017076) })
        {
            var sent = await client.SendAsync("POST", "/events", new JObject { ["event_name"] = "ordered", ["created_at"] = at, ["user_id"] = user });
            Assert.That(sent.Status, Is.EqualTo(HttpStatusCode.Accepted));
        }

        var summary = await client.OkAsync("GET", $"/events?type=user&intercom_user_id={contact["id"]}&summary=true");
        Assert.That(summary["events"]!.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo(
            """[{"name":"ordered","first":"2026-01-10T03:51:14.000Z","last":"2026-01-10T03:51:15.000Z","count":2,"description":"ordered"}]"""));
        var list = await client.OkAsync("GET", "/events?type=user&user_id=7");
        Assert.That(list["events"]!.Select(item => (long?)item["created_at"]), Is.EqualTo(new long?[] { 1768017075, 1768017074 }));
        await client.Fake.Webhooks.DeliverAsync();
        Assert.That(endpoint.Topics, Is.EqualTo(new[] { "event.created", "event.created", "event.created" }));
        await client.FailsAsync(HttpStatusCode.NotFound, "not_found", "POST", "/events", new JObject { ["event_name"] = "ordered", ["created_at"] = 1, ["user_id"] = "9" });
    }

    [Test]
    public void Unknown_type_is_reported_with_the_known_types()
    {
        using var fake = new FakeIntercom("2.11");
        Assert.That(() => fake.Add("contact"), Throws.ArgumentException.With.Message.Contains("article").And.Message.Contains("methods of their own"));
        Assert.That(() => fake.GetAll("macro"), Throws.ArgumentException.With.Message.Contains("2.11"));
    }

    private static JArray Options(params string[] values) => [.. values.Select(value => new JObject { ["value"] = value })];
}
