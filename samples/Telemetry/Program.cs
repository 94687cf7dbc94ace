// Collects the traces and metrics of a client with OpenTelemetry. To send them somewhere, replace the exporters, for example by those of
// the package OpenTelemetry.Exporter.OpenTelemetryProtocol. Runs against the embedded fake Intercom.

using System.Diagnostics;
using System.Net;
using Intercom.Generated;
using Intercom.Generated.Testing;
using Intercom.Generated.V2_16;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

var activities = new List<Activity>();
var metrics = new List<MetricSnapshot>();
using (Sdk.CreateTracerProviderBuilder().AddSource(IntercomDiagnostics.ActivitySourceName).AddInMemoryExporter(activities).Build())
using (Sdk.CreateMeterProviderBuilder().AddMeter(IntercomDiagnostics.MeterName).AddInMemoryExporter(metrics).Build())
{
    using var fake = new FakeIntercom("2.16");
    fake.AddContacts(20);
    fake.RespondOnce("GET", "/contacts", _ => FakeIntercom.Error(HttpStatusCode.ServiceUnavailable, "service_unavailable", "Down"));
    using var intercom = new IntercomClient(new IntercomClientOptions(fake.AccessToken)
    {
        HttpMessageHandler = fake,
        Retry = { BaseDelay = TimeSpan.Zero },
    });
    await intercom.Contacts.ListAsync().FirstPageAsync();
    try
    {
        await intercom.Contacts.GetAsync("nobody");
    }
    catch (IntercomNotFoundException)
    {
    }
}

foreach (var activity in activities)
{
    Console.WriteLine(
        $"{activity.DisplayName}: status {activity.GetTagItem("http.response.status_code")}, "
        + $"retries {activity.GetTagItem("http.request.resend_count") ?? 0}");
    foreach (var activityEvent in activity.Events)
        Console.WriteLine($"  {activityEvent.Name}");
}

foreach (var metric in metrics.OrderBy(metric => metric.Name, StringComparer.Ordinal))
    Console.WriteLine($"{metric.Name} ({metric.Unit}): {metric.MetricPoints.Count} series");
