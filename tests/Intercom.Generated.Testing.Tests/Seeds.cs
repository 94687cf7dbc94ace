using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

/// <summary>A small workspace that contains a resource for every ID that the operations need.</summary>
internal sealed partial class Seeds
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    private Seeds(JObject contact, JObject lead, JObject company, JObject tag, JObject note, string conversation, string part)
    {
        Contact = (string)contact["id"]!;
        ExternalId = (string)contact["external_id"]!;
        Lead = (string)lead["id"]!;
        Company = (string)company["id"]!;
        Tag = (string)tag["id"]!;
        Note = (string)note["id"]!;
        Conversation = conversation;
        Part = part;
    }

    public string Contact { get; }

    public string ExternalId { get; }

    public string Lead { get; }

    public string Company { get; }

    public string Tag { get; }

    public string Note { get; }

    public string Conversation { get; }

    public string Part { get; }

    public static async Task<Seeds> CreateAsync(FakeClient client)
    {
        var contacts = client.Fake.AddContacts(2);
        var contact = contacts[0];
        var company = client.Fake.AddCompany("Analytical Engines", "engines");
        var tag = client.Fake.AddTag("VIP");
        var note = client.Fake.AddNote((string)contact["id"]!, "Calls on Mondays");
        var conversation = (string)client.Fake.AddConversation((string)contact["id"]!)["id"]!;
        await client.OkAsync("POST", $"/contacts/{contact["id"]}/tags", new JObject { ["id"] = tag["id"] });
        await client.OkAsync("POST", $"/contacts/{contact["id"]}/companies", new JObject { ["id"] = company["id"] });
        await client.OkAsync("POST", $"/conversations/{conversation}/tags", new JObject { ["id"] = tag["id"], ["admin_id"] = "12" });
        var replied = await client.OkAsync("POST", $"/conversations/{conversation}/reply",
            new JObject { ["message_type"] = "comment", ["type"] = "admin", ["admin_id"] = "12", ["body"] = "Hi" });
        var seeds = new Seeds(contact, contacts[1], company, tag, note, conversation,
            (string)replied["conversation_parts"]!["conversation_parts"]![0]!["id"]!);
        client.Fake.AddMessage(seeds.Contact, "Welcome!");
        foreach (var type in client.Fake.ResourceTypes)
            seeds._ids[PathOf(type)] = (string)client.Fake.Add(type)["id"]!;
        await seeds.StartJobsAsync(client);
        return seeds;
    }

    /// <summary>Fills in IDs of this workspace, and 42 for resources that the fake does not store.</summary>
    public string Fill(string template) => PlaceholderPattern().Replace(template, match => match.Groups[1].Value switch
    {
        "contacts" or "customers" => $"contacts/{Contact}".Replace("contacts", match.Groups[1].Value, StringComparison.Ordinal),
        "companies" => $"companies/{Company}",
        "conversations" => $"conversations/{Conversation}",
        "tags" => $"tags/{Tag}",
        "notes" => $"notes/{Note}",
        "find_by_external_id" => $"find_by_external_id/{ExternalId}",
        var other => $"{other}/{_ids.GetValueOrDefault(other, "42")}",
    });

    /// <summary>Gets the last segment of the path of the type's list.</summary>
    private static string PathOf(string type) => type switch
    {
        "subscription" => "subscription_types",
        "email_setting" => "emails",
        _ => $"{type.Replace('-', '_')}s",
    };

    /// <summary>Completes a job of each type that the version has.</summary>
    private async Task StartJobsAsync(FakeClient client)
    {
        var range = new JObject { ["created_at_after"] = 1767225600, ["created_at_before"] = 1767312000 };
        var export = (string)(await client.OkAsync("POST", "/export/content/data", range))["job_identifier"]!;
        _ids["data"] = _ids["cancel"] = export;
        if (client.Fake.Operations.Contains("POST /export/reporting_data/enqueue"))
        {
            var report = Reports.Request("conversation_id");
            _ids["reporting_data"] = (string)(await client.OkAsync("POST", "/export/reporting_data/enqueue", report))["job_identifier"]!;
        }

        var ticket = new JObject { ["ticket_type_id"] = _ids["ticket_types"], ["contacts"] = new JArray(new JObject { ["id"] = Contact }) };
        if (client.Fake.Operations.Contains("POST /tickets/enqueue"))
        {
            _ids["status"] = (string)(await client.OkAsync("POST", "/tickets/enqueue", ticket))["id"]!;
        }

        _ids["tickets"] = (string)(await client.OkAsync("POST", "/tickets", ticket))["id"]!;
        await client.OkAsync("POST", $"/tickets/{_ids["tickets"]}/tags", new JObject { ["id"] = Tag, ["admin_id"] = "12" });
        client.Fake.Advance(TimeSpan.FromMinutes(1));
    }

    /// <summary>Replaces the IDs in the body with IDs of this workspace.</summary>
    public void Correct(string operation, JObject body)
    {
        body.Remove("pagination");
        switch (Anonymous().Replace(operation, "{}"))
        {
            case "POST /data_attributes":
                body["name"] = "Plan";
                break;
            case "POST /events":
                body["id"] = Contact;
                break;
            case "POST /tickets" or "POST /tickets/enqueue":
                body["contacts"] = new JArray(new JObject { ["id"] = Contact });
                break;
            case "PUT /tickets/{}" when body["ticket_state_id"] is not null:
                body["ticket_state_id"] = "2";
                break;
            case "POST /tickets/{}/reply":
                body["intercom_user_id"] = Contact;
                break;
            case "POST /contacts/{}/tags" or "POST /conversations/{}/tags" or "POST /tickets/{}/tags":
                body["id"] = Tag;
                break;
            case "POST /contacts/{}/companies":
                body["id"] = Company;
                break;
            case "POST /tags":
                body.Remove("id");
                break;
            case "POST /contacts/merge":
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
            case "POST /messages" when body["to"] is JObject recipient:
                recipient["id"] = Contact;
                break;
            case "POST /export/reporting_data/enqueue":
                body["dataset_id"] = "conversation";
                body["attribute_ids"] = new JArray("conversation_id");
                break;
            case "POST /conversations/redact":
                body["conversation_id"] = Conversation;
                body["conversation_part_id"] = Part;
                break;
            default:
                break;
        }
    }

    [GeneratedRegex(@"([a-z_]+)/\{[^}]+\}")]
    private static partial Regex PlaceholderPattern();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Anonymous();
}
