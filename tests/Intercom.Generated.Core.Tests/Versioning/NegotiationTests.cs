using System.Net;

namespace Intercom.Generated.Core.Tests.Versioning;

/// <summary>The results and failures of negotiations.</summary>
public class NegotiationTests
{
    [Test]
    public async Task Finds_the_newest_accepted_version_regardless_of_the_order()
    {
        var server = new WorkspaceServer("2.11", "2.11", "2.12");
        var found = await server.Negotiator(ApiVersion.V2_11, ApiVersion.Preview, ApiVersion.V2_12, ApiVersion.V2_14).NegotiateAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Version, Is.EqualTo(ApiVersion.V2_12));
            Assert.That(server.RequestedVersions, Is.EqualTo(new[] { "Preview", "2.14", "2.12", null }));
            Assert.That(server.Stub.Requests.Select(request => $"{request.Method} {request.Target}"), Is.All.EqualTo("GET /me"));
            Assert.That(server.Stub.Requests.Select(request => request.Header("Authorization")), Is.All.EqualTo($"Bearer {StubServer.Token}"));
            Assert.That(found.WorkspaceDefault, Is.EqualTo(ApiVersion.V2_11));
            Assert.That(found.Region, Is.EqualTo("US"));
            Assert.That(found.RegionMismatch, Is.Null);
            Assert.That(
                found.Attempts,
                Is.EqualTo(new VersionNegotiationAttempt[]
                {
                    new(ApiVersion.Preview, VersionNegotiationOutcome.Rejected, null, "b-1"),
                    new(ApiVersion.V2_14, VersionNegotiationOutcome.Rejected, null, "b-1"),
                    new(ApiVersion.V2_12, VersionNegotiationOutcome.Accepted, ApiVersion.V2_12, "r-2.12"),
                }));
        }
    }

    [Test]
    public async Task Lookup_of_the_default_is_optional()
    {
        var server = new WorkspaceServer("2.11", "2.14");
        var negotiator = new IntercomVersionNegotiator(server.Options(), WorkspaceServer.Candidates(ApiVersion.V2_14)) { FindWorkspaceDefault = false };
        Assert.That((await negotiator.NegotiateAsync()).WorkspaceDefault, Is.Null);
        Assert.That(server.RequestedVersions, Is.EqualTo(new[] { "2.14" }));
    }

    [Test]
    public async Task Default_is_null_if_not_reported()
    {
        var server = new WorkspaceServer(standard: null, "2.14");
        Assert.That((await server.Negotiator(ApiVersion.V2_14).NegotiateAsync()).WorkspaceDefault, Is.Null);
    }

    [Test]
    public async Task Default_is_null_if_rejected()
    {
        var server = new WorkspaceServer("2.11", "2.14") { Override = version => version is null ? StubServer.Json(WorkspaceServer.UnknownVersion, 400) : null };
        var found = await server.Negotiator(ApiVersion.V2_14).NegotiateAsync();
        Assert.That(found.Version, Is.EqualTo(ApiVersion.V2_14));
        Assert.That(found.WorkspaceDefault, Is.Null);
    }

    [TestCase("EU", IntercomRegion.UnitedStates, IntercomRegion.Europe)]
    [TestCase("eu", IntercomRegion.Australia, IntercomRegion.Europe)]
    [TestCase("AU", IntercomRegion.UnitedStates, IntercomRegion.Australia)]
    [TestCase("US", IntercomRegion.Europe, IntercomRegion.UnitedStates)]
    [TestCase("EU", IntercomRegion.Europe, null)]
    [TestCase("MOON", IntercomRegion.UnitedStates, null)]
    public async Task Recognizes_a_token_of_another_region(string region, IntercomRegion asked, IntercomRegion? expected)
    {
        var server = new WorkspaceServer(null, "2.14") { Region = region };
        var negotiator = new IntercomVersionNegotiator(server.Options(options => options.Region = asked), WorkspaceServer.Candidates(ApiVersion.V2_14));
        var found = await negotiator.NegotiateAsync();
        Assert.That(found.Region, Is.EqualTo(region));
        Assert.That(found.RegionMismatch, Is.EqualTo(expected));
    }

    [Test]
    public async Task Custom_base_address_has_no_region_mismatch()
    {
        var server = new WorkspaceServer(null, "2.14") { Region = "EU" };
        var negotiator = new IntercomVersionNegotiator(
            server.Options(options => options.BaseAddress = new Uri("https://proxy.example/")), WorkspaceServer.Candidates(ApiVersion.V2_14));
        Assert.That((await negotiator.NegotiateAsync()).RegionMismatch, Is.Null);
    }

    [TestCase("{}")]
    [TestCase("""{"app":null}""")]
    [TestCase("""{"app":"x"}""")]
    [TestCase("""{"app":{"region":null}}""")]
    [TestCase("""{"app":{"region":1}}""")]
    [TestCase("""{"app":{"region":""}}""")]
    [TestCase("[]")]
    [TestCase("null")]
    public async Task Region_is_null_if_not_reported(string body)
    {
        var server = new WorkspaceServer(null) { Override = version => WorkspaceServer.Respond(version, body) };
        var found = await server.Negotiator(ApiVersion.V2_14).NegotiateAsync();
        Assert.That(found.Region, Is.Null);
        Assert.That(found.RegionMismatch, Is.Null);
    }

    [Test]
    public async Task Lists_the_attempts_if_no_version_is_accepted()
    {
        var server = new WorkspaceServer("2.9", "2.9") { Override = version => version == "2.12" ? WorkspaceServer.Respond("2.9", "{}") : null };
        var thrown = (await Assert.ThrowsAsync<IntercomVersionException>(() => server.Negotiator(ApiVersion.V2_12, ApiVersion.V2_14, ApiVersion.V2_11).NegotiateAsync()))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown.Reason, Is.EqualTo(VersionFailureReason.VersionNotKnown));
            Assert.That(thrown.AttemptedVersions, Is.EqualTo(new[] { ApiVersion.V2_14, ApiVersion.V2_12, ApiVersion.V2_11 }));
            Assert.That(thrown.Message, Does.Contain("2.14: rejected; 2.12: response has version 2.9; 2.11: rejected").And.Not.Contain(StubServer.Token));
            Assert.That(thrown.Errors[0].Code, Is.EqualTo("intercom_version_invalid"));
            Assert.That(server.RequestedVersions, Is.EqualTo(new[] { "2.14", "2.12", "2.11" }));
        }
    }

    private static IEnumerable<TestCaseData> Ends()
    {
        yield return End("bad token", typeof(IntercomAuthenticationException), () => WorkspaceServer.Failure(HttpStatusCode.Unauthorized, "unauthorized"));
        yield return End("plan", typeof(IntercomForbiddenException), () => WorkspaceServer.Failure(HttpStatusCode.Forbidden, "api_plan_restricted"));
        yield return End("rate limit", typeof(IntercomRateLimitException), () => WorkspaceServer.Failure(HttpStatusCode.TooManyRequests, "rate_limit_exceeded"));
        yield return End("outage", typeof(IntercomServerException), () => WorkspaceServer.Failure(HttpStatusCode.ServiceUnavailable, "service_unavailable"));
        yield return End("other refusal", typeof(IntercomBadRequestException), () => WorkspaceServer.Failure(HttpStatusCode.BadRequest, "bad_request"));
        yield return End("connection", typeof(IntercomConnectionException), () => throw new HttpRequestException("refused"));
        yield return End("no JSON", typeof(IntercomResponseException), () => StubServer.Respond(200, "<html>", "text/html"));

        static TestCaseData End(string name, Type type, Func<HttpResponseMessage> respond) => new TestCaseData(type, respond).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Ends))]
    public async Task Failure_ends_the_negotiation_and_is_not_cached(Type type, object respond)
    {
        var server = new WorkspaceServer("2.11", "2.12") { Override = _ => ((Func<HttpResponseMessage>)respond)() };
        var negotiator = server.Negotiator(ApiVersion.V2_14, ApiVersion.V2_12);
        var thrown = (await Assert.CatchAsync<IntercomException>(() => negotiator.NegotiateAsync()))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown, Is.TypeOf(type));
            Assert.That(thrown.Operation, Is.EqualTo("Admins.GetCurrent"));
            Assert.That(thrown.ToString(), Does.Not.Contain(StubServer.Token));
            Assert.That(server.RequestedVersions, Is.EqualTo(new[] { "2.14" }));
        }

        server.Override = null;
        Assert.That((await negotiator.NegotiateAsync()).Version, Is.EqualTo(ApiVersion.V2_12));
    }

    [TestCaseSource(nameof(Ends))]
    public void Failure_while_the_default_is_looked_up_ends_it_too(Type type, object respond)
    {
        var server = new WorkspaceServer("2.11", "2.14") { Override = version => version is null ? ((Func<HttpResponseMessage>)respond)() : null };
        Assert.That(() => server.Negotiator(ApiVersion.V2_14).NegotiateAsync(), Throws.TypeOf(type));
        Assert.That(NegotiationCache.For(server.Options()).Keys, Is.Empty);
    }

    [Test]
    public async Task Timeout_ends_the_negotiation_at_once()
    {
        using var server = StubServer.Silent();
        var options = new IntercomClientOptions(StubServer.Token) { HttpMessageHandler = server, Timeout = TimeSpan.FromMilliseconds(10) };
        var negotiator = new IntercomVersionNegotiator(options, WorkspaceServer.Candidates(ApiVersion.V2_14, ApiVersion.V2_12));
        await Assert.ThrowsAsync<IntercomTimeoutException>(() => negotiator.NegotiateAsync());
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Rejects_a_version_if_the_response_has_another_version()
    {
        var server = new WorkspaceServer("2.12", "2.12") { Override = version => version == "2.14" ? WorkspaceServer.Respond("2.12", "{}") : null };
        var found = await server.Negotiator(ApiVersion.V2_14, ApiVersion.V2_12).NegotiateAsync();
        Assert.That(found.Version, Is.EqualTo(ApiVersion.V2_12));
        Assert.That(found.Attempts[0], Is.EqualTo(new VersionNegotiationAttempt(ApiVersion.V2_14, VersionNegotiationOutcome.DifferentVersion, ApiVersion.V2_12, "r-2.12")));
    }

    [Test]
    public async Task Accepts_another_version_in_the_response_if_the_header_is_ignored()
    {
        var server = new WorkspaceServer("2.12") { Override = version => WorkspaceServer.Respond("2.12", "{}") };
        var negotiator = new IntercomVersionNegotiator(
            server.Options(options => options.VersionMismatch = VersionMismatchPolicy.Ignore), WorkspaceServer.Candidates(ApiVersion.V2_14, ApiVersion.V2_12));
        Assert.That((await negotiator.NegotiateAsync()).Version, Is.EqualTo(ApiVersion.V2_14));
    }

    [TestCase(null)]
    [TestCase("Unstable")]
    public async Task Header_without_a_version_is_accepted(string? header)
    {
        var server = new WorkspaceServer(null) { Override = version => WorkspaceServer.Respond(header, "{}") };
        var found = await server.Negotiator(ApiVersion.Preview, ApiVersion.V2_14).NegotiateAsync();
        Assert.That(found.Version, Is.EqualTo(ApiVersion.Preview));
        Assert.That(found.Attempts[0].ResponseVersion, Is.Null);
    }

    [Test]
    public async Task Mismatch_within_a_negotiation_neither_warns_nor_throws()
    {
        var seen = new List<VersionMismatch>();
        var server = new WorkspaceServer("2.12", "2.12") { Override = version => version == "2.14" ? WorkspaceServer.Respond("2.12", "{}") : null };
        var negotiator = new IntercomVersionNegotiator(
            server.Options(options => (options.VersionMismatch, options.OnVersionMismatch) = (VersionMismatchPolicy.Throw, seen.Add)),
            WorkspaceServer.Candidates(ApiVersion.V2_14, ApiVersion.V2_12));
        await negotiator.NegotiateAsync();
        Assert.That(seen, Is.Empty);
    }

    [Test]
    public async Task Creates_the_client_once_on_first_use()
    {
        var server = new WorkspaceServer("2.11", "2.12");
        var made = new List<ApiVersion>();
        var negotiator = new IntercomVersionNegotiator(server.Options(), Candidate(ApiVersion.V2_14), Candidate(ApiVersion.V2_12));
        var found = await negotiator.NegotiateAsync();
        Assert.That(made, Is.Empty);

        var client = (VersionedClient)found.Client;
        Assert.That(found.Client, Is.SameAs(client));
        Assert.That(made, Is.EqualTo(new[] { ApiVersion.V2_12 }));
        await client.Things.GetAsync("1");
        Assert.That(server.Stub.Requests[^1].Header("Intercom-Version"), Is.EqualTo("2.12"));
        Assert.That((await negotiator.NegotiateAsync()).Client, Is.Not.SameAs(client));

        VersionCandidate Candidate(ApiVersion version) => new(version, options =>
        {
            made.Add(version);
            return new VersionedClient(version, options);
        });
    }

    [Test]
    public async Task Rejects_a_client_of_another_version()
    {
        var server = new WorkspaceServer(null, "2.14");
        var negotiator = new IntercomVersionNegotiator(server.Options(), new VersionCandidate(ApiVersion.V2_14, options => new VersionedClient(ApiVersion.V2_12, options)));
        var found = await negotiator.NegotiateAsync();
        Assert.That(() => found.Client, Throws.InvalidOperationException.With.Message.Contains("candidate for version 2.14 created a client for version 2.12"));
    }

    [Test]
    public async Task Reports_a_candidate_that_returns_null()
    {
        var server = new WorkspaceServer(null, "2.14");
        var negotiator = new IntercomVersionNegotiator(server.Options(), new VersionCandidate(ApiVersion.V2_14, _ => null!));
        var found = await negotiator.NegotiateAsync();
        Assert.That(() => found.Client, Throws.InvalidOperationException.With.Message.Contains("candidate for version 2.14 returned null"));
    }

    [Test]
    public async Task Token_of_a_provider_is_used()
    {
        var server = new WorkspaceServer(null, "2.12");
        var number = 0;
        var negotiator = new IntercomVersionNegotiator(
            server.Options(options => (options.AccessToken, options.AccessTokenProvider) = (null, _ => new($"token-{++number}"))),
            WorkspaceServer.Candidates(ApiVersion.V2_14, ApiVersion.V2_12));
        await negotiator.NegotiateAsync();
        Assert.That(server.Stub.Requests.Select(request => request.Header("Authorization")), Is.All.EqualTo("Bearer token-1"), "One token is for one outcome.");
    }

    [Test]
    public void Token_provider_that_returns_an_invalid_token_is_reported()
    {
        var server = new WorkspaceServer(null, "2.12");
        var negotiator = new IntercomVersionNegotiator(
            server.Options(options => options.AccessTokenProvider = _ => new("secret part")), WorkspaceServer.Candidates(ApiVersion.V2_14));
        Assert.That(() => negotiator.NegotiateAsync(), Throws.TypeOf<IntercomRequestException>().With.Message.Contains("AccessTokenProvider").And.Message.Not.Contains("secret"));
    }

    [Test]
    public void Rejects_invalid_candidates()
    {
        var options = new IntercomClientOptions("t");
        var candidate = WorkspaceServer.Candidates(ApiVersion.V2_14)[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => new IntercomVersionNegotiator(null!, candidate), Throws.ArgumentNullException);
            Assert.That(() => new IntercomVersionNegotiator(options), Throws.ArgumentException.With.Message.Contains("at least one"));
            Assert.That(() => new IntercomVersionNegotiator(options, candidate, null!), Throws.ArgumentException.With.Message.Contains("null"));
            Assert.That(() => new IntercomVersionNegotiator(options, candidate, candidate), Throws.ArgumentException.With.Message.Contains("two candidates for version 2.14"));
            Assert.That(() => new IntercomVersionNegotiator(new IntercomClientOptions(), candidate), Throws.ArgumentException.With.Message.Contains("AccessToken"));
            Assert.That(() => new IntercomVersionNegotiator(options, candidate) { CacheLifetime = TimeSpan.FromTicks(-1) }, Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => new VersionCandidate(default, _ => null!), Throws.ArgumentException.With.Message.Contains("empty"));
            Assert.That(() => new VersionCandidate(ApiVersion.V2_14, null!), Throws.ArgumentNullException);
        }
    }
}
