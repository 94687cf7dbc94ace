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
    private readonly List<JObject> _deleted = [];
    private readonly HashSet<string> _merged = new(StringComparer.Ordinal);

    public ConversationOperations(Workspace workspace)
    {
        _workspace = workspace;
        var description = workspace.Description;
        _shape = new EntityShape(description, description.EntitySchema("GET /conversations/{}"));
        _tags = new EntityShape(description, description.EntitySchema("POST /conversations/{}/tags"));
        _parts = new ConversationParts(workspace, _shape);
        _shape.Prepare(conversation =>
        {
            conversation["type"] = "conversation";
            _shape.Set(conversation, "statistics", ConversationStatistics.New());
            _shape.Set(conversation, "open", true);
            _shape.Set(conversation, "state", "open");
            _shape.Set(conversation, "read", false);
            _shape.Set(conversation, "priority", "not_priority");
            _shape.Set(conversation, "ai_agent_participated", false);
        });
    }

    public void Register(OperationTable table)
    {
        table.Add("POST /conversations", Create);
        table.AddList("GET /conversations", _ => WithoutParts(_workspace.Conversations.Items));
        table.AddList("POST /conversations/search", call =>
            WithoutParts(SearchResult.Of(_workspace, call, _workspace.Conversations.Items, ValuesOf)));
        table.Add("GET /conversations/{}", call => Respond(call, Find(call)));
        table.AddList("GET /conversations/deleted", call =>
            call.Request.GetQuery("order") == "asc" ? _deleted : [.. ((IEnumerable<JObject>)_deleted).Reverse()]);
        table.AddCheck("POST /conversations/{}/merge", CheckMerge);
        table.Add("POST /conversations/{}/merge", Merge);
        table.Add("PUT /conversations/{}/conversation_parts/{}", UpdatePart);
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
        _workspace.Attributes.Declare("conversation", conversation["custom_attributes"]);
        Add(conversation, contact is null ? "conversation.admin.single.created" : UserCreated);
        return conversation;
    }

    private JObject Find(Call call) => _workspace.Conversation(call.PathValues[0]);

    /// <summary>Adds a reply of a contact.</summary>
    public JObject AddReply(JObject conversation, JObject contact, string body, string type = "comment")
    {
        var part = _parts.Add(conversation, type, body, ConversationParts.AuthorOf(contact));
        var now = _workspace.Clock.Now;
        ConversationStatistics.ContactReplied(conversation, now);
        if (conversation["waiting_since"] is null or { Type: JTokenType.Null })
            _shape.Set(conversation, "waiting_since", now);
        SetState(conversation, "open");
        Touch(conversation);
        return part;
    }

    /// <summary>Replaces a contact in all conversations by the one that it was merged into.</summary>
    public void ReplaceParticipant(string from, JObject into)
    {
        foreach (var conversation in _workspace.Conversations.Items)
        {
            var found = Participants(conversation).OfType<JObject>().FirstOrDefault(contact => (string?)contact["id"] == from);
            if (found is null)
                continue;
            found.Remove();
            AddParticipant(conversation, into);
            if (conversation["source"]?["author"] is JObject author && (string?)author["id"] == from)
                conversation["source"]!["author"] = ConversationParts.AuthorOf(into);
        }
    }

    private static FakeResponse Respond(Call call, JObject conversation)
    {
        if (call.Request.GetQuery("display_as") != "plaintext")
            return call.Respond(conversation);
        var plain = (JObject)conversation.DeepClone();
        foreach (var owner in ConversationParts.Of(plain).OfType<JObject>().Append(plain["source"] as JObject ?? []))
        {
            if (Call.Scalar(owner["body"]) is { } html)
                owner["body"] = HtmlBody.ToPlainText(html);
        }

        return call.Respond(plain);
    }

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
        conversation["id"] = _workspace.NextNumber();
        foreach (var name in new[] { "created_at", "updated_at", "waiting_since" })
            _shape.Set(conversation, name, now);
        if (contact is null && _shape.Allows("waiting_since", JValue.CreateNull()))
            conversation["waiting_since"] = JValue.CreateNull();
        if (conversation["source"] is JObject source)
        {
            source["type"] = "conversation";
            source["id"] = _workspace.NextNumber();
            source["body"] = HtmlBody.Of(body);
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
        _workspace.Attributes.Check("conversation", call.Body["custom_attributes"]);
        var wasRead = conversation["read"] is JValue { Value: true };
        var priority = Call.Scalar(conversation["priority"]);
        _shape.Merge(conversation, call.Body, "created_at", "updated_at", "company");
        Touch(conversation);
        if (!wasRead && conversation["read"] is JValue { Value: true })
            _workspace.Raise("conversation.read", () => NotificationItems.Conversation(conversation));
        if (Call.Scalar(conversation["priority"]) != priority)
            _workspace.Raise("conversation.priority.updated", () => NotificationItems.Conversation(conversation));
        return Respond(call, conversation);
    }

    private FakeResponse Delete(Call call)
    {
        var conversation = Find(call);
        _workspace.Conversations.Remove(conversation);
        _deleted.Add(new JObject
        {
            ["type"] = "conversation",
            ["id"] = conversation["id"],
            ["metrics_retained"] = call.Request.GetQuery("retain_metrics") == "true",
            ["deleted_at"] = _workspace.Clock.Now,
        });
        _workspace.Raise("conversation.deleted", () => NotificationItems.DeletedConversation(conversation));
        return call.Respond(call.DeletedReference(conversation["id"]!, "conversation"));
    }

    private static void CheckMerge(JObject body)
    {
        if (!long.TryParse(Call.Scalar(body["merge_into_conversation_id"]), out _))
            throw Rejection.Invalid("merge_into_conversation_id must be a valid integer conversation ID");
    }

    /// <summary>Closes the secondary conversation, and returns the primary one.</summary>
    private FakeResponse Merge(Call call)
    {
        var secondary = Find(call);
        var id = (string)secondary["id"]!;
        var target = call.RequiredText("merge_into_conversation_id");
        if (target == id)
            throw new Rejection(422, "merge_failed", "Cannot merge a conversation into itself");
        if (_merged.Contains(id))
            throw new Rejection(422, "merge_failed", "Secondary conversation has already been merged");
        var primary = _workspace.Conversations.Find(target) ?? throw new Rejection(422, "merge_failed", "Primary conversation not found");
        _merged.Add(id);
        foreach (var reference in Participants(secondary).OfType<JObject>().ToList())
        {
            if (_workspace.Contacts.Find((string?)reference["id"]) is { } contact)
                AddParticipant(primary, contact);
        }

        SetState(secondary, "closed");
        ConversationStatistics.Closed(secondary, _workspace.Clock.Now, Workspace.DefaultAdminId);
        Touch(secondary);
        Touch(primary);
        return call.Respond(primary);
    }

    private FakeResponse UpdatePart(Call call)
    {
        var part = ConversationParts.Of(Find(call)).OfType<JObject>()
            .FirstOrDefault(candidate => (string?)candidate["id"] == call.PathValues[1]) ?? throw Rejection.ResourceNotFound();
        part["updated_at"] = _workspace.Clock.Now;
        return call.Respond(part);
    }

    private FakeResponse Reply(Call call)
    {
        var conversation = Find(call);
        var isAdmin = call.Text("type") == "admin";
        var type = call.Text("message_type") ?? "comment";
        var part = isAdmin
            ? AddAdminReply(conversation, _workspace.Admin(call.RequiredText("admin_id")), call.Text("body"), type)
            : AddReply(conversation, FindContact(call.Body) ?? throw Rejection.NotFound("User"), call.Text("body") ?? "", type);
        var topic = !isAdmin ? "conversation.user.replied" : type == "note" ? "conversation.admin.noted" : "conversation.admin.replied";
        _workspace.Raise(topic, () => NotificationItems.Conversation(conversation, part));
        return call.Respond(conversation);
    }

    private JObject AddAdminReply(JObject conversation, JObject admin, string? body, string type)
    {
        var part = _parts.Add(conversation, type, body, admin);
        if (type != "note")
        {
            ConversationStatistics.AdminReplied(conversation, _workspace.Clock.Now);
            if (_shape.Allows("waiting_since", JValue.CreateNull()))
                conversation["waiting_since"] = JValue.CreateNull();
        }

        AddTeammate(conversation, admin);
        Touch(conversation);
        return part;
    }

    private void AddTeammate(JObject conversation, JObject admin)
    {
        if (!_shape.Declares("teammates"))
            return;
        if (conversation["teammates"] is not JObject list || list["teammates"] is not JArray teammates)
            conversation["teammates"] = new JObject { ["type"] = "admin.list", ["teammates"] = teammates = [] };
        if (!teammates.Any(other => Call.Scalar(other["id"]) == Call.Scalar(admin["id"])))
            teammates.Add(new JObject { ["type"] = "admin", ["id"] = admin["id"] });
    }

    private FakeResponse Manage(Call call)
    {
        var conversation = Find(call);
        var author = _workspace.Admin(call.RequiredText("admin_id"));
        var action = call.RequiredText("message_type");
        var previous = Call.Scalar(conversation["state"]);
        var now = _workspace.Clock.Now;
        switch (action)
        {
            case "close":
                SetState(conversation, "closed");
                ConversationStatistics.Closed(conversation, now, Call.Scalar(author["id"])!);
                break;
            case "open":
                SetState(conversation, "open");
                if (previous == "closed")
                    ConversationStatistics.Reopened(conversation);
                break;
            case "snoozed":
                SetState(conversation, "snoozed");
                _shape.Set(conversation, "snoozed_until", call.Body["snoozed_until"] ?? throw Rejection.Missing("snoozed_until"));
                break;
            case "assignment":
                Assign(conversation, call);
                ConversationStatistics.Assigned(conversation, now);
                break;
            default:
                throw Rejection.Invalid($"message_type must be one of close, open, snoozed, assignment, but is '{action}'", "message_type");
        }

        var assignee = action == "assignment"
            ? new JObject { ["type"] = call.Text("type") ?? "admin", ["id"] = call.Text("assignee_id") }
            : null;
        var part = _parts.Add(conversation, action, call.Text("body"), author, assignee);
        Touch(conversation);
        foreach (var topic in TopicsOf(action, previous == "snoozed", conversation["open"] is JValue { Value: true }))
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
        if (assignee != "0" && (call.Text("type") == "team" ? _workspace.Teams : _workspace.Admins).Find(assignee) is null)
            throw new Rejection(404, "assignee_not_found", "Assignee not found");
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
        if (call.Text("admin_id") is { } admin)
            _workspace.Admin(admin);
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
        if (Participants(conversation).Count == 1)
            throw new Rejection(422, "parameter_invalid", "Removing the last customer is not allowed");
        if (call.Text("admin_id") is { } admin)
            _workspace.Admin(admin);
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
        var conversation = FindTagged(call);
        var applied = (JObject)FindTag(call.RequiredText("id")).DeepClone();
        _tags.Set(applied, "applied_at", _workspace.Clock.Now);
        if (call.Text("admin_id") is { } admin)
            _tags.Set(applied, "applied_by", new JObject { ["type"] = "admin", ["id"] = _workspace.Admin(admin)["id"] });
        ConversationTags.Add(conversation, applied);
        Touch(conversation);
        var last = ConversationParts.Of(conversation).OfType<JObject>().LastOrDefault();
        _workspace.Raise("conversation_part.tag.created", () =>
            last is null ? NotificationItems.Conversation(conversation) : NotificationItems.Conversation(conversation, last));
        return call.Respond(applied);
    }

    /// <summary>The errors of the operations on tags differ from those of the others.</summary>
    private JObject FindTagged(Call call) =>
        _workspace.FindConversation(call.PathValues[0]) ?? throw new Rejection(404, "not_found", "Conversation not found");

    private JObject FindTag(string id) => _workspace.Tags.Find(id) ?? throw new Rejection(404, "tag_not_found", "Tag not found");

    private FakeResponse Untag(Call call)
    {
        var conversation = FindTagged(call);
        var tag = FindTag(call.PathValues[1]);
        if (!ConversationTags.Remove(conversation, (string)tag["id"]!))
            throw new Rejection(404, "tag_not_found", "Tag not found");
        Touch(conversation);
        return call.Respond(tag);
    }

    private static Rejection NoPart() => new(404, "conversation_part_or_message_not_found", "Conversation part or message not found");

    private FakeResponse Redact(Call call)
    {
        var conversation = _workspace.FindConversation(call.RequiredText("conversation_id")) ?? throw NoPart();
        var target = call.Text("type") == "source"
            ? conversation["source"] as JObject
            : ConversationParts.Of(conversation).OfType<JObject>()
                .FirstOrDefault(part => (string?)part["id"] == call.Text("conversation_part_id"));
        if (target is null || (call.Text("source_id") is { } source && source != (string?)target["id"]))
            throw NoPart();
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
