using System.Globalization;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The export of reporting data: one row for each conversation, with the attributes that the request names.</summary>
internal sealed class ReportingExportOperations(Workspace workspace, TimeSpan duration)
{
    private const string Dataset = "conversation";
    private const string StartedAt = "conversation_started_at";

    private static readonly (string Id, string Name, Func<JObject, string?> Value)[] Attributes =
    [
        ("conversation_id", "Conversation ID", conversation => Call.Scalar(conversation["id"])),
        (StartedAt, "Conversation started at", conversation => Call.Scalar(conversation["created_at"])),
        ("conversation_state", "Conversation state", conversation => Call.Scalar(conversation["state"])),
        ("teammate_assigned_id", "Teammate assigned ID", conversation => Call.Scalar(conversation["admin_assignee_id"])),
        ("team_assigned_id", "Team assigned ID", conversation => Call.Scalar(conversation["team_assignee_id"])),
        ("user_id", "User ID", conversation => Call.Scalar(conversation.SelectToken("contacts.contacts[0].id"))),
    ];

    private readonly ExportJobs _jobs = new(workspace, duration, "reporting dataset", limit: 5, completed: "complete");

    public void Register(OperationTable table)
    {
        table.AddCheck("POST /export/reporting_data/enqueue", Check);
        table.Add("POST /export/reporting_data/enqueue", Start);
        table.Add("GET /export/reporting_data/get_datasets", call => call.Respond(Datasets()));
        table.Add("GET /export/reporting_data/{}", _jobs.Status);
        table.Add("GET /download/reporting_data/{}", _jobs.Download);
    }

    private static JObject Datasets() => new()
    {
        ["type"] = "list",
        ["data"] = new JArray(new JObject
        {
            ["id"] = Dataset,
            ["name"] = "Conversation",
            ["description"] = "Conversation-level details: status, channel, assignee.",
            ["default_time_attribute_id"] = StartedAt,
            ["attributes"] = new JArray(Attributes.Select(attribute => new JObject
            {
                ["id"] = attribute.Id,
                ["qualified_id"] = $"{Dataset}.{attribute.Id}",
                ["name"] = attribute.Name,
            })),
        }),
    };

    private static void Check(JObject body)
    {
        foreach (var name in new[] { "dataset_id", "attribute_ids" })
        {
            if (body[name] is null)
                throw Bad($"'{name}' is a required parameter");
        }

        if (body["attribute_ids"] is not JArray attributes)
            throw Bad("'attribute_ids' not an array must be of type Array");
        if (attributes.Count == 0)
            throw Bad("attribute_ids must contain at least one attribute_id");
        if (Call.Scalar(body["dataset_id"]) is var dataset && dataset != Dataset)
            throw Bad($"{dataset} is not a valid dataset_id");
        var unknown = attributes.Select(Call.Scalar).Where(id => !Attributes.Any(attribute => IsNamed(attribute.Id, id))).ToList();
        if (unknown.Count > 0)
            throw Bad($"attribute_ids invalid for {Dataset} dataset: {string.Join(", ", unknown)}");
    }

    private static Rejection Bad(string message) => new(400, "bad_request", message);

    private static bool IsNamed(string id, string? requested) => requested == id || requested == $"{Dataset}.{id}";

    private FakeResponse Start(Call call)
    {
        var requested = call.Body["attribute_ids"]!.Select(id => Call.Scalar(id)!).ToList();
        var columns = requested.ConvertAll(id => Array.Find(Attributes, attribute => IsNamed(attribute.Id, id)));
        var start = (long)call.Body["start_time"]!;
        var end = (long)call.Body["end_time"]!;
        var rows = workspace.Conversations.Items
            .Where(conversation => (long?)conversation["created_at"] is { } at && at >= start && at <= end)
            .Select(conversation => (IReadOnlyList<string?>)columns.ConvertAll(column => column.Value(conversation)));
        var url = "https://api.intercom.io/download/reporting_data/{0}?app_id=" + Workspace.Id;
        return _jobs.Start(call, url, requested, [.. rows]);
    }
}
