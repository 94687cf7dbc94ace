using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>Messages from admins to contacts.</summary>
internal sealed class MessageOperations(Workspace workspace)
{
    /// <summary>The length of ten concatenated messages.</summary>
    private const int MaximumSms = 1530;

    public void Register(OperationTable table)
    {
        table.AddCheck("POST /messages", Check);
        table.Add("POST /messages", Send);
    }

    /// <summary>Adds a message to a contact without a conversation.</summary>
    public JObject Seed(JObject contact, string body, string? subject) =>
        Add(contact, workspace.NextNumber(), workspace.Clock.Tick(), subject is null ? "inapp" : "email", subject, body);

    private static void Check(JObject body)
    {
        if (string.IsNullOrEmpty(Call.Scalar(body["body"])))
            throw new Rejection(400, "parameter_invalid", "Body is required");
        if (Call.Scalar(body["message_type"]) == "sms" && Call.Scalar(body["body"])!.Length > MaximumSms)
            throw Rejection.Invalid("Invalid SMS message body");
        if (Call.Scalar(body["message_type"]) == "email" && string.IsNullOrEmpty(Call.Scalar(body["subject"])))
            throw new Rejection(422, "parameter_not_found", "No subject supplied for email message");
    }

    private FakeResponse Send(Call call)
    {
        var recipients = call.Body["to"] is JArray many ? many.OfType<JObject>() : new[] { call.Body["to"] }.OfType<JObject>();
        var contacts = recipients.Select(recipient =>
            workspace.Contacts.Find(Call.Scalar(recipient["id"])) ?? throw Rejection.NotFound("User")).ToList();
        var isFromAdmin = Call.Scalar(call.Body["from"]?["type"]) is null or "admin";
        var type = call.Text("message_type") is { } sent && sent != "in_app" ? sent : "inapp";
        var id = workspace.NextNumber();
        var at = (long?)call.Body["created_at"] ?? workspace.Clock.Tick();
        if (isFromAdmin && Call.Scalar(call.Body["from"]?["id"]) is { } admin)
            workspace.Admin(admin);
        if (isFromAdmin)
            contacts.ForEach(contact => Add(contact, id, at, type, call.Text("subject"), call.RequiredText("body")));

        var response = call.SampleWith(new JObject
        {
            ["type"] = isFromAdmin ? "admin_message" : "user_message",
            ["id"] = id,
            ["created_at"] = at,
            ["body"] = call.Text("body"),
            ["message_type"] = type,
        });

        // A message of an admin becomes a conversation when the contact replies.
        if (isFromAdmin)
            response.Remove("conversation_id");
        if (call.Text("subject") is { } subject)
            response["subject"] = subject;
        else
            response.Remove("subject");
        return call.Respond(response);
    }

    private JObject Add(JObject contact, string id, long at, string type, string? subject, string body)
    {
        var message = new JObject
        {
            ["id"] = workspace.NextNumber(),
            ["message_id"] = id,
            ["contact_id"] = contact["id"],
            ["created_at"] = at,
            ["message_type"] = type,
            ["subject"] = subject,
            ["body"] = body,
        };
        workspace.Messages.Add(message);
        return message;
    }
}
