using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Escaping;
using Intercom.Generated.Descriptions.Jobs;

namespace Intercom.Generated.SourceGenerator.Emission;

/// <summary>Emits the methods of a client that start jobs, wait for them, and get their handles.</summary>
internal static class JobsEmitter
{
    public static string Emit(JobModel job, string targetNamespace)
    {
        var code = CodeWriter.File(
            targetNamespace, "System", "System.Threading", "System.Threading.Tasks", "Intercom.Generated.Runtime");
        var client = $"{job.Operation.Client}Client";
        code.Line();
        code.Markup("summary", $"Starts jobs of <see cref=\"{client}\"/>, and waits for them.");
        code.Open($"public static class {client}Jobs");
        foreach (var start in job.Starts)
        {
            Start(code, job, start);
            code.Line();
        }

        Wait(code, job);
        code.Line();
        Get(code, job);
        code.Close();
        return code.ToString();
    }

    private static void Start(CodeWriter code, JobModel job, JobStartModel start)
    {
        var client = $"{job.Operation.Client}Client";
        var others = job.Operation.Parameters.Skip(1).ToList();
        code.Markup("summary", $"Starts a job with <see cref=\"{client}.{start.Method}Async\"/>, and returns its handle.");
        code.Parameter("client", "The client.");
        code.Parameter("request", "The request body.");
        Document(code, others);
        code.Parameter("options", "The options of the call that starts the job, or null for the options of the client.");
        code.Parameter("cancellationToken", "Cancels the call. A job that has started continues.");
        code.Prose("returns", "The handle, with which you can wait for the job.");
        code.Line("/// <exception cref=\"IntercomException\">The call failed.</exception>");
        code.List(
            $"public static async Task<IntercomJob<{job.Operation.Type}>> {start.Name}Async",
            [
                $"this {client} client", $"{start.Request} request", .. others.Select(Declare), "RequestOptions? options = null",
                "CancellationToken cancellationToken = default",
            ],
            string.Empty);
        code.Line("{");
        code.Continued($"var started = await client.{start.Method}Async(request, options, cancellationToken).ConfigureAwait(false);");
        code.Continued(
            $"return client.Get{job.Noun}({string.Join(", ", others.Select(Name).Prepend($"started.{start.Id}!"))});");
        code.Line("}");
    }

    private static void Wait(CodeWriter code, JobModel job)
    {
        var client = $"{job.Operation.Client}Client";
        code.Summary("Waits until a job ends. To continue waiting in another process, pass the same ID there.");
        code.Parameter("client", "The client.");
        Document(code, job.Operation.Parameters);
        code.Parameter("progress", "Receives the status after each request, including the last one. Null for no reports.");
        code.Parameter("cancellationToken", "Ends the wait. The job itself continues.");
        code.Prose("returns", "The last status.");
        code.Line("/// <exception cref=\"IntercomJobFailedException\">The job failed or was canceled.</exception>");
        code.Line("/// <exception cref=\"IntercomException\">A call failed.</exception>");
        var name = job.Noun == "Job" ? "WaitAsync" : $"WaitFor{job.Noun}Async";
        code.List(
            $"public static Task<{job.Operation.Type}> {name}",
            [
                $"this {client} client", .. job.Operation.Parameters.Select(Declare), $"IProgress<{job.Operation.Type}>? progress = null",
                "CancellationToken cancellationToken = default",
            ],
            " =>");
        var arguments = string.Join(", ", job.Operation.Parameters.Select(Name));
        code.Continued($"client.Get{job.Noun}({arguments}).WaitAsync(progress, cancellationToken);");
        code.Line();
        var types = string.Join(", ", job.Operation.Parameters.Select(parameter => parameter.Type));
        code.Line($"/// <inheritdoc cref=\"{name}({client}, {types}, IProgress{{{job.Operation.Type}}}?, CancellationToken)\"/>");
        code.List(
            $"public static Task<{job.Operation.Type}> {name}",
            [$"this {client} client", .. job.Operation.Parameters.Select(Declare), "CancellationToken cancellationToken"],
            " =>");
        code.Continued($"client.Get{job.Noun}({arguments}).WaitAsync(progress: null, cancellationToken);");
    }

    private static void Get(CodeWriter code, JobModel job)
    {
        var operation = job.Operation;
        code.Summary("Returns the handle of a job. No request is sent.");
        code.Parameter("client", "The client.");
        Document(code, operation.Parameters);
        code.List(
            $"public static IntercomJob<{operation.Type}> Get{job.Noun}",
            [$"this {operation.Client}Client client", .. operation.Parameters.Select(Declare)],
            string.Empty);
        code.Line("{");
        string[] arguments = ["id", .. operation.Parameters.Skip(1).Select(Name), "options", "cancellationToken"];
        var status = job.IsEnum ? $"job.{job.Status}?.Value" : $"job.{job.Status}";
        code.Continued(() => code.List(
            $"var operation = new JobOperation<{operation.Type}>",
            [
                "client",
                CSharpText.Literal($"{operation.Client}.{operation.Name}"),
                $"(id, options, cancellationToken) => client.{operation.Name}Async({string.Join(", ", arguments)})",
                $"job => {status}",
                Texts(job.Completed),
                Texts(job.Failed),
            ],
            ";"));
        code.Continued($"return new IntercomJob<{operation.Type}>({Name(operation.Parameters[0])}, operation);");
        code.Line("}");
    }

    private static string Texts(EquatableArray<string> texts) => $"[{string.Join(", ", texts.Select(CSharpText.Literal))}]";

    private static void Document(CodeWriter code, IEnumerable<JobParameterModel> parameters)
    {
        foreach (var parameter in parameters)
            code.Parameter(parameter.Name, parameter.Summary);
    }

    private static string Declare(JobParameterModel parameter) => $"{parameter.Type} {parameter.Name}";

    private static string Name(JobParameterModel parameter) => parameter.Name;
}
