using Intercom.Generated.V2_16;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Intercom.Generated.DependencyInjection.Tests;

/// <summary>Handlers that an application adds to every HttpClient.</summary>
public class InheritedHandlerTests
{
    private static readonly Dictionary<string, Action<IHttpClientBuilder>> Defaults = new()
    {
        ["standard resilience handler"] = builder => builder.AddStandardResilienceHandler(),
        ["resilience handler"] = builder => builder.AddResilienceHandler("all", pipeline => Retry(pipeline)),
        ["standard hedging handler"] = builder => builder.AddStandardHedgingHandler(),
        ["Http.Polly handler"] = builder => builder.AddPolicyHandler(
            Policy.HandleResult<HttpResponseMessage>(response => !response.IsSuccessStatusCode).RetryAsync(2)),
    };

    [Test]
    public async Task Inherited_resilience_handlers_do_not_repeat_a_POST(
        [ValueSource(nameof(Names))] string handler, [Values] bool isAddedFirst, [Values] bool hasResilience)
    {
        using var server = ScriptedServer.Responding(503);
        using var provider = Containers.Build(services =>
        {
            if (isAddedFirst)
                services.ConfigureHttpClientDefaults(Defaults[handler]);
            var builder = services.AddIntercom<IntercomClient>(options =>
            {
                (options.AccessToken, options.HttpMessageHandler) = (Containers.Token, server);
                options.Retry.BaseDelay = TimeSpan.Zero;
            });
            if (hasResilience)
                builder.AddIntercomResilience();
            if (!isAddedFirst)
                services.ConfigureHttpClientDefaults(Defaults[handler]);
        });
        var contacts = provider.GetRequiredService<IntercomClient>().Contacts;
        Assert.That(async () => await contacts.CreateAsync(new CreateContactRequest()), Throws.TypeOf<IntercomServerException>());
        Assert.That(server.Requests, Has.Count.EqualTo(1));

        Assert.That(async () => await contacts.GetAsync("1"), Throws.TypeOf<IntercomServerException>());
        Assert.That(server.Requests, Has.Count.EqualTo(1 + 4), "The client's retries are not multiplied.");
    }

    [Test]
    public async Task Other_inherited_handlers_are_kept()
    {
        var onSended = 0;
        using var server = ScriptedServer.Responding(200);
        using var provider = Containers.Build(services =>
        {
            services.ConfigureHttpClientDefaults(builder => builder.AddHttpMessageHandler(() => new CountingHandler(() => onSended++)));
            services.AddIntercom<IntercomClient>(options => (options.AccessToken, options.HttpMessageHandler) = (Containers.Token, server));
        });
        await provider.GetRequiredService<IntercomClient>().Contacts.GetAsync("1");
        Assert.That(onSended, Is.EqualTo(1));
    }

    [Test]
    public void Handlers_added_to_the_clients_builder_are_kept()
    {
        using var server = ScriptedServer.Responding(503);
        using var provider = Containers.Build(services => services
            .AddIntercom<IntercomClient>(options =>
            {
                (options.AccessToken, options.HttpMessageHandler) = (Containers.Token, server);
                options.Retry.MaxRetries = 0;
            })
            .AddResilienceHandler("mine", pipeline => Retry(pipeline)));
        Assert.That(
            async () => await provider.GetRequiredService<IntercomClient>().Contacts.GetAsync("1"),
            Throws.TypeOf<IntercomServerException>());
        Assert.That(server.Requests, Has.Count.EqualTo(3));
    }

    private static IEnumerable<string> Names() => Defaults.Keys;

    private static void Retry(ResiliencePipelineBuilder<HttpResponseMessage> pipeline) =>
        pipeline.AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = 2, Delay = TimeSpan.Zero });

    private sealed class CountingHandler(Action onSend) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            onSend();
            return base.SendAsync(request, cancellationToken);
        }
    }
}
