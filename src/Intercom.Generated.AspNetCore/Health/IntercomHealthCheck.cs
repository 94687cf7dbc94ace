using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Intercom.Generated.AspNetCore;

/// <summary>
/// Unhealthy if an outbox is failing, so that nothing can be acknowledged or handled. Degraded if a queue is almost full.
/// </summary>
internal sealed class IntercomHealthCheck(IEnumerable<IHostedService> services) : IHealthCheck
{
    private const double AlmostFull = 0.8;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var status = HealthStatus.Healthy;
        var data = new Dictionary<string, object>(StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (var worker in services.OfType<RequestWorker>())
        {
            var outbox = worker.Status;
            data[$"{worker.Name} pending"] = outbox.Pending;
            data[$"{worker.Name} failed"] = outbox.Failed;
            if (worker.IsOutboxFailing)
            {
                status = context.Registration.FailureStatus;
                problems.Add($"The outbox of {worker.Name} is failing.");
            }
            else if (outbox.Pending >= outbox.Capacity * AlmostFull)
            {
                status = status == HealthStatus.Healthy ? HealthStatus.Degraded : status;
                problems.Add($"The queue of {worker.Name} has {outbox.Pending} of at most {outbox.Capacity} notifications.");
            }
        }

        return Task.FromResult(new HealthCheckResult(status, problems.Count == 0 ? null : string.Join(' ', problems), data: data));
    }
}
