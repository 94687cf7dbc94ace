using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The parts of a conversation: replies, notes, and actions.</summary>
internal sealed class ConversationParts
{
    private readonly Workspace _workspace;
    private readonly EntityShape _shape;

    public ConversationParts(Workspace workspace, EntityShape conversations)
    {
        _workspace = workspace;
        var graph = workspace.Description.Graph;
        var list = graph.Properties(conversations.Properties["conversation_parts"])["conversation_parts"];
        _shape = new EntityShape(workspace.Description, (JObject)graph.Resolve(list)["items"]!);
    }

    public static JObject AuthorOf(JObject contact) => new()
    {
        ["type"] = Call.Scalar(contact["role"]) is { Length: > 0 } role ? role : "user",
        ["id"] = contact["id"],
        ["name"] = contact["name"],
        ["email"] = Call.Scalar(contact["email"]) ?? "",
    };

    public static JArray Of(JObject conversation)
    {
        if (conversation["conversation_parts"] is not JObject list || list["conversation_parts"] is not JArray parts)
        {
            conversation["conversation_parts"] = new JObject
            {
                ["type"] = "conversation_part.list",
                ["conversation_parts"] = parts = [],
                ["total_count"] = 0,
            };
        }

        return parts;
    }

    public JObject Add(JObject conversation, string type, string? body, JObject author, JObject? assignee = null)
    {
        var now = _workspace.Clock.Tick();
        var part = _shape.New();
        part["type"] = "conversation_part";
        part["id"] = _workspace.NextNumber();
        _shape.Set(part, "part_type", type);
        _shape.Set(part, "body", HtmlBody.Of(body) is { } html ? html : JValue.CreateNull());
        foreach (var name in new[] { "created_at", "updated_at", "notified_at" })
            _shape.Set(part, name, now);
        _shape.Set(part, "author", author);
        _shape.Set(part, "redacted", false);
        _shape.Set(part, "state", conversation["state"] ?? "open");
        if (assignee is not null)
            _shape.Set(part, "assigned_to", assignee);

        var parts = Of(conversation);
        parts.Add(part);
        conversation["conversation_parts"]!["total_count"] = parts.Count;
        ConversationStatistics.CountPart(conversation);
        return part;
    }
}
