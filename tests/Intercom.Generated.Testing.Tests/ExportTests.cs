using System.Net;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

[TestFixtureSource(typeof(FakeClient), nameof(FakeClient.Versions))]
public sealed class ExportTests(string version)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly JObject March = new()
    {
        ["created_at_after"] = Start.ToUnixTimeSeconds(),
        ["created_at_before"] = Start.AddDays(30).ToUnixTimeSeconds(),
    };

    [Test]
    public async Task Message_export_progresses_with_the_clock_and_has_a_file_for_two_days()
    {
        var time = new FakeTimeProvider(Start);
        using var client = Client(time);
        var contact = client.Fake.AddContact(new JObject { ["email"] = "ada@example.com", ["name"] = "Lovelace, Ada", ["external_id"] = "7" });
        var message = client.Fake.AddMessage((string)contact["id"]!, "Welcome!", "A \"warm\" welcome");
        var started = await client.OkAsync("POST", "/export/content/data", March);
        var path = $"/export/content/data/{started["job_identifier"]}";

        Assert.That((string?)started["status"], Is.EqualTo("pending"));
        Assert.That((string?)started["download_url"], Is.Empty);
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.That((string?)(await client.OkAsync("GET", path))["status"], Is.EqualTo("pending"));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.That((string?)(await client.OkAsync("GET", path))["status"], Is.EqualTo("in_progress"));
        time.Advance(TimeSpan.FromSeconds(30));
        var completed = await client.OkAsync("GET", path);
        Assert.That((string?)completed["status"], Is.EqualTo("completed"));
        Assert.That((string?)completed["download_expires_at"], Is.EqualTo($"{Start.AddMinutes(1).AddDays(2).ToUnixTimeSeconds()}"));

        var url = new Uri((string)completed["download_url"]!);
        var file = await client.SendAsync("GET", url.PathAndQuery);
        Assert.That(Reports.Lines(file.Body), Is.EqualTo(new[]
        {
            "user_id,user_external_id,email,name,content_id,content_type,content_title,receipt_id,received_at",
            $"{contact["id"]},7,ada@example.com,\"Lovelace, Ada\",{message["message_id"]},email,\"A \"\"warm\"\" welcome\",{message["id"]},2026-03-01 12:00:00 UTC",
        }));
        Assert.That(file.ContentHeaders.ContentDisposition?.FileName, Is.EqualTo($"{started["job_identifier"]}.csv.gz"));

        time.Advance(TimeSpan.FromDays(2));
        await client.FailsAsync(HttpStatusCode.NotFound, "not_found", "GET", url.PathAndQuery);
        Assert.That((string?)(await client.OkAsync("GET", path))["download_url"], Is.Empty);
    }

    [Test]
    public async Task Message_export_contains_the_whole_first_and_last_day()
    {
        var time = new FakeTimeProvider(Start);
        using var client = Client(time);
        var contact = (string)client.Fake.AddContact("ada@example.com")["id"]!;
        foreach (var offset in new[] { -13, -12, 0, (30 * 24) + 11, (30 * 24) + 12 })
        {
            time.AdjustTime(Start.AddHours(offset));
            client.Fake.AddMessage(contact, "Hello");
        }

        var job = await client.OkAsync("POST", "/export/content/data", March);
        time.Advance(TimeSpan.FromMinutes(1));
        var file = await client.SendAsync("GET", $"/download/content/data/{job["job_identifier"]}");
        Assert.That(Reports.Lines(file.Body), Has.Length.EqualTo(1 + 3));
    }

    [Test]
    public async Task Message_export_contains_messages_that_were_sent_through_the_API()
    {
        var time = new FakeTimeProvider(Start);
        using var client = Client(time);
        var contact = (string)client.Fake.AddContact("ada@example.com")["id"]!;
        await client.OkAsync("POST", "/messages", new JObject
        {
            ["message_type"] = "in_app",
            ["body"] = "Hello",
            ["from"] = new JObject { ["type"] = "admin", ["id"] = 991267583 },
            ["to"] = new JObject { ["type"] = "user", ["id"] = contact },
        });
        var job = await client.OkAsync("POST", "/export/content/data", March);
        time.Advance(TimeSpan.FromMinutes(1));
        var file = await client.SendAsync("GET", $"/download/content/data/{job["job_identifier"]}");
        Assert.That(Reports.Lines(file.Body)[1], Does.StartWith($"{contact},").And.Contain(",ada@example.com,"));
    }

    [Test]
    public async Task Message_export_without_messages_has_no_data()
    {
        var time = new FakeTimeProvider(Start);
        using var client = Client(time);
        var job = await client.OkAsync("POST", "/export/content/data", March);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.That((string?)(await client.OkAsync("GET", $"/export/content/data/{job["job_identifier"]}"))["status"], Is.EqualTo("no_data"));
        await client.FailsAsync(HttpStatusCode.NotFound, "not_found", "GET", $"/download/content/data/{job["job_identifier"]}");
    }

    [Test]
    public async Task Second_message_export_is_rejected_until_the_first_ends_or_is_canceled()
    {
        var time = new FakeTimeProvider(Start);
        using var client = Client(time);
        var first = await client.OkAsync("POST", "/export/content/data", March);
        var error = await client.FailsAsync(HttpStatusCode.TooManyRequests, "rate_limit_exceeded", "POST", "/export/content/data", March);
        Assert.That((string?)error["message"], Is.EqualTo("Exceeded rate limit of 1 pending message data export jobs"));

        var canceled = await client.OkAsync("POST", $"/export/cancel/{first["job_identifier"]}");
        Assert.That((string?)canceled["status"], Is.EqualTo("canceled"));
        var second = await client.OkAsync("POST", "/export/content/data", March);
        time.Advance(TimeSpan.FromMinutes(1));
        await client.OkAsync("POST", "/export/content/data", March);
        Assert.That((string?)(await client.OkAsync("POST", $"/export/cancel/{second["job_identifier"]}"))["status"], Is.EqualTo("no_data"));
        Assert.That((string?)(await client.OkAsync("GET", $"/export/content/data/{first["job_identifier"]}"))["status"], Is.EqualTo("canceled"));
    }

    [TestCase("GET", "/export/content/data/job1")]
    [TestCase("POST", "/export/cancel/job1")]
    [TestCase("GET", "/download/content/data/job1")]
    public async Task Unknown_export_is_not_found(string method, string path)
    {
        using var client = new FakeClient(version);
        var error = await client.FailsAsync(HttpStatusCode.NotFound, "not_found", method, path);
        Assert.That((string?)error["message"], Is.EqualTo("Export job not found for identifier: job1"));
    }

    [Test]
    public async Task Own_clock_completes_an_export_while_its_status_is_requested()
    {
        using var client = new FakeClient(version);
        client.Fake.AddMessage((string)client.Fake.AddContact("ada@example.com")["id"]!, "Hello");
        var range = new JObject { ["created_at_after"] = 1767225600, ["created_at_before"] = 1767312000 };
        var job = await client.OkAsync("POST", "/export/content/data", range);
        var statuses = new List<string?> { (string?)job["status"] };
        for (var i = 0; i < 2; i++)
            statuses.Add((string?)(await client.OkAsync("GET", $"/export/content/data/{job["job_identifier"]}"))["status"]);
        Assert.That(statuses, Is.EqualTo(new[] { "pending", "in_progress", "completed" }));
    }

    private FakeClient Client(TimeProvider time) =>
        new(version, new FakeIntercomOptions { TimeProvider = time, JobDuration = TimeSpan.FromMinutes(1) });
}
