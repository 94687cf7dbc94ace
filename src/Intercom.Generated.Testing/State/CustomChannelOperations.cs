using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The events of a custom channel, which create conversations and add the messages of contacts.</summary>
internal sealed class CustomChannelOperations(Workspace workspace, ContactOperations contacts, ConversationOperations conversations)
{
    private readonly Dictionary<string, string> _conversations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JObject> _events = new(StringComparer.Ordinal);

    public void Register(OperationTable table)
    {
        foreach (var name in new[] { "new_conversation", "new_message", "attribute_collected", "quick_reply_selected" })
            table.Add($"POST /custom_channel_events/notify_{name}", call => Notify(call, name));
    }

    private FakeResponse Notify(Call call, string name)
    {
        // A duplicate of an event has no effect.
        var eventId = call.RequiredText("event_id");
        if (_events.TryGetValue(eventId, out var known))
            return call.Respond(known);

        var external = call.RequiredText("external_conversation_id");
        var sent = (JObject)call.Body["contact"]!;
        var contact = workspace.Contacts.Items.FirstOrDefault(item => Call.Scalar(item["external_id"]) == Call.Scalar(sent["external_id"]));
        if (name == "new_conversation")
        {
            contact ??= contacts.Create(new JObject
            {
                ["role"] = sent["type"],
                ["external_id"] = sent["external_id"],
                ["name"] = sent["name"],
                ["email"] = sent["email"],
            });
            _conversations[external] = (string)conversations.Seed(contact, "", null)["id"]!;
        }

        if (contact is null || !_conversations.TryGetValue(external, out var id)
            || workspace.Conversations.Find(id) is not { } conversation)
        {
            throw Rejection.ResourceNotFound();
        }

        if (name is "new_message" or "quick_reply_selected")
            conversations.AddReply(conversation, contact, call.Text("body") ?? call.RequiredText("quick_reply_option_id"));
        else if (name == "attribute_collected" && call.Body["attribute"] is JObject attribute)
            contact["custom_attributes"]![Call.Scalar(attribute["id"])!] = attribute["value"]!.DeepClone();

        var response = new JObject
        {
            ["external_conversation_id"] = external,
            ["conversation_id"] = id,
            ["external_contact_id"] = sent["external_id"],
            ["contact_id"] = contact["id"],
        };
        _events.Add(eventId, response);
        return call.Respond(response);
    }
}
