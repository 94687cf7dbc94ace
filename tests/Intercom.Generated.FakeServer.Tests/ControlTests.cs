using System.Net;
using System.Text;
using Intercom.Generated.FakeServer.Control;
using Intercom.Generated.V2_16;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.FakeServer.Tests;

public class ControlTests
{
    private static readonly (string Fault, string Expected)[] Faults =
    [
        ("""{"fault":"delay","seconds":0.05}""", "result"),
        ("""{"fault":"stall"}""", "IntercomTimeoutException"),
        ("""{"fault":"stall_in_body"}""", "IntercomTimeoutException"),
        ("""{"fault":"close_connection"}""", "IntercomConnectionException"),
        ("""{"fault":"lose_response"}""", "IntercomConnectionException"),
        ("""{"fault":"truncate_body"}""", "IntercomConnectionException"),
        ("""{"fault":"break_json"}""", "IntercomResponseException"),
        ("""{"fault":"change_content_type","content_type":"text/plain"}""", "result"),
        ("""{"fault":"repeat_cursor"}""", "result"),
        ("""{"fault":"echo_version","version":"2.11"}""", "IntercomVersionMismatchException"),
        ("""{"fault":"rate_limit","resets_after":7}""", "IntercomRateLimitException"),
        ("""{"fault":"server_error","status":502}""", "IntercomServerException"),
        ("""{"fault":"web_page"}""", "IntercomResponseException"),
    ];

    [TestCaseSource(nameof(Faults))]
    public async Task Faults_reach_a_client_over_the_network((string Fault, string Expected) row)
    {
        await using var server = await TestServer.StartAsync();
        await server.ControlAsync("POST", "/seed", """{"contact":[{"id":"c1","name":"Ada"}]}""");
        var json = JObject.Parse(row.Fault);
        json["method"] = "GET";
        json["path"] = "/contacts/{id}";
        (await server.ControlAsync("POST", "/faults", json.ToString())).Ok();
        using var client = new IntercomClient(new IntercomClientOptions(TestServer.Token)
        {
            BaseAddress = server.Address,
            AttemptTimeout = TimeSpan.FromMilliseconds(row.Expected == "IntercomTimeoutException" ? 300 : 30_000),
            VersionMismatch = VersionMismatchPolicy.Throw,
            Retry = { MaxRetries = 0 },
        });
        string outcome;
        try
        {
            outcome = (await client.Contacts.GetAsync("c1")).Name == "Ada" ? "result" : "another contact";
        }
        catch (IntercomException e)
        {
            outcome = e.GetType().Name;
        }

        Assert.That(outcome, Is.EqualTo(row.Expected));
    }

    [Test]
    public async Task Half_of_a_truncated_body_arrives()
    {
        await using var server = await TestServer.StartAsync();
        var whole = (await server.SendAsync("GET", "/me")).Text;
        (await server.ControlAsync("POST", "/faults", """{"fault":"truncate_body"}""")).Ok();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/me");
        request.Headers.Authorization = new("Bearer", TestServer.Token);
        using var response = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        using var arrived = new MemoryStream();
        Assert.That(async () => await body.CopyToAsync(arrived), Throws.InstanceOf<IOException>());
        Assert.That(Encoding.UTF8.GetString(arrived.ToArray()), Is.EqualTo(whole[..(whole.Length / 2)]));
    }

    [Test]
    public void The_page_names_each_fault()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Intercom.Generated.sln")))
            folder = folder.Parent;
        var page = File.ReadAllText(Path.Combine(folder.FullName, "docs", "testing.md"));
        Assert.That(FaultDocument.Names, Is.All.Matches<string>(name => page.Contains($"`{name}`", StringComparison.Ordinal)));
    }

    [Test]
    public void Each_fault_has_a_row() =>
        Assert.That(Faults.Select(row => (string?)JObject.Parse(row.Fault)["fault"]), Is.EquivalentTo(FaultDocument.Names));

    [Test]
    public async Task Faults_are_counted_over_all_versions_and_can_be_removed()
    {
        await using var server = await TestServer.StartAsync();
        (await server.ControlAsync("POST", "/faults", """{"fault":"server_error","times":{"next":2}}""")).Ok();
        var statuses = new List<int>();
        foreach (var version in new[] { "2.14", "2.16", "2.11" })
            statuses.Add((int)(await server.SendAsync("GET", "/me", version: version)).Status);
        Assert.That(statuses, Is.EqualTo(new[] { 503, 503, 200 }));
        var rule = (JObject)(await server.ControlAsync("GET", "/faults")).Ok()[0]!;
        Assert.That(rule, Is.EqualTo(JObject.Parse("""{"method":"*","path":"*","fault":"503","times":"next 2","injected":2}""")));
        await server.ControlAsync("POST", "/faults", """{"fault":"server_error"}""");
        await server.ControlAsync("DELETE", "/faults");
        (await server.SendAsync("GET", "/me")).Ok();
    }

    [TestCase("""{"fault":"fire"}""", "'fault' must be one of delay, stall")]
    [TestCase("""{"fault":"delay"}""", "needs 'seconds'")]
    [TestCase("""{"fault":"delay","seconds":1e99}""", "from 0 to 86,400")]
    [TestCase("""{"fault":"delay","seconds":"1"}""", "must be a number")]
    [TestCase("""{"fault":"server_error","status":404}""", "from 500 to 599")]
    [TestCase("""{"fault":"web_page","status":7}""", "from 200 to 599")]
    [TestCase("""{"fault":"stall","times":"twice"}""", "'times' must be")]
    [TestCase("""{"fault":"stall","times":{"next":0}}""", "Pass 1 or more")]
    [TestCase("""{"fault":"stall","times":{"chance":2}}""", "from 0 to 1")]
    [TestCase("""{"fault":"stall","path":""}""", "Specify a path")]
    [TestCase("""{"fault":"stall","path":5}""", "must be a text")]
    public async Task Mistakes_in_faults_are_explained(string body, string message)
    {
        await using var server = await TestServer.StartAsync();
        var response = await server.ControlAsync("POST", "/faults", body);
        Assert.That(response.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((string?)response.Json["error"], Does.Contain(message));
    }

    [Test]
    public async Task A_seed_is_for_all_versions_or_for_one()
    {
        await using var server = await TestServer.StartAsync();
        var all = (await server.ControlAsync("POST", "/seed", """{"contact":[{"id":"c1"}],"company":2,"conversation":[{"contact_id":"c1","body":"Where?"}]}""")).Ok();
        Assert.That((int?)all["2.16"]!["company"], Is.EqualTo(2));
        (await server.ControlAsync("POST", "/seed?version=2.14", """{"tag":[{"name":"VIP"}]}""")).Ok();
        Assert.That((await server.SendAsync("GET", "/tags", version: "2.14")).Ok()["data"]!.Count(), Is.EqualTo(1));
        Assert.That((await server.SendAsync("GET", "/tags", version: "2.16")).Ok()["data"]!.Count(), Is.Zero);
        foreach (var version in new[] { "2.11", "2.14", "2.16", "Preview" })
            Assert.That((string?)(await server.SendAsync("GET", "/contacts/c1", version: version)).Ok()["id"], Is.EqualTo("c1"), version);
    }

    [Test]
    public async Task A_recording_is_a_seed()
    {
        await using var server = await TestServer.StartAsync();
        var added = (await server.ControlAsync("POST", "/seed", """
            {"format":"intercom-recording","version":1,"exchanges":[{"request":{"method":"GET","target":"/contacts/c1"},
             "response":{"status":200,"body":{"type":"contact","id":"c1","email":"person-1@example.com","name":"Name 1","role":"user"}}}]}
            """)).Ok();
        Assert.That((int?)added["2.16"]!["contact"], Is.EqualTo(1));
        Assert.That((string?)(await server.SendAsync("GET", "/contacts/c1", version: "2.11")).Ok()["name"], Is.EqualTo("Name 1"));
        Assert.That((await server.ControlAsync("POST", "/seed", """{"format":"intercom-recording","version":1}""")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task The_clock_advances_for_all_versions()
    {
        await using var server = await TestServer.StartAsync();
        var before = (long)(await server.SendAsync("POST", "/contacts", """{"email":"ada@example.com"}""")).Ok()["created_at"]!;
        (await server.ControlAsync("POST", "/clock", """{"advance_seconds":3600}""")).Ok();
        var later = await server.SendAsync("POST", "/contacts", """{"email":"grace@example.com"}""", "2.14");
        Assert.That((long)later.Ok()["created_at"]!, Is.InRange(before + 3600, before + 3700));
        Assert.That(later.Response.Headers.Date!.Value.ToUnixTimeSeconds(), Is.InRange(before + 3600, before + 3700));
        Assert.That((double?)(await server.ControlAsync("GET", "/clock")).Ok()["ahead_seconds"], Is.EqualTo(3600));
        (await server.ControlAsync("POST", "/clock", """{"now":"2030-01-01T00:00:00Z"}""")).Ok();
        Assert.That((string?)(await server.ControlAsync("GET", "/clock")).Ok()["now"], Does.StartWith("2030-01-01T00:00:"));
        Assert.That((await server.ControlAsync("POST", "/clock", """{"advance_seconds":"1"}""")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await server.ControlAsync("POST", "/clock", """{"advance_seconds":1e9}""")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Requests_have_their_operation_body_and_status()
    {
        await using var server = await TestServer.StartAsync();
        await server.SendAsync("POST", "/contacts?x=1", """{"email":"ada@example.com"}""");
        var request = (JObject)(await server.ControlAsync("GET", "/requests?version=2.16")).Ok()[0]!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)request["operation"], Is.EqualTo("POST /contacts"));
            Assert.That((string?)request["target"], Is.EqualTo("/contacts?x=1"));
            Assert.That((string?)request["body"]!["email"], Is.EqualTo("ada@example.com"));
            Assert.That((int?)request["status"], Is.EqualTo(400));
        });
        Assert.That((await server.ControlAsync("GET", "/requests?version=2.14")).Ok(), Is.Empty);
    }

    [TestCase("GET", "/unknown", 404)]
    [TestCase("PATCH", "/state", 404)]
    [TestCase("GET", "/requests?version=9", 400)]
    [TestCase("GET", "/resources?type=unicorn", 400)]
    [TestCase("PUT", "/state", 400)]
    public async Task Mistakes_in_control_requests_are_explained(string method, string path, int status)
    {
        await using var server = await TestServer.StartAsync();
        var response = await server.ControlAsync(method, path, method == "PUT" ? "" : null);
        Assert.That((int)response.Status, Is.EqualTo(status));
        Assert.That((string?)response.Json["error"], Is.Not.Empty);
    }

    [Test]
    public async Task A_form_cannot_call_a_control_endpoint()
    {
        await using var server = await TestServer.StartAsync();
        var response = await server.ControlAsync("POST", "/seed", null, request => request.Content = new StringContent("""{"contact":1}""", Encoding.UTF8, "text/plain"));
        Assert.That(response.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((string?)response.Json["error"], Does.Contain("application/json"));
    }

    [Test]
    public async Task No_endpoint_shows_a_token()
    {
        await using var server = await TestServer.StartAsync();
        const string Token = TestServer.Token;
        await server.SendAsync("GET", $"/me?access_token={Token}&code=abc123==&client_secret=hush");
        await server.SendAsync("POST", "/contacts", $$"""{"name":"{{Token}}","custom_attributes":{"api_token":"other-hush"} }""");
        await server.SendAsync("POST", "/auth/eagle/token", """{"client_id":"a","client_secret":"hush","code":"abc123=="}""");
        await server.SendAsync("POST", "/auth/eagle/token", null, change: request => request.Content = new StringContent(
            $"client_id=a&client_secret=hush&code=abc123&x={Token}", Encoding.UTF8, "application/x-www-form-urlencoded"));
        await server.SendAsync("POST", "/contacts", $$"""{"broken": "{{Token}}", "token": "hush" """);
        await server.ControlAsync("POST", "/seed", $$"""{"contact":[{"name":"{{Token}}","user_hash":"hush"}]}""");
        foreach (var path in new[] { "/", "/requests", "/resources", "/status", "/clock", "/faults" })
        {
            var response = await server.ControlAsync("GET", path);
            Assert.That(response.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(response.Text, Does.Not.Contain(Token).And.Not.Contain("hush").And.Not.Contain("abc123").And.Not.Contain("fake-client-secret"), path);
        }
    }

    [Test]
    public async Task The_page_encodes_everything_and_allows_no_script()
    {
        await using var server = await TestServer.StartAsync();
        await server.SendAsync("POST", "/contacts", """{"name":"<script>alert('1')</script>","email":"\"><img src=x>@example.com"}""");
        await server.SendAsync("GET", "/contacts/<b>?x=%3Cscript%3E\"onload=1");
        await server.SendAsync("POST", "/contacts", "{\"<i>\":\"</pre><script>\"}");
        await server.ControlAsync("POST", "/faults", """{"fault":"echo_version","version":"<u>","path":"/<s>"}""");
        var page = await server.ControlAsync("GET", "/");
        Assert.That(page.Text, Does.Contain("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"));
        foreach (var text in new[] { "<script", "<img", "<b>", "<i>", "<u>", "<s>", "</pre><script" })
            Assert.That(page.Text, Does.Not.Contain(text));
        Assert.That(page.Header("Content-Security-Policy"), Does.StartWith("default-src 'none'; style-src 'self';").And.Not.Contain("unsafe"));
        Assert.That(page.Header("X-Content-Type-Options"), Is.EqualTo("nosniff"));
        Assert.That(page.Header("Cache-Control"), Does.Contain("no-store"));
        Assert.That((await server.ControlAsync("GET", "/page.css")).Text, Does.Contain("prefers-color-scheme: dark"));
    }
}
