using System.Net;
// <snippet usings>
using Intercom.Generated;
using Intercom.Generated.V2_16;
using Microsoft.Extensions.DependencyInjection;
// </snippet>
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace Intercom.Generated.DependencyInjection.Tests.Docs;

/// <summary>The code of docs/dependency-injection.md.</summary>
public class DependencyInjectionPageTests
{
    [Test]
    public async Task One_client_from_configuration()
    {
        using var server = new Server();
        var builder = new Builder(("Intercom:AccessToken", Containers.Token), ("Intercom:Region", "eu"));
        // <snippet one client>
        builder.Services.AddIntercom<IntercomClient>(builder.Configuration.GetSection("Intercom"));
        // </snippet>
        builder.Services.AddTransient<Signup>();
        using var provider = builder.Build(server);
        await provider.GetRequiredService<Signup>().AddAsync("ada@example.com", default);
        Assert.That(server.Request.RequestUri!.Host, Is.EqualTo("api.eu.intercom.io"));
    }

    // <snippet use of the client>
    public sealed class Signup(IntercomClient intercom)
    {
        public Task<Contact> AddAsync(string email, CancellationToken cancellationToken) =>
            intercom.Contacts.CreateAsync(new CreateContactRequest { Email = email }, cancellationToken: cancellationToken);
    }
    // </snippet>

    [Test]
    public async Task Options_in_code()
    {
        using var server = new Server();
        var builder = new Builder(("IntercomToken", Containers.Token));
        // <snippet options in code>
        builder.Services.AddIntercom<IntercomClient>(options =>
        {
            options.AccessToken = builder.Configuration["IntercomToken"];
            options.Region = IntercomRegion.Australia;
            options.ApplicationName = "Shop/1.2";
        });
        // </snippet>
        using var provider = builder.Build(server);
        await provider.GetRequiredService<IntercomClient>().Contacts.GetAsync("1");
        Assert.That(server.Request.RequestUri!.Host, Is.EqualTo("api.au.intercom.io"));
    }

    [Test]
    public async Task Options_from_a_service()
    {
        using var server = new Server();
        var builder = new Builder();
        builder.Services.AddSingleton<ITokenVault, Vault>();
        // <snippet services in options>
        var intercom = builder.Services.AddIntercom<IntercomClient>(builder.Configuration.GetSection("Intercom"));

        builder.Services.AddOptions<IntercomClientOptions>(intercom.Name)
            .Configure<ITokenVault>((options, vault) => options.AccessTokenProvider = vault.GetIntercomTokenAsync);
        // </snippet>
        using var provider = builder.Build(server);
        await provider.GetRequiredService<IntercomClient>().Contacts.GetAsync("1");
        Assert.That(server.Request.Headers.Authorization!.Parameter, Is.EqualTo("from-the-vault"));
    }

    [Test]
    public async Task Several_workspaces()
    {
        using var server = new Server();
        var builder = new Builder(("Intercom:US:AccessToken", "a"), ("Intercom:EU:AccessToken", "b"), ("Intercom:EU:Region", "eu"));
        // <snippet named clients>
        builder.Services.AddIntercom<IntercomClient>("us", builder.Configuration.GetSection("Intercom:US"));
        builder.Services.AddIntercom<IntercomClient>("eu", builder.Configuration.GetSection("Intercom:EU"));
        // </snippet>
        builder.Services.AddTransient<Mover>();
        using var provider = builder.Build(server);
        await provider.GetRequiredService<Mover>().MoveAsync("7");
        Assert.That(
            server.Requests.Select(request => request.RequestUri!.Host), Is.EqualTo(new[] { "api.intercom.io", "api.eu.intercom.io" }));
    }

    // <snippet use of named clients>
    public sealed class Mover([FromKeyedServices("us")] IntercomClient from, [FromKeyedServices("eu")] IntercomClient to)
    {
        public async Task MoveAsync(string contactId)
        {
            Contact contact = await from.Contacts.GetAsync(contactId);
            await to.Contacts.CreateAsync(new CreateContactRequest { Email = contact.Email });
        }
    }
    // </snippet>

    [Test]
    public async Task Two_versions()
    {
        using var server = new Server();
        var builder = new Builder(("Intercom:AccessToken", Containers.Token));
        // <snippet two versions>
        builder.Services.AddIntercom<Intercom.Generated.V2_12.IntercomClient>(builder.Configuration.GetSection("Intercom"));
        builder.Services.AddIntercom<Intercom.Generated.V2_16.IntercomClient>(builder.Configuration.GetSection("Intercom"));
        // </snippet>
        using var provider = builder.Build(server);
        await provider.GetRequiredService<V2_12.IntercomClient>().Contacts.GetAsync("1");
        Assert.That(server.Request.Headers.GetValues("Intercom-Version"), Is.EqualTo(new[] { "2.12" }));
    }

    [Test]
    public async Task A_rate_limiter_of_your_own()
    {
        using var server = new Server();
        var builder = new Builder(("Intercom:AccessToken", Containers.Token), ("Intercom:Pacing", "true"));
        // <snippet own limiter>
        builder.Services.AddSingleton(new IntercomRateLimiter(initialLimit: 160));
        // </snippet>
        builder.Services.AddIntercom<IntercomClient>(builder.Configuration.GetSection("Intercom"));
        using var provider = builder.Build(server);
        await provider.GetRequiredService<IntercomClient>().Contacts.GetAsync("1");
        using var limiter = provider.GetRequiredService<IntercomRateLimiter>();
        Assert.That(limiter.GetStatistics()!.TotalSuccessfulLeases, Is.EqualTo(1));
        Assert.That(limiter.Limit, Is.EqualTo(160));
    }

    [Test]
    public async Task Handlers()
    {
        using var server = new Server();
        var builder = new Builder(("Intercom:AccessToken", Containers.Token));
        // <snippet handlers>
        builder.Services.AddTransient<CorrelationHandler>();
        builder.Services.AddIntercom<IntercomClient>(builder.Configuration.GetSection("Intercom"))
            .AddHttpMessageHandler<CorrelationHandler>();
        // </snippet>
        using var provider = builder.Build(server);
        await provider.GetRequiredService<IntercomClient>().Contacts.GetAsync("1");
        Assert.That(server.Request.Headers.Contains("X-Correlation-Id"), Is.True);
    }

    [Test]
    public async Task Resilience()
    {
        using var server = ScriptedServer.Responding(503);
        var builder = new Builder(
            ("Intercom:AccessToken", Containers.Token),
            ("Intercom:Retry:BaseDelay", "00:00:00"),
            ("Intercom:Resilience:CircuitBreaker:BreakDuration", "00:00:10"));
        builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
        // <snippet resilience>
        builder.Services.AddIntercom<IntercomClient>(builder.Configuration.GetSection("Intercom"))
            .AddIntercomResilience();
        // </snippet>
        using var provider = builder.Build(server);
        provider.Start();
        var contacts = provider.GetRequiredService<IntercomClient>().Contacts;
        Assert.That(async () => await contacts.CreateAsync(new CreateContactRequest()), Throws.TypeOf<IntercomServerException>());
        Assert.That(server.Requests, Has.Count.EqualTo(1));
        Assert.That(async () => await contacts.GetAsync("1"), Throws.TypeOf<IntercomServerException>());
        Assert.That(server.Requests, Has.Count.EqualTo(1 + 4));
    }

    [Test]
    public async Task Retries_of_a_standard_resilience_handler_multiply()
    {
        using var server = ScriptedServer.Responding(503);
        var builder = new Builder(("Intercom:AccessToken", Containers.Token), ("Intercom:Retry:BaseDelay", "00:00:00"));
        builder.Services.AddIntercom<IntercomClient>(builder.Configuration.GetSection("Intercom"))
            .AddStandardResilienceHandler(
                options => (options.Retry.Delay, options.Retry.MaxDelay) = (TimeSpan.Zero, TimeSpan.FromSeconds(1)));
        using var provider = builder.Build(server);
        Assert.That(
            async () => await provider.GetRequiredService<IntercomClient>().Contacts.GetAsync("1"),
            Throws.TypeOf<IntercomServerException>());
        Assert.That(server.Requests, Has.Count.EqualTo(16));
        Assert.That(Page.Read("dependency-injection.md"), Does.Contain("16 requests"));
    }

    [TestCase(typeof(TimeoutRejectedException), typeof(IntercomTimeoutException))]
    [TestCase(typeof(BrokenCircuitException), typeof(IntercomCircuitBreakerException))]
    [TestCase(typeof(RateLimiterRejectedException), typeof(IntercomRateLimiterException))]
    public void Exceptions_of_resilience_handlers_are_translated(Type thrown, Type expected)
    {
        using var server = new Server(() => throw (Exception)Activator.CreateInstance(thrown)!);
        var builder = new Builder(("Intercom:AccessToken", Containers.Token), ("Intercom:Retry:MaxRetries", "0"));
        builder.Services.AddIntercom<IntercomClient>(builder.Configuration.GetSection("Intercom"));
        using var provider = builder.Build(server);
        Assert.That(async () => await provider.GetRequiredService<IntercomClient>().Contacts.GetAsync("1"), Throws.TypeOf(expected));
    }

    [Test]
    public void The_page_shows_the_startup_error()
    {
        var builder = new Builder(("Intercom:AcessToken", Containers.Token));
        builder.Services.AddIntercom<IntercomClient>(builder.Configuration.GetSection("Intercom"));
        using var provider = builder.Services.BuildServiceProvider();
        var message = Assert.Throws<OptionsValidationException>(() => provider.Start())!.Message;
        Assert.That(Page.CollapseWhitespace(Page.Read("dependency-injection.md")), Does.Contain(Page.CollapseWhitespace(message)));
    }

    [Test]
    public void The_page_contains_this_code() => Page.AssertContainsCodeOf("dependency-injection.md", nameof(DependencyInjectionPageTests));

    public interface ITokenVault
    {
        ValueTask<string> GetIntercomTokenAsync(CancellationToken cancellationToken);
    }

    private sealed class Vault : ITokenVault
    {
        public ValueTask<string> GetIntercomTokenAsync(CancellationToken cancellationToken) => new("from-the-vault");
    }

    private sealed class CorrelationHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Correlation-Id", "1");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
