using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Intercom.Generated.AspNetCore;

/// <summary>The services of one endpoint, under a key in the container.</summary>
/// <param name="Services">The service collection.</param>
/// <param name="Kind">The kind of endpoint, which is part of the keys.</param>
/// <param name="Name">The name of the endpoint, or an empty string.</param>
internal sealed record EndpointRegistration(IServiceCollection Services, string Kind, string Name)
{
    /// <summary>The key of the user's services, or null for the endpoint without a name.</summary>
    public string? Key => Name.Length == 0 ? null : Name;

    private string InternalKey => KeyOf(Kind, Name);

    public static string KeyOf(string kind, string name) => $"{kind}:{name}";

    /// <summary>Adds the services, unless they were added before.</summary>
    public bool TryAdd<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        string method, Func<TOptions, IEndpointProtocol> createProtocol)
        where TOptions : IntercomEndpointOptions
    {
        if (Services.Any(IsWorker))
            return false;
        Services.AddSingleton<IValidateOptions<TOptions>>(new EndpointOptionsValidation<TOptions>(Name, method));
        Services.AddMetrics();
        Services.TryAddSingleton<EndpointDiagnostics>();
        Services.TryAddSingleton(TimeProvider.System);
        Services.AddKeyedSingleton(InternalKey, (provider, _) => createProtocol(Options<TOptions>(provider)));
        Services.TryAddKeyedSingleton<INotificationOutbox>(
            InternalKey,
            (provider, _) => new InMemoryNotificationOutbox(
                provider.GetService<INotificationIdStore>(),
                Options<TOptions>(provider).QueueCapacity,
                provider.GetRequiredService<TimeProvider>()));
        Services.AddKeyedSingleton(InternalKey, (provider, _) => new OutboxHealth(provider.GetRequiredService<TimeProvider>()));
        Services.AddKeyedSingleton(InternalKey, (provider, _) => new RequestReceiver(
            Options<TOptions>(provider),
            provider.GetRequiredKeyedService<IEndpointProtocol>(InternalKey),
            provider.GetRequiredKeyedService<INotificationOutbox>(InternalKey),
            provider.GetRequiredKeyedService<OutboxHealth>(InternalKey),
            provider.GetRequiredService<EndpointDiagnostics>(),
            provider.GetRequiredService<TimeProvider>(),
            Logger(provider)));
        Services.AddKeyedSingleton(InternalKey, (provider, _) => new RequestWorker(
            Name.Length == 0 ? Kind : InternalKey,
            Options<TOptions>(provider),
            provider.GetRequiredKeyedService<IEndpointProtocol>(InternalKey),
            provider.GetRequiredKeyedService<INotificationOutbox>(InternalKey),
            provider.GetRequiredKeyedService<OutboxHealth>(InternalKey),
            provider.GetRequiredService<EndpointDiagnostics>(),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<TimeProvider>(),
            Logger(provider)));
        Services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<RequestWorker>(InternalKey));
        return true;
    }

    /// <summary>Replaces the outbox.</summary>
    public void SetOutbox(Func<IServiceProvider, INotificationOutbox> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        Services.RemoveAllKeyed<INotificationOutbox>(InternalKey);
        Services.AddKeyedSingleton(InternalKey, (provider, _) => create(provider));
    }

    private bool IsWorker(ServiceDescriptor service) =>
        service.IsKeyedService && service.ServiceType == typeof(RequestWorker) && Equals(service.ServiceKey, InternalKey);

    private TOptions Options<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        IServiceProvider provider) =>
        provider.GetRequiredService<IOptionsMonitor<TOptions>>().Get(Name);

    private static ILogger Logger(IServiceProvider provider) =>
        provider.GetRequiredService<ILoggerFactory>().CreateLogger(IntercomDiagnostics.LoggerCategory);
}
