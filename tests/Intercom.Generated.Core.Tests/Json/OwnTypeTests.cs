using System.Text;
using Intercom.Generated.Runtime;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests.Json;

/// <summary>The caller's own types, which have no generated codec.</summary>
public class OwnTypeTests
{
    private sealed class Own
    {
        [JsonProperty("id")]
        public string? Id { get; set; }

        [JsonProperty("at", NullValueHandling = NullValueHandling.Ignore)]
        public DateTime? At { get; set; }

        [JsonProperty("parts", NullValueHandling = NullValueHandling.Ignore)]
        public IList<Part>? Parts { get; set; }

        [JsonProperty("content", NullValueHandling = NullValueHandling.Ignore)]
        public ThingContent? Content { get; set; }

        [JsonProperty("attributes", NullValueHandling = NullValueHandling.Ignore)]
        public Dictionary<ThingStatus, CustomAttributeValue>? Attributes { get; set; }
    }

    private sealed class OwnModel : IntercomModel
    {
        public string? Id { get; set => field = Assign(value, 0); }
    }

    private static string Text(byte[] json) => Encoding.UTF8.GetString(json);

    [Test]
    public void Type_is_read_and_written_by_Newtonsoft()
    {
        const string Json = """{"id":"1","at":"2024-01-01T00:00:00Z","parts":[{"id":"p","body":null,"later":1},null],"content":["a"],"attributes":{"open":12,"later":[1.5]}}""";
        Assert.That(CodecOf<Own>.Instance, Is.TypeOf<NewtonsoftCodec<Own>>());
        var own = IntercomJson.Read<Own>(Encoding.UTF8.GetBytes(Json))!;
        Assert.That(own.Parts![0].Id, Is.EqualTo("p"));
        Assert.That(own.At, Is.EqualTo(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.That(own.Attributes![ThingStatus.Open].AsInteger(), Is.EqualTo(12));
        Assert.That(Text(IntercomJson.Write(own)), Is.EqualTo(Json));
    }

    [Test]
    public void Value_that_does_not_fit_fails_with_its_path() =>
        Assert.That(() => IntercomJson.Read<Own>("""{"parts":[{},5]}"""u8), Throws.InstanceOf<JsonException>().With.Message.Contains("Expected JSON for Part but found Integer at 'parts[1]'"));

    [TestCase("""{"parts":[{},5]}""", "parts[1]")]
    [TestCase("""{"at":"soon"}""", "at")]
    [TestCase("[]", "")]
    public async Task Response_that_does_not_fit_such_a_type_has_the_wrong_shape(string json, string path)
    {
        using var server = StubServer.RespondingWith(json);
        using var client = server.Connect();
        var failure = await Assert.ThrowsAsync<IntercomResponseException>(
            () => client.SendAsync<Own>(new ApiRequest(IntercomOperations.ThingsGet, "7")));
        Assert.That(failure!.Problem, Is.EqualTo(ResponseProblem.WrongShape));
        Assert.That(failure.JsonPath, Is.EqualTo(path));
    }

    // Without a codec, it would be written without its additional properties, and with null for unassigned properties.
    [Test]
    public void Type_that_derives_from_a_model_is_rejected_before_anything_is_sent()
    {
        using var server = StubServer.RespondingWith("{}");
        using var client = server.Connect();
        Assert.That(() => client.SendAsync<OwnModel>(new ApiRequest(IntercomOperations.ThingsGet, "7")), Throws.TypeOf<NotSupportedException>().With.Message.Contains("OwnModel"));
        Assert.That(
            () => client.SendAsync(new ApiRequest(IntercomOperations.ThingsCreate) { Body = new OwnModel() }),
            Throws.TypeOf<NotSupportedException>().With.Message.Contains("Only the types of the version packages can derive from IntercomModel"));
        Assert.That(() => JsonConvert.SerializeObject(new OwnModel()), Throws.TypeOf<NotSupportedException>());
        Assert.That(() => JsonConvert.DeserializeObject<OwnModel>("{}"), Throws.TypeOf<NotSupportedException>());
        Assert.That(() => IntercomJson.Read<IntercomModel>("{}"u8), Throws.TypeOf<NotSupportedException>());
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public void Lists_of_them_are_read_and_written()
    {
        var list = IntercomJson.ReadList<Own>("""[{"id":"1"},null]"""u8)!;
        Assert.That(list[0].Id, Is.EqualTo("1"));
        Assert.That(Text(IntercomJson.WriteList(list)), Is.EqualTo("""[{"id":"1"},null]"""));
        Assert.That(IntercomJson.Read<List<Own>>("""[{"id":"1"}]"""u8)![0].Id, Is.EqualTo("1"));
        Assert.That(IntercomJson.Read<IReadOnlyList<string>>("""["a",1]"""u8), Is.EqualTo(new[] { "a", "1" }));
        Assert.That(IntercomJson.Read<Dictionary<string, Part>>("""{"a":{"id":"1"}}"""u8)!["a"].Id, Is.EqualTo("1"));
    }

    [Test]
    public async Task Response_can_have_such_a_type()
    {
        using var server = StubServer.RespondingWith("""{"id":"7"}""");
        using var client = server.Connect();
        Assert.That((await client.SendAsync<Own>(new ApiRequest(IntercomOperations.ThingsGet, "7"))).Id, Is.EqualTo("7"));
    }

    [Test]
    public async Task Request_can_be_any_object()
    {
        using var server = StubServer.RespondingWith("{}");
        using var client = server.Connect();
        var body = new
        {
            name = "ä 😀",
            count = 5,
            exact = 1.50m,
            score = 2.0,
            at = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            part = new Part { Id = null, AdditionalProperties = { ["later"] = 1 } },
            own = new Own { Id = "o" },
            status = ThingStatus.Open,
            bytes = new byte[] { 1, 2 },
            nothing = (string?)null,
        };
        await client.SendAsync(new ApiRequest(IntercomOperations.ThingsCreate) { Body = body });
        Assert.That(
            server.Request.Text,
            Is.EqualTo("""{"name":"ä 😀","count":5,"exact":1.50,"score":2.0,"at":"2024-01-01T00:00:00Z","part":{"id":null,"later":"""
                + """1},"own":{"id":"o"},"status":"open","bytes":"AQI=","nothing":null}"""));
    }

    [Test]
    public async Task Request_can_be_a_list()
    {
        using var server = StubServer.RespondingWith("{}");
        using var client = server.Connect();
        await client.SendAsync(new ApiRequest(IntercomOperations.ThingsCreate) { Body = new[] { new Part { Id = "1" }, null } });
        Assert.That(server.Request.Text, Is.EqualTo("""[{"id":"1"},null]"""));
    }

    [Test]
    public void Simple_types_are_read_and_written()
    {
        Assert.That(IntercomJson.Read<Uri>("\"https://example.com\""u8), Is.EqualTo(new Uri("https://example.com")));
        Assert.That(IntercomJson.Read<int>("5"u8), Is.EqualTo(5));
        Assert.That(Text(IntercomJson.Write(1.50m)), Is.EqualTo("1.50"));
    }

    [Test]
    public void Base_class_is_written_as_its_runtime_type() =>
        Assert.That(Text(IntercomJson.Write<IntercomModel>(new Part { Id = "1" })), Is.EqualTo("""{"id":"1"}"""));

    // JSON that a program creates, with values that JSON text cannot have.
    [Test]
    public void Writes_tokens_as_Newtonsoft_does()
    {
        JToken json = new JObject
        {
            ["int"] = new JValue((object)5),
            ["float"] = new JValue(0.1f),
            ["exact"] = new JValue(1.50m),
            ["large"] = new JValue(ulong.MaxValue),
            ["larger"] = new JValue((object)System.Numerics.BigInteger.Pow(10, 30)),
            ["date"] = new JValue(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc)),
            ["time"] = new JValue(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.FromHours(1))),
            ["guid"] = new JValue(Guid.Empty),
            ["span"] = new JValue(TimeSpan.FromSeconds(1)),
            ["uri"] = new JValue(new Uri("https://example.com/a?b=\"c\"")),
            ["bytes"] = new JValue(new byte[] { 1, 2 }),
            ["raw"] = new JRaw("{\"a\" : 1}"),
            ["text"] = new JValue((string?)null),
            ["null"] = JValue.CreateNull(),
            ["list"] = new JArray(new JArray(), new JObject(), 1.0, true),
        };
        Assert.That(Text(IntercomJson.Write(json)), Is.EqualTo(json.ToString(Formatting.None)));
        Assert.That(Text(IntercomJson.Write(new Thing { Anything = json })), Is.EqualTo($$"""{"anything":{{json.ToString(Formatting.None)}}}"""));
    }
}
