using System.Net;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

public sealed class ReportingExportTests
{
    private static IEnumerable<string> Versions => FakeClient.With("POST /export/reporting_data/enqueue");

    private static IEnumerable<string> JobVersions => FakeClient.With("POST /tickets/enqueue");

    [TestCaseSource(nameof(Versions))]
    public async Task Report_has_the_requested_attributes_of_each_conversation(string version)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        using var client = new FakeClient(version, new FakeIntercomOptions { TimeProvider = time });
        var conversations = client.Fake.AddConversations(2);
        var datasets = await client.OkAsync("GET", "/export/reporting_data/get_datasets");
        var known = datasets["data"]![0]!["attributes"]!.Select(attribute => (string?)attribute["qualified_id"]);
        Assert.That(known, Does.Contain("conversation.conversation_id"));

        var job = await client.OkAsync(
            "POST", "/export/reporting_data/enqueue", Reports.Request("conversation.conversation_id", "conversation_state"));
        var status = $"/export/reporting_data/{job["job_identifier"]}?app_id=fake1234&client_id=1";
        var download = $"/download/reporting_data/{job["job_identifier"]}?app_id=fake1234";
        Assert.That((string?)(await client.OkAsync("GET", status))["status"], Is.EqualTo("pending"));
        (await DownloadAsync(client, download)).ShouldBeError(HttpStatusCode.NotFound, "not_found");
        time.Advance(TimeSpan.FromSeconds(2));
        var complete = await client.OkAsync("GET", status);
        Assert.That((string?)complete["status"], Is.EqualTo("complete"));
        Assert.That(new Uri((string)complete["download_url"]!).PathAndQuery, Is.EqualTo(download));

        Assert.That(Reports.Lines((await DownloadAsync(client, download)).Body), Is.EqualTo(new[]
        {
            "conversation.conversation_id,conversation_state", $"{conversations[0]["id"]},open", $"{conversations[1]["id"]},open",
        }));
    }

    [TestCaseSource(nameof(Versions))]
    public async Task Sixth_active_report_is_rejected(string version)
    {
        using var client = new FakeClient(version, new FakeIntercomOptions { JobDuration = TimeSpan.FromHours(1) });
        for (var i = 0; i < 5; i++)
            await client.OkAsync("POST", "/export/reporting_data/enqueue", Reports.Request("conversation_id"));
        var error = await client.FailsAsync(HttpStatusCode.TooManyRequests, "rate_limit_exceeded",
            "POST", "/export/reporting_data/enqueue", Reports.Request("conversation_id"));
        Assert.That((string?)error["message"], Is.EqualTo("Exceeded rate limit of 5 pending reporting dataset export jobs"));
    }

    [Test]
    public async Task Invalid_reports_are_rejected_as_documented([ValueSource(nameof(Versions))] string version)
    {
        using var client = new FakeClient(version);
        var cases = new (Action<JObject> Change, string Message)[]
        {
            (body => body.Remove("dataset_id"), "'dataset_id' is a required parameter"),
            (body => body["dataset_id"] = "imaginary", "imaginary is not a valid dataset_id"),
            (body => body.Remove("attribute_ids"), "'attribute_ids' is a required parameter"),
            (body => body["attribute_ids"] = new JArray(), "attribute_ids must contain at least one attribute_id"),
            (body => body["attribute_ids"] = "not an array", "'attribute_ids' not an array must be of type Array"),
            (body => body["attribute_ids"] = new JArray("non_existent"), "attribute_ids invalid for conversation dataset: non_existent"),
        };
        foreach (var (change, message) in cases)
        {
            var body = Reports.Request("conversation_id");
            change(body);
            var error = await client.FailsAsync(HttpStatusCode.BadRequest, "bad_request", "POST", "/export/reporting_data/enqueue", body);
            Assert.That((string?)error["message"], Is.EqualTo(message));
        }
    }

    [TestCaseSource(nameof(Versions))]
    public async Task Unknown_report_is_not_found(string version)
    {
        using var client = new FakeClient(version);
        var status = await client.FailsAsync(HttpStatusCode.NotFound, "not_found", "GET", "/export/reporting_data/job1?app_id=1&client_id=1");
        Assert.That((string?)status["message"], Is.EqualTo("Export job not found for identifier: job1"));
        (await DownloadAsync(client, "/download/reporting_data/job1?app_id=1")).ShouldBeError(HttpStatusCode.NotFound, "not_found");
    }

    [TestCaseSource(nameof(JobVersions))]
    public async Task Job_creates_a_ticket_when_it_ends(string version)
    {
        var time = new FakeTimeProvider();
        using var client = new FakeClient(version, new FakeIntercomOptions { TimeProvider = time });
        var contact = client.Fake.AddContact("ada@example.com");
        var body = new JObject { ["ticket_type_id"] = client.Fake.Add("ticket_type")["id"], ["contacts"] = new JArray(new JObject { ["id"] = contact["id"] }) };
        var job = await client.OkAsync("POST", "/tickets/enqueue", body);
        Assert.That((string?)job["status"], Is.EqualTo("pending"));
        Assert.That(job["resource_id"]!.Type, Is.EqualTo(JTokenType.Null));

        time.Advance(TimeSpan.FromSeconds(2));
        var done = await client.OkAsync("GET", new Uri((string)job["url"]!).AbsolutePath);
        Assert.That((string?)done["status"], Is.EqualTo("success"));
        Assert.That((string?)done["resource_url"], Is.EqualTo($"https://api.intercom.io/tickets/{done["resource_id"]}"));
    }

    [TestCaseSource(nameof(JobVersions))]
    public async Task Unknown_job_is_not_found(string version)
    {
        using var client = new FakeClient(version);
        var error = await client.FailsAsync(HttpStatusCode.NotFound, "job_not_found", "GET", "/jobs/status/99");
        Assert.That((string?)error["message"], Is.EqualTo("Job Not Found"));
    }

    private static Task<ReceivedResponse> DownloadAsync(FakeClient client, string path) => client.SendAsync(
        "GET", path, (string?)null, request => request.Headers.Accept.ParseAdd("application/octet-stream"));
}
