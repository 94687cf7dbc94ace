using System.Globalization;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The exports of one type: they progress with the clock, and have a file for two days after they end.</summary>
/// <param name="workspace">The data.</param>
/// <param name="duration">The time that an export takes.</param>
/// <param name="kind">What an export contains, such as <c>message data</c>.</param>
/// <param name="limit">The number of exports that can be active at the same time.</param>
/// <param name="completed">The status of an export that has ended, such as <c>completed</c>.</param>
internal sealed class ExportJobs(Workspace workspace, TimeSpan duration, string kind, int limit, string completed)
{
    /// <summary>How long Intercom keeps the file.</summary>
    private static readonly TimeSpan FileLifetime = TimeSpan.FromDays(2);

    private readonly Dictionary<string, Export> _exports = new(StringComparer.Ordinal);

    private DateTimeOffset Now => workspace.Clock.UtcNow;

    /// <summary>Starts an export of the rows that exist now.</summary>
    /// <exception cref="Rejection">Too many exports are active.</exception>
    public FakeResponse Start(Call call, string downloadUrl, IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string?>> rows)
    {
        var now = Now;
        if (_exports.Values.Count(export => export.Job.IsActive(now)) >= limit)
        {
            throw new Rejection(429, "rate_limit_exceeded",
                $"Exceeded rate limit of {limit.ToString(CultureInfo.InvariantCulture)} pending {kind} export jobs");
        }

        workspace.Clock.Tick();
        var id = $"fakeexport{workspace.NextNumber()}";
        var started = new Export(new BackgroundJob(id, now, duration), string.Format(CultureInfo.InvariantCulture, downloadUrl, id),
            rows.Count == 0 ? null : CsvFile.Compress(header, rows));
        _exports.Add(id, started);
        return call.Respond(Describe(started, now));
    }

    /// <exception cref="Rejection">The export does not exist.</exception>
    public FakeResponse Status(Call call)
    {
        var response = call.Respond(Describe(Find(call), Now));
        workspace.Clock.Poll();
        return response;
    }

    /// <exception cref="Rejection">The export does not exist.</exception>
    public FakeResponse Cancel(Call call)
    {
        var export = Find(call);
        export.Job.Cancel(Now);
        return call.Respond(Describe(export, Now));
    }

    /// <exception cref="Rejection">The export does not exist, or it has no file yet or no longer.</exception>
    public FakeResponse Download(Call call)
    {
        var export = Find(call);
        return HasFile(export, Now)
            ? new FakeResponse(200, export.File!, "application/octet-stream") { FileName = $"{export.Job.Id}.csv.gz" }
            : throw NotFound(export.Job.Id);
    }

    private Export Find(Call call) =>
        _exports.TryGetValue(call.PathValues[0], out var export) ? export : throw NotFound(call.PathValues[0]);

    private static Rejection NotFound(string id) => new(404, "not_found", $"Export job not found for identifier: {id}");

    private static bool HasFile(Export export, DateTimeOffset now) =>
        export.File is not null && export.Job.IsCompleted(now) && now < export.Job.CompletesAt + FileLifetime;

    private JObject Describe(Export export, DateTimeOffset now)
    {
        var hasFile = HasFile(export, now);
        return new JObject
        {
            ["job_identifier"] = export.Job.Id,
            ["status"] = StatusOf(export, now),
            ["download_url"] = hasFile ? export.DownloadUrl : "",
            ["download_expires_at"] = hasFile
                ? (export.Job.CompletesAt + FileLifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
                : "",
        };
    }

    private string StatusOf(Export export, DateTimeOffset now)
    {
        if (export.Job.IsCanceled)
            return "canceled";
        if (export.Job.IsPending(now))
            return "pending";
        if (export.Job.IsActive(now))
            return "in_progress";
        return export.File is null && completed == "completed" ? "no_data" : completed;
    }

    private sealed class Export(BackgroundJob job, string downloadUrl, byte[]? file)
    {
        public BackgroundJob Job { get; } = job;

        public string DownloadUrl { get; } = downloadUrl;

        public byte[]? File { get; } = file;
    }
}
