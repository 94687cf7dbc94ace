using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Intercom.Generated.DependencyInjection;

/// <summary>A client that was added to a service collection.</summary>
internal sealed class ClientRegistration(string name)
{
    /// <summary>The name of the client's options and HttpClient.</summary>
    public string Name => name;

    /// <summary>The client's configuration, or null if its options are set only in code.</summary>
    public IConfiguration? Configuration { get; set; }

    /// <summary>Whether the client has a resilience handler.</summary>
    public bool HasResilience { get; set; }

    /// <summary>Finds a client by the name of its HttpClient. Returns null if it was not added.</summary>
    public static ClientRegistration? Find(IServiceCollection services, string? name) => services
        .Where(service => !service.IsKeyedService)
        .Select(service => service.ImplementationInstance)
        .OfType<ClientRegistration>()
        .FirstOrDefault(registration => registration.Name == name);
}
