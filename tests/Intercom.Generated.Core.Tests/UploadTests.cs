using System.Text;
using Intercom.Generated.Runtime;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests;

public class UploadTests
{
    private static async Task<string> BodyOf(UploadThingRequest request)
    {
        using var server = StubServer.RespondingWith("{}");
        using var client = server.Connect();
        await client.Things.UploadAsync(request);
        Assert.That(server.Request.ContentHeaders["Content-Type"], Does.StartWith("multipart/form-data; boundary="));
        return server.Request.Text;
    }

    [Test]
    public async Task File_is_sent_from_the_current_position_and_its_stream_stays_open()
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("skipped:content"));
        content.Position = 8;
        var body = await BodyOf(new UploadThingRequest { File = new UploadFile(content, "a.txt", "text/plain") });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(body, Does.Contain("Content-Type: text/plain\r\n"));
            Assert.That(body, Does.Contain("form-data; name=\"file\"; filename=\"a.txt\""));
            Assert.That(body, Does.Contain("\r\n\r\ncontent\r\n--"));
            Assert.That(body, Does.Not.Contain("skipped"));
            Assert.That(content.CanRead, Is.True, "The stream is the caller's.");
        }
    }

    [TestCase("Übersicht 1.pdf", "Übersicht 1.pdf")]
    [TestCase("日本語😀.txt", "日本語😀.txt")]
    [TestCase("a\"b.txt", "a%22b.txt")]
    [TestCase("a\r\nX-Injected: 1\r\n\r\nb", "a%0D%0AX-Injected: 1%0D%0A%0D%0Ab")]
    [TestCase("a;b=c\\d'e%f.txt", "a;b=c\\d'e%f.txt")]
    [TestCase("\0\u001B[31m", "%00%1B[31m")]
    [TestCase("", "")]
    public async Task File_name_is_quoted_in_UTF_8_without_the_extended_form(string fileName, string sent)
    {
        using var content = new MemoryStream([1]);
        var body = await BodyOf(new UploadThingRequest { File = new UploadFile(content, fileName) });
        Assert.That(body, Does.Contain($"Content-Disposition: form-data; name=\"file\"; filename=\"{sent}\"\r\n"));
        Assert.That(body, Does.Contain("Content-Type: application/octet-stream").And.Not.Contain("filename*"));
    }

    [TestCase("na\"me\r\nX: 1", "na%22me%0D%0AX: 1")]
    [TestCase("größe", "größe")]
    public async Task Field_name_is_quoted(string name, string sent)
    {
        var body = await BodyOf(new UploadThingRequest { AdditionalProperties = { [name] = "v" } });
        Assert.That(body, Does.Contain($"Content-Disposition: form-data; name=\"{sent}\"\r\n\r\nv\r\n"));
    }

    [Test]
    public void Content_type_that_is_not_a_media_type_is_rejected() =>
        Assert.That(() => new UploadFile(Stream.Null, "a", "text\r\nX: 1"), Throws.ArgumentException.With.Property("ParamName").EqualTo("contentType"));

    [TestCase(typeof(IOException))]
    [TestCase(typeof(ObjectDisposedException))]
    [TestCase(typeof(InvalidOperationException))]
    public async Task Failed_stream_is_not_reported_as_a_failed_connection(Type type)
    {
        var cause = type == typeof(ObjectDisposedException) ? new ObjectDisposedException("mine") : (Exception)Activator.CreateInstance(type, "mine")!;
        using var server = StubServer.RespondingWith("{}");
        using var client = server.Connect(options => options.Retry = new IntercomRetryOptions { RetryWrites = true });
        using var content = new FailingStream(cause);
        var thrown = await Assert.ThrowsAsync<IntercomRequestException>(
            () => client.Things.UploadAsync(new UploadThingRequest { File = new UploadFile(content, "a.txt") }));
        Assert.That(thrown.InnerException, Is.SameAs(cause));
        Assert.That(thrown.Message, Does.Contain("content of the upload"));
        Assert.That(thrown.RetryCount, Is.Zero);
    }

    [Test]
    public async Task Values_are_sent_as_form_fields()
    {
        var body = await BodyOf(new UploadThingRequest
        {
            Title = "T ä",
            Public = true,
            ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(1700000000),
            Status = ThingStatus.Open,
            Part = new Part { Id = "p" },
            AdditionalProperties = { ["later"] = new JValue("x"), ["flag"] = new JValue(false) },
        });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Field(body, "title"), Is.EqualTo("T ä"));
            Assert.That(Field(body, "public"), Is.EqualTo("true"));
            Assert.That(Field(body, "expires_at"), Is.EqualTo("1700000000"));
            Assert.That(Field(body, "status"), Is.EqualTo("open"));
            Assert.That(Field(body, "part"), Is.EqualTo("{\"id\":\"p\"}"));
            Assert.That(Field(body, "later"), Is.EqualTo("x"));
            Assert.That(Field(body, "flag"), Is.EqualTo("false"));
        }
    }

    [Test]
    public async Task Omits_unassigned_and_null_values()
    {
        var body = await BodyOf(new UploadThingRequest { Title = null, Public = false });
        Assert.That(body, Does.Not.Contain("title").And.Not.Contain("file"));
        Assert.That(Field(body, "public"), Is.EqualTo("false"));
    }

    [Test]
    public async Task Writes_values_as_in_JSON()
    {
        var body = await BodyOf(new UploadThingRequest
        {
            Title = "\"quoted\"\r\n😀",
            ExpiresAt = DateTimeOffset.FromUnixTimeMilliseconds(1700000000250),
            AdditionalProperties =
            {
                ["number"] = 1.0,
                ["large"] = 1E+20,
                ["date"] = "2024-01-01T00:00:00.000Z",
                ["list"] = new JArray(1, "a"),
                ["none"] = JValue.CreateNull(),
                ["empty"] = "",
            },
        });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Field(body, "title"), Is.EqualTo("\"quoted\"\r\n😀"));
            Assert.That(Field(body, "expires_at"), Is.EqualTo("1700000000"));
            Assert.That(Field(body, "number"), Is.EqualTo("1.0"));
            Assert.That(Field(body, "large"), Is.EqualTo("1E+20"));
            Assert.That(Field(body, "date"), Is.EqualTo("2024-01-01T00:00:00.000Z"));
            Assert.That(Field(body, "list"), Is.EqualTo("[1,\"a\"]"));
            Assert.That(Field(body, "none"), Is.Null);
            Assert.That(Field(body, "empty"), Is.Empty);
        }
    }

    [Test]
    public async Task Assigned_value_replaces_the_additional_property()
    {
        using var content = new MemoryStream("content"u8.ToArray());
        var body = await BodyOf(new UploadThingRequest
        {
            File = new UploadFile(content, "a.txt"),
            Title = "own",
            AdditionalProperties = { ["file"] = "additional", ["title"] = "additional", ["public"] = "additional" },
        });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(body, Does.Contain("name=\"file\"; filename=\"a.txt\"").And.Contain("content"));
            Assert.That(Field(body, "file"), Is.Null);
            Assert.That(Field(body, "title"), Is.EqualTo("own"));
            Assert.That(Field(body, "public"), Is.EqualTo("additional"));
        }
    }

    [Test]
    public async Task File_cannot_be_sent_as_json()
    {
        using var server = StubServer.RespondingWith();
        using var client = server.Connect();
        using var content = new MemoryStream();
        var request = new UploadThingRequest { Title = "t", File = new UploadFile(content, "a.txt") };
        Assert.That(
            async () => await client.SendAsync(new ApiRequest(IntercomOperations.ThingsCreate) { Body = request }),
            Throws.TypeOf<NotSupportedException>().With.Message.Contains("UploadThingRequest"));
        Assert.That(server.Requests, Is.Empty);
        request.File = null;
        Assert.That(IntercomJson.Write(request), Is.EqualTo("""{"title":"t"}"""u8.ToArray()), "There is none.");
    }

    private sealed class OwnForm
    {
        public string? Title { get; set; }

        public Part? Part { get; set; }

        public UploadFile? Image { get; set; }
    }

    [Test]
    public async Task Sends_the_callers_own_form()
    {
        using var server = StubServer.RespondingWith("{}");
        using var client = server.Connect();
        var form = new OwnForm { Title = "t", Part = new Part { Id = "1" }, Image = new UploadFile(new MemoryStream("pixels"u8.ToArray()), "a.png") };
        await client.SendAsync(new ApiRequest(IntercomOperations.ThingsUpload) { Body = form });
        Assert.That(Field(server.Request.Text, "Title"), Is.EqualTo("t"));
        Assert.That(Field(server.Request.Text, "Part"), Is.EqualTo("""{"id":"1"}"""));
        Assert.That(server.Request.Text, Does.Contain("filename=\"a.png\"").And.Contain("pixels"));
    }

    private static string? Field(string body, string name)
    {
        var start = body.IndexOf($"name=\"{name}\"\r\n\r\n", StringComparison.Ordinal);
        if (start < 0)
            return null;
        start += name.Length + 11;
        return body[start..body.IndexOf("\r\n--", start, StringComparison.Ordinal)];
    }

    private sealed class FailingStream(Exception cause) : MemoryStream(new byte[10])
    {
        public override int Read(byte[] buffer, int offset, int count) => throw cause;

        public override int Read(Span<byte> buffer) => throw cause;

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromException<int>(cause);

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => Task.FromException(cause);
    }
}
