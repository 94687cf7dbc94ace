using System.Text;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests;

public class UploadTests
{
    private static async Task<string> BodyOf(UploadThingRequest request)
    {
        using var server = StubServer.Answering("{}");
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
            Assert.That(body, Does.Contain("form-data; name=file; filename=a.txt"));
            Assert.That(body, Does.Contain("\r\n\r\ncontent\r\n--"));
            Assert.That(body, Does.Not.Contain("skipped"));
            Assert.That(content.CanRead, Is.True, "The stream is the caller's.");
        }
    }

    [Test]
    public async Task File_name_may_hold_any_letters()
    {
        using var content = new MemoryStream([1]);
        var body = await BodyOf(new UploadThingRequest { File = new UploadFile(content, "Übersicht 1.pdf") });
        Assert.That(body, Does.Contain("filename*=utf-8''%C3%9Cbersicht%201.pdf"));
        Assert.That(body, Does.Contain("Content-Type: application/octet-stream"));
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
    public async Task Unassigned_and_null_values_are_no_fields()
    {
        var body = await BodyOf(new UploadThingRequest { Title = null, Public = false });
        Assert.That(body, Does.Not.Contain("title").And.Not.Contain("file"));
        Assert.That(Field(body, "public"), Is.EqualTo("false"));
    }

    private static string? Field(string body, string name)
    {
        var start = body.IndexOf($"name={name}\r\n\r\n", StringComparison.Ordinal);
        if (start < 0)
            return null;
        start += name.Length + 9;
        return body[start..body.IndexOf("\r\n--", start, StringComparison.Ordinal)];
    }
}
