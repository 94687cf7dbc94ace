using System.Globalization;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The export of message data: one row for each message that was sent to a contact.</summary>
internal sealed class DataExportOperations(Workspace workspace, TimeSpan duration)
{
    private const int SecondsPerDay = 86_400;

    private static readonly string[] Columns =
    [
        "user_id", "user_external_id", "email", "name", "content_id", "content_type", "content_title", "receipt_id", "received_at",
    ];

    private readonly ExportJobs _jobs = new(workspace, duration, "message data", limit: 1, completed: "completed");

    public void Register(OperationTable table)
    {
        table.Add("POST /export/content/data", Start);
        table.Add("GET /export/content/data/{}", _jobs.Status);
        table.Add("POST /export/cancel/{}", _jobs.Cancel);
        table.Add("GET /download/content/data/{}", _jobs.Download);
    }

    private FakeResponse Start(Call call)
    {
        // Intercom exports whole days, including the first and the last.
        var first = Day((long)call.Body["created_at_after"]!);
        var last = Day((long)call.Body["created_at_before"]!);
        var sent = workspace.Messages.Items.Where(message => Day((long)message["created_at"]!) is var day && day >= first && day <= last);
        return _jobs.Start(call, "https://api.intercom.io/download/content/data/{0}", Columns, [.. sent.Select(Row)]);
    }

    private static long Day(long unixSeconds) => unixSeconds / SecondsPerDay;

    private IReadOnlyList<string?> Row(JObject message)
    {
        var contact = workspace.Contacts.Find(Call.Scalar(message["contact_id"])) ?? [];
        var at = DateTimeOffset.FromUnixTimeSeconds((long)message["created_at"]!);
        return
        [
            Call.Scalar(message["contact_id"]),
            Call.Scalar(contact["external_id"]),
            Call.Scalar(contact["email"]),
            Call.Scalar(contact["name"]),
            Call.Scalar(message["message_id"]),
            Call.Scalar(message["message_type"]),
            Call.Scalar(message["subject"]),
            Call.Scalar(message["id"]),
            at.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture),
        ];
    }
}
