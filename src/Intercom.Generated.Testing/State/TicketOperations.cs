using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Intercom.Generated.Testing.Search;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The operations on tickets, their states, replies, tags, and linked conversations.</summary>
internal sealed class TicketOperations
{
    private const int MaximumLinks = 2500;

    private static readonly string[] ContactKeys = ["id", "external_id", "email"];
    private static readonly string[] ChangeParameters = ["ticket_type_id", "ticket_state_id"];

    private readonly Workspace _workspace;
    private readonly ResourceOperations _types;
    private readonly ResourceJobs _jobs;
    private readonly EntityShape _shape;

    public TicketOperations(Workspace workspace, ResourceOperations types, ResourceJobs jobs)
    {
        _workspace = workspace;
        _types = types;
        _jobs = jobs;
        _shape = new EntityShape(workspace.Description, workspace.Description.EntitySchema("GET /tickets/{}"));
    }

    public EntityStore Store { get; } = new();

    public void Register(OperationTable table)
    {
        table.Add("POST /tickets", call => call.Respond(Create(call.Body, ContactsOf(call.Body), TypeOf(call.Body))));
        table.Add("POST /tickets/enqueue", Enqueue);
        table.Add("GET /tickets/{}", call => call.Respond(Find(call)));
        table.Add("PUT /tickets/{}", Update);
        table.Add("DELETE /tickets/{}", Delete);
        table.AddList("POST /tickets/search", call => SearchResult.Of(_workspace, call, Store.Items, ValuesOf));
        table.Add("POST /tickets/{}/reply", Reply);
        table.Add("POST /tickets/{}/tags", Tag);
        table.Add("DELETE /tickets/{}/tags/{}", Untag);
        table.AddCheck("POST /tickets/{}/change_type", CheckChange);
        table.Add("POST /tickets/{}/change_type", ChangeType);
        table.AddCheck("POST /tickets/{}/linked_conversations", CheckLink);
        table.Add("POST /tickets/{}/linked_conversations", Link);
        table.Add("DELETE /tickets/{}/linked_conversations/{}", Unlink);
        table.Add("POST /conversations/{}/convert", Convert);
        table.AddList("GET /ticket_states", _ => TicketStates.List);
    }

    /// <summary>Replaces a contact in all tickets by the one that it was merged into.</summary>
    public void ReplaceContact(string from, JObject into)
    {
        foreach (var reference in Store.Items.SelectMany(ticket => ticket.SelectTokens("contacts.contacts[*]")).OfType<JObject>()
            .Where(reference => Call.Scalar(reference["id"]) == from).ToList())
        {
            reference.Replace(Reference(into));
        }
    }

    private static Rejection NotFound() => new(404, "ticket_not_found", "Ticket not found");

    private JObject Find(Call call) => Store.Find(call.PathValues[0]) ?? throw NotFound();

    private JObject TypeOf(JObject sent) => _types.Find(Call.Scalar(sent["ticket_type_id"]) ?? "");

    private FakeResponse Enqueue(Call call)
    {
        // Intercom validates a job before it starts.
        var contacts = ContactsOf(call.Body);
        var type = TypeOf(call.Body);
        CheckAttributes(type, call.Body["ticket_attributes"], isCreated: true);
        return call.Respond(_jobs.Start("ticket", () => Create(call.Body, contacts, type)));
    }

    /// <exception cref="Rejection">A contact does not exist.</exception>
    private List<JObject> ContactsOf(JObject sent) =>
    [
        .. (sent["contacts"] as JArray ?? []).OfType<JObject>().Select(reference =>
            _workspace.Contacts.Items.FirstOrDefault(contact => ContactKeys.Any(name =>
                Call.Scalar(reference[name]) is { } value && Call.Scalar(contact[name]) == value))
            ?? throw Rejection.NotFound("User")),
    ];

    /// <exception cref="Rejection">The type does not have an attribute, or requires one that is missing.</exception>
    private static void CheckAttributes(JObject type, JToken? sent, bool isCreated = false)
    {
        var attributes = sent as JObject ?? [];
        if (isCreated && TicketTypeAttributes.Missing(type, attributes).Count > 0)
            throw Rejection.Invalid("Missing required ticket attributes");
        if (TicketTypeAttributes.Unknown(type, attributes) is { Count: > 0 } unknown)
            throw Rejection.Invalid($"Extra attributes provided that are not found on ticket type: {string.Join(", ", unknown)}");
    }

    private static JObject Reference(JObject contact) =>
        new() { ["type"] = "contact", ["id"] = contact["id"], ["external_id"] = contact["external_id"] };

    private JObject Create(JObject sent, IReadOnlyList<JObject> contacts, JObject type)
    {
        CheckAttributes(type, sent["ticket_attributes"], isCreated: true);
        var assignment = sent["assignment"] as JObject ?? [];
        var admin = Assignee(Call.Scalar(assignment["admin_assignee_id"]), _workspace.Admins);
        var team = Assignee(Call.Scalar(assignment["team_assignee_id"]), _workspace.Teams);
        var now = _workspace.Clock.Tick();
        var ticket = _shape.New();
        ticket["type"] = "ticket";
        ticket["id"] = _workspace.NextNumber();
        _shape.Set(ticket, "ticket_id", _workspace.NextNumber());
        _shape.Merge(ticket, sent, "contacts", "ticket_attributes", "created_at");
        ticket["ticket_attributes"] = sent["ticket_attributes"]?.DeepClone() ?? new JObject();
        ticket["contacts"] = new JObject { ["type"] = "contact.list", ["contacts"] = new JArray(contacts.Select(Reference)) };
        SetType(ticket, type);
        _shape.Set(ticket, "admin_assignee_id", admin ?? "0");
        _shape.Set(ticket, "team_assignee_id", team ?? "0");
        _shape.Set(ticket, "created_at", sent["created_at"] ?? now);
        _shape.Set(ticket, "updated_at", now);
        SetState(ticket, TicketStates.Find("submitted"));
        Store.Add(ticket);
        _workspace.Raise("ticket.created", () => (JObject)ticket.DeepClone());
        if (Call.Scalar(sent["conversation_to_link_id"]) is { } linked && _workspace.Conversations.Find(linked) is { } conversation)
            AddLink(ticket, conversation);
        return ticket;
    }

    private void SetType(JObject ticket, JObject type)
    {
        _shape.Set(ticket, "ticket_type", type);
        _shape.Set(ticket, "category", type["category"] ?? "Customer");
    }

    /// <summary>Checks an assignee. The ID 0 removes the assignment.</summary>
    private static string? Assignee(string? id, EntityStore candidates) =>
        id is null or "0" || candidates.Find(id) is not null ? id : throw new Rejection(404, "assignee_not_found", "Assignee not found");

    private void SetState(JObject ticket, JObject state)
    {
        foreach (var (name, value) in new[] { ("ticket_state", state), ("ticket_state", state["category"]!) })
        {
            if (_shape.Allows(name, value))
                ticket[name] = value.DeepClone();
        }

        _shape.Set(ticket, "ticket_state_internal_label", state["internal_label"]!);
        _shape.Set(ticket, "ticket_state_external_label", state["external_label"]!);
        _shape.Set(ticket, "open", Call.Scalar(state["category"]) != "resolved");
    }

    private static string? CategoryOf(JObject ticket) =>
        Call.Scalar(ticket["ticket_state"] is JObject state ? state["category"] : ticket["ticket_state"]);

    private FakeResponse Update(Call call)
    {
        var ticket = Find(call);
        var before = (JObject)ticket.DeepClone();
        var state = (call.Text("ticket_state_id") ?? call.Text("state")) is { } id ? TicketStates.Find(id) : null;
        var assignment = call.Body["assignment"] as JObject;
        if ((call.Text("admin_id") ?? Call.Scalar(assignment?["admin_id"])) is { } admin)
            Assignee(admin, _workspace.Admins);
        var assignee = call.Text("assignee_id") ?? Call.Scalar(assignment?["assignee_id"]);
        var isTeam = assignee is not null && _workspace.Admins.Find(assignee) is null && _workspace.Teams.Find(assignee) is not null;
        Assignee(assignee, isTeam ? _workspace.Teams : _workspace.Admins);
        if (ticket["ticket_type"] is JObject reference && _types.Store.Find(Call.Scalar(reference["id"])) is { } type)
            CheckAttributes(type, call.Body["ticket_attributes"]);
        if (state is not null)
            SetState(ticket, state);
        _shape.Merge(ticket, call.Body, "ticket_attributes", "created_at", "updated_at");
        if (call.Body["ticket_attributes"] is JObject attributes)
        {
            foreach (var attribute in attributes.Properties())
                ticket["ticket_attributes"]![attribute.Name] = attribute.Value.DeepClone();
        }

        if (assignee is not null)
            _shape.Set(ticket, isTeam ? "team_assignee_id" : "admin_assignee_id", assignee);
        _shape.Set(ticket, "updated_at", _workspace.Clock.Now);
        RaiseChanges(before, ticket);
        return call.Respond(ticket);
    }

    private void RaiseChanges(JObject before, JObject ticket)
    {
        var state = CategoryOf(ticket);
        var isResolved = state == "resolved" && CategoryOf(before) != state;
        var isClosed = before["open"] is JValue { Value: true } && ticket["open"] is JValue { Value: false };

        // Since 2.15, a ticket that is resolved has a topic of its own, and the item of the other topic contains the ticket.
        var isNew = _workspace.Description.IsSince("2.15");
        if (state != CategoryOf(before))
            Raise("ticket.state.updated");
        if (isResolved && isNew)
            Raise("ticket.resolved");
        else if (isClosed && isNew)
            _workspace.Raise("ticket.closed", () => new JObject { ["type"] = "ticket", ["ticket"] = ticket.DeepClone() });
        else if (isClosed || isResolved)
            Raise("ticket.closed");
        if (!JToken.DeepEquals(before["ticket_attributes"], ticket["ticket_attributes"]))
            Raise("ticket.attribute.updated");
        foreach (var type in new[] { "admin", "team" })
        {
            if (!JToken.DeepEquals(before[$"{type}_assignee_id"], ticket[$"{type}_assignee_id"]))
                Raise($"ticket.{type}.assigned");
        }

        void Raise(string topic) => _workspace.Raise(topic, () => (JObject)ticket.DeepClone());
    }

    private FakeResponse Delete(Call call)
    {
        var ticket = Find(call);
        Store.Remove(ticket);
        return call.Respond(call.DeletedReference(ticket["id"]!, "ticket"));
    }

    private FakeResponse Reply(Call call)
    {
        var ticket = Store.Find(call.PathValues[0]) ?? throw Rejection.ResourceNotFound();
        var isAdmin = call.Text("type") == "admin";
        if (!isAdmin && Call.Scalar(ticket["category"]) == "Back-office")
            throw new Rejection(400, "parameter_mismatch", "User replies are not allowed on Backoffice tickets");
        var type = call.Text("message_type") ?? "comment";
        var author = isAdmin
            ? _workspace.Admin(call.RequiredText("admin_id"))
            : ConversationParts.AuthorOf(FindContact(call.Body) ?? throw Rejection.NotFound("User"));
        var now = _workspace.Clock.Tick();
        var part = new JObject
        {
            ["type"] = "ticket_part",
            ["id"] = _workspace.NextNumber(),
            ["part_type"] = type,
            ["body"] = HtmlBody.Of(call.Text("body")),
            ["created_at"] = now,
            ["updated_at"] = now,
            ["author"] = author,
            ["attachments"] = new JArray(),
            ["redacted"] = false,
        };
        var parts = Parts(ticket);
        parts.Add(part);
        ticket["ticket_parts"]!["total_count"] = parts.Count;
        _shape.Set(ticket, "updated_at", now);
        var topic = !isAdmin ? "ticket.contact.replied" : type == "note" ? "ticket.note.created" : "ticket.admin.replied";
        _workspace.Raise(topic, () => new JObject
        {
            ["type"] = "ticket_ticket_part",
            ["ticket"] = ticket.DeepClone(),
            ["ticket_part"] = part.DeepClone(),
        });
        return call.Respond(part);
    }

    private static JArray Parts(JObject ticket)
    {
        if (ticket["ticket_parts"] is not JObject list || list["ticket_parts"] is not JArray parts)
            ticket["ticket_parts"] = new JObject { ["type"] = "ticket_part.list", ["ticket_parts"] = parts = [], ["total_count"] = 0 };
        return parts;
    }

    private JObject? FindContact(JObject body)
    {
        return _workspace.Contacts.Items.FirstOrDefault(contact =>
            Matches(contact, "intercom_user_id", "id") || Matches(contact, "user_id", "external_id") || Matches(contact, "email", "email"));

        bool Matches(JObject contact, string sent, string name) =>
            Call.Scalar(body[sent]) is { } value && Call.Scalar(contact[name]) == value;
    }

    private FakeResponse Tag(Call call)
    {
        var ticket = Find(call);
        if (call.Text("admin_id") is { } admin)
            _workspace.Admin(admin);
        var tag = _workspace.Tags.Find(call.RequiredText("id")) ?? throw new Rejection(404, "tag_not_found", "Tag not found");
        ConversationTags.Add(ticket, (JObject)tag.DeepClone());
        return call.Respond(tag);
    }

    private FakeResponse Untag(Call call)
    {
        var ticket = Find(call);
        var tag = _workspace.Tags.Find(call.PathValues[1]);
        return tag is not null && ConversationTags.Remove(ticket, call.PathValues[1])
            ? call.Respond(tag)
            : throw new Rejection(404, "tag_not_found", "Tag not found");
    }

    private static void CheckChange(JObject body)
    {
        foreach (var name in ChangeParameters)
        {
            if (string.IsNullOrEmpty(Call.Scalar(body[name])))
                throw new Rejection(400, "parameter_not_found", $"{name} is a required parameter");
        }
    }

    /// <summary>Moves a ticket to another type of the same category. Attributes that both types have are kept.</summary>
    private FakeResponse ChangeType(Call call)
    {
        var ticket = Store.Find(call.PathValues[0]) ?? throw Rejection.ResourceNotFound();
        var type = TypeOf(call.Body);
        if (Call.Scalar((ticket["ticket_type"] as JObject)?["id"]) == Call.Scalar(type["id"]))
            throw Rejection.Invalid("Cannot change to the same ticket type");
        if (Call.Scalar(type["category"]) != Call.Scalar(ticket["category"]))
            throw Rejection.Invalid("The new ticket type must have the same category");
        JObject state;
        try
        {
            state = TicketStates.Find(call.RequiredText("ticket_state_id"));
        }
        catch (Rejection)
        {
            throw Rejection.Invalid("Ticket custom state doesn't belong to the new ticket type");
        }

        CheckAttributes(type, call.Body["ticket_attributes"]);
        var attributes = (JObject)ticket["ticket_attributes"]!.DeepClone();
        foreach (var name in TicketTypeAttributes.Unknown(type, attributes))
            attributes.Remove(name);
        foreach (var attribute in (call.Body["ticket_attributes"] as JObject)?.Properties() ?? [])
            attributes[attribute.Name] = attribute.Value.DeepClone();
        ticket["ticket_attributes"] = attributes;
        SetType(ticket, type);
        SetState(ticket, state);
        _shape.Set(ticket, "updated_at", _workspace.Clock.Tick());
        return call.Respond(ticket);
    }

    private static void CheckLink(JObject body)
    {
        if (string.IsNullOrEmpty(Call.Scalar(body["conversation_id"])))
            throw new Rejection(400, "parameter_not_found", "conversation_id not specified");
    }

    private static JArray LinksOf(JObject ticket)
    {
        if (ticket["linked_objects"] is not JObject list || list["data"] is not JArray links)
        {
            ticket["linked_objects"] = new JObject
            {
                ["type"] = "list",
                ["data"] = links = [],
                ["total_count"] = 0,
                ["has_more"] = false,
            };
        }

        return links;
    }

    private static void CountLinks(JObject ticket) => ticket["linked_objects"]!["total_count"] = LinksOf(ticket).Count;

    private static void AddLink(JObject ticket, JObject conversation)
    {
        LinksOf(ticket).Add(new JObject { ["type"] = "conversation", ["id"] = conversation["id"], ["category"] = null });
        CountLinks(ticket);
    }

    private static bool IsTracker(JObject ticket) => Call.Scalar(ticket["category"]) == "Tracker";

    private static JToken? LinkTo(JObject ticket, string? conversationId) =>
        LinksOf(ticket).FirstOrDefault(link => Call.Scalar(link["id"]) == conversationId);

    private FakeResponse Link(Call call)
    {
        var ticket = Find(call);
        if (!IsTracker(ticket))
            throw new Rejection(400, "invalid_ticket_type", "Only tracker tickets support linking conversations");
        var conversation = _workspace.Conversations.Find(call.RequiredText("conversation_id"))
            ?? throw new Rejection(404, "conversation_not_found", "Conversation not found");
        if (Store.Items.Any(other => IsTracker(other) && LinkTo(other, Call.Scalar(conversation["id"])) is not null))
            throw new Rejection(400, "already_linked_to_tracker", "A conversation can only have one tracker ticket");
        if (LinksOf(ticket).Count >= MaximumLinks)
        {
            throw new Rejection(400, "linked_conversation_limit_exceeded",
                "Ticket has reached the maximum number of conversations that can be linked");
        }

        AddLink(ticket, conversation);
        return call.Respond(conversation);
    }

    private FakeResponse Unlink(Call call)
    {
        var ticket = Find(call);
        if (!IsTracker(ticket))
            throw new Rejection(400, "invalid_ticket_type", "Only tracker tickets support unlinking conversations");
        var link = LinkTo(ticket, call.PathValues[1]);
        if (link is null || _workspace.Conversations.Find(call.PathValues[1]) is not { } conversation)
            throw new Rejection(404, "conversation_not_found", "Conversation is not linked to this ticket");
        link.Remove();
        CountLinks(ticket);
        return call.Respond(conversation);
    }

    /// <summary>Creates a ticket of a conversation. Its contacts become the contacts of the ticket.</summary>
    private FakeResponse Convert(Call call)
    {
        var conversation = _workspace.Conversation(call.PathValues[0]);
        var type = TypeOf(call.Body);
        if (Call.Scalar(type["category"]) != "Customer")
            throw Rejection.Invalid("Ticket type is not a customer ticket type");
        var contacts = FieldPath.Values(conversation, "contacts.contacts.id")
            .Select(id => _workspace.Contacts.Find(Call.Scalar(id))).OfType<JObject>().ToList();
        var ticket = Create(new JObject { ["ticket_attributes"] = call.Body["attributes"] ?? new JObject() }, contacts, type);
        if (call.Text("ticket_state_id") is { } state)
            SetState(ticket, TicketStates.Find(state));
        AddLink(ticket, conversation);
        return call.Respond(ticket);
    }

    private static IReadOnlyList<JToken> ValuesOf(JObject ticket, string field) => field switch
    {
        "contact_ids" => FieldPath.Values(ticket, "contacts.contacts.id"),
        "tag_ids" or "tag_id" => FieldPath.Values(ticket, "tags.tags.id"),
        "ticket_type_id" => FieldPath.Values(ticket, "ticket_type.id"),
        "state" => CategoryOf(ticket) is { } state ? [new JValue(state)] : [],
        "ticket_state_id" => FieldPath.Values(ticket, "ticket_state.id"),
        _ when field.StartsWith("ticket_attribute.", StringComparison.Ordinal) => AttributeValues(ticket, field.Substring(17)),
        _ => FieldPath.Values(ticket, field),
    };

    /// <summary>Gets the values of an attribute by its name, or by the ID of the attribute of the ticket's type.</summary>
    private static IReadOnlyList<JToken> AttributeValues(JObject ticket, string key)
    {
        var attributes = ticket["ticket_attributes"] as JObject ?? [];
        var name = (ticket["ticket_type"] as JObject)?.SelectTokens("ticket_type_attributes.*[*]").OfType<JObject>()
            .Where(attribute => Call.Scalar(attribute["id"]) == key).Select(attribute => Call.Scalar(attribute["name"])).FirstOrDefault();
        return (attributes[name ?? key] ?? attributes[key]) switch
        {
            null => [],
            JArray values => [.. values],
            var value => [value],
        };
    }
}
