using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The operations on notes of contacts and, in some versions, companies.</summary>
internal sealed class NoteOperations
{
    private readonly Workspace _workspace;
    private readonly ContactOperations _contacts;
    private readonly EntityShape _shape;

    public NoteOperations(Workspace workspace, ContactOperations contacts)
    {
        _workspace = workspace;
        _contacts = contacts;
        _shape = new EntityShape(workspace.Description, workspace.Description.EntitySchema("GET /notes/{}"));
    }

    public void Register(OperationTable table)
    {
        table.Add("GET /notes/{}", call => call.Respond(_workspace.Notes.Find(call.PathValues[0]) ?? throw Rejection.ResourceNotFound()));
        table.AddList("GET /contacts/{}/notes", call => NotesOf(_workspace.ContactNotes, _workspace.ContactOf(call)));
        table.AddList("GET /companies/{}/notes", call => NotesOf(_workspace.CompanyNotes, _workspace.Company(call.PathValues[0])));
        table.Add("POST /contacts/{}/notes", call =>
            call.Respond(AddToContact(_workspace.ContactOf(call), call.RequiredText("body"), call.Text("admin_id"))));
        table.Add("POST /companies/{}/notes", AddToCompany);
    }

    public JObject AddToContact(JObject contact, string body, string? adminId)
    {
        var note = NewNote(body, adminId);
        _shape.Set(note, "contact", new JObject { ["type"] = "contact", ["id"] = contact["id"] });
        _workspace.Notes.Add(note);
        _workspace.ContactNotes.Add((string)contact["id"]!, (string)note["id"]!);
        _contacts.Refresh(contact);
        return note;
    }

    private FakeResponse AddToCompany(Call call)
    {
        var company = _workspace.Company(call.PathValues[0]);
        var note = NewNote(call.RequiredText("body"), call.Text("admin_id"));
        _shape.Set(note, "company", new JObject { ["type"] = "company", ["id"] = company["id"] });
        _workspace.Notes.Add(note);
        _workspace.CompanyNotes.Add((string)company["id"]!, (string)note["id"]!);
        return call.Respond(note);
    }

    private JObject NewNote(string body, string? adminId)
    {
        var author = _workspace.Admin(adminId ?? Workspace.DefaultAdminId);
        var note = _shape.New();
        note["type"] = "note";
        note["id"] = _workspace.NextNumber();
        _shape.Set(note, "created_at", _workspace.Clock.Tick());
        _shape.Set(note, "body", HtmlBody.Of(body) ?? "");
        _shape.Set(note, "author", author);
        return note;
    }

    private List<JObject> NotesOf(Links links, JObject owner) =>
        [.. links.From((string)owner["id"]!).Select(_workspace.Notes.Find).OfType<JObject>()];
}
