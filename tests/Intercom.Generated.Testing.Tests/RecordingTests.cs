using System.Net;
using System.Text;
using Intercom.Generated.Tests;
using Intercom.Generated.V2_16;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

/// <summary>A recording contains no secrets and no personal values, replays strictly, and seeds a fake.</summary>
public class RecordingTests
{
    private const string Token = "dG9rOmFiYy+/=secret\"token";

    private static readonly string[] PersonalValues =
    [
        "ada@real.example", "Ada Lovelace", "+44 20 7946 0958", "81.2.69.142", "Marylebone", "user-4711", "Where is my invoice",
        "https://images.example/ada.png", "Analytical Ltd", "premium customer", "grace@real.example", "2001:db8::7", "51.52",
    ];

    [Test]
    public async Task A_recording_has_no_token_in_any_form()
    {
        var recorder = Recorder(_ => Json($$"""
            {"type":"contact","id":"1","access_token":"other-secret","note":{{JToken.FromObject(Token).ToString(Newtonsoft.Json.Formatting.None)}},
             "url":"https://a.example/?x={{Uri.EscapeDataString(Token)}}","nested":[{"client_secret":"hush-hush"},"say hush-hush"],"name":"{{Uri.EscapeDataString(Token)}}"}
            """));
        using var http = Client(recorder);
        await http.PostAsync(new Uri($"/contacts?access_token={Uri.EscapeDataString(Token)}&q={Uri.EscapeDataString(Token)}", UriKind.Relative),
            Content(new JObject { ["x"] = $"my {Token}!", ["token"] = "third-secret" }.ToString()));
        await http.GetAsync(new Uri($"/contacts/{Uri.EscapeDataString(Token)}", UriKind.Relative));
        var text = recorder.GetRecording().ToJson();
        foreach (var secret in new[] { Token, Uri.EscapeDataString(Token), "dG9rOmFiYy", "other-secret", "hush-hush", "third-secret", "Authorization", "Bearer" })
            Assert.That(text, Does.Not.Contain(secret));
        Assert.That(text, Does.Contain("[secret]"));
    }

    [Test]
    public async Task A_recording_has_no_personal_values_but_keeps_IDs_and_joins()
    {
        var recorder = Recorder(request => Json(request.Method == HttpMethod.Get ? Personal : """{"type":"list","data":[],"total_count":0}"""));
        using var http = Client(recorder);
        await http.PostAsync(new Uri("/contacts/search", UriKind.Relative), Content("""{"query":{"field":"name","operator":"=","value":"Ada Lovelace"}}"""));
        await http.GetAsync(new Uri("/contacts/find_by_external_id/user-4711?email=ada%40real.example", UriKind.Relative));
        var recording = recorder.GetRecording();
        var text = recording.ToJson();
        Assert.Multiple(() =>
        {
            foreach (var value in PersonalValues)
                Assert.That(text, Does.Not.Contain(value).And.Not.Contain(Uri.EscapeDataString(value)));
        });
        var contact = recording.Exchanges[1].GetResponseBody()!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)contact["id"], Is.EqualTo("6710"));
            Assert.That((string?)contact["type"], Is.EqualTo("contact"));
            Assert.That((string?)contact["role"], Is.EqualTo("user"));
            Assert.That((long?)contact["created_at"], Is.EqualTo(1767225600));
            Assert.That((bool?)contact["custom_attributes"]!["vip"], Is.True);
            // The name in the filter and that in the response are still the same.
            Assert.That((string?)recording.Exchanges[0].GetRequestBody()!["query"]!["value"], Is.EqualTo((string?)contact["name"]).And.StartsWith("Name "));
            Assert.That((string?)contact["custom_attributes"]!["backup"], Is.EqualTo((string?)contact["email"]).And.Match(@"^person-\d+@example\.com$"));
            Assert.That(recording.Exchanges[1].Target, Is.EqualTo($"/contacts/find_by_external_id/{contact["external_id"]}?email={Uri.EscapeDataString((string)contact["email"]!)}"));
            Assert.That((string?)contact["companies"]!["data"]![0]!["id"], Is.EqualTo("c-1"));
            Assert.That((string?)contact["location"]!["type"], Is.EqualTo("location"));
        });
    }

    [Test]
    public async Task A_recording_has_no_signature_of_a_link_and_replays_the_redirect_to_it()
    {
        const string Link = "https://files.example/7.wav?X-Amz-Credential=AKIA123&X-Amz-Signature=feedbeef42&part=1";
        var recorder = Recorder(request => request.RequestUri!.Host == "files.example"
            ? Json("""{"type":"file","api_key":"none","state":"none","url":"https://files.example/8?sig=feedbeef42&page=2","next":"https://a.example/b?page=2"}""")
            : new HttpResponseMessage(HttpStatusCode.Redirect) { Headers = { Location = new Uri(Link) } });
        using var http = Client(recorder);
        await http.GetAsync("/calls/7/recording");
        await http.GetAsync(Link);
        var recording = recorder.GetRecording();
        Assert.That(recording.ToJson(), Does.Not.Contain("feedbeef42").And.Not.Contain("AKIA123"));
        Assert.That(recording.Exchanges[1].GetResponseBody(), Is.EqualTo(JObject.Parse(
            """{"type":"file","api_key":"[secret]","state":"none","url":"https://files.example/8?sig=%5Bsecret%5D&page=2","next":"https://a.example/b?page=2"}""")));

        var handler = new ReplayHandler(recording);
        using var replay = Client(handler);
        using var redirect = await replay.GetAsync("/calls/7/recording");
        await replay.GetAsync(redirect.Headers.Location);
        Assert.That(handler.Remaining, Is.Empty);
    }

    [Test]
    public async Task Rules_can_be_added_and_removed()
    {
        var options = new RecordingOptions();
        options.Rules.Insert(0, new RedactionRule("plan.id", RedactionKind.Id));
        options.Rules.Remove(options.Rules.Single(rule => rule.Property == "name"));
        var recorder = Recorder(_ => Json("""{"id":"1","name":"Tag","plan":{"id":"gold"}}"""), options);
        using var http = Client(recorder);
        await http.GetAsync(new Uri("/tags/1", UriKind.Relative));
        Assert.That(recorder.GetRecording().Exchanges[0].GetResponseBody(), Is.EqualTo(JObject.Parse("""{"id":"1","name":"Tag","plan":{"id":"id-1"}}""")));
        Assert.That(RecordingOptions.DefaultRules, Has.Some.Property("Property").EqualTo("name"));
    }

    [Test]
    public async Task The_SDK_replays_what_it_recorded_and_the_recording_seeds_a_fake()
    {
        using var fake = new FakeIntercom("2.16");
        var first = (string)fake.AddContact(new JObject { ["email"] = "ada@real.example", ["name"] = "Ada Lovelace", ["external_id"] = "user-4711" })["id"]!;
        fake.AddContacts(23);
        fake.Add("data_attribute", new JObject { ["name"] = "seats", ["model"] = "contact", ["data_type"] = "integer" });
        fake.AddConversation(first, "Where is my invoice");
        fake.Faults.Add("GET", "/contacts", FakeFault.ServerError(), FaultTimes.Once);
        var recorder = new RecordingHandler(fake);
        var recorded = await RunAsync(recorder, fake.AccessToken);
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.json");
        recorder.Save(file);
        var recording = IntercomRecording.Load(file);
        File.Delete(file);
        Assert.That(recording.ToJson(), Is.EqualTo(recorder.GetRecording().ToJson()));

        var replay = new ReplayHandler(recording);
        var replayed = await RunAsync(replay, "another-token");
        Assert.That(replay.Remaining, Is.Empty);
        Assert.That(replayed.Count, Is.EqualTo(recorded.Count));
        Assert.That(replayed[0], Does.Match(@"^person-\d+@example\.com$"));

        using var seeded = new FakeIntercom("2.16");
        var added = seeded.Seed(recording);
        Assert.That(added["contact"], Is.EqualTo(25));
        Assert.That(added["conversation"], Is.EqualTo(1));
        Assert.That(seeded.Contacts.Select(contact => (string?)contact["id"]), Does.Contain(first));
        var again = await RunAsync(seeded, seeded.AccessToken, creates: false);
        Assert.That(again, Has.Count.EqualTo(recorded.Count));
        Assert.That(seeded.Seed(recording), Is.Empty);
        using var document = new FakeIntercom("2.16");
        Assert.That(document.Seed(JObject.Parse(recording.ToJson()))["contact"], Is.EqualTo(25));

        async Task<List<string?>> RunAsync(HttpMessageHandler handler, string token, bool creates = true)
        {
            using var client = new IntercomClient(new IntercomClientOptions(token) { HttpMessageHandler = handler, Retry = { BaseDelay = TimeSpan.Zero } });
            var emails = new List<string?>();
            if (creates)
                emails.Add((await client.Contacts.CreateAsync(new CreateContactRequest { Email = "new@real.example", Name = "Grace", CustomAttributes = new() { ["seats"] = 12 } })).Email);
            else
                emails.Add(null);
            await foreach (var contact in client.Contacts.ListAsync())
                emails.Add(contact.Email);
            await foreach (var conversation in client.Conversations.ListAsync())
                emails.Add(conversation.Id);
            return emails;
        }
    }

    [TestCase("GET", "/contacts/8?x=1", null, "exchange 0, GET /contacts/7?x=1, but segment 2 of its path differs")]
    [TestCase("GET", "/contacts/7", null, "exchange 0, GET /contacts/7?x=1, but it has the query parameter x")]
    [TestCase("GET", "/contacts/7?x=2", null, "but its query parameter x differs")]
    [TestCase("GET", "/contacts/7?x=1&y=1", null, "but it has no query parameter y")]
    [TestCase("POST", "/contacts/search", """{"query":{"field":"role","operator":"=","value":"lead"}}""", "exchange 1, POST /contacts/search, but /query/value of its body differs")]
    [TestCase("POST", "/contacts/search", """{"query":{"field":"role","operator":"="}}""", "but it has /query/value in its body")]
    [TestCase("PUT", "/contacts/search", """{"query":{"field":"role","operator":"=","value":"user"}}""", "exchange 1, POST /contacts/search, but its method is POST")]
    public async Task A_request_that_was_not_recorded_names_the_nearest_one(string method, string target, string? body, string message)
    {
        using var replay = new HttpMessageInvoker(new ReplayHandler(Recording()));
        using var request = new HttpRequestMessage(new HttpMethod(method), "https://api.intercom.io" + target) { Content = body is null ? null : Content(body) };
        var failure = await Assert.ThrowsAsync<ReplayException>(() => replay.SendAsync(request, CancellationToken.None));
        Assert.That(failure!.Message, Does.StartWith($"The request {method} {target} is not in the recording").And.Contain(message));
    }

    [Test]
    public async Task Each_exchange_is_used_once_and_in_order()
    {
        var handler = new ReplayHandler(IntercomRecording.Parse(FileOf("""
            {"request":{"method":"GET","target":"/jobs/1"},"response":{"status":200,"body":{"status":"pending"}}},
            {"request":{"method":"GET","target":"/me"},"response":{"status":200,"body":{"id":"1"}}},
            {"request":{"method":"GET","target":"/jobs/1"},"response":{"status":200,"headers":{"X-Request-Id":"r2"},"body":{"status":"complete"}}}
            """)));
        using var http = Client(handler);
        Assert.That(await http.GetStringAsync("/jobs/1"), Is.EqualTo("""{"status":"pending"}"""));
        using var second = await http.GetAsync("/jobs/1");
        Assert.That(await second.Content.ReadAsStringAsync(), Is.EqualTo("""{"status":"complete"}"""));
        Assert.That(second.Headers.GetValues("X-Request-Id"), Is.EqualTo(new[] { "r2" }));
        Assert.That(handler.Remaining.Select(exchange => exchange.ToString()), Is.EqualTo(new[] { "GET /me" }));
        await http.GetStringAsync("/me");
        var failure = await Assert.ThrowsAsync<ReplayException>(() => http.GetAsync("/me"));
        Assert.That(failure!.Message, Does.Contain("All of its 3 exchanges have been used"));
    }

    [Test]
    public async Task A_replaced_value_stands_for_one_value()
    {
        const string Pair = """
            {"request":{"method":"POST","target":"/contacts","body":{"email":"person-1@example.com"}},"response":{"status":200,"body":{}}},
            {"request":{"method":"POST","target":"/contacts","body":{"email":"person-1@example.com","name":"Name 1"}},"response":{"status":200,"body":{}}}
            """;
        using var same = Client(new ReplayHandler(IntercomRecording.Parse(FileOf(Pair))));
        await same.PostAsync(new Uri("/contacts", UriKind.Relative), Content("""{"email":"ada@real.example"}"""));
        await same.PostAsync(new Uri("/contacts", UriKind.Relative), Content("""{"email":"ada@real.example","name":"Ada"}"""));
        using var other = Client(new ReplayHandler(IntercomRecording.Parse(FileOf(Pair))));
        await other.PostAsync(new Uri("/contacts", UriKind.Relative), Content("""{"email":"ada@real.example"}"""));
        var failure = await Assert.ThrowsAsync<ReplayException>(
            () => other.PostAsync(new Uri("/contacts", UriKind.Relative), Content("""{"email":"grace@real.example","name":"Ada"}""")));
        Assert.That(failure!.Message, Does.Contain("/email of its body differs"));
    }

    [Test]
    public async Task The_client_reports_an_unexpected_request_at_once()
    {
        var handler = new ReplayHandler(Recording());
        using var client = new IntercomClient(new IntercomClientOptions("token") { HttpMessageHandler = handler });
        var failure = await Assert.ThrowsAsync<IntercomRequestException>(() => client.Contacts.GetAsync("9"));
        Assert.That(failure!.InnerException, Is.InstanceOf<ReplayException>());
        Assert.That(failure.RetryCount, Is.Zero);
    }

    [Test]
    public async Task Bodies_that_are_not_JSON_or_too_large_pass_through_and_are_not_recorded()
    {
        var recorder = Recorder(
            request => request.RequestUri!.AbsolutePath switch
            {
                "/file" => new HttpResponseMessage { Content = new ByteArrayContent(Encoding.UTF8.GetBytes("ada@real.example")) { Headers = { ContentType = new("text/csv") } } },
                "/stream" => new HttpResponseMessage { Content = new StreamContent(new Unseekable(Encoding.UTF8.GetBytes(Large))) { Headers = { ContentType = new("application/json") } } },
                "/broken" => Json("{\"email\": \"ada@real.example"),
                _ => Json(Large),
            },
            new RecordingOptions { MaxBodySize = 1000 });
        using var http = Client(recorder);
        Assert.That(await http.GetStringAsync("/file"), Is.EqualTo("ada@real.example"));
        Assert.That(await http.GetStringAsync("/large"), Is.EqualTo(Large));
        Assert.That(await http.GetStringAsync("/stream"), Is.EqualTo(Large));
        Assert.That(await http.GetStringAsync("/broken"), Does.EndWith("ada@real.example"));
        await http.PostAsync(new Uri("/large", UriKind.Relative), Content(Large));
        var recording = recorder.GetRecording();
        Assert.That(recording.ToJson(), Does.Not.Contain("ada@real.example"));
        Assert.That(recording.Exchanges.Select(exchange => exchange.GetResponseBody()), Is.All.Null);
        using var replay = Client(new ReplayHandler(recording));
        var failure = await Assert.ThrowsAsync<ReplayException>(() => replay.GetStringAsync("/file"));
        Assert.That(failure!.Message, Does.Contain("its body was text/csv"));
    }

    [Test]
    public async Task The_number_of_exchanges_is_bounded_and_OAuth_is_left_out()
    {
        var recorder = Recorder(_ => Json("{}"), new RecordingOptions { MaxExchanges = 2 });
        using var http = Client(recorder);
        await http.PostAsync(new Uri("/auth/eagle/token", UriKind.Relative), Content("""{"code":"abc"}"""));
        for (var i = 0; i < 5; i++)
            await http.GetAsync("/me");
        Assert.That(recorder.GetRecording().Exchanges.Select(exchange => exchange.Target), Is.EqualTo(new[] { "/me", "/me" }));
        Assert.That(recorder.DroppedCount, Is.EqualTo(3));
        Assert.That(() => new RecordingHandler(new RecordingOptions { MaxExchanges = 0 }), Throws.ArgumentException);
        Assert.That(() => new RecordingHandler(new RecordingOptions { MaxBodySize = 0 }), Throws.ArgumentException);
    }

    [TestCase("[]", "not an object")]
    [TestCase("{}", "format must be")]
    [TestCase("""{"format":"intercom-recording","version":1}""", "no exchanges")]
    [TestCase("""{"format":"intercom-recording","version":1,"exchanges":[{}]}""", "Exchange 0 needs a request")]
    [TestCase("""{"format":"intercom-recording","version":1,"exchanges":[{"request":{"method":"GET","target":"x"},"response":{"status":200}}]}""", "starts with a slash")]
    [TestCase("""{"format":"intercom-recording","version":1,"exchanges":[{"request":{"method":"GET","target":"/x"},"response":{"status":9}}]}""", "status from 100")]
    [TestCase("""{"format":"intercom-recording","version":1,"exchanges":[{"request":{"method":"GET","target":"/x"},"response":{"status":200,"headers":{"a":"b\r\nc"}}}]}""", "line break")]
    public void A_file_that_is_not_a_recording_is_explained(string text, string message) =>
        Assert.That(() => IntercomRecording.Parse(text), Throws.InstanceOf<FormatException>().With.Message.Contains(message));

    [Test]
    public void The_page_lists_the_default_rules()
    {
        var rows = RecordingOptions.DefaultRules.GroupBy(rule => rule.Kind)
            .Select(kind => $"| `{kind.Key}` | {string.Join(", ", kind.Select(rule => $"`{rule.Property}`"))} |");
        Assert.That(
            File.ReadAllText(Path.Combine(Snapshot.ProjectFolder, "..", "..", "docs", "testing.md")).ReplaceLineEndings("\n"),
            Does.Contain(string.Join('\n', rows)));
    }

    private const string Personal = """
        {
          "type": "contact", "id": "6710", "role": "user", "external_id": "user-4711", "email": "ada@real.example", "name": "Ada Lovelace", "phone": "+44 20 7946 0958",
          "created_at": 1767225600, "avatar": {"type": "avatar", "image_url": "https://images.example/ada.png"}, "last_seen_ip": "81.2.69.142",
          "location": {"type": "location", "city": "Marylebone", "latitude": 51.52},
          "custom_attributes": {"vip": true, "backup": "ada@real.example", "level": "premium customer", "address": "2001:db8::7"},
          "companies": {"type": "list", "data": [{"type": "company", "id": "c-1", "name": "Analytical Ltd"}]},
          "source": {"body": "<p>Where is my invoice? Ask Ada Lovelace.</p>", "author": {"type": "admin", "id": "5", "name": "Ada Lovelace"}},
          "warning": "A user with email grace@real.example, grace@real.example or x@y exists", "seen_from": ["81.2.69.142"]
        }
        """;

    private static readonly string Large = $$"""{"email":"{{new string('a', 5000)}}ada@real.example"}""";

    private static IntercomRecording Recording() => IntercomRecording.Parse(FileOf("""
        {"request":{"method":"GET","target":"/contacts/7?x=1"},"response":{"status":200,"body":{"type":"contact","id":"7"}}},
        {"request":{"method":"POST","target":"/contacts/search","body":{"query":{"field":"role","operator":"=","value":"user"}}},"response":{"status":200,"body":{}}}
        """));

    private static string FileOf(string exchanges) => $$"""{"format":"intercom-recording","version":1,"exchanges":[{{exchanges}}]}""";

    private static RecordingHandler Recorder(Func<HttpRequestMessage, HttpResponseMessage> respond, RecordingOptions? options = null) => new(new Stub(respond), options);

    private static HttpClient Client(HttpMessageHandler handler)
    {
        var http = new HttpClient(handler) { BaseAddress = new Uri("https://api.intercom.io") };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {Token}");
        return http;
    }

    private static StringContent Content(string json) => new(json, Encoding.UTF8, "application/json");

    private static HttpResponseMessage Json(string json) => new(HttpStatusCode.OK) { Content = Content(json) };

    private sealed class Stub(Func<HttpRequestMessage, HttpResponseMessage> respond) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(respond(request));
    }

    private sealed class Unseekable(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
