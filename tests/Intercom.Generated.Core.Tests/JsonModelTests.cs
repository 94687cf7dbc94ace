using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests;

[TestFixtureSource(typeof(JsonRoute), nameof(JsonRoute.All))]
public class JsonModelTests(JsonRoute route)
{
    [Test]
    public async Task Unassigned_properties_are_not_sent() => Assert.That(await route.WriteAsync(new Thing()), Is.EqualTo("{}"));

    [Test]
    public async Task Assigned_null_is_sent() =>
        Assert.That(
            await route.WriteAsync(new Thing
            {
                Name = null, Count = null, Active = null, CreatedAt = null, Status = null, OwnerId = null, Labels = null, PartsByName = null, CustomAttributes = null, Part = null,
                Content = null, Anything = null,
            }),
            Is.EqualTo("""{"name":null,"count":null,"active":null,"created_at":null,"status":null,"owner_id":null,"labels":"""
                + """null,"parts_by_name":null,"custom_attributes":null,"part":null,"content":null,"anything":null}"""));

    [Test]
    public async Task Last_assignment_counts()
    {
        var thing = new Thing { Name = null, Count = 5 };
        thing.Name = "n";
        thing.Count = null;
        Assert.That(await route.WriteAsync(thing), Is.EqualTo("""{"name":"n","count":null}"""));
    }

    [Test]
    public async Task Default_values_are_sent() =>
        Assert.That(
            await route.WriteAsync(new Thing { Name = "", Count = 0, Score = 0, Active = false, Status = default(ThingStatus), Labels = [], CustomAttributes = [], Part = new Part() }),
            Is.EqualTo("""{"name":"","count":0,"score":0.0,"active":false,"status":"","labels":[],"custom_attributes":{},"part":{}}"""));

    [Test]
    public async Task Values_of_each_type_are_written()
    {
        var thing = new Thing
        {
            Id = "1",
            Name = "2024-01-01T00:00:00Z",
            Count = 9_007_199_254_740_993,
            Score = 0.1,
            Active = true,
            CreatedAt = new DateTimeOffset(2024, 1, 1, 2, 0, 0, TimeSpan.FromHours(2)),
            PublishedAt = new DateTimeOffset(2024, 1, 1, 2, 0, 0, TimeSpan.FromHours(2)),
            Status = ThingStatus.Open,
            OwnerId = "12",
            TeamIds = ["7", "8"],
            Labels = ["a"],
            Parts = [new Part { Id = "p" }, null!],
            PartsByName = new Dictionary<string, Part> { ["First"] = new() { Body = "b" } },
            Anything = new JArray(1, "2"),
            Statuses = [ThingStatus.Closed, "later"],
        };
        Assert.That(
            await route.WriteAsync(thing),
            Is.EqualTo(
                """{"id":"1","name":"2024-01-01T00:00:00Z","count":9007199254740993,"score":0.1,"active":true,"created_at":"""
                + """1704067200,"published_at":"2024-01-01T02:00:00+02:00","status":"open","owner_id":12,"team_ids":[7,8],"labels":"""
                + """["a"],"parts":[{"id":"p"},null],"parts_by_name":{"First":{"body":"b"}},"anything":[1,"2"],"statuses":"""
                + """["closed","later"]}"""));
    }

    [TestCase("2024-01-01T00:00:00Z", 1704067200L)]
    [TestCase("1969-12-31T23:59:59Z", -1L)]
    [TestCase("2024-01-01T00:00:00.25Z", 1704067200L)]
    [TestCase("2024-01-01T02:00:00.9999999+02:00", 1704067200L)]
    [TestCase("1970-01-01T00:00:00.9999999Z", 0L)]
    [TestCase("1969-12-31T23:59:59.9999999Z", -1L)]
    [TestCase("1969-12-31T23:59:58.9999999Z", -2L)]
    public async Task Unix_time_is_rounded_down_in_a_request_and_keeps_its_fraction_elsewhere(string text, long seconds)
    {
        var time = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        var written = await route.WriteAsync(new Thing { CreatedAt = time, PublishedAt = time });
        var createdAt = route.IsRequest || !text.Contains('.', StringComparison.Ordinal) ? $"{seconds}" : $"\"{text}\"";
        Assert.That(written, Is.EqualTo($$"""{"created_at":{{createdAt}},"published_at":"{{text}}"}"""));
        if (!route.IsRequest)
            Assert.That((await route.ReadAsync<Thing>(written)).CreatedAt, Is.EqualTo(time));
    }

    [TestCase("12", "12")]
    [TestCase("-12", "-12")]
    [TestCase("0", "0")]
    [TestCase("9223372036854775807", "9223372036854775807")]
    [TestCase("0012", "\"0012\"")]
    [TestCase("+12", "\"+12\"")]
    [TestCase("-0", "\"-0\"")]
    [TestCase(" 12", "\" 12\"")]
    [TestCase("1e3", "\"1e3\"")]
    [TestCase("9223372036854775808", "\"9223372036854775808\"")]
    [TestCase("5f0a", "\"5f0a\"")]
    [TestCase("", "\"\"")]
    public async Task Numeric_identifier_is_a_number_if_it_is_written_like_one(string id, string expected)
    {
        var thing = new Thing { OwnerId = id, TeamIds = [id] };
        // A request is rejected before it is sent. Other JSON is written back as it was read.
        if (expected[0] == '"' && await RejectionAsync(thing) is { } rejection)
            Assert.That(rejection, Does.StartWith("Thing.owner_id "));
        else
            Assert.That(await route.WriteAsync(thing), Is.EqualTo($$"""{"owner_id":{{expected}},"team_ids":[{{expected}}]}"""));
    }

    [TestCase(0)]
    [TestCase(63)]
    [TestCase(64)]
    [TestCase(127)]
    [TestCase(128)]
    [TestCase(139)]
    public async Task Null_is_sent_for_any_of_many_properties(int number)
    {
        var thing = new WideThing();
        typeof(WideThing).GetProperty($"P{number}")!.SetValue(thing, null);
        Assert.That(await route.WriteAsync(thing), Is.EqualTo($$"""{"p{{number}}":null}"""));
        var read = await route.ReadAsync<WideThing>($$"""{"p{{number}}":null,"p1":"x"}""");
        Assert.That(JToken.DeepEquals(JToken.Parse(await route.WriteAsync(read)), JToken.Parse($$"""{"p1":"x","p{{number}}":null}""")), Is.True);
    }

    [Test]
    public async Task Many_properties_are_null_at_once()
    {
        var json = "{" + string.Join(",", Enumerable.Range(0, 140).Select(number => $"\"p{number}\":{(number % 3 == 0 ? "null" : $"\"{number}\"")}")) + "}";
        Assert.That(await RoundTrip<WideThing>(json), Is.EqualTo(json));
    }

    [TestCase(63)]
    [TestCase(64)]
    [TestCase(139)]
    public async Task Last_assignment_of_any_of_many_properties_counts(int number)
    {
        var thing = new WideThing();
        var property = typeof(WideThing).GetProperty($"P{number}")!;
        property.SetValue(thing, "first");
        Assert.That(await route.WriteAsync(thing), Is.EqualTo($$"""{"p{{number}}":"first"}"""));
        property.SetValue(thing, null);
        Assert.That(await route.WriteAsync(thing), Is.EqualTo($$"""{"p{{number}}":null}"""));
        property.SetValue(thing, "last");
        Assert.That(await route.WriteAsync(thing), Is.EqualTo($$"""{"p{{number}}":"last"}"""));
    }

    [TestCase(5)]
    [TestCase(64)]
    [TestCase(139)]
    public async Task Assigned_value_replaces_an_additional_property(int number)
    {
        var thing = new WideThing { AdditionalProperties = { [$"p{number}"] = "additional", ["later"] = 1 } };
        Assert.That(await route.WriteAsync(thing), Is.EqualTo($$"""{"p{{number}}":"additional","later":1}"""));
        typeof(WideThing).GetProperty($"P{number}")!.SetValue(thing, null);
        Assert.That(await route.WriteAsync(thing), Is.EqualTo($$"""{"p{{number}}":null,"later":1}"""));
        typeof(WideThing).GetProperty($"P{number}")!.SetValue(thing, "own");
        Assert.That(await route.WriteAsync(thing), Is.EqualTo($$"""{"p{{number}}":"own","later":1}"""));
    }

    [Test]
    public async Task Additional_properties_are_sent()
    {
        var thing = new Thing { Id = "1", AdditionalProperties = { ["later"] = new JObject { ["a"] = 1 }, ["none"] = JValue.CreateNull() } };
        Assert.That(await route.WriteAsync(thing), Is.EqualTo("""{"id":"1","later":{"a":1},"none":null}"""));
    }

    [TestCase("""{"id":"1","later":{"a":[1,2.5,"x",null,true,{}]},"flag":false}""")]
    [TestCase("""{"id":"1","when":"2024-01-01T00:00:00.000+00:00","inner":{"at":"2024-01-01","list":["2024-01-01T00:00:00Z"]}}""")]
    [TestCase("""{"parts":[{"x":1}],"parts_by_name":{"a":{"y":2}},"part":{"id":"1","unknown":{"deep":{"er":"2024-01-01T00:00:00Z"}}}}""")]
    [TestCase("""{"Id":"1","ID":2,"_id":3}""")]
    [TestCase("""{"$type":"System.Object","$id":"1","$ref":"2","$values":[]}""")]
    [TestCase("""{"big":123456789012345678901234567890,"small":-0.5}""")]
    [TestCase("""{"":1,"a b":2,"ünï":"😀"}""")]
    public async Task Unknown_properties_are_kept_and_written_back(string json) => Assert.That(await RoundTrip<Thing>(json), Is.EqualTo(json));

    [Test]
    public async Task Text_that_looks_like_a_date_stays_text()
    {
        var thing = await route.ReadAsync<Thing>("""{"name":"2024-01-01T00:00:00Z","anything":"2024-01-01T00:00:00Z","later":"2024-01-01T00:00:00Z"}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thing.Name, Is.EqualTo("2024-01-01T00:00:00Z"));
            Assert.That(thing.Anything!.Type, Is.EqualTo(JTokenType.String));
            Assert.That(thing.AdditionalProperties["later"].Type, Is.EqualTo(JTokenType.String));
        }
    }

    [TestCase("count", "\"many\"")]
    [TestCase("count", "\"\"")]
    [TestCase("count", "12.5")]
    [TestCase("count", "true")]
    [TestCase("count", "{}")]
    [TestCase("count", "99999999999999999999")]
    [TestCase("count", "1E+300")]
    [TestCase("score", "\"high\"")]
    [TestCase("score", "\"NaN\"")]
    [TestCase("score", "[1.5]")]
    [TestCase("active", "\"yes\"")]
    [TestCase("active", "2")]
    [TestCase("active", "1.0")]
    [TestCase("created_at", "\"soon\"")]
    [TestCase("created_at", "{\"at\":1}")]
    [TestCase("created_at", "true")]
    [TestCase("published_at", "[]")]
    [TestCase("status", "{\"name\":\"open\"}")]
    [TestCase("status", "false")]
    [TestCase("name", "{\"first\":\"a\"}")]
    [TestCase("name", "true")]
    [TestCase("owner_id", "{}")]
    [TestCase("team_ids", "[{}]")]
    [TestCase("labels", "\"a\"")]
    [TestCase("labels", "[\"a\",{}]")]
    [TestCase("labels", "{\"data\":[]}")]
    [TestCase("part", "\"a\"")]
    [TestCase("part", "[]")]
    [TestCase("parts", "{\"data\":[]}")]
    [TestCase("parts", "[{\"id\":\"1\"},\"2\"]")]
    [TestCase("parts_by_name", "[]")]
    [TestCase("parts_by_name", "{\"a\":{\"id\":\"1\"},\"b\":2}")]
    [TestCase("custom_attributes", "[]")]
    [TestCase("custom_attributes", "\"none\"")]
    [TestCase("statuses", "[true]")]
    [TestCase("counts", "[1,\"x\"]")]
    [TestCase("counts", "[1,null]")]
    public async Task Value_that_does_not_fit_is_kept_until_the_property_is_assigned(string name, string value)
    {
        var json = $$"""{"id":"1","{{name}}":{{value}}}""";
        var thing = await route.ReadAsync<Thing>(json);
        var property = typeof(Thing).GetProperty(string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(property.GetValue(thing), Is.Null);
            Assert.That(thing.AdditionalProperties[name].ToString(Formatting.None), Is.EqualTo(value));
            Assert.That(await route.WriteAsync(thing), Is.EqualTo(json));
        }

        property.SetValue(thing, null);
        Assert.That(await route.WriteAsync(thing), Is.EqualTo($$"""{"id":"1","{{name}}":null}"""));
    }

    [Test]
    public async Task Assigned_value_replaces_what_did_not_fit()
    {
        var thing = await route.ReadAsync<Thing>("""{"count":"many","part":"none"}""");
        thing.Count = 3;
        thing.Part = new Part { Id = "p" };
        Assert.That(await route.WriteAsync(thing), Is.EqualTo("""{"count":3,"part":{"id":"p"}}"""));
    }

    [Test]
    public async Task Nulls_of_a_response_are_recorded_and_written_back()
    {
        const string Json =
            """{"id":null,"name":null,"count":null,"score":null,"active":null,"created_at":null,"published_at":null,"status":"""
            + """null,"owner_id":null,"team_ids":null,"labels":null,"parts":null,"parts_by_name":null,"custom_attributes":null,"part":"""
            + """null,"content":null,"contents":null,"anything":null,"statuses":null,"counts":null,"unknown":null}""";
        var thing = await route.ReadAsync<Thing>(Json);
        Assert.That(await route.WriteAsync(thing), Is.EqualTo(Json));
        Assert.That(thing.AdditionalProperties.Keys, Is.EqualTo(new[] { "unknown" }));
    }

    [TestCase("{}")]
    [TestCase("""{"name":null,"count":null,"active":null,"created_at":null,"status":null,"part":null,"parts":null,"content":null,"custom_attributes":null,"anything":null}""")]
    public async Task Absent_and_null_are_null_in_patterns(string json)
    {
        var thing = await route.ReadAsync<Thing>(json);
        Assert.That(
            thing is { Name: null, Count: null, Active: null, CreatedAt: null, Status: null, Part: null, Parts: null, Content: null, CustomAttributes: null, Anything: null }
                and not { Part.PartValue: not null } and not { Status: { } },
            Is.True);
    }

    [Test]
    public async Task Nulls_in_lists_and_maps_stay()
    {
        const string Json = """{"labels":["a",null],"parts":[null,{}],"parts_by_name":{"a":null}}""";
        var thing = await route.ReadAsync<Thing>(Json);
        Assert.That(thing.Parts![0], Is.Null);
        Assert.That(await route.WriteAsync(thing), Is.EqualTo(Json));
    }

    [TestCase("""{"id":12}""", "12")]
    [TestCase("""{"id":-12}""", "-12")]
    [TestCase("""{"id":1.5}""", "1.5")]
    [TestCase("""{"id":123456789012345678901234567890}""", "123456789012345678901234567890")]
    [TestCase("""{"id":"a"}""", "a")]
    public async Task Reads_text_from_a_number(string json, string expected) => Assert.That((await route.ReadAsync<Thing>(json)).Id, Is.EqualTo(expected));

    [TestCase("50", 50)]
    [TestCase("\"50\"", 50)]
    [TestCase("\"-50\"", -50)]
    [TestCase("12.0", 12)]
    [TestCase("1e3", 1000)]
    [TestCase("9223372036854775807", long.MaxValue)]
    [TestCase("\"9223372036854775807\"", long.MaxValue)]
    [TestCase("-9223372036854775808", long.MinValue)]
    public async Task Reads_several_forms_of_integers(string value, long expected)
    {
        var thing = await route.ReadAsync<Thing>($$"""{"count":{{value}},"counts":[{{value}}]}""");
        Assert.That(thing.Count, Is.EqualTo(expected));
        Assert.That(thing.Counts, Is.EqualTo(new[] { expected }));
    }

    [TestCase("1.5", 1.5)]
    [TestCase("2", 2)]
    [TestCase("\"1.5\"", 1.5)]
    [TestCase("\"-1e3\"", -1000)]
    public async Task Reads_several_forms_of_numbers(string value, double expected) =>
        Assert.That((await route.ReadAsync<Thing>($$"""{"score":{{value}}}""")).Score, Is.EqualTo(expected));

    [TestCase("12", "12")]
    [TestCase("\"12\"", "12")]
    [TestCase("\"abc\"", "abc")]
    public async Task Reads_several_forms_of_numeric_ids(string value, string expected)
    {
        var thing = await route.ReadAsync<Thing>($$"""{"owner_id":{{value}},"team_ids":[{{value}}]}""");
        Assert.That(thing.OwnerId, Is.EqualTo(expected));
        Assert.That(thing.TeamIds, Is.EqualTo(new[] { expected }));
    }

    private const long NewYear = 1704067200;

    [TestCase("1704067200", NewYear * 1000)]
    [TestCase("\"1704067200\"", NewYear * 1000)]
    [TestCase("1704067200.0", NewYear * 1000)]
    [TestCase("1704067200.5", (NewYear * 1000) + 500)]
    [TestCase("\"1704067200.25\"", (NewYear * 1000) + 250)]
    [TestCase("\"2024-01-01T00:00:00Z\"", NewYear * 1000)]
    [TestCase("\"2024-01-01T02:00:00+02:00\"", NewYear * 1000)]
    [TestCase("\"2024-01-01T00:00:00.016+00:00\"", (NewYear * 1000) + 16)]
    [TestCase("\"2024-01-01T00:00:00\"", NewYear * 1000)]
    [TestCase("\"2024-01-01 00:00:00Z\"", NewYear * 1000)]
    [TestCase("\"2024-01-01\"", NewYear * 1000)]
    [TestCase("0", 0)]
    [TestCase("-1", -1000)]
    [TestCase("-0.5", -500)]
    [TestCase("2328134400", 2328134400000)]
    [TestCase("64654125776", 64654125776000)]
    [TestCase("253402300799", 253402300799000)]
    [TestCase("253402300800", 253402300800)]
    [TestCase("1704067200016", (NewYear * 1000) + 16)]
    [TestCase("\"1704067200016\"", (NewYear * 1000) + 16)]
    [TestCase("253402300799000", 253402300799000)]
    [TestCase("-62135596800", -62135596800000)]
    public async Task Reads_several_forms_of_times(string value, long milliseconds)
    {
        var thing = await route.ReadAsync<Thing>($$"""{"created_at":{{value}},"published_at":{{value}}}""");
        Assert.That(thing.CreatedAt, Is.EqualTo(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)));
        Assert.That(thing.PublishedAt, Is.EqualTo(thing.CreatedAt));
    }

    [TestCase("253402300800000")]
    [TestCase("-62135596801")]
    [TestCase("1E+30")]
    [TestCase("\"9e99\"")]
    [TestCase("\"9e999\"")]
    [TestCase("\"\"")]
    [TestCase("\"NaN\"")]
    [TestCase("\"12:30\"")]
    [TestCase("\"May 5\"")]
    [TestCase("\"2024-13-01\"")]
    [TestCase("\"0000-00-00\"")]
    [TestCase("\"0001-01-01T00:00:00+05:00\"")]
    public async Task Value_that_is_not_a_time_is_kept(string value)
    {
        var json = $$"""{"created_at":{{value}}}""";
        var thing = await route.ReadAsync<Thing>(json);
        Assert.That(thing.CreatedAt, Is.Null);
        Assert.That(await route.WriteAsync(thing), Is.EqualTo(json));
    }

    [TestCase("1704067200", "1704067200", null)]
    [TestCase("1704067200.5", "1704067200", "2024-01-01T00:00:00.5Z")]
    [TestCase("1704067200000", "1704067200", null)]
    [TestCase("1704067200250", "1704067200", "2024-01-01T00:00:00.25Z")]
    [TestCase("-1", "-1", null)]
    public async Task Time_is_written_in_seconds_unless_that_loses_a_fraction(string value, string seconds, string? exact)
    {
        var expected = route.IsRequest || exact is null ? seconds : $"\"{exact}\"";
        Assert.That(await RoundTrip<Thing>($$"""{"created_at":{{value}}}"""), Is.EqualTo($$"""{"created_at":{{expected}}}"""));
    }

    [Test]
    public async Task Keeps_the_offset_of_a_time() =>
        Assert.That(await RoundTrip<Thing>("""{"published_at":"2024-01-01T02:00:00+02:00"}"""), Is.EqualTo("""{"published_at":"2024-01-01T02:00:00+02:00"}"""));

    [Test]
    public async Task Open_enum_keeps_unknown_values()
    {
        var thing = await route.ReadAsync<Thing>("""{"status":"snoozed_2030","statuses":["open","",7]}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thing.Status, Is.EqualTo(new ThingStatus("snoozed_2030")));
            Assert.That(thing.Statuses, Is.EqualTo(new ThingStatus[] { ThingStatus.Open, default, "7" }));
            Assert.That(await route.WriteAsync(thing), Is.EqualTo("""{"status":"snoozed_2030","statuses":["open","","7"]}"""));
        }
    }

    [Test]
    public async Task Last_of_several_properties_of_one_name_counts() =>
        Assert.That((await route.ReadAsync<Thing>("""{"id":"1","id":"2"}""")).Id, Is.EqualTo("2"));

    [TestCase("""{"count":"many","count":5}""", """{"count":5}""")]
    [TestCase("""{"count":5,"count":"many"}""", """{"count":"many"}""")]
    [TestCase("""{"count":"many","count":null}""", """{"count":null}""")]
    [TestCase("""{"count":null,"count":"many"}""", """{"count":"many"}""")]
    [TestCase("""{"count":"many","count":{"more":1}}""", """{"count":{"more":1}}""")]
    [TestCase("""{"count":"many","count":5,"count":[]}""", """{"count":[]}""")]
    [TestCase("""{"later":1,"later":2}""", """{"later":2}""")]
    [TestCase("""{"part":{"id":{}},"part":{"body":"b"}}""", """{"part":{"body":"b"}}""")]
    [TestCase("""{"part":{"id":{},"id":"1"}}""", """{"part":{"id":"1"}}""")]
    [TestCase("""{"part":{"id":{}},"count":"many","part":null}""", """{"part":null,"count":"many"}""")]
    [TestCase("""{"custom_attributes":{"a":1,"a":"x"}}""", """{"custom_attributes":{"a":"x"}}""")]
    [TestCase("""{"parts_by_name":{"a":{"id":"1"},"a":null}}""", """{"parts_by_name":{"a":null}}""")]
    [TestCase("""{"anything":{"a":1,"a":{"a":1,"a":2}}}""", """{"anything":{"a":{"a":2}}}""")]
    public async Task Last_of_several_values_of_one_name_counts_whether_it_fits_or_not(string json, string expected) =>
        Assert.That(await RoundTrip<Thing>(json), Is.EqualTo(expected));

    [TestCase("""{"count":"many","count":5}""")]
    [TestCase("""{"count":[],"count":"5"}""")]
    [TestCase("""{"count":"many","count":null}""")]
    [TestCase("""{"count":"many","id":"1","count":"more","count":5,"id":"2"}""")]
    public async Task Value_that_does_not_fit_is_dropped_for_one_that_comes_after_it(string json) =>
        Assert.That((await route.ReadAsync<Thing>(json)).AdditionalProperties, Is.Empty);

    [TestCase("""{"p139":{},"p139":"x"}""", """{"p139":"x"}""")]
    [TestCase("""{"p139":"x","p139":{}}""", """{"p139":{}}""")]
    [TestCase("""{"p139":null,"p139":{}}""", """{"p139":{}}""")]
    [TestCase("""{"p139":{},"p139":null}""", """{"p139":null}""")]
    public async Task Last_of_several_values_of_any_of_many_properties_counts(string json, string expected) =>
        Assert.That(await RoundTrip<WideThing>(json), Is.EqualTo(expected));

    [Test]
    public async Task Value_that_does_not_fit_is_kept_by_the_object_that_holds_it()
    {
        const string Json = """{"count":"many","part":{"id":{},"part":{"body":[1]}},"parts":[{"id":[]}],"parts_by_name":{"a":{"body":{}}},"content":{"id":{}},"later":1}""";
        var thing = await route.ReadAsync<Thing>(Json);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thing.AdditionalProperties.Keys, Is.EquivalentTo(new[] { "count", "later" }));
            Assert.That(thing.Part!.AdditionalProperties.Keys, Is.EqualTo(new[] { "id" }));
            Assert.That(thing.Part.PartValue!.AdditionalProperties.Keys, Is.EqualTo(new[] { "body" }));
            Assert.That(thing.Parts![0].AdditionalProperties.Keys, Is.EqualTo(new[] { "id" }));
            Assert.That(thing.PartsByName!["a"].AdditionalProperties.Keys, Is.EqualTo(new[] { "body" }));
            Assert.That(((Part)thing.Content!.Value).AdditionalProperties.Keys, Is.EqualTo(new[] { "id" }));
            Assert.That(JToken.DeepEquals(JToken.Parse(await route.WriteAsync(thing)), JToken.Parse(Json)), Is.True);
        }
    }

    // The members after the value must still be read correctly.
    [Test]
    public async Task Value_that_does_not_fit_does_not_hide_those_after_it()
    {
        var thing = await route.ReadAsync<Thing>("""{"parts":[{"id":"1"},{"id":{}},2],"labels":["a",{}],"content":[{}],"name":"n","part":{"part":[],"body":"b"},"count":3}""");
        Assert.That((thing.Name, thing.Count, thing.Part!.Body), Is.EqualTo(("n", 3L, "b")));
        Assert.That(thing.AdditionalProperties.Keys, Is.EquivalentTo(new[] { "parts", "labels" }));
    }

    [Test]
    public async Task List_of_models_is_read_and_written()
    {
        var things = await route.ReadAsync<List<Thing>>("""[{"id":"1","x":"2024-01-01T00:00:00Z"},null]""");
        Assert.That(things, Has.Count.EqualTo(2));
        Assert.That(things[0].AdditionalProperties["x"].Type, Is.EqualTo(JTokenType.String));
    }

    private async Task<string> RoundTrip<T>(string json)
        where T : IntercomModel => await route.WriteAsync(await route.ReadAsync<T>(json));

    private async Task<string?> RejectionAsync(Thing thing)
    {
        try
        {
            await route.WriteAsync(thing);
            return null;
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }
}
