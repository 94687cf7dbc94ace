using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>
/// Real answers, recorded from several versions, are read by the types of every version without exception and written back as they
/// came, unknown properties and values of another form included.
/// </summary>
public sealed class RecordedAnswerTests
{
    /// <summary>The type that holds an answer of a kind; for a list, where its items are.</summary>
    private static readonly Dictionary<string, (string Type, string[]? Items)> Kinds = new(StringComparer.Ordinal)
    {
        ["activity_log"] = ("ActivityLog", null),
        ["activity_log.list"] = ("ActivityLog", ["activity_logs"]),
        ["admin"] = ("Admin", null),
        ["admin.list"] = ("Admin", ["admins"]),
        ["admin.with_app"] = ("AdminWithApp", null),
        ["article"] = ("Article", null),
        ["article.list"] = ("ArticleListItem", ["data"]),
        ["collection"] = ("Collection", null),
        ["collection.list"] = ("Collection", ["data"]),
        ["company"] = ("Company", null),
        ["company.list"] = ("Company", ["data"]),
        ["company.scroll"] = ("Company", ["data"]),
        ["contact"] = ("Contact", null),
        ["contact.deleted"] = ("DeletedContact", null),
        ["contact.list"] = ("Contact", ["data"]),
        ["contact.search"] = ("Contact", ["data"]),
        ["conversation"] = ("Conversation", null),
        ["conversation.list"] = ("ConversationListItem", ["conversations"]),
        ["conversation.search"] = ("ConversationListItem", ["conversations"]),
        ["conversation_part"] = ("ConversationPart", null),
        ["data_attribute"] = ("DataAttribute", null),
        ["data_attribute.list"] = ("DataAttribute", ["data"]),
        ["data_export"] = ("DataExport", null),
        ["event"] = ("DataEvent", null),
        ["note.list"] = ("Note", ["data"]),
        ["phone_call_redirect"] = ("PhoneSwitch", null),
        ["segment"] = ("Segment", null),
        ["segment.list"] = ("Segment", ["segments", "data"]),
        ["tag"] = ("Tag", null),
        ["tag.list"] = ("Tag", ["data", "tags"]),
        ["team"] = ("Team", null),
        ["team.list"] = ("Team", ["teams"]),
        ["ticket"] = ("Ticket", null),
        ["visitor"] = ("Visitor", null),
    };

    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    [TestCaseSource(nameof(Versions))]
    public void Every_recorded_answer_is_read_and_written_back(VersionUnderTest version)
    {
        var folder = SharedFiles.Required("payloads");
        var failures = new List<string>();
        var read = 0;
        foreach (var row in File.ReadLines(Path.Combine(folder, "INDEX.tsv")).Skip(1).Select(line => line.Split('\t')))
        {
            if (!Kinds.TryGetValue(row[1], out var kind) || version.FindType(kind.Type) is not { } type)
                continue;
            foreach (var value in Values(Json.Parse(File.ReadAllText(Path.Combine(folder, row[0]))), kind.Items))
            {
                read++;
                failures.AddRange(RoundTrip(value, type).Select(failure => string.Create(CultureInfo.InvariantCulture, $"{row[0]}: {failure}")));
            }
        }

        TestContext.Out.WriteLine($"{version}: {read} recorded answers");
        Assert.That(read, Is.GreaterThan(150));
        Assert.That(failures, Is.Empty);
    }

    private static IEnumerable<JToken> Values(JToken answer, string[]? items)
    {
        if (items is null)
            return [answer];
        var list = items.Select(name => (answer as JObject)?[name] as JArray).FirstOrDefault(found => found is not null) ?? answer as JArray;
        return list?.Children() ?? Enumerable.Empty<JToken>();
    }

    private static IEnumerable<string> RoundTrip(JToken value, Type type)
    {
        try
        {
            var model = JsonConvert.DeserializeObject(value.ToString(Formatting.None), type);
            return JsonComparison.Differences(value, Json.Parse(JsonConvert.SerializeObject(model)));
        }
        catch (Exception e) when (e is JsonException or InvalidCastException or NotSupportedException or FormatException or ArgumentException)
        {
            return [$"{type.Name}: {e.Message}"];
        }
    }
}
