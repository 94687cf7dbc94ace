using System.Globalization;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>Uploads of product catalogs to ecommerce connectors, which a test adds as <c>ecommerce_connector</c>.</summary>
internal sealed class CatalogUploads(Workspace workspace, ResourceCatalog resources, TimeSpan duration)
{
    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BackgroundJob> _syncs = new(StringComparer.Ordinal);

    public void Register(OperationTable table) => table.Add("POST /ecommerce/connectors/{}/catalog", Upload);

    private FakeResponse Upload(Call call)
    {
        var connector = call.PathValues[0];
        if (!resources.ItemsOf("ecommerce_connector").Any(known => Call.Scalar(known["id"]) == connector))
            throw new Rejection(404, "import_source_not_found", "No connector found with the provided id.");
        if (_syncs.TryGetValue(connector, out var sync) && sync.IsActive(workspace.Clock.UtcNow))
            throw new Rejection(409, "sync_in_progress", "A catalog upload is already in progress. Please wait for it to complete.");

        var parts = MultipartBody.Read(call.Request);
        var id = Text(parts, "import_job_id");
        var open = _sessions.TryGetValue(connector, out var session) ? session : null;
        if (id is not null && open?.Id != id)
            throw new Rejection(404, "upload_session_not_found", "No active upload session found for the provided import_job_id.");
        return Text(parts, "finalize") switch
        {
            "true" => Complete(call, connector, id is null ? null : open),
            "false" => AddPart(call, connector, parts, id, open),
            _ when open is not null => throw new Rejection(
                422, "import_job_id_required", "Include import_job_id to continue an existing upload session."),
            _ => UploadFile(call, connector, parts),
        };
    }

    private FakeResponse UploadFile(Call call, string connector, IReadOnlyDictionary<string, MultipartPart> parts)
    {
        CheckCatalog(parts);
        return Sync(call, connector, workspace.NextNumber());
    }

    private FakeResponse AddPart(
        Call call, string connector, IReadOnlyDictionary<string, MultipartPart> parts, string? id, Session? open)
    {
        if (id is null && open is not null)
            throw new Rejection(409, "sync_in_progress", "A multipart upload is already in progress. Use import_job_id to continue.");
        var next = open?.NextPart ?? 1;
        var part = next;
        if (Text(parts, "part_number") is { } number
            && (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out part) || part < 1))
        {
            throw new Rejection(422, "invalid_part_number", "part_number must be a positive integer");
        }

        if (part > next)
        {
            throw new Rejection(422, "invalid_part_number",
                string.Format(CultureInfo.InvariantCulture, "Expected part {0}, got {1}", next, part));
        }

        CheckCatalog(parts);
        if (open is null)
            _sessions.Add(connector, open = new Session(workspace.NextNumber()));
        open.NextPart = Math.Max(open.NextPart, part + 1);
        return call.Respond(new JObject { ["import_job_id"] = open.Id, ["next_part_number"] = open.NextPart });
    }

    private FakeResponse Complete(Call call, string connector, Session? open)
    {
        if (open is null)
            throw new Rejection(409, "upload_session_not_finalizable", "Upload session cannot be finalized in its current state.");
        _sessions.Remove(connector);
        return Sync(call, connector, open.Id);
    }

    private FakeResponse Sync(Call call, string connector, string id)
    {
        _syncs[connector] = new BackgroundJob(id, workspace.Clock.UtcNow, duration);
        workspace.Clock.Tick();
        return new FakeResponse(202, new JObject
        {
            ["import_job_id"] = id,
            ["status"] = "processing",
            ["message"] = "The catalog is being processed.",
        });
    }

    private static void CheckCatalog(IReadOnlyDictionary<string, MultipartPart> parts)
    {
        if (!parts.TryGetValue("catalog", out var catalog))
            throw new Rejection(400, "parameter_not_found", "catalog file is required");
        if (!catalog.IsFile)
            throw new Rejection(400, "parameter_not_found", "catalog must be an uploaded file");
        JToken json;
        try
        {
            json = StrictJsonReader.Parse(catalog.Text);
        }
        catch (FormatException)
        {
            throw NotAnArray();
        }

        if (json is not JArray products)
            throw NotAnArray();
        if (products.Any(product => product is not JObject))
            throw new Rejection(422, "invalid_catalog_format", "each item in the catalog array must be a JSON object");
    }

    private static Rejection NotAnArray() => new(422, "invalid_catalog_format", "catalog must be a JSON array");

    private static string? Text(IReadOnlyDictionary<string, MultipartPart> parts, string name) =>
        parts.TryGetValue(name, out var part) && part.Text.Length > 0 ? part.Text : null;

    private sealed class Session(string id)
    {
        public string Id { get; } = id;

        public int NextPart { get; set; } = 1;
    }
}
