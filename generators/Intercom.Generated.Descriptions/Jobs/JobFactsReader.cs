using System.Globalization;
using Intercom.Generated.Descriptions.Facts;
using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.Descriptions.Jobs;

/// <summary>
/// Reads the facts about jobs and batches (openapi/jobs.json). Those whose operation a version does not have are left out. Never throws for
/// the content of the file: problems are part of the result.
/// </summary>
public static class JobFactsReader
{
    /// <summary>The name of the facts file.</summary>
    public const string FileName = "jobs.json";

    /// <summary>Reads the jobs of a version.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="model">The model of the version.</param>
    public static JobFacts Read(string json, ApiModel model)
    {
        var problems = new List<DescriptionProblem>();
        var jobs = new List<JobModel>();
        var batches = new List<BatchModel>();
        if (FactsObject.Parse(FileName, json, problems) is { } root)
        {
            root.Allow("description", "jobs", "batches");
            var operations = model.Clients.SelectMany(client => client.Operations)
                .ToDictionary(operation => operation.Key, StringComparer.Ordinal);
            var types = model.Objects.ToDictionary(type => type.Name, StringComparer.Ordinal);
            jobs.AddRange(root.Objects("jobs").Select(job => Read(job, operations, types)).OfType<JobModel>());
            if (root.Has("batches"))
            {
                batches.AddRange(root.Object("batches").Members()
                    .Select(batch => Batch(batch.Name, batch.Value, operations, types, jobs)).OfType<BatchModel>());
            }
        }

        return problems.Count > 0
            ? new JobFacts(default, problems.ToEquatableArray())
            : new JobFacts(jobs.ToEquatableArray(), default) { Batches = batches.ToEquatableArray() };
    }

    private static JobModel? Read(FactsObject job, Dictionary<string, OperationModel> operations, Dictionary<string, ObjectModel> types)
    {
        job.Allow("get", "noun", "status", "completed", "failed", "id", "start");
        var key = job.Text("get");
        var noun = job.Name("noun");
        var status = job.Text("status");
        var completed = job.Texts("completed");
        var failed = job.Texts("failed");
        var id = job.Text("id");
        var starts = job.Object("start").Members().ToList();
        if (key is null || noun is null || status is null || completed is null || failed is null || id is null)
            return null;
        if (!operations.TryGetValue(key, out var get))
            return null;
        if (Property(get, status, types) is not { } property || get.PathParameters.Count != 1)
            return job.Report<JobModel>("status", $"The response of {key} has no property '{status}', or its path has no ID.");

        var parameters = get.PathParameters.Concat(get.RequiredQuery)
            .Select(parameter => new JobParameterModel(parameter.Name, parameter.Type.CSharp, parameter.Summary))
            .ToEquatableArray();
        var methods = new List<JobStartModel>();
        foreach (var (start, facts) in starts)
        {
            if (facts.Name("method") is not { } name || !operations.TryGetValue(start, out var operation) || operation.Client != get.Client)
                continue;
            if (operation.Body?.Type.Name is not { } request || Property(operation, id, types)?.Name is not { } idName)
                return job.Report<JobModel>("id", $"{start} has no request body, or its response has no property '{id}'.");
            methods.Add(new JobStartModel(name, operation.Name, request, idName));
        }

        return new JobModel(
            noun,
            new JobOperationModel(get.Client, get.Name, get.Response.Type!.Name!, parameters),
            property.Name,
            property.Type.Kind == TypeKind.Enum,
            completed.ToEquatableArray(),
            failed.ToEquatableArray(),
            methods.ToEquatableArray());
    }

    private static BatchModel? Batch(
        string key,
        FactsObject facts,
        Dictionary<string, OperationModel> operations,
        Dictionary<string, ObjectModel> types,
        IEnumerable<JobModel> jobs)
    {
        facts.Allow("items");
        if (facts.Text("items") is not { } items || !operations.TryGetValue(key, out var operation))
            return null;
        var request = operation.Body?.Type.Name is { } name && types.TryGetValue(name, out var found) ? found : null;
        var list = request?.Properties.FirstOrDefault(property => property.WireName == items);
        var limit = list?.Facts.Limits.FirstOrDefault(limit => limit.Keyword == "maxItems");
        if (list?.Type.Element is not { } item
            || !int.TryParse(limit?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || size == 0)
            return facts.Report<BatchModel>("items", $"The request of {key} has no list '{items}' with a maxItems.");
        var hasParameters = operation.PathParameters.Count + operation.RequiredQuery.Count > 0;
        if (hasParameters || operation.Paging is not null || operation.Response.Type is not { } result)
            return facts.Report<BatchModel>("items", $"{key} has a parameter, returns a list, or has no JSON in its response.");

        var job = jobs.FirstOrDefault(job => job.Operation.Client == operation.Client && Start(job) is not null);
        return new BatchModel(
            operation.Client,
            job is null ? operation.Name : Start(job)!.Name,
            request!.Name,
            list.Name,
            item.CSharp,
            size,
            request.Properties.Any(property => property.IsRequiredInRequests && property != list),
            job is null ? result.CSharp : $"IntercomJob<{job.Operation.Type}>");

        JobStartModel? Start(JobModel job) => job.Starts.FirstOrDefault(start => start.Method == operation.Name);
    }

    private static PropertyModel? Property(OperationModel operation, string name, Dictionary<string, ObjectModel> types) =>
        operation.Response.Type?.Name is { } type && types.TryGetValue(type, out var found)
            ? found.Properties.FirstOrDefault(property => property.WireName == name)
            : null;
}
