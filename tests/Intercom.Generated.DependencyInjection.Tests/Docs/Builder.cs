using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Intercom.Generated.DependencyInjection.Tests.Docs;

/// <summary>The builder in the docs: the members that WebApplicationBuilder and HostApplicationBuilder share.</summary>
internal sealed class Builder(params (string Key, string? Value)[] settings)
{
    public IServiceCollection Services { get; } = new ServiceCollection();

    public IConfigurationRoot Configuration { get; } = Containers.Configuration(settings);

    /// <summary>Builds the container, with a test server instead of Intercom.</summary>
    public ServiceProvider Build(HttpMessageHandler server)
    {
        Services.ConfigureAll<IntercomClientOptions>(options => options.HttpMessageHandler = server);
        return Services.BuildServiceProvider();
    }
}
