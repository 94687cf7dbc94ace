using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Paging;
using Intercom.Generated.Testing.Routing;
using Intercom.Generated.Testing.Search;
using Intercom.Generated.Testing.Webhooks;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The operations on conversations, their parts, participants, and tags.</summary>
internal sealed class ConversationOperations
{
    private const string UserCreated = "conversation.user.created";
    private const string Redacted = "<p><i>This message was deleted</i></p>";

    private readonly Workspace _workspace;
    private readonly EntityShape _shape;
    private readonly EntityShape _tags;
    private readonly ConversationParts _parts;

    public ConversationOperations(Workspace workspace)
    {
        _workspace = workspace;
        var description = workspace.Description;
        _shape = new EntityShape(description, description.EntitySchema("GET /conversations/{}"));
        _tags = new EntityShape(description, description.EntitySchema("POST /conversations/{}/tags"));
        _parts = new ConversationParts(workspace, _shape);
    }

    public void Register(OperationTable table)
    {
        table.Add("POST /conversations", Create);
        table.AddList("GET /conversations", _ => WithoutParts(_workspace.Conversations.Items));
        table.AddList("POST /conversations/search", call => WithoutParts(SearchResult.Of(call, _workspace.Conversations.Items, ValuesOf)));
        table.Add("GET /conversations/{}", call => call.Respond(Find(call)));
        table.Add("PUT /conversations/{}", Update);
        table.Add("DELETE /conversations/{}", Delete);
        table.Add("POST /conversations/{}/reply", Reply);
        table.Add("POST /conversations/{}/parts", Manage);
        table.Add("POST /conversations/{}/run_assignment_rules", call => call.Respond(Find(call)));
        table.Add("POST /conversations/{}/customers", Attach);
        table.Add("DELETE /conversations/{}/customers/{}", Detach);
        table.Add("POST /conversations/{}/tags", Tag);
        table.Add("DELETE /conversations/{}/tags/{}", Untag);
        table.Add("POST /conversations/redact", Redact);
    }

    /// <summary>Adds a conversation with any values that a test needs, without validation.</summary>
    public JObject Seed(JObject? contact, string body, JObject? fields)
    {
        var conversation = NewConversation(contact, body, null);
        EntityShape.Overwrite(conversation, fields);
        Add(conversation, contact is null ? "conversation.admin.single.created" : UserCreated);
        return conversation;
    }

    private JObject Find(Call call) => _workspace.Conversation(call.PathValues[0]);

    private FakeResponse Create(Call call)
    {
        var from = call.Body["from"] as JObject ?? throw Rejection.Missing("from");
        var sender = Call.Scalar(from["id"]) ?? throw Rejection.Missing("from.id");
        var contact = _workspace.Contacts.Find(sender) ?? throw Rejection.NotFound("User");
        var conversation = NewConversation(contact, call.RequiredText("body"), call.Text("subject"));
        Add(conversation, UserCreated);
        return call.Respond(call.SampleWith(new JObject
        {
            ["type"] = "user_message",
            ["id"] = conversation["source"]?["id"] ?? conversation["id"],
            ["created_at"] = conversation["created_at"],
            ["body"] = call.Text("body"),
            ["message_type"] = "inapp",
            ["conversation_id"] = conversation["id"],
        }));
    }

    private void Add(JObject conversation, string topic)
    {
        _workspace.Conversations.Add(conversation);
        _workspace.Raise(topic, () => NotificationItems.Conversation(conversation));
    }

    private JObject NewConversation(JObject? contact, string body, string? subject)
    {
        var now = _workspace.Clock.Tick();
        var conversation = _shape.New();
        conversation["type"] = "conversation";
        conversation["id"] = _workspace.NextNumber();
        foreach (var name in new[] { "created_at", "updated_at", "waiting_since" })
            _shape.Set(conversation, name, now);
        _shape.Set(conversation, "open", true);
        _shape.Set(conversation, "state", "open");
        _shape.Set(conversation, "read", false);
        _shape.Set(conversation, "priority", "not_priority");
        _shape.Set(conversation, "ai_agent_participated", false);
        if (conversation["source"] is JObject source)
        {
            source["type"] = "conversation";
            source["id"] = _workspace.NextNumber();
            source["body"] = body;
            source["subject"] = subject ?? "";
            source["delivered_as"] = contact is null ? "admin_initiated" : "customer_initiated";
            source["attachments"] = new JArray();
            source["redacted"] = false;
            if (contact is not null)
                source["author"] = ConversationParts.AuthorOf(contact);
        }

        if (contact is not null)
            AddParticipant(conversation, contact);
        return conversation;
    }

    /// <summary>Lists omit the parts of conversations.</summary>
    private static ListView WithoutParts(IReadOnlyList<JObject> conversations) => new(conversations, conversation =>
    {
        var item = (JObject)conversation.DeepClone();
        item.Remove("conversation_parts");
        return item;
    });

    private FakeResponse Update(Call call)
    {
        var conversation = Find(call);
        var wasRead = conversation["read"] is JValue { Value: true };
        _shape.Merge(conversation, call.Body, "created_at", "updated_at", "company");
        Touch(conversation);
        if (!wasRead && conversation["read"] is JValue { Value: true })
            _workspace.Raise("conversation.read", () => NotificationItems.Conversation(conversation));
        return call.Respond(conversation);
    }

    private FakeResponse Delete(Call call)
    {
        var conversation = Find(call);
        _workspace.Conversations.Remove(conversation);
        _workspace.Raise("conversation.deleted", () => NotificationItems.DeletedConversation(conversation));
        return call.Respond(call.SampleWith(new JObject { ["id"] = conversation["id"], ["deleted"] = true }));
    }

    private FakeResponse Reply(Call call)
    {
        var conversation = Find(call);
        var isAdmin = call.Text("type") == "admin";
        var type = call.Text("message_type") ?? "comment";
        var author = isAdmin
            ? Workspace.Admin(call.RequiredText("admin_id"))
            : ConversationParts.AuthorOf(FindContact(call.Body) ?? throw Rejection.NotFound("User"));
        var part = _parts.Add(conversation, type, call.Text("body"), author);
        if (!isAdmin)
            SetState(conversation, "open");
        Touch(conversation);
        var topic = !isAdmin ? "conversation.user.replied" : type == "note" ? "conversation.admin.noted" : "conversation.admin.replied";
        _workspace.Raise(topic, () => NotificationItems.Conversation(conversation, part));
        return call.Respond(conversation);
    }

    private FakeResponse Manage(Call call)
    {
        var conversation = Find(call);
        var author = Workspace.Admin(call.RequiredText("admin_id"));
        var action = call.RequiredText("message_type");
        var wasSnoozed = Call.Scalar(conversation["state"]) == "snoozed";
        switch (action)
        {
            case "close":
                SetState(conversation, "closed");
                break;
            case "open":
                SetState(conversation, "open");
                break;
            case "snoozed":
                SetState(conversation, "snoozed");
                _shape.Set(conversation, "snoozed_until", call.Body["snoozed_until"] ?? throw Rejection.Missing("snoozed_until"));
                break;
            case "assignment":
                Assign(conversation, call);
                break;
            default:
                throw Rejection.Invalid($"message_type must be one of close, open, snoozed, assignment, but is '{action}'", "message_type");
        }

        var assignee = action == "assignment"
            ? new JObject { ["type"] = call.Text("type") ?? "admin", ["id"] = call.Text("assignee_id") }
            : null;
        var part = _parts.Add(conversation, action, call.Text("body"), author, assignee);
        Touch(conversation);
        foreach (var topic in TopicsOf(action, wasSnoozed, conversation["open"] is JValue { Value: true }))
            _workspace.Raise(topic, () => NotificationItems.Conversation(conversation, part));
        return call.Respond(conversation);
    }

    /// <summary>Gets the topics of an action. Recorded assignments of open conversations have two.</summary>
    private static string[] TopicsOf(string action, bool wasSnoozed, bool isOpen) => action switch
    {
        "close" => ["conversation.admin.closed"],
        "snoozed" => ["conversation.admin.snoozed"],
        "open" => [wasSnoozed ? "conversation.admin.unsnoozed" : "conversation.admin.opened"],
        _ when isOpen => ["conversation.admin.assigned", "conversation.admin.open.assigned"],
        _ => ["conversation.admin.assigned"],
    };

    /// <summary>Assigns the conversation. The ID 0 removes the assignment.</summary>
    private void Assign(JObject conversation, Call call)
    {
        var name = call.Text("type") == "team" ? "team_assignee_id" : "admin_assignee_id";
        var assignee = call.RequiredText("assignee_id");
        var unassign = assignee == "0" && _shape.Allows(name, JValue.CreateNull());
        if (unassign)
            conversation[name] = JValue.CreateNull();
        else
            _shape.Set(conversation, name, assignee);
    }

    private void SetState(JObject conversation, string state)
    {
        _shape.Set(conversation, "state", state);
        _shape.Set(conversation, "open", state != "closed");
        if (state != "snoozed" && _shape.Allows("snoozed_until", JValue.CreateNull()))
            conversation["snoozed_until"] = JValue.CreateNull();
    }

    private FakeResponse Attach(Call call)
    {
        var conversation = Find(call);
        var customer = call.Body["customer"] as JObject ?? throw Rejection.Missing("customer");
        var contact = FindContact(customer) ?? throw Rejection.NotFound("User");
        AddParticipant(conversation, contact);
        Touch(conversation);
        _workspace.Raise("conversation.contact.attached", () => NotificationItems.ConversationContact(conversation, contact));
        return call.Respond(Customers(conversation));
    }

    private FakeResponse Detach(Call call)
    {
        var conversation = Find(call);
        var found = Participants(conversation).OfType<JObject>().FirstOrDefault(contact => (string?)contact["id"] == call.PathValues[1]);
        if (found is null)
            throw Rejection.NotFound("User");
        found.Remove();
        Touch(conversation);
        if (_workspace.Contacts.Find(call.PathValues[1]) is { } contact)
            _workspace.Raise("conversation.contact.detached", () => NotificationItems.ConversationContact(conversation, contact));
        return call.Respond(Customers(conversation));
    }

    // Adding and removing a contact returns the contacts that the conversation has then, each with the name of its role.
    private JObject Customers(JObject conversation) => new()
    {
        ["customers"] = new JArray(Participants(conversation).OfType<JObject>().Select(participant => new JObject
        {
            ["type"] = (string?)_workspace.Contacts.Find((string)participant["id"]!)?["role"] ?? "user",
            ["id"] = participant["id"]!.DeepClone(),
        })),
    };

    private FakeResponse Tag(Call call)
    {
        var conversation = Find(call);
        var applied = (JObject)_workspace.Tag(call.RequiredText("id")).DeepClone();
        _tags.Set(applied, "applied_at", _workspace.Clock.Now);
        if (call.Text("admin_id") is { } admin)
            _tags.Set(applied, "applied_by", new JObject { ["type"] = "admin", ["id"] = admin });
        ConversationTags.Add(conversation, applied);
        Touch(conversation);
        var last = ConversationParts.Of(conversation).OfType<JObject>().LastOrDefault();
        _workspace.Raise("conversation_part.tag.created", () =>
            last is null ? NotificationItems.Conversation(conversation) : NotificationItems.Conversation(conversation, last));
        return call.Respond(applied);
    }

    private FakeResponse Untag(Call call)
    {
        var conversation = Find(call);
        var tag = _workspace.Tag(call.PathValues[1]);
        if (!ConversationTags.Remove(conversation, (string)tag["id"]!))
            throw Rejection.NotFound("Tag");
        Touch(conversation);
        return call.Respond(tag);
    }

    private FakeResponse Redact(Call call)
    {
        var conversation = _workspace.Conversation(call.RequiredText("conversation_id"));
        var target = call.Text("type") == "source"
            ? conversation["source"] as JObject
            : ConversationParts.Of(conversation).OfType<JObject>()
                .FirstOrDefault(part => (string?)part["id"] == call.Text("conversation_part_id"));
        if (target is null || (call.Text("source_id") is { } source && source != (string?)target["id"]))
            throw Rejection.NotFound("Conversation part");
        target["body"] = Redacted;
        target["redacted"] = true;
        Touch(conversation);
        _workspace.Raise("conversation_part.redacted", () => call.Text("type") == "source"
            ? NotificationItems.Conversation(conversation)
            : NotificationItems.Conversation(conversation, target));
        return call.Respond(conversation);
    }

    private void Touch(JObject conversation) => _shape.Set(conversation, "updated_at", _workspace.Clock.Now);

    private static JArray Participants(JObject conversation)
    {
        if (conversation["contacts"] is not JObject list || list["contacts"] is not JArray contacts)
            conversation["contacts"] = new JObject { ["type"] = "contact.list", ["contacts"] = contacts = [] };
        return contacts;
    }

    private static void AddParticipant(JObject conversation, JObject contact)
    {
        var contacts = Participants(conversation);
        if (!contacts.OfType<JObject>().Any(other => (string?)other["id"] == (string?)contact["id"]))
            contacts.Add(new JObject { ["type"] = "contact", ["id"] = contact["id"], ["external_id"] = contact["external_id"] });
    }

    /// <summary>Finds the contact by the Intercom ID, external ID, or email address in the body.</summary>
    private JObject? FindContact(JObject body)
    {
        foreach (var (sent, name) in new[] { ("intercom_user_id", "id"), ("user_id", "external_id"), ("email", "email") })
        {
            if (Call.Scalar(body[sent]) is not { } value)
                continue;
            return _workspace.Contacts.Items.FirstOrDefault(contact =>
                string.Equals(Call.Scalar(contact[name]), value, StringComparison.OrdinalIgnoreCase));
        }

        return null;
    }

    private IReadOnlyList<JToken> ValuesOf(JObject conversation, string field) => field switch
    {
        "contact_ids" => FieldPath.Values(conversation, "contacts.contacts.id"),
        "tag_ids" => FieldPath.Values(conversation, "tags.tags.id"),
        "teammate_ids" => FieldPath.Values(conversation, "teammates.teammates.id"),
        _ => FieldPath.Values(conversation, field),
    };
}
