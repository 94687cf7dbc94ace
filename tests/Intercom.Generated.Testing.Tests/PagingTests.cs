using System.Net;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

public class PagingTests
{
    [Test]
    public async Task Cursors_return_each_of_250_contacts_once(
        [ValueSource(typeof(FakeClient), nameof(FakeClient.Versions))] string version)
    {
        using var client = new FakeClient(version);
        client.Fake.AddContacts(250);
        var seen = new List<string>();
        string? after = null;
        var pages = 0;
        do
        {
            var cursor = after is null ? "" : $"&starting_after={Uri.EscapeDataString(after)}";
            var page = await client.OkAsync("GET", $"/contacts?per_page=60{cursor}");
            seen.AddRange(page["data"]!.Select(contact => (string)contact["id"]!));
            pages++;
            Assert.That((int?)page["pages"]!["page"], Is.EqualTo(pages));
            Assert.That((int?)page["pages"]!["total_pages"], Is.EqualTo(5));
            Assert.That((int?)page["total_count"], Is.EqualTo(250));
            after = (string?)page["pages"]!["next"]?["starting_after"];
            if (after is null)
                Assert.That(((JObject)page["pages"]!).ContainsKey("next"), Is.False);
        }
        while (after is not null);

        Assert.That(pages, Is.EqualTo(5));
        Assert.That(seen, Is.Unique);
        Assert.That(seen, Is.EqualTo(client.Fake.Contacts.Select(contact => (string)contact["id"]!)));
    }

    [TestCase("GET", "/contacts", 10)]
    [TestCase("POST", "/contacts/search", 50)]
    [TestCase("GET", "/conversations", 20)]
    public async Task Lists_have_their_own_default_page_sizes(string method, string path, int expected)
    {
        using var client = new FakeClient();
        client.Fake.AddConversations(60);
        var body = method == "POST" ? Query("created_at", ">", 0) : null;
        var page = await client.OkAsync(method, path, body);
        Assert.That((page["data"] ?? page["conversations"])!.Count(), Is.EqualTo(expected));
        Assert.That((int?)page["pages"]!["per_page"], Is.EqualTo(expected));
    }

    [TestCase("per_page=151")]
    [TestCase("per_page=0")]
    [TestCase("per_page=many")]
    [TestCase("starting_after=nonsense")]
    [TestCase("starting_after=WzEsMl0%3D")]
    public async Task Invalid_page_parameters_are_rejected(string query)
    {
        using var client = new FakeClient();
        client.Fake.AddContacts(1);
        await client.FailsAsync(HttpStatusCode.BadRequest, "parameter_invalid", "GET", $"/contacts?{query}");
    }

    [Test]
    public async Task Deleting_a_contact_between_pages_skips_no_other_contact()
    {
        using var client = new FakeClient();
        var contacts = client.Fake.AddContacts(6);
        var first = await client.OkAsync("GET", "/contacts?per_page=3");
        await client.OkAsync("DELETE", $"/contacts/{contacts[0]["id"]}");
        var cursor = Uri.EscapeDataString((string)first["pages"]!["next"]!["starting_after"]!);
        var second = await client.OkAsync("GET", $"/contacts?per_page=3&starting_after={cursor}");
        Assert.That(second["data"]!.Select(contact => (string?)contact["id"]),
            Is.EqualTo(contacts.Skip(3).Select(contact => (string?)contact["id"])));
    }

    [Test]
    public async Task Paging_ends_even_if_all_items_have_the_same_ID()
    {
        using var client = new FakeClient();
        client.Fake.SetItems("GET /contacts",
            Enumerable.Range(0, 25).Select(number => new JObject { ["id"] = "same", ["number"] = number }));
        var seen = new List<int>();
        var next = "/contacts?per_page=10";
        for (var pages = 1; next.Length > 0; pages++)
        {
            Assert.That(pages, Is.LessThanOrEqualTo(3), "the list does not end");
            var page = await client.OkAsync("GET", next);
            seen.AddRange(page["data"]!.Select(item => (int)item["number"]!));
            var after = (string?)page["pages"]!["next"]?["starting_after"];
            next = after is null ? "" : $"/contacts?per_page=10&starting_after={Uri.EscapeDataString(after)}";
        }

        Assert.That(seen, Is.EqualTo(Enumerable.Range(0, 25)));
    }

    [Test]
    public async Task A_search_reads_paging_from_its_body()
    {
        using var client = new FakeClient();
        client.Fake.AddConversations(45);
        var seen = new List<string>();
        JToken? next = null;
        do
        {
            var body = Query("state", "=", "open");
            body["pagination"] = new JObject { ["per_page"] = 20, ["starting_after"] = next?["starting_after"] };
            var page = await client.OkAsync("POST", "/conversations/search", body);
            seen.AddRange(page["conversations"]!.Select(item => (string)item["id"]!));
            next = page["pages"]!["next"];
        }
        while (next is not null);

        Assert.That(seen, Is.Unique.And.Count.EqualTo(45));
    }

    [TestCase("POST", "/companies/list")]
    [TestCase("GET", "/companies")]
    public async Task Page_number_lists_link_to_the_next_page(string method, string path)
    {
        using var client = new FakeClient();
        client.Fake.AddCompanies(45);
        var seen = new List<string>();
        string? next = path;
        while (next is not null)
        {
            var page = await client.OkAsync(method, next);
            seen.AddRange(page["data"]!.Select(item => (string)item["id"]!));
            next = (string?)page["pages"]!["next"];
            Assert.That(next is null || next.StartsWith($"https://api.intercom.io{path}?", StringComparison.Ordinal), next);
        }

        Assert.That(seen, Is.Unique.And.Count.EqualTo(45));
    }

    [Test]
    public async Task Companies_are_listed_in_either_order()
    {
        using var client = new FakeClient();
        client.Fake.AddCompanies(3);
        var page = await client.OkAsync("POST", "/companies/list?order=desc");
        Assert.That((string?)page["data"]![0]!["company_id"], Is.EqualTo("company-000003"));
    }

    [Test]
    public async Task A_scroll_ends_with_an_empty_page_and_excludes_a_second_scroll()
    {
        using var client = new FakeClient();
        client.Fake.AddCompanies(150);
        var first = await client.OkAsync("GET", "/companies/scroll");
        var parameter = (string)first["scroll_param"]!;
        await client.FailsAsync(HttpStatusCode.BadRequest, "scroll_exists", "GET", "/companies/scroll");
        var second = await client.OkAsync("GET", $"/companies/scroll?scroll_param={parameter}");
        var third = await client.OkAsync("GET", $"/companies/scroll?scroll_param={parameter}");
        Assert.Multiple(() =>
        {
            Assert.That(first["data"]!.Count(), Is.EqualTo(100));
            Assert.That(second["data"]!.Count(), Is.EqualTo(50));
            Assert.That(third["data"], Is.Empty);
            Assert.That((string?)third["scroll_param"], Is.EqualTo(parameter));
            Assert.That(first["pages"]?.Type ?? JTokenType.Null, Is.EqualTo(JTokenType.Null));
        });
        await client.OkAsync("GET", "/companies/scroll");
    }

    [Test]
    public async Task A_scroll_expires_after_a_minute()
    {
        using var client = new FakeClient();
        client.Fake.AddCompanies(1);
        var first = await client.OkAsync("GET", "/companies/scroll");
        client.Fake.Advance(TimeSpan.FromSeconds(61));
        await client.FailsAsync(HttpStatusCode.NotFound, "not_found", "GET", $"/companies/scroll?scroll_param={first["scroll_param"]}");
        await client.OkAsync("GET", "/companies/scroll");
    }

    [Test]
    public async Task A_list_without_paging_is_returned_whole()
    {
        using var client = new FakeClient();
        for (var i = 0; i < 200; i++)
            client.Fake.AddTag($"Tag {i}");
        Assert.That((await client.OkAsync("GET", "/tags"))["data"]!.Count(), Is.EqualTo(200));
    }

    public static IEnumerable<TestCaseData> ListsToFill() =>
        from list in new[]
        {
            ("GET /contacts/{contact_id}/merge_history", "data"),
            ("GET /macros", "data"),
            ("GET /audiences", "data"),
            ("GET /help_center/help_centers/{id}/redirects", "data"),
            ("GET /conversations/deleted", "conversations"),
            ("GET /articles", "data"),
            ("GET /companies/{id}/contacts", "data"),
            ("GET /calls", "data"),
            ("POST /tickets/search", "tickets"),
            ("GET /conversations", "conversations"),
            ("GET /help_center/help_centers", "data"),
            ("GET /segments", "segments"),
        }
        from version in FakeClient.With(list.Item1.Replace("{contact_id}", "{}").Replace("{id}", "{}")).DefaultIfEmpty("no version has it")
        select new TestCaseData(version, list.Item1, list.Item2);

    [TestCaseSource(nameof(ListsToFill))]
    public async Task Items_set_by_a_test_are_paged(string version, string operation, string items)
    {
        using var client = new FakeClient(version);
        client.Fake.SetItems(operation, Enumerable.Range(0, 25).Select(id => new JObject { ["id"] = $"{id}" }));
        var (method, path) = (operation.Split(' ')[0], operation.Split(' ')[1].Replace("{contact_id}", "7").Replace("{id}", "7"));
        var seen = new List<string>();
        var query = "?per_page=10";
        string? after = null;
        for (var number = 1; number <= 3; number++)
        {
            JObject? body = null;
            if (method == "POST")
            {
                body = Query("created_at", ">", 0);
                body["pagination"] = new JObject { ["per_page"] = 10, ["starting_after"] = after };
                query = "";
            }

            var page = await client.OkAsync(method, path + query, body);
            var found = page[items] as JArray ?? (JArray)page["data"]!;
            seen.AddRange(found.Select(item => (string)item["id"]!));
            // A list without paging information is complete.
            if (page["pages"] is null && page["next_cursor"] is null && page["total_pages"] is null)
                break;
            switch (page["pages"]?["next"])
            {
                case JObject next:
                    after = (string)next["starting_after"]!;
                    query = $"?per_page=10&starting_after={Uri.EscapeDataString(after)}";
                    break;
                case JValue { Value: string address }:
                    query = new Uri(address).Query;
                    break;
                default:
                    query = page["next_cursor"] is JValue { Value: string cursor }
                        ? $"?per_page=10&cursor={Uri.EscapeDataString(cursor)}"
                        : $"?per_page=10&page={number + 1}";
                    break;
            }
        }

        Assert.That(seen, Is.EqualTo(Enumerable.Range(0, 25).Select(id => $"{id}")));
    }

    [TestCase("GET /unicorns")]
    [TestCase("GET /me")]
    [TestCase("nonsense")]
    public void SetItems_rejects_operations_that_return_no_list(string operation)
    {
        using var fake = new FakeIntercom("2.14");
        Assert.That(() => fake.SetItems(operation, []), Throws.ArgumentException);
    }

    private static JObject Query(string field, string operation, JToken value) =>
        new() { ["query"] = new JObject { ["field"] = field, ["operator"] = operation, ["value"] = value } };
}
