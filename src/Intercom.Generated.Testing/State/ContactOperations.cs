using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Intercom.Generated.Testing.Search;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>Contacts, with their tags, companies and notes.</summary>
internal sealed class ContactOperations
{
    /// <summary>How many related things a contact shows; the rest has to be listed.</summary>
    private const int NestedLimit = 10;

    private readonly Workspace _workspace;
    private readonly EntityShape _shape;

    public ContactOperations(Workspace workspace)
    {
        _workspace = workspace;
        _shape = new EntityShape(workspace.Description, workspace.Description.EntitySchema("GET /contacts/{}"));
    }

    public void Register(OperationTable table)
    {
        table.Add("POST /contacts", call => call.Answer(Create(call.Body)));
        table.AddList("GET /contacts", _ => Visible());
        table.AddList("POST /contacts/search", call => SearchResult.Of(call, Visible(), ValuesOf));
        table.Add("GET /contacts/{}", call => call.Answer(_workspace.Contact(call.PathValues[0])));
        table.Add("GET /contacts/find_by_external_id/{}", call => call.Answer(FindByExternalId(call.PathValues[0])));
        table.Add("PUT /contacts/{}", Update);
        table.Add("DELETE /contacts/{}", Delete);
        table.Add("POST /contacts/{}/archive", call => Hide(call, true, "archived"));
        table.Add("POST /contacts/{}/unarchive", call => Hide(call, false, "archived"));
        table.Add("POST /contacts/{}/block", call => Hide(call, true, "blocked"));
        table.Add("POST /contacts/merge", Merge);
        table.AddList("GET /contacts/{}/tags", call => TagsOf(call.PathValues[0]));
        table.Add("POST /contacts/{}/tags", AttachTag);
        table.Add("DELETE /contacts/{}/tags/{}", DetachTag);
        table.AddList("GET /contacts/{}/companies", call => CompaniesOf(call.PathValues[0]));
        table.Add("POST /contacts/{}/companies", AttachCompany);
        table.Add("DELETE /contacts/{}/companies/{}", DetachCompany);
    }

    /// <exception cref="Rejection">A contact with these details is there already.</exception>
    public JObject Create(JObject sent)
    {
        if (sent["email"] is null && sent["external_id"] is null && sent["role"] is null)
            throw Rejection.Missing("email, external_id or role");
        var contact = NewContact((string?)(sent["role"] as JValue) ?? "user");
        Write(contact, sent);
        CheckUnique(contact, contact);
        _workspace.Contacts.Add(contact);
        return contact;
    }

    /// <summary>Adds a contact that may be anything a test wants to see.</summary>
    public JObject Seed(JObject? fields)
    {
        var contact = NewContact("user");
        EntityShape.Overwrite(contact, fields);
        FillAddresses(contact, fields);
        SetDomain(contact);
        _workspace.Contacts.Add(contact);
        return contact;
    }

    /// <summary>Writes what belongs to a contact into its nested lists.</summary>
    public void Refresh(JObject contact)
    {
        var id = (string)contact["id"]!;
        SetNested(contact, "tags", "tag", "/tags/", _workspace.ContactTags.From(id));
        SetNested(contact, "companies", "company", "/companies/", _workspace.ContactCompanies.From(id));
        SetNested(contact, "notes", "note", "/notes/", _workspace.ContactNotes.From(id));
    }

    public IReadOnlyList<JObject> ContactsOfCompany(string companyId) =>
        [.. _workspace.ContactCompanies.To(companyId).Select(_workspace.Contacts.Find).OfType<JObject>()];

    private JObject NewContact(string role)
    {
        var now = _workspace.Clock.Tick();
        var contact = _shape.New();
        contact["type"] = "contact";
        contact["id"] = _workspace.NextObjectId(now);
        foreach (var flag in new[] { "has_hard_bounced", "marked_email_as_spam", "unsubscribed_from_emails", "enabled_push_messaging" })
            _shape.Set(contact, flag, false);
        foreach (var name in new[] { "email", "external_id", "email_domain" })
            _shape.Set(contact, name, _shape.Allows(name, JValue.CreateNull()) ? JValue.CreateNull() : "");
        _shape.Set(contact, "workspace_id", Workspace.Id);
        _shape.Set(contact, "role", role);
        _shape.Set(contact, "created_at", now);
        _shape.Set(contact, "updated_at", now);
        FillAddresses(contact, null);
        return contact;
    }

    /// <summary>Addresses of nested lists contain the contact's id.</summary>
    private static void FillAddresses(JObject contact, JObject? seeded)
    {
        foreach (var name in new[] { "tags", "notes", "companies" })
        {
            if (seeded?[name] is null && contact[name] is JObject list && list["url"] is not null)
                list["url"] = $"/contacts/{(string?)contact["id"]}/{name}";
        }
    }

    private void Write(JObject contact, JObject sent)
    {
        _shape.Merge(contact, sent, "avatar", "created_at", "updated_at");
        if (sent["avatar"] is JValue avatar && _shape.Declares("avatar"))
        {
            JToken picture = avatar.Value is null ? JValue.CreateNull() : new JObject { ["type"] = "avatar", ["image_url"] = avatar };
            contact["avatar"] = _shape.Allows("avatar", picture) ? picture : avatar;
        }

        SetDomain(contact);
    }

    private void SetDomain(JObject contact)
    {
        if (Call.Scalar(contact["email"]) is { } email && email.IndexOf('@') is >= 0 and var at)
            _shape.Set(contact, "email_domain", email.Substring(at + 1));
    }

    /// <exception cref="Rejection">Another contact has the external id, or both are users with one address.</exception>
    private void CheckUnique(JObject contact, JObject state)
    {
        var twin = _workspace.Contacts.Items.FirstOrDefault(other => !ReferenceEquals(other, contact)
            && (SameText(other, state, "external_id") || (IsUser(other) && IsUser(state) && SameText(other, state, "email"))));
        if (twin is not null)
            throw new Rejection(409, "conflict", $"A contact matching those details already exists with id={(string?)twin["id"]}");
    }

    private static bool IsUser(JObject contact) => Call.Scalar(contact["role"]) == "user";

    private static bool SameText(JObject left, JObject right, string name) =>
        Call.Scalar(left[name]) is { Length: > 0 } text
        && string.Equals(text, Call.Scalar(right[name]), StringComparison.OrdinalIgnoreCase);

    private List<JObject> Visible() => [.. _workspace.Contacts.Items.Where(contact => !_workspace.Hidden.Contains((string)contact["id"]!))];

    private JObject FindByExternalId(string externalId) =>
        _workspace.Contacts.Items.FirstOrDefault(contact => Call.Scalar(contact["external_id"]) == externalId)
        ?? throw Rejection.NotFound("Contact");

    private Answer Update(Call call)
    {
        var contact = _workspace.Contact(call.PathValues[0]);

        // On a copy first: a refused update must leave nothing behind.
        var changed = (JObject)contact.DeepClone();
        Write(changed, call.Body);
        _shape.Set(changed, "updated_at", _workspace.Clock.Now);
        CheckUnique(contact, changed);
        contact.ReplaceAll(changed.Properties());
        return call.Answer(contact);
    }

    private Answer Delete(Call call)
    {
        var contact = _workspace.Contact(call.PathValues[0]);
        Forget(contact);
        return call.Answer(Reference(call, contact, "deleted", true));
    }

    private void Forget(JObject contact)
    {
        var id = (string)contact["id"]!;
        var companies = _workspace.ContactCompanies.From(id);
        _workspace.Contacts.Remove(contact);
        _workspace.Hidden.Remove(id);
        foreach (var links in new[] { _workspace.ContactTags, _workspace.ContactCompanies, _workspace.ContactNotes })
            links.Forget(id);
        foreach (var company in companies)
            CountUsers(company);
    }

    private Answer Hide(Call call, bool hide, string flag)
    {
        var contact = _workspace.Contact(call.PathValues[0]);
        var id = (string)contact["id"]!;
        if (hide)
            _workspace.Hidden.Add(id);
        else
            _workspace.Hidden.Remove(id);
        return call.Answer(Reference(call, contact, flag, hide));
    }

    private static JObject Reference(Call call, JObject contact, string flag, bool value) => call.SampleWith(new JObject
    {
        ["id"] = contact["id"],
        ["external_id"] = contact["external_id"] ?? JValue.CreateNull(),
        [flag] = value,
    });

    private Answer Merge(Call call)
    {
        var from = _workspace.Contact(call.RequiredText("from"));
        var into = _workspace.Contact(call.RequiredText("into"));
        if (ReferenceEquals(from, into))
            throw Rejection.Invalid("A contact cannot be merged into itself", "into");

        var source = (string)from["id"]!;
        var target = (string)into["id"]!;
        foreach (var links in new[] { _workspace.ContactTags, _workspace.ContactCompanies, _workspace.ContactNotes })
        {
            foreach (var linked in links.From(source))
                links.Add(target, linked);
        }

        Forget(from);
        foreach (var company in _workspace.ContactCompanies.From(target))
            CountUsers(company);
        Refresh(into);
        _shape.Set(into, "updated_at", _workspace.Clock.Now);
        return call.Answer(into);
    }

    private List<JObject> TagsOf(string id)
    {
        _workspace.Contact(id);
        return [.. _workspace.ContactTags.From(id).Select(_workspace.Tags.Find).OfType<JObject>()];
    }

    private List<JObject> CompaniesOf(string id)
    {
        _workspace.Contact(id);
        return [.. _workspace.ContactCompanies.From(id).Select(_workspace.Companies.Find).OfType<JObject>()];
    }

    private Answer AttachTag(Call call)
    {
        var contact = _workspace.Contact(call.PathValues[0]);
        var tag = _workspace.Tag(call.RequiredText("id"));
        _workspace.ContactTags.Add((string)contact["id"]!, (string)tag["id"]!);
        Refresh(contact);
        return call.Answer(tag);
    }

    private Answer DetachTag(Call call)
    {
        var contact = _workspace.Contact(call.PathValues[0]);
        var tag = _workspace.Tag(call.PathValues[1]);
        if (!_workspace.ContactTags.Remove((string)contact["id"]!, (string)tag["id"]!))
            throw Rejection.NotFound("Tag");
        Refresh(contact);
        return call.Answer(tag);
    }

    private Answer AttachCompany(Call call)
    {
        var contact = _workspace.Contact(call.PathValues[0]);
        var company = _workspace.Company(call.RequiredText("id"));
        _workspace.ContactCompanies.Add((string)contact["id"]!, (string)company["id"]!);
        CountUsers((string)company["id"]!);
        Refresh(contact);
        return call.Answer(company);
    }

    private Answer DetachCompany(Call call)
    {
        var contact = _workspace.Contact(call.PathValues[0]);
        var company = _workspace.Company(call.PathValues[1]);
        if (!_workspace.ContactCompanies.Remove((string)contact["id"]!, (string)company["id"]!))
            throw Rejection.CompanyNotFound();
        CountUsers((string)company["id"]!);
        Refresh(contact);
        return call.Answer(company);
    }

    private void CountUsers(string companyId)
    {
        if (_workspace.Companies.Find(companyId) is { } company && company["user_count"] is not null)
            company["user_count"] = _workspace.ContactCompanies.To(companyId).Count;
    }

    private void SetNested(JObject contact, string name, string type, string address, IReadOnlyList<string> ids)
    {
        if (!_shape.Declares(name))
            return;
        contact[name] = new JObject
        {
            ["type"] = "list",
            ["data"] = new JArray(ids.Take(NestedLimit).Select(id => new JObject { ["id"] = id, ["type"] = type, ["url"] = address + id })),
            ["url"] = $"/contacts/{(string?)contact["id"]}/{name}",
            ["total_count"] = ids.Count,
            ["has_more"] = ids.Count > NestedLimit,
        };
    }

    private IReadOnlyList<JToken> ValuesOf(JObject contact, string field) => field switch
    {
        "tag_id" => [.. _workspace.ContactTags.From((string)contact["id"]!).Select(id => new JValue(id))],
        "company_id" => [.. _workspace.ContactCompanies.From((string)contact["id"]!).Select(id => new JValue(id))],
        _ => FieldPath.Values(contact, field),
    };
}
