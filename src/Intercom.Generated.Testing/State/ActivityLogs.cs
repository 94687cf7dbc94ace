using System.Globalization;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Intercom.Generated.Testing.Webhooks;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The away mode of admins, and the log of their activities.</summary>
internal sealed class ActivityLogs(Workspace workspace, ResourceCatalog resources)
{
    public void Register(OperationTable table)
    {
        table.AddCheck("PUT /admins/{}/away", CheckReason);
        table.Add("PUT /admins/{}/away", SetAway);
        table.AddList("GET /admins/activity_logs", call => Find(call.Request.GetQuery, null));
        table.AddList("POST /admins/activity_logs/search", call => Find(call.Text, call.Body["event_types"] as JArray));
        table.Add("GET /admins/activity_log_event_types", call =>
            call.Respond(call.SampleWith(new JObject { ["event_types"] = EventTypes() })));
    }

    /// <summary>Requires a reason if the workspace has reasons, which a test adds as <c>away_status_reason</c>.</summary>
    private void CheckReason(FakeRequest request, JObject body)
    {
        var reasons = resources.ItemsOf("away_status_reason");
        if (Call.Scalar(body["away_status_reason_id"]) is { } id)
        {
            var reason = reasons.FirstOrDefault(candidate => Call.Scalar(candidate["id"]) == id) ?? throw Rejection.ResourceNotFound();
            if (reason["deleted"] is JValue { Value: true })
                throw Rejection.Invalid("Away status reason is deleted");
        }
        else if (body["away_mode_enabled"] is JValue { Value: true }
            && reasons.Any(reason => reason["deleted"] is not JValue { Value: true }))
        {
            throw new Rejection(400, "away_status_reason_mandatory", "Away status reason is mandatory");
        }
    }

    private FakeResponse SetAway(Call call)
    {
        var admins = resources.Of("admin");
        var admin = admins.Store.Find(call.PathValues[0])
            ?? throw new Rejection(404, "admin_not_found", "Admin for admin_id not found");
        admins.Update(admin, call.Body);
        workspace.Raise("admin.away_mode_updated", () => NotificationItems.Admin(admin));
        resources.Find("activity_log")?.Seed(new JObject
        {
            ["performed_by"] = new JObject
            {
                ["type"] = "admin",
                ["id"] = admin["id"],
                ["email"] = admin["email"],
                ["ip"] = "127.0.0.1",
            },
            ["metadata"] = new JObject
            {
                ["away_mode"] = call.Body["away_mode_enabled"],
                ["reassign_conversations"] = call.Body["away_mode_reassign"],
            },
            ["activity_type"] = "admin_away_mode_change",
            ["activity_description"] = $"{Call.Scalar(admin["name"])} changed their away mode",
        });
        return call.Respond(admin);
    }

    private IReadOnlyList<JObject> Find(Func<string, string?> valueOf, JArray? types)
    {
        var first = Seconds(valueOf("created_at_after")) ?? long.MinValue;
        var last = Seconds(valueOf("created_at_before")) ?? long.MaxValue;
        return
        [
            .. resources.ItemsOf("activity_log").Reverse().Where(log => (long)log["created_at"]! is var at && at >= first && at <= last
                && (types is not { Count: > 0 } || types.Any(type => Call.Scalar(type) == Call.Scalar(log["activity_type"])))),
        ];
    }

    private static long? Seconds(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    private JArray EventTypes()
    {
        var graph = workspace.Description.Graph;
        var list = graph.Properties(workspace.Description.EntitySchema("GET /admins/activity_logs"))["activity_logs"];
        var item = graph.Properties((JObject)graph.Resolve(list)["items"]!);
        return (JArray?)graph.Resolve(item["activity_type"])["enum"]?.DeepClone() ?? [];
    }
}
