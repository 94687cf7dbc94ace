using System.Diagnostics.CodeAnalysis;
using Intercom.Generated;
using Intercom.Generated.DependencyInjection;
using Intercom.Generated.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Adds Intercom clients to a container. A client is a singleton that logs to the container's loggers, uses its <see cref="TimeProvider"/>,
/// and is checked when the host starts: options that cannot be used are an <see cref="OptionsValidationException"/> then.
/// </summary>
/// <remarks>
/// <para>
/// What is returned adds handlers to the client's requests. Its <see cref="IHttpClientBuilder.Name"/> is the name of the client's
/// <see cref="IntercomClientOptions"/> as well. The connections are pooled and renewed by the primary handler, so that the HttpClient can
/// be kept for as long as the client: handlers are made once and are not rotated. The log of IHttpClientFactory is off because it has whole
/// addresses; the client's own has path templates.
/// </para>
/// <para>
/// <see cref="IntercomClientOptions.HttpMessageHandler"/> takes the place of the primary handler, behind those that were added.
/// <see cref="IntercomClientOptions.HttpClient"/> takes the place of all of them. Neither is disposed. Adding a client again adds to its
/// options.
/// </para>
/// </remarks>
public static class IntercomServiceCollectionExtensions
{
    /// <summary>Adds the client of a version, to be resolved as <typeparamref name="TClient"/>.</summary>
    /// <typeparam name="TClient">The client, such as <c>Intercom.Generated.V2_14.IntercomClient</c>.</typeparam>
    /// <param name="services">The container.</param>
    /// <param name="configure">Sets the options; null when they are set in another way.</param>
    /// <returns>The builder of the HttpClient.</returns>
    public static IHttpClientBuilder AddIntercom<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(
        this IServiceCollection services, Action<IntercomClientOptions>? configure = null)
        where TClient : IntercomClientBase =>
        Add<TClient>(services, null, null, configure);

    /// <summary>Adds the client of a version with settings from configuration, to be resolved as <typeparamref name="TClient"/>.</summary>
    /// <typeparam name="TClient">The client, such as <c>Intercom.Generated.V2_14.IntercomClient</c>.</typeparam>
    /// <param name="services">The container.</param>
    /// <param name="configuration">
    /// The section with the settings. They are called like the properties of <see cref="IntercomClientOptions"/>; <c>Pacing</c> is true for
    /// the container's <see cref="IntercomRateLimiter"/>. A setting of another name is an error at start.
    /// </param>
    /// <param name="configure">Sets further options, after the configuration; null for none.</param>
    /// <returns>The builder of the HttpClient.</returns>
    public static IHttpClientBuilder AddIntercom<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(
        this IServiceCollection services, IConfiguration configuration, Action<IntercomClientOptions>? configure = null)
        where TClient : IntercomClientBase =>
        Add<TClient>(services, null, configuration ?? throw new ArgumentNullException(nameof(configuration)), configure);

    /// <summary>
    /// Adds a client of several, to be resolved as a keyed service: <c>[FromKeyedServices("eu")] IntercomClient intercom</c>.
    /// </summary>
    /// <typeparam name="TClient">The client, such as <c>Intercom.Generated.V2_14.IntercomClient</c>.</typeparam>
    /// <param name="services">The container.</param>
    /// <param name="name">The key of the service, such as the workspace's name.</param>
    /// <param name="configure">Sets the options; null when they are set in another way.</param>
    /// <returns>The builder of the HttpClient.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHttpClientBuilder AddIntercom<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(
        this IServiceCollection services, string name, Action<IntercomClientOptions>? configure = null)
        where TClient : IntercomClientBase =>
        Add<TClient>(services, CheckName(name), null, configure);

    /// <summary>Adds a client of several with settings from configuration, to be resolved as a keyed service.</summary>
    /// <typeparam name="TClient">The client, such as <c>Intercom.Generated.V2_14.IntercomClient</c>.</typeparam>
    /// <param name="services">The container.</param>
    /// <param name="name">The key of the service, such as the workspace's name.</param>
    /// <param name="configuration">
    /// The section with the settings. They are called like the properties of <see cref="IntercomClientOptions"/>; <c>Pacing</c> is true for
    /// the container's <see cref="IntercomRateLimiter"/> of this name. A setting of another name is an error at start.
    /// </param>
    /// <param name="configure">Sets further options, after the configuration; null for none.</param>
    /// <returns>The builder of the HttpClient.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHttpClientBuilder AddIntercom<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(
        this IServiceCollection services, string name, IConfiguration configuration, Action<IntercomClientOptions>? configure = null)
        where TClient : IntercomClientBase =>
        Add<TClient>(services, CheckName(name), configuration ?? throw new ArgumentNullException(nameof(configuration)), configure);

    private static string CheckName(string name) =>
        !string.IsNullOrWhiteSpace(name) ? name : throw new ArgumentException("A named client needs a name.", nameof(name));

    private static IHttpClientBuilder Add<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(
        IServiceCollection services, string? name, IConfiguration? configuration, Action<IntercomClientOptions>? configure)
        where TClient : IntercomClientBase
    {
        if (services is null)
            throw new ArgumentNullException(nameof(services));
        var client = name is null ? typeof(TClient).FullName! : $"{typeof(TClient).FullName}:{name}";
        var registration = ClientRegistration.Find(services, client);
        if (registration is null)
            services.AddSingleton(registration = new ClientRegistration(client));
        registration.Configuration = configuration ?? registration.Configuration;
        var options = services.AddOptions<IntercomClientOptions>(client);
        if (configuration is not null)
        {
            options.Configure<IServiceProvider>(
                (options, provider) => ClientSettings.Read(registration, configuration, options, () => Limiter(provider, name)));
        }

        if (configure is not null)
            options.Configure(configure);
        var http = services.AddHttpClient(client);
        // Added again, a client keeps what was put on its builder in the meantime.
        if (services.Any(service => service.ServiceType == typeof(TClient) && Equals(service.ServiceKey, name)))
            return http;

        options.ValidateOnStart();
        services.AddSingleton<IValidateOptions<IntercomClientOptions>>(new OptionsValidation(client, configuration as IConfigurationSection));
        services.TryAdd(Singleton(name, NewLimiter));
        services.Add(Singleton(name, provider => NewClient<TClient>(provider, client)));
        // The client is kept, and the HttpClient with it: what the factory would rotate to follow DNS, the primary handler does with its
        // connections.
        return http
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => OptionsOf(provider, client).HttpMessageHandler ?? ConnectionSettings.NewHandler())
            .ConfigureHttpClient(ConnectionSettings.Apply)
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) =>
            {
                InheritedHandlers.RemoveResilience(handlers);
                handlers.Insert(0, new RejectionHandler());
            })
            .RemoveAllLoggers();
    }

    private static ServiceDescriptor Singleton<T>(string? name, Func<IServiceProvider, T> create)
        where T : class =>
        name is null ? ServiceDescriptor.Singleton(create) : ServiceDescriptor.KeyedSingleton(name, (provider, _) => create(provider));

    private static TClient NewClient<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(
        IServiceProvider provider, string client)
    {
        var options = OptionsOf(provider, client).Copy();
        if (options.HttpClient is null)
        {
            options.HttpClient = provider.GetRequiredService<IHttpClientFactory>().CreateClient(client);
            options.HttpMessageHandler = null;
        }

        options.LoggerFactory ??= provider.GetService<ILoggerFactory>();
        options.TimeProvider = ClockOf(provider, client);
        return ActivatorUtilities.CreateInstance<TClient>(provider, options);
    }

    /// <summary>Gets the clock of a client: that of its options, or else that of the container.</summary>
    internal static TimeProvider ClockOf(IServiceProvider provider, string client) =>
        OptionsOf(provider, client).TimeProvider is var own && own != TimeProvider.System ? own : Clock(provider);

    private static IntercomClientOptions OptionsOf(IServiceProvider provider, string client) =>
        provider.GetRequiredService<IOptionsMonitor<IntercomClientOptions>>().Get(client);

    private static IntercomRateLimiter Limiter(IServiceProvider provider, string? name) =>
        name is null ? provider.GetRequiredService<IntercomRateLimiter>() : provider.GetRequiredKeyedService<IntercomRateLimiter>(name);

    private static IntercomRateLimiter NewLimiter(IServiceProvider provider) => new(timeProvider: Clock(provider));

    private static TimeProvider Clock(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;
}
