namespace Intercom.Generated.Core.Tests.Versioning;

/// <summary>Results of negotiations are cached, and concurrent negotiations share their requests.</summary>
public class NegotiationCacheTests
{
    private static readonly ApiVersion[] Both = [ApiVersion.V2_14, ApiVersion.V2_12];

    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Caches_a_result_for_an_hour()
    {
        var server = new WorkspaceServer("2.12", "2.12");
        var first = await Negotiator(server.Options()).NegotiateAsync();
        _now += TimeSpan.FromMinutes(59.9);
        var second = await Negotiator(server.Options()).NegotiateAsync();
        Assert.That(server.RequestedVersions.Count(), Is.EqualTo(3));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.Version, Is.EqualTo(first.Version));
            Assert.That(second.WorkspaceDefault, Is.EqualTo(first.WorkspaceDefault));
            Assert.That(second.Region, Is.EqualTo(first.Region));
            Assert.That(second.Attempts, Is.EqualTo(first.Attempts));
        }

        _now += TimeSpan.FromMinutes(0.1);
        await Negotiator(server.Options()).NegotiateAsync();
        Assert.That(server.RequestedVersions.Count(), Is.EqualTo(6));
    }

    [Test]
    public async Task Lifetime_can_be_set()
    {
        var server = new WorkspaceServer("2.12", "2.14");
        await Negotiator(server.Options(), TimeSpan.FromSeconds(1)).NegotiateAsync();
        _now += TimeSpan.FromSeconds(1);
        await Negotiator(server.Options(), TimeSpan.FromSeconds(1)).NegotiateAsync();
        Assert.That(server.RequestedVersions.Count(), Is.EqualTo(4));
    }

    [Test]
    public async Task Lifetime_of_zero_turns_the_cache_off()
    {
        var server = new WorkspaceServer("2.12", "2.14");
        await Negotiator(server.Options(), TimeSpan.Zero).NegotiateAsync();
        Assert.That(NegotiationCache.For(server.Options()).Keys, Is.Empty);
        await Negotiator(server.Options()).NegotiateAsync();
        await Negotiator(server.Options(), TimeSpan.Zero).NegotiateAsync();
        Assert.That(server.RequestedVersions.Count(), Is.EqualTo(6));
    }

    [Test]
    public async Task Setting_the_clock_back_does_not_extend_the_lifetime()
    {
        var server = new WorkspaceServer("2.12", "2.14");
        await Negotiator(server.Options()).NegotiateAsync();
        _now -= TimeSpan.FromDays(1);
        await Negotiator(server.Options()).NegotiateAsync();
        Assert.That(server.RequestedVersions.Count(), Is.EqualTo(4));
    }

    [Test]
    public async Task Another_token_address_version_or_setting_has_its_own_result()
    {
        var server = new WorkspaceServer("2.12", "2.14");
        await Negotiator(server.Options()).NegotiateAsync();
        await Negotiator(server.Options(options => options.AccessToken = "other")).NegotiateAsync();
        await Negotiator(server.Options(options => options.Region = IntercomRegion.Europe)).NegotiateAsync();
        await Negotiator(server.Options(options => options.BaseAddress = new Uri("https://proxy.example/"))).NegotiateAsync();
        await Negotiator(server.Options(options => options.VersionMismatch = VersionMismatchPolicy.Ignore)).NegotiateAsync();
        await new IntercomVersionNegotiator(server.Options(), WorkspaceServer.Candidates(ApiVersion.V2_14)) { Clock = () => _now }.NegotiateAsync();
        await new IntercomVersionNegotiator(server.Options(), WorkspaceServer.Candidates(Both)) { Clock = () => _now, FindWorkspaceDefault = false }.NegotiateAsync();
        Assert.That(server.RequestedVersions.Count(), Is.EqualTo(13));
    }

    [Test]
    public async Task Caches_a_result_for_the_process_with_shared_connections()
    {
        var server = new WorkspaceServer("2.12", "2.14");
        var token = Guid.NewGuid().ToString();
        for (var i = 0; i < 2; i++)
        {
            using var http = new HttpClient(server.Stub, disposeHandler: false);
            await Negotiator(new IntercomClientOptions(token) { HttpClient = http }).NegotiateAsync();
        }

        Assert.That(server.RequestedVersions.Count(), Is.EqualTo(2));
        Assert.That(NegotiationCache.For(new IntercomClientOptions(token)).Keys, Is.Not.Empty);
    }

    [Test]
    public async Task Another_handler_has_its_own_cache()
    {
        var first = new WorkspaceServer("2.12", "2.14");
        var second = new WorkspaceServer("2.12", "2.12");
        Assert.That((await Negotiator(first.Options()).NegotiateAsync()).Version, Is.EqualTo(ApiVersion.V2_14));
        Assert.That((await Negotiator(second.Options()).NegotiateAsync()).Version, Is.EqualTo(ApiVersion.V2_12));
    }

    [Test]
    public async Task Does_not_keep_the_token()
    {
        var server = new WorkspaceServer("2.12", "2.14");
        var negotiator = Negotiator(server.Options());
        await negotiator.NegotiateAsync();
        var key = NegotiationCache.For(server.Options()).Keys.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(key, Does.Not.Contain(StubServer.Token));
            Assert.That(key, Is.EqualTo(negotiator.KeyFor(StubServer.Token)));
            Assert.That(key, Is.Not.EqualTo(negotiator.KeyFor(StubServer.Token + "x")));
            // The SHA-256 of "abc" is published with the algorithm.
            Assert.That(negotiator.KeyFor("abc"), Does.StartWith("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0= "));
        }
    }

    [Test]
    public async Task Removes_expired_results()
    {
        var server = new WorkspaceServer("2.12", "2.14");
        await Negotiator(server.Options(options => options.AccessToken = "first")).NegotiateAsync();
        _now += TimeSpan.FromHours(1);
        await Negotiator(server.Options(options => options.AccessToken = "second")).NegotiateAsync();
        Assert.That(NegotiationCache.For(server.Options()).Keys, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Concurrent_negotiations_share_their_requests()
    {
        var server = new WorkspaceServer("2.12", "2.12") { Gate = Gate() };
        var negotiations = Enumerable.Range(0, 20).Select(_ => Negotiator(server.Options(), TimeSpan.Zero).NegotiateAsync()).ToList();
        server.Gate.SetResult();
        var found = await Task.WhenAll(negotiations);
        Assert.That(found.Select(negotiation => negotiation.Version), Is.All.EqualTo(ApiVersion.V2_12));
        Assert.That(server.RequestedVersions, Is.EqualTo(new[] { "2.14", "2.12", null }));
    }

    [Test]
    public async Task Failure_is_shared_but_not_cached()
    {
        var server = new WorkspaceServer("2.12", "2.14") { Gate = Gate(), Override = _ => WorkspaceServer.Failure(System.Net.HttpStatusCode.BadGateway, "c") };
        var negotiations = Enumerable.Range(0, 5).Select(_ => Negotiator(server.Options()).NegotiateAsync()).ToList();
        server.Gate.SetResult();
        foreach (var negotiation in negotiations)
            await Assert.ThrowsAsync<IntercomServerException>(() => negotiation);
        Assert.That(server.RequestedVersions.Count(), Is.EqualTo(1));
        server.Override = null;
        Assert.That((await Negotiator(server.Options()).NegotiateAsync()).Version, Is.EqualTo(ApiVersion.V2_14));
    }

    [Test]
    public async Task Cancellation_does_not_affect_other_callers()
    {
        var server = new WorkspaceServer("2.12", "2.14") { Gate = Gate() };
        using var cancellation = new CancellationTokenSource();
        var leaving = Negotiator(server.Options()).NegotiateAsync(cancellation.Token);
        var staying = Negotiator(server.Options()).NegotiateAsync();
        await cancellation.CancelAsync();
        var thrown = (await Assert.CatchAsync<OperationCanceledException>(() => leaving))!;
        Assert.That(thrown.CancellationToken, Is.EqualTo(cancellation.Token));
        server.Gate.SetResult();
        Assert.That((await staying).Version, Is.EqualTo(ApiVersion.V2_14));
        Assert.That(server.RequestedVersions, Is.EqualTo(new[] { "2.14", "2.14", null }), "The caller that stays negotiates itself.");
    }

    [Test]
    public async Task Cancellation_of_the_last_caller_ends_the_requests()
    {
        var server = new WorkspaceServer("2.12", "2.14") { Gate = Gate() };
        using var cancellation = new CancellationTokenSource();
        var negotiations = Enumerable.Range(0, 3).Select(_ => Negotiator(server.Options()).NegotiateAsync(cancellation.Token)).ToList();
        Assert.That(() => server.Stub.Open, Is.EqualTo(1).After(5_000, 5));
        await cancellation.CancelAsync();
        foreach (var negotiation in negotiations)
            await Assert.CatchAsync<OperationCanceledException>(() => negotiation);
        Assert.That(server.Stub.Open, Is.Zero);

        server.Gate.SetResult();
        Assert.That((await Negotiator(server.Options()).NegotiateAsync()).Version, Is.EqualTo(ApiVersion.V2_14), "A canceled negotiation is not shared.");
    }

    [Test]
    public async Task Already_canceled_token_does_not_return_a_cached_result()
    {
        var server = new WorkspaceServer("2.12", "2.14");
        await Negotiator(server.Options()).NegotiateAsync();
        await Assert.CatchAsync<OperationCanceledException>(() => Negotiator(server.Options()).NegotiateAsync(new CancellationToken(canceled: true)));
    }

    [Test]
    public async Task Already_canceled_token_sends_no_request()
    {
        var server = new WorkspaceServer("2.12", "2.14");
        await Assert.CatchAsync<OperationCanceledException>(() => Negotiator(server.Options()).NegotiateAsync(new CancellationToken(canceled: true)));
        Assert.That(server.Stub.Requests, Is.Empty);
    }

    [SetUp]
    public void SetClock() => _now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static TaskCompletionSource Gate() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private IntercomVersionNegotiator Negotiator(IntercomClientOptions options, TimeSpan? lifetime = null) =>
        new(options, WorkspaceServer.Candidates(Both)) { CacheLifetime = lifetime ?? TimeSpan.FromHours(1), Clock = () => _now };
}
