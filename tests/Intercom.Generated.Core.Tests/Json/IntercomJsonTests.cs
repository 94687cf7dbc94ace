using System.Text;
using Intercom.Generated.Runtime;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests.Json;

public class IntercomJsonTests
{
    private static byte[] Utf8(string json) => Encoding.UTF8.GetBytes(json);

    private static string Text(byte[] json) => Encoding.UTF8.GetString(json);

    [Test]
    public void Model_is_read_and_written()
    {
        var part = IntercomJson.Read<Part>("""{"id":1,"later":[]}"""u8)!;
        Assert.That(part.Id, Is.EqualTo("1"));
        Assert.That(Text(IntercomJson.Write(part)), Is.EqualTo("""{"id":"1","later":[]}"""));
    }

    [Test]
    public void Union_is_read_and_written()
    {
        Assert.That(IntercomJson.Read<ThingContent>("12"u8)!.Value, Is.EqualTo(12));
        Assert.That(Text(IntercomJson.Write<ThingContent>("text")), Is.EqualTo("\"text\""));
    }

    [Test]
    public void Types_that_are_not_generated_are_read_and_written()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(IntercomJson.Read<JToken>("12"u8)!.Type, Is.EqualTo(JTokenType.Integer));
            Assert.That(IntercomJson.Read<JObject>("""{"a":1}"""u8), Has.Count.EqualTo(1));
            Assert.That(IntercomJson.Read<JArray>("[1]"u8), Has.Count.EqualTo(1));
            Assert.That((bool)IntercomJson.Read<JValue>("true"u8)!, Is.True);
            Assert.That(IntercomJson.Read<string>("12"u8), Is.EqualTo("12"));
            Assert.That(IntercomJson.Read<long>("\"12\""u8), Is.EqualTo(12));
            Assert.That(IntercomJson.Read<double>("1.5"u8), Is.EqualTo(1.5));
            Assert.That(IntercomJson.Read<bool>("true"u8), Is.True);
            Assert.That(IntercomJson.Read<DateTimeOffset>("1704067200"u8), Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1704067200)));
            Assert.That(IntercomJson.Read<CustomAttributes>("""{"a":"b"}"""u8)!["a"]?.AsString(), Is.EqualTo("b"));
            Assert.That(IntercomJson.Read<ThingStatus>("\"open\""u8), Is.EqualTo(ThingStatus.Open));
            Assert.That(Text(IntercomJson.Write(new JArray(1, "a"))), Is.EqualTo("""[1,"a"]"""));
            Assert.That(Text(IntercomJson.Write("ä")), Is.EqualTo("\"ä\""));
            Assert.That(Text(IntercomJson.Write(1L)), Is.EqualTo("1"));
            Assert.That(Text(IntercomJson.Write(1.0)), Is.EqualTo("1.0"));
            Assert.That(Text(IntercomJson.Write(false)), Is.EqualTo("false"));
            Assert.That(Text(IntercomJson.Write(DateTimeOffset.UnixEpoch)), Is.EqualTo("\"1970-01-01T00:00:00Z\""));
            Assert.That(Text(IntercomJson.Write(ThingStatus.Open)), Is.EqualTo("\"open\""));
        }
    }

    [Test]
    public void Null_is_null()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(IntercomJson.Read<Part>("null"u8), Is.Null);
            Assert.That(IntercomJson.Read<ThingContent>(" null "u8), Is.Null);
            Assert.That(IntercomJson.Read<JToken>("null"u8)?.Type, Is.EqualTo(JTokenType.Null));
            Assert.That(IntercomJson.Read<JValue>("null"u8)?.Type, Is.EqualTo(JTokenType.Null));
            Assert.That(IntercomJson.Read<JObject>("null"u8), Is.Null);
            Assert.That(IntercomJson.Read<string>("null"u8), Is.Null);
            Assert.That(IntercomJson.Read<CustomAttributes>("null"u8), Is.Null);
            Assert.That(IntercomJson.Read<List<Part>>("null"u8), Is.Null);
            Assert.That(IntercomJson.ReadList<Part>("null"u8), Is.Null);
            Assert.That(Text(IntercomJson.Write<Part?>(null)), Is.EqualTo("null"));
        }
    }

    [Test]
    public void List_is_read_and_written()
    {
        var parts = IntercomJson.ReadList<Part>("""[{"id":"1"},null]"""u8)!;
        Assert.That(parts.Select(part => part?.Id), Is.EqualTo(new[] { "1", null }));
        Assert.That(Text(IntercomJson.WriteList(parts)), Is.EqualTo("""[{"id":"1"},null]"""));
        Assert.That(Text(IntercomJson.WriteList(parts.Where(_ => true))), Is.EqualTo("""[{"id":"1"},null]"""), "Any sequence is a list.");
        Assert.That(IntercomJson.ReadList<ThingContent>("[1,null]"u8)!.Select(content => content?.Value), Is.EqualTo(new object?[] { 1L, null }));
        Assert.That(Text(IntercomJson.WriteList(Array.Empty<Part>())), Is.EqualTo("[]"));
        Assert.That(() => IntercomJson.WriteList<Part>(null!), Throws.ArgumentNullException);
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("{")]
    [TestCase("""{"id":"1" """)]
    [TestCase("""{"id":"1"}x""")]
    [TestCase("""{"id":"1"} {}""")]
    [TestCase("<html>")]
    [TestCase("{\0\"id\":\"1\"}")]
    public void Invalid_JSON_throws(string text)
    {
        Assert.That(() => IntercomJson.Read<Part>(Utf8(text)), Throws.TypeOf<JsonReaderException>());
        Assert.That(() => IntercomJson.ReadList<Part>(Utf8(text)), Throws.TypeOf<JsonReaderException>());
        Assert.That(() => IntercomJson.Read<JToken>(Utf8(text)), Throws.TypeOf<JsonReaderException>());
    }

    [Test]
    public void Invalid_UTF8_throws() =>
        Assert.That(() => IntercomJson.Read<Part>([.. "{\"id\":\""u8, 0xFF, .. "\"}"u8]), Throws.TypeOf<JsonReaderException>().With.Message.Contains("UTF-8"));

    [Test]
    public void JSON_of_another_type_throws_with_both_types()
    {
        Assert.That(() => IntercomJson.Read<Part>("[]"u8), Throws.TypeOf<JsonSerializationException>().With.Message.Contains("Part").And.Message.Contains("Array"));
        Assert.That(() => IntercomJson.Read<JObject>("7"u8), Throws.TypeOf<JsonSerializationException>().With.Message.Contains("JObject").And.Message.Contains("Integer"));
        Assert.That(() => IntercomJson.Read<long>("\"x\""u8), Throws.TypeOf<JsonSerializationException>());
        Assert.That(() => IntercomJson.ReadList<Part>("""[{"id":"1"},2]"""u8), Throws.TypeOf<JsonSerializationException>().With.Message.Contains("Array"));
        Assert.That(() => IntercomJson.ReadList<Part>("{}"u8), Throws.TypeOf<JsonSerializationException>().With.Message.Contains("Object"));
    }

    [Test]
    public void Ignores_a_byte_order_mark()
    {
        byte[] json = [0xEF, 0xBB, 0xBF, .. """{"id":"1"}"""u8];
        Assert.That(IntercomJson.Read<Part>(json)!.Id, Is.EqualTo("1"));
        Assert.That(IntercomJson.Write(new Part()), Is.EqualTo("{}"u8.ToArray()), "None is written.");
    }

    // Newtonsoft reads these, although they are not strictly valid JSON.
    [TestCase("""{id:"1"}""")]
    [TestCase("{'id':'1'}")]
    [TestCase("""{"id":"1",}""")]
    [TestCase("""{/* first */"id":"1"}""")]
    [TestCase("{\"id\":\"1\",\"body\":\"two\nlines\"}")]
    public void Reads_lenient_JSON(string json) => Assert.That(IntercomJson.Read<Part>(Utf8(json))!.Id, Is.EqualTo("1"));

    [TestCase(127, true)]
    [TestCase(129, false)]
    public void Limits_nesting(int depth, bool isRead)
    {
        var json = Utf8(string.Concat(Enumerable.Repeat("{\"part\":", depth - 1)) + "{}" + new string('}', depth - 1));
        if (isRead)
            Assert.That(IntercomJson.Write(IntercomJson.Read<Part>(json)), Is.EqualTo(json));
        else
            Assert.That(() => IntercomJson.Read<Part>(json), Throws.TypeOf<JsonReaderException>());
    }
}

/// <summary>The list types that a caller can use.</summary>
[TestFixture(typeof(List<Part>))]
[TestFixture(typeof(IList<Part>))]
[TestFixture(typeof(ICollection<Part>))]
[TestFixture(typeof(IReadOnlyList<Part>))]
[TestFixture(typeof(IReadOnlyCollection<Part>))]
[TestFixture(typeof(IEnumerable<Part>))]
public class ListTypeTests<TList>
    where TList : class, IEnumerable<Part>
{
    [Test]
    public void List_is_read_and_written_by_the_codec_of_its_items()
    {
        Assert.That(CodecOf<TList>.Instance, Is.TypeOf<ListCodec<TList, Part>>());
        var parts = IntercomJson.Read<TList>("""[{"id":"1"},null]"""u8)!;
        Assert.That(parts.Select(part => part?.Id), Is.EqualTo(new[] { "1", null }));
        Assert.That(Encoding.UTF8.GetString(IntercomJson.Write(parts)), Is.EqualTo("""[{"id":"1"},null]"""));
    }

    [Test]
    public void Item_that_does_not_fit_throws() => Assert.That(() => IntercomJson.Read<TList>("[{},1]"u8), Throws.TypeOf<JsonSerializationException>());
}
