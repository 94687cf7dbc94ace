using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Intercom.Generated.Testing.Search;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The operations on tickets, their states, replies, and tags.</summary>
internal sealed class TicketOperations
{
    private static readonly string[] ContactKeys = ["id", "external_id", "email"];

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
        table.Add("POST /tickets", call => call.Respond(Create(call.Body, ContactsOf(call.Body))));
        table.Add("POST /tickets/enqueue", Enqueue);
        table.Add("GET /tickets/{}", call => call.Respond(Find(call)));
        table.Add("PUT /tickets/{}", Update);
        table.Add("DELETE /tickets/{}", Delete);
        table.AddList("POST /tickets/search", call => SearchResult.Of(call, Store.Items, FieldPath.Values));
        table.Add("POST /tickets/{}/reply", Reply);
        table.Add("POST /tickets/{}/tags", Tag);
        table.Add("DELETE /tickets/{}/tags/{}", Untag);
        table.AddList("GET /ticket_states", _ => TicketStates.List);
    }

    private JObject Find(Call call) =>
        Store.Find(call.PathValues[0]) ?? throw new Rejection(404, "ticket_not_found", "Ticket not found");

    private FakeResponse Enqueue(Call call)
    {
        // Intercom validates a job before it starts.
        var contacts = ContactsOf(call.Body);
        return call.Respond(_jobs.Start("ticket", () => Create(call.Body, contacts)));
    }

    /// <exception cref="Rejection">A contact does not exist.</exception>
    private List<JObject> ContactsOf(JObject sent) =>
    [
        .. (sent["contacts"] as JArray ?? []).OfType<JObject>().Select(reference =>
            _workspace.Contacts.Items.FirstOrDefault(contact => ContactKeys.Any(name =>
                Call.Scalar(reference[name]) is { } value && Call.Scalar(contact[name]) == value))
            ?? throw Rejection.NotFound("User")),
    ];

    private JObject Create(JObject sent, IReadOnlyList<JObject> contacts)
    {
        var now = _workspace.Clock.Tick();
        var ticket = _shape.New();
        ticket["type"] = "ticket";
        ticket["id"] = _workspace.NextNumber();
        _shape.Set(ticket, "ticket_id", _workspace.NextNumber());
        _shape.Merge(ticket, sent, "contacts", "ticket_attributes", "created_at");
        ticket["ticket_attributes"] = sent["ticket_attributes"]?.DeepClone() ?? new JObject();
        ticket["contacts"] = new JObject
        {
            ["type"] = "contact.list",
            ["contacts"] = new JArray(contacts.Select(contact =>
                new JObject { ["type"] = "contact", ["id"] = contact["id"], ["external_id"] = contact["external_id"] })),
        };
        if (_types.Store.Find(Call.Scalar(sent["ticket_type_id"])) is { } type)
        {
            _shape.Set(ticket, "ticket_type", type);
            _shape.Set(ticket, "category", type["category"] ?? "Customer");
        }

        foreach (var name in new[] { "admin_assignee_id", "team_assignee_id" })
            _shape.Set(ticket, name, "0");
        _shape.Set(ticket, "created_at", sent["created_at"] ?? now);
        _shape.Set(ticket, "updated_at", now);
        _shape.Set(ticket, "open", true);
        SetState(ticket, TicketStates.Find("submitted"));
        Store.Add(ticket);
        _workspace.Raise("ticket.created", () => (JObject)ticket.DeepClone());
        return ticket;
    }

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

    private FakeResponse Update(Call call)
    {
        var ticket = Find(call);
        var state = (call.Text("ticket_state_id") ?? call.Text("state")) is { } id ? TicketStates.Find(id) : null;
        if (state is not null)
            SetState(ticket, state);
        _shape.Merge(ticket, call.Body, "ticket_attributes", "created_at", "updated_at");
        if (call.Body["ticket_attributes"] is JObject attributes)
        {
            foreach (var attribute in attributes.Properties())
                ticket["ticket_attributes"]![attribute.Name] = attribute.Value.DeepClone();
        }

        if ((call.Text("assignee_id") ?? Call.Scalar(call.Body["assignment"]?["assignee_id"])) is { } assignee)
            _shape.Set(ticket, "admin_assignee_id", assignee);
        _shape.Set(ticket, "updated_at", _workspace.Clock.Now);
        if (state is not null)
            _workspace.Raise("ticket.state.updated", () => (JObject)ticket.DeepClone());
        return call.Respond(ticket);
    }

    private FakeResponse Delete(Call call)
    {
        var ticket = Find(call);
        Store.Remove(ticket);
        return call.Respond(call.SampleWith(new JObject { ["id"] = ticket["id"], ["deleted"] = true }));
    }

    private FakeResponse Reply(Call call)
    {
        var ticket = Store.Find(call.PathValues[0]) ?? throw new Rejection(404, "not_found", "Resource Not Found");
        var isAdmin = call.Text("type") == "admin";
        if (!isAdmin && Call.Scalar(ticket["category"]) == "Back-office")
            throw new Rejection(400, "parameter_mismatch", "User replies are not allowed on Backoffice tickets");
        var type = call.Text("message_type") ?? "comment";
        var author = isAdmin
            ? Workspace.Admin(call.RequiredText("admin_id"))
            : ConversationParts.AuthorOf(FindContact(call.Body) ?? throw Rejection.NotFound("User"));
        var now = _workspace.Clock.Tick();
        var part = new JObject
        {
            ["type"] = "ticket_part",
            ["id"] = _workspace.NextNumber(),
            ["part_type"] = type,
            ["body"] = call.Text("body"),
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
}
