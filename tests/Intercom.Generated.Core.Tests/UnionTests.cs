using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests;

[TestFixtureSource(typeof(JsonRoute), nameof(JsonRoute.All))]
public class UnionTests(JsonRoute route)
{
    [TestCase("\"text\"", "text text")]
    [TestCase("\"2024-01-01T00:00:00Z\"", "text 2024-01-01T00:00:00Z")]
    [TestCase("12", "integer 12")]
    [TestCase("true", "boolean True")]
    [TestCase("[\"a\",\"b\"]", "list a,b")]
    [TestCase("[]", "list ")]
    [TestCase("{\"id\":\"p\"}", "part p")]
    [TestCase("{\"later\":1}", "part ")]
    [TestCase("{}", "part ")]
    [TestCase("1.5", "unknown 1.5")]
    [TestCase("[{}]", "unknown [{}]")]
    [TestCase("123456789012345678901234567890", "unknown 123456789012345678901234567890")]
    public async Task Case_is_determined_by_the_JSON_kind_and_written_back(string value, string expected)
    {
        var json = $$"""{"content":{{value}}}""";
        var thing = await route.ReadAsync<Thing>(json);
        var found = thing.Content!.Match(
            text => $"text {text}",
            integer => $"integer {integer}",
            boolean => $"boolean {boolean}",
            list => $"list {string.Join(",", list)}",
            part => $"part {part.Id}",
            unknown => $"unknown {unknown.ToString(Formatting.None)}");
        Assert.That(found, Is.EqualTo(expected));
        Assert.That(await route.WriteAsync(thing), Is.EqualTo(json));
    }

    [Test]
    public async Task TryPick_returns_only_the_actual_case()
    {
        var content = (await route.ReadAsync<Thing>("""{"content":12}""")).Content!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(content.TryPickInteger(out var integer), Is.True);
            Assert.That(integer, Is.EqualTo(12));
            Assert.That(content.TryPickText(out var text), Is.False);
            Assert.That(text, Is.Null);
            Assert.That(content.TryPickBoolean(out _), Is.False);
            Assert.That(content.TryPickTextList(out _), Is.False);
            Assert.That(content.TryPickPart(out _), Is.False);
            Assert.That(content.ToString(), Is.EqualTo("12"));
        }
    }

    [Test]
    public async Task Cases_convert_implicitly()
    {
        var thing = new Thing { Contents = ["text", 12, true, new[] { "a" }, new List<string> { "b" }, new Part { Id = "p" }] };
        Assert.That(await route.WriteAsync(thing), Is.EqualTo("""{"contents":["text",12,true,["a"],["b"],{"id":"p"}]}"""));
    }

    [Test]
    public async Task List_of_unions_keeps_nulls_and_unknown_cases()
    {
        const string Json = """{"contents":["a",null,1.5,{"id":"p"}]}""";
        var thing = await route.ReadAsync<Thing>(Json);
        Assert.That(thing.Contents![1], Is.Null);
        Assert.That(await route.WriteAsync(thing), Is.EqualTo(Json));
    }

    // A discriminator decides, then the number of known properties, then the number of missing properties.
    [TestCase("""{"operator":"AND","value":[]}""", typeof(AllFilter))]
    [TestCase("""{"operator":"or","field":"a","value":"b"}""", typeof(AllFilter))]
    [TestCase("""{"shape":"flat"}""", typeof(RangeFilter))]
    [TestCase("""{"shape":"round"}""", null)]
    [TestCase("""{"operator":"OR","field":"a","value":"b"}""", typeof(AllFilter))]
    [TestCase("""{"operator":"=","field":"a","value":"b"}""", typeof(FieldFilter))]
    [TestCase("""{"operator":"="}""", typeof(AllFilter))]
    [TestCase("""{"kind":"range"}""", typeof(RangeFilter))]
    [TestCase("""{"shape":"flat","operator":"=","value":1,"field":"f"}""", typeof(RangeFilter))]
    [TestCase("""{"field":"a","from":"1"}""", typeof(RangeFilter))]
    [TestCase("""{"kind":"area","field":"a"}""", typeof(AreaFilter))]
    [TestCase("""{"kind":"other","area":{"country":"x"}}""", typeof(AreaFilter))]
    [TestCase("""{"area":{"country":"x"},"from":"1","to":"2"}""", typeof(AreaFilter))]
    [TestCase("""{"field":"a","value":"b","area":{"country":"x"}}""", null)]
    [TestCase("""{"kind":"other"}""", typeof(AreaFilter))]
    [TestCase("""{"field":"a","operator":null}""", typeof(FieldFilter))]
    [TestCase("""{"unknown":1}""", null)]
    [TestCase("""{}""", null)]
    [TestCase("\"text\"", null)]
    [TestCase("[]", null)]
    public async Task Case_of_an_object_is_determined_by_its_properties_and_written_back(string json, Type? expected)
    {
        var filter = await route.ReadAsync<Filter>(json);
        if (expected is null)
            Assert.That(filter.Value, Is.InstanceOf<JToken>());
        else
            Assert.That(filter.Value, Is.TypeOf(expected));
        Assert.That(JToken.DeepEquals(JToken.Parse(await route.WriteAsync(filter)), JToken.Parse(json)), Is.True);
    }

    [Test]
    public async Task Several_cases_with_a_discriminator_are_ranked()
    {
        var filter = await route.ReadAsync<Filter>("""{"operator":"AND","kind":"range","field":"a","value":"b","from":"1","to":"2"}""");
        Assert.That(filter.Value, Is.TypeOf<RangeFilter>());
        filter = await route.ReadAsync<Filter>("""{"operator":"AND","shape":"flat","value":[],"field":"a"}""");
        Assert.That(filter.Value, Is.TypeOf<AllFilter>(), "FieldFilter knows more of it but is not marked.");
    }

    [Test]
    public async Task Unions_are_nested()
    {
        const string Json =
            """{"operator":"AND","value":[{"field":"a","operator":"=","value":"1"},{"operator":"OR","value":[{"kind":"range","from":"1"},{"surprise":true},null]}]}""";
        var filter = await route.ReadAsync<Filter>(Json);
        Assert.That(filter.TryPickAllFilter(out var all), Is.True);
        Assert.That(all!.Value![0].TryPickFieldFilter(out var field), Is.True);
        Assert.That(field!.Field, Is.EqualTo("a"));
        Assert.That(all.Value[1].Value, Is.TypeOf<AllFilter>());
        Assert.That(JToken.DeepEquals(JToken.Parse(await route.WriteAsync(filter)), JToken.Parse(Json)), Is.True);
    }

    [Test]
    public void Rejects_a_null_value() => Assert.That(() => new ThingContent((string)null!), Throws.ArgumentNullException);
}
