using Intercom.Generated.V2_16;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Intercom.Generated.DependencyInjection.Tests;

public class RegistrationTests
{
    [Test]
    public void A_client_is_a_singleton()
    {
        using var provider = Containers.Build(
            services => services.AddIntercom<IntercomClient>(options => options.AccessToken = Containers.Token));
        using var scope = provider.CreateScope();
        Assert.That(scope.ServiceProvider.GetRequiredService<IntercomClient>(), Is.SameAs(provider.GetRequiredService<IntercomClient>()));
    }

    [Test]
    public async Task Options_reach_the_client()
    {
        using var server = new Server();
        using var provider = Containers.Build(services => services.AddIntercom<IntercomClient>(options =>
        {
            options.AccessToken = Containers.Token;
            options.Region = IntercomRegion.Australia;
            options.HttpMessageHandler = server;
        }));
        await provider.GetRequiredService<IntercomClient>().Contacts.GetAsync("7");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(server.Request.RequestUri!.AbsoluteUri, Is.EqualTo("https://api.au.intercom.io/contacts/7"));
            Assert.That(server.Request.Headers.Authorization!.Parameter, Is.EqualTo(Containers.Token));
            Assert.That(server.Request.Headers.GetValues("Intercom-Version"), Is.EqualTo(new[] { "2.16" }));
            Assert.That(server.Request.Version, Is.EqualTo(new Version(2, 0)));
        }
    }

    [Test]
    public async Task Named_clients_are_keyed_services_with_their_own_options()
    {
        using var server = new Server();
        using var provider = Containers.Build(services =>
        {
            services.AddIntercom<IntercomClient>("us", options => options.AccessToken = "token-us");
            services.AddIntercom<IntercomClient>("eu", Containers.Section(("AccessToken", "token-eu"), ("Region", "eu")));
            services.ConfigureAll<IntercomClientOptions>(options => options.HttpMessageHandler = server);
        });
        var eu = provider.GetRequiredKeyedService<IntercomClient>("eu");
        await eu.Contacts.GetAsync("1");
        await provider.GetRequiredKeyedService<IntercomClient>("us").Contacts.GetAsync("2");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                server.Requests.Select(request => $"{request.RequestUri} {request.Headers.Authorization}"),
                Is.EqualTo(
                    new[]
                    {
                        "https://api.eu.intercom.io/contacts/1 Bearer token-eu",
                        "https://api.intercom.io/contacts/2 Bearer token-us",
                    }));
            Assert.That(provider.GetService<IntercomClient>(), Is.Null);
            Assert.That(provider.GetRequiredKeyedService<IntercomClient>("eu"), Is.SameAs(eu));
        }
    }

    [Test]
    public async Task Two_versions_can_be_registered_side_by_side()
    {
        using var server = new Server();
        using var provider = Containers.Build(services =>
        {
            services.AddIntercom<V2_12.IntercomClient>(options => options.AccessToken = "token-a");
            services.AddIntercom<IntercomClient>(options => options.AccessToken = "token-b");
            services.AddIntercom<V2_12.IntercomClient>("eu", options => options.AccessToken = "token-c");
            services.AddIntercom<IntercomClient>("eu", options => options.AccessToken = "token-d");
            services.ConfigureAll<IntercomClientOptions>(options => options.HttpMessageHandler = server);
        });
        await provider.GetRequiredService<V2_12.IntercomClient>().Contacts.GetAsync("1");
        await provider.GetRequiredService<IntercomClient>().Contacts.GetAsync("1");
        await provider.GetRequiredKeyedService<V2_12.IntercomClient>("eu").Contacts.GetAsync("1");
        await provider.GetRequiredKeyedService<IntercomClient>("eu").Contacts.GetAsync("1");
        Assert.That(
            server.Requests.Select(request =>
                $"{request.Headers.GetValues("Intercom-Version").Single()} {request.Headers.Authorization!.Parameter}"),
            Is.EqualTo(new[] { "2.12 token-a", "2.16 token-b", "2.12 token-c", "2.16 token-d" }));
    }

    [Test]
    public async Task The_builder_has_the_name_of_the_options()
    {
        using var server = new Server();
        using var provider = Containers.Build(services =>
        {
            services.AddSingleton(new Vault("from-the-vault"));
            var intercom = services.AddIntercom<IntercomClient>(options => options.HttpMessageHandler = server);
            services.AddOptions<IntercomClientOptions>(intercom.Name).Configure<Vault>(
                (options, vault) => options.AccessToken = vault.Token);
        });
        await provider.GetRequiredService<IntercomClient>().Contacts.GetAsync("1");
        Assert.That(server.Request.Headers.Authorization!.Parameter, Is.EqualTo("from-the-vault"));
    }

    [Test]
    public async Task Adding_a_client_again_combines_the_options()
    {
        using var server = new Server();
        using var counting = new CountingHandler();
        using var provider = Containers.Build(services =>
        {
            services.AddIntercom<IntercomClient>(
                Containers.Section(("AccessToken", Containers.Token))).AddHttpMessageHandler(() => counting);
            services.AddIntercom<IntercomClient>(options => options.HttpMessageHandler = server);
        });
        await provider.GetRequiredService<IntercomClient>().Contacts.GetAsync("1");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(provider.GetServices<IntercomClient>().Count(), Is.EqualTo(1));
            Assert.That(server.Requests, Has.Count.EqualTo(1));
            Assert.That(counting.Count, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_derived_client_gets_services_and_keeps_the_User_Agent_of_the_package()
    {
        using var server = new Server();
        using var provider = Containers.Build(services =>
        {
            services.AddSingleton(new Vault("v"));
            services.AddIntercom<ShopIntercom>(options =>
            {
                options.AccessToken = Containers.Token;
                options.HttpMessageHandler = server;
            });
        });
        var intercom = provider.GetRequiredService<ShopIntercom>();
        await intercom.Contacts.GetAsync("1");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(intercom.Vault.Token, Is.EqualTo("v"));
            Assert.That(server.Request.Headers.UserAgent.ToString(), Does.StartWith("Intercom.Generated.V2_16/"));
        }
    }

    [Test]
    public void The_container_disposes_the_client()
    {
        ShopIntercom intercom;
        using (var provider = Containers.Build(services =>
        {
            services.AddSingleton(new Vault("v"));
            services.AddIntercom<ShopIntercom>(options => options.AccessToken = Containers.Token);
        }))
        {
            intercom = provider.GetRequiredService<ShopIntercom>();
            Assert.That(intercom.IsDisposed, Is.False);
        }

        Assert.That(intercom.IsDisposed, Is.True);
    }

    [Test]
    public async Task HttpClient_and_handler_from_the_options_are_not_disposed()
    {
        using var server = new Server();
        using var http = new HttpClient(server);
        using (var provider = Containers.Build(services =>
        {
            services.AddIntercom<IntercomClient>("client", options => options.HttpClient = http);
            services.AddIntercom<IntercomClient>("handler", options => options.HttpMessageHandler = server);
            services.ConfigureAll<IntercomClientOptions>(options => options.AccessToken = Containers.Token);
        }))
        {
            await provider.GetRequiredKeyedService<IntercomClient>("client").Contacts.GetAsync("1");
            await provider.GetRequiredKeyedService<IntercomClient>("handler").Contacts.GetAsync("1");
        }

        Assert.That(server.IsDisposed, Is.False);
        using var response = await http.GetAsync(new Uri("https://example.test/"));
        Assert.That(server.Requests, Has.Count.EqualTo(3));
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase(null)]
    public void An_empty_name_is_rejected(string? name) =>
        Assert.That(
            () => new ServiceCollection().AddIntercom<IntercomClient>(name!), Throws.ArgumentException.With.Message.Contains("name"));

    [Test]
    public void Creating_a_client_does_not_change_its_options()
    {
        using var provider = Containers.Build(
            services => services.AddIntercom<IntercomClient>(options => options.AccessToken = Containers.Token));
        _ = provider.GetRequiredService<IntercomClient>();
        var options = provider.GetRequiredService<IOptionsMonitor<IntercomClientOptions>>().Get(typeof(IntercomClient).FullName);
        Assert.That(options.HttpClient, Is.Null);
    }

    private sealed record Vault(string Token);

    private sealed class CountingHandler : DelegatingHandler
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class ShopIntercom(IntercomClientOptions options, Vault vault) : IntercomClient(options), IDisposable
    {
        public Vault Vault { get; } = vault;

        public bool IsDisposed { get; private set; }

        void IDisposable.Dispose()
        {
            IsDisposed = true;
            Dispose();
        }
    }
}
