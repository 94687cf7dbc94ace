using Intercom.Generated;
using Intercom.Generated.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Adds the resilience handler of Microsoft.Extensions.Http.Resilience to an Intercom client: a limit of concurrent calls, a circuit
/// breaker, a timeout for each attempt, and the telemetry of Polly.
/// </summary>
/// <remarks>
/// The handler makes the retries in place of the client, by the client's own rules and with its settings: no POST is repeated unless it is
/// safe, and no request is retried twice. The client's <see cref="IntercomClientOptions.Timeout"/> stays the only limit for the whole call.
/// Adding the handler again adds to its options.
/// </remarks>
public static class IntercomResilienceExtensions
{
    private const string PipelineName = "Intercom";

    /// <summary>
    /// Adds the handler, with settings from the section <c>Resilience</c> of the client's configuration, if there is one.
    /// </summary>
    /// <param name="builder">The builder that <c>AddIntercom</c> returned.</param>
    /// <param name="configure">Sets options in code, after the configuration.</param>
    /// <returns>The builder. Handlers that are added to it afterwards run on each attempt.</returns>
    /// <exception cref="ArgumentException">The builder is not that of an Intercom client.</exception>
    public static IHttpClientBuilder AddIntercomResilience(this IHttpClientBuilder builder, Action<IntercomResilienceOptions>? configure = null) =>
        Add(builder, null, configure);

    /// <summary>
    /// Adds the handler, with settings from configuration. It uses changed settings as soon as the configuration reloads.
    /// </summary>
    /// <param name="builder">The builder that <c>AddIntercom</c> returned.</param>
    /// <param name="configuration">
    /// The section with the settings, which have the names of the properties of <see cref="IntercomResilienceOptions"/>.
    /// </param>
    /// <param name="configure">Sets options in code, after the configuration.</param>
    /// <returns>The builder. Handlers that are added to it afterwards run on each attempt.</returns>
    /// <exception cref="ArgumentException">The builder is not that of an Intercom client.</exception>
    public static IHttpClientBuilder AddIntercomResilience(
        this IHttpClientBuilder builder, IConfiguration configuration, Action<IntercomResilienceOptions>? configure = null) =>
        Add(builder, configuration ?? throw new ArgumentNullException(nameof(configuration)), configure);

    private static IHttpClientBuilder Add(IHttpClientBuilder builder, IConfiguration? configuration, Action<IntercomResilienceOptions>? configure)
    {
        if (builder is null)
            throw new ArgumentNullException(nameof(builder));
        var client = builder.Name;
        var services = builder.Services;
        var registration = ClientRegistration.Find(services, client)
            ?? throw new ArgumentException($"The HttpClient '{client}' is not that of an Intercom client. Use the builder that AddIntercom returns.", nameof(builder));

        var options = services.AddOptions<IntercomResilienceOptions>(client);
        if ((configuration ?? registration.Configuration?.GetSection(ClientSettings.ResilienceSection)) is { } settings)
        {
            options.Configure(values => ResilienceSettings.Read(client, settings, values));
            services.AddSingleton<IOptionsChangeTokenSource<IntercomResilienceOptions>>(
                new ConfigurationChangeTokenSource<IntercomResilienceOptions>(client, settings));
        }

        if (configure is not null)
            options.Configure(configure);
        if (registration.HasResilience)
            return builder;

        registration.HasResilience = true;
        options.ValidateOnStart();
        services.AddSingleton<IValidateOptions<IntercomResilienceOptions>>(new ResilienceValidation(client));
        builder.AddHttpMessageHandler(() => new ResilientCallHandler());
        builder.AddResilienceHandler(PipelineName, (pipeline, context) =>
        {
            context.EnableReloads<IntercomResilienceOptions>(client);
            pipeline.TimeProvider = IntercomServiceCollectionExtensions.ClockOf(context.ServiceProvider, client);
            ResiliencePipelineFactory.Configure(pipeline, context.GetOptions<IntercomResilienceOptions>(client));
        });
        return builder.AddHttpMessageHandler(() => new AttemptHandler());
    }
}
