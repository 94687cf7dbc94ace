using Intercom.Generated.AspNetCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Canvas Kit to a service collection.</summary>
public static class IntercomCanvasKitServiceCollectionExtensions
{
    /// <summary>
    /// Adds the services of <c>app.MapIntercomCanvas</c>, <c>MapIntercomLiveCanvas</c>, and <c>MapIntercomSheet</c>. If the options are
    /// invalid, the host throws an <see cref="OptionsValidationException"/> at startup.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets the options. The client secret is required.</param>
    public static IServiceCollection AddIntercomCanvasKit(this IServiceCollection services, Action<IntercomCanvasKitOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<IntercomCanvasKitOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<IntercomCanvasKitOptions>, CanvasKitOptionsValidation>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<CanvasReceiver>();
        return services;
    }
}
