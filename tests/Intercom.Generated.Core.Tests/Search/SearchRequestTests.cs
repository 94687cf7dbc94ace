using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests.Search;

/// <summary>The requests of a search, page by page.</summary>
public class SearchRequestTests
{
    private static readonly SearchExpression Query =
        SearchField.Text("email").EndsWith("@example.com") & SearchField.Date("created_at").After(DateTimeOffset.FromUnixTimeSeconds(1_767_268_800));

    private const string QueryJson =
        """{"operator":"AND","value":[{"field":"email","operator":"$","value":"@example.com"},{"field":"created_at","operator":">","value":1767268800}]}""";

    [Test]
    public async Task Body_is_the_query()
    {
        using var server = StubServer.RespondingWith("""{"data":[{"id":"1"}]}""");
        using var client = server.Connect();
        await client.Things.SearchAsync(Query).FirstPageAsync();
        Assert.That(server.Request.Text, Is.EqualTo($$$"""{"query":{{{QueryJson}}}}"""));
        Assert.That(server.Request.Target, Is.EqualTo("/things/search"));
        Assert.That(server.Request.ContentHeaders["Content-Type"], Does.StartWith("application/json"));
    }

    [Test]
    public async Task Page_size_and_cursor_are_merged_into_the_body()
    {
        using var server = StubServer.RespondingWith(
            """{"data":[{"id":"1"}],"pages":{"next":{"starting_after":"c1"}}}""",
            """{"data":[{"id":"2"}],"pages":{"next":{"starting_after":"c2"}}}""",
            """{"data":[{"id":"3"}],"pages":{"next":null}}""");
        using var client = server.Connect();
        var found = new List<string?>();
        await foreach (var thing in client.Things.SearchAsync(Query.SortBy(SearchField.Text("name"))).WithPageSize(150))
            found.Add(thing.Id);

        const string Sort = """
            "sort":{"field":"name","order":"ascending"}
            """;
        Assert.That(found, Is.EqualTo(new[] { "1", "2", "3" }));
        Assert.That(server.Requests.Select(request => request.Text), Is.EqualTo(new[]
        {
            $$$"""{"query":{{{QueryJson}}},{{{Sort}}},"pagination":{"per_page":150}}""",
            $$$"""{"query":{{{QueryJson}}},{{{Sort}}},"pagination":{"starting_after":"c1","per_page":150}}""",
            $$$"""{"query":{{{QueryJson}}},{{{Sort}}},"pagination":{"starting_after":"c2","per_page":150}}""",
        }));
        Assert.That(server.Requests.Select(request => request.Target), Is.All.EqualTo("/things/search"));
    }

    [Test]
    public async Task Resumes_from_a_continuation()
    {
        using var server = StubServer.RespondingWith("""{"data":[]}""");
        using var client = server.Connect();
        await foreach (var page in client.Things.SearchAsync(SearchExpression.FromJson(JObject.Parse(QueryJson))).AsPages("starting_after=c7"))
            Assert.That(page.Continuation, Is.Null);
        Assert.That(server.Request.Text, Is.EqualTo($$$"""{"query":{{{QueryJson}}},"pagination":{"starting_after":"c7"}}"""));
    }
}
