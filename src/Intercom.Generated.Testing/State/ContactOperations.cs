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

    private const int MaximumCompanies = 1000;

    private static readonly string[] Identifiers = ["email", "phone", "external_id"];

    private static readonly string[] Flags =
        ["has_hard_bounced", "marked_email_as_spam", "unsubscribed_from_emails", "enabled_push_messaging"];

    private static readonly string[] Empty = ["email", "external_id", "email_domain"];
    private static readonly string[] Adopted = ["name", "email", "phone", "owner_id", "avatar"];

    private readonly Workspace _workspace;
    private readonly EntityShape _shape;
    private readonly List<JObject> _merges = [];
    private readonly List<JObject> _activities = [];
    private readonly bool _hasActivities;

    public ContactOperations(Workspace workspace)
    {
        _workspace = workspace;
        _shape = new EntityShape(workspace.Description, workspace.Description.EntitySchema("GET /contacts/{}"));
        _shape.Prepare(contact =>
        {
            contact["type"] = "contact";
            foreach (var flag in Flags)
                _shape.Set(contact, flag, false);
            foreach (var name in Empty)
                _shape.Set(contact, name, _shape.Allows(name, JValue.CreateNull()) ? JValue.CreateNull() : "");
            _shape.Set(contact, "workspace_id", Workspace.Id);
        });
        _hasActivities = workspace.Description.Has("GET /contacts/activities");
    }

    public void Register(OperationTable table)
    {
        table.Add("POST /contacts", call => call.Respond(Create(call.Body)));
        table.AddList("GET /contacts", _ => Visible());
        table.AddList("POST /contacts/search", call => SearchResult.Of(_workspace, call, Visible(), ValuesOf));
        table.Add("GET /contacts/{}", Get);
        table.AddList("GET /contacts/{}/merge_history", MergeHistory);
        table.AddList("GET /contacts/activities", _ => _activities);
        table.Add("POST /contacts/merge/preview", PreviewMerge);
        table.Add("GET /contacts/find_by_external_id/{}", call => call.Respond(FindByExternalId(call.PathValues[0])));
        table.Add("PUT /contacts/{}", Update);
        table.Add("DELETE /contacts/{}", Delete);
        table.Add("POST /contacts/{}/archive", call => Hide(call, true, "archived"));
        table.Add("POST /contacts/{}/unarchive", call => Hide(call, false, "archived"));
        table.Add("POST /contacts/{}/block", call => Hide(call, true, "blocked"));
        table.Add("POST /contacts/merge", Merge);
        table.AddList("GET /contacts/{}/tags", TagsOf);
        table.Add("POST /contacts/{}/tags", AttachTag);
        table.Add("DELETE /contacts/{}/tags/{}", DetachTag);
        table.AddList("GET /contacts/{}/companies", CompaniesOf);
        table.AddCheck("POST /contacts/{}/companies", CheckCompany);
        table.Add("POST /contacts/{}/companies", AttachCompany);
        table.Add("DELETE /contacts/{}/companies/{}", DetachCompany);
    }

    /// <summary>Replaces a merged contact in the resources that other classes store. The first argument is its ID.</summary>
    public Action<string, JObject>? Replaced { get; set; }

    /// <summary>Gets the IDs of the segments of a contact, for searches.</summary>
    public Func<string, IReadOnlyList<string>>? SegmentIdsOf { get; set; }

    /// <exception cref="Rejection">A contact with these details already exists.</exception>
    public JObject Create(JObject sent)
    {
        _workspace.Attributes.Check("contact", sent["custom_attributes"]);
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
        _workspace.Attributes.Declare("contact", contact["custom_attributes"]);
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
        Record("contact.created", contact);
        _workspace.Raise($"contact.{Role(contact)}.created", () => NotificationItems.Contact(contact));
    }

    private JObject NewContact(string role)
    {
        var now = _workspace.Clock.Tick();
        var contact = _shape.New();
        contact["type"] = "contact";
        contact["id"] = _workspace.NextObjectId(now);
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

    public void Write(JObject contact, JObject sent)
    {
        _workspace.Attributes.Check("contact", sent["custom_attributes"]);
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
        {
            var archived = _workspace.Hidden.Contains((string)duplicate["id"]!) ? "An archived" : "A";
            throw new Rejection(409, "conflict",
                $"{archived} contact matching those details already exists with id={(string?)duplicate["id"]}");
        }
    }

    private static bool IsUser(JObject contact) => Role(contact) == "user";

    /// <summary>The role in topics.</summary>
    private static string Role(JObject contact) => Call.Scalar(contact["role"]) == "lead" ? "lead" : "user";

    private static bool SameText(JObject left, JObject right, string name) =>
        Call.Scalar(left[name]) is { Length: > 0 } text
        && string.Equals(text, Call.Scalar(right[name]), StringComparison.OrdinalIgnoreCase);

    private List<JObject> Visible() => [.. _workspace.Contacts.Items.Where(contact => !_workspace.Hidden.Contains((string)contact["id"]!))];

    private JObject FindByExternalId(string externalId)
    {
        if (_workspace.Contacts.Items.FirstOrDefault(contact => Call.Scalar(contact["external_id"]) == externalId) is { } found)
            return found;
        if (_merges.FindLast(merge => Call.Scalar(merge["external_id"]) == externalId) is { } merge)
            _workspace.CheckMerged((string)merge["from"]!);
        throw Rejection.NotFound("Contact");
    }

    private FakeResponse Get(Call call)
    {
        _workspace.CheckMerged(call.PathValues[0]);
        return call.Respond(_workspace.Contact(call.PathValues[0]));
    }

    /// <summary>Adds an event to the list of activities, which starts with the oldest.</summary>
    private void Record(string type, JObject contact, string? source = null, string? target = null, string? failure = null)
    {
        if (!_hasActivities)
            return;
        _activities.Add(new JObject
        {
            ["type"] = "contact_activity",
            ["id"] = (_activities.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["event_type"] = type,
            ["contact_id"] = contact["id"],
            ["external_id"] = Call.Scalar(contact["external_id"]),
            ["role"] = Call.Scalar(contact["role"]),
            ["merge_source_id"] = source,
            ["merge_target_id"] = target,
            ["failure_reason"] = failure,
            ["created_at"] = _workspace.Clock.Now,
        });
    }

    private FakeResponse Update(Call call) => call.Respond(Update(_workspace.Contact(call.PathValues[0]), call.Body));

    private JObject Update(JObject contact, JObject sent)
    {
        // Update a copy first, so that a rejected update changes nothing.
        var changed = (JObject)contact.DeepClone();
        Write(changed, sent);
        if (IsUser(contact) && !IsUser(changed))
            throw Rejection.Invalid("A user cannot become a lead", "role");
        _shape.Set(changed, "updated_at", _workspace.Clock.Now);
        CheckUnique(contact, changed);
        var before = (JObject)contact.DeepClone();
        contact.ReplaceAll(changed.Properties());
        if (IsUser(before) != IsUser(contact))
            Record("contact.role_updated", contact);
        RaiseUpdate(before, contact);
        return contact;
    }

    /// <summary>Applies one item of a bulk operation.</summary>
    /// <exception cref="Rejection">The item is invalid. The other items are still processed.</exception>
    public void Apply(string action, JObject item)
    {
        switch (action)
        {
            case "POST /bulk":
                Tag(Create(item), item);
                break;
            case "PUT /bulk":
                Tag(Update(_workspace.Contact(Call.Scalar(item["id"])), item), item);
                break;
            default:
                Remove(_workspace.Contact(Call.Scalar(item["id"])));
                break;
        }
    }

    /// <summary>Adds and removes tags. Unknown tags are skipped, as documented.</summary>
    private void Tag(JObject contact, JObject item)
    {
        foreach (var (name, isTagged) in new[] { ("add", true), ("remove", false) })
        {
            foreach (var reference in item["tags"]?[name] as JArray ?? [])
            {
                if (_workspace.Tags.Find(Call.Scalar(reference["id"])) is { } tag)
                    Link(contact, tag, isTagged);
            }
        }
    }

    private void RaiseUpdate(JObject before, JObject contact)
    {
        _workspace.Raise($"contact.{Role(contact)}.updated", () => NotificationItems.Contact(contact));
        if (!IsUser(before) && IsUser(contact))
            _workspace.Raise("contact.lead.signed_up", () => NotificationItems.Contact(contact));
        RaiseSubscription(before, contact);
        if (SameText(before, contact, "email") || Call.Scalar(contact["email"]) is null or "")
            return;
        _workspace.Raise("contact.email.updated", () => NotificationItems.Contact(contact));
        if (!IsUser(contact) && Call.Scalar(before["email"]) is null or "")
            _workspace.Raise("contact.lead.added_email", () => NotificationItems.Contact(contact));
    }

    private FakeResponse Delete(Call call)
    {
        var contact = _workspace.Contact(call.PathValues[0]);
        Remove(contact);
        return call.Respond(Reference(call, contact, "deleted", true));
    }

    private void Remove(JObject contact)
    {
        RemoveContact(contact);
        Record("contact.deleted", contact);
        _workspace.Raise("contact.deleted", () => NotificationItems.ContactFlag(contact, "deleted"));
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

    private void RaiseSubscription(JObject before, JObject contact)
    {
        var (was, isNow) = (IsUnsubscribed(before), IsUnsubscribed(contact));
        if (was == isNow)
            return;
        var (topic, type) = isNow ? ("contact.unsubscribed", "contact_unsubscribe") : ("contact.subscribed", "contact_subscribe");
        _workspace.Raise(topic, () => NotificationItems.Subscription(type, contact, _workspace.Clock.Now));

        static bool IsUnsubscribed(JObject contact) => contact["unsubscribed_from_emails"] is JValue { Value: true };
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
        var (from, into) = MergePair(call);
        if (ReferenceEquals(from, into))
            throw Rejection.Invalid("A contact cannot be merged into itself", "into");
        var code = _workspace.Description.IsSince("2.16") ? "invalid_merge" : "parameter_invalid";
        if (IsUser(from) || !IsUser(into))
        {
            Record("contact.merge_failed", from, (string)from["id"]!, (string)into["id"]!, "invalid_merge_role_pair");
            throw new Rejection(400, code, "Only a contact with the role lead can be merged into a contact with the role user");
        }

        if (MustBeDuplicates(call) && !AreDuplicates(from, into))
        {
            Record("contact.merge_failed", from, (string)from["id"]!, (string)into["id"]!, "no_shared_identifier");
            throw new Rejection(400, code, "Contacts can only be merged when they are duplicates (matching email or phone). "
                + "Pass skip_duplicate_validation=true to override this check.");
        }

        var source = (string)from["id"]!;
        var target = (string)into["id"]!;
        foreach (var links in new[] { _workspace.ContactTags, _workspace.ContactCompanies, _workspace.ContactNotes })
        {
            foreach (var linked in links.From(source))
                links.Add(target, linked);
        }

        foreach (var change in Changes(from, into))
            into[(string)change["field"]!] = change["new_into_value"];
        RemoveContact(from);
        foreach (var company in _workspace.ContactCompanies.From(target))
            CountUsers(company);
        Refresh(into);
        _workspace.Merged[source] = target;
        _merges.Add(new JObject
        {
            ["from"] = source,
            ["into"] = target,
            ["external_id"] = from["external_id"],
            ["role"] = Role(from),
            ["merged_at"] = _workspace.Clock.Now,
        });
        Replaced?.Invoke(source, into);
        _shape.Set(into, "updated_at", _workspace.Clock.Now);
        Record("contact.merged", into, source, target);
        _workspace.Raise("contact.merged", () => NotificationItems.MergedContact(into, source));
        return call.Respond(into);
    }

    private (JObject From, JObject Into) MergePair(Call call) =>
        (_workspace.Contact(call.RequiredText("from")), _workspace.Contact(call.RequiredText("into")));

    /// <summary>Newer versions merge only duplicates, unless the request skips this check.</summary>
    private bool MustBeDuplicates(Call call) =>
        _workspace.Description.IsSince("2.16") && call.Body["skip_duplicate_validation"] is not JValue { Value: true };

    private static bool AreDuplicates(JObject from, JObject into) => Array.Exists(Identifiers, name => SameText(from, into, name));

    /// <summary>Gets the properties of the lead that the user adopts, because the user has none.</summary>
    private IEnumerable<JObject> Changes(JObject from, JObject into) =>
        Adopted
            .Where(name => _shape.Declares(name) && Call.Scalar(from[name]) is { Length: > 0 }
                && into[name] is not JObject && string.IsNullOrEmpty(Call.Scalar(into[name])))
            .Select(name => new JObject
            {
                ["field"] = name,
                ["outcome"] = "adopted",
                ["from_value"] = from[name],
                ["new_into_value"] = from[name],
            });

    private FakeResponse PreviewMerge(Call call)
    {
        var (from, into) = MergePair(call);
        var reasons = new JArray();
        if (IsUser(from) || !IsUser(into))
            reasons.Add(Reason("invalid_merge_role_pair", "Only a lead can be merged into a user."));
        if (MustBeDuplicates(call) && !AreDuplicates(from, into))
        {
            reasons.Add(Reason("no_shared_identifier",
                "These contacts don't share a common identifier (email, phone, or external ID), so they aren't recognised as duplicates. "
                + "Set skip_duplicate_validation to true to preview the merge anyway."));
        }

        if (reasons.Count > 0)
            return call.Respond(new JObject { ["allowed"] = false, ["reasons"] = reasons });
        var changes = Changes(from, into).ToList();
        return call.Respond(new JObject
        {
            ["allowed"] = true,
            ["summary"] = new JObject
            {
                ["attribute_changes"] = new JObject { ["attributes"] = new JArray(changes), ["total_count"] = changes.Count },
                ["reassignments"] = new JObject
                {
                    ["conversations"] = Pair(ConversationCount),
                    ["tickets"] = Pair(_ => 0),
                    ["tags"] = Pair(id => _workspace.ContactTags.From(id).Count),
                    ["notes"] = Pair(id => _workspace.ContactNotes.From(id).Count),
                },
            },
        });

        static JObject Reason(string code, string message) => new() { ["code"] = code, ["message"] = message };

        JObject Pair(Func<string, int> count) => new() { ["from"] = count((string)from["id"]!), ["into"] = count((string)into["id"]!) };
    }

    private int ConversationCount(string contactId) => _workspace.Conversations.Items.Count(conversation =>
        FieldPath.Values(conversation, "contacts.contacts.id").Any(id => Call.Scalar(id) == contactId));

    private IReadOnlyList<JObject> MergeHistory(Call call)
    {
        var contact = _workspace.Contacts.Find(call.PathValues[0]);
        if (contact is null || !IsUser(contact))
            throw new Rejection(404, "not_found", "Contact not found");
        var merges = _merges.Where(merge => JToken.DeepEquals(merge["into"], contact["id"])).Select(merge => new JObject
        {
            ["type"] = "merge_history_item",
            ["source_contact_id"] = merge["from"],
            ["source_contact_role"] = merge["role"],
            ["merged_at"] = merge["merged_at"],
        });
        return [.. call.Request.GetQuery("order") == "asc" ? merges : merges.Reverse()];
    }

    private IReadOnlyList<JObject> TagsOf(Call call) =>
        [.. _workspace.ContactTags.From((string)_workspace.ContactOf(call)["id"]!).Select(_workspace.Tags.Find).OfType<JObject>()];

    private IReadOnlyList<JObject> CompaniesOf(Call call) =>
    [
        .. _workspace.ContactCompanies.From((string)_workspace.ContactOf(call)["id"]!)
            .Select(_workspace.Companies.Find).OfType<JObject>(),
    ];

    private FakeResponse AttachTag(Call call)
    {
        var contact = _workspace.ContactOf(call);
        var tag = _workspace.Tag(call.RequiredText("id"));
        Link(contact, tag, true);
        return call.Respond(tag);
    }

    private FakeResponse DetachTag(Call call)
    {
        var contact = _workspace.ContactOf(call);
        var tag = _workspace.Tag(call.PathValues[1]);
        if (!Link(contact, tag, false))
            throw Rejection.ResourceNotFound();
        return call.Respond(tag);
    }

    private static void CheckCompany(JObject body)
    {
        if (string.IsNullOrEmpty(Call.Scalar(body["id"])))
            throw new Rejection(400, "parameter_not_found", "company not specified");
    }

    private FakeResponse AttachCompany(Call call)
    {
        var contact = _workspace.ContactOf(call);
        var company = _workspace.Company(call.RequiredText("id"));
        var companies = _workspace.ContactCompanies.From((string)contact["id"]!);
        if (companies.Count >= MaximumCompanies && !companies.Contains((string)company["id"]!))
        {
            throw new Rejection(400, "contact_company_limit_exceeded",
                $"Contact has reached the maximum of {MaximumCompanies} company associations");
        }

        _workspace.ContactCompanies.Add((string)contact["id"]!, (string)company["id"]!);
        CountUsers((string)company["id"]!);
        Refresh(contact);
        _workspace.Raise("company.contact.attached", () => NotificationItems.CompanyContact(company, contact));
        return call.Respond(company);
    }

    private FakeResponse DetachCompany(Call call)
    {
        var contact = _workspace.ContactOf(call);
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
        "segment_id" => [.. (SegmentIdsOf?.Invoke((string)contact["id"]!) ?? []).Select(id => new JValue(id))],
        "company_id" => [.. _workspace.ContactCompanies.From((string)contact["id"]!).Select(id => new JValue(id))],
        _ => FieldPath.Values(contact, field),
    };
}
