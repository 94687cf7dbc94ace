using Intercom.Generated.AspNetCore;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the webhooks of Intercom to a service collection.</summary>
public static class IntercomWebhookServiceCollectionExtensions
{
    internal const string Kind = "webhooks";

    /// <summary>
    /// Adds the webhooks of an app. Map them with <c>app.MapIntercomWebhooks</c>. If the options are invalid, the host throws an
    /// <see cref="OptionsValidationException"/> at startup.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets the options. The client secret and the topics are required.</param>
    public static IntercomWebhookBuilder AddIntercomWebhooks(this IServiceCollection services, Action<IntercomWebhookOptions> configure) =>
        services.AddIntercomWebhooks(Options.Options.DefaultName, configure);

    /// <summary>
    /// Adds the webhooks of one of several apps. Map them with <c>app.MapIntercomWebhooks(pattern, name)</c>. Each app has its own secrets,
    /// topics, handlers, and queue.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The name. It is also the key of the handlers in the container.</param>
    /// <param name="configure">Sets the options. The client secret and the topics are required.</param>
    public static IntercomWebhookBuilder AddIntercomWebhooks(
        this IServiceCollection services, string name, Action<IntercomWebhookOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        var registration = new EndpointRegistration(services, Kind, name);
        services.AddOptions<IntercomWebhookOptions>(name).Configure(configure).ValidateOnStart();
        if (registration.TryAdd<IntercomWebhookOptions>(
            nameof(AddIntercomWebhooks), options => new WebhookProtocol(options, registration.Key)))
        {
            services.AddSingleton<IValidateOptions<IntercomWebhookOptions>>(
                provider => new HandledTypesValidation(name, provider.GetServices<HandledType>()));
        }

        return new(registration);
    }
}
