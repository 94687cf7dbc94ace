using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Intercom.Generated.Testing.Search;
using Intercom.Generated.Testing.Webhooks;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The operations on contacts, their tags, and their companies.</summary>
internal sealed class ContactOperations
{
    /// <summary>The maximum number of items in a contact's nested lists. Other requests list the rest.</summary>
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
        table.Add("POST /contacts", call => call.Respond(Create(call.Body)));
        table.AddList("GET /contacts", _ => Visible());
        table.AddList("POST /contacts/search", call => SearchResult.Of(call, Visible(), ValuesOf));
        table.Add("GET /contacts/{}", call => call.Respond(_workspace.Contact(call.PathValues[0])));
        table.Add("GET /contacts/find_by_external_id/{}", call => call.Respond(FindByExternalId(call.PathValues[0])));
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

    /// <exception cref="Rejection">A contact with these details already exists.</exception>
    public JObject Create(JObject sent)
    {
        if (sent["email"] is null && sent["external_id"] is null && sent["role"] is null)
            throw Rejection.Missing("email, external_id or role");
        var contact = NewContact((string?)(sent["role"] as JValue) ?? "user");
        Write(contact, sent);
        CheckUnique(contact, contact);
        Add(contact);
        return contact;
    }

    /// <summary>Adds a contact with any values that a test needs, without validation.</summary>
    public JObject Seed(JObject? fields)
    {
        var contact = NewContact("user");
        EntityShape.Overwrite(contact, fields);
        SetListUrls(contact, fields);
        SetDomain(contact);
        Add(contact);
        return contact;
    }

    /// <summary>Updates the nested lists of a contact.</summary>
    public void Refresh(JObject contact)
    {
        var id = (string)contact["id"]!;
        SetNested(contact, "tags", "tag", "/tags/", _workspace.ContactTags.From(id));
        SetNested(contact, "companies", "company", "/companies/", _workspace.ContactCompanies.From(id));
        SetNested(contact, "notes", "note", "/notes/", _workspace.ContactNotes.From(id));
    }

    /// <summary>Tags or untags a contact.</summary>
    /// <returns>Whether the contact was not tagged before, or was tagged.</returns>
    public bool Link(JObject contact, JObject tag, bool isTagged)
    {
        var (id, tagId) = ((string)contact["id"]!, (string)tag["id"]!);
        var isChanged = isTagged ? _workspace.ContactTags.Add(id, tagId) : _workspace.ContactTags.Remove(id, tagId);
        Refresh(contact);
        if (isChanged)
        {
            var topic = $"contact.{Role(contact)}.tag.{(isTagged ? "created" : "deleted")}";
            _workspace.Raise(topic, () => NotificationItems.ContactTag(contact, tag));
        }

        return isChanged;
    }

    public IReadOnlyList<JObject> ContactsOfCompany(string companyId) =>
        [.. _workspace.ContactCompanies.To(companyId).Select(_workspace.Contacts.Find).OfType<JObject>()];

    private void Add(JObject contact)
    {
        _workspace.Contacts.Add(contact);
        _workspace.Raise($"contact.{Role(contact)}.created", () => NotificationItems.Contact(contact));
    }

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
        SetListUrls(contact, null);
        return contact;
    }

    /// <summary>Sets the URLs of the nested lists, which contain the contact's ID.</summary>
    private static void SetListUrls(JObject contact, JObject? seeded)
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

    /// <exception cref="Rejection">Another contact has the same external ID, or another user has the same email address.</exception>
    private void CheckUnique(JObject contact, JObject state)
    {
        var duplicate = _workspace.Contacts.Items.FirstOrDefault(other => !ReferenceEquals(other, contact)
            && (SameText(other, state, "external_id") || (IsUser(other) && IsUser(state) && SameText(other, state, "email"))));
        if (duplicate is not null)
            throw new Rejection(409, "conflict", $"A contact matching those details already exists with id={(string?)duplicate["id"]}");
    }

    private static bool IsUser(JObject contact) => Role(contact) == "user";

    /// <summary>The role in topics.</summary>
    private static string Role(JObject contact) => Call.Scalar(contact["role"]) == "lead" ? "lead" : "user";

    private static bool SameText(JObject left, JObject right, string name) =>
        Call.Scalar(left[name]) is { Length: > 0 } text
        && string.Equals(text, Call.Scalar(right[name]), StringComparison.OrdinalIgnoreCase);

    private List<JObject> Visible() => [.. _workspace.Contacts.Items.Where(contact => !_workspace.Hidden.Contains((string)contact["id"]!))];

    private JObject FindByExternalId(string externalId) =>
        _workspace.Contacts.Items.FirstOrDefault(contact => Call.Scalar(contact["external_id"]) == externalId)
        ?? throw Rejection.NotFound("Contact");

    private FakeResponse Update(Call call)
    {
        var contact = _workspace.Contact(call.PathValues[0]);

        // Update a copy first, so that a rejected update changes nothing.
        var changed = (JObject)contact.DeepClone();
        Write(changed, call.Body);
        _shape.Set(changed, "updated_at", _workspace.Clock.Now);
        CheckUnique(contact, changed);
        var before = (JObject)contact.DeepClone();
        contact.ReplaceAll(changed.Properties());
        RaiseUpdate(before, contact);
        return call.Respond(contact);
    }

    private void RaiseUpdate(JObject before, JObject contact)
    {
        _workspace.Raise($"contact.{Role(contact)}.updated", () => NotificationItems.Contact(contact));
        if (!IsUser(before) && IsUser(contact))
            _workspace.Raise("contact.lead.signed_up", () => NotificationItems.Contact(contact));
        if (SameText(before, contact, "email") || Call.Scalar(contact["email"]) is null or "")
            return;
        _workspace.Raise("contact.email.updated", () => NotificationItems.Contact(contact));
        if (!IsUser(contact) && Call.Scalar(before["email"]) is null or "")
            _workspace.Raise("contact.lead.added_email", () => NotificationItems.Contact(contact));
    }

    private FakeResponse Delete(Call call)
    {
        var contact = _workspace.Contact(call.PathValues[0]);
        RemoveContact(contact);
        _workspace.Raise("contact.deleted", () => NotificationItems.ContactFlag(contact, "deleted"));
        return call.Respond(Reference(call, contact, "deleted", true));
    }

    private void RemoveContact(JObject contact)
    {
        var id = (string)contact["id"]!;
        var companies = _workspace.ContactCompanies.From(id);
        _workspace.Contacts.Remove(contact);
        _workspace.Hidden.Remove(id);
        foreach (var links in new[] { _workspace.ContactTags, _workspace.ContactCompanies, _workspace.ContactNotes })
            links.RemoveAll(id);
        foreach (var company in companies)
            CountUsers(company);
    }

    private FakeResponse Hide(Call call, bool hide, string flag)
    {
        var contact = _workspace.Contact(call.PathValues[0]);
        var id = (string)contact["id"]!;
        if (hide)
            _workspace.Hidden.Add(id);
        else
            _workspace.Hidden.Remove(id);
        if (flag == "archived" && hide)
            _workspace.Raise("contact.archived", () => NotificationItems.ContactFlag(contact, flag));
        else if (flag == "archived")
            _workspace.Raise("contact.unarchived", () => NotificationItems.Contact(contact));
        return call.Respond(Reference(call, contact, flag, hide));
    }

    private static JObject Reference(Call call, JObject contact, string flag, bool value) => call.SampleWith(new JObject
    {
        ["id"] = contact["id"],
        ["external_id"] = contact["external_id"] ?? JValue.CreateNull(),
        [flag] = value,
    });

    private FakeResponse Merge(Call call)
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

        RemoveContact(from);
        foreach (var company in _workspace.ContactCompanies.From(target))
            CountUsers(company);
        Refresh(into);
        _shape.Set(into, "updated_at", _workspace.Clock.Now);
        _workspace.Raise("contact.merged", () => NotificationItems.MergedContact(into, source));
        return call.Respond(into);
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

    private FakeResponse AttachTag(Call call)
    {
        var contact = _workspace.Contact(call.PathValues[0]);
        var tag = _workspace.Tag(call.RequiredText("id"));
        Link(contact, tag, true);
        return call.Respond(tag);
    }

    private FakeResponse DetachTag(Call call)
    {
        var contact = _workspace.Contact(call.PathValues[0]);
        var tag = _workspace.Tag(call.PathValues[1]);
        if (!Link(contact, tag, false))
            throw Rejection.NotFound("Tag");
        return call.Respond(tag);
    }

    private FakeResponse AttachCompany(Call call)
    {
        var contact = _workspace.Contact(call.PathValues[0]);
        var company = _workspace.Company(call.RequiredText("id"));
        _workspace.ContactCompanies.Add((string)contact["id"]!, (string)company["id"]!);
        CountUsers((string)company["id"]!);
        Refresh(contact);
        _workspace.Raise("company.contact.attached", () => NotificationItems.CompanyContact(company, contact));
        return call.Respond(company);
    }

    private FakeResponse DetachCompany(Call call)
    {
        var contact = _workspace.Contact(call.PathValues[0]);
        var company = _workspace.Company(call.PathValues[1]);

        // The notification has the state before the change, so add it first.
        if (_workspace.ContactCompanies.From((string)contact["id"]!).Contains((string)company["id"]!))
            _workspace.Raise("company.contact.detached", () => NotificationItems.CompanyContact(company, contact));
        if (!_workspace.ContactCompanies.Remove((string)contact["id"]!, (string)company["id"]!))
            throw Rejection.CompanyNotFound();
        CountUsers((string)company["id"]!);
        Refresh(contact);
        return call.Respond(company);
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
