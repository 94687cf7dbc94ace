using System.Globalization;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The jobs that create a resource in the background, and their status.</summary>
internal sealed class ResourceJobs(Workspace workspace, TimeSpan duration)
{
    private readonly Dictionary<string, Job> _jobs = new(StringComparer.Ordinal);

    public void Register(OperationTable table) => table.Add("GET /jobs/status/{}", Status);

    /// <summary>Starts a job.</summary>
    /// <param name="resourceType">The type of the resource, such as <c>ticket</c>.</param>
    /// <param name="create">Creates the resource when the job ends.</param>
    /// <returns>The status of the new job.</returns>
    public JObject Start(string resourceType, Func<JObject> create)
    {
        var number = (_jobs.Count + 1).ToString(CultureInfo.InvariantCulture);
        var job = new Job(number, workspace.Clock.UtcNow, duration, resourceType, create);
        workspace.Clock.Tick();
        _jobs.Add(number, job);
        return job.Describe();
    }

    /// <summary>Creates the resources of the jobs that have ended, even if no request asks for their status.</summary>
    public void CompleteDue()
    {
        foreach (var job in _jobs.Values)
            Complete(job);
    }

    private FakeResponse Status(Call call)
    {
        if (!_jobs.TryGetValue(call.PathValues[0], out var job))
            throw new Rejection(404, "job_not_found", "Job Not Found");
        Complete(job);
        var response = call.Respond(job.Describe());
        workspace.Clock.Poll();
        return response;
    }

    private void Complete(Job job)
    {
        if (job.TryComplete(workspace.Clock.UtcNow))
            workspace.Raise("job.completed", () => job.Describe());
    }

    private sealed class Job(string id, DateTimeOffset startedAt, TimeSpan duration, string resourceType, Func<JObject> create)
    {
        private readonly BackgroundJob _progress = new(id, startedAt, duration);
        private JObject? _resource;

        /// <summary>Creates the resource if the job has just ended.</summary>
        public bool TryComplete(DateTimeOffset now)
        {
            if (_resource is not null || !_progress.IsCompleted(now))
                return false;
            _resource = create();
            return true;
        }

        public JObject Describe()
        {
            var created = _resource?["id"];
            return new JObject
            {
                ["type"] = "job",
                ["id"] = id,
                ["url"] = $"https://api.intercom.io/jobs/status/{id}",
                ["status"] = _resource is not null ? "success" : "pending",
                ["resource_type"] = resourceType,
                ["resource_id"] = created,
                ["resource_url"] = created is null ? null : $"https://api.intercom.io/{resourceType}s/{created}",
            };
        }
    }
}
