using Intercom.Generated.Runtime;

namespace Intercom.Generated.Core.Tests.Versioning;

/// <summary>The error of a scroll states what to do. The client never restarts the scroll.</summary>
public class ScrollFailureTests
{
    private const string Restart = "Request failed due to an internal network error. Please restart the scroll operation.";
    private const string FirstPage = """{"data":[{"id":"1"}],"scroll_param":"s-1"}""";

    private static readonly ApiOperation Scroll = new("Things.Scroll", "GET", "/things/scroll") { Items = "data", IsScroll = true };

    [Test]
    public async Task Recognizes_another_open_scroll_by_its_code()
    {
        var thrown = await Begin(400, Error("scroll_exists", "some text"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown, Is.TypeOf<IntercomScrollException>().And.InstanceOf<IntercomApiException>());
            Assert.That((thrown as IntercomScrollException)?.Reason, Is.EqualTo(ScrollFailureReason.AnotherScrollIsOpen));
            Assert.That(thrown.Message, Does.Contain("only one open scroll").And.Contain("not been used for a minute").And.Contain("from the beginning").And.Contain("b-1"));
            Assert.That(thrown.Errors[0].Code, Is.EqualTo("scroll_exists"));
            Assert.That((int)thrown.StatusCode, Is.EqualTo(400));
        }
    }

    [TestCase(404, """{"type":"error.list","errors":[{"code":"not_found","message":"scroll parameter not found","field":"scroll_param"}]}""")]
    [TestCase(404, """{"type":"error.list","errors":[{"code":"not_found"}]}""")]
    [TestCase(404, "")]
    [TestCase(400, """{"type":"error.list","errors":[{"code":"parameter_invalid","message":"scroll_param is invalid","field":"scroll_param"}]}""")]
    [TestCase(400, """{"type":"error.list","errors":[{"code":"bad_request","message":"bad 'scroll_param' parameter"}]}""")]
    [TestCase(400, "")]
    public async Task Unknown_scroll_parameter_is_an_expired_scroll(int status, string body) =>
        AssertEnded(await GoOn(status, body), ScrollFailureReason.Expired, "within a minute");

    [TestCase(500)]
    [TestCase(502)]
    [TestCase(503)]
    public async Task Server_error_during_a_scroll_ends_it(int status) =>
        AssertEnded(await GoOn(status, Error("server_error", Restart)), ScrollFailureReason.InternalError, "does not restart it for you");

    [Test]
    public async Task Server_error_during_a_scroll_needs_no_body() => AssertEnded(await GoOn(500, ""), ScrollFailureReason.InternalError, "from the beginning");

    [Test]
    public async Task Status_500_at_the_start_is_a_scroll_failure() =>
        Assert.That((await Begin(500, Error("server_error", Restart)) as IntercomScrollException)?.Reason, Is.EqualTo(ScrollFailureReason.InternalError));

    [TestCase(502, typeof(IntercomServerException))]
    [TestCase(503, typeof(IntercomServerException))]
    [TestCase(404, typeof(IntercomNotFoundException))]
    [TestCase(400, typeof(IntercomBadRequestException))]
    [TestCase(401, typeof(IntercomAuthenticationException))]
    public async Task Other_failures_at_the_start_are_not_scroll_failures(int status, Type type) => Assert.That(await Begin(status, Error("c", "m")), Is.TypeOf(type));

    [TestCase(401, typeof(IntercomAuthenticationException))]
    [TestCase(403, typeof(IntercomForbiddenException))]
    [TestCase(429, typeof(IntercomRateLimitException))]
    public async Task Rejected_requests_during_a_scroll_can_be_resumed(int status, Type type)
    {
        var thrown = await GoOn(status, Error("c", "m"));
        Assert.That(thrown, Is.TypeOf(type));
        Assert.That(thrown.Continuation, Is.EqualTo("scroll_param=s-1"));
    }

    [Test]
    public async Task Error_about_another_parameter_is_not_an_expired_scroll() =>
        Assert.That(
            await GoOn(400, """{"type":"error.list","errors":[{"code":"parameter_invalid","message":"m","field":"per_page"}]}"""),
            Is.TypeOf<IntercomBadRequestException>());

    [TestCase(500, typeof(IntercomServerException))]
    [TestCase(404, typeof(IntercomNotFoundException))]
    public async Task Same_responses_to_another_list_are_not_scroll_failures(int status, Type type)
    {
        using var server = Failing(status, Error("c", Restart), """{"data":[{}],"pages":{"next":{"starting_after":"c"}}}""");
        using var client = server.Connect();
        Assert.That(await Walk(client.Things.ListAsync()), Is.TypeOf(type).With.Property(nameof(IntercomException.Continuation)).EqualTo("starting_after=c"));
    }

    [Test]
    public async Task Recognizes_a_scroll_parameter_from_the_caller()
    {
        using var server = new StubServer(_ => StubServer.Json(Error("not_found", "m"), 404));
        using var invoker = server.Invoker();
        var list = invoker.List<Thing>(new ApiRequest(Scroll), new RequestOptions { Query = { ["scroll_param"] = "s-0" } }, default);
        await Assert.ThrowsAsync<IntercomScrollException>(() => list.FirstPageAsync());
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Failed_scroll_is_not_restarted(bool prefetch)
    {
        using var server = Failing(500, Error("server_error", Restart), FirstPage);
        using var invoker = server.Invoker();
        var list = invoker.List<Thing>(new ApiRequest(Scroll), null, default);
        Assert.That(await Walk(prefetch ? list : list.WithoutPrefetch()), Is.TypeOf<IntercomScrollException>());
        Assert.That(server.Requests.Select(request => request.Target), Is.EqualTo(new[] { "/things/scroll", "/things/scroll?scroll_param=s-1" }));
    }

    [Test]
    public async Task Page_of_a_scroll_that_may_be_lost_leaves_no_continuation()
    {
        using var broken = new StubServer(request => request.Target.Contains("scroll_param", StringComparison.Ordinal)
            ? throw new HttpRequestException("reset")
            : StubServer.Json(FirstPage));
        using var invoker = broken.Invoker();
        Assert.That(
            await Walk(invoker.List<Thing>(new ApiRequest(Scroll), null, default)),
            Is.TypeOf<IntercomConnectionException>().With.Property(nameof(IntercomException.Continuation)).Null);
    }

    private static void AssertEnded(IntercomException thrown, ScrollFailureReason reason, string advice)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((thrown as IntercomScrollException)?.Reason, Is.EqualTo(reason));
            Assert.That(thrown.Message, Does.Contain("estart from the beginning").And.Contain(advice));
            Assert.That(thrown.Operation, Is.EqualTo("Things.Scroll"));
            Assert.That(thrown.Continuation, Is.Null);
        }
    }

    private static async Task<IntercomApiException> Begin(int status, string body)
    {
        using var server = new StubServer(_ => StubServer.Json(body, status));
        using var invoker = server.Invoker();
        return (IntercomApiException)await Walk(invoker.List<Thing>(new ApiRequest(Scroll), null, default));
    }

    private static async Task<IntercomException> GoOn(int status, string body)
    {
        using var server = Failing(status, body, FirstPage);
        using var invoker = server.Invoker();
        return await Walk(invoker.List<Thing>(new ApiRequest(Scroll), null, default));
    }

    private static StubServer Failing(int status, string body, string firstPage) =>
        new(request => request.Target.Contains('?', StringComparison.Ordinal) ? StubServer.Json(body, status) : StubServer.Json(firstPage));

    private static async Task<IntercomException> Walk(IntercomPageable<Thing> list) => (await Assert.CatchAsync<IntercomException>(async () =>
    {
        await foreach (var thing in list)
            _ = thing;
    }))!;

    private static string Error(string code, string message) =>
        $$"""{"type":"error.list","request_id":"b-1","errors":[{"code":"{{code}}","message":"{{message}}"}]}""";
}
