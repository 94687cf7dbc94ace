using Intercom.Generated.Runtime;
using Intercom.Generated.Tests;

namespace Intercom.Generated.Core.Tests.Jobs;

/// <summary>The handle of a job, which polls the status at polite intervals.</summary>
public class JobTests
{
    [Test]
    public async Task Polls_until_the_job_is_completed_and_reports_each_status()
    {
        using var server = StubServer.RespondingWith(Status("pending"), Status("new_in_2030"), Status("Completed"));
        var time = Time();
        using var client = Connect(server, time);
        var job = Job(client);
        var reports = new Reports();

        var last = await job.WaitAsync(reports);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(last.Name, Is.EqualTo("Completed"));
            Assert.That(job.Status, Is.SameAs(last));
            Assert.That(job.State, Is.EqualTo(IntercomJobState.Completed));
            Assert.That(reports.Statuses, Is.EqualTo(new[] { "pending", "new_in_2030", "Completed" }));
            Assert.That(time.Skipped.Select(wait => wait.TotalSeconds), Is.EqualTo(new[] { 1.0, 2 }));
        }
    }

    [Test]
    public async Task Intervals_double_up_to_half_a_minute()
    {
        using var server = StubServer.RespondingWith([.. Enumerable.Repeat(Status("pending"), 8), Status("completed")]);
        var time = Time();
        using var client = Connect(server, time);
        await Job(client).WaitAsync(CancellationToken.None);
        Assert.That(time.Skipped.Select(wait => wait.TotalSeconds), Is.EqualTo(new[] { 1.0, 2, 4, 8, 16, 30, 30, 30 }));
    }

    [Test]
    public async Task Interval_can_be_set()
    {
        using var server = StubServer.RespondingWith(Status("pending"), Status("pending"), Status("completed"));
        var time = Time();
        using var client = Connect(server, time);
        var job = Job(client);
        job.PollingInterval = TimeSpan.FromSeconds(7);
        await job.WaitAsync();
        Assert.That(time.Skipped.Select(wait => wait.TotalSeconds), Is.EqualTo(new[] { 7.0, 7 }));
    }

    [TestCase("20", 20)]
    [TestCase("0", 1)]
    [TestCase("soon", 1)]
    public async Task Retry_After_of_a_status_takes_precedence(string retryAfter, double expected)
    {
        var first = true;
        using var server = new StubServer(_ =>
        {
            var isFirst = first;
            first = false;
            return isFirst ? StubServer.Respond(200, Status("pending"), "application/json", ("Retry-After", retryAfter)) : StubServer.Json(Status("completed"));
        });
        var time = Time();
        using var client = Connect(server, time);
        await Job(client).WaitAsync();
        Assert.That(time.Skipped.Single().TotalSeconds, Is.EqualTo(expected));
    }

    [Test]
    public async Task A_429_does_not_end_the_wait()
    {
        var requests = 0;
        using var server = new StubServer(_ => ++requests == 1
            ? StubServer.Respond(429, """{"errors":[{"code":"rate_limit_exceeded"}]}""", "application/json", ("Retry-After", "9"))
            : StubServer.Json(Status("completed")));
        var time = Time();
        using var client = Connect(server, time);
        var reports = new Reports();
        await Job(client).WaitAsync(reports);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(time.Skipped.Single().TotalSeconds, Is.EqualTo(9));
            Assert.That(reports.Statuses, Is.EqualTo(new[] { "completed" }));
        }
    }

    [Test]
    public async Task A_failed_job_throws_with_its_ID_and_status()
    {
        using var server = StubServer.RespondingWith(Status("canceled"));
        using var client = Connect(server, Time());
        var job = Job(client);
        var reports = new Reports();
        var failure = (await Assert.ThrowsAsync<IntercomJobFailedException>(() => job.WaitAsync(reports)))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Message, Is.EqualTo("Things.Get: the job job_1 ended with the status 'canceled'. Start a new job."));
            Assert.That((failure.JobId, failure.Status, failure.Operation), Is.EqualTo(("job_1", "canceled", "Things.Get")));
            Assert.That(failure.ApiVersion, Is.EqualTo(ApiVersion.V2_14));
            Assert.That(job.State, Is.EqualTo(IntercomJobState.Failed));
            Assert.That(reports.Statuses, Is.EqualTo(new[] { "canceled" }));
        }
    }

    [Test]
    public void Other_failures_end_the_wait()
    {
        using var server = new StubServer(_ => StubServer.Json("""{"errors":[{"code":"not_found"}]}""", 404));
        using var client = Connect(server, Time());
        Assert.That(() => Job(client).WaitAsync(), Throws.TypeOf<IntercomNotFoundException>());
    }

    [Test]
    public async Task Cancellation_ends_the_wait_between_requests()
    {
        using var server = new StubServer(_ => StubServer.Json(Status("pending")));
        var time = new ManualTimeProvider();
        using var client = Connect(server, time);
        using var source = new CancellationTokenSource();
        var wait = Job(client).WaitAsync(source.Token);
        Assert.That(wait.IsCompleted, Is.False);
        await source.CancelAsync();
        var canceled = (await Assert.CatchAsync<OperationCanceledException>(() => wait))!;
        Assert.That(canceled.CancellationToken, Is.EqualTo(source.Token));
    }

    [Test]
    public async Task Another_handle_with_the_same_ID_continues()
    {
        using var server = StubServer.RespondingWith(Status("pending"), Status("completed"));
        using var client = Connect(server, Time());
        var job = Job(client);
        Assert.That(job.State, Is.EqualTo(IntercomJobState.Running));
        Assert.That(job.Status, Is.Null);
        await job.GetStatusAsync();
        Assert.That(job.State, Is.EqualTo(IntercomJobState.Running));
        Assert.That((await Job(client, job.Id).WaitAsync()).Name, Is.EqualTo("completed"));
        Assert.That(server.Requests.Select(request => request.Target), Is.All.EqualTo("/things/job_1"));
    }

    [Test]
    public void Arguments_are_checked()
    {
        using var server = StubServer.Silent();
        using var client = server.Connect();
        Assert.That(() => Job(client, ""), Throws.ArgumentException.With.Message.StartsWith("The ID of a job cannot be empty."));
        Assert.That(() => new IntercomJob<Thing>("1", null!), Throws.ArgumentNullException);
    }

    private static string Status(string status) => $$"""{"name":"{{status}}"}""";

    // Timeouts are longer than every wait, so that only waits are skipped.
    private static ManualTimeProvider Time() => new() { SkipsUpTo = TimeSpan.FromMinutes(1) };

    private static IntercomClient Connect(StubServer server, ManualTimeProvider time) => server.Connect(options =>
    {
        options.TimeProvider = time;
        options.Timeout = TimeSpan.FromHours(1);
        options.AttemptTimeout = TimeSpan.FromHours(1);
    });

    private static IntercomJob<Thing> Job(IntercomClient client, string id = "job_1") => new(
        id,
        new JobOperation<Thing>(
            client.Things, "Things.Get", (thing, options, token) => client.Things.GetAsync(thing, options, token), thing => thing.Name, ["completed"], ["failed", "canceled"]));

    // Progress<T> reports on other threads.
    private sealed class Reports : IProgress<Thing>
    {
        public List<string?> Statuses { get; } = [];

        public void Report(Thing value) => Statuses.Add(value.Name);
    }
}
