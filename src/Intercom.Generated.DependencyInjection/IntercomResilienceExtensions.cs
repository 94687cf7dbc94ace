using Intercom.Generated;
using Intercom.Generated.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Adds a Microsoft.Extensions.Http.Resilience handler to an Intercom client. It provides a concurrency limit, a circuit breaker, a
/// timeout for each attempt, and Polly's telemetry.
/// </summary>
/// <remarks>
/// The handler retries requests instead of the client, according to the client's own rules and settings. It repeats a POST only if that
/// is safe, and no request is retried twice. The client's <see cref="IntercomClientOptions.Timeout"/> is still the only limit for the
/// whole call. If you add the handler more than once, the options are combined.
/// </remarks>
public static class IntercomResilienceExtensions
{
    private const string PipelineName = "Intercom";

    /// <summary>
    /// Adds the handler. Settings come from the <c>Resilience</c> section of the client's configuration, if it exists.
    /// </summary>
    /// <param name="builder">The builder returned by <c>AddIntercom</c>.</param>
    /// <param name="configure">Sets options in code. It runs after the configuration is applied.</param>
    /// <returns>The builder. Handlers added to it afterward run on each attempt.</returns>
    /// <exception cref="ArgumentException">The builder was not returned by <c>AddIntercom</c>.</exception>
    public static IHttpClientBuilder AddIntercomResilience(
        this IHttpClientBuilder builder, Action<IntercomResilienceOptions>? configure = null) =>
        Add(builder, null, configure);

    /// <summary>
    /// Adds the handler with settings from configuration. The handler picks up changes when the configuration reloads.
    /// </summary>
    /// <param name="builder">The builder returned by <c>AddIntercom</c>.</param>
    /// <param name="configuration">
    /// The section with the settings. Their names are those of the properties of <see cref="IntercomResilienceOptions"/>.
    /// </param>
    /// <param name="configure">Sets options in code. It runs after the configuration is applied.</param>
    /// <returns>The builder. Handlers added to it afterward run on each attempt.</returns>
    /// <exception cref="ArgumentException">The builder was not returned by <c>AddIntercom</c>.</exception>
    public static IHttpClientBuilder AddIntercomResilience(
        this IHttpClientBuilder builder, IConfiguration configuration, Action<IntercomResilienceOptions>? configure = null) =>
        Add(builder, configuration ?? throw new ArgumentNullException(nameof(configuration)), configure);

    private static IHttpClientBuilder Add(
        IHttpClientBuilder builder, IConfiguration? configuration, Action<IntercomResilienceOptions>? configure)
    {
        if (builder is null)
            throw new ArgumentNullException(nameof(builder));
        var client = builder.Name;
        var services = builder.Services;
        var registration = ClientRegistration.Find(services, client)
            ?? throw new ArgumentException(
                $"The HttpClient '{client}' does not belong to an Intercom client. Use the builder that AddIntercom returns.",
                nameof(builder));

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
