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
    public void Unknown_type_is_reported_with_the_known_types()
    {
        using var fake = new FakeIntercom("2.11");
        Assert.That(() => fake.Add("contact"), Throws.ArgumentException.With.Message.Contains("article").And.Message.Contains("methods of their own"));
        Assert.That(() => fake.GetAll("macro"), Throws.ArgumentException.With.Message.Contains("2.11"));
    }
}
