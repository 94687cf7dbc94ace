using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests.Json;

public class NumberTests
{
    [TestCase(0.0)]
    [TestCase(-0.0)]
    [TestCase(1.0)]
    [TestCase(-1.0)]
    [TestCase(12.0)]
    [TestCase(0.1)]
    [TestCase(-1.5)]
    [TestCase(1E+15)]
    [TestCase(1E+16)]
    [TestCase(123456789012345680.0)]
    [TestCase(1E+20)]
    [TestCase(1.5E-7)]
    [TestCase(0.0001)]
    [TestCase(0.00001)]
    [TestCase(double.MaxValue)]
    [TestCase(double.MinValue)]
    [TestCase(double.Epsilon)]
    [TestCase(-2.2250738585072014E-308)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    public void Writes_a_double_as_Newtonsoft_does(double number) => AssertSame(number);

    [Test]
    public void Writes_any_double_as_Newtonsoft_does()
    {
        var random = new Random(20240101);
        for (var i = 0; i < 500; i++)
            AssertSame(BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)));
        for (var i = 0; i < 500; i++)
            AssertSame(Math.Round(random.NextDouble() * 1e6) / Math.Pow(10, random.Next(7)));
    }

    // As a member, an attribute, JSON, and a value alone.
    private static void AssertSame(double number)
    {
        var expected = JsonConvert.SerializeObject(number);
        var thing = new Thing
        {
            Score = number,
            CustomAttributes = new CustomAttributes { ["a"] = number, ["list"] = new CustomAttributeValue(new JArray(number)) },
            Anything = number,
            AdditionalProperties = { ["b"] = number },
        };
        Assert.That(Write(thing), Is.EqualTo($$$"""{"score":{{{expected}}},"custom_attributes":{"a":{{{expected}}},"list":[{{{expected}}}]},"anything":{{{expected}}},"b":{{{expected}}}}"""));
        Assert.That(Write(thing), Is.EqualTo(JsonConvert.SerializeObject(thing)));
        Assert.That(Write(number), Is.EqualTo(expected));
        if (double.IsFinite(number))
            Assert.That(BitConverter.DoubleToInt64Bits(IntercomJson.Read<Thing>(IntercomJson.Write(thing))!.Score!.Value), Is.EqualTo(BitConverter.DoubleToInt64Bits(number)));
    }

    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("9223372036854775807")]
    [TestCase("-9223372036854775808")]
    public void Integer_is_written_and_read(string digits)
    {
        var number = long.Parse(digits, CultureInfo.InvariantCulture);
        var json = Write(new Thing { Count = number, Counts = [number] });
        Assert.That(json, Is.EqualTo($$"""{"count":{{digits}},"counts":[{{digits}}]}"""));
        Assert.That(IntercomJson.Read<Thing>(Encoding.UTF8.GetBytes(json))!.Counts, Is.EqualTo(new[] { number }));
    }

    // Like Newtonsoft, by the form of the number.
    [TestCase("1", JTokenType.Integer)]
    [TestCase("-0", JTokenType.Integer)]
    [TestCase("9223372036854775808", JTokenType.Integer)]
    [TestCase("123456789012345678901234567890", JTokenType.Integer)]
    [TestCase("1.0", JTokenType.Float)]
    [TestCase("-0.0", JTokenType.Float)]
    [TestCase("1e2", JTokenType.Float)]
    [TestCase("0.1000000000000000055511151231257827", JTokenType.Float)]
    public void Reads_an_untyped_number_as_Newtonsoft_does(string digits, JTokenType type)
    {
        var expected = JToken.Parse(digits);
        var json = IntercomJson.Read<JToken>(Encoding.UTF8.GetBytes(digits))!;
        var attribute = IntercomJson.Read<CustomAttributes>(Encoding.UTF8.GetBytes($$"""{"a":{{digits}}}"""))!["a"]!.Value.Json;
        Assert.That((json.Type, attribute.Type), Is.EqualTo((type, type)));
        Assert.That(JToken.DeepEquals(json, expected), Is.True, json.ToString());
        Assert.That(JToken.DeepEquals(attribute, expected), Is.True, attribute.ToString());
        Assert.That(Write(json), Is.EqualTo(expected.ToString(Formatting.None)));
    }

    // A double would be infinity, which JSON cannot represent.
    [TestCase("1e400")]
    [TestCase("-1E+400")]
    [TestCase("1.5e999")]
    [TestCase("1e99999999999")]
    public async Task Number_beyond_the_range_of_a_double_is_written_back_unchanged(string digits)
    {
        var json = $$$"""{"score":{{{digits}}},"custom_attributes":{"a":{{{digits}}}},"anything":[{{{digits}}}],"count":{{{digits}}},"b":{"c":{{{digits}}}}}""";
        using var server = StubServer.RespondingWith(json, "{}");
        using var client = server.Connect();
        var thing = await client.Things.GetAsync("1");
        await client.SendAsync(new Runtime.ApiRequest(IntercomOperations.ThingsCreate) { Body = thing });
        var again = IntercomJson.Read<Thing>(IntercomJson.Write(thing))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((thing.Score, thing.Count), Is.EqualTo(((double?)null, (long?)null)));
            Assert.That(thing.AdditionalProperties["score"].ToString(Formatting.None), Is.EqualTo(digits));
            Assert.That(Sorted(server.Requests[1].Text), Is.EqualTo(Sorted(json)), "in a request");
            Assert.That(Sorted(Write(again)), Is.EqualTo(Sorted(json)), "with a codec");
            Assert.That(Sorted(JsonConvert.SerializeObject(thing)), Is.EqualTo(Sorted(json)), "with Newtonsoft.Json");
            Assert.That(Sorted(System.Text.Json.JsonSerializer.Serialize(thing)), Is.EqualTo(Sorted(json)), "with System.Text.Json");
            Assert.That(Sorted(Write(JObject.FromObject(thing).ToObject<Thing>()!)), Is.EqualTo(Sorted(json)), "as a token");
        }
    }

    // Kept values follow the members that fit.
    private static string Sorted(string json) => string.Join(
        '\n', System.Text.Json.JsonDocument.Parse(json).RootElement.EnumerateObject().Select(member => member.ToString()).Order(StringComparer.Ordinal));

    private static string Write<T>(T value) => Encoding.UTF8.GetString(IntercomJson.Write(value));
}
