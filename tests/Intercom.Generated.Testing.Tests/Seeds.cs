using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

/// <summary>A small workspace that contains a resource for every ID that the operations need.</summary>
internal sealed partial class Seeds
{
    /// <summary>An ID that no resource of the workspace has.</summary>
    public const string Unknown = "987654321";

    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    private Seeds(JObject contact, JObject lead, JObject company, JObject tag, JObject note)
    {
        Contact = (string)contact["id"]!;
        ExternalId = (string)contact["external_id"]!;
        Lead = (string)lead["id"]!;
        Company = (string)company["id"]!;
        Tag = (string)tag["id"]!;
        Note = (string)note["id"]!;
    }

    public string Contact { get; }

    public string ExternalId { get; }

    public string Lead { get; }

    public string Company { get; }

    public string Tag { get; }

    public string Note { get; }

    public string Conversation { get; private set; } = "";

    public string Part { get; private set; } = "";

    public static async Task<Seeds> CreateAsync(FakeClient client)
    {
        var fake = client.Fake;
        var contacts = fake.AddContacts(2);
        var contact = contacts[0];
        var lead = fake.AddContact(new JObject { ["role"] = "lead", ["email"] = contact["email"] });
        var company = fake.AddCompany("Analytical Engines", "engines");
        var tag = fake.AddTag("VIP");
        var note = fake.AddNote((string)contact["id"]!, "Calls on Mondays");
        var seeds = new Seeds(contact, lead, company, tag, note);
        foreach (var type in fake.ResourceTypes)
            seeds._ids[PathOf(type)] = (string)fake.Add(type, seeds.FieldsOf(type))["id"]!;
        await seeds.StartConversationAsync(client, (string)contacts[1]["id"]!);
        await client.OkAsync("POST", $"/contacts/{contact["id"]}/tags", new JObject { ["id"] = tag["id"] });
        await client.OkAsync("POST", $"/contacts/{contact["id"]}/companies", new JObject { ["id"] = company["id"] });
        await client.OkAsync("POST", $"/contacts/{contact["id"]}/subscriptions",
            new JObject { ["id"] = seeds._ids["subscription_types"], ["consent_type"] = "opt_in" });
        fake.SetSegment(seeds._ids["segments"], seeds.Contact);
        fake.SetSegment(seeds._ids["segments"], seeds.Company);
        fake.AddMessage(seeds.Contact, "Welcome!");
        await seeds.AddTicketsAsync(client);
        await seeds.AddContentAsync(client);
        await seeds.AddCustomObjectsAsync(client);
        await seeds.AddConversationAttributesAsync(client);
        await seeds.AddFinAsync(client);
        await seeds.StartJobsAsync(client);
        return seeds;
    }

    /// <summary>Fills in IDs of this workspace.</summary>
    /// <param name="template">The path of an operation.</param>
    /// <param name="unknown">The number of the placeholder that gets an unknown ID, from 0, or null for none.</param>
    /// <param name="id">The unknown ID.</param>
    public string Fill(string template, int? unknown = null, string id = Unknown)
    {
        var index = 0;
        return Anonymous().Replace(template, match =>
            index++ == unknown ? id : Find(Anonymous().Replace(template[..(match.Index - 1)], "{}")));
    }

    /// <summary>Gets the ID of a resource by the path of its list, or by the last segment of that path.</summary>
    public string Find(string path)
    {
        if (_ids.TryGetValue(path, out var id))
            return id;
        var name = path.Split('/').Last(segment => segment != "{}");
        return name switch
        {
            "contacts" => Contact,
            "customers" => Contact,
            "subscriptions" => _ids["subscription_types"],
            "companies" => Company,
            "conversations" => Conversation,
            "conversation_parts" => Part,
            "tags" => Tag,
            "notes" => Note,
            "find_by_external_id" => ExternalId,
            "conversation" => Conversation,
            _ => _ids.GetValueOrDefault(name, "42"),
        };
    }

    private JObject? FieldsOf(string type) => type switch
    {
        "call" => new JObject
        {
            ["recording_url"] = "https://example.test/recording",
            ["transcription_url"] = "https://example.test/transcript",
            ["conversation_id"] = "1",
        },
        "article" => new JObject { ["state"] = "published" },
        "custom_object_type" => new JObject { ["id"] = "Order" },
        "help_center_redirect" => new JObject { ["help_center_id"] = _ids["help_centers"] },
        "office_hours_exception" => new JObject { ["office_hours_schedule_id"] = _ids["office_hours_schedules"] },
        "data_connector.execution" => new JObject { ["data_connector_id"] = _ids["data_connectors"] },
        "banner" => new JObject { ["view_id"] = "77" },
        "away_status_reason" => new JObject { ["deleted"] = false },
        "visitor" => new JObject { ["user_id"] = "visitor-1" },
        "ticket_type" => new JObject { ["category"] = "Tracker" },
        "whatsapp_message" => new JObject { ["whatsapp_message_id"] = "wamid-1" },
        _ => null,
    };

    /// <summary>Gets the last segment of the path of the type's list.</summary>
    private static string PathOf(string type) => type switch
    {
        "subscription" => "subscription_types",
        "email_setting" => "emails",
        "help_center_redirect" => "redirects",
        "office_hours_exception" => "office_hours_exceptions",
        "data_connector.execution" => "execution_results",
        "identity_verification_secret" => "secure_mode_secrets",
        "ecommerce_connector" => "/ecommerce/connectors",
        _ => $"{type.Replace('-', '_')}s",
    };

    private async Task StartConversationAsync(FakeClient client, string other)
    {
        Conversation = (string)client.Fake.AddConversation(Contact)["id"]!;
        var path = $"/conversations/{Conversation}";
        await client.OkAsync("POST", $"{path}/tags", new JObject { ["id"] = Tag, ["admin_id"] = FakeClient.AdminId });
        await client.OkAsync("POST", $"{path}/customers",
            new JObject { ["admin_id"] = FakeClient.AdminId, ["customer"] = new JObject { ["intercom_user_id"] = other } });
        var replied = await client.OkAsync("POST", $"{path}/reply",
            new JObject { ["message_type"] = "comment", ["type"] = "admin", ["admin_id"] = FakeClient.AdminId, ["body"] = "Hi" });
        Part = (string)replied["conversation_parts"]!["conversation_parts"]![0]!["id"]!;
        _ids["other conversation"] = (string)client.Fake.AddConversation(Contact)["id"]!;
        _ids["banners"] = "77";
        foreach (var type in new[] { "handling_event", "side_conversation", "input_request" }.Where(client.Fake.ResourceTypes.Contains))
            client.Fake.Add(type, new JObject { ["conversation_id"] = Conversation, ["step_id"] = "step-1" });
        _ids["procedures"] = Conversation;
        _ids["/fin/procedures"] = client.Fake.ResourceTypes.Contains("procedure") ? (string)client.Fake.Add("procedure")["id"]! : "";
    }

    private async Task AddTicketsAsync(FakeClient client)
    {
        var type = _ids["ticket_types"];
        var attribute = await client.OkAsync("POST", $"/ticket_types/{type}/attributes",
            new JObject { ["name"] = "Severity", ["description"] = "How bad it is", ["data_type"] = "string" });
        _ids["/ticket_types/{}/attributes"] = (string)attribute["id"]!;
        _ids["customer ticket type"] = (string)client.Fake.Add("ticket_type", new JObject { ["category"] = "Customer" })["id"]!;
        _ids["tracker ticket type"] = (string)client.Fake.Add("ticket_type", new JObject { ["category"] = "Tracker" })["id"]!;
        var ticket = await client.OkAsync("POST", "/tickets", Ticket());
        _ids["tickets"] = (string)ticket["id"]!;
        await client.OkAsync("POST", $"/tickets/{_ids["tickets"]}/tags", new JObject { ["id"] = Tag, ["admin_id"] = FakeClient.AdminId });
        if (!client.Has("POST /tickets/{}/linked_conversations"))
            return;
        var linked = (string)client.Fake.AddConversation(Contact)["id"]!;
        await client.OkAsync("POST", $"/tickets/{_ids["tickets"]}/linked_conversations", new JObject { ["conversation_id"] = linked });
        _ids["linked_conversations"] = linked;
    }

    private JObject Ticket() => new() { ["ticket_type_id"] = _ids["ticket_types"], ["contacts"] = new JArray(new JObject { ["id"] = Contact }) };

    private async Task AddContentAsync(FakeClient client)
    {
        if (!client.Has("PUT /articles/{}/draft"))
            return;
        var article = $"/articles/{_ids["articles"]}";
        await client.OkAsync("PUT", $"{article}/draft", new JObject { ["title"] = "Staged" });
        _ids["versions"] = (string)(await client.OkAsync("GET", $"{article}/versions"))["data"]![0]!["id"]!;
        foreach (var content in new[] { article, $"/content_snippets/{_ids["content_snippets"]}", $"/internal_articles/{_ids["internal_articles"]}" })
            await client.OkAsync("POST", $"{content}/tags", new JObject { ["id"] = Tag, ["admin_id"] = FakeClient.AdminId });
    }

    private async Task AddCustomObjectsAsync(FakeClient client)
    {
        if (!client.Has("POST /custom_object_instances/{}"))
            return;
        var order = await client.OkAsync("POST", "/custom_object_instances/Order", new JObject { ["external_id"] = "order-1" });
        _ids["custom_object_instances"] = "Order";
        _ids["/custom_object_instances/{}"] = (string)order["id"]!;
    }

    private async Task AddConversationAttributesAsync(FakeClient client)
    {
        if (!client.Has("POST /conversations/attributes"))
            return;
        var attribute = await client.OkAsync("POST", "/conversations/attributes", new JObject
        {
            ["name"] = "Team",
            ["data_type"] = "list",
            ["options"] = new JArray(new[] { "A", "B", "C" }.Select(label => new JObject { ["label"] = label })),
        });
        _ids["/conversations/attributes"] = (string)attribute["id"]!;
        _ids["/conversations/attributes/{}/options"] = (string)attribute["options"]![0]!["id"]!;
    }

    private async Task AddFinAsync(FakeClient client)
    {
        var user = new JObject { ["id"] = ExternalId };
        var message = new JObject { ["author"] = "user", ["body"] = "Why?", ["timestamp"] = "2026-01-01T00:00:00Z" };
        var body = new JObject { ["conversation_id"] = "ext-1", ["message"] = message, ["user"] = user };
        if (client.Has("POST /fin/start"))
        {
            await client.OkAsync("POST", "/fin/start", body);
            await client.OkAsync("POST", "/fin/reply", body);
        }

        if (client.Has("POST /fin_voice/register"))
        {
            var call = await client.OkAsync("POST", "/fin_voice/register", new JObject { ["phone_number"] = "+35312345678", ["call_id"] = "voice-1" });
            _ids["collect"] = (string)call["id"]!;
            _ids["external_id"] = "voice-1";
            _ids["phone_number"] = "+35312345678";
            _ids["/fin_voice/conversation"] = (string)call["intercom_conversation_id"]!;
        }

        if (client.Has("POST /custom_channel_events/notify_new_conversation"))
        {
            await client.OkAsync("POST", "/custom_channel_events/notify_new_conversation", new JObject
            {
                ["event_id"] = "event-0",
                ["external_conversation_id"] = "channel-1",
                ["contact"] = new JObject { ["type"] = "user", ["external_id"] = ExternalId },
            });
        }
    }

    /// <summary>Completes a job of each type that the version has.</summary>
    private async Task StartJobsAsync(FakeClient client)
    {
        var range = new JObject { ["created_at_after"] = 1767225600, ["created_at_before"] = 1767312000 };
        var export = (string)(await client.OkAsync("POST", "/export/content/data", range))["job_identifier"]!;
        _ids["data"] = _ids["cancel"] = export;
        if (client.Has("POST /export/reporting_data/enqueue"))
        {
            var report = Reports.Request("conversation_id");
            _ids["reporting_data"] = (string)(await client.OkAsync("POST", "/export/reporting_data/enqueue", report))["job_identifier"]!;
        }

        if (client.Has("POST /tickets/enqueue"))
            _ids["status"] = (string)(await client.OkAsync("POST", "/tickets/enqueue", Ticket()))["id"]!;
        foreach (var collection in new[] { "contacts", "companies" }.Where(name => client.Has($"POST /{name}/bulk")))
        {
            var item = new JObject { [collection == "contacts" ? "external_id" : "company_id"] = "bulk-1", ["name"] = "Bulk" };
            var job = await client.OkAsync("POST", $"/{collection}/bulk", new JObject { [collection] = new JArray(item) });
            _ids[$"/{collection}/bulk"] = (string)job["id"]!;
        }

        client.Fake.Advance(TimeSpan.FromMinutes(1));
    }

    /// <summary>Replaces the IDs in the body with IDs of this workspace.</summary>
    public void Correct(string operation, JObject body)
    {
        body.Remove("pagination");
        if (body["query"] is JObject)
        {
            body["query"] = new JObject { ["field"] = "created_at", ["operator"] = ">", ["value"] = 0 };
            body.Remove("sort");
        }

        foreach (var admin in body.Descendants().OfType<JProperty>().Where(member => member.Name is "admin_id" or "assignee_id").ToList())
            admin.Value = AdminLike(admin.Value);
        if (body["custom_attributes"] is JObject && !operation.Contains("custom_object", StringComparison.Ordinal))
            body.Remove("custom_attributes");
        if (body["job"] is not null)
            body.Remove("job");
        switch (Anonymous().Replace(operation, "{}"))
        {
            case "PUT /contacts/{}":
                body.Remove("role");
                body["external_id"] = "changed";
                body["email"] = "changed@example.com";
                break;
            case "POST /contacts":
                body["external_id"] = "created";
                body["email"] = "created@example.com";
                break;
            case "POST /articles" or "PUT /articles/{}":
                body.Remove("scheduled_publish_at");
                break;
            case "POST /articles/{}/draft/publish":
                body.Remove("locales");
                break;
            case "POST /content_snippets" or "PUT /content_snippets/{}" or "POST /internal_articles" or "PUT /internal_articles/{}":
                body.Remove("audience_ids");
                break;
            case "PUT /teams/{}":
                foreach (var name in body.Properties().Select(member => member.Name).Where(name => name is not "admin_ids").ToList())
                    body.Remove(name);
                break;
            case "POST /office_hours_schedules":
                body["name"] = "Another";
                break;
            case "POST /office_hours_schedules/{}/office_hours_exceptions":
                body["exception_date"] = "2026-12-25";
                break;
            case "PUT /office_hours_schedules/{}":
                body["name"] = "Changed";
                break;
            case "PUT /office_hours_schedules/{}/office_hours_exceptions/{}":
                body["exception_date"] = "2026-12-26";
                break;
            case "POST /help_center/help_centers/{}/redirects":
                body["from_url"] = "https://help.example.com/new";
                break;
            case "POST /data_attributes":
                body["name"] = "Plan";
                break;
            case "PUT /admins/{}/away":
                body.Remove("away_status_reason_id");
                if (_ids.TryGetValue("away_status_reasons", out var reason))
                    body["away_status_reason_id"] = long.Parse(reason, null);
                break;
            case "POST /events":
                body["id"] = Contact;
                break;
            case "POST /events/summaries":
                body["user_id"] = ExternalId;
                break;
            case "POST /tickets" or "POST /tickets/enqueue":
                body["contacts"] = new JArray(new JObject { ["id"] = Contact });
                body["ticket_type_id"] = _ids["ticket_types"];
                body.Remove("ticket_attributes");
                body.Remove("assignment");
                break;
            case "PUT /tickets/{}":
                body.Remove("ticket_attributes");
                if (body["ticket_state_id"] is not null)
                    body["ticket_state_id"] = "2";
                break;
            case "POST /tickets/{}/reply":
                body["intercom_user_id"] = Contact;
                break;
            case "POST /tickets/{}/change_type":
                body["ticket_type_id"] = _ids["tracker ticket type"];
                body["ticket_state_id"] = "2";
                body.Remove("ticket_attributes");
                break;
            case "POST /tickets/{}/linked_conversations":
                body["conversation_id"] = Conversation;
                break;
            case "POST /conversations/{}/convert":
                body["ticket_type_id"] = _ids["customer ticket type"];
                if (body["ticket_state_id"] is not null)
                    body["ticket_state_id"] = "2";
                body.Remove("attributes");
                break;
            case "POST /conversations/{}/merge":
                body["merge_into_conversation_id"] = long.Parse(_ids["other conversation"], null);
                break;
            case "POST /contacts/{}/tags" or "POST /conversations/{}/tags" or "POST /tickets/{}/tags"
                or "POST /articles/{}/tags" or "POST /internal_articles/{}/tags" or "POST /content_snippets/{}/tags":
                body["id"] = Tag;
                break;
            case "POST /contacts/{}/subscriptions":
                body["id"] = _ids["subscription_types"];
                break;
            case "POST /contacts/{}/companies":
                body["id"] = Company;
                break;
            case "POST /tags":
                body.Remove("id");
                break;
            case "POST /contacts/merge" or "POST /contacts/merge/preview":
                body["from"] = Lead;
                body["into"] = Contact;
                break;
            case "POST /conversations":
                body["from"]!["id"] = Contact;
                break;
            case "POST /conversations/{}/reply":
                body["intercom_user_id"] = Contact;
                break;
            case "POST /conversations/{}/customers":
                body["customer"]!["intercom_user_id"] = Contact;
                break;
            case "POST /messages":
                if (body["to"] is JObject recipient)
                    recipient["id"] = Contact;
                if (body["from"] is JObject sender)
                    sender["id"] = IsAdmin(sender) ? AdminLike(sender["id"]!) : Contact;
                break;
            case "POST /export/reporting_data/enqueue":
                body["dataset_id"] = "conversation";
                body["attribute_ids"] = new JArray("conversation_id");
                break;
            case "POST /conversations/redact":
                body["conversation_id"] = Conversation;
                body["conversation_part_id"] = Part;
                break;
            case "PUT /visitors":
                body["user_id"] = "visitor-1";
                body.Remove("id");
                break;
            case "POST /visitors/convert":
                body["type"] = "user";
                body["user"] = new JObject { ["user_id"] = "converted" };
                body["visitor"] = new JObject { ["user_id"] = "visitor-1" };
                break;
            case "POST /fin/reply" or "POST /fin/csat":
                body["conversation_id"] = "ext-1";
                break;
            case "POST /fin/escalate":
                body["conversation_id"] = "ext-1";
                body.Remove("user");
                break;
            case "POST /procedures/{}/collect_agent_input":
                body["step_id"] = "step-1";
                break;
            case "PUT /ip_allowlist":
                body["ip_allowlist"] = new JArray("127.0.0.1");
                break;
            case { } channel when channel.StartsWith("POST /custom_channel_events/", StringComparison.Ordinal):
                body["event_id"] = channel;
                body["external_conversation_id"] = "channel-1";
                body["contact"] = new JObject { ["type"] = "user", ["external_id"] = ExternalId };
                break;
            default:
                break;
        }

        static bool IsAdmin(JObject sender) => (string?)sender["type"] == "admin" || sender["id"]!.Type == JTokenType.Integer;
    }

    /// <summary>Gets the ID of the admin as text or as a number, as the description of the version declares it.</summary>
    private static JToken AdminLike(JToken sample) =>
        sample.Type == JTokenType.Integer ? long.Parse(FakeClient.AdminId, null) : FakeClient.AdminId;

    /// <summary>Gets the value of a query parameter, or null if the sample fits.</summary>
    public JToken? QueryValue(string operation, string name) => (Anonymous().Replace(operation, "{}"), name) switch
    {
        (_, "filter") => new JObject { ["user_id"] = ExternalId },
        ("GET /visitors", "user_id") => "visitor-1",
        ("GET /custom_object_instances/{}" or "DELETE /custom_object_instances/{}", "external_id") => new JObject { ["external_id"] = "order-1" },
        ("GET /messages/whatsapp/status", "message_id") => "wamid-1",
        _ => null,
    };

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Anonymous();
}
