using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests;

/// <summary>Models from the caller's tokens, in which dates and numbers are already C# values.</summary>
public class JsonTokenTests
{
    [Test]
    public void Dates_that_the_caller_has_parsed_are_read()
    {
        var json = JObject.Parse("""{"name":"2024-01-01T00:00:00Z","created_at":"2024-01-01T02:00:00+02:00","content":"2024-01-01T00:00:00Z"}""");
        Assert.That(json["name"]!.Type, Is.EqualTo(JTokenType.Date), "The test needs a parsed date.");
        var thing = json.ToObject<Thing>()!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thing.Name, Is.EqualTo("2024-01-01T00:00:00Z"));
            Assert.That(thing.CreatedAt, Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1704067200)));
            Assert.That(thing.Content!.TryPickText(out var text) ? text : null, Is.EqualTo("2024-01-01T00:00:00Z"));
        }
    }

    [Test]
    public void Numbers_of_any_type_are_read()
    {
        var thing = JToken.FromObject(new { id = 5, count = 7, score = 1.5f, counts = new object[] { (byte)1, (short)2, 3u, 4ul, 5m, 6f } }).ToObject<Thing>()!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thing.Id, Is.EqualTo("5"));
            Assert.That(thing.Count, Is.EqualTo(7));
            Assert.That(thing.Score, Is.EqualTo(1.5));
            Assert.That(thing.Counts, Is.EqualTo(new long[] { 1, 2, 3, 4, 5, 6 }));
        }
    }

    [Test]
    public void Number_beyond_an_integer_does_not_fit()
    {
        var thing = JToken.FromObject(new { count = ulong.MaxValue }).ToObject<Thing>()!;
        Assert.That(thing.Count, Is.Null);
        Assert.That(JsonConvert.SerializeObject(thing), Is.EqualTo("""{"count":18446744073709551615}"""));
    }

    [Test]
    public void Guids_and_URIs_are_text()
    {
        var id = Guid.NewGuid();
        var thing = JToken.FromObject(new { id, name = new Uri("https://example.com/a") }).ToObject<Thing>()!;
        Assert.That((thing.Id, thing.Name), Is.EqualTo((id.ToString(), "https://example.com/a")));
    }

    [Test]
    public void Model_becomes_a_token()
    {
        var json = JObject.FromObject(new Thing { Name = null, CreatedAt = DateTimeOffset.FromUnixTimeSeconds(1), OwnerId = "5" });
        Assert.That(json.ToString(Formatting.None), Is.EqualTo("""{"name":null,"created_at":1,"owner_id":5}"""));
    }

    [Test]
    public void Value_of_another_type_throws_with_its_path() =>
        Assert.That(
            () => JsonConvert.DeserializeObject<Dictionary<string, Thing>>("""{"a":{},"b":[]}"""),
            Throws.TypeOf<JsonSerializationException>().With.Message.Contains("Thing").And.Message.Contains("'b'"));

    [Test]
    public void Null_is_null() => Assert.That(JsonConvert.DeserializeObject<Thing>("null"), Is.Null);

    [Test]
    public void Truncated_JSON_throws() => Assert.That(() => JsonConvert.DeserializeObject<Thing>("""{"id":"""), Throws.InstanceOf<JsonException>());
}
