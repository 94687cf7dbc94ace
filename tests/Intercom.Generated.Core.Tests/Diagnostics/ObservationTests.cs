using System.Diagnostics;
using Intercom.Generated.Runtime;
using Intercom.Generated.Tests;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests.Diagnostics;

/// <summary>The logs, traces, and metrics of a client.</summary>
public class ObservationTests
{
    [Test]
    public async Task Call_is_an_activity_with_HTTP_conventions()
    {
        using var observed = new Observed();
        using var server = Of(("X-Request-Id", "r-9"), ("X-RateLimit-Remaining", "12"));
        using var client = observed.Connect(server);
        await client.Things.GetAsync("secret-id");

        var activity = observed.Activities.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(activity.DisplayName, Is.EqualTo("GET /things/{thing_id}"));
            Assert.That(activity.Kind, Is.EqualTo(ActivityKind.Client));
            Assert.That(activity.Status, Is.EqualTo(ActivityStatusCode.Unset));
            Assert.That(activity.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value), Is.EqualTo(new Dictionary<string, object?>
            {
                ["http.request.method"] = "GET",
                ["url.template"] = "/things/{thing_id}",
                ["server.address"] = observed.Host,
                ["server.port"] = 443,
                ["intercom.operation"] = "Things.Get",
                ["intercom.api.version"] = "2.14",
                ["intercom.rate_limit.remaining"] = 12,
                ["intercom.request_id"] = "r-9",
                ["http.response.status_code"] = 200,
            }));
        }
    }

    [Test]
    public async Task Reports_each_retry_to_logs_traces_and_metrics()
    {
        var left = 2;
        using var observed = new Observed();
        using var server = new StubServer(_ => left-- > 0 ? StubServer.Json("{}", 503) : StubServer.Json("""{"id":"1"}"""));
        using var client = observed.Connect(server, options =>
        {
            options.Retry = new IntercomRetryOptions();
            options.TimeProvider = new ManualTimeProvider { SkipsUpTo = TimeSpan.FromSeconds(29) };
        });
        await client.Things.GetAsync("1");

        var activity = observed.Activities.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(activity.Events.Select(item => item.Name), Is.EqualTo(new[] { "intercom.retry", "intercom.retry" }));
            Assert.That(activity.GetTagItem("http.request.resend_count"), Is.EqualTo(2));
            Assert.That(observed.Entries.Where(entry => entry.Id == 3).Select(entry => entry.Level), Is.EqualTo(new[] { LogLevel.Warning, LogLevel.Warning }));
            Assert.That(Of(observed, "intercom.client.retries").Select(item => item.Tags["error.type"]), Is.EqualTo(new[] { "503", "503" }));
            var durations = Of(observed, "http.client.request.duration");
            Assert.That(durations.Select(item => item.Tags["http.response.status_code"]), Is.EqualTo(new object[] { 503, 503, 200 }));
            Assert.That(durations.Select(item => item.Tags.GetValueOrDefault("error.type")), Is.EqualTo(new object?[] { "503", "503", null }));
            Assert.That(durations.Select(item => item.Tags["url.template"]), Is.All.EqualTo("/things/{thing_id}"));
        }
    }

    [Test]
    public async Task Reports_the_codes_of_a_failure_but_not_its_messages()
    {
        using var observed = new Observed();
        using var server = new StubServer(_ => StubServer.Json(
            """{"type":"error.list","request_id":"r-5","errors":[{"code":"not_found","message":"No ada@example.com"},"""
            + """{"code":"ada@example.com"}]}""", 404));
        using var client = observed.Connect(server);
        Assert.That(async () => await client.Things.GetAsync("1"), Throws.TypeOf<IntercomNotFoundException>());

        var activity = observed.Activities.Single();
        var entry = observed.Entries.Single(item => item.Id == 2);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(activity.Status, Is.EqualTo(ActivityStatusCode.Error));
            Assert.That(activity.GetTagItem("error.type"), Is.EqualTo("404"));
            Assert.That(activity.GetTagItem("intercom.request_id"), Is.EqualTo("r-5"));
            Assert.That(entry.Level, Is.EqualTo(LogLevel.Information));
            Assert.That(entry.Text, Does.Contain("Things.Get").And.Contain("not_found, REDACTED").And.Contain("r-5"));
        }
    }

    [Test]
    public void Logs_outages_and_broken_connections_as_warnings()
    {
        using var observed = new Observed();
        var next = 0;
        using var server = new StubServer(_ => next++ == 0 ? StubServer.Json("{}", 500) : throw new HttpRequestException("refused"));
        using var client = observed.Connect(server);
        Assert.That(async () => await client.Things.GetAsync("1"), Throws.TypeOf<IntercomServerException>());
        Assert.That(async () => await client.Things.GetAsync("1"), Throws.TypeOf<IntercomConnectionException>());
        Assert.That(observed.Entries.Where(entry => entry.Id == 2).Select(entry => entry.Level), Is.EqualTo(new[] { LogLevel.Warning, LogLevel.Warning }));
        Assert.That(observed.Activities.Select(activity => activity.GetTagItem("error.type")), Is.EqualTo(new[] { "500", "Intercom.Generated.IntercomConnectionException" }));
    }

    [Test]
    public void Does_not_log_cancellation_as_a_failure()
    {
        using var observed = new Observed();
        using var source = new CancellationTokenSource();
        using var server = new StubServer(_ =>
        {
            source.Cancel();
            throw new OperationCanceledException();
        });
        using var client = observed.Connect(server);
        Assert.That(async () => await client.Things.GetAsync("1", cancellationToken: source.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(observed.Entries, Is.Empty);
    }

    [Test]
    public async Task Reports_another_version_to_logs_traces_and_metrics([Values] VersionMismatchPolicy policy)
    {
        using var observed = new Observed();
        using var server = Of(("Intercom-Version", "2.11"));
        using var client = observed.Connect(server, options => options.VersionMismatch = policy);
        try
        {
            await client.Things.GetAsync("1");
        }
        catch (IntercomVersionMismatchException) when (policy == VersionMismatchPolicy.Throw)
        {
            // The mismatch is still reported.
        }

        var expected = policy == VersionMismatchPolicy.Ignore ? 0 : 1;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(observed.Entries.Count(entry => entry is { Id: 4, Level: LogLevel.Warning } && entry.Text.Contains("2.11", StringComparison.Ordinal)), Is.EqualTo(expected));
            Assert.That(observed.Activities.Single().Events.Count(item => item.Name == "intercom.version_mismatch"), Is.EqualTo(expected));
            Assert.That(Of(observed, "intercom.client.version_mismatches").Count(item => item.Tags["intercom.api.response_version"] as string == "2.11"), Is.EqualTo(expected));
        }
    }

    [Test]
    public async Task Measures_rate_limit_and_pacing()
    {
        using var observed = new Observed();
        using var limiter = new IntercomRateLimiter();
        using var server = Of(("X-RateLimit-Limit", "167"), ("X-RateLimit-Remaining", "166"), ("X-RateLimit-Reset", "1767225610"));
        using var client = observed.Connect(server, options => options.RateLimiter = limiter);
        await client.Things.GetAsync("1");
        Assert.That(Of(observed, "intercom.client.rate_limit.remaining").Single().Value, Is.EqualTo(166));
        Assert.That(Of(observed, "intercom.client.pacing.duration"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Logs_headers_by_an_allow_list()
    {
        using var observed = new Observed();
        using var server = Of(("X-Request-Id", "r-1"), ("Set-Cookie", "session=42"), ("X-Proxy-User", "ada"));
        using var client = observed.Connect(server);
        await client.Things.GetAsync("1");
        var entry = observed.Entries.Single(item => item.Id == 5);
        Assert.That(entry.Level, Is.EqualTo(LogLevel.Trace));
        Assert.That(entry.Text, Does.Contain("X-Request-ID: r-1").And.Contain("Set-Cookie: REDACTED").And.Contain("X-Proxy-User: REDACTED").And.Not.Contain("42").And.Not.Contain("ada"));
    }

    // Puts a marker in every place that can contain private data, in requests, responses, and failures.
    [Test]
    public async Task Reports_nothing_private()
    {
        const string mark = "pr1vate";
        using var observed = new Observed();
        var responses = new Queue<Func<HttpResponseMessage>>(
        [
            () => Marked(200), () => Marked(404), () => Marked(409), () => Marked(429), () => Marked(500), () => Marked(503),
            () => StubServer.Respond(200, $"<html>{mark}", "text/html"), () => StubServer.Respond(200, $"\"{mark}\"", "application/json"),
            () => StubServer.Redirect(302, $"https://files.test/{mark}?signature={mark}"), () => Marked(200), () => throw new HttpRequestException(mark), () => throw new IOException(mark),
        ]);
        using var server = new StubServer(_ => responses.Dequeue()());
        using var client = observed.Connect(server, options => (options.AccessToken, options.ApplicationName) = (mark, mark));
        while (responses.Count > 0)
        {
            var options = new RequestOptions { Headers = { ["X-Own"] = mark }, Query = { ["email"] = mark } };
            try
            {
                var create = new ApiOperation("Things.Create", responses.Count > 4 ? "POST" : "GET", "/things/{id}");
                await client.SendAsync<JObject>(new ApiRequest(create, mark) { Body = responses.Count > 4 ? new JObject { ["email"] = mark } : null }.WithQuery("q", mark), options);
            }
            catch (IntercomException e)
            {
                Assert.That(e.ToString(), Does.Not.Contain($"Bearer {mark}"));
            }
        }

        Assert.That(server.Requests.Select(request => request.Header("Authorization")), Has.Some.Contains(mark), "The test needs a mark that is sent.");
        Assert.That(observed.Activities, Has.Count.GreaterThan(9));
        Assert.That(observed.Entries, Has.Count.GreaterThan(15));
        Assert.That(observed.Measurements, Has.Count.GreaterThan(9));
        Assert.That(observed.Texts().Where(text => text.Contains(mark, StringComparison.Ordinal)), Is.Empty);

        static HttpResponseMessage Marked(int status) => StubServer.Respond(
            status,
            $$"""{"id":"{{mark}}","type":"error.list","errors":[{"code":"conflict","message":"{{mark}} id={{mark}}","field":"{{mark}}"}]}""",
            "application/json",
            ("Set-Cookie", mark),
            ("X-Other", mark));
    }

    private static StubServer Of(params (string Name, string Value)[] headers) =>
        new(_ => StubServer.Respond(200, """{"id":"1"}""", "application/json", headers));

    private static List<(string Name, double Value, Dictionary<string, object?> Tags)> Of(Observed observed, string instrument) =>
        [.. observed.Measurements.Where(measurement => measurement.Name == instrument)];
}
