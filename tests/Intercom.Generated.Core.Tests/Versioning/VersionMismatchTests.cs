namespace Intercom.Generated.Core.Tests.Versioning;

/// <summary>The Intercom-Version header of responses is compared with the requested version.</summary>
public class VersionMismatchTests
{
    private const string NotFound = """{"type":"error.list","request_id":"b-1","errors":[{"code":"not_found","message":"Not here"}]}""";

    [Test]
    public void Default_policy_is_Warn() => Assert.That(new IntercomClientOptions().VersionMismatch, Is.EqualTo(VersionMismatchPolicy.Warn));

    [Test]
    public void Rejects_an_unknown_policy()
    {
        using var server = StubServer.RespondingWith();
        Assert.That(() => server.Connect(options => options.VersionMismatch = (VersionMismatchPolicy)9), Throws.ArgumentException.With.Message.Contains("VersionMismatch 9"));
    }

    [Test]
    public async Task Warn_reports_the_mismatch_and_continues()
    {
        var seen = new List<VersionMismatch>();
        using var server = Of("2.11");
        using var client = server.Connect(options => options.OnVersionMismatch = seen.Add);
        Assert.That((await client.Things.GetAsync("1")).Id, Is.EqualTo("1"));
        Assert.That(seen, Is.EqualTo(new[] { new VersionMismatch(ApiVersion.V2_14, ApiVersion.V2_11, "2.11", "Things.Get", "r-1") }));
    }

    [TestCase("2.14")]
    [TestCase(" 2.14 ")]
    [TestCase("")]
    [TestCase(null)]
    public async Task Same_or_missing_version_is_not_a_mismatch(string? header)
    {
        var seen = new List<VersionMismatch>();
        using var server = Of(header);
        using var client = server.Connect(options => (options.VersionMismatch, options.OnVersionMismatch) = (VersionMismatchPolicy.Throw, seen.Add));
        await client.Things.GetAsync("1");
        Assert.That(seen, Is.Empty);
    }

    [TestCase("preview", true)]
    [TestCase("Preview", true)]
    [TestCase("PREVIEW", true)]
    [TestCase("2.14", false)]
    [TestCase("Unstable", false)]
    public async Task Preview_is_compared_without_case(string header, bool isSame)
    {
        var seen = new List<VersionMismatch>();
        using var server = Of(header);
        using var client = new VersionedClient(ApiVersion.Preview, new IntercomClientOptions(StubServer.Token) { HttpMessageHandler = server, OnVersionMismatch = seen.Add });
        await client.Things.GetAsync("1");
        Assert.That(seen, Has.Count.EqualTo(isSame ? 0 : 1));
    }

    [Test]
    public async Task Invalid_version_is_a_mismatch_with_the_raw_header()
    {
        var seen = new List<VersionMismatch>();
        using var server = Of("Unstable");
        using var client = server.Connect(options => options.OnVersionMismatch = seen.Add);
        await client.Things.GetAsync("1");
        Assert.That(seen.Single(), Is.EqualTo(new VersionMismatch(ApiVersion.V2_14, null, "Unstable", "Things.Get", "r-1")));
    }

    [Test]
    public async Task Ignore_reports_nothing()
    {
        var seen = new List<VersionMismatch>();
        using var server = Of("2.11");
        using var client = server.Connect(options => (options.VersionMismatch, options.OnVersionMismatch) = (VersionMismatchPolicy.Ignore, seen.Add));
        await client.Things.GetAsync("1");
        Assert.That(seen, Is.Empty);
    }

    [Test]
    public async Task Throw_reports_the_mismatch_and_throws()
    {
        var seen = new List<VersionMismatch>();
        using var server = Of("2.11");
        using var client = server.Connect(options => (options.VersionMismatch, options.OnVersionMismatch) = (VersionMismatchPolicy.Throw, seen.Add));
        var thrown = (await Assert.ThrowsAsync<IntercomVersionMismatchException>(() => client.Things.GetAsync("1")))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown, Is.InstanceOf<IntercomException>());
            Assert.That(thrown.RequestedVersion, Is.EqualTo(ApiVersion.V2_14));
            Assert.That(thrown.ResponseVersion, Is.EqualTo(ApiVersion.V2_11));
            Assert.That(thrown.Operation, Is.EqualTo("Things.Get"));
            Assert.That(thrown.RequestId, Is.EqualTo("r-1"));
            Assert.That(thrown.Response.Header("Intercom-Version"), Is.EqualTo("2.11"));
            Assert.That(thrown.Message, Does.Contain("2.14").And.Contain("2.11").And.Contain("r-1").And.Contain("has taken effect").And.Not.Contain(StubServer.Token));
            Assert.That(seen, Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task Throw_applies_to_every_kind_of_call()
    {
        using var server = Of("2.11");
        using var client = server.Connect(options => options.VersionMismatch = VersionMismatchPolicy.Throw);
        using (Assert.EnterMultipleScope())
        {
            await Assert.ThrowsAsync<IntercomVersionMismatchException>(() => client.Things.DeleteAsync("1"));
            await Assert.ThrowsAsync<IntercomVersionMismatchException>(() => client.Things.GetTranscriptAsync("1"));
            await Assert.ThrowsAsync<IntercomVersionMismatchException>(() => client.Things.DownloadAsync("1"));
            await Assert.ThrowsAsync<IntercomVersionMismatchException>(() => client.Things.ListAsync().FirstPageAsync());
        }
    }

    [Test]
    public async Task Error_response_reports_the_mismatch_and_throws_the_error()
    {
        var seen = new List<VersionMismatch>();
        using var server = new StubServer(_ => StubServer.Respond(404, NotFound, "application/json", ("Intercom-Version", "2.11")));
        using var client = server.Connect(options => (options.VersionMismatch, options.OnVersionMismatch) = (VersionMismatchPolicy.Throw, seen.Add));
        await Assert.ThrowsAsync<IntercomNotFoundException>(() => client.Things.GetAsync("1"));
        Assert.That(seen, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Mismatch_during_an_enumeration_has_the_continuation()
    {
        using var server = new StubServer(request => request.Target.Contains("starting_after", StringComparison.Ordinal)
            ? StubServer.Respond(200, """{"data":[{}]}""", "application/json", ("Intercom-Version", "2.12"))
            : StubServer.Json("""{"data":[{}],"pages":{"next":{"starting_after":"c"}}}"""));
        using var client = server.Connect(options => options.VersionMismatch = VersionMismatchPolicy.Throw);
        var thrown = (await Assert.ThrowsAsync<IntercomVersionMismatchException>(async () =>
        {
            await foreach (var thing in client.Things.ListAsync())
                _ = thing;
        }))!;
        Assert.That(thrown.Continuation, Is.EqualTo("starting_after=c"));
    }

    [Test]
    public async Task Version_of_a_redirect_is_compared_too()
    {
        using var server = new StubServer(request => request.Target == "/things/1" ? Moved("2.11") : StubServer.Json("{}"));
        using var client = server.Connect(options => options.VersionMismatch = VersionMismatchPolicy.Throw);
        await Assert.ThrowsAsync<IntercomVersionMismatchException>(() => client.Things.GetAsync("1"));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Response_from_another_host_is_not_compared()
    {
        using var server = new StubServer(request => request.Target == "/things/1" ? Moved("2.14") : StubServer.Respond(200, "{}", "application/json", ("Intercom-Version", "2.11")));
        using var client = server.Connect(options => options.VersionMismatch = VersionMismatchPolicy.Throw);
        await client.Things.GetAsync("1");
        Assert.That(server.Requests[1].Address, Is.EqualTo("https://files.example/1"));
    }

    [TestCase("preview")]
    [TestCase("PREVIEW")]
    [TestCase(" Preview ")]
    public async Task Case_of_the_version_does_not_matter(string echo)
    {
        var seen = new List<VersionMismatch>();
        using var server = Of(echo);
        using var invoker = new Intercom.Generated.Runtime.OperationInvoker(
            ApiVersion.Preview, new IntercomClientOptions(StubServer.Token) { HttpMessageHandler = server, OnVersionMismatch = seen.Add }, "Tests");
        await invoker.SendAsync(new Intercom.Generated.Runtime.ApiRequest(IntercomOperations.ThingsList), null, default);
        Assert.That(seen, Is.Empty);
    }

    [Test]
    public async Task Exception_of_the_callback_is_the_inner_exception()
    {
        using var server = Of("2.11");
        using var client = server.Connect(options => options.OnVersionMismatch = _ => throw new NotSupportedException("No."));
        var thrown = await Assert.ThrowsAsync<IntercomRequestException>(() => client.Things.GetAsync("1"));
        Assert.That(thrown.InnerException, Is.TypeOf<NotSupportedException>());
    }

    [Test]
    public async Task Options_are_copied()
    {
        var seen = new List<VersionMismatch>();
        using var server = Of("2.11");
        var options = new IntercomClientOptions(StubServer.Token) { HttpMessageHandler = server, OnVersionMismatch = seen.Add };
        using var client = new IntercomClient(options);
        options.OnVersionMismatch = null;
        options.VersionMismatch = VersionMismatchPolicy.Throw;
        await client.Things.GetAsync("1");
        Assert.That(seen, Has.Count.EqualTo(1));
    }

    private static StubServer Of(string? version) => new(_ => version is null
        ? StubServer.Json("""{"id":"1"}""")
        : StubServer.Respond(200, """{"id":"1","data":[]}""", "application/json", ("Intercom-Version", version), ("X-Request-Id", "r-1")));

    private static HttpResponseMessage Moved(string version)
    {
        var message = StubServer.Redirect(302, "https://files.example/1");
        message.Headers.Add("Intercom-Version", version);
        return message;
    }
}
