using Intercom.Generated.Runtime;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests;

/// <summary>The response determines the next page, regardless of the description.</summary>
public class PagingStyleTests
{
    private const string Items = """ "data":[{"id":"1"}] """;

    // The paging parameters of other lists.
    private static readonly ApiOperation ListPages = new("Things.ListPages", "GET", "/things") { Items = "data", PagingInput = PagingInput.QueryPage };
    private static readonly ApiOperation ListNested = new("Things.ListNested", "GET", "/things") { Items = "result.things" };
    private static readonly ApiOperation ListPlain = new("Things.ListPlain", "GET", "/things") { Items = "" };
    private static readonly ApiOperation Query = new("Things.Query", "POST", "/things/list") { Items = "data", PagingInput = PagingInput.BodyPage };

    // The target of the second request, or null if the first page is the last.
    [TestCase("""{"data":[{}],"pages":{"next":{"starting_after":"c+1="}}}""", "/things?starting_after=c%2B1%3D", TestName = "{m}(cursor object)")]
    [TestCase("""{"data":[{}],"pages":{"next":{"page":2,"starting_after":"c"},"total_pages":1}}""", "/things?starting_after=c", TestName = "{m}(cursor object with page)")]
    [TestCase("""{"data":[{}],"pages":{"next":{"starting_after":17}}}""", "/things?starting_after=17", TestName = "{m}(cursor that is a number)")]
    [TestCase("""{"data":[],"pages":{"next":{"starting_after":"c"}}}""", "/things?starting_after=c", TestName = "{m}(cursor object after an empty page)")]
    [TestCase("""{"data":[{}],"pages":{"next":{}}}""", null, TestName = "{m}(cursor object without cursor)")]
    [TestCase("""{"data":[{}],"pages":{"next":{"starting_after":null}}}""", null, TestName = "{m}(cursor that is null)")]
    [TestCase("""{"data":[{}],"pages":{"next":{"starting_after":""}}}""", null, TestName = "{m}(cursor that is empty)")]
    [TestCase("""{"data":[{}],"pages":null,"total_count":null}""", null, TestName = "{m}(pages null)")]
    [TestCase("""{"data":[{}]}""", null, TestName = "{m}(pages absent)")]
    [TestCase("""{"data":[{}],"pages":{"next":"https://api.intercom.io/things?per_page=50&page=2","page":1,"total_pages":3}}""", "/things?page=2", TestName = "{m}(address with page)")]
    [TestCase("""{"data":[{}],"pages":{"next":"https://api.intercom.io/things?starting_after=a%3D%3D&x=1"}}""", "/things?starting_after=a%3D%3D", TestName = "{m}(address with cursor)")]
    [TestCase("""{"data":[{}],"pages":{"next":"https://elsewhere.example/x?page=2","page":1,"total_pages":2}}""", "/things?page=2", TestName = "{m}(address of another host)")]
    [TestCase("""{"data":[{}],"pages":{"next":"https://api.intercom.io/things?page=3","page":2,"total_pages":2}}""", null, TestName = "{m}(address beyond the last page)")]
    [TestCase("""{"data":[{}],"pages":{"next":"https://api.intercom.io/things?per_page=100&page=1","page":0,"per_page":100,"total_pages":1}}""", null, TestName = "{m}(page 0 of 1)")]
    [TestCase("""{"data":[{}],"pages":{"next":"https://api.intercom.io/things?page=1","page":0,"total_pages":2}}""", "/things?page=2", TestName = "{m}(page 0 of 2)")]
    [TestCase("""{"data":[{}],"pages":{"next":""}}""", null, TestName = "{m}(empty address)")]
    [TestCase("""{"data":[{}],"next_cursor":"n","has_more":true}""", "/things?cursor=n", TestName = "{m}(next_cursor)")]
    [TestCase("""{"data":[{}],"next_cursor":"n"}""", "/things?cursor=n", TestName = "{m}(next_cursor without has_more)")]
    [TestCase("""{"data":[{}],"next_cursor":"n","has_more":false}""", null, TestName = "{m}(next_cursor, has_more false)")]
    [TestCase("""{"data":[{}],"next_cursor":"n","has_more":"some"}""", "/things?cursor=n", TestName = "{m}(next_cursor, has_more of another kind)")]
    [TestCase("""{"data":[{}],"scroll_param":"s","pages":null}""", "/things?scroll_param=s", TestName = "{m}(scroll)")]
    [TestCase("""{"data":[],"scroll_param":"s","pages":null}""", null, TestName = "{m}(scroll, empty page)")]
    [TestCase("""{"data":[{}],"pages":{"next":null,"page":1,"total_pages":1},"total_count":1}""", null, TestName = "{m}(next null)")]
    [TestCase("""{"data":[{}],"pages":{"page":3,"total_pages":3},"total_count":151}""", null, TestName = "{m}(a page in the middle that the caller asked for)")]
    [TestCase("""{"data":[],"pages":{"page":1,"total_pages":0},"total_count":0}""", null, TestName = "{m}(nothing)")]
    public async Task Response_determines_the_next_page(string first, string? second) =>
        Assert.That(await SecondTarget(IntercomOperations.ThingsList, first), Is.EqualTo(second));

    [TestCase("""{"data":[{}],"pages":{"page":1,"total_pages":3}}""", "/things?page=2", TestName = "{m}(no next)")]
    [TestCase("""{"data":[{}],"pages":{"next":null,"page":1,"total_pages":3}}""", "/things?page=2", TestName = "{m}(next null)")]
    [TestCase("""{"data":[{}],"page":1,"total_pages":2}""", "/things?page=2", TestName = "{m}(top-level fields)")]
    [TestCase("""{"data":[{}],"page":"1","total_pages":"2"}""", "/things?page=2", TestName = "{m}(numbers in texts)")]
    [TestCase("""{"data":[{}],"pages":{"total_pages":2}}""", "/things?page=2", TestName = "{m}(no page number)")]
    [TestCase("""{"data":[{}],"pages":{"page":0,"total_pages":2}}""", "/things?page=2", TestName = "{m}(page 0)")]
    [TestCase("""{"data":[{}],"pages":{"page":3,"total_pages":3}}""", null, TestName = "{m}(last page)")]
    [TestCase("""{"data":[{}],"pages":{"page":0,"total_pages":1}}""", null, TestName = "{m}(page 0 of 1)")]
    [TestCase("""{"data":[{}],"pages":{"page":1}}""", null, TestName = "{m}(no number of pages)")]
    [TestCase("""{"data":[{}],"pages":{"next":{"starting_after":"c"},"page":1,"total_pages":3}}""", "/things?starting_after=c", TestName = "{m}(cursor object instead)")]
    public async Task Response_of_a_page_number_list_determines_the_next_page(string first, string? second) =>
        Assert.That(await SecondTarget(ListPages, first), Is.EqualTo(second));

    [Test]
    public async Task Reads_numbered_pages_to_the_last()
    {
        // Every response has the same page number, as in some lists.
        using var server = new StubServer(_ => StubServer.Json("""{"data":[{}],"pages":{"page":1,"total_pages":4}}"""));
        using var invoker = server.Invoker();
        Assert.That(await Count(invoker.List<Thing>(new ApiRequest(ListPages), null, default)), Is.EqualTo(4));
        Assert.That(server.Requests.Select(request => request.Target), Is.EqualTo(new[] { "/things", "/things?page=2", "/things?page=3", "/things?page=4" }));
    }

    [Test]
    public async Task Scroll_continues_until_a_page_is_empty()
    {
        using var server = StubServer.RespondingWith(
            """{"data":[{}],"scroll_param":"s"}""", """{"data":[{}],"scroll_param":"s"}""", """{"data":[{}],"scroll_param":"s"}""", """{"data":[],"scroll_param":"s"}""");
        using var client = server.Connect();
        Assert.That(await Count(client.Things.ListAsync()), Is.EqualTo(3));
        Assert.That(server.Requests.Select(request => request.Target).Skip(1), Is.All.EqualTo("/things?scroll_param=s"));
        Assert.That(server.Requests, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Scroll_is_not_prefetched()
    {
        using var server = StubServer.RespondingWith("""{"data":[{"id":"1"}],"scroll_param":"s"}""", """{"data":[{"id":"2"}],"scroll_param":"s"}""", """{"data":[],"scroll_param":"s"}""");
        using var client = server.Connect();
        string? continuation = null;
        await foreach (var page in client.Things.ListAsync().AsPages())
        {
            continuation = page.Continuation;
            break;
        }

        Assert.That(server.Requests, Has.Count.EqualTo(1));
        await using var rest = client.Things.ListAsync().AsPages(continuation).GetAsyncEnumerator();
        Assert.That(await rest.MoveNextAsync(), Is.True);
        Assert.That(rest.Current.Items.Single().Id, Is.EqualTo("2"));
    }

    [Test]
    public async Task Enumeration_by_cursor_ends_without_a_cursor_regardless_of_the_page_number()
    {
        // Every response has the same page number, as in some lists, and the list also accepts page numbers.
        using var server = StubServer.RespondingWith(
            """{"data":[{}],"pages":{"next":{"starting_after":"c"},"page":1,"total_pages":2}}""", """{"data":[{}],"pages":{"page":1,"total_pages":2}}""", """{"data":[]}""");
        using var invoker = server.Invoker();
        Assert.That(await Count(invoker.List<Thing>(new ApiRequest(ListPages), null, default)), Is.EqualTo(2));
        Assert.That(server.Requests.Select(request => request.Target), Is.EqualTo(new[] { "/things", "/things?starting_after=c" }));
    }

    [Test]
    public async Task Keeps_the_query_and_replaces_paging_parameters()
    {
        using var server = StubServer.RespondingWith("""{"data":[{}],"pages":{"next":{"starting_after":"b"}}}""", """{"data":[]}""");
        using var invoker = server.Invoker();
        var request = new ApiRequest(IntercomOperations.ThingsList).WithQuery("starting_after", "a").WithQuery("per_page", 5).WithQuery("x", "y");
        await Count(invoker.List<Thing>(request, null, default).WithPageSize(50));
        Assert.That(
            server.Requests.Select(sent => sent.Target),
            Is.EqualTo(new[] { "/things?starting_after=a&x=y&per_page=50", "/things?x=y&starting_after=b&per_page=50" }));
    }

    [Test]
    public async Task Search_adds_its_cursor_to_the_body_without_changing_the_request()
    {
        using var server = StubServer.RespondingWith("""{"data":[{}],"pages":{"next":{"page":2,"starting_after":"c"}}}""", """{"data":[{}],"pages":{}}""");
        using var client = server.Connect();
        var request = new SearchThingsRequest
        {
            Query = new JObject { ["field"] = "email" },
            Pagination = new ThingPagination { PerPage = 5 },
            AdditionalProperties = { ["sort"] = new JObject { ["order"] = "asc" } },
        };
        var before = Newtonsoft.Json.JsonConvert.SerializeObject(request);
        await Count(client.Things.SearchAsync(request));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(server.Requests.Select(sent => sent.Target), Is.All.EqualTo("/things/search"));
            Assert.That(server.Requests[0].Text, Is.EqualTo("""{"query":{"field":"email"},"pagination":{"per_page":5},"sort":{"order":"asc"}}"""));
            Assert.That(server.Requests[1].Text, Is.EqualTo("""{"query":{"field":"email"},"pagination":{"per_page":5,"starting_after":"c"},"sort":{"order":"asc"}}"""));
            Assert.That(Newtonsoft.Json.JsonConvert.SerializeObject(request), Is.EqualTo(before));
        }
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Search_without_pagination_gets_pagination(bool isNull)
    {
        using var server = StubServer.RespondingWith("""{"data":[{}],"pages":{"next":{"starting_after":"c"}}}""", """{"data":[]}""");
        using var client = server.Connect();
        var request = new SearchThingsRequest { Query = "q" };
        if (isNull)
            request.Pagination = null;
        await Count(client.Things.SearchAsync(request).WithPageSize(150));
        Assert.That(server.Requests[0].Text, Is.EqualTo("""{"query":"q","pagination":{"per_page":150}}"""));
        Assert.That(server.Requests[1].Text, Is.EqualTo("""{"query":"q","pagination":{"starting_after":"c","per_page":150}}"""));
    }

    [Test]
    public async Task List_by_POST_adds_its_page_number_to_the_body()
    {
        using var server = StubServer.RespondingWith("""{"data":[{}],"pages":{"page":1,"total_pages":2}}""", """{"data":[{}],"pages":{"page":2,"total_pages":2}}""");
        using var invoker = server.Invoker();
        var request = new ApiRequest(Query) { Body = new SearchThingsRequest { Query = "q" } };
        await Count(invoker.List<Thing>(request, null, default).WithPageSize(20));
        Assert.That(server.Requests.Select(sent => sent.Text), Is.EqualTo(new[] { """{"query":"q","per_page":20}""", """{"query":"q","page":2,"per_page":20}""" }));
        Assert.That(server.Requests.Select(sent => sent.Target), Is.All.EqualTo("/things/list"));
    }

    [TestCase("""{"data":null,"total_count":0}""")]
    [TestCase("""{"type":"list","total_count":"0"}""")]
    [TestCase("""{"pages":{"page":1,"per_page":50,"total_pages":0}}""")]
    [TestCase("""{"pages":{"total_count":0}}""")]
    [TestCase("""{"data":[]}""")]
    public async Task List_that_reports_no_items_is_empty(string body)
    {
        using var server = StubServer.RespondingWith(body);
        using var client = server.Connect();
        Assert.That((await client.Things.ListAsync().FirstPageAsync()).Items, Is.Empty);
    }

    [TestCase("""{"data":{"id":"1"}}""", "data")]
    [TestCase("""{"data":"none"}""", "data")]
    [TestCase("""{"data":[{"id":"1"},"2"]}""", "data")]
    [TestCase("""[{"id":"1"}]""", "")]
    [TestCase("\"text\"", "")]
    [TestCase("null", "")]
    public void Items_of_another_type_throw(string body, string path)
    {
        using var server = StubServer.RespondingWith(body);
        using var client = server.Connect();
        Assert.That(
            async () => await client.Things.ListAsync().FirstPageAsync(),
            Throws.TypeOf<IntercomResponseException>()
                .With.Message.Contains("list of Thing").And.Message.Contains("Things.List")
                .And.Property(nameof(IntercomResponseException.JsonPath)).EqualTo(path)
                .And.Property(nameof(IntercomResponseException.RawBody)).EqualTo(body));
    }

    [Test]
    public async Task Reads_nested_items()
    {
        using var server = StubServer.RespondingWith("""{"result":{"things":[{"id":"1"}]},"total_count":1}""", """{"result":null,"total_count":0}""");
        using var invoker = server.Invoker();
        var list = invoker.List<Thing>(new ApiRequest(ListNested), null, default);
        Assert.That((await list.FirstPageAsync()).Items.Single().Id, Is.EqualTo("1"));
        Assert.That((await list.FirstPageAsync()).Items, Is.Empty);
    }

    [Test]
    public async Task Response_can_be_the_list()
    {
        using var server = StubServer.RespondingWith("""[{"id":"1"},{"id":"2"}]""", "{}");
        using var invoker = server.Invoker();
        var list = invoker.List<Thing>(new ApiRequest(ListPlain), null, default);
        var page = await list.FirstPageAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Items.Select(thing => thing.Id), Is.EqualTo(new[] { "1", "2" }));
            Assert.That(page.Envelope, Is.Null);
            Assert.That(page.Continuation, Is.Null);
            Assert.That(() => list.FirstPageAsync(), Throws.TypeOf<IntercomResponseException>());
        }
    }

    [TestCase("""{"data":[{}],"total_count":7,"next_cursor":"n"}""", 7)]
    [TestCase("""{"data":[{}],"pages":{"total_count":"8","next":{"starting_after":"c"}}}""", 8)]
    [TestCase("""{"data":[{}],"total_count":null}""", null)]
    public async Task Page_has_the_total_count(string body, int? expected)
    {
        using var server = StubServer.RespondingWith(body);
        using var client = server.Connect();
        Assert.That((await client.Things.ListAsync().FirstPageAsync()).TotalCount, Is.EqualTo(expected));
    }

    [Test]
    public async Task Page_has_the_envelope()
    {
        using var server = new StubServer(_ => StubServer.Respond(200, $$"""{"type":"list",{{Items}},"extra":{"a":1} }""", "application/json", ("X-Request-Id", "r")));
        using var client = server.Connect();
        var page = await client.Things.ListAsync().FirstPageAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Envelope!.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo("""{"type":"list","extra":{"a":1}}"""));
            Assert.That(page.Response!.RequestId, Is.EqualTo("r"));
            Assert.That(page.Items, Has.Count.EqualTo(1));
        }
    }

    private static async Task<string?> SecondTarget(ApiOperation operation, string first)
    {
        using var server = StubServer.RespondingWith(first, """{"data":[]}""");
        using var invoker = server.Invoker();
        await Count(invoker.List<Thing>(new ApiRequest(operation), null, default));
        Assert.That(server.Requests[0].Target, Is.EqualTo("/things"));
        return server.Requests.Skip(1).SingleOrDefault()?.Target;
    }

    private static async Task<int> Count(IntercomPageable<Thing> list)
    {
        var count = 0;
        await foreach (var thing in list)
            count += thing is null ? 0 : 1;
        return count;
    }
}
