using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Webhooks.Tests;

/// <summary>Bodies that Intercom would not send. A JSON object never causes an exception, and nothing of it is lost.</summary>
public sealed class HostileBodyTests
{
    private static readonly string[] Members =
        ["id", "topic", "app_id", "created_at", "first_sent_at", "delivered_at", "delivery_attempts", "delivery_status", "self", "data", "links", "type", "other"];

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e400", "-1e400", "123456789012345678901234567890123456789012345678901234567890", "99999999999999",
        "\"\"", "\"text\"", "\"2026-01-10T04:11:14.436+00:00\"", "\"\\ud800\"", "\"\\u0000\"", "\"ping\"", "\"ticket.closed\"", "[]", "{}", "[[{}]]",
        "{\"item\":{}}", "{\"item\":[]}", "{\"item\":null}", "{\"item\":{\"ticket\":{\"ticket\":{}}}}", "{\"item\":{\"\":{\"\":[]}}}",
    ];

    [EveryVersion]
    public void Every_member_can_have_every_kind_of_value(VersionTopics version)
    {
        string[] topics = ["ping", "ticket.closed", "conversation.user.created", "call.started", "unknown"];
        foreach (var topic in topics)
        {
            foreach (var member in Members)
            {
                foreach (var value in Values)
                {
                    AssertReadable(version, Encoding.UTF8.GetBytes($$$"""{"topic":"{{{topic}}}","data":{"item":{"id":"1"}},"{{{member}}}":{{{value}}}}"""));
                    AssertReadable(version, Encoding.UTF8.GetBytes($$$"""{"{{{member}}}":{{{value}}},"data":{"item":{"{{{member}}}":{{{value}}}}},"topic":"{{{topic}}}"}"""));
                }
            }
        }
    }

    // Replaces, removes, and repeats members of the recordings.
    [EveryVersion]
    public void Damaged_recordings_are_readable(VersionTopics version)
    {
        var random = new Random(20260110);
        foreach (var recording in Recording.All())
        {
            for (var i = 0; i < 8; i++)
            {
                var json = recording.Json;
                foreach (var _ in Enumerable.Range(0, random.Next(1, 4)))
                {
                    var tokens = json.DescendantsAndSelf().OfType<JProperty>().ToList();
                    var property = tokens[random.Next(tokens.Count)];
                    if (random.Next(4) == 0)
                        property.Remove();
                    else
                        property.Value = new JRaw(Values[random.Next(Values.Length)]);
                }

                AssertReadable(version, Encoding.UTF8.GetBytes(json.ToString(Formatting.None)));
            }
        }
    }

    // Bytes that are not JSON any more may only cause the documented exception.
    [EveryVersion]
    public void Damaged_bytes_cause_only_the_documented_exception(VersionTopics version)
    {
        var random = new Random(20260516);
        var valid = 0;
        foreach (var recording in Recording.All())
        {
            for (var i = 0; i < 8; i++)
            {
                var body = (byte[])recording.Body.Clone();
                foreach (var _ in Enumerable.Range(0, random.Next(1, 4)))
                    body[random.Next(body.Length)] = (byte)random.Next(256);
                if (random.Next(5) == 0)
                    body = body[..random.Next(body.Length)];
                try
                {
                    version.Reader.Read(body);
                    valid++;
                }
                catch (InvalidNotificationException)
                {
                }
            }
        }

        Assert.That(valid, Is.GreaterThan(50));
    }

    [EveryVersion]
    public void Deep_nesting_is_kept_raw(VersionTopics version)
    {
        foreach (var depth in new[] { 100, 125, 126, 127, 128, 129, 130, 200, 100_000 })
        {
            var open = string.Concat(Enumerable.Repeat("{\"a\":[", depth / 2));
            var close = string.Concat(Enumerable.Repeat("]}", depth / 2));
            foreach (var topic in new[] { "conversation.user.created", "ticket.closed", "conversation.contact.attached", "call.started", "unknown" })
            {
                var body = $$$"""{"id":"notif_1","x":{{{open}}}{{{close}}},"data":{"item":{"id":"7","deep":{{{open}}}{{{close}}}}},"topic":"{{{topic}}}"}""";
                var notification = version.Reader.Read(Encoding.UTF8.GetBytes(body));
                Assert.That((notification.Id, notification.Topic), Is.EqualTo(("notif_1", topic)));
                Assert.That(notification.RawItem.Length, Is.GreaterThan(depth * 3));
            }
        }
    }

    [EveryVersion]
    public void Text_that_is_not_UTF_8_is_kept_raw(VersionTopics version)
    {
        var body = """{"id":"notif_?","app_id":"ok","data":{"item":{"type":"ping","message":"?"}},"topic":"ping"}"""u8.ToArray();
        for (var i = 0; i < body.Length; i++)
            body[i] = body[i] == '?' ? (byte)0xFF : body[i];
        var notification = version.Reader.Read(body);
        Assert.That((notification.Id, notification.AppId, notification.Topic), Is.EqualTo(("notif_\uFFFD", "ok", "ping")));
        Assert.That(notification.RawBody.ToArray(), Is.EqualTo(body));
    }

    [EveryVersion]
    public void Half_of_a_surrogate_pair_does_not_hide_the_item(VersionTopics version)
    {
        var body = """{"data":{"item":{"type":"conversation","id":"1","title":"\ud83c"}},"topic":"conversation.user.created"}"""u8.ToArray();
        Assert.That(version.Reader.Read(body).Item, Is.Not.Null);
    }

    private static void AssertReadable(VersionTopics version, byte[] body)
    {
        try
        {
            var notification = version.Reader.Read(body);
            Assert.That(notification.RawBody.Length, Is.EqualTo(body.Length));
            if (notification.Item is not null)
                JsonConvert.SerializeObject(notification.Item);
        }
        catch (Exception e) when (e is not ResultStateException)
        {
            Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{version}: {e.GetType()} for {Encoding.UTF8.GetString(body)}\n{e}"));
        }
    }
}
