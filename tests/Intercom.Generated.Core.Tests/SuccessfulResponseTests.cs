using System.Net;
using System.Text;
using Intercom.Generated.Runtime;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests;

/// <summary>Successful responses, and responses that cannot be read.</summary>
public class SuccessfulResponseTests
{
    [Test]
    public async Task Reads_a_model()
    {
        using var server = StubServer.RespondingWith("""{"id":"1","name":"Zoë 😀"}""");
        using var client = server.Connect();
        Assert.That((await client.Things.GetAsync("1")).Name, Is.EqualTo("Zoë 😀"));
    }

    [TestCase(200)]
    [TestCase(202)]
    [TestCase(204)]
    public async Task Ignores_any_body_if_no_result_is_needed(int status)
    {
        using var server = new StubServer(_ => StubServer.Respond(status, "anything", "text/plain"));
        using var client = server.Connect();
        await client.Things.DeleteAsync("1");
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("<!DOCTYPE html><html><body>Sign in</body></html>", "text/html")]
    [TestCase("\uFEFF\r\n <HTML>", "application/octet-stream")]
    [TestCase("<!doctype HTML>", "application/json")]
    [TestCase("Sign in", "text/html")]
    [TestCase("", "application/xhtml+xml")]
    public void Web_page_throws(string body, string mediaType)
    {
        using var server = new StubServer(_ => StubServer.Respond(200, body, mediaType));
        using var client = server.Connect();
        Assert.That(async () => await client.Things.DeleteAsync("1"), Throws.TypeOf<IntercomResponseException>().With.Property("Problem").EqualTo(ResponseProblem.Html));
        Assert.That(async () => await client.Things.GetTranscriptAsync("1"), Throws.TypeOf<IntercomResponseException>().With.Property("Problem").EqualTo(ResponseProblem.Html));
    }

    [TestCase("<v Ada>Hello</v>")]
    [TestCase("<<html> is a tag")]
    public async Task Reads_text_that_starts_with_an_angle_bracket(string text)
    {
        using var server = new StubServer(_ => StubServer.Respond(200, text, "text/plain"));
        using var client = server.Connect();
        Assert.That(await client.Things.GetTranscriptAsync("1"), Is.EqualTo(text));
    }

    [Test]
    public async Task Delete_with_204_succeeds()
    {
        using var server = new StubServer(_ => new HttpResponseMessage(HttpStatusCode.NoContent));
        using var client = server.Connect();
        var deletion = new ApiOperation("Things.DeletePart", "DELETE", "/things/{id}/parts");
        Assert.That((await client.SendAsync<Thing>(new ApiRequest(deletion, "1"))).Id, Is.Null);
        Assert.That(await client.SendAsync<Newtonsoft.Json.Linq.JObject>(new ApiRequest(deletion, "1")), Is.Empty);
        Assert.That(async () => await client.Things.GetAsync("1"), Throws.TypeOf<IntercomResponseException>().With.Property("Problem").EqualTo(ResponseProblem.Empty));
    }

    [Test]
    public async Task Reads_json_with_a_byte_order_mark()
    {
        using var server = new StubServer(_ => StubServer.Bytes([0xEF, 0xBB, 0xBF, .. "{\"id\":\"1\"}"u8]));
        using var client = server.Connect();
        Assert.That((await client.Things.GetAsync("1")).Id, Is.EqualTo("1"));
    }

    [Test]
    public async Task Reads_any_json_as_a_token()
    {
        using var server = StubServer.RespondingWith("[1]", "null", "\"text\"");
        using var invoker = server.Invoker();
        var request = new ApiRequest(IntercomOperations.ThingsGet, "1");
        Assert.That((await invoker.SendAsync<JToken>(request, null, default)).ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo("[1]"));
        Assert.That((await invoker.SendAsync<JToken>(request, null, default)).Type, Is.EqualTo(JTokenType.Null));
        Assert.That((string?)await invoker.SendAsync<JToken>(request, null, default), Is.EqualTo("text"));
    }

    [TestCase(200)]
    [TestCase(204)]
    public void Empty_body_throws_if_json_was_expected(int status)
    {
        using var server = new StubServer(_ => new HttpResponseMessage((HttpStatusCode)status));
        using var client = server.Connect();
        Assert.That(
            async () => await client.Things.GetAsync("1"),
            Throws.TypeOf<IntercomResponseException>().With.Message.Contains("empty").And.Message.Contains($"{status}")
                .And.Property(nameof(IntercomResponseException.RawBody)).Null.And.Property(nameof(IntercomResponseException.JsonPath)).Null);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Body_that_is_too_long_throws(bool hasContentLength)
    {
        var body = new UnseekableStream(new byte[1000]);
        using var server = new StubServer(_ =>
        {
            var message = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body) };
            message.Content.Headers.ContentLength = hasContentLength ? 1000 : null;
            return message;
        });
        using var client = server.Connect(options => options.MaxResponseSize = 999);
        Assert.That(
            async () => await client.Things.GetAsync("1"),
            Throws.TypeOf<IntercomResponseException>().With.Property("Problem").EqualTo(ResponseProblem.TooLarge).And.Message.Contains("999 bytes"));
        Assert.That(body.IsRead, Is.Not.EqualTo(hasContentLength), "A body whose Content-Length is too long is not read.");
    }

    [TestCase("<html><body>Bad gateway</body></html>", null, TestName = "{m}(HTML)")]
    [TestCase("  \n", null, TestName = "{m}(blanks)")]
    [TestCase("""{"id":"1","part":{"body":"a""", "part.body", TestName = "{m}(truncated)")]
    [TestCase("""{"id":"1"}}""", null, TestName = "{m}(trailing brace)")]
    [TestCase("""{"id":"1"} {"id":"2"}""", null, TestName = "{m}(two values)")]
    [TestCase("""{"id":"1"}<!-- -->""", null, TestName = "{m}(trailing text)")]
    [TestCase("""{"part":{"id":oops}}""", "part.id", TestName = "{m}(word)")]
    [TestCase("{\0\"\0i\0d\0\"\0:\01\0}\0", null, TestName = "{m}(UTF-16)")]
    public async Task Body_that_is_not_json_throws(string body, string? path)
    {
        using var server = new StubServer(_ => StubServer.Respond(200, body, "text/html", ("X-Request-Id", "r-17")));
        using var client = server.Connect();
        var thrown = await Assert.ThrowsAsync<IntercomResponseException>(() => client.Things.GetAsync("1"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown.Message, Does.Contain("Things.Get").And.Contain(body[0] == '<' ? "web page" : "not valid JSON").And.Contain("text/html").And.Contain("r-17"));
            Assert.That(thrown.Problem, Is.EqualTo(body[0] == '<' ? ResponseProblem.Html : ResponseProblem.NotJson));
            Assert.That(thrown.RawBody, Is.EqualTo(body));
            Assert.That(thrown.JsonPath, Is.EqualTo(path));
            Assert.That(thrown.Response.RequestId, Is.EqualTo("r-17"));
            Assert.That(thrown.Operation, Is.EqualTo("Things.Get"));
        }
    }

    [TestCase("[]", "array")]
    [TestCase("\"text\"", "string")]
    [TestCase("null", "null")]
    [TestCase("7", "number")]
    public async Task Json_of_another_shape_throws_with_its_path(string body, string found)
    {
        using var server = new StubServer(_ => StubServer.Respond(200, body, "application/json", ("X-Request-Id", "r-18")));
        using var client = server.Connect();
        var thrown = await Assert.ThrowsAsync<IntercomResponseException>(() => client.Things.GetAsync("1"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown.Message, Does.Contain("expected Thing").And.Contain(found).And.Contain("r-18"));
            Assert.That(thrown.JsonPath, Is.Not.Null);
            Assert.That(thrown.RawBody, Is.EqualTo(body));
        }
    }

    [TestCase(1_000)]
    [TestCase(200_000)]
    public async Task Nesting_beyond_the_limit_throws(int depth)
    {
        var body = string.Concat(Enumerable.Repeat("""{"part":""", depth)) + "null" + new string('}', depth);
        using var server = StubServer.RespondingWith(body);
        using var client = server.Connect();
        var thrown = await Assert.ThrowsAsync<IntercomResponseException>(() => client.Things.GetAsync("1"));
        Assert.That(thrown.Message, Does.Contain("MaxDepth"));
        Assert.That(thrown.RawBody, Has.Length.LessThanOrEqualTo(65_536));
    }

    [Test]
    public async Task Reads_nesting_up_to_the_limit()
    {
        var body = string.Concat(Enumerable.Repeat("""{"part":""", 100)) + "null" + new string('}', 100);
        using var server = StubServer.RespondingWith(body);
        using var client = server.Connect();
        Assert.That((await client.Things.GetAsync("1")).Part, Is.Not.Null);
    }

    [TestCase(new byte[] { (byte)'{', (byte)'"', 0xC3, (byte)'"', (byte)':', (byte)'1', (byte)'}' }, TestName = "{m}(in a name)")]
    [TestCase(new byte[] { (byte)'"', 0xFF, (byte)'"' }, TestName = "{m}(in a text)")]
    [TestCase(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'{', (byte)'"', 0xC3, (byte)'"', (byte)':', (byte)'1', (byte)'}' }, TestName = "{m}(after a byte order mark)")]
    public void Invalid_utf8_throws(byte[] body)
    {
        using var server = new StubServer(_ => StubServer.Bytes(body));
        using var client = server.Connect();
        Assert.That(
            async () => await client.Things.GetAsync("1"),
            Throws.TypeOf<IntercomResponseException>().With.Message.Contains("not valid JSON").And.InnerException.InstanceOf<DecoderFallbackException>());
    }

    [Test]
    public async Task RawBody_is_truncated()
    {
        using var server = StubServer.RespondingWith(new string('x', 100_000));
        using var client = server.Connect();
        var thrown = await Assert.ThrowsAsync<IntercomResponseException>(() => client.Things.GetAsync("1"));
        Assert.That(thrown.RawBody, Has.Length.EqualTo(65_536));
        Assert.That(thrown.Message, Has.Length.LessThan(1_000));
    }

    [Test]
    public async Task Text_is_read_as_utf8()
    {
        using var server = new StubServer(_ => StubServer.Respond(200, "Zoë: 😀\n", "text/plain"));
        using var client = server.Connect();
        Assert.That(await client.Things.GetTranscriptAsync("1"), Is.EqualTo("Zoë: 😀\n"));
    }

    [Test]
    public async Task Empty_body_is_empty_text()
    {
        using var server = new StubServer(_ => new HttpResponseMessage(HttpStatusCode.OK));
        using var client = server.Connect();
        Assert.That(await client.Things.GetTranscriptAsync("1"), Is.Empty);
    }

    // Its length is unknown unless Content-Length is set.
    private sealed class UnseekableStream(byte[] bytes) : MemoryStream(bytes)
    {
        public bool IsRead { get; private set; }

        public override bool CanSeek => false;

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            IsRead = true;
            return base.ReadAsync(buffer, offset, count, cancellationToken);
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            IsRead = true;
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
