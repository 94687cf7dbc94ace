using System.Globalization;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The bulk operations on contacts or companies. Each request adds a task to a job, which ends with the clock.</summary>
/// <param name="workspace">The data.</param>
/// <param name="duration">The time that a task takes.</param>
/// <param name="collection">The name of the items in paths and bodies: <c>contacts</c> or <c>companies</c>.</param>
/// <param name="item">The name of an item in errors.</param>
/// <param name="apply">Applies one item. The first argument is the path without the collection, such as <c>POST /bulk</c>.</param>
internal sealed class BulkOperations(
    Workspace workspace, TimeSpan duration, string collection, string item, Action<string, JObject> apply)
{
    private const int MaximumItems = 100;

    private readonly Dictionary<string, Job> _jobs = new(StringComparer.Ordinal);

    public void Register(OperationTable table)
    {
        Add("POST", "/bulk", needsId: false);
        Add("PUT", "/bulk", needsId: true);
        Add("POST", "/bulk/delete", needsId: true);
        table.Add($"GET /{collection}/bulk/{{}}", call =>
        {
            var response = call.Respond(Describe(Find(call.PathValues[0])));
            workspace.Clock.Poll();
            return response;
        });

        void Add(string method, string path, bool needsId)
        {
            table.AddCheck($"{method} /{collection}{path}", body => Check(body, needsId));
            table.Add($"{method} /{collection}{path}", call => Enqueue(call, $"{method} {path}"));
        }
    }

    /// <summary>Applies the tasks that have ended, even if no request asks for their job.</summary>
    public void CompleteDue()
    {
        foreach (var job in _jobs.Values)
            Complete(job);
    }

    private void Check(JObject body, bool needsId)
    {
        if (body[collection] is not { } sent)
            throw new Rejection(422, "field_not_found", $"{collection} field must be supplied");
        if (sent is not JArray items)
            throw new Rejection(422, "type_mismatch", $"{collection} must be an array");
        if (items.Count > MaximumItems)
        {
            throw new Rejection(422, "parameter_invalid",
                $"maximum number of {collection} per request is {MaximumItems.ToString(CultureInfo.InvariantCulture)}");
        }

        if (items.Any(element => element is not JObject))
            throw new Rejection(422, "type_mismatch", $"each {item} must be an object");
        if (needsId && items.Any(element => string.IsNullOrEmpty(Call.Scalar(element["id"]))))
            throw new Rejection(422, "field_not_found", $"{collection} must be identified by id");
    }

    private Job Find(string id) =>
        _jobs.TryGetValue(id, out var job) ? job : throw new Rejection(404, "job_not_found", $"job {id} not found");

    private FakeResponse Enqueue(Call call, string action)
    {
        var now = workspace.Clock.UtcNow;
        Job job;
        if (Call.Scalar(call.Body["job"]?["id"]) is { } id)
        {
            job = Find(id);
            Complete(job);
            if (job.Tasks.TrueForAll(task => task.IsApplied))
                throw new Rejection(403, "forbidden", $"job {id} is closed for new task updates");
        }
        else
        {
            id = $"job_v2_{workspace.NextNumber()}";
            _jobs.Add(id, job = new Job(id, workspace.Clock.Now));
        }

        workspace.Clock.Tick();
        var items = ((JArray)call.Body[collection]!).OfType<JObject>().ToList();
        job.Tasks.Add(new BulkTask(new BackgroundJob(workspace.NextNumber(), now, duration), now.ToUnixTimeSeconds(), action, items));
        return call.Respond(Describe(job));
    }

    private void Complete(Job job)
    {
        foreach (var task in job.Tasks.Where(task => !task.IsApplied && task.Progress.IsCompleted(workspace.Clock.UtcNow)))
        {
            task.IsApplied = true;
            foreach (var element in task.Items)
            {
                try
                {
                    apply(task.Action, element);
                }
                catch (Rejection)
                {
                    // The other items of the request are still processed.
                    task.HasErrors = true;
                }
            }
        }
    }

    private JObject Describe(Job job)
    {
        Complete(job);
        var ended = job.Tasks.TrueForAll(task => task.IsApplied);
        return new JObject
        {
            ["id"] = job.Id,
            ["type"] = $"{collection}.bulk.job",
            ["state"] = ended ? Ended(job.Tasks.Exists(task => task.HasErrors)) : Active(job.Tasks.TrueForAll(IsPending)),
            ["created_at"] = job.CreatedAt,
            ["updated_at"] = workspace.Clock.Now,
            ["completed_at"] = ended ? job.Tasks.Max(task => task.Progress.CompletesAt.ToUnixTimeSeconds()) : null,
            ["tasks"] = new JArray(job.Tasks.Select(Describe)),
            ["url"] = $"https://api.intercom.io/{collection}/bulk/{job.Id}",
        };
    }

    private JObject Describe(BulkTask task) => new()
    {
        ["id"] = task.Progress.Id,
        ["item_count"] = task.Items.Count,
        ["state"] = task.IsApplied ? Ended(task.HasErrors) : Active(IsPending(task)),
        ["created_at"] = task.CreatedAt,
        ["started_at"] = IsPending(task) ? null : task.CreatedAt,
        ["completed_at"] = task.IsApplied ? task.Progress.CompletesAt.ToUnixTimeSeconds() : null,
    };

    private bool IsPending(BulkTask task) => task.Progress.IsPending(workspace.Clock.UtcNow);

    private static string Ended(bool hasErrors) => hasErrors ? "completed_with_errors" : "completed";

    private static string Active(bool isPending) => isPending ? "pending" : "running";

    private sealed class Job(string id, long createdAt)
    {
        public string Id { get; } = id;

        public long CreatedAt { get; } = createdAt;

        public List<BulkTask> Tasks { get; } = [];
    }

    private sealed class BulkTask(BackgroundJob progress, long createdAt, string action, IReadOnlyList<JObject> items)
    {
        public BackgroundJob Progress { get; } = progress;

        public long CreatedAt { get; } = createdAt;

        public string Action { get; } = action;

        public IReadOnlyList<JObject> Items { get; } = items;

        public bool IsApplied { get; set; }

        public bool HasErrors { get; set; }
    }
}
