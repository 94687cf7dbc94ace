using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Tests;

/// <summary>Real responses recorded from several API versions, in ../shared/payloads.</summary>
internal static class RecordedResponses
{
    /// <summary>The model for each kind of response and, for lists, the names of the properties that may contain the items.</summary>
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

    /// <summary>Gets the recorded responses and list items for which a version has a type, with their files.</summary>
    public static IEnumerable<(string File, JToken Value, Type Type)> Of(VersionUnderTest version)
    {
        var folder = SharedFiles.Required("payloads");
        foreach (var row in System.IO.File.ReadLines(Path.Combine(folder, "INDEX.tsv")).Skip(1).Select(line => line.Split('\t')))
        {
            if (!Kinds.TryGetValue(row[1], out var kind) || version.FindType(kind.Type) is not { } type)
                continue;
            foreach (var value in Values(Json.Parse(System.IO.File.ReadAllText(Path.Combine(folder, row[0]))), kind.Items))
                yield return (row[0], value, type);
        }
    }

    private static IEnumerable<JToken> Values(JToken response, string[]? items)
    {
        if (items is null)
            return [response];
        var list = items.Select(name => (response as JObject)?[name] as JArray).FirstOrDefault(found => found is not null)
            ?? response as JArray;
        return list?.Children() ?? Enumerable.Empty<JToken>();
    }
}
