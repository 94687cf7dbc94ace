using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Intercom.Generated.DependencyInjection.Tests.Docs;

/// <summary>What the pages call the builder: of WebApplicationBuilder and HostApplicationBuilder, the part that they have in common.</summary>
internal sealed class Builder(params (string Key, string? Value)[] settings)
{
    public IServiceCollection Services { get; } = new ServiceCollection();

    public IConfigurationRoot Configuration { get; } = Containers.Configuration(settings);

    /// <summary>The container, with a server in place of Intercom.</summary>
    public ServiceProvider Build(HttpMessageHandler server)
    {
        Services.ConfigureAll<IntercomClientOptions>(options => options.HttpMessageHandler = server);
        return Services.BuildServiceProvider();
    }
}
