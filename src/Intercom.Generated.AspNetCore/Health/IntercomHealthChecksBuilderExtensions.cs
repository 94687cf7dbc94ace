using Intercom.Generated.AspNetCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a health check for the endpoints that receive Intercom's requests.</summary>
public static class IntercomHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check of all endpoints of <c>AddIntercomWebhooks</c> and <c>AddIntercomFinAgent</c>. It is degraded if a queue is at least
    /// 80% full, and unhealthy for up to a minute after an outbox failed. Its data has the numbers of pending and failed notifications.
    /// </summary>
    /// <param name="builder">The health checks builder.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">The status if an outbox is failing. Null means unhealthy.</param>
    /// <param name="tags">The tags of the check, or null.</param>
    public static IHealthChecksBuilder AddIntercomWebhooks(
        this IHealthChecksBuilder builder,
        string name = "intercom_webhooks",
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name, provider => new IntercomHealthCheck(provider.GetServices<IHostedService>()), failureStatus, tags));
    }
}
