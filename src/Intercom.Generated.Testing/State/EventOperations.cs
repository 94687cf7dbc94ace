using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The operations on data events.</summary>
internal sealed class EventOperations(Workspace workspace)
{
    private static readonly (string Sent, string Stored)[] Keys =
        [("id", "id"), ("intercom_user_id", "id"), ("user_id", "external_id"), ("email", "email")];

    private readonly List<JObject> _events = [];

    public void Register(OperationTable table)
    {
        table.Add("POST /events", Create);
        table.Add("GET /events", call => call.Respond(Summarize(FindContact(name => call.Request.GetQuery(name)))));
    }

    private FakeResponse Create(Call call)
    {
        var contact = FindContact(call.Text);
        var added = new JObject
        {
            ["type"] = "event",
            ["event_name"] = call.RequiredText("event_name"),
            ["created_at"] = call.Body["created_at"] ?? workspace.Clock.Now,
            ["id"] = workspace.NextNumber(),
            ["intercom_user_id"] = contact["id"],
            ["user_id"] = contact["external_id"],
            ["email"] = contact["email"],
            ["metadata"] = call.Body["metadata"] ?? new JObject(),
        };
        _events.Add(added);
        workspace.Raise("event.created", () => (JObject)added.DeepClone());
        return new FakeResponse(call.Operation.Response.Status);
    }

    private JObject FindContact(Func<string, string?> valueOf)
    {
        foreach (var (sent, stored) in Keys)
        {
            if (valueOf(sent) is not { } value)
                continue;
            return workspace.Contacts.Items.FirstOrDefault(contact => Call.Scalar(contact[stored]) == value)
                ?? throw Rejection.NotFound("User");
        }

        throw Rejection.NotFound("User");
    }

    private JObject Summarize(JObject contact) => new()
    {
        ["type"] = "event.summary",
        ["email"] = Call.Scalar(contact["email"]) ?? "",
        ["intercom_user_id"] = contact["id"],
        ["user_id"] = Call.Scalar(contact["external_id"]) ?? "",
        ["events"] = new JArray(_events.Where(item => JToken.DeepEquals(item["intercom_user_id"], contact["id"]))
            .GroupBy(item => (string)item["event_name"]!).Select(group => new JObject
            {
                ["name"] = group.Key,
                ["first"] = Time(group.Min(item => (long)item["created_at"]!)),
                ["last"] = Time(group.Max(item => (long)item["created_at"]!)),
                ["count"] = group.Count(),
                ["description"] = group.Key,
            })),
    };

    private static string Time(long seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null);
}
