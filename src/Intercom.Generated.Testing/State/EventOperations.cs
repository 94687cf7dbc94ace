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

    /// <summary>The summaries that requests sent. They add to the events.</summary>
    private readonly List<JObject> _summaries = [];

    public void Register(OperationTable table)
    {
        table.Add("POST /events", Create);
        table.AddList("GET /events", List);
        table.Add("POST /events/summaries", Summarize);
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

    /// <summary>Lists the events of a contact from the newest to the oldest, or a summary of them by name.</summary>
    private IReadOnlyList<JObject> List(Call call)
    {
        var contact = FindContact(call.Request.GetQuery);
        var events = _events.Where(item => JToken.DeepEquals(item["intercom_user_id"], contact["id"]));
        return call.Request.GetQuery("summary") == "true"
            ? [.. events.GroupBy(item => (string)item["event_name"]!).Select(Summarize).Concat(_summaries
                .Where(item => JToken.DeepEquals(item["contact"], contact["id"])).Select(item => (JObject)item["summary"]!))]
            : [.. events.OrderByDescending(CreatedAt)];
    }

    private FakeResponse Summarize(Call call)
    {
        var contact = FindContact(call.Text);
        var summaries = call.Body["event_summaries"];
        foreach (var sent in (summaries is JArray many ? (IEnumerable<JToken?>)many : [summaries]).OfType<JObject>())
        {
            _summaries.Add(new JObject
            {
                ["contact"] = contact["id"],
                ["summary"] = new JObject
                {
                    ["name"] = sent["event_name"],
                    ["first"] = Time((long?)sent["first"] ?? workspace.Clock.Now),
                    ["last"] = Time((long?)sent["last"] ?? workspace.Clock.Now),
                    ["count"] = sent["count"] ?? 1,
                    ["description"] = sent["event_name"],
                },
            });
        }

        return new FakeResponse(call.Operation.Response.Status);
    }

    private static JObject Summarize(IGrouping<string, JObject> events) => new()
    {
        ["name"] = events.Key,
        ["first"] = Time(events.Min(CreatedAt)),
        ["last"] = Time(events.Max(CreatedAt)),
        ["count"] = events.Count(),
        ["description"] = events.Key,
    };

    private static long CreatedAt(JObject item) => (long)item["created_at"]!;

    private static string Time(long seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null);
}
