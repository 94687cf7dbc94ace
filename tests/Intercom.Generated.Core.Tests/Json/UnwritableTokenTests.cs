using Intercom.Generated.Runtime;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests.Json;

/// <summary>A request with a value that JSON cannot represent is rejected before it is sent.</summary>
public class UnwritableTokenTests
{
    private const string LoneSurrogate = "a\ud83d";

    private static readonly Func<JToken>[] Tokens =
    [
        () => new JValue(double.NaN), () => new JValue(double.PositiveInfinity), () => new JValue(float.NaN), () => new JValue(float.NegativeInfinity),
        () => JValue.CreateUndefined(), () => JValue.CreateComment("c"), () => new JConstructor("Date", 1), () => new JRaw("oops"), () => new JRaw("{'a':1}"),
        () => new JRaw("1 2"), () => new JRaw(""), () => new JValue(LoneSurrogate), () => new JObject { [LoneSurrogate] = 1 },
        () => new JObject { ["list"] = new JArray(1, new JObject { ["x"] = double.NaN }) },
    ];

    // Each place in a request that can hold any JSON, and the name that the message must have.
    private static readonly (string Name, Func<JToken, object> Body)[] Places =
    [
        ("Thing.anything ", token => new Thing { Anything = token }),
        ("Thing.later ", token => new Thing { AdditionalProperties = { ["later"] = token } }),
        ("Thing.custom_attributes ", token => new Thing { CustomAttributes = new CustomAttributes { ["plan"] = new CustomAttributeValue(token) } }),
        ("JSON cannot represent ", token => new JObject { ["value"] = token }),
        ("JSON cannot represent ", token => new { Value = token }),
    ];

    private static IEnumerable<(int Token, int Place)> Cases =>
        from token in Enumerable.Range(0, Tokens.Length)
        from place in Enumerable.Range(0, Places.Length)
        // Newtonsoft leaves comments out of objects of the caller's own type.
        where !(Tokens[token]().Type == JTokenType.Comment && place == Places.Length - 1)
        select (token, place);

    [TestCaseSource(nameof(Cases))]
    public void Rejects_a_token_that_JSON_cannot_represent((int Token, int Place) test)
    {
        var (token, place) = test;
        using var server = StubServer.RespondingWith();
        using var invoker = server.Invoker();
        var (name, body) = Places[place];
        var request = new ApiRequest(IntercomOperations.ThingsCreate) { Body = body(Tokens[token]()) };
        Assert.That(
            async () => await invoker.SendAsync(request, null, default),
            Throws.InstanceOf<ArgumentException>().With.Message.StartsWith(name).And.Message.Contains("JSON cannot represent "));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public void Message_has_the_path_of_the_token()
    {
        var thing = new Thing { Anything = new JObject { ["list"] = new JArray(1, new JConstructor("Date", 1)) } };
        Assert.That(() => WireFormat.WriteRequest(thing, null, null), Throws.ArgumentException.With.Message.Contains("'list[1]'"));
    }

    [TestCase("name")]
    [TestCase("id")]
    [TestCase("custom_attributes")]
    public void Rejects_a_lone_surrogate(string member)
    {
        using var server = StubServer.RespondingWith();
        using var client = server.Connect();
        var thing = member switch
        {
            "name" => new Thing { Name = LoneSurrogate },
            "id" => new Thing { Id = LoneSurrogate },
            _ => new Thing { CustomAttributes = new CustomAttributes { [LoneSurrogate] = 1 } },
        };
        Assert.That(
            async () => await client.SendAsync(new ApiRequest(IntercomOperations.ThingsCreate) { Body = thing }),
            Throws.ArgumentException.With.Message.StartsWith($"Thing.{member} ").And.Message.Contains("surrogate"));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public void Value_that_JSON_cannot_represent_is_not_sent_in_a_search()
    {
        using var server = StubServer.RespondingWith();
        using var client = server.Connect();
        var query = new JObject { ["field"] = "score", ["operator"] = ">", ["value"] = double.NaN };
        Assert.That(
            async () => await client.Things.SearchAsync(SearchExpression.FromJson(query)).WithPageSize(5).FirstPageAsync(),
            Throws.InstanceOf<ArgumentException>().With.Message.Contains("JSON cannot represent"));
        Assert.That(server.Requests, Is.Empty);
    }

    // Newtonsoft has tokens for text that it recognizes as something else. JSON can represent them.
    [Test]
    public void Writes_dates_and_other_text_of_Newtonsoft()
    {
        var thing = new Thing
        {
            Anything = new JArray(
                new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), Guid.Empty, new Uri("https://example.com/"), TimeSpan.Zero, new byte[] { 1 }, 1.5f, 1.50m),
        };
        Assert.That(
            System.Text.Encoding.UTF8.GetString(WireFormat.WriteRequest(thing, null, null)),
            Is.EqualTo("""{"anything":["2026-01-02T03:04:05Z","00000000-0000-0000-0000-000000000000","https://example.com/","00:00:00","AQ==",1.5,1.50]}"""));
    }
}
