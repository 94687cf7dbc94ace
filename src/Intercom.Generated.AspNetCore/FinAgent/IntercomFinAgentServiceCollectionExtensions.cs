using Intercom.Generated.AspNetCore;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the callback of the Fin Agent API to a service collection.</summary>
public static class IntercomFinAgentServiceCollectionExtensions
{
    internal const string Kind = "Fin Agent API callback";

    /// <summary>
    /// Adds the callback of the Fin Agent API. Map it with <c>app.MapIntercomFinAgent</c>. If the options are invalid, the host throws an
    /// <see cref="OptionsValidationException"/> at startup.
    /// </summary>
    /// <typeparam name="TEvent">The type of events, such as <c>Intercom.Generated.V2_16.FinAgentEvent</c>.</typeparam>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets the options. The secret of the callback is required.</param>
    public static IntercomFinAgentBuilder<TEvent> AddIntercomFinAgent<TEvent>(
        this IServiceCollection services, Action<IntercomFinAgentOptions> configure)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var registration = new EndpointRegistration(services, Kind, Options.Options.DefaultName);
        services.AddOptions<IntercomFinAgentOptions>().Configure(configure).ValidateOnStart();
        registration.TryAdd<IntercomFinAgentOptions>(nameof(AddIntercomFinAgent), options => new FinAgentProtocol<TEvent>(options));
        return new(registration);
    }
}
