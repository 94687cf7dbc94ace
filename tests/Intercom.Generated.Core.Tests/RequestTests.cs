using System.Text;
using Intercom.Generated.Runtime;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests;

public class RequestTests
{
    [Test]
    public async Task Request_without_a_body_has_empty_content_so_that_HttpClient_does_not_resend_it(
        [Values("GET", "HEAD", "DELETE", "PUT", "POST", "PATCH")] string method)
    {
        using var server = StubServer.RespondingWith("{}");
        using var client = server.Connect();
        await client.SendAsync(new ApiRequest(new ApiOperation("Things.Touch", method, "/things/{thing_id}/touch"), "1"));
        Assert.That(server.Request.Body, Is.Empty);
    }

    [Test]
    public async Task Handler_that_changes_the_content_headers_of_one_request_does_not_affect_another()
    {
        using var handler = new ContentMarker();
        using var client = new IntercomClient(new IntercomClientOptions(StubServer.Token) { HttpMessageHandler = handler });
        await client.Things.GetAsync("1");
        await client.Things.GetAsync("2");
        Assert.That(handler.Marks, Is.EqualTo(new[] { 1, 1 }));
    }

    [Test]
    public async Task Get_sends_method_path_and_an_empty_body()
    {
        using var server = StubServer.RespondingWith("{}");
        using var client = server.Connect();
        await client.Things.GetAsync("42");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(server.Request.Method, Is.EqualTo("GET"));
            Assert.That(server.Request.Address, Is.EqualTo("https://api.intercom.io/things/42"));
            Assert.That(server.Request.Body, Is.Empty);
        }
    }

    [Test]
    public async Task Delete_sends_its_method()
    {
        using var server = new StubServer(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
        using var client = server.Connect();
        await client.Things.DeleteAsync("42");
        Assert.That(server.Request.Method, Is.EqualTo("DELETE"));
    }

    [TestCase("a/b", "/things/a%2Fb")]
    [TestCase("a b", "/things/a%20b")]
    [TestCase("ünï→日本", "/things/%C3%BCn%C3%AF%E2%86%92%E6%97%A5%E6%9C%AC")]
    [TestCase("😀", "/things/%F0%9F%98%80")]
    [TestCase("a?b#c&d", "/things/a%3Fb%23c%26d")]
    [TestCase("100%", "/things/100%25")]
    [TestCase("../contacts", "/things/..%2Fcontacts")]
    [TestCase("%2e%2e", "/things/%252e%252e")]
    [TestCase("a+b@c.d", "/things/a%2Bb%40c.d")]
    [TestCase("...", "/things/...")]
    public async Task Path_arguments_are_escaped(string id, string expected)
    {
        using var server = StubServer.RespondingWith("{}");
        using var client = server.Connect();
        await client.Things.GetAsync(id);
        Assert.That(server.Request.Target, Is.EqualTo(expected));
    }

    [Test]
    public async Task Path_arguments_are_positional()
    {
        using var server = StubServer.RespondingWith("{}");
        using var client = server.Connect();
        await client.Things.GetPartAsync("1", "2");
        Assert.That(server.Request.Target, Is.EqualTo("/things/1/parts/2"));
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase(".")]
    [TestCase("..")]
    [TestCase(null)]
    public void Rejects_a_path_argument_that_would_change_the_path(string? id)
    {
        using var server = StubServer.RespondingWith();
        using var client = server.Connect();
        Assert.That(
            async () => await client.Things.GetPartAsync("1", id!),
            Throws.ArgumentException.With.Message.Contains("Things.GetPart").And.Property(nameof(ArgumentException.ParamName)).EqualTo("id"));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Query_writes_each_kind_of_value()
    {
        using var server = StubServer.RespondingWith("""{"data":[]}""");
        using var client = server.Connect();
        var query = new ThingListOptions
        {
            Status = ThingStatus.Open,
            Label = ["a b", "c&d"],
            Active = true,
            Since = new DateTimeOffset(2024, 1, 1, 2, 0, 0, TimeSpan.FromHours(2)),
            Count = 12,
            Score = 1.5,
            Content = 7L,
        };
        await client.Things.ListAsync(query).FirstPageAsync();
        Assert.That(
            server.Request.Target,
            Is.EqualTo("/things?status=open&label=a%20b&label=c%26d&active=true&since=1704067200&count=12&score=1.5&content=7"));
    }

    [Test]
    public async Task Query_without_values_is_not_sent()
    {
        using var server = StubServer.RespondingWith("""{"data":[]}""");
        using var client = server.Connect();
        await client.Things.ListAsync(new ThingListOptions { Label = [] }).FirstPageAsync();
        Assert.That(server.Request.Target, Is.EqualTo("/things"));
    }

    [Test]
    public async Task Query_of_the_call_is_added()
    {
        using var server = StubServer.RespondingWith("""{"data":[]}""");
        using var client = server.Connect();
        var options = new RequestOptions { Query = { ["new param"] = "a=b", ["other"] = "" } };
        await client.Things.ListAsync(new ThingListOptions { Active = false }, options).FirstPageAsync();
        Assert.That(server.Request.Target, Is.EqualTo("/things?active=false&new%20param=a%3Db&other="));
    }

    [Test]
    public async Task Query_keeps_json_values()
    {
        using var server = StubServer.RespondingWith("{}");
        using var invoker = server.Invoker();
        var request = new ApiRequest(IntercomOperations.ThingsGet, "1").WithQuery("a", new JValue("x")).WithQuery("b", new JArray(1, true));
        await invoker.SendAsync(request, null, default);
        Assert.That(server.Request.Target, Is.EqualTo("/things/1?a=x&b=1&b=true"));
    }

    [Test]
    public async Task Json_body_is_utf8_without_byte_order_mark()
    {
        using var server = StubServer.RespondingWith("{}");
        using var client = server.Connect();
        await client.Things.CreateAsync(new CreateThingRequest { Name = "Zoë 😀 \u2028 \"q\"", Phone = null });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(server.Request.Method, Is.EqualTo("POST"));
            Assert.That(server.Request.Body, Is.EqualTo(Encoding.UTF8.GetBytes("{\"name\":\"Zoë 😀 \\u2028 \\\"q\\\"\",\"phone\":null}")));
            Assert.That(server.Request.ContentHeaders["Content-Type"], Is.EqualTo("application/json; charset=utf-8"));
            Assert.That(server.Request.ContentHeaders["Content-Length"], Is.EqualTo(server.Request.Body!.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    [Test]
    public async Task Empty_body_object_is_sent_as_such()
    {
        using var server = StubServer.RespondingWith("{}");
        using var client = server.Connect();
        await client.Things.CreateAsync(new CreateThingRequest());
        Assert.That(server.Request.Text, Is.EqualTo("{}"));
    }

    [Test]
    public async Task Sends_the_headers_of_the_client()
    {
        using var server = StubServer.RespondingWith("{}");
        using var client = server.Connect(options => options.ApplicationName = "Shop/1.2 (t\r\nest)");
        await client.Things.GetAsync("1");
        var headers = server.Request.Headers;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(headers["Authorization"], Is.EqualTo($"Bearer {StubServer.Token}"));
            Assert.That(headers["Intercom-Version"], Is.EqualTo("2.14"));
            Assert.That(headers["Accept"], Is.EqualTo("application/json"));
            Assert.That(headers["User-Agent"], Does.Match(@"^Intercom\.Generated\.Core\.Tests/\d+\.\d+\.\d+\S* \(\.NET .+; API 2\.14\) Shop/1\.2 \(test\)$"));
        }
    }

    [Test]
    public async Task Sends_the_Accept_header_of_the_operation()
    {
        using var server = new StubServer(_ => StubServer.Respond(200, "text", "text/plain"));
        using var client = server.Connect();
        Assert.That(await client.Things.GetTranscriptAsync("1"), Is.EqualTo("text"));
        Assert.That(server.Request.Header("Accept"), Is.EqualTo("text/plain"));
    }

    [Test]
    public async Task Headers_of_the_call_are_added_and_replace_the_clients()
    {
        using var server = StubServer.RespondingWith("{}");
        using var client = server.Connect();
        var options = new RequestOptions { Headers = { ["X-Trace"] = "t 1", ["accept"] = "application/vnd.x+json", ["User-Agent"] = "mine" } };
        await client.Things.GetAsync("1", options);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(server.Request.Header("X-Trace"), Is.EqualTo("t 1"));
            Assert.That(server.Request.Header("Accept"), Is.EqualTo("application/vnd.x+json"));
            Assert.That(server.Request.Header("User-Agent"), Is.EqualTo("mine"));
        }
    }

    [Test]
    public async Task Content_headers_of_the_call_replace_those_of_the_body()
    {
        using var server = StubServer.RespondingWith("{}");
        using var client = server.Connect();
        var options = new RequestOptions { Headers = { ["Content-Type"] = "application/json", ["Content-Language"] = "de" } };
        await client.Things.CreateAsync(new CreateThingRequest { Name = "a" }, options);
        Assert.That(server.Request.ContentHeaders["Content-Type"], Is.EqualTo("application/json"));
        Assert.That(server.Request.ContentHeaders["Content-Language"], Is.EqualTo("de"));
    }

    [TestCase("Authorization")]
    [TestCase("authorization")]
    [TestCase("Intercom-Version")]
    [TestCase("INTERCOM-VERSION")]
    public void Token_and_version_cannot_be_set_for_one_call(string name)
    {
        using var server = StubServer.RespondingWith();
        using var client = server.Connect();
        Assert.That(
            async () => await client.Things.GetAsync("1", new RequestOptions { Headers = { [name] = "x" } }),
            Throws.ArgumentException.With.Message.Contains("the client sets the header"));
        Assert.That(server.Requests, Is.Empty);
    }

    [TestCase("Bad Header", "x")]
    [TestCase("Content-Type", "x/y")]
    [TestCase("X-Trace", "a\r\nAuthorization: Bearer other")]
    public void Rejects_an_invalid_header(string name, string value)
    {
        using var server = StubServer.RespondingWith();
        using var client = server.Connect();
        Assert.That(
            async () => await client.Things.GetAsync("1", new RequestOptions { Headers = { [name] = value } }),
            Throws.ArgumentException.With.Message.Contains(name).And.Message.Contains("Things.Get"));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task OnResponse_sees_status_and_headers()
    {
        IntercomResponse? seen = null;
        using var server = new StubServer(_ => StubServer.Respond(
            200, "{}", "application/json", ("X-Request-Id", "r1"), ("Intercom-Version", "2.15"), ("X-RateLimit-Limit", "167"), ("X-RateLimit-Remaining", "166"), ("X-RateLimit-Reset", "1700000000")));
        using var client = server.Connect();
        await client.Things.GetAsync("1", new RequestOptions { OnResponse = response => seen = response });
        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)seen!.StatusCode, Is.EqualTo(200));
            Assert.That(seen.RequestId, Is.EqualTo("r1"));
            Assert.That(seen.Version, Is.EqualTo(ApiVersion.Parse("2.15")));
            Assert.That(seen.RateLimit, Is.EqualTo(new RateLimit(167, 166, DateTimeOffset.FromUnixTimeSeconds(1700000000))));
            Assert.That(seen.Header("content-type"), Does.StartWith("application/json"));
            Assert.That(seen.Header("absent"), Is.Null);
        }
    }

    [TestCase("r1", "r2", "r1")]
    [TestCase(" r1 ", null, "r1")]
    [TestCase("0003s8-pd1_p.b:7", null, "0003s8-pd1_p.b:7")]
    [TestCase("r1, r2", null, null)]
    [TestCase("", null, null)]
    [TestCase("r1\nr2", null, null)]
    [TestCase("<script>", null, null)]
    [TestCase("\u202Er1", null, null)]
    public async Task Request_id_is_the_first_value_of_its_header_if_it_has_the_form_of_an_id(string first, string? second, string? expected)
    {
        IntercomResponse? seen = null;
        using var server = new StubServer(_ =>
        {
            var message = StubServer.Json("{}");
            message.Headers.TryAddWithoutValidation("x-request-id", first);
            if (second is not null)
                message.Headers.TryAddWithoutValidation("X-Request-Id", second);
            return message;
        });
        using var client = server.Connect();
        await client.Things.GetAsync("1", new RequestOptions { OnResponse = response => seen = response });
        Assert.That(seen!.RequestId, Is.EqualTo(expected));
        Assert.That(seen.Header("X-Request-Id"), Is.EqualTo(first));
    }

    [Test]
    public async Task Reads_Intercom_headers_from_the_content_headers()
    {
        IntercomResponse? seen = null;
        using var server = new StubServer(_ =>
        {
            var message = StubServer.Json("{}");
            message.Content.Headers.TryAddWithoutValidation("X-Request-Id", "r1");
            return message;
        });
        using var client = server.Connect();
        await client.Things.GetAsync("1", new RequestOptions { OnResponse = response => seen = response });
        Assert.That(seen!.RequestId, Is.EqualTo("r1"));
    }

    [Test]
    public void OnResponse_sees_errors_and_redirects()
    {
        var seen = new List<int>();
        using var server = new StubServer(request => request.Target == "/things/1" ? StubServer.Redirect(302, "/things/2") : StubServer.Json("{}", 404));
        using var client = server.Connect();
        var options = new RequestOptions { OnResponse = response => seen.Add((int)response.StatusCode) };
        Assert.That(async () => await client.Things.GetAsync("1", options), Throws.TypeOf<IntercomNotFoundException>());
        Assert.That(seen, Is.EqualTo(new[] { 302, 404 }));
    }

    [Test]
    public void Rejects_a_null_request()
    {
        using var server = StubServer.RespondingWith();
        using var client = server.Connect();
        Assert.That(() => client.Things.CreateAsync(null!), Throws.ArgumentNullException);
    }

    [Test]
    public async Task Concurrent_calls_are_independent()
    {
        using var server = new StubServer(async (request, cancellationToken) =>
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            return StubServer.Json($$"""{"id":"{{request.Target[8..]}}"}""");
        });
        using var client = server.Connect();
        var things = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(() => client.Things.GetAsync($"n{number}"))));
        Assert.That(things.Select(thing => thing.Id), Is.EqualTo(Enumerable.Range(0, 200).Select(number => $"n{number}")));
    }

    /// <summary>A handler that adds a value to a content header of each request and counts the values.</summary>
    private sealed class ContentMarker : HttpMessageHandler
    {
        public List<int> Marks { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Content!.Headers.TryAddWithoutValidation("X-Mark", "1");
            Marks.Add(request.Content.Headers.GetValues("X-Mark").Count());
            return Task.FromResult(StubServer.Json("{}"));
        }
    }
}
