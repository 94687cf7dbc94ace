using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

/// <summary>A fake with a complete workspace, in which a test provokes one documented error.</summary>
internal sealed class Provoker(string version, FakeClient client, Seeds seeds)
{
    private readonly SampleRequests _requests = new(version, seeds);

    public FakeClient Client { get; } = client;

    public FakeIntercom Fake => Client.Fake;

    public Seeds Seeds { get; } = seeds;

    /// <summary>Sends a valid request whose body was changed.</summary>
    public Task<ReceivedResponse> SendAsync(string operation, Action<JObject>? change = null, int? unknown = null, string id = Seeds.Unknown) =>
        SendAsync(_requests.Create(operation, unknown, change, id));

    /// <summary>Sends a request with exactly this body.</summary>
    public async Task<ReceivedResponse> RawAsync(string operation, JToken? body, string? query = null)
    {
        var path = Seeds.Fill(Description.TemplateOf(Client.Fake.Version, operation));
        return await Client.SendAsync(operation.Split(' ')[0], path + query, body);
    }

    /// <summary>Sends a request to a path of its own.</summary>
    public Task<ReceivedResponse> ToAsync(string method, string path, JToken? body = null) => Client.SendAsync(method, path, body);

    public Task<ReceivedResponse> UploadAsync(string? connector, params (string Name, string Text, bool IsFile)[] parts)
    {
        var form = new MultipartFormDataContent("fake-boundary");
        foreach (var (name, text, isFile) in parts)
        {
            if (isFile)
                form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), name, "catalog.json");
            else
                form.Add(new StringContent(text), name);
        }

        var id = connector ?? (string)Fake.Add("ecommerce_connector")["id"]!;
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/ecommerce/connectors/{id}/catalog") { Content = form });
    }

    public async Task<ReceivedResponse> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await Client.Http.SendAsync(request);
            return new ReceivedResponse(response, await response.Content.ReadAsByteArrayAsync());
        }
    }
}

/// <summary>How the documented errors are provoked, by operation and a part of the message.</summary>
internal static class Provocations
{
    private const string Mono = "job_v2_1";

    private static readonly JObject User = new() { ["id"] = "42" };
    private static readonly JObject Message = new() { ["author"] = "user", ["body"] = "Why?", ["timestamp"] = "2026-01-01T00:00:00Z" };

    /// <summary>Gets the reason why the fake does not return an error, or null if it has to.</summary>
    public static string? WhyOmitted(DocumentedError error) => error.Situation switch
    {
        "IntegrationNotFound" => "The fake has no integrations. The example is one of three of a shared response.",
        "CustomObjectNotFound" when !error.Operation.EndsWith("/custom_object_instances/{}/{}", StringComparison.Ordinal)
            => "The example is one of three of a shared response, and the operation has no custom object instances in its path.",
        "Storage error" => "The storage of the fake does not fail. Use RespondOnce.",
        "File exceeds size limit" => "A test would need a file of 99 MB.",
        "Conflict" or "Partly applied" when error.Operation == "PUT /teams/{}" => "Requests to the fake run one after another.",
        "server error" or "bad request - exception sending sms" => "The fake does not fail. Use RespondOnce.",
        "unprocessable entity" when error.Message.Contains("some_error", StringComparison.Ordinal) => "The published example is a placeholder.",
        "No Fin profile" => "The fake has no Fin profiles.",
        "Resource not available" => "The description of the version has the operation.",
        _ => null,
    };

    /// <summary>Gets the provocation of an error, or null if the table has none.</summary>
    public static Func<Provoker, Task<ReceivedResponse>>? Find(DocumentedError error) => Table
        .Where(row => row.Operation == error.Operation && error.Message.Contains(row.Part, StringComparison.Ordinal))
        .Select(row => row.Provoke).FirstOrDefault();

    private static IEnumerable<(string Operation, string Part, Func<Provoker, Task<ReceivedResponse>> Provoke)> Table =>
    [
        .. Content(), .. Contacts(), .. Bulk("contacts"), .. Bulk("companies"), .. Conversations(), .. Attributes(), .. Connectors(),
        .. Catalogs(), .. Exports(), .. Fin(), .. Workspace(), .. Tickets(),
    ];

    private static JObject Set(JObject body, string name, JToken? value)
    {
        body[name] = value;
        return body;
    }

    private static IEnumerable<(string Operation, string Part, Func<Provoker, Task<ReceivedResponse>> Provoke)> Content()
    {
        foreach (var type in new[] { "articles", "internal_articles" })
            yield return ($"POST /{type}", "author_id must be", p => p.RawAsync($"POST /{type}", new JObject { ["title"] = "No author" }));
        foreach (var operation in new[] { "POST /articles", "PUT /articles/{}" })
        {
            yield return (operation, "in the same request", p => p.SendAsync(operation, body =>
                Set(Set(body, "scheduled_publish_at", "2027-01-15T08:00:00Z"), "scheduled_unpublish_at", "2027-01-16T08:00:00Z")));
            yield return (operation, "while setting state to draft", p => p.SendAsync(operation, body =>
            {
                Set(Set(body, "scheduled_publish_at", "2027-01-15T08:00:00Z"), "state", "draft");
                body.Remove("scheduled_unpublish_at");
            }));
        }

        yield return ("PUT /articles/{}", "never been published", p =>
            p.ToAsync("PUT", $"/articles/{p.Fake.Add("article")["id"]}", new JObject { ["scheduled_unpublish_at"] = "2027-01-15T08:00:00Z" }));
        yield return ("PUT /articles/{}/draft", "must be published", p =>
            p.ToAsync("PUT", $"/articles/{p.Fake.Add("article")["id"]}/draft", new JObject { ["title"] = "A" }));
        yield return ("POST /articles/{}/draft/publish", "without pending changes: fr", p =>
            p.RawAsync("POST /articles/{}/draft/publish", new JObject { ["locales"] = new JArray("fr") }));
        yield return ("POST /articles/{}/draft/publish", "multilingual workspace", async p =>
        {
            var article = p.Fake.Add("article", new JObject
            {
                ["state"] = "published",
                ["translated_content"] = new JObject { ["fr"] = new JObject { ["title"] = "Bonjour" } },
            });
            await p.Client.OkAsync("PUT", $"/articles/{article["id"]}/draft", new JObject { ["title"] = "A" });
            return await p.ToAsync("POST", $"/articles/{article["id"]}/draft/publish");
        });
        yield return ("POST /articles/{}/draft/publish", "has no draft", p =>
            p.ToAsync("POST", $"/articles/{p.Fake.Add("article", new JObject { ["state"] = "published" })["id"]}/draft/publish"));
        foreach (var operation in new[] { "GET /articles/{}/versions", "GET /articles/{}/versions/{}" })
            yield return (operation, "Unknown locale", p => p.RawAsync(operation, null, "?locale=xx"));
        yield return ("POST /audiences", "Name is required", p => p.RawAsync("POST /audiences", new JObject()));
        yield return ("PUT /audiences/{}", "must not be blank", p => p.RawAsync("PUT /audiences/{}", new JObject { ["name"] = " " }));
        foreach (var type in new[] { "articles", "content_snippets", "internal_articles" })
        {
            yield return ($"POST /{type}/{{}}/tags", "Tag not found", p => p.SendAsync($"POST /{type}/{{}}/tags", body => Set(body, "id", Seeds.Unknown)));
        }

        foreach (var operation in new[] { "POST /content_snippets", "PUT /content_snippets/{}", "POST /internal_articles", "PUT /internal_articles/{}" })
        {
            yield return (operation, "unknown audience IDs: 999", p => p.SendAsync(operation, body => Set(body, "audience_ids", new JArray(999))));
            yield return (operation, "not currently supported for Fin", p => p.SendAsync(operation, body => Set(body, "locale", "xx")));
        }

        yield return ("DELETE /content_snippets/{}", "dependent procedures", p =>
            p.ToAsync("DELETE", $"/content_snippets/{p.Fake.Add("content_snippet", new JObject { ["procedure_ids"] = new JArray("1") })["id"]}"));
        yield return ("GET /content/search", "Invalid or duplicated", p => p.ToAsync("GET", $"/content/search?tag_ids={Seeds.Unknown}"));
        yield return ("POST /help_center/collections", "Name is a required", p => p.RawAsync("POST /help_center/collections", new JObject()));
        const string Redirects = "POST /help_center/help_centers/{}/redirects";
        yield return (Redirects, "target_type must be", p => p.SendAsync(Redirects, body => Set(body, "target_type", "page")));
        yield return (Redirects, "from_url is required", p => p.SendAsync(Redirects, body => body.Remove("from_url")));
        yield return (Redirects, "absolute URL", p => p.SendAsync(Redirects, body => Set(body, "from_url", "/old")));
        yield return (Redirects, "already exists", async p =>
        {
            await p.SendAsync(Redirects);
            return await p.SendAsync(Redirects);
        });
        yield return ("GET /macros", "updated_since", p => p.ToAsync("GET", "/macros?updated_since=yesterday"));
    }

    private static IEnumerable<(string Operation, string Part, Func<Provoker, Task<ReceivedResponse>> Provoke)> Contacts()
    {
        yield return ("POST /companies", "bad 'test'", p => p.RawAsync("POST /companies", new JObject { ["test"] = true }));
        yield return ("POST /companies/search", "segment_id is not", p => p.RawAsync("POST /companies/search", Query("segment_id")));
        yield return ("GET /companies", "Company Not Found", p => p.ToAsync("GET", "/companies?company_id=none"));
        foreach (var path in new[] { "/contacts/{0}", "/contacts/find_by_external_id/{1}" })
        {
            yield return ($"GET {path.Replace("{0}", "{}").Replace("{1}", "{}")}", "has been merged", async p =>
            {
                var lead = p.Fake.AddContact(new JObject { ["role"] = "lead", ["external_id"] = "gone" });
                await p.Client.OkAsync("POST", "/contacts/merge",
                    new JObject { ["from"] = lead["id"], ["into"] = p.Seeds.Contact, ["skip_duplicate_validation"] = true });
                return await p.ToAsync("GET", string.Format(null, path, lead["id"], "gone"));
            });
        }

        yield return ("POST /contacts/merge", "when they are duplicates", p => p.RawAsync("POST /contacts/merge",
            new JObject { ["from"] = p.Fake.AddContact(new JObject { ["role"] = "lead" })["id"], ["into"] = p.Seeds.Contact }));
        yield return ("POST /contacts/search", "sort order 'desc'", p => p.Client.SendAsync("POST", "/contacts/search",
            Set(Query("name"), "sort", new JObject { ["field"] = "name", ["order"] = "desc" })));
        const string Companies = "POST /contacts/{}/companies";
        yield return (Companies, "company not specified", p => p.RawAsync(Companies, new JObject()));
        yield return (Companies, "Company Not Found", p => p.RawAsync(Companies, new JObject { ["id"] = Seeds.Unknown }));
        yield return (Companies, "maximum of 1000", async p =>
        {
            foreach (var company in p.Fake.AddCompanies(999))
                await p.RawAsync(Companies, new JObject { ["id"] = company["id"] });
            return await p.RawAsync(Companies, new JObject { ["id"] = p.Fake.AddCompany("One too many")["id"] });
        });
        foreach (var owner in new[] { "contacts", "companies" })
        {
            yield return ($"POST /{owner}/{{}}/notes", "Resource Not Found", p =>
                p.RawAsync($"POST /{owner}/{{}}/notes", new JObject { ["body"] = "Hi", ["admin_id"] = Seeds.Unknown }));
        }

        yield return ("POST /contacts/{}/subscriptions", "Resource Not Found", p =>
            p.SendAsync("POST /contacts/{}/subscriptions", body => Set(body, "id", Seeds.Unknown)));
        yield return ("POST /contacts/{}/tags", "Resource Not Found", p =>
            p.SendAsync("POST /contacts/{}/tags", body => Set(body, "id", Seeds.Unknown)));
        yield return ("POST /tags", "invalid tag", p => p.RawAsync("POST /tags", new JObject()));
        yield return ("POST /tags", "User Not Found", p => p.RawAsync("POST /tags",
            new JObject { ["name"] = "A", ["users"] = new JArray(new JObject { ["id"] = Seeds.Unknown }) }));
        yield return ("POST /tags", "Company Not Found", p => p.RawAsync("POST /tags",
            new JObject { ["name"] = "A", ["companies"] = new JArray(new JObject { ["id"] = Seeds.Unknown }) }));
        yield return ("DELETE /tags/{}", "Segments: Seg 1.", p =>
            p.ToAsync("DELETE", $"/tags/{p.Fake.AddTag(new JObject { ["name"] = "A", ["segments"] = new JArray("Seg 1") })["id"]}"));
        yield return ("GET /visitors", "Visitor Not Found", p => p.ToAsync("GET", "/visitors?user_id=none"));
        yield return ("PUT /visitors", "Visitor Not Found", p => p.RawAsync("PUT /visitors", new JObject { ["user_id"] = "none" }));
        yield return ("POST /messages", "Body is required", p => p.SendAsync("POST /messages", body => body.Remove("body")));
        yield return ("POST /messages", "No subject", p => p.SendAsync("POST /messages", body =>
        {
            Set(body, "message_type", "email");
            body.Remove("subject");
        }));
        yield return ("POST /messages", "Invalid SMS", p => p.SendAsync("POST /messages", body =>
            Set(Set(body, "message_type", "sms"), "body", new string('x', 5000))));
        yield return ("GET /messages/whatsapp/status", "Whatsapp message not found", p => p.ToAsync("GET", "/messages/whatsapp/status?message_id=none"));
        yield return ("GET /messages/whatsapp/status", "message_id is required", p => p.ToAsync("GET", "/messages/whatsapp/status"));
        yield return ("GET /messages/status", "ruleset_id is required", p => p.ToAsync("GET", "/messages/status"));
    }

    private static JObject Query(string field) =>
        new() { ["query"] = new JObject { ["field"] = field, ["operator"] = "=", ["value"] = "1" } };

    private static IEnumerable<(string Operation, string Part, Func<Provoker, Task<ReceivedResponse>> Provoke)> Bulk(string collection)
    {
        foreach (var operation in new[] { $"POST /{collection}/bulk", $"PUT /{collection}/bulk", $"POST /{collection}/bulk/delete" })
        {
            yield return (operation, "must be an array", p => p.RawAsync(operation, new JObject { [collection] = "x" }));
            yield return (operation, "must be an object", p => p.RawAsync(operation, new JObject { [collection] = new JArray("x") }));
            yield return (operation, "field must be supplied", p => p.RawAsync(operation, new JObject()));
            yield return (operation, "identified by id", p => p.RawAsync(operation, new JObject { [collection] = new JArray(new JObject()) }));
            yield return (operation, "is 100", p =>
                p.RawAsync(operation, new JObject { [collection] = new JArray(Enumerable.Range(0, 101).Select(id => new JObject { ["id"] = $"{id}" })) }));
            yield return (operation, "not found", p => p.SendAsync(operation, body => Set(body, "job", new JObject { ["id"] = Mono })));
            yield return (operation, "is closed", p =>
                p.SendAsync(operation, body => Set(body, "job", new JObject { ["id"] = p.Seeds.Find($"/{collection}/bulk") })));
        }
    }

    private static IEnumerable<(string Operation, string Part, Func<Provoker, Task<ReceivedResponse>> Provoke)> Conversations()
    {
        yield return ("POST /calls/search", "up to 20", p => p.RawAsync("POST /calls/search", new JObject { ["conversation_ids"] = new JArray() }));
        yield return ("POST /conversations", "User Not Found", p =>
            p.SendAsync("POST /conversations", body => Set((JObject)body["from"]!, "id", new string('0', 24))));
        yield return ("POST /conversations/redact", "not found", p =>
            p.SendAsync("POST /conversations/redact", body => Set(body, "conversation_id", Seeds.Unknown)));
        yield return ("POST /conversations/{}/convert", "not a customer ticket type", p =>
            p.SendAsync("POST /conversations/{}/convert", body => Set(body, "ticket_type_id", p.Seeds.Find("/ticket_types"))));
        yield return ("DELETE /conversations/{}/customers/{}", "last customer", p => p.ToAsync("DELETE",
            $"/conversations/{p.Fake.AddConversation(p.Seeds.Contact)["id"]}/customers/{p.Seeds.Contact}", new JObject { ["admin_id"] = FakeClient.AdminId }));
        const string Merge = "POST /conversations/{}/merge";
        yield return (Merge, "valid integer", p => p.RawAsync(Merge, new JObject { ["merge_into_conversation_id"] = "x" }));
        yield return (Merge, "Primary conversation", p => p.RawAsync(Merge, new JObject { ["merge_into_conversation_id"] = 1 }));
        yield return (Merge, "into itself", p => p.RawAsync(Merge, new JObject { ["merge_into_conversation_id"] = long.Parse(p.Seeds.Conversation, null) }));
        yield return (Merge, "already been merged", async p =>
        {
            await p.SendAsync(Merge);
            return await p.SendAsync(Merge);
        });
        yield return ("PUT /admins/{}/away", "is mandatory", p => p.SendAsync("PUT /admins/{}/away", body => body.Remove("away_status_reason_id")));
        yield return ("PUT /admins/{}/away", "is deleted", p =>
        {
            var reason = p.Fake.Add("away_status_reason", new JObject { ["deleted"] = true });
            return p.SendAsync("PUT /admins/{}/away", body => Set(body, "away_status_reason_id", long.Parse((string)reason["id"]!, null)));
        });
    }

    private static IEnumerable<(string Operation, string Part, Func<Provoker, Task<ReceivedResponse>> Provoke)> Attributes()
    {
        yield return ("POST /conversations/attributes", "'invalid_type'", p =>
            p.RawAsync("POST /conversations/attributes", new JObject { ["name"] = "A", ["data_type"] = "invalid_type" }));
        foreach (var operation in new[] { "POST /conversations/attributes/{}/options", "PUT /conversations/attributes/{}/options/{}" })
        {
            yield return (operation, "label must be a string", p => p.RawAsync(operation, new JObject { ["label"] = 1 }));
            yield return (operation, "label is required", p => p.RawAsync(operation, new JObject()));
            yield return (operation, "only 'label'", p => p.RawAsync(operation, new JObject { ["label"] = "A", ["color"] = "red" }));
        }

        foreach (var (method, option) in new[] { ("POST", ""), ("PUT", "/{}"), ("DELETE", "/{}") })
        {
            var operation = $"{method} /conversations/attributes/{{}}/options{option}";
            yield return (operation, "only be managed on list attributes", async p =>
            {
                var text = await p.Client.OkAsync("POST", "/conversations/attributes", new JObject { ["name"] = "Text", ["data_type"] = "string" });
                return await p.ToAsync(method, $"/conversations/attributes/{text["id"]}/options{option.Replace("{}", "1")}",
                    method == "DELETE" ? null : new JObject { ["label"] = "A" });
            });
        }

        yield return ("DELETE /conversations/attributes/{}/options/{}", "at least 2", async p =>
        {
            await p.SendAsync("DELETE /conversations/attributes/{}/options/{}");
            var attribute = await p.Client.OkAsync("GET", $"/conversations/attributes/{p.Seeds.Find("/conversations/attributes")}");
            return await p.ToAsync("DELETE", $"/conversations/attributes/{attribute["id"]}/options/{attribute["options"]![1]!["id"]}");
        });
        yield return ("GET /data_attributes", "no longer supported", p => p.ToAsync("GET", "/data_attributes?model=conversation"));
        const string Create = "POST /data_attributes";
        var ring = new JObject { ["name"] = "The One Ring", ["model"] = "company", ["data_type"] = "string" };
        foreach (var (part, model) in new[] { ("new company data", "company"), ("new people data", "contact") })
        {
            yield return (Create, part, async p =>
            {
                await p.RawAsync(Create, ring);
                return await p.RawAsync(Create, new JObject(ring) { ["model"] = model });
            });
        }

        yield return (Create, "Data Type isn't", p => p.RawAsync(Create, new JObject(ring) { ["data_type"] = "colour" }));
        yield return (Create, "alphanumeric", p => p.RawAsync(Create, new JObject(ring) { ["name"] = "!" }));
        yield return (Create, "either contact or company", p => p.RawAsync(Create, new JObject(ring) { ["model"] = "visitor" }));
        yield return ("PUT /data_attributes/{}", "isn't an array", p => p.RawAsync("PUT /data_attributes/{}", new JObject { ["options"] = "x" }));
        yield return ("PUT /data_attributes/{}", "dependant object", p =>
        {
            var used = p.Fake.Add("data_attribute", new JObject { ["used_by"] = new JArray("segment") });
            return p.ToAsync("PUT", $"/data_attributes/{used["id"]}", new JObject { ["archived"] = true, ["options"] = new JArray(new JObject { ["value"] = "1" }) });
        });
    }

    private static IEnumerable<(string Operation, string Part, Func<Provoker, Task<ReceivedResponse>> Provoke)> Connectors()
    {
        yield return ("GET /data_connectors", "Invalid starting_after", p => p.ToAsync("GET", "/data_connectors?starting_after=x"));
        yield return ("POST /data_connectors", "Name is required", p => p.RawAsync("POST /data_connectors", new JObject()));
        foreach (var operation in new[] { "POST /data_connectors", "PATCH /data_connectors/{}" })
        {
            yield return (operation, "Invalid audiences", p =>
                p.RawAsync(operation, new JObject { ["name"] = "A", ["audiences"] = new JArray("robots") }));
        }

        yield return ("PATCH /data_connectors/{}", "Http Method", p => p.RawAsync("PATCH /data_connectors/{}", new JObject { ["http_method"] = "trace" }));
        yield return ("PATCH /data_connectors/{}", "Invalid state", p => p.RawAsync("PATCH /data_connectors/{}", new JObject { ["state"] = "dead" }));
        yield return ("GET /data_connectors/{}", "Invalid state_version", p => p.RawAsync("GET /data_connectors/{}", null, "?state_version=dead"));
        yield return ("DELETE /data_connectors/{}", "draft state", p =>
            p.ToAsync("DELETE", $"/data_connectors/{p.Fake.Add("data_connector", new JObject { ["state"] = "live" })["id"]}"));
        foreach (var method in new[] { "DELETE", "PATCH" })
        {
            yield return ($"{method} /data_connectors/{{}}", "in use", p =>
            {
                var used = p.Fake.Add("data_connector", new JObject { ["state"] = "live", ["used_by"] = new JArray("workflow") });
                return p.ToAsync(method, $"/data_connectors/{used["id"]}", method == "PATCH" ? new JObject { ["state"] = "draft" } : null);
            });
        }

        yield return ("GET /data_connectors/{}/execution_results", "Invalid error_type", p =>
            p.RawAsync("GET /data_connectors/{}/execution_results", null, "?error_type=x"));
        yield return ("GET /data_connectors/{}/execution_results", "start_ts must be", p =>
            p.RawAsync("GET /data_connectors/{}/execution_results", null, "?start_ts=x"));
    }

    private static IEnumerable<(string Operation, string Part, Func<Provoker, Task<ReceivedResponse>> Provoke)> Catalogs()
    {
        const string Upload = "POST /ecommerce/connectors/{}/catalog";
        yield return (Upload, "must be an uploaded file", p => p.UploadAsync(null, ("catalog", "[]", false)));
        yield return (Upload, "catalog file is required", p => p.UploadAsync(null, ("finalize", "false", false)));
        yield return (Upload, "must be a JSON array", p => p.UploadAsync(null, ("catalog", "{}", true)));
        yield return (Upload, "must be a JSON object", p => p.UploadAsync(null, ("catalog", "[1]", true)));
        yield return (Upload, "No active upload session", p => p.UploadAsync(null, ("catalog", "[]", true), ("import_job_id", "1", false)));
        yield return (Upload, "cannot be finalized", p => p.UploadAsync(null, ("finalize", "true", false)));
        yield return (Upload, "positive integer", p =>
            p.UploadAsync(null, ("catalog", "[]", true), ("finalize", "false", false), ("part_number", "0", false)));
        yield return (Upload, "Please wait", async p =>
        {
            var id = (string)p.Fake.Add("ecommerce_connector")["id"]!;
            await p.UploadAsync(id, ("catalog", "[]", true));
            return await p.UploadAsync(id, ("catalog", "[]", true));
        });
        yield return (Upload, "already in progress. Use", p => PartAsync(p, [("finalize", "false", false)]));
        yield return (Upload, "Include import_job_id", p => PartAsync(p, []));
        yield return (Upload, "Expected part 2, got 3", p => PartAsync(p, [("finalize", "false", false), ("part_number", "3", false)], continues: true));

        static async Task<ReceivedResponse> PartAsync(Provoker p, (string Name, string Text, bool IsFile)[] parts, bool continues = false)
        {
            var id = (string)p.Fake.Add("ecommerce_connector")["id"]!;
            var first = await p.UploadAsync(id, ("catalog", "[]", true), ("finalize", "false", false));
            (string Name, string Text, bool IsFile)[] job = continues ? [("import_job_id", (string)first.Json["import_job_id"]!, false)] : [];
            return await p.UploadAsync(id, [("catalog", "[]", true), .. parts, .. job]);
        }
    }

    private static IEnumerable<(string Operation, string Part, Func<Provoker, Task<ReceivedResponse>> Provoke)> Exports()
    {
        const string Enqueue = "POST /export/reporting_data/enqueue";
        yield return (Enqueue, "at least one", p => p.SendAsync(Enqueue, body => Set(body, "attribute_ids", new JArray())));
        yield return (Enqueue, "non_existent", p => p.SendAsync(Enqueue, body => Set(body, "attribute_ids", new JArray("non_existent"))));
        yield return (Enqueue, "imaginary", p => p.SendAsync(Enqueue, body => Set(body, "dataset_id", "imaginary")));
        yield return (Enqueue, "'attribute_ids' is a required", p => p.SendAsync(Enqueue, body => body.Remove("attribute_ids")));
        yield return (Enqueue, "'dataset_id' is a required", p => p.SendAsync(Enqueue, body => body.Remove("dataset_id")));
        yield return (Enqueue, "must be of type Array", p => p.SendAsync(Enqueue, body => Set(body, "attribute_ids", "x")));
        yield return (Enqueue, "rate limit of 5", async p =>
        {
            for (var i = 0; i < 5; i++)
                await p.SendAsync(Enqueue);
            return await p.SendAsync(Enqueue);
        });
        foreach (var folder in new[] { "export", "download" })
        {
            yield return ($"GET /{folder}/reporting_data/{{}}", "job1", p =>
            {
                var request = new HttpRequestMessage(HttpMethod.Get, $"/{folder}/reporting_data/job1?app_id=a&client_id=c&job_identifier=job1");
                request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/octet-stream"));
                if (folder == "download")
                    request.RequestUri = new Uri($"/{folder}/reporting_data/job1?app_id=a", UriKind.Relative);
                else
                    request.RequestUri = new Uri($"/{folder}/reporting_data/job1?app_id=a&client_id=c", UriKind.Relative);
                return p.SendAsync(request);
            });
        }
    }

    private static IEnumerable<(string Operation, string Part, Func<Provoker, Task<ReceivedResponse>> Provoke)> Fin()
    {
        foreach (var operation in new[] { "POST /fin/start", "POST /fin/reply" })
            yield return (operation, "conversation_id is required", p => p.SendAsync(operation, body => body.Remove("conversation_id")));
        yield return ("POST /fin/ask", "External Conversation ID", p => p.SendAsync("POST /fin/ask", body => body.Remove("conversation_id")));
        yield return ("POST /fin/ask", "User ID", p => p.SendAsync("POST /fin/ask", body => Set(body, "user", new JObject())));
        yield return ("POST /fin/ask", "more than 10 items", p => p.SendAsync("POST /fin/ask", body => Set(body, "conversation_metadata",
            new JObject { ["history"] = new JArray(Enumerable.Range(0, 11).Select(_ => Message.DeepClone())) })));
        yield return ("POST /fin/capabilities", "more than 10 attributes", p => p.RawAsync("POST /fin/capabilities", new JObject
        {
            ["user"] = new JObject(User) { ["attributes"] = new JObject(Enumerable.Range(0, 11).Select(i => new JProperty($"a{i}", i))) },
        }));
        yield return ("POST /fin/csat", "Conversation not found", p => p.SendAsync("POST /fin/csat", body => Set(body, "conversation_id", "none")));
        yield return ("POST /fin/csat", "isn't an option", p => p.SendAsync("POST /fin/csat", body => Set(body, "rating", "meh")));
        yield return ("POST /fin/csat", "No rating survey", async p =>
        {
            await p.SendAsync("POST /fin/start", body => Set(body, "conversation_id", "ext-2"));
            return await p.SendAsync("POST /fin/csat", body => Set(body, "conversation_id", "ext-2"));
        });
        yield return ("POST /fin/csat", "remark has already", async p =>
        {
            await p.SendAsync("POST /fin/csat", body => Set(Set(body, "rating", "good"), "remark", "Quick"));
            return await p.SendAsync("POST /fin/csat", body => Set(Set(body, "rating", "bad"), "remark", "Slow"));
        });
        yield return ("POST /fin/csat", "has closed", p =>
        {
            p.Fake.Advance(TimeSpan.FromDays(2));
            return p.SendAsync("POST /fin/csat");
        });
        yield return ("POST /fin/escalate", "Conversation not found", p => p.RawAsync("POST /fin/escalate", new JObject { ["conversation_id"] = "none" }));
        yield return ("POST /fin/escalate", "Either conversation_id", p => p.RawAsync("POST /fin/escalate", new JObject()));
        const string Run = "POST /fin/procedures/{}/run";
        yield return (Run, "already exists", p => p.SendAsync(Run, body => Set(body, "conversation_id", "ext-1")));
        yield return (Run, "Procedure not found", p => p.SendAsync(Run, unknown: 0));
        foreach (var (part, name, value) in new[] { ("API trigger", "trigger", "manual"), ("not live", "state", "draft") })
        {
            yield return (Run, part, p => p.ToAsync("POST", $"/fin/procedures/{p.Fake.Add("procedure", new JObject { [name] = value })["id"]}/run",
                new JObject { ["conversation_id"] = "new", ["user"] = User, ["message"] = Message }));
        }

        const string Collect = "POST /procedures/{}/collect_agent_input";
        yield return (Collect, "already been fulfilled", async p =>
        {
            await p.SendAsync(Collect);
            return await p.SendAsync(Collect);
        });
        yield return (Collect, "has expired", p =>
        {
            p.Fake.Add("input_request", new JObject { ["conversation_id"] = p.Seeds.Conversation, ["step_id"] = "late", ["expires_at"] = 1 });
            return p.SendAsync(Collect, body => Set(body, "step_id", "late"));
        });
        yield return ("POST /phone_call_redirects", "Invalid phone number", p => p.RawAsync("POST /phone_call_redirects", new JObject { ["phone"] = "1" }));
    }

    private static IEnumerable<(string Operation, string Part, Func<Provoker, Task<ReceivedResponse>> Provoke)> Workspace()
    {
        yield return ("PUT /ip_allowlist", "1.2.3.4", async p =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, "/ip_allowlist");
            request.Headers.Add("X-Forwarded-For", "1.2.3.4");
            var body = new JObject { ["enabled"] = true, ["ip_allowlist"] = new JArray("10.0.0.1") };
            request.Content = new StringContent(body.ToString(Formatting.None), Encoding.UTF8, "application/json");
            return await p.SendAsync(request);
        });
        const string Schedules = "POST /office_hours_schedules";
        foreach (var operation in new[] { Schedules, "PUT /office_hours_schedules/{}" })
        {
            yield return (operation, "Invalid or duplicated", async p =>
            {
                await p.SendAsync(Schedules, body => Set(body, "name", "Twice"));
                return await p.SendAsync(operation, body => Set(body, "name", "Twice"));
            });
        }

        const string Exceptions = "POST /office_hours_schedules/{}/office_hours_exceptions";
        foreach (var operation in new[] { Exceptions, "PUT /office_hours_schedules/{}/office_hours_exceptions/{}" })
        {
            yield return (operation, "Invalid or duplicated", async p =>
            {
                await p.SendAsync(Exceptions, body => Set(body, "exception_date", "2026-12-24"));
                return await p.SendAsync(operation, body => Set(body, "exception_date", "2026-12-24"));
            });
        }

        yield return ("POST /secure_mode_secrets", "name is required", p => p.RawAsync("POST /secure_mode_secrets", new JObject()));
        const string Team = "PUT /teams/{}";
        yield return (Team, "changed name", p => p.RawAsync(Team, new JObject { ["name"] = "A" }));
        yield return (Team, "only numeric", p => p.RawAsync(Team, new JObject { ["admin_ids"] = new JArray("x") }));
        yield return (Team, "493881 more than one", p => p.RawAsync(Team, new JObject
        {
            ["admin_priority_level"] = new JObject { ["primary_admin_ids"] = new JArray(493881), ["secondary_admin_ids"] = new JArray(493881) },
        }));
        yield return (Team, "814865, which is on neither", p => p.RawAsync(Team, new JObject
        {
            ["admin_ids"] = new JArray(493881),
            ["admin_priority_level"] = new JObject { ["primary_admin_ids"] = new JArray(814865) },
        }));
    }

    private static IEnumerable<(string Operation, string Part, Func<Provoker, Task<ReceivedResponse>> Provoke)> Tickets()
    {
        yield return ("POST /tickets/enqueue", "Missing required", p =>
        {
            var type = p.Fake.Add("ticket_type", new JObject
            {
                ["ticket_type_attributes"] = new JObject { ["data"] = new JArray(new JObject { ["name"] = "Must", ["required_to_create"] = true }) },
            });
            return p.SendAsync("POST /tickets/enqueue", body => Set(body, "ticket_type_id", type["id"]));
        });
        const string Update = "PUT /tickets/{}";
        yield return (Update, "Ticket state id", p => p.SendAsync(Update, body => Set(body, "ticket_state_id", Seeds.Unknown)));
        yield return (Update, "Assignee not found", p => p.SendAsync(Update, body =>
        {
            if (body["assignment"] is JObject assignment)
                Set(assignment, "assignee_id", Seeds.Unknown);
            else
                Set(body, "assignee_id", Seeds.Unknown);
        }));
        const string Change = "POST /tickets/{}/change_type";
        yield return (Change, "ticket_state_id is", p => p.SendAsync(Change, body => body.Remove("ticket_state_id")));
        yield return (Change, "ticket_type_id is", p => p.SendAsync(Change, body => body.Remove("ticket_type_id")));
        yield return (Change, "same ticket type", p => p.SendAsync(Change, body => Set(body, "ticket_type_id", p.Seeds.Find("/ticket_types"))));
        yield return (Change, "custom state", p => p.SendAsync(Change, body => Set(body, "ticket_state_id", Seeds.Unknown)));
        yield return (Change, "Priority", p => p.SendAsync(Change, body => Set(body, "ticket_attributes", new JObject { ["Priority"] = "High" })));
        const string Link = "POST /tickets/{}/linked_conversations";
        yield return (Link, "only have one tracker", async p =>
        {
            await p.SendAsync(Link);
            return await p.SendAsync(Link);
        });
        yield return (Link, "maximum number", async p =>
        {
            foreach (var conversation in Enumerable.Range(0, 2499).Select(_ => p.Fake.AddConversation()))
                await p.RawAsync(Link, new JObject { ["conversation_id"] = conversation["id"] });
            return await p.SendAsync(Link);
        });
        yield return (Link, "not specified", p => p.RawAsync(Link, new JObject()));
        yield return (Link, "Conversation not found", p => p.RawAsync(Link, new JObject { ["conversation_id"] = Seeds.Unknown }));
        foreach (var operation in new[] { Link, "DELETE /tickets/{}/linked_conversations/{}" })
        {
            yield return (operation, "Only tracker tickets", async p =>
            {
                var ticket = await p.Client.OkAsync("POST", "/tickets", new JObject
                {
                    ["ticket_type_id"] = p.Fake.Add("ticket_type", new JObject { ["category"] = "Customer" })["id"],
                    ["contacts"] = new JArray(new JObject { ["id"] = p.Seeds.Contact }),
                });
                return operation == Link
                    ? await p.ToAsync("POST", $"/tickets/{ticket["id"]}/linked_conversations", new JObject { ["conversation_id"] = p.Seeds.Conversation })
                    : await p.ToAsync("DELETE", $"/tickets/{ticket["id"]}/linked_conversations/{p.Seeds.Conversation}");
            });
        }

        yield return ("POST /tickets/{}/tags", "Tag not found", p => p.SendAsync("POST /tickets/{}/tags", body => Set(body, "id", Seeds.Unknown)));
        yield return ("POST /tickets/{}/reply", "Backoffice", async p =>
        {
            var ticket = await p.Client.OkAsync("POST", "/tickets", new JObject
            {
                ["ticket_type_id"] = p.Fake.Add("ticket_type", new JObject { ["category"] = "Back-office" })["id"],
                ["contacts"] = new JArray(new JObject { ["id"] = p.Seeds.Contact }),
            });
            return await p.ToAsync("POST", $"/tickets/{ticket["id"]}/reply",
                new JObject { ["type"] = "user", ["intercom_user_id"] = p.Seeds.Contact, ["message_type"] = "comment", ["body"] = "Hi" });
        });
    }
}
