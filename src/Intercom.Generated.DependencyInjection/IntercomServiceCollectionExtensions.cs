using System.Diagnostics.CodeAnalysis;
using Intercom.Generated;
using Intercom.Generated.DependencyInjection;
using Intercom.Generated.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Adds Intercom clients to a service collection. A client is a singleton. It uses the container's loggers and its
/// <see cref="TimeProvider"/>. If its options are invalid, the host throws an <see cref="OptionsValidationException"/> at startup.
/// </summary>
/// <remarks>
/// <para>
/// Use the returned builder to add handlers to the client. Its <see cref="IHttpClientBuilder.Name"/> is also the name of the client's
/// <see cref="IntercomClientOptions"/>. Handlers are created once and never rotated, because the client keeps its HttpClient. Instead, the
/// primary handler renews pooled connections to follow DNS changes. The IHttpClientFactory logs are off because they contain full URLs.
/// The client's own logs contain path templates.
/// </para>
/// <para>
/// <see cref="IntercomClientOptions.HttpMessageHandler"/> replaces the primary handler. Handlers that you added still run.
/// <see cref="IntercomClientOptions.HttpClient"/> replaces all handlers. The client disposes neither of them. If you add a client more
/// than once, the options are combined.
/// </para>
/// </remarks>
public static class IntercomServiceCollectionExtensions
{
    /// <summary>Adds the client of an API version. Resolve it as <typeparamref name="TClient"/>.</summary>
    /// <typeparam name="TClient">The client type, such as <c>Intercom.Generated.V2_16.IntercomClient</c>.</typeparam>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets options, or null if they are set elsewhere.</param>
    /// <returns>The builder of the client's HttpClient.</returns>
    public static IHttpClientBuilder AddIntercom<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(
        this IServiceCollection services, Action<IntercomClientOptions>? configure = null)
        where TClient : IntercomClientBase =>
        Add<TClient>(services, null, null, configure);

    /// <summary>
    /// Adds the client of an API version with settings from configuration. Resolve it as <typeparamref name="TClient"/>.
    /// </summary>
    /// <typeparam name="TClient">The client type, such as <c>Intercom.Generated.V2_16.IntercomClient</c>.</typeparam>
    /// <param name="services">The service collection.</param>
    /// <param name="configuration">
    /// The section with the settings. Their names are those of the properties of <see cref="IntercomClientOptions"/>. In addition, set
    /// <c>Pacing</c> to true to use the container's <see cref="IntercomRateLimiter"/>. An unknown setting is an error at startup.
    /// </param>
    /// <param name="configure">Sets options in code. It runs after the configuration is applied.</param>
    /// <returns>The builder of the client's HttpClient.</returns>
    public static IHttpClientBuilder AddIntercom<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(
        this IServiceCollection services, IConfiguration configuration, Action<IntercomClientOptions>? configure = null)
        where TClient : IntercomClientBase =>
        Add<TClient>(services, null, configuration ?? throw new ArgumentNullException(nameof(configuration)), configure);

    /// <summary>
    /// Adds a named client. Resolve it as a keyed service, such as <c>[FromKeyedServices("eu")] IntercomClient intercom</c>.
    /// </summary>
    /// <typeparam name="TClient">The client type, such as <c>Intercom.Generated.V2_16.IntercomClient</c>.</typeparam>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The key of the service, such as the name of the workspace.</param>
    /// <param name="configure">Sets options, or null if they are set elsewhere.</param>
    /// <returns>The builder of the client's HttpClient.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHttpClientBuilder AddIntercom<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(
        this IServiceCollection services, string name, Action<IntercomClientOptions>? configure = null)
        where TClient : IntercomClientBase =>
        Add<TClient>(services, CheckName(name), null, configure);

    /// <summary>Adds a named client with settings from configuration. Resolve it as a keyed service.</summary>
    /// <typeparam name="TClient">The client type, such as <c>Intercom.Generated.V2_16.IntercomClient</c>.</typeparam>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The key of the service, such as the name of the workspace.</param>
    /// <param name="configuration">
    /// The section with the settings. Their names are those of the properties of <see cref="IntercomClientOptions"/>. In addition, set
    /// <c>Pacing</c> to true to use the container's <see cref="IntercomRateLimiter"/> with this key. An unknown setting is an error at
    /// startup.
    /// </param>
    /// <param name="configure">Sets options in code. It runs after the configuration is applied.</param>
    /// <returns>The builder of the client's HttpClient.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHttpClientBuilder AddIntercom<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(
        this IServiceCollection services, string name, IConfiguration configuration, Action<IntercomClientOptions>? configure = null)
        where TClient : IntercomClientBase =>
        Add<TClient>(services, CheckName(name), configuration ?? throw new ArgumentNullException(nameof(configuration)), configure);

    private static string CheckName(string name) =>
        !string.IsNullOrWhiteSpace(name) ? name : throw new ArgumentException("The name of a client cannot be empty.", nameof(name));

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
        // The client was added before. Only its options change, so that its builder keeps its handlers.
        if (services.Any(service => service.ServiceType == typeof(TClient) && Equals(service.ServiceKey, name)))
            return http;

        options.ValidateOnStart();
        services.AddSingleton<IValidateOptions<IntercomClientOptions>>(
            new OptionsValidation(client, configuration as IConfigurationSection));
        services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new SingleSendFilter(client));
        services.TryAdd(Singleton(name, NewLimiter));
        services.Add(Singleton(name, provider => NewClient<TClient>(provider, client)));
        // The client keeps its HttpClient, so rotating handlers would have no effect. The primary handler renews connections to follow DNS.
        return http
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(
                provider => OptionsOf(provider, client).HttpMessageHandler ?? ConnectionSettings.NewHandler())
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

    /// <summary>Gets the clock of a client: from its options, or else from the container.</summary>
    internal static TimeProvider ClockOf(IServiceProvider provider, string client) =>
        OptionsOf(provider, client).TimeProvider is var own && own != TimeProvider.System ? own : Clock(provider);

    private static IntercomClientOptions OptionsOf(IServiceProvider provider, string client) =>
        provider.GetRequiredService<IOptionsMonitor<IntercomClientOptions>>().Get(client);

    private static IntercomRateLimiter Limiter(IServiceProvider provider, string? name) =>
        name is null ? provider.GetRequiredService<IntercomRateLimiter>() : provider.GetRequiredKeyedService<IntercomRateLimiter>(name);

    private static IntercomRateLimiter NewLimiter(IServiceProvider provider) => new(timeProvider: Clock(provider));

    private static TimeProvider Clock(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;
}
