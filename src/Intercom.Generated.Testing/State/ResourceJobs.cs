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
        return job.Describe(isCompleted: false);
    }

    /// <summary>Creates the resources of the jobs that have ended, even if no request asks for their status.</summary>
    public void CompleteDue()
    {
        foreach (var job in _jobs.Values)
            job.IsCompleted(workspace.Clock.UtcNow);
    }

    private FakeResponse Status(Call call)
    {
        if (!_jobs.TryGetValue(call.PathValues[0], out var job))
            throw new Rejection(404, "job_not_found", "Job Not Found");
        var response = call.Respond(job.Describe(job.IsCompleted(workspace.Clock.UtcNow)));
        workspace.Clock.Poll();
        return response;
    }

    private sealed class Job(string id, DateTimeOffset startedAt, TimeSpan duration, string resourceType, Func<JObject> create)
    {
        private readonly BackgroundJob _progress = new(id, startedAt, duration);
        private JObject? _resource;

        public bool IsCompleted(DateTimeOffset now)
        {
            if (_progress.IsActive(now))
                return false;
            _resource ??= create();
            return true;
        }

        public JObject Describe(bool isCompleted)
        {
            var created = isCompleted ? _resource!["id"] : null;
            return new JObject
            {
                ["type"] = "job",
                ["id"] = id,
                ["url"] = $"https://api.intercom.io/jobs/status/{id}",
                ["status"] = isCompleted ? "success" : "pending",
                ["resource_type"] = resourceType,
                ["resource_id"] = created,
                ["resource_url"] = created is null ? null : $"https://api.intercom.io/{resourceType}s/{created}",
            };
        }
    }
}
