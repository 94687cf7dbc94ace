using Intercom.Generated.Testing;
using Intercom.Generated.V2_14;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Intercom.Generated.Aot;

/// <summary>Clients from a container with IHttpClientFactory.</summary>
internal static class Container
{
    public static async Task RegistrationAsync(Checks check)
    {
        using var fake = new FakeIntercom("2.14");
        var id = (string)fake.AddContact("ada@example.com", "Ada")["id"]!;
        var services = new ServiceCollection();
        services.AddTransient<CountingHandler>();
        services.AddIntercom<IntercomClient>(
            Section(("AccessToken", fake.AccessToken), ("Region", "eu"), ("Timeout", "00:00:20"), ("Pacing", "true")))
            .ConfigurePrimaryHttpMessageHandler(() => fake)
            .AddHttpMessageHandler<CountingHandler>();
        services.AddIntercom<IntercomClient>("us", options =>
        {
            options.AccessToken = fake.AccessToken;
            options.HttpMessageHandler = fake;
        });
        await using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();

        check.That((await provider.GetRequiredService<IntercomClient>().Contacts.GetAsync(id)).Name == "Ada");
        check.That(fake.Requests[^1] is { Uri.Host: "api.eu.intercom.io" } && fake.Requests[^1].Headers["X-Counted"] == "1");
        check.That((await provider.GetRequiredKeyedService<IntercomClient>("us").Contacts.GetAsync(id)).Name == "Ada");
        check.That(fake.Requests[^1].Uri.Host == "api.intercom.io");
    }

    public static async Task SettingsAsync(Checks check)
    {
        var services = new ServiceCollection();
        services.AddIntercom<IntercomClient>(Section(("AcessToken", "secret")));
        await using var provider = services.BuildServiceProvider();
        var problem = await check.ThrowsAsync<OptionsValidationException>(
            () => Task.FromResult(provider.GetRequiredService<IntercomClient>()));
        check.That(
            problem.Message.Contains("AcessToken is not a known setting", StringComparison.Ordinal)
                && !problem.Message.Contains("secret", StringComparison.Ordinal));
    }

    private static IConfigurationSection Section(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>($"Intercom:{setting.Key}", setting.Value)))
            .Build().GetSection("Intercom");

    private sealed class CountingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Counted", "1");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
