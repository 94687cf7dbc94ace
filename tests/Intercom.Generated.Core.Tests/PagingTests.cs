using System.Globalization;
using System.Net;

namespace Intercom.Generated.Core.Tests;

/// <summary>The enumeration of a list: which requests are sent, when, and how it ends.</summary>
public class PagingTests
{
    [Test]
    public async Task Returns_every_item_once_and_in_order()
    {
        using var server = Numbers(10_000);
        using var client = server.Connect();
        var expected = 0;
        await foreach (var thing in client.Things.ListAsync().WithPageSize(150))
            Assert.That(thing.Count, Is.EqualTo(expected++));
        Assert.That(expected, Is.EqualTo(10_000));
        Assert.That(server.Requests, Has.Count.EqualTo(67));
        Assert.That(server.Requests[1].Target, Is.EqualTo("/things?starting_after=150&per_page=150"));
    }

    [Test]
    public async Task No_request_is_sent_before_the_enumeration()
    {
        using var server = Numbers(10);
        using var client = server.Connect();
        var list = client.Things.ListAsync().WithPageSize(2).Take(3);
        var pages = list.AsPages();
        await using var items = list.GetAsyncEnumerator();
        await using var enumerator = pages.GetAsyncEnumerator();
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task List_can_be_enumerated_twice()
    {
        using var server = Numbers(3);
        using var client = server.Connect();
        var list = client.Things.ListAsync().WithPageSize(2);
        Assert.That(await Items(list), Has.Count.EqualTo(3));
        Assert.That(await Items(list), Has.Count.EqualTo(3));
        Assert.That(server.Requests, Has.Count.EqualTo(4));
    }

    [TestCase(0, 0)]
    [TestCase(1, 1)]
    [TestCase(150, 1)]
    [TestCase(151, 2)]
    [TestCase(300, 2)]
    [TestCase(1000, 2)]
    public async Task Take_requests_only_the_needed_pages(int count, int requests)
    {
        using var server = Numbers(300);
        using var client = server.Connect();
        Assert.That(await Items(client.Things.ListAsync().WithPageSize(150).Take(count)), Has.Count.EqualTo(Math.Min(count, 300)));
        Assert.That(server.Requests, Has.Count.EqualTo(requests));
    }

    [Test]
    public async Task Smaller_Take_applies()
    {
        using var server = Numbers(10);
        using var client = server.Connect();
        Assert.That(await Items(client.Things.ListAsync().Take(5).Take(7)), Has.Count.EqualTo(5));
        Assert.That(await Items(client.Things.ListAsync().Take(5).Take(2)), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Take_zero_sends_no_request()
    {
        using var server = Numbers(10);
        using var client = server.Connect();
        Assert.That(await Pages(client.Things.ListAsync().Take(0).AsPages()), Is.Empty);
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public void Rejects_invalid_sizes()
    {
        using var server = Numbers(10);
        using var client = server.Connect();
        var list = client.Things.ListAsync();
        Assert.That(() => list.WithPageSize(0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => list.AsPages(pageSize: 0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => list.Take(-1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public async Task Settings_are_combined()
    {
        using var server = Numbers(10);
        using var client = server.Connect();
        var list = client.Things.ListAsync().WithoutPrefetch().Take(5).WithPageSize(3);
        await using var items = list.GetAsyncEnumerator();
        await items.MoveNextAsync();
        Assert.That(server.Request.Target, Is.EqualTo("/things?per_page=3"), "One request only: without prefetch.");
        Assert.That(await Items(list.WithPageSize(4).WithoutPrefetch()), Has.Count.EqualTo(5));
    }

    [Test]
    public async Task First_page_is_one_request()
    {
        using var server = Numbers(10);
        using var client = server.Connect();
        var page = await client.Things.ListAsync().WithPageSize(4).FirstPageAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Items, Has.Count.EqualTo(4));
            Assert.That(page.Continuation, Is.Not.Null);
            Assert.That(page.TotalCount, Is.EqualTo(10));
            Assert.That(server.Request.Target, Is.EqualTo("/things?per_page=4"));
        }
    }

    [Test]
    public async Task Page_size_of_AsPages_takes_precedence()
    {
        using var server = Numbers(10);
        using var client = server.Connect();
        var pages = await Pages(client.Things.ListAsync().WithPageSize(2).AsPages(pageSize: 6));
        Assert.That(pages.Select(page => page.Items.Count), Is.EqualTo(new[] { 6, 4 }));
    }

    [Test]
    public async Task Enumeration_can_be_resumed_in_another_process()
    {
        using var server = Numbers(10);
        using var first = server.Connect();
        string? continuation = null;
        await foreach (var page in first.Things.ListAsync().AsPages(pageSize: 4))
        {
            continuation = page.Continuation;
            break;
        }

        using var second = server.Connect();
        var rest = await Pages(second.Things.ListAsync().AsPages(continuation, 4));
        Assert.That(rest.SelectMany(page => page.Items).Select(thing => thing.Count), Is.EqualTo(new long?[] { 4, 5, 6, 7, 8, 9 }));
        Assert.That(rest[^1].Continuation, Is.Null);
    }

    [TestCase("")]
    [TestCase("nonsense")]
    [TestCase("=")]
    [TestCase("=x")]
    [TestCase("starting_after=")]
    [TestCase("offset=3")]
    [TestCase("page=two")]
    [TestCase("page=-1")]
    [TestCase(" page=1")]
    public void Rejects_an_invalid_continuation_at_once(string continuation)
    {
        using var server = Numbers(10);
        using var client = server.Connect();
        var list = client.Things.ListAsync();
        Assert.That(() => list.AsPages(continuation), Throws.ArgumentException.With.Message.Contains($"'{continuation}'"));
        Assert.That(server.Requests, Is.Empty);
    }

    [TestCase("starting_after=a=b==")]
    [TestCase("page=3")]
    [TestCase("scroll_param=s")]
    [TestCase("cursor=c")]
    public async Task Sends_the_continuation_unchanged(string continuation)
    {
        using var server = StubServer.RespondingWith("""{"data":[]}""");
        using var client = server.Connect();
        await Pages(client.Things.ListAsync().AsPages(continuation));
        Assert.That(Uri.UnescapeDataString(server.Request.Target), Is.EqualTo($"/things?{continuation}"));
    }

    [Test]
    public async Task Prefetches_one_page_at_most()
    {
        using var server = Numbers(10);
        using var client = server.Connect();
        await using var pages = client.Things.ListAsync().AsPages(pageSize: 2).GetAsyncEnumerator();
        for (var read = 1; read <= 4; read++)
        {
            await pages.MoveNextAsync();
            Assert.That(server.Requests, Has.Count.EqualTo(read + 1));
        }

        await pages.MoveNextAsync();
        Assert.That(server.Requests, Has.Count.EqualTo(5));
        Assert.That(await pages.MoveNextAsync(), Is.False);
        Assert.That(server.Requests, Has.Count.EqualTo(5));
    }

    [Test]
    public async Task Returns_a_page_while_the_next_one_is_requested()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = new StubServer(async (request, cancellationToken) =>
        {
            if (request.Target != "/things")
                await release.Task.WaitAsync(cancellationToken);
            return Page(request, 4, 2);
        });
        using var client = server.Connect();
        await using var pages = client.Things.ListAsync().AsPages().GetAsyncEnumerator();
        Assert.That(await pages.MoveNextAsync(), Is.True);
        Assert.That(server.Open, Is.EqualTo(1));
        release.SetResult();
        Assert.That(await pages.MoveNextAsync(), Is.True);
        Assert.That(await pages.MoveNextAsync(), Is.False);
    }

    [Test]
    public async Task WithoutPrefetch_requests_each_page_on_demand()
    {
        using var server = Numbers(6);
        using var client = server.Connect();
        await using var pages = client.Things.ListAsync().WithoutPrefetch().AsPages(pageSize: 2).GetAsyncEnumerator();
        for (var read = 1; read <= 3; read++)
        {
            await pages.MoveNextAsync();
            Assert.That(server.Requests, Has.Count.EqualTo(read));
        }

        Assert.That(await pages.MoveNextAsync(), Is.False);
        Assert.That(server.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Leaving_the_loop_early_cancels_the_prefetch()
    {
        var canceled = new TaskCompletionSource<bool>();
        using var server = SecondPageWaits(canceled);
        using var client = server.Connect();
        await foreach (var thing in client.Things.ListAsync())
        {
            Assert.That(server.Open, Is.EqualTo(1));
            break;
        }

        Assert.That(server.Open, Is.Zero);
        Assert.That(await canceled.Task, Is.True);
        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Exception_of_the_loop_is_not_hidden_by_the_prefetch()
    {
        using var server = new StubServer((request, _) => request.Target == "/things" ? Task.FromResult(Page(request, 4, 2)) : throw new HttpRequestException("late"));
        using var client = server.Connect();
        Assert.That(
            async () =>
            {
                await foreach (var thing in client.Things.ListAsync())
                    throw new InvalidCastException("mine");
            },
            Throws.TypeOf<InvalidCastException>().With.Message.EqualTo("mine"));
    }

    [Test]
    public async Task Leaving_the_loop_early_ignores_a_failed_prefetch()
    {
        var asked = 0;
        using var server = new StubServer(request => Page(request, 4, 2));
        using var client = server.Connect(options => options.AccessTokenProvider = async cancellationToken =>
        {
            if (Interlocked.Increment(ref asked) == 1)
                return "t";
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                throw new InvalidOperationException("The vault is closed.");
            }

            return "never";
        });
        var count = 0;
        await foreach (var thing in client.Things.ListAsync())
        {
            count++;
            break;
        }

        Assert.That((count, asked), Is.EqualTo((1, 2)));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Cancellation_during_the_enumeration_keeps_the_callers_token(bool ofTheCall)
    {
        var canceled = new TaskCompletionSource<bool>();
        using var source = new CancellationTokenSource();
        using var server = SecondPageWaits(canceled);
        using var client = server.Connect();
        var list = ofTheCall ? client.Things.ListAsync(cancellationToken: source.Token) : client.Things.ListAsync();
        await using var pages = list.AsPages().GetAsyncEnumerator(ofTheCall ? default : source.Token);
        await pages.MoveNextAsync();
        var next = pages.MoveNextAsync().AsTask();
        await source.CancelAsync();
        var thrown = await Assert.CatchAsync<OperationCanceledException>(() => next);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown.CancellationToken, Is.EqualTo(source.Token));
            Assert.That(server.Open, Is.Zero);
            Assert.That(await canceled.Task, Is.True);
        }
    }

    [Test]
    public async Task Cancellation_of_the_first_page_keeps_the_callers_token()
    {
        using var source = new CancellationTokenSource();
        using var server = StubServer.Silent();
        using var client = server.Connect();
        var page = client.Things.ListAsync().FirstPageAsync(source.Token);
        await source.CancelAsync();
        Assert.That((await Assert.CatchAsync<OperationCanceledException>(() => page))!.CancellationToken, Is.EqualTo(source.Token));
    }

    [TestCase("""{"data":[{}],"pages":{"next":{"starting_after":"c"}}}""", "starting_after=c")]
    [TestCase("""{"data":[{}],"pages":{"next":"https://api.intercom.io/things?page=2"}}""", "page=2")]
    [TestCase("""{"data":[],"next_cursor":"n","has_more":true}""", "cursor=n")]
    public async Task Repeated_cursor_throws(string body, string continuation)
    {
        using var server = new StubServer(_ => StubServer.Json(body));
        using var client = server.Connect();
        var given = 0;
        var thrown = await Assert.ThrowsAsync<IntercomPagingException>(async () =>
        {
            await foreach (var page in client.Things.ListAsync().AsPages())
                given++;
        });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(given, Is.EqualTo(2), "The page that was read is given before the walk fails.");
            Assert.That(server.Requests, Has.Count.EqualTo(2));
            Assert.That(thrown.Continuation, Is.EqualTo(continuation));
            Assert.That(thrown.Message, Does.Contain($"'{continuation}'").And.Contain("Things.List"));
        }
    }

    [Test]
    public async Task Cycle_of_cursors_throws()
    {
        using var server = new StubServer(request =>
            StubServer.Json($$$"""{"data":[{}],"pages":{"next":{"starting_after":"{{{(request.Target.EndsWith("=a", StringComparison.Ordinal) ? "b" : "a")}}}"} } }"""));
        using var client = server.Connect();
        Assert.That(() => Items(client.Things.ListAsync()), Throws.TypeOf<IntercomPagingException>());
        Assert.That(server.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Continuation_counts_as_read()
    {
        using var server = new StubServer(_ => StubServer.Json("""{"data":[{}],"pages":{"next":{"starting_after":"c"}}}"""));
        using var client = server.Connect();
        Assert.That(() => Pages(client.Things.ListAsync().AsPages("starting_after=c")), Throws.TypeOf<IntercomPagingException>());
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Failure_has_the_continuation()
    {
        using var server = new StubServer(request => request.Target.Contains("=4", StringComparison.Ordinal) ? StubServer.Json("{}", 500) : Page(request, 10, 2));
        using var client = server.Connect();
        var given = 0;
        var thrown = await Assert.ThrowsAsync<IntercomServerException>(async () =>
        {
            await foreach (var thing in client.Things.ListAsync())
                given++;
        });
        Assert.That(given, Is.EqualTo(4), "What was read before is given.");
        Assert.That(thrown.Continuation, Is.EqualTo("starting_after=4"));
    }

    [Test]
    public void Failure_of_the_first_page_has_no_continuation()
    {
        using var server = new StubServer(_ => StubServer.Json("{}", 500));
        using var client = server.Connect();
        Assert.That(
            () => Items(client.Things.ListAsync()),
            Throws.TypeOf<IntercomServerException>().With.Property(nameof(IntercomException.Continuation)).Null);
    }

    [Test]
    public void Unreadable_response_has_the_continuation()
    {
        using var server = StubServer.RespondingWith("""{"data":[{}],"pages":{"next":{"starting_after":"c"}}}""", """{"data":5}""");
        using var client = server.Connect();
        Assert.That(
            () => Items(client.Things.ListAsync()),
            Throws.TypeOf<IntercomResponseException>().With.Property(nameof(IntercomException.Continuation)).EqualTo("starting_after=c"));
    }

    [Test]
    public async Task Timeout_applies_to_each_page()
    {
        using var server = Numbers(6);
        using var client = server.Connect();
        var seen = 0;
        var options = new RequestOptions { Timeout = TimeSpan.FromMinutes(1), OnResponse = _ => seen++, Headers = { ["X-Trace"] = "1" } };
        await Items(client.Things.ListAsync(options: options).WithPageSize(2));
        Assert.That(seen, Is.EqualTo(3));
        Assert.That(server.Requests.Select(request => request.Header("X-Trace")), Is.All.EqualTo("1"));
    }

    [Test]
    public async Task Fixed_pages_are_enumerated_like_real_pages()
    {
        var list = IntercomPageable<int>.FromPages(
            new IntercomPage<int>([1, 2], totalCount: 3) { Envelope = new Newtonsoft.Json.Linq.JObject { ["a"] = 1 } }, new IntercomPage<int>([]), new IntercomPage<int>([3]));
        var pages = new List<IntercomPage<int>>();
        await foreach (var page in list.AsPages())
            pages.Add(page);
        var rest = new List<int>();
        await foreach (var page in list.AsPages(pages[0].Continuation))
            rest.AddRange(page.Items);
        var taken = new List<int>();
        await foreach (var item in list.Take(2))
            taken.Add(item);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(pages.SelectMany(page => page.Items), Is.EqualTo(new[] { 1, 2, 3 }));
            Assert.That(pages[0].TotalCount, Is.EqualTo(3));
            Assert.That(pages[0].Envelope, Is.Not.Null);
            Assert.That(pages[2].Continuation, Is.Null);
            Assert.That(rest, Is.EqualTo(new[] { 3 }));
            Assert.That(taken, Is.EqualTo(new[] { 1, 2 }));
            Assert.That((await list.FirstPageAsync()).Items, Is.EqualTo(new[] { 1, 2 }));
        }
    }

    [Test]
    public async Task FromPages_without_pages_is_an_empty_list()
    {
        await foreach (var item in IntercomPageable<int>.FromPages())
            Assert.Fail($"{item}");
    }

    [TestCase("starting_after=x")]
    [TestCase("page=0")]
    [TestCase("page=9")]
    public void Fixed_pages_reject_the_continuation_of_another_list(string continuation) =>
        Assert.That(
            async () =>
            {
                await foreach (var page in IntercomPageable<int>.FromPages(new IntercomPage<int>([1])).AsPages(continuation))
                    _ = page;
            },
            Throws.ArgumentException.With.Message.Contains(continuation));

    [Test]
    public async Task Fixed_pages_honor_cancellation()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        Assert.That(() => IntercomPageable<int>.FromPages().FirstPageAsync(source.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    // Things 0, 1, 2, and so on, by cursor, with the page size of the request.
    private static StubServer Numbers(int total) => new(request => Page(request, total, 150));

    private static HttpResponseMessage Page(RecordedRequest request, int total, int usualSize)
    {
        var start = Parameter(request, "starting_after") ?? 0;
        var end = Math.Min(start + (Parameter(request, "per_page") ?? usualSize), total);
        var items = string.Join(",", Enumerable.Range(start, end - start).Select(number => $$"""{"count":{{number}}}"""));
        var next = end < total ? $$$""" ,"next":{"starting_after":"{{{end}}}" } """ : "";
        return StubServer.Json($$$"""{"type":"list","data":[{{{items}}}],"total_count":{{{total}}},"pages":{"type":"pages" {{{next}}} } }""");
    }

    private static int? Parameter(RecordedRequest request, string name)
    {
        var pair = new Uri(request.Address).Query.TrimStart('?').Split('&').FirstOrDefault(pair => pair.StartsWith(name + "=", StringComparison.Ordinal));
        return pair is null ? null : int.Parse(pair[(name.Length + 1)..], CultureInfo.InvariantCulture);
    }

    private static StubServer SecondPageWaits(TaskCompletionSource<bool> canceled) => new(async (request, cancellationToken) =>
    {
        if (request.Target == "/things")
            return Page(request, 4, 2);
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            canceled.SetResult(true);
            throw;
        }

        return new HttpResponseMessage(HttpStatusCode.OK);
    });

    private static async Task<List<Thing>> Items(IntercomPageable<Thing> list)
    {
        var items = new List<Thing>();
        await foreach (var thing in list)
            items.Add(thing);
        return items;
    }

    private static async Task<List<IntercomPage<Thing>>> Pages(IAsyncEnumerable<IntercomPage<Thing>> list)
    {
        var pages = new List<IntercomPage<Thing>>();
        await foreach (var page in list)
            pages.Add(page);
        return pages;
    }
}
