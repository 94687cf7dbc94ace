using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Intercom.Generated.DependencyInjection.Tests;

/// <summary>Creates containers and configuration for tests.</summary>
internal static class Containers
{
    public const string Token = "dG9rOnNlY3JldA==";

    public static ServiceProvider Build(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        register(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    /// <summary>Validates the options, as a host does at startup.</summary>
    public static void Start(this IServiceProvider provider) => provider.GetRequiredService<IStartupValidator>().Validate();

    public static IConfigurationRoot Configuration(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))).Build();

    public static IConfigurationSection Section(params (string Key, string? Value)[] settings) =>
        Configuration([.. settings.Select(setting => ($"Intercom:{setting.Key}", setting.Value))]).GetSection("Intercom");
}
