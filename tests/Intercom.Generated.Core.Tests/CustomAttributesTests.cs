using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests;

[TestFixtureSource(typeof(JsonRoute), nameof(JsonRoute.All))]
public class CustomAttributesTests(JsonRoute route)
{
    private const string Json =
        """{"custom_attributes":{"plan":"gold","seats":12,"rate":1.5,"vip":false,"since":1704067200,"seen":"2024-01-01T00:00:00Z","tags":["a","b"],"link":{"type":"Order.list","instances":[{"id":"1"}]},"gone":null}}""";

    [Test]
    public async Task Values_of_each_kind_are_read()
    {
        var attributes = (await route.ReadAsync<Thing>(Json)).CustomAttributes!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(attributes["plan"].AsString(), Is.EqualTo("gold"));
            Assert.That(attributes["seats"].AsInteger(), Is.EqualTo(12));
            Assert.That(attributes["seats"].AsNumber(), Is.EqualTo(12));
            Assert.That(attributes["seats"].AsString(), Is.EqualTo("12"));
            Assert.That(attributes["rate"].AsNumber(), Is.EqualTo(1.5));
            Assert.That(attributes["rate"].AsInteger(), Is.Null);
            Assert.That(attributes["rate"].AsString(), Is.EqualTo("1.5"));
            Assert.That(attributes["vip"].AsBoolean(), Is.False);
            Assert.That(attributes["vip"].AsString(), Is.Null);
            Assert.That(attributes["since"].AsTime(), Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1704067200)));
            Assert.That(attributes["seen"].AsTime(), Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1704067200)));
            Assert.That(attributes["seen"].AsString(), Is.EqualTo("2024-01-01T00:00:00Z"));
            Assert.That(attributes["tags"].AsList()!.Select(item => item.AsString()), Is.EqualTo(new[] { "a", "b" }));
            Assert.That((string?)attributes["link"].Json["type"], Is.EqualTo("Order.list"));
            Assert.That(attributes["gone"].IsNull, Is.True);
            Assert.That(attributes["gone"].AsString(), Is.Null);
            Assert.That(attributes["plan"].AsInteger() ?? attributes["plan"].AsNumber(), Is.Null);
            Assert.That(attributes["plan"].AsTime(), Is.Null);
            Assert.That(attributes["plan"].AsList(), Is.Null);
            Assert.That(attributes["plan"].AsBoolean(), Is.Null);
        }
    }

    [Test]
    public async Task Values_of_each_kind_are_written_back() => Assert.That(await route.WriteAsync(await route.ReadAsync<Thing>(Json)), Is.EqualTo(Json));

    [Test]
    public async Task Values_convert_from_the_types_of_the_language()
    {
        var thing = new Thing
        {
            CustomAttributes = new CustomAttributes
            {
                ["plan"] = "gold",
                ["seats"] = 12,
                ["many"] = 5_000_000_000,
                ["rate"] = 1.5,
                ["exact"] = 1.25m,
                ["vip"] = true,
                ["since"] = new DateTimeOffset(2024, 1, 1, 2, 0, 0, TimeSpan.FromHours(2)),
                ["tags"] = (CustomAttributeValue)new[] { "a", "b" },
                ["link"] = new CustomAttributeValue(new JObject { ["id"] = 1 }),
                ["gone"] = null,
            },
        };
        Assert.That(
            await route.WriteAsync(thing),
            Is.EqualTo(
                """{"custom_attributes":{"plan":"gold","seats":12,"many":5000000000,"rate":1.5,"exact":1.25,"vip":true,"since":1704067200,"tags":["a","b"],"link":{"id":1},"gone":null}}"""));
    }

    [Test]
    public async Task Null_clears_an_attribute_and_default_is_null() =>
        Assert.That(
            await route.WriteAsync(new Thing { CustomAttributes = new CustomAttributes { ["a"] = null, ["b"] = default, ["c"] = (string?)null, ["d"] = (CustomAttributeValue)(string[]?)null } }),
            Is.EqualTo("""{"custom_attributes":{"a":null,"b":null,"c":null,"d":null}}"""));

    [Test]
    public async Task Attributes_can_be_changed_and_sent_back()
    {
        var attributes = (await route.ReadAsync<Thing>("""{"custom_attributes":{"a":1,"b":2,"c":3}}""")).CustomAttributes!;
        attributes["a"] = "one";
        attributes.Remove("b");
        Assert.That(await route.WriteAsync(new Thing { CustomAttributes = attributes }), Is.EqualTo("""{"custom_attributes":{"a":"one","c":3}}"""));
    }
}

public class CustomAttributeValueTests
{
    [Test]
    public void Decimals_are_numbers()
    {
        Assert.That(((CustomAttributeValue)12m).AsInteger(), Is.EqualTo(12));
        Assert.That(((CustomAttributeValue)12.5m).AsNumber(), Is.EqualTo(12.5));
        Assert.That(((CustomAttributeValue)12.5m).AsInteger(), Is.Null);
    }

    [Test]
    public void Values_are_compared_by_their_json()
    {
        CustomAttributeValue gold = "gold";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(gold == "gold", Is.True);
            Assert.That(gold != "silver", Is.True);
            Assert.That(gold.Equals((object)(CustomAttributeValue)"gold"), Is.True);
            Assert.That(gold.GetHashCode(), Is.EqualTo(((CustomAttributeValue)"gold").GetHashCode()));
            Assert.That((CustomAttributeValue)new[] { "a" }, Is.EqualTo(new CustomAttributeValue(new JArray("a"))));
            Assert.That(default(CustomAttributeValue), Is.EqualTo(new CustomAttributeValue(JValue.CreateNull())));
            Assert.That(default(CustomAttributeValue).GetHashCode(), Is.EqualTo(new CustomAttributeValue(JValue.CreateNull()).GetHashCode()));
            Assert.That(gold.ToString(), Is.EqualTo("\"gold\""));
            Assert.That(default(CustomAttributeValue).ToString(), Is.EqualTo("null"));
        }
    }

    [Test]
    public void Values_can_be_in_any_list()
    {
        var values = JsonConvert.DeserializeObject<List<CustomAttributeValue>>("""["a",1,null]""")!;
        Assert.That(values[2].IsNull, Is.True);
        Assert.That(JsonConvert.SerializeObject(values), Is.EqualTo("""["a",1,null]"""));
        Assert.That(JsonConvert.DeserializeObject<CustomAttributeValue>("null").IsNull, Is.True);
    }

    [Test]
    public void Bag_is_a_dictionary()
    {
        var bag = new CustomAttributes { { "a", 1 }, new KeyValuePair<string, CustomAttributeValue>("b", 2) };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(bag, Has.Count.EqualTo(2));
            Assert.That(bag.Keys, Is.EqualTo(new[] { "a", "b" }));
            Assert.That(bag.Values.Select(value => value.AsInteger()), Is.EqualTo(new long?[] { 1, 2 }));
            Assert.That(bag.ContainsKey("A"), Is.False);
            Assert.That(bag.TryGetValue("b", out var found) ? found.AsInteger() : null, Is.EqualTo(2));
            Assert.That(bag.Contains(new("a", 1)), Is.True);
            Assert.That(bag.Remove(new KeyValuePair<string, CustomAttributeValue>("a", 9)), Is.False);
            Assert.That(bag.IsReadOnly, Is.False);
            Assert.That(() => bag["absent"], Throws.TypeOf<KeyNotFoundException>());
        }

        var copy = new KeyValuePair<string, CustomAttributeValue>[2];
        bag.CopyTo(copy, 0);
        bag.Clear();
        Assert.That(copy[1].Key, Is.EqualTo("b"));
        Assert.That(bag, Is.Empty);
    }

    [Test]
    public void Bag_alone_is_read_and_written()
    {
        var attributes = JsonConvert.DeserializeObject<CustomAttributes>("""{"at":"2024-01-01T00:00:00Z","n":null}""")!;
        Assert.That(attributes["at"].Json.Type, Is.EqualTo(JTokenType.String));
        Assert.That(JsonConvert.SerializeObject(attributes), Is.EqualTo("""{"at":"2024-01-01T00:00:00Z","n":null}"""));
        Assert.That(() => JsonConvert.DeserializeObject<CustomAttributes>("[]"), Throws.TypeOf<JsonSerializationException>());
    }
}
