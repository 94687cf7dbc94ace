using System.Text;
using System.Text.RegularExpressions;
using Intercom.Generated.Runtime;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests.Json;

public class TextTests
{
    private static string Write<T>(T value) => Encoding.UTF8.GetString(IntercomJson.Write(value));

    // Every character, in blocks. Newtonsoft and the codec read what was written, as an ID and as text.
    [TestCase("", "")]
    [TestCase("", "😀")]
    [TestCase("😀\"", "")]
    public void Writes_and_reads_every_character(string before, string after)
    {
        for (var first = 0; first < 0xFFFF; first += 0x200)
        {
            var text = before + string.Concat(Enumerable.Range(first, 0x200).Where(code => code is < 0xD800 or > 0xDFFF).Select(code => (char)code)) + after;
            var json = IntercomJson.Write(new Part { Id = text, Body = text });
            foreach (var read in new[] { JObject.Parse(Encoding.UTF8.GetString(json)).ToObject<Part>()!, IntercomJson.Read<Part>(json)! })
                Assert.That((read.Id, read.Body), Is.EqualTo((text, text)), $"From U+{first:X4}");
        }
    }

    [TestCase("plain")]
    [TestCase("ünï → 日本")]
    [TestCase("😀")]
    [TestCase("a\"b\\c/d")]
    [TestCase("😀\"\\/")]
    [TestCase("\n\r\t\b\f")]
    [TestCase("😀\n\r\t\b\f")]
    [TestCase("<script>&'+`")]
    [TestCase("😀<script>&'+`")]
    [TestCase("\u0085\u2028\u2029")]
    [TestCase("😀\u0085\u2028\u2029")]
    public void Writes_text_as_Newtonsoft_does(string text)
    {
        var expected = JsonConvert.ToString(text);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Write(new Thing { Name = text }), Is.EqualTo($$"""{"name":{{expected}}}"""), "A member");
            Assert.That(Write(new Thing { Labels = [text] }), Is.EqualTo($$"""{"labels":[{{expected}}]}"""), "An item");
            Assert.That(Write(new Thing { OwnerId = text }), Is.EqualTo($$"""{"owner_id":{{expected}}}"""), "An identifier");
            Assert.That(Write(new Thing { Content = text }), Is.EqualTo($$"""{"content":{{expected}}}"""), "A case of a union");
            Assert.That(Write(new Thing { Anything = text }), Is.EqualTo($$"""{"anything":{{expected}}}"""), "JSON");
            Assert.That(Write(new Thing { CustomAttributes = new CustomAttributes { ["a"] = text } }), Is.EqualTo($$$"""{"custom_attributes":{"a":{{{expected}}}}}"""), "An attribute");
            Assert.That(Write(new Thing { AdditionalProperties = { ["a"] = text } }), Is.EqualTo($$"""{"a":{{expected}}}"""), "An additional property");
        }
    }

    // IDs and enums can be escaped more than necessary. Their values stay the same.
    [TestCase("a")]
    [TestCase("ünï → 日本")]
    [TestCase("😀")]
    [TestCase("😀\"\\\n")]
    public void Words_are_written_and_read(string text)
    {
        var json = Write(new Thing { Id = text, Status = text, Statuses = [text] });
        Assert.That(JToken.DeepEquals(JToken.Parse(json), new JObject { ["id"] = text, ["status"] = text, ["statuses"] = new JArray(text) }), Is.True, json);
        var thing = IntercomJson.Read<Thing>(Encoding.UTF8.GetBytes(json))!;
        Assert.That((thing.Id, thing.Status, thing.Statuses![0]), Is.EqualTo((text, (ThingStatus?)text, (ThingStatus)text)));
    }

    // Names can be escaped more than necessary. Their values stay the same.
    [TestCase("ünï → 日本")]
    [TestCase("😀")]
    [TestCase("a\"b\\c/d\n")]
    [TestCase("")]
    public void Names_are_written_and_read(string name)
    {
        var json = Write(new Thing
        {
            PartsByName = new Dictionary<string, Part> { [name] = new() },
            CustomAttributes = new CustomAttributes { [name] = 1 },
            Anything = new JObject { [name] = 2 },
            AdditionalProperties = { [name] = 3 },
        });
        Assert.That(JToken.DeepEquals(JToken.Parse(json), new JObject
        {
            ["parts_by_name"] = new JObject { [name] = new JObject() },
            ["custom_attributes"] = new JObject { [name] = 1 },
            ["anything"] = new JObject { [name] = 2 },
            [name] = 3,
        }), Is.True, json);
        var thing = IntercomJson.Read<Thing>(Encoding.UTF8.GetBytes(json))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thing.PartsByName!.Keys, Is.EqualTo(new[] { name }));
            Assert.That(thing.CustomAttributes!.Keys, Is.EqualTo(new[] { name }));
            Assert.That((int?)thing.Anything![name], Is.EqualTo(2));
            Assert.That((int?)thing.AdditionalProperties[name], Is.EqualTo(3));
        }
    }

    [TestCase(@"\u0041\n\""\/\ud83d\ude00", "A\n\"/😀")]
    [TestCase(@"é\u00e9", "éé")]
    [TestCase(@"\u0000", "\0")]
    public void Escapes_are_read(string escaped, string expected)
    {
        var json = Encoding.UTF8.GetBytes(
            $$"""{"name":"{{escaped}}","labels":["{{escaped}}"],"status":"{{escaped}}","custom_attributes":"""
            + $$"""{"{{escaped}}":"{{escaped}}"},"anything":"{{escaped}}","{{escaped}}":1}""");
        var thing = IntercomJson.Read<Thing>(json)!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thing.Name, Is.EqualTo(expected));
            Assert.That(thing.Labels, Is.EqualTo(new[] { expected }));
            Assert.That(thing.Status, Is.EqualTo(new ThingStatus(expected)));
            Assert.That(thing.CustomAttributes![expected]?.AsString(), Is.EqualTo(expected));
            Assert.That((string?)thing.Anything, Is.EqualTo(expected));
            Assert.That(thing.AdditionalProperties.Keys, Is.EqualTo(new[] { expected }));
        }
    }

    [TestCase("""{"\u006eame":"n","i\u0064":"1"}""")]
    [TestCase("""{"nam\u0065":"n","\u0069\u0064":"1"}""")]
    public void Escapes_in_names_are_read(string json)
    {
        var thing = IntercomJson.Read<Thing>(Encoding.UTF8.GetBytes(json))!;
        Assert.That((thing.Id, thing.Name), Is.EqualTo(("1", "n")));
        Assert.That(thing.AdditionalProperties, Is.Empty);
    }

    // Newtonsoft and the codec read each as a replacement character, so one invalid character does not make a response unreadable.
    [TestCase(@"a\ud800b")]
    [TestCase(@"\udc00")]
    [TestCase(@"\ude00\ud83d")]
    [TestCase(@"\ud83d\ud83d\ude00")]
    public void Reads_lone_surrogates(string escaped)
    {
        var json = Encoding.UTF8.GetBytes($$"""{"name":"{{escaped}}","labels":["{{escaped}}"],"status":"{{escaped}}","anything":["{{escaped}}"],"later":"{{escaped}}","id":"1"}""");
        var expected = JsonConvert.DeserializeObject<string>($"\"{escaped}\"");
        var thing = IntercomJson.Read<Thing>(json)!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thing.Name, Is.EqualTo(expected));
            Assert.That(thing.Labels, Is.EqualTo(new[] { expected }));
            Assert.That(thing.Status!.Value.Value, Is.EqualTo(expected));
            Assert.That((string?)thing.Anything![0], Is.EqualTo(expected));
            Assert.That((string?)thing.AdditionalProperties["later"], Is.EqualTo(expected));
            Assert.That(thing.Id, Is.EqualTo("1"));
        }
    }

    // UTF-8 cannot represent them. They are escaped here because the arguments of test cases are stored as UTF-8.
    [TestCase(@"\ud800", "\ufffd")]
    [TestCase(@"a\udc00", "a\ufffd")]
    [TestCase(@"\ud83d\""\ude00", "\ufffd\"\ufffd")]
    [TestCase(@"😀\ud83d", "😀\ufffd")]
    [TestCase(@"\n\ud800", "\n\ufffd")]
    public void Sends_lone_surrogates_as_replacement_characters(string escaped, string expected)
    {
        var text = Regex.Unescape(escaped);
        var json = JToken.Parse(Write(new Thing
        {
            Id = text,
            Name = text,
            Status = text,
            OwnerId = text,
            Labels = [text],
            PartsByName = new Dictionary<string, Part> { [text] = new() },
            CustomAttributes = new CustomAttributes { [text] = text },
            Content = text,
            Anything = new JObject { [text] = text },
            Statuses = [text],
            AdditionalProperties = { [text] = text },
        }));
        var replaced = new JObject
        {
            ["id"] = expected,
            ["name"] = expected,
            ["status"] = expected,
            ["owner_id"] = expected,
            ["labels"] = new JArray(expected),
            ["parts_by_name"] = new JObject { [expected] = new JObject() },
            ["custom_attributes"] = new JObject { [expected] = expected },
            ["content"] = expected,
            ["anything"] = new JObject { [expected] = expected },
            ["statuses"] = new JArray(expected),
            [expected] = expected,
        };
        Assert.That(JToken.DeepEquals(json, replaced), Is.True, json.ToString());
    }
}
