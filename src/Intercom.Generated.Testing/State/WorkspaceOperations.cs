using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The settings and reports of the workspace: IP allowlist, metrics of teams, workflows, and statuses of messages.</summary>
internal sealed class WorkspaceOperations(Workspace workspace, ResourceCatalog resources)
{
    /// <summary>The address of a client, unless a proxy states another one.</summary>
    private const string ClientAddress = "127.0.0.1";
    private const int DefaultIdleThreshold = 30 * 60;

    private static readonly string[] Settings = ["enabled", "ip_allowlist"];

    private JObject _allowlist = new() { ["type"] = "ip_allowlist", ["enabled"] = false, ["ip_allowlist"] = new JArray() };

    public void Register(OperationTable table)
    {
        table.Add("GET /ip_allowlist", call => call.Respond(_allowlist));
        table.Add("PUT /ip_allowlist", SetAllowlist);
        table.AddList("GET /teams/{}/metrics", MetricsOf);
        table.Add("GET /export/workflows/{}", ExportWorkflow);
        table.AddCheck("GET /messages/status", (request, _) => Require(request, "ruleset_id"));
        table.AddList("GET /messages/status", StatusesOf);
        table.AddCheck("GET /messages/whatsapp/status", (request, _) => Require(request, "message_id"));
        table.Add("GET /messages/whatsapp/status", StatusOf);
        table.AddList("GET /conversations/{}/handling_events", call => OfConversation(call, "handling_event"));
        table.AddList("GET /conversations/{}/side_conversations", call => OfConversation(call, "side_conversation"));
    }

    /// <summary>These operations have errors of a format of their own.</summary>
    private static void Require(FakeRequest request, string name)
    {
        if (!string.IsNullOrEmpty(request.GetQuery(name)))
            return;
        throw new Rejection(400, "bad_request", $"{name} is required")
        {
            Body = new JObject { ["type"] = "error", ["message"] = $"{name} is required" },
        };
    }

    private FakeResponse SetAllowlist(Call call)
    {
        var changed = (JObject)_allowlist.DeepClone();
        foreach (var name in Settings.Where(name => call.Body[name] is not null))
            changed[name] = call.Body[name]!.DeepClone();
        var client = call.Request.Header("X-Forwarded-For") ?? ClientAddress;
        if (changed["enabled"] is JValue { Value: true } && !changed["ip_allowlist"]!.Any(entry => IsClient(Call.Scalar(entry), client)))
        {
            throw new Rejection(422, "parameter_invalid",
                $"Your IP ({client}) is not on the allowlist. Saving would lock you out of this workspace.");
        }

        _allowlist = changed;
        return call.Respond(_allowlist);
    }

    /// <summary>Whether an entry is the client's address. The fake does not evaluate other ranges.</summary>
    private static bool IsClient(string? entry, string client) => entry == client || entry == $"{client}/32";

    private IReadOnlyList<JObject> MetricsOf(Call call)
    {
        var team = resources.Of("team").Find(call.PathValues[0]);
        var idle = workspace.Clock.Now
            - (int.TryParse(call.Request.GetQuery("idle_threshold"), out var threshold) ? threshold : DefaultIdleThreshold);
        return [.. (team["admin_ids"] as JArray ?? []).Select(Call.Scalar).Select(id =>
        {
            var assigned = workspace.Conversations.Items
                .Where(conversation => Call.Scalar(conversation["admin_assignee_id"]) == id).ToList();
            var open = assigned.FindAll(conversation => Call.Scalar(conversation["state"]) == "open");
            return new JObject
            {
                ["type"] = "team_metric",
                ["admin_id"] = id,
                ["open"] = open.Count,
                ["idle"] = open.Count(conversation => (long?)conversation["updated_at"] < idle),
                ["snoozed"] = assigned.Count(conversation => Call.Scalar(conversation["state"]) == "snoozed"),
            };
        })];
    }

    private FakeResponse ExportWorkflow(Call call)
    {
        var export = (JObject)resources.Of("workflow").Find(call.PathValues[0]).DeepClone();
        export.Remove("id");
        if (export["workflow"] is JObject workflow)
            workflow["id"] = call.PathValues[0];
        return call.Respond(export);
    }

    private IReadOnlyList<JObject> StatusesOf(Call call)
    {
        var ruleset = call.Request.GetQuery("ruleset_id");
        return
        [
            .. resources.ItemsOf("whatsapp_message").Where(message => Call.Scalar(message["ruleset_id"]) is not { } own || own == ruleset),
        ];
    }

    private FakeResponse StatusOf(Call call)
    {
        var id = call.Request.GetQuery("message_id");
        var message = resources.ItemsOf("whatsapp_message").FirstOrDefault(known =>
                Call.Scalar(known["whatsapp_message_id"]) == id || Call.Scalar(known["id"]) == id)
            ?? throw new Rejection(404, "whatsapp_message_not_found", "Whatsapp message not found");
        var status = call.SampleWith(new JObject { ["message_id"] = id });
        foreach (var name in new[] { "conversation_id", "status", "type", "created_at", "updated_at", "template_name" })
            status[name] = message[name]?.DeepClone() ?? status[name];
        status["error"] = message["error"]?.DeepClone() ?? JValue.CreateNull();
        return call.Respond(status);
    }

    /// <summary>Gets the items that a test added for the conversation by its <c>conversation_id</c>.</summary>
    private IReadOnlyList<JObject> OfConversation(Call call, string type)
    {
        var id = Call.Scalar(workspace.Conversation(call.PathValues[0])["id"]);
        return [.. resources.ItemsOf(type).Where(item => Call.Scalar(item["conversation_id"]) == id).Select(item =>
        {
            var copy = (JObject)item.DeepClone();
            copy.Remove("conversation_id");
            copy.Remove("id");
            return copy;
        })];
    }
}
