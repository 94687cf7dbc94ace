using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Intercom.Generated.DependencyInjection.Tests;

/// <summary>What the tests need of containers and configuration.</summary>
internal static class Containers
{
    public const string Token = "dG9rOnNlY3JldA==";

    public static ServiceProvider Build(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        register(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    /// <summary>Does what a host does before anything else.</summary>
    public static void Start(this IServiceProvider provider) => provider.GetRequiredService<IStartupValidator>().Validate();

    public static IConfigurationRoot Configuration(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))).Build();

    public static IConfigurationSection Section(params (string Key, string? Value)[] settings) =>
        Configuration([.. settings.Select(setting => ($"Intercom:{setting.Key}", setting.Value))]).GetSection("Intercom");
}
