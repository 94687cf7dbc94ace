using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Intercom.Generated.V2_14;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;
using JsonIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition;
using SystemJson = System.Text.Json.JsonSerializer;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>Both serializers read and write the same JSON as the wire with any settings, including inside the caller's own types.</summary>
internal sealed class SerializerTests
{
    private static readonly (string Name, JsonSerializerOptions Options)[] SystemOptions =
    [
        ("default", new JsonSerializerOptions()),
        ("web", new JsonSerializerOptions(JsonSerializerDefaults.Web)),
        ("indented", new JsonSerializerOptions { WriteIndented = true }),
        ("other names", new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper, DictionaryKeyPolicy = JsonNamingPolicy.KebabCaseLower }),
        ("without nulls", new JsonSerializerOptions { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull }),
        ("without defaults", new JsonSerializerOptions { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault }),
        ("references", new JsonSerializerOptions { ReferenceHandler = ReferenceHandler.Preserve }),
        ("cycles", new JsonSerializerOptions { ReferenceHandler = ReferenceHandler.IgnoreCycles }),
        ("numbers as text", new JsonSerializerOptions { NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString }),
        ("strict", new JsonSerializerOptions { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true }),
        ("loose", new JsonSerializerOptions { AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip, DefaultBufferSize = 1 }),
    ];

    private static readonly (string Name, JsonSerializerSettings Settings)[] NewtonsoftSettings =
    [
        ("default", new JsonSerializerSettings()),
        ("indented", new JsonSerializerSettings { Formatting = Formatting.Indented }),
        ("camel case", new JsonSerializerSettings { ContractResolver = new CamelCasePropertyNamesContractResolver() }),
        ("snake case", new JsonSerializerSettings { ContractResolver = new DefaultContractResolver { NamingStrategy = new SnakeCaseNamingStrategy(true, true, true) } }),
        ("without nulls", new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore, DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate }),
        ("dates", new JsonSerializerSettings { DateParseHandling = DateParseHandling.DateTimeOffset, DateTimeZoneHandling = DateTimeZoneHandling.Local, DateFormatString = "d" }),
        ("decimals", new JsonSerializerSettings { FloatParseHandling = FloatParseHandling.Decimal, FloatFormatHandling = FloatFormatHandling.DefaultValue }),
        ("names of types", new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All, MetadataPropertyHandling = MetadataPropertyHandling.ReadAhead }),
        ("references", new JsonSerializerSettings { PreserveReferencesHandling = PreserveReferencesHandling.All, ReferenceLoopHandling = ReferenceLoopHandling.Serialize }),
        ("escapes", new JsonSerializerSettings { StringEscapeHandling = StringEscapeHandling.EscapeHtml }),
        ("strict", new JsonSerializerSettings { MissingMemberHandling = MissingMemberHandling.Error, ObjectCreationHandling = ObjectCreationHandling.Replace }),
    ];

    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    [TestCaseSource(nameof(Versions))]
    public void Settings_do_not_affect_payloads(VersionUnderTest version)
    {
        var failures = new List<string>();
        var payloads = RecordedResponses.Of(version).Select(payload => (payload.Value, payload.Type))
            .Concat(version.Models.Concat(version.Unions).Select(type => (JsonTokens.Parse(Samples.Valid(type)), type))).ToList();
        for (var i = 0; i < payloads.Count; i++)
        {
            var (value, type) = payloads[i];
            var text = value.ToString(Formatting.None);
            var read = EntryPoints.Of(type).Read(Encoding.UTF8.GetBytes(text)).Value;
            var written = JsonTokens.Parse(Encoding.UTF8.GetString(EntryPoints.Of(type).Write(read)));
            // Each payload uses some of the settings. Over all payloads, each setting is used many times.
            var (system, newtonsoft) = (SystemOptions[i % SystemOptions.Length], NewtonsoftSettings[i % NewtonsoftSettings.Length]);
            var bySystem = SystemJson.Deserialize(text, type, system.Options);
            var byNewtonsoft = JsonConvert.DeserializeObject(text, type, newtonsoft.Settings);
            Add(system.Name, ObjectComparison.Difference(read, bySystem) ?? JsonTokens.Difference(written, JsonTokens.Parse(SystemJson.Serialize(bySystem, type, system.Options))));
            Add(newtonsoft.Name, ObjectComparison.Difference(read, byNewtonsoft) ?? JsonTokens.Difference(written, JsonTokens.Parse(JsonConvert.SerializeObject(byNewtonsoft, newtonsoft.Settings))));
            if (written is JObject)
                Add("JObject", JsonTokens.Difference(written, JObject.FromObject(read!)) ?? ObjectComparison.Difference(read, written.ToObject(type)));

            void Add(string settings, string? difference)
            {
                if (difference is not null)
                    failures.Add($"{type.Name}, {settings}: {difference}");
            }
        }

        Assert.That(payloads, Has.Count.GreaterThan(300));
        Assert.That(failures.Take(20), Is.Empty, $"{failures.Count} differences");
    }

    [TestCaseSource(nameof(Versions))]
    public void Open_enums_are_strings_in_both_serializers(VersionUnderTest version)
    {
        using var scope = Assert.EnterMultipleScope();
        foreach (var type in version.OpenEnums)
        {
            var value = Activator.CreateInstance(type, "later");
            Assert.That(JsonConvert.SerializeObject(value), Is.EqualTo("\"later\""), type.Name);
            Assert.That(SystemJson.Serialize(value, type), Is.EqualTo("\"later\""), type.Name);
            Assert.That(JsonConvert.DeserializeObject("\"later\"", type), Is.EqualTo(value), type.Name);
            Assert.That(SystemJson.Deserialize("\"later\"", type), Is.EqualTo(value), type.Name);
            var nullable = typeof(Nullable<>).MakeGenericType(type);
            Assert.That(JsonConvert.DeserializeObject("null", nullable), Is.Null, type.Name);
            Assert.That(SystemJson.Deserialize("null", nullable), Is.Null, type.Name);
        }
    }

    private const string ContactJson = """{"id":"1","name":null,"created_at":1700000000,"custom_attributes":{"Plan Name":"gold","gone":null},"later":{"Is":true}}""";

    private const string OwnJson =
        $$$"""{"contact":{{{ContactJson}}},"noContact":null,"list":[{{{ContactJson}}},null],"map":{"A":{{{ContactJson}}}},"avatar":"https://example.com/"""
        + """a.png","state":"open","noState":null,"attribute":1.5,"attributes":{"A":1},"byState":{"open":1,"later":2}}""";

    [Test]
    public void Custom_type_with_models_round_trips()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        var settings = new JsonSerializerSettings { ContractResolver = new CamelCasePropertyNamesContractResolver { NamingStrategy = new CamelCaseNamingStrategy() } };
        var own = SystemJson.Deserialize<Own>(OwnJson, options)!;
        Assert.That(own.List![0]!.Id, Is.EqualTo("1"));
        Assert.That(own.ByState![ConversationState.Open], Is.EqualTo(1));
        Assert.That(SystemJson.Serialize(own, options), Is.EqualTo(OwnJson));
        own = JsonConvert.DeserializeObject<Own>(OwnJson, settings)!;
        Assert.That(own.Map!["A"].CustomAttributes!["Plan Name"]?.AsString(), Is.EqualTo("gold"));
        Assert.That(JsonConvert.SerializeObject(own, settings), Is.EqualTo(OwnJson));
    }

    [Test]
    public void Source_generated_context_supports_models()
    {
        var own = SystemJson.Deserialize(OwnJson, OwnContext.Default.Own)!;
        Assert.That(own.Contact!.CreatedAt, Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1700000000)));
        Assert.That(SystemJson.Serialize(own, OwnContext.Default.Own), Is.EqualTo(OwnJson));
        Assert.That(SystemJson.Serialize(own.Contact, OwnContext.Default.Contact), Is.EqualTo(ContactJson));
    }

    [Test]
    public void Writes_values_by_their_runtime_type()
    {
        IntercomModel model = SystemJson.Deserialize<Contact>(ContactJson)!;
        IntercomUnion union = new ContactAvatar("a");
        using var scope = Assert.EnterMultipleScope();
        Assert.That(SystemJson.Serialize(model), Is.EqualTo(ContactJson));
        Assert.That(SystemJson.Serialize<object>(model), Is.EqualTo(ContactJson));
        Assert.That(JsonConvert.SerializeObject(model), Is.EqualTo(ContactJson));
        Assert.That(SystemJson.Serialize(union), Is.EqualTo("\"a\""));
        Assert.That(JsonConvert.SerializeObject(new { union }), Is.EqualTo("""{"union":"a"}"""));
        Assert.That(() => SystemJson.Deserialize<IntercomModel>("{}"), Throws.TypeOf<NotSupportedException>());
    }

    [Test]
    public void JSON_of_the_wrong_type_throws_the_exception_of_the_serializer()
    {
        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            () => SystemJson.Deserialize<Own>("""{"list":[null,5]}""", JsonSerializerOptions.Web),
            Throws.TypeOf<System.Text.Json.JsonException>().With.Property("Path").EqualTo("$.list[1]").And.Message.Contains("Expected JSON for Contact but found Number"));
        Assert.That(
            () => JsonConvert.DeserializeObject<Own>("""{"list":[null,5]}"""),
            Throws.TypeOf<JsonSerializationException>().With.Property("Path").EqualTo("list[1]").And.Message.Contains("Expected JSON for Contact but found Integer"));
    }

    // JObject.Parse converts strings that look like dates to date tokens.
    [Test]
    public void Reads_date_tokens_as_the_original_strings()
    {
        var json = JObject.Parse("""{"created_at":"2026-01-02T03:04:05Z","name":"2026-01-02T03:04:05Z","later":"2026-01-02T03:04:05Z"}""");
        Assert.That(json["created_at"]!.Type, Is.EqualTo(JTokenType.Date));
        var contact = json.ToObject<Contact>()!;
        Assert.That(contact.CreatedAt, Is.EqualTo(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));
        Assert.That(contact.Name, Is.EqualTo("2026-01-02T03:04:05Z"));
        Assert.That(contact.AdditionalProperties["later"].ToString(), Is.EqualTo("2026-01-02T03:04:05Z"));
    }

    [Test]
    public void All_serializers_write_the_same_digits()
    {
        var contact = new Contact { AdditionalProperties = { ["a"] = 1.50m, ["b"] = 12345678901234567.89m, ["c"] = 1e300, ["d"] = -0.0, ["e"] = ulong.MaxValue, ["f"] = 1.0 } };
        const string Expected = """{"a":1.50,"b":12345678901234567.89,"c":1E+300,"d":-0.0,"e":18446744073709551615,"f":1.0}""";
        using var scope = Assert.EnterMultipleScope();
        Assert.That(Encoding.UTF8.GetString(IntercomJson.Write(contact)), Is.EqualTo(Expected));
        Assert.That(JsonConvert.SerializeObject(contact), Is.EqualTo(Expected));
        Assert.That(SystemJson.Serialize(contact), Is.EqualTo(Expected));
        Assert.That(JObject.FromObject(contact).ToString(Formatting.None), Is.EqualTo(Expected));
    }

    // JSON inside an HTML script element must not end the element.
    [Test]
    public void Uses_the_escaping_of_the_serializer()
    {
        var contact = new Contact
        {
            Name = "</script>😀",
            AdditionalProperties = { ["</b>"] = "</i>", ["c"] = new JValue(new Uri("https://example.com/</u>😀")) },
            CustomAttributes = new CustomAttributes { ["</u>"] = "</p>😀" },
        };
        using var scope = Assert.EnterMultipleScope();
        Assert.That(SystemJson.Serialize(contact), Does.Not.Contain('<'));
        Assert.That(JsonConvert.SerializeObject(contact, new JsonSerializerSettings { StringEscapeHandling = StringEscapeHandling.EscapeHtml }), Does.Not.Contain('<'));
        Assert.That(SystemJson.Deserialize<Contact>(SystemJson.Serialize(contact))!.Name, Is.EqualTo(contact.Name));
    }

    [Test]
    public void Newtonsoft_cannot_populate_an_existing_model() =>
        Assert.That(() => JsonConvert.PopulateObject(ContactJson, new Contact()), Throws.InnerException.TypeOf<NotSupportedException>().With.InnerException.Message.Contains("existing Contact"));
}

/// <summary>A caller-defined type.</summary>
public sealed class Own
{
    public Contact? Contact { get; set; }

    public Contact? NoContact { get; set; }

    public IReadOnlyList<Contact?>? List { get; set; }

    public Dictionary<string, Contact>? Map { get; set; }

    public ContactAvatar? Avatar { get; set; }

    public ConversationState State { get; set; }

    public ConversationState? NoState { get; set; }

    public CustomAttributeValue Attribute { get; set; }

    public CustomAttributes? Attributes { get; set; }

    public Dictionary<ConversationState, int>? ByState { get; set; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Own))]
[JsonSerializable(typeof(List<Conversation>))]
[JsonSerializable(typeof(IntercomModel))]
internal sealed partial class OwnContext : JsonSerializerContext;
