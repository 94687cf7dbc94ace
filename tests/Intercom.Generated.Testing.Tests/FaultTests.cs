using System.Net;
using Intercom.Generated.Tests;
using Intercom.Generated.V2_16;

namespace Intercom.Generated.Testing.Tests;

/// <summary>What the SDK's own client makes of each fault. The table is part of docs/testing.md.</summary>
public class FaultTests
{
    private const string Retried = "result, 2 attempts";
    private const string TimedOut = "IntercomTimeoutException";
    private const string Broken = "IntercomConnectionException";

    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(25);

    private static readonly FaultRow[] Table =
    [
        new("Delay(time)", "the response arrives late", () => FakeFault.Delay(TimeSpan.FromSeconds(2)), "result", "result"),
        new("Stall()", "no response arrives", FakeFault.Stall, Retried, TimedOut) { TakesEffect = false },
        new("StallInBody()", "half of the body arrives, then nothing", FakeFault.StallInBody, Retried, TimedOut),
        new("CloseConnection()", "the connection is closed before the response", FakeFault.CloseConnection, Retried, Broken) { TakesEffect = false },
        new("LoseResponse()", "the connection is closed after the request took effect", FakeFault.LoseResponse, Retried, Broken),
        new("TruncateBody()", "half of the body arrives, then the connection is closed", FakeFault.TruncateBody, Retried, Broken),
        new("BreakJson()", "the body ends in the middle of its JSON", FakeFault.BreakJson, "IntercomResponseException: NotJson", "IntercomResponseException: NotJson"),
        new("ChangeContentType()", "the JSON arrives as `text/html`", () => FakeFault.ChangeContentType(), "result", "result"),
        new("WebPage()", "the page of a proxy, with 200", () => FakeFault.WebPage(), "IntercomResponseException: Html", "IntercomResponseException: Html") { TakesEffect = false },
        new("EchoVersion(version)", "the response is of another version", () => FakeFault.EchoVersion("2.11"), "result", "result"),
        new("RepeatCursor()", "a page names itself as the next one", FakeFault.RepeatCursor, null, null) { List = "IntercomPagingException", Times = FaultTimes.Always },
        new("RateLimit()", "429 with `X-RateLimit-Reset`", () => FakeFault.RateLimit(), Retried, Retried) { TakesEffect = false },
        new("ServerError()", "503, twice", () => FakeFault.ServerError(), "result, 3 attempts", "IntercomServerException: 503") { TakesEffect = false, Times = FaultTimes.Next(2) },
    ];

    private static IEnumerable<FaultRow> Requests => Table.Where(row => row.Get is not null);

    [TestCaseSource(nameof(Requests))]
    public async Task A_GET_has_the_documented_outcome(object source)
    {
        var row = (FaultRow)source;
        using var trial = new Trial();
        var id = (string)trial.Fake.AddContact("ada@example.com", "Ada")["id"]!;
        trial.Fake.Faults.Add("GET", "/contacts/{id}", row.Create(), row.Times);
        Assert.That(await trial.OutcomeAsync(async client => (await client.Contacts.GetAsync(id)).Name == "Ada"), Is.EqualTo(row.Get));
    }

    [TestCaseSource(nameof(Requests))]
    public async Task A_POST_has_the_documented_outcome_and_effect(object source)
    {
        var row = (FaultRow)source;
        using var trial = new Trial();
        trial.Fake.Faults.Add("POST", "/contacts", row.Create(), row.Times);
        var outcome = await trial.OutcomeAsync(
            async client => (await client.Contacts.CreateAsync(new CreateContactRequest { Email = "ada@example.com" })).Email == "ada@example.com");
        Assert.That(outcome, Is.EqualTo(row.Post));
        var isRetried = trial.Fake.Requests[^1].Fault is null;
        Assert.That(trial.Fake.Contacts, Has.Count.EqualTo(row.TakesEffect || isRetried ? 1 : 0));
    }

    [TestCaseSource(nameof(Table))]
    public async Task A_list_has_the_documented_outcome(object source)
    {
        var row = (FaultRow)source;
        using var trial = new Trial();
        trial.Fake.AddContacts(25);
        trial.Fake.Faults.Add("GET", "/contacts", row.Create(), row.Times);
        var outcome = await trial.OutcomeAsync(async client =>
        {
            var count = 0;
            await foreach (var contact in client.Contacts.ListAsync())
                count++;
            return count == 25;
        });
        // Three pages, each of which is an attempt.
        var expected = row.List ?? row.Get!;
        Assert.That(outcome.StartsWith("result", StringComparison.Ordinal) ? "result" : outcome,
            Is.EqualTo(expected.StartsWith("result", StringComparison.Ordinal) ? "result" : expected));
    }

    [Test]
    public async Task A_strict_client_reports_a_response_of_another_version()
    {
        using var fake = new FakeIntercom("2.16");
        fake.Faults.Add("*", "*", FakeFault.EchoVersion("2.11"));
        using var client = new IntercomClient(
            new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake, VersionMismatch = VersionMismatchPolicy.Throw });
        await Assert.ThrowsAsync<IntercomVersionMismatchException>(() => client.Contacts.ListAsync().FirstPageAsync());
    }

    [Test]
    public void The_page_has_the_table() =>
        Assert.That(
            File.ReadAllText(Path.Combine(Snapshot.ProjectFolder, "..", "..", "docs", "testing.md")).ReplaceLineEndings("\n"),
            Does.Contain(string.Join('\n', Table.Select(row => row.ToMarkdown()))));

    [Test]
    public void The_table_has_every_fault() =>
        Assert.That(
            Table.Select(row => row.Code.Split('(')[0]),
            Is.EquivalentTo(typeof(FakeFault).GetMethods().Where(method => method.IsStatic).Select(method => method.Name)));

    /// <summary>A fake and a client that share a clock. Short delays end at once, and a stall advances the clock.</summary>
    private sealed class Trial : IDisposable
    {
        private readonly ManualTimeProvider _clock = new() { SkipsUpTo = TimeSpan.FromSeconds(20) };
        private readonly IntercomClient _client;

        public Trial()
        {
            Fake = new FakeIntercom("2.16", new FakeIntercomOptions { TimeProvider = _clock });
            var options = new IntercomClientOptions(Fake.AccessToken)
            {
                HttpMessageHandler = Fake,
                TimeProvider = _clock,
                Timeout = TimeSpan.FromHours(1),
                AttemptTimeout = AttemptTimeout,
            };
            options.Retry.MaxRetries = 2;
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
            _client = new IntercomClient(options);
        }

        public FakeIntercom Fake { get; }

        public async Task<string> OutcomeAsync(Func<IntercomClient, Task<bool>> call)
        {
            var running = call(_client);
            while (!running.IsCompleted)
            {
                if (Fake.Requests is [.., { Fault: { } fault }] && fault.StartsWith("stall", StringComparison.Ordinal))
                    _clock.Advance(TimeSpan.FromSeconds(1));
                await Task.WhenAny(running, Task.Delay(1));
            }

            try
            {
                Assert.That(await running, Is.True);
                return Fake.Requests.Count > 1 ? $"result, {Fake.Requests.Count} attempts" : "result";
            }
            catch (IntercomException e)
            {
                return e switch
                {
                    IntercomApiException api => $"{e.GetType().Name}: {(int)api.StatusCode}",
                    IntercomResponseException response => $"{e.GetType().Name}: {response.Problem}",
                    _ => e.GetType().Name,
                };
            }
        }

        public void Dispose()
        {
            _client.Dispose();
            Fake.Dispose();
        }
    }
}

/// <summary>The requests that get a fault, and what the fault leaves unchanged.</summary>
public class FaultSelectionTests
{
    [TestCase("once", "x....")]
    [TestCase("always", "xxxxx")]
    [TestCase("next 3", "xxx..")]
    [TestCase("every 2", ".x.x.")]
    public async Task Faults_are_selected_by_count(string times, string expected)
    {
        using var client = new FakeClient();
        var rule = client.Fake.Faults.Add("GET", "/me", FakeFault.ServerError(), times switch
        {
            "once" => FaultTimes.Once,
            "next 3" => FaultTimes.Next(3),
            "every 2" => FaultTimes.Every(2),
            _ => null,
        });
        Assert.That(await FailuresAsync(client, 5), Is.EqualTo(expected));
        Assert.That(rule.InjectedCount, Is.EqualTo(expected.Count(mark => mark == 'x')));
        Assert.That($"{rule.Times}", Is.EqualTo(times));
    }

    [Test]
    public async Task Faults_by_chance_depend_only_on_the_seed()
    {
        var times = FaultTimes.Chance(0.3, 7);
        using var first = new FakeClient();
        using var second = new FakeClient();
        using var other = new FakeClient();
        first.Fake.Faults.Add("GET", "/me", FakeFault.ServerError(), times);
        second.Fake.Faults.Add("GET", "/me", FakeFault.ServerError(), times);
        other.Fake.Faults.Add("GET", "/me", FakeFault.ServerError(), FaultTimes.Chance(0.3, 8));
        var failures = await FailuresAsync(first, 200);
        Assert.That(failures.Count(mark => mark == 'x'), Is.InRange(40, 80));
        Assert.That(await FailuresAsync(second, 200), Is.EqualTo(failures));
        Assert.That(await FailuresAsync(other, 200), Is.Not.EqualTo(failures));
    }

    [Test]
    public async Task Rules_follow_each_other_and_only_matching_requests_count()
    {
        using var client = new FakeClient();
        client.Fake.Faults.Add("GET", "/contacts/{id}", FakeFault.ServerError(HttpStatusCode.BadGateway), FaultTimes.Next(2));
        client.Fake.Faults.Add("*", "*", FakeFault.RateLimit(), FaultTimes.Once);
        client.Fake.AddContact("ada@example.com");
        var id = (string)client.Fake.Contacts[0]["id"]!;
        var statuses = new List<int>();
        foreach (var path in new[] { $"/contacts/{id}", $"/contacts/{id}", "/me", $"/contacts/{id}", "/me" })
            statuses.Add((int)(await client.SendAsync("GET", path)).Status);
        Assert.That(statuses, Is.EqualTo(new[] { 502, 502, 429, 200, 200 }));
        Assert.That(client.Fake.Requests.Select(request => request.Fault), Is.EqualTo(new[] { "502", "502", "429", null, null }));
        Assert.That(client.Fake.Requests.Select(request => (int?)request.Status), Is.EqualTo(statuses));
    }

    [Test]
    public async Task Removed_rules_inject_nothing()
    {
        using var client = new FakeClient();
        var rule = client.Fake.Faults.Add("*", "*", FakeFault.ServerError());
        Assert.That(client.Fake.Faults.Rules, Is.EqualTo(new[] { rule }));
        Assert.That(rule.Remove(), Is.True);
        Assert.That(rule.Remove(), Is.False);
        client.Fake.Faults.Add("*", "*", FakeFault.ServerError());
        client.Fake.Faults.Clear();
        await client.OkAsync("GET", "/me");
    }

    [Test]
    public async Task Scripted_responses_get_faults_too()
    {
        using var client = new FakeClient();
        client.Fake.RespondOnce("GET", "/me", _ => new HttpResponseMessage { Content = new StringContent("[1,2,3]") });
        client.Fake.Faults.Add("GET", "/me", FakeFault.ServerError(), FaultTimes.Once);
        client.Fake.Faults.Add("GET", "/me", FakeFault.BreakJson(), FaultTimes.Once);
        Assert.That((int)(await client.SendAsync("GET", "/me")).Status, Is.EqualTo(503));
        Assert.That((await client.SendAsync("GET", "/me")).Text, Is.EqualTo("[1,"));
        await client.OkAsync("GET", "/me");
    }

    [Test]
    public async Task A_delay_ends_when_the_clock_of_the_fake_reaches_it()
    {
        using var client = new FakeClient();
        client.Fake.Faults.Add("POST", "/contacts", FakeFault.Delay(TimeSpan.FromMinutes(1)));
        var response = client.SendAsync("POST", "/contacts", new Newtonsoft.Json.Linq.JObject { ["email"] = "ada@example.com" });
        while (client.Fake.Contacts.Count == 0)
            await Task.Yield();
        Assert.That(response.IsCompleted, Is.False);
        Assert.That(client.Fake.Requests[0].Status, Is.Null);
        client.Fake.Advance(TimeSpan.FromMinutes(1));
        Assert.That((await response).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_429_has_the_headers_of_the_rate_limit()
    {
        using var client = new FakeClient();
        client.Fake.Faults.Add("GET", "/me", FakeFault.RateLimit(TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(3)));
        var response = await client.SendAsync("GET", "/me");
        response.ShouldBeError(HttpStatusCode.TooManyRequests, "rate_limit_exceeded");
        Assert.That(
            new[] { "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "Retry-After" }.Select(response.Header),
            Is.EqualTo(new[] { "1667", "0", "1767225607", "3" }));
    }

    [Test]
    public void Arguments_are_checked() => Assert.Multiple(() =>
    {
        using var fake = new FakeIntercom("2.16");
        Assert.That(() => FaultTimes.Next(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => FaultTimes.Every(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => FaultTimes.Chance(1.1, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => FaultTimes.Chance(double.NaN, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => FakeFault.Delay(TimeSpan.FromDays(2)), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => FakeFault.RateLimit(TimeSpan.FromSeconds(-1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => FakeFault.ServerError(HttpStatusCode.NotFound), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => FakeFault.EchoVersion("2.11\r\n"), Throws.ArgumentException);
        Assert.That(() => FakeFault.ChangeContentType("nonsense"), Throws.InstanceOf<FormatException>());
        Assert.That(() => fake.Faults.Add("", "*", FakeFault.Stall()), Throws.ArgumentException);
        Assert.That(() => fake.Faults.Add("GET", "", FakeFault.Stall()), Throws.ArgumentException);
    });

    private static async Task<string> FailuresAsync(FakeClient client, int count)
    {
        var marks = new char[count];
        for (var i = 0; i < count; i++)
            marks[i] = (await client.SendAsync("GET", "/me")).Status == HttpStatusCode.OK ? '.' : 'x';
        return new string(marks);
    }
}
