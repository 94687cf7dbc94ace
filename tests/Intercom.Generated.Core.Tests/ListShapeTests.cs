using Intercom.Generated.Runtime;

namespace Intercom.Generated.Core.Tests;

/// <summary>A list that the client cannot read throws. It never looks empty and never ends early.</summary>
public class ListShapeTests
{
    private static readonly ApiOperation Pages = new("Things.ListPages", "GET", "/things") { Items = "data", PagingInput = PagingInput.QueryPage };
    private static readonly ApiOperation Scroll = new("Things.Scroll", "GET", "/things") { Items = "data", IsScroll = true };
    private static readonly ApiOperation Renamed = new("Things.ListRenamed", "GET", "/things") { Items = "data", PublishedItems = "things" };

    private const string First = """{"data":[{}],"pages":{"next":{"starting_after":"c"}}}""";

    private static readonly string[] NotLists =
    [
        "{}",
        """{"message":"maintenance"}""",
        """{"id":"1","message":"maintenance"}""",
        """{"items":[{"id":"1"}]}""",
        """{"things":[{"id":"1"}],"total_count":1}""",
        """{"type":"list"}""",
        """{"data":null}""",
        """{"data":null,"total_count":3}""",
        """{"data":null,"pages":null}""",
        """{"data":null,"pages":{"page":1,"total_pages":1}}""",
        """{"type":"error.list","errors":[{"code":"server_error"}]}""",
        """{"type":"error.list","errors":[],"data":[],"total_count":0}""",
        """{"type":"error.list","errors":[],"total_count":0}""",
        """{"data":{},"total_count":0}""",
    ];

    // Pages with items and without a next page, whose envelope says that there are more.
    private static readonly string[] Unfinished =
    [
        """{"data":[{}],"pages":{"page":1,"total_pages":3}}""",
        """{"data":[{}],"pages":{"next":null,"page":1,"total_pages":"3"}}""",
        """{"data":[{}],"page":1,"total_pages":3}""",
        """{"data":[{}],"total_count":7}""",
        """{"data":[],"total_count":1}""",
        """{"data":[{}],"pages":{"total_count":"8"}}""",
        """{"data":[{}],"has_more":true}""",
        """{"data":[{}],"next_cursor":null,"has_more":true}""",
        """{"data":[{}],"next_cursor":{"id":1}}""",
        """{"data":[{}],"next_cursor":false}""",
        """{"data":[{}],"scroll_param":{"id":1}}""",
        """{"data":[{}],"pages":[1]}""",
        """{"data":[{}],"pages":"https://api.intercom.io/things?page=2"}""",
        """{"data":[{}],"pages":{"next":7}}""",
        """{"data":[{}],"pages":{"next":true}}""",
        """{"data":[{}],"pages":{"next":["c"]}}""",
        """{"data":[{}],"pages":{"next":{"cursor":"c"}}}""",
        """{"data":[{}],"pages":{"next":{"page":2,"per_page":50}}}""",
        """{"data":[{}],"pages":{"next":{"starting_after":{"id":"c"}}}}""",
        """{"data":[{}],"pages":{"next":{"starting_after":["c"]}}}""",
        """{"data":[{}],"pages":{"next":"https://api.intercom.io/things"}}""",
        """{"data":[{}],"pages":{"next":"https://api.intercom.io/things?page="}}""",
        """{"data":[{}],"pages":{"next":"https://api.intercom.io/things?page=two"}}""",
        """{"data":[{}],"pages":{"next":"c"}}""",
    ];

    [TestCaseSource(nameof(NotLists))]
    [TestCaseSource(nameof(Unfinished))]
    public async Task First_page_throws(string body)
    {
        using var server = StubServer.RespondingWith(body);
        using var client = server.Connect();
        await AssertMisunderstood(client.Things.ListAsync(), body, continuation: null);
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [TestCaseSource(nameof(NotLists))]
    [TestCaseSource(nameof(Unfinished))]
    public async Task Later_page_throws_and_the_continuation_is_that_page(string body)
    {
        // One item was read before, so skip the total that two items satisfy.
        var later = body.Replace("\"total_count\":1}", "\"total_count\":3}", StringComparison.Ordinal);
        using var server = StubServer.RespondingWith(First, later);
        using var client = server.Connect();
        await AssertMisunderstood(client.Things.ListAsync(), later, continuation: "starting_after=c");
    }

    [TestCase("""{"data":[],"pages":{"page":1,"total_pages":3}}""")]
    [TestCase("""{"data":[{}],"pages":{"page":1},"total_count":2}""")]
    public async Task Numbered_page_before_the_last_throws(string body)
    {
        using var server = StubServer.RespondingWith(body);
        using var invoker = server.Invoker();
        await AssertMisunderstood(invoker.List<Thing>(new ApiRequest(Pages), null, default), body, continuation: null);
    }

    [Test]
    public async Task Scroll_without_its_parameter_throws()
    {
        using var server = StubServer.RespondingWith("""{"data":[{}],"pages":null}""");
        using var invoker = server.Invoker();
        await AssertMisunderstood(invoker.List<Thing>(new ApiRequest(Scroll), null, default), """{"data":[{}],"pages":null}""", continuation: null);
    }

    [Test]
    public async Task List_that_ends_too_early_throws_after_the_items()
    {
        using var server = StubServer.RespondingWith(
            """{"data":[{},{}],"total_count":10,"pages":{"next":{"starting_after":"c"},"page":1,"total_pages":5}}""",
            """{"data":[{},{}],"total_count":10,"pages":{"page":2,"total_pages":5}}""");
        using var client = server.Connect();
        var read = 0;
        var thrown = await Assert.ThrowsAsync<IntercomResponseException>(async () =>
        {
            await foreach (var _ in client.Things.ListAsync())
                read++;
        });
        Assert.That(read, Is.EqualTo(2));
        Assert.That(thrown.Message, Does.Contain("5 pages, of which 2 were read"));
    }

    [Test]
    public async Task Allows_items_to_be_added_or_removed()
    {
        // Of 1,000 items, three are removed before they are read, and five are added before the current position.
        string Page(int items, int total, string next) =>
            $$$"""{"data":[{{{string.Join(",", Enumerable.Repeat("{}", items))}}}],"total_count":{{{total}}},"pages":{{{{next}}}"total_pages":10}}""";
        using var server = StubServer.RespondingWith(
            Page(500, 1000, "\"next\":{\"starting_after\":\"c\"},\"page\":1,").Replace("\"total_pages\":10", "\"total_pages\":2", StringComparison.Ordinal),
            Page(497, 1002, "\"page\":2,"));
        using var client = server.Connect();
        var read = 0;
        await foreach (var _ in client.Things.ListAsync())
            read++;
        Assert.That(read, Is.EqualTo(997));
    }

    [TestCase("""{"data":[{"id":"1"}]}""")]
    [TestCase("""{"things":[{"id":"1"}],"total_count":1}""")]
    [TestCase("""{"data":null,"things":[{"id":"1"}]}""")]
    public async Task Reads_items_at_the_published_path_too(string body)
    {
        using var server = StubServer.RespondingWith(body);
        using var invoker = server.Invoker();
        var page = await invoker.List<Thing>(new ApiRequest(Renamed), null, default).FirstPageAsync();
        Assert.That(page.Items.Single().Id, Is.EqualTo("1"));
    }

    [Test]
    public async Task Resumed_enumeration_does_not_check_the_total()
    {
        using var server = StubServer.RespondingWith("""{"data":[{}],"total_count":7,"pages":{"page":1,"total_pages":7}}""");
        using var client = server.Connect();
        await foreach (var page in client.Things.ListAsync().AsPages("starting_after=c"))
            Assert.That(page.Items, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Failure_of_a_page_is_logged_as_a_failure()
    {
        using var observed = new Diagnostics.Observed();
        using var server = StubServer.RespondingWith("{}");
        using var client = observed.Connect(server);
        await Assert.ThrowsAsync<IntercomResponseException>(() => client.Things.ListAsync().FirstPageAsync());
        Assert.That(observed.Entries.Single(entry => entry.Id is 1 or 2).Text, Does.Contain("failed with").And.Contain("IntercomResponseException"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Endless_empty_pages_throw(bool prefetches)
    {
        var next = 0;
        using var server = new StubServer(_ => StubServer.Json($$$"""{"data":[],"pages":{"next":{"starting_after":"{{{++next}}}"} } }"""));
        using var client = server.Connect();
        var list = prefetches ? client.Things.ListAsync() : client.Things.ListAsync().WithoutPrefetch();
        var thrown = await Assert.ThrowsAsync<IntercomPagingException>(async () =>
        {
            await foreach (var thing in list)
                Assert.Fail($"{thing}");
        });
        Assert.That(server.Requests, Has.Count.EqualTo(100));
        Assert.That(thrown.Message, Does.Contain("100 pages in a row were empty"));
        Assert.That(thrown.Continuation, Is.EqualTo("starting_after=100"));
    }

    [Test]
    public async Task Allows_empty_pages_between_others()
    {
        var next = 0;
        using var server = new StubServer(_ => StubServer.Json(
            ++next == 250 ? """{"data":[{}]}""" : $$$"""{"data":[{{{(next % 60 == 0 ? "{}" : "")}}}],"pages":{"next":{"starting_after":"{{{next}}}"} } }"""));
        using var client = server.Connect();
        var read = 0;
        await foreach (var _ in client.Things.ListAsync())
            read++;
        Assert.That(read, Is.EqualTo(5));
    }

    private static async Task AssertMisunderstood(IntercomPageable<Thing> list, string body, string? continuation)
    {
        var thrown = await Assert.ThrowsAsync<IntercomResponseException>(async () =>
        {
            await foreach (var _ in list)
            {
            }
        });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown.Problem, Is.EqualTo(ResponseProblem.WrongShape));
            Assert.That(thrown.Continuation, Is.EqualTo(continuation));
            Assert.That(thrown.RawBody, Is.EqualTo(body));
            Assert.That(thrown.JsonPath, Is.Not.Null);
        }
    }
}
