using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions.Tests;

public sealed class JsonPointerTests
{
    private static readonly string[] Names = ["contact", "/contacts/{contact_id}", "a~b", "~1", "100%", "%2F", "", "ünï 日本", "it's [0]", "a.b"];

    [TestCaseSource(nameof(Names))]
    public void Text_of_a_pointer_resolves_to_the_place_that_it_was_built_for(string name)
    {
        var document = new JObject { [name] = new JArray(1, new JObject { [name] = "here" }) };
        var text = JsonPointer.Root.Append(name).Append(1).Append(name).ToString();

        Assert.Multiple(() =>
        {
            Assert.That((string?)JsonPointer.Resolve(document, text), Is.EqualTo("here"));
            Assert.That(JsonPointer.Segments(text), Is.EqualTo(new[] { name, "1", name }));
            Assert.That(JsonPointer.Parse(text).Segment, Is.EqualTo(name));
        });
    }

    [TestCaseSource(nameof(Names))]
    public void Path_of_a_token_becomes_the_pointer_to_it(string name)
    {
        var document = new JObject { ["a"] = new JArray(new JObject { [name] = "here" }) };
        var token = document["a"]![0]![name]!;

        Assert.That(JsonPointer.Resolve(document, JsonPointer.OfPath(token.Path).ToString()), Is.SameAs(token));
    }

    [TestCase("#/a/b")]
    [TestCase("#/list/2")]
    [TestCase("#/list/-1")]
    [TestCase("#/list/x")]
    [TestCase("other.yaml#/a")]
    public void Place_that_does_not_exist_resolves_to_null(string reference) =>
        Assert.That(JsonPointer.Resolve(JObject.Parse("""{"a":1,"list":[1,2]}"""), reference), Is.Null);
}
