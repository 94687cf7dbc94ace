using System.Text.Json.Nodes;

namespace Intercom.Generated.Benchmarks.Payloads;

/// <summary>A conversation as GET /conversations/{id} returns it in version 2.14. It is the same in each run.</summary>
internal static class ConversationPayload
{
    private const long Epoch = 1_720_000_000;

    private static readonly string[] Bodies =
    [
        "<p>Hi, the export of last month stops at 40 %. Is there a limit?</p>",
        "<p class=\"no-margin\">Thanks for writing! I look into it &amp; come back to you.</p>"
            + "<p class=\"no-margin\">Could you send the name of the file?</p>",
        "<p>Natürlich, hier ist sie: <a href=\"https://files.contoso.example/export.csv?part=1&amp;size=full\""
            + " target=\"_blank\" rel=\"nofollow noopener\">export.csv</a>.</p>",
        "<p>ありがとうございます。確認して折り返しご連絡いたします。</p>",
        "<p>It works again 🎉</p>\n<ul>\n<li>The file is complete.</li>\n<li>The dates are those of the workspace’s time zone.</li>\n"
            + "<li>Nothing else was changed.</li>\n</ul>\n<p>Have a good weekend,<br>Grace</p>",
    ];

    public static JsonObject Conversation(int parts) => new()
    {
        ["type"] = "conversation",
        ["id"] = "215468970001",
        ["created_at"] = Epoch,
        ["updated_at"] = Epoch + (parts * 300),
        ["waiting_since"] = Epoch + (parts * 300) - 60,
        ["snoozed_until"] = null,
        ["source"] = new JsonObject
        {
            ["type"] = "conversation",
            ["id"] = "2154689700",
            ["delivered_as"] = "customer_initiated",
            ["subject"] = "",
            ["body"] = Bodies[0],
            ["author"] = Author(0),
            ["attachments"] = new JsonArray(),
            ["url"] = "https://app.contoso.example/exports?month=6",
            ["redacted"] = false,
        },
        ["contacts"] = new JsonObject
        {
            ["type"] = "contact.list",
            ["contacts"] = new JsonArray(new JsonObject
            {
                ["type"] = "contact",
                ["id"] = ContactPayload.Id(1),
                ["external_id"] = "customer-100001",
            }),
        },
        ["first_contact_reply"] = new JsonObject
        {
            ["created_at"] = Epoch,
            ["type"] = "conversation",
            ["url"] = "https://app.contoso.example/exports?month=6",
        },
        ["admin_assignee_id"] = null,
        ["team_assignee_id"] = null,
        ["open"] = true,
        ["state"] = "open",
        ["read"] = true,
        ["tags"] = new JsonObject
        {
            ["type"] = "tag.list",
            ["tags"] = new JsonArray(Tag("7000001", "export"), Tag("7000002", "näher ansehen")),
        },
        ["priority"] = "priority",
        ["sla_applied"] = new JsonObject
        {
            ["type"] = "conversation_sla_summary",
            ["sla_name"] = "First reply in one hour",
            ["sla_status"] = "hit",
        },
        ["statistics"] = Statistics(parts),
        ["conversation_rating"] = null,
        ["teammates"] = new JsonObject { ["type"] = "admin.list", ["admins"] = new JsonArray(Teammate("5210001"), Teammate("5210002")) },
        ["title"] = "The export stops",
        ["custom_attributes"] = new JsonObject
        {
            ["Product area"] = "Exports",
            ["Severity"] = 2,
            ["Escalated"] = false,
            ["Root cause"] = null,
        },
        ["topics"] = new JsonObject { ["type"] = "topic.list", ["topics"] = new JsonArray(), ["total_count"] = 0 },
        ["linked_objects"] = new JsonObject { ["type"] = "list", ["data"] = new JsonArray(), ["total_count"] = 0, ["has_more"] = false },
        ["ai_agent"] = null,
        ["ai_agent_participated"] = false,
        ["conversation_parts"] = new JsonObject
        {
            ["type"] = "conversation_part.list",
            ["conversation_parts"] = new JsonArray([.. Enumerable.Range(1, parts).Select(Part)]),
            ["total_count"] = parts,
        },
    };

    private static JsonObject Part(int number)
    {
        var isAssignment = number % 8 == 0;
        var time = Epoch + (number * 300L);
        return new JsonObject
        {
            ["type"] = "conversation_part",
            ["id"] = $"{21_546_900_000 + number}",
            ["part_type"] = isAssignment ? "assignment" : "comment",
            ["body"] = isAssignment ? null : Bodies[number % Bodies.Length],
            ["created_at"] = time,
            ["updated_at"] = time,
            ["notified_at"] = time,
            ["assigned_to"] = isAssignment ? Teammate("5210002") : null,
            ["author"] = Author(number),
            ["attachments"] = number % 10 == 2 ? new JsonArray(Attachment(number)) : new JsonArray(),
            ["external_id"] = null,
            ["redacted"] = false,
            ["email_message_metadata"] = null,
            ["metadata"] = null,
            ["state"] = "open",
            ["tags"] = number % 20 == 3 ? new JsonArray(new JsonObject
            {
                ["type"] = "tag",
                ["id"] = "7000001",
                ["name"] = "export",
            }) : new JsonArray(),
            ["event_details"] = null,
            ["app_package_code"] = null,
        };
    }

    private static JsonObject Author(int number) => (number % 4) switch
    {
        0 or 2 => new JsonObject
        {
            ["type"] = "user",
            ["id"] = ContactPayload.Id(1),
            ["name"] = "Björn Lindqvist",
            ["email"] = "contact.1@contoso.example",
        },
        1 => new JsonObject { ["type"] = "admin", ["id"] = "5210001", ["name"] = "Grace Hopper", ["email"] = "grace@northwind.example" },
        _ => new JsonObject
        {
            ["type"] = "bot",
            ["id"] = "5210000",
            ["name"] = "Fin",
            ["email"] = "operator+k3w9qz1d@bots.example",
            ["from_ai_agent"] = true,
            ["is_ai_answer"] = number % 8 == 3,
        },
    };

    private static JsonObject Attachment(int number) => new()
    {
        ["type"] = "upload",
        ["name"] = $"export-{number}.csv",
        ["url"] = $"https://downloads.northwind.example/i/o/{number}/export-{number}.csv?expires={Epoch + 3_600}&signature=3f7d0a9be21c",
        ["content_type"] = "text/csv",
        ["filesize"] = 14_208 + number,
        ["width"] = null,
        ["height"] = null,
    };

    private static JsonObject Statistics(int parts) => new()
    {
        ["type"] = "conversation_statistics",
        ["time_to_assignment"] = 120,
        ["time_to_admin_reply"] = 300,
        ["time_to_first_close"] = null,
        ["time_to_last_close"] = null,
        ["median_time_to_reply"] = 280,
        ["first_contact_reply_at"] = Epoch,
        ["first_assignment_at"] = Epoch + 120,
        ["first_admin_reply_at"] = Epoch + 300,
        ["first_close_at"] = null,
        ["last_assignment_at"] = Epoch + 2_400,
        ["last_assignment_admin_reply_at"] = Epoch + 2_700,
        ["last_contact_reply_at"] = Epoch + (parts * 300),
        ["last_admin_reply_at"] = Epoch + (parts * 300) - 300,
        ["last_close_at"] = null,
        ["last_closed_by_id"] = null,
        ["count_reopens"] = 0,
        ["count_assignments"] = parts / 8,
        ["count_conversation_parts"] = parts,
        ["handling_time"] = 5_400,
    };

    private static JsonObject Tag(string id, string name) =>
        new() { ["type"] = "tag", ["id"] = id, ["name"] = name, ["applied_at"] = Epoch + 600, ["applied_by"] = Teammate("5210001") };

    private static JsonObject Teammate(string id) => new() { ["type"] = "admin", ["id"] = id };
}
