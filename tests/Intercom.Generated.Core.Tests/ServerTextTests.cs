using System.Text;
using Intercom.Generated.Core.Tests.Diagnostics;
using Intercom.Generated.Runtime;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests;

/// <summary>Text from a server is bounded everywhere, and so is the memory that a response takes.</summary>
public class ServerTextTests
{
    private const int LongestMessage = 5_000;

    private static readonly string Long = new('n', 2_000_000);

    private sealed class Own
    {
        public Dictionary<string, int>? Values { get; set; }
    }

    private static IEnumerable<string> Unreadable()
    {
        yield return $$"""{"{{Long}}":oops}""";
        yield return $$"""{"{{Long}}":{"{{Long}}":[}""";
        yield return $$$"""{"Values":{"{{{Long}}}":"{{{Long}}}"} }""";
        yield return """{"Values":{"a\r\nlevel=error\u202E":"x"}}""";
        yield return Long;
        yield return $"[\"{Long}\"]";
    }

    [TestCaseSource(nameof(Unreadable))]
    public async Task Exception_of_an_unreadable_body_is_bounded(string body)
    {
        using var server = new StubServer(_ => StubServer.Json(body));
        using var client = server.Connect();
        var thrown = await Assert.ThrowsAsync<IntercomResponseException>(
            () => client.SendAsync<Own>(new ApiRequest(new ApiOperation("Own.Get", "GET", "/own"))));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown.Message, Has.Length.LessThan(LongestMessage).And.Not.Contain("\n").And.Not.Contain("\u202E"));
            Assert.That(thrown.JsonPath ?? "", Has.Length.LessThanOrEqualTo(510));
            Assert.That(thrown.RawBody, Has.Length.LessThanOrEqualTo(65_536));
            // Includes the text that a log prints, except stack traces.
            for (Exception? inner = thrown; inner is not null; inner = inner.InnerException)
                Assert.That(inner.Message, Has.Length.LessThan(LongestMessage), $"{inner.GetType()}");
        }
    }

    [Test]
    public async Task Logs_and_traces_have_no_long_text_of_a_server()
    {
        using var observed = new Observed();
        using var server = new StubServer(_ =>
        {
            var message = StubServer.Json($$"""{"request_id":"{{Long}}","errors":[{{string.Join(",", Enumerable.Repeat($$"""{"code":"{{new string('c', 60)}}"}""", 1000))}}]}""", 404);
            message.Headers.TryAddWithoutValidation("X-Request-Id", new string('r', 10_000));
            message.Headers.TryAddWithoutValidation("Date", new string('d', 10_000));
            message.Headers.TryAddWithoutValidation("Intercom-Version", new string('v', 10_000));
            message.Headers.TryAddWithoutValidation("Retry-After", new string('9', 10_000));
            for (var number = 0; number < 200; number++)
                message.Headers.TryAddWithoutValidation($"X-{number}-{new string('h', 200)}", "v");
            return message;
        });
        using var client = observed.Connect(server);
        await Assert.ThrowsAsync<IntercomNotFoundException>(() => client.Things.GetAsync("1"));
        Assert.That(observed.Texts().Max(text => text.Length), Is.LessThan(20_000));
    }

    // The values of each take far more memory than the JSON.
    private static IEnumerable<TestCaseData> Expanding()
    {
        yield return Many("list of empty models", "{\"data\":[", "{}", "]}", 900_000);
        yield return Many("models in a model", "{\"parts\":[", "{}", "]}", 2_200_000);
        yield return Many("map of models", "{\"parts_by_name\":{", "\"#\":{}", "}}", 1_500_000);
        yield return Many("unknown arrays", "{\"x\":[", "[]", "]}", 1_500_000);
        yield return Many("unknown numbers", "{\"x\":[", "1", "]}", 4_300_000);
        yield return Many("unknown members", "{", "\"#\":1", "}", 1_500_000);
        yield return Many("custom attributes", "{\"custom_attributes\":{", "\"#\":1", "}}", 2_200_000);
        yield return Many("short texts", "{\"labels\":[", "\"a\"", "]}", 4_300_000);
        yield return Many("models that do not fit", "{\"parts\":[", "{}", ",5]}", 2_200_000);
        yield return Many("not JSON at the end", "{\"data\":[", "{}", "]", 1_200_000);
        yield return Many("not JSON for the codecs", "{'data':[", "{}", "]}", 1_200_000);
    }

    [TestCaseSource(nameof(Expanding))]
    [NonParallelizable]
    public async Task Response_that_expands_in_memory_is_too_large(Func<byte[]> body, bool isList)
    {
        using var server = new StubServer(_ => StubServer.Bytes(body()));
        using var client = server.Connect();
        var thrown = await Assert.ThrowsAsync<IntercomResponseException>(() => isList ? client.Things.ListAsync().FirstPageAsync() : client.Things.GetAsync("1"));
        Assert.That(thrown.Problem, Is.EqualTo(ResponseProblem.TooLarge));
    }

    [Test]
    public async Task Large_response_of_the_usual_form_is_read()
    {
        var contact = """{"type":"contact","id":"6762f0dd1bb69f9f2193bb83","name":"Ada Lovelace","labels":["a","b"],"parts":["""
            + """{"id":"1","body":"<p>Hello, this is a message of the usual length.</p>"}],"custom_attributes":{"paid":"""
            + """true,"plan":"pro"},"unknown":{"list":[1,2,3]}},""";
        var count = 24 * 1024 * 1024 / contact.Length;
        var body = Encoding.UTF8.GetBytes("{\"data\":[" + string.Concat(Enumerable.Repeat(contact, count)) + "{}]}");
        using var server = new StubServer(_ => StubServer.Bytes(body));
        using var client = server.Connect();
        Assert.That((await client.Things.ListAsync().FirstPageAsync()).Items, Has.Count.EqualTo(count + 1));
    }

    [Test]
    public void Other_json_is_bounded_as_well()
    {
        var body = Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Repeat("{}", 900_000)) + "]");
        Assert.That(() => IntercomJson.ReadList<Thing>(body), Throws.InstanceOf<Newtonsoft.Json.JsonException>().With.Message.Contains("MiB of memory"));
        Assert.That(() => IntercomJson.Read<JArray>(body), Throws.Nothing, "It is less without a type.");
    }

    private static TestCaseData Many(string name, string start, string value, string end, int count)
    {
        Func<byte[]> body = () =>
        {
            var bytes = new System.Buffers.ArrayBufferWriter<byte>(count * 12);
            System.Buffers.BuffersExtensions.Write(bytes, Encoding.UTF8.GetBytes(start));
            var hasName = value.StartsWith("\"#", StringComparison.Ordinal);
            var rest = Encoding.UTF8.GetBytes(hasName ? value[2..] + "," : value + ",");
            for (var number = 0; number < count; number++)
            {
                if (hasName)
                {
                    var target = bytes.GetSpan(16);
                    target[0] = (byte)'"';
                    System.Buffers.Text.Utf8Formatter.TryFormat(number, target[1..], out var length);
                    bytes.Advance(length + 1);
                }

                System.Buffers.BuffersExtensions.Write(bytes, rest);
            }

            var all = bytes.WrittenSpan[..^1];
            return [.. all, .. Encoding.UTF8.GetBytes(end)];
        };
        return new TestCaseData(body, start.StartsWith("{\"data", StringComparison.Ordinal)).SetArgDisplayNames(name);
    }
}
