using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests;

[TestFixtureSource(typeof(JsonRoute), nameof(JsonRoute.All))]
public class CustomAttributesTests(JsonRoute route)
{
    private const string Json =
        """{"custom_attributes":{"plan":"gold","seats":12,"rate":1.5,"vip":false,"since":"""
        + """1704067200,"seen":"2024-01-01T00:00:00Z","tags":["a","b"],"link":{"type":"Order.list","instances":[{"id":"1"}]},"gone":null}}""";

    [Test]
    public async Task Values_of_each_kind_are_read()
    {
        var attributes = (await route.ReadAsync<Thing>(Json)).CustomAttributes!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(attributes["plan"]?.AsString(), Is.EqualTo("gold"));
            Assert.That(attributes["seats"]?.AsInteger(), Is.EqualTo(12));
            Assert.That(attributes["seats"]?.AsNumber(), Is.EqualTo(12));
            Assert.That(attributes["seats"]?.AsString(), Is.EqualTo("12"));
            Assert.That(attributes["rate"]?.AsNumber(), Is.EqualTo(1.5));
            Assert.That(attributes["rate"]?.AsInteger(), Is.Null);
            Assert.That(attributes["rate"]?.AsString(), Is.EqualTo("1.5"));
            Assert.That(attributes["vip"]?.AsBoolean(), Is.False);
            Assert.That(attributes["vip"]?.AsString(), Is.Null);
            Assert.That(attributes["since"]?.AsTime(), Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1704067200)));
            Assert.That(attributes["seen"]?.AsTime(), Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1704067200)));
            Assert.That(attributes["seen"]?.AsString(), Is.EqualTo("2024-01-01T00:00:00Z"));
            Assert.That(attributes["tags"]?.AsList()?.Select(item => item.AsString()), Is.EqualTo(new[] { "a", "b" }));
            Assert.That((string?)attributes["link"]?.Json["type"], Is.EqualTo("Order.list"));
            Assert.That(attributes["gone"], Is.Null);
            Assert.That(attributes["absent"], Is.Null);
            Assert.That(attributes.ContainsKey("gone"), Is.True);
            Assert.That(attributes.ContainsKey("absent"), Is.False);
            Assert.That(attributes["plan"]?.AsInteger() ?? attributes["plan"]?.AsNumber(), Is.Null);
            Assert.That(attributes["plan"]?.AsTime(), Is.Null);
            Assert.That(attributes["plan"]?.AsList(), Is.Null);
            Assert.That(attributes["plan"]?.AsBoolean(), Is.Null);
        }
    }

    [Test]
    public async Task Values_of_each_kind_are_written_back() => Assert.That(await route.WriteAsync(await route.ReadAsync<Thing>(Json)), Is.EqualTo(Json));

    [Test]
    public async Task Converts_CSharp_values()
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
                ["tags"] = new[] { "a", "b" },
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
            await route.WriteAsync(new Thing { CustomAttributes = new CustomAttributes { ["a"] = null, ["b"] = default, ["c"] = (string?)null, ["d"] = (string[]?)null, ["e"] = (long?)null } }),
            Is.EqualTo("""{"custom_attributes":{"a":null,"b":null,"c":null,"d":null,"e":null}}"""));

    [Test]
    public async Task Converts_times_dates_and_nullable_values()
    {
        var second = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        int? seats = 12, none = null;
        CustomAttributeValue implicitly = seats;
        var thing = new Thing
        {
            CustomAttributes = new CustomAttributes
            {
                ["utc"] = second.AddMilliseconds(900),
                ["unspecified"] = new DateTime(2024, 1, 1),
                ["local"] = second.ToLocalTime(),
                ["date"] = new DateOnly(2024, 1, 1),
                ["optional"] = (DateOnly?)null,
                ["seats"] = seats,
                ["none"] = none,
                ["vip"] = (bool?)true,
                ["rate"] = (double?)1.5,
                ["exact"] = (decimal?)1.25m,
                ["since"] = (DateTimeOffset?)second,
                ["was"] = (DateTime?)second,
            },
        };
        thing.CustomAttributes.Add("added", null);
        thing.CustomAttributes.Add("also", implicitly);
        Assert.That(
            await route.WriteAsync(thing),
            Is.EqualTo(
                """{"custom_attributes":{"utc":1704067200,"unspecified":1704067200,"local":1704067200,"date":1704067200,"optional":null,"seats":12,"none":"""
                + """null,"vip":true,"rate":1.5,"exact":1.25,"since":1704067200,"was":1704067200,"added":null,"also":12}}"""));
    }

    [Test]
    public async Task Reads_values_by_name_and_kind()
    {
        var attributes = (await route.ReadAsync<Thing>(Json)).CustomAttributes!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(attributes.GetString("plan"), Is.EqualTo("gold"));
            Assert.That(attributes.TryGetString("plan", out var plan) ? plan : null, Is.EqualTo("gold"));
            Assert.That(attributes.GetInteger("seats"), Is.EqualTo(12));
            Assert.That(attributes.TryGetInteger("seats", out var seats) ? seats : 0, Is.EqualTo(12));
            Assert.That(attributes.GetNumber("rate"), Is.EqualTo(1.5));
            Assert.That(attributes.TryGetNumber("rate", out var rate) ? rate : 0, Is.EqualTo(1.5));
            Assert.That(attributes.GetBoolean("vip"), Is.False);
            Assert.That(attributes.TryGetBoolean("vip", out var vip) && !vip, Is.True);
            Assert.That(attributes.GetTime("seen"), Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1704067200)));
            Assert.That(attributes.TryGetTime("since", out var since) ? since : default, Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1704067200)));
            Assert.That(attributes.GetDate("since"), Is.EqualTo(new DateOnly(2024, 1, 1)));
            Assert.That(attributes.TryGetDate("seen", out var seen) ? seen : default, Is.EqualTo(new DateOnly(2024, 1, 1)));
            Assert.That(attributes.GetList("tags")?.Select(item => item.AsString()), Is.EqualTo(new[] { "a", "b" }));
            foreach (var name in new[] { "gone", "absent", "link" })
            {
                Assert.That(attributes.GetString(name), Is.Null, name);
                Assert.That(attributes.TryGetString(name, out _), Is.False, name);
                Assert.That(attributes.TryGetInteger(name, out _), Is.False, name);
                Assert.That(attributes.TryGetNumber(name, out _), Is.False, name);
                Assert.That(attributes.TryGetBoolean(name, out _), Is.False, name);
                Assert.That(attributes.TryGetTime(name, out _), Is.False, name);
                Assert.That(attributes.TryGetDate(name, out _), Is.False, name);
                Assert.That(attributes.GetList(name), Is.Null, name);
            }
        }
    }

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

    // The sources of each kind of value: C#, parsed JSON, and JSON that a program creates.
    private static IEnumerable<TestCaseData> SameValues()
    {
        yield return Same("text", "a", "\"a\"", new JValue("a"));
        yield return Same("empty text", "", "\"\"", new JValue(""));
        yield return Same("integer", 5, "5", new JValue(5), new JValue((object)(short)5));
        yield return Same("large integer", long.MinValue, "-9223372036854775808", new JValue(long.MinValue));
        yield return Same("double", 1.5, "1.5", new JValue(1.5));
        yield return Same("double and decimal", 1.5, "1.50", new JValue(1.5m), new JValue(1.500m));
        yield return Same("decimal", 12m, "12.0", new JValue(12m), new JValue(12.0));
        yield return Same("whole double", 12.0, "12.0", new JValue(12.00m));
        yield return Same("decimal of many digits", 0.1m, "0.1", new JValue(0.1));
        yield return Same("large double", 1e300, "1e300", new JValue(1e300));
        yield return Same("true", true, "true", new JValue(true));
        yield return Same("false", false, "false", new JValue(false));
        yield return Same("time", DateTimeOffset.FromUnixTimeSeconds(1704067200), "1704067200", new JValue(1704067200));
        yield return Same("null", (string?)null, "null", JValue.CreateNull(), null, new JValue((string?)null));
        yield return Same("list", (CustomAttributeValue)new[] { "a", "b" }, """["a","b"]""", new JArray("a", "b"));
        yield return Same("object", (CustomAttributeValue)new JObject { ["id"] = 1 }, """{"id":1}""", new JObject { ["id"] = 1 });

        static TestCaseData Same(string name, CustomAttributeValue value, string json, params JToken?[] made) =>
            new TestCaseData(
                new[] { value, IntercomJson.Read<CustomAttributes>(Encoding.UTF8.GetBytes($$"""{"a":{{json}}}"""))!["a"].GetValueOrDefault() }
                    .Concat(made.Select(token => new CustomAttributeValue(token))).ToArray())
            .SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(SameValues))]
    public void Equal_values_are_equal_regardless_of_their_source(object values)
    {
        var all = (CustomAttributeValue[])values;
        foreach (var left in all)
        {
            foreach (var right in all)
            {
                using (Assert.EnterMultipleScope())
                {
                    Assert.That(left == right, Is.True, $"{left} and {right}");
                    Assert.That(left.GetHashCode(), Is.EqualTo(right.GetHashCode()), $"{left} and {right}");
                    Assert.That(left.IsNull, Is.EqualTo(right.IsNull));
                    Assert.That(left.AsString() is null, Is.EqualTo(right.AsString() is null));
                    Assert.That(left.AsInteger(), Is.EqualTo(right.AsInteger()));
                    Assert.That(left.AsNumber(), Is.EqualTo(right.AsNumber()));
                    Assert.That(left.AsBoolean(), Is.EqualTo(right.AsBoolean()));
                    Assert.That(left.AsTime(), Is.EqualTo(right.AsTime()));
                    Assert.That(left.AsList(), Is.EqualTo(right.AsList()));
                }
            }
        }
    }

    [Test]
    public void Different_values_differ_regardless_of_their_source()
    {
        CustomAttributeValue[] values =
        [
            default, "", "a", "5", "true", "null", 5, 6, 5.5, 5.0, -5.0, double.NaN, double.PositiveInfinity, 1e300, decimal.MaxValue, true, false, (CustomAttributeValue)Array.Empty<string>(),
            (CustomAttributeValue)new[] { "a" }, new(new JArray(5)), new(new JObject()), new(new JObject { ["a"] = 5 }),
        ];
        foreach (var left in values)
            Assert.That(values.Where(right => left == right), Has.Exactly(1).Items, left.ToString());
    }

    [Test]
    public void Sends_JSON_from_a_program_unchanged()
    {
        var attributes = new CustomAttributes
        {
            ["raw"] = new CustomAttributeValue(new JRaw("{\"a\":1}")),
            ["date"] = new CustomAttributeValue(new JValue(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc))),
            ["float"] = new CustomAttributeValue(new JValue(0.1f)),
            ["exact"] = new CustomAttributeValue(new JValue(1.50m)),
            ["large"] = new CustomAttributeValue(new JValue(ulong.MaxValue)),
            ["none"] = new CustomAttributeValue(new JValue((string?)null)),
        };
        const string Expected = """{"raw":{"a":1},"date":"2024-01-01T00:00:00Z","float":0.1,"exact":1.50,"large":18446744073709551615,"none":null}""";
        Assert.That(Encoding.UTF8.GetString(IntercomJson.Write(attributes)), Is.EqualTo(Expected));
        Assert.That(JsonConvert.SerializeObject(attributes), Is.EqualTo(Expected));
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
    public void Collection_is_a_dictionary()
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
            Assert.That(() => ((IDictionary<string, CustomAttributeValue>)bag)["absent"], Throws.TypeOf<KeyNotFoundException>());
        }

        var copy = new KeyValuePair<string, CustomAttributeValue>[2];
        bag.CopyTo(copy, 0);
        bag.Clear();
        Assert.That(copy[1].Key, Is.EqualTo("b"));
        Assert.That(bag, Is.Empty);
    }

    [Test]
    public void Reads_and_writes_a_collection_alone()
    {
        var attributes = JsonConvert.DeserializeObject<CustomAttributes>("""{"at":"2024-01-01T00:00:00Z","n":null}""")!;
        Assert.That(attributes["at"]?.Json.Type, Is.EqualTo(JTokenType.String));
        Assert.That(JsonConvert.SerializeObject(attributes), Is.EqualTo("""{"at":"2024-01-01T00:00:00Z","n":null}"""));
        Assert.That(() => JsonConvert.DeserializeObject<CustomAttributes>("[]"), Throws.TypeOf<JsonSerializationException>());
    }
}
