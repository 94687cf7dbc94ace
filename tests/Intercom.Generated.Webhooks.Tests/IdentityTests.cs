using System.Text;
using System.Text.Json;

namespace Intercom.Generated.Webhooks.Tests;

/// <summary>The ID and the time that are read from the end of a body are those of the whole body.</summary>
public sealed class IdentityTests
{
    private static readonly string[] Names = ["id", "created_at", "topic", "data", "links", "a", "i\"d", "id\\", "{", "created_at "];

    private static readonly string[] Texts =
        ["", "\"", "\\", "\\\\", "\\\"", "\"}", "{\"id\":\"x\"}", "]", ",\"id\":\"no\"", "é🍺", "id", ":", "\"id\":\"x\",", "tail\\\\\\\""];

    [Test]
    public void Recordings()
    {
        foreach (var recording in Recording.All())
        {
            AssertSame(recording.Body, recording.Name);
            AssertSame(Encoding.UTF8.GetBytes(recording.Json.ToString()), recording.Name);
        }
    }

    [Test]
    public void Any_object()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = i % 2 == 0, SkipValidation = true }))
                WriteObject(writer, random, depth: 0);
            AssertSame(stream.ToArray(), Encoding.UTF8.GetString(stream.ToArray()));
        }
    }

    [Test]
    public void A_notification_is_read_from_its_end()
    {
        var body = """{"type":"notification_event","data":{"item":{"id":"item","text":"}\\\""}},"links":{},"id":"notif_1","topic":"ping","created_at":5}"""u8;

        Assert.That(EnvelopeTail.TryRead(body, out var tail), Is.True);
        Assert.That(Encoding.UTF8.GetString(tail.Id.Of(body)), Is.EqualTo("\"notif_1\""));
        Assert.That(Encoding.UTF8.GetString(tail.CreatedAt.Of(body)), Is.EqualTo("5"));
    }

    [TestCase(""), TestCase("{"), TestCase("}"), TestCase("\"}"), TestCase("not JSON"), TestCase("[]"), TestCase("\"id\":1}"), TestCase("\"}\"")]
    public void A_body_that_is_not_an_object_is_rejected(string body) =>
        Assert.Throws<InvalidNotificationException>(() => NotificationParser.ParseIdentity(Encoding.UTF8.GetBytes(body)));

    private static void AssertSame(byte[] body, string message)
    {
        var envelope = NotificationReader.ReadEnvelope(body);
        var identity = NotificationParser.ParseIdentity(body);
        Assert.That(identity, Is.EqualTo((envelope.Id, envelope.CreatedAt)), message);
    }

    private static void WriteObject(Utf8JsonWriter writer, Random random, int depth)
    {
        writer.WriteStartObject();
        for (var count = random.Next(6); count > 0; count--)
        {
            writer.WritePropertyName(Names[random.Next(Names.Length)]);
            WriteValue(writer, random, depth + 1);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, Random random, int depth)
    {
        switch (random.Next(depth < 4 ? 8 : 6))
        {
            case 0:
                writer.WriteNumberValue(random.Next(-5, 2_000_000_000));
                break;
            case 1:
                writer.WriteNullValue();
                break;
            case 2:
                writer.WriteBooleanValue(true);
                break;
            case 3:
                writer.WriteRawValue("1.5E+3");
                break;
            case < 6:
                writer.WriteStringValue(Texts[random.Next(Texts.Length)] + Texts[random.Next(Texts.Length)]);
                break;
            case 6:
                writer.WriteStartArray();
                for (var count = random.Next(3); count > 0; count--)
                    WriteValue(writer, random, depth + 1);
                writer.WriteEndArray();
                break;
            default:
                WriteObject(writer, random, depth);
                break;
        }
    }
}
