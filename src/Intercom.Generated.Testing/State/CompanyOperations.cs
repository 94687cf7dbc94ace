using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Intercom.Generated.Testing.Search;
using Intercom.Generated.Testing.Webhooks;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The operations on companies, their contacts, and their tags.</summary>
internal sealed class CompanyOperations
{
    /// <summary>Lists end at this number. Only a scroll returns more companies.</summary>
    private const int MaximumListed = 10_000;

    private readonly Workspace _workspace;
    private readonly ContactOperations _contacts;
    private readonly EntityShape _shape;

    public CompanyOperations(Workspace workspace, ContactOperations contacts)
    {
        _workspace = workspace;
        _contacts = contacts;
        _shape = new EntityShape(workspace.Description, workspace.Description.EntitySchema("GET /companies/{}"));
    }

    public void Register(OperationTable table)
    {
        table.AddCheck("POST /companies", CheckTest);
        table.Add("POST /companies", CreateOrUpdate);
        table.AddList("GET /companies", FindCompanies);
        table.AddList("POST /companies/list", ListInOrder);
        table.AddList("GET /companies/scroll", _ => _workspace.Companies.Items);
        table.AddList("POST /companies/search", call => SearchResult.Of(_workspace, call, _workspace.Companies.Items, ValuesOf));
        table.Add("GET /companies/{}", call => call.Respond(_workspace.Company(call.PathValues[0])));
        table.Add("PUT /companies/{}", Update);
        table.Add("DELETE /companies/{}", Delete);
        table.AddList("GET /companies/{}/contacts", call =>
            _contacts.ContactsOfCompany((string)_workspace.Company(call.PathValues[0])["id"]!));
    }

    /// <summary>Gets the IDs of the segments of a company.</summary>
    public Func<string, IReadOnlyList<string>>? SegmentIdsOf { get; set; }

    /// <summary>
    /// Adds a company with any values that a test needs, without validation. By default, it has a user who is not a contact of the fake,
    /// because lists omit companies without users.
    /// </summary>
    public JObject Seed(JObject? fields)
    {
        var company = NewCompany();
        _shape.Set(company, "user_count", 1);
        EntityShape.Overwrite(company, fields);
        _workspace.Attributes.Declare("company", company["custom_attributes"]);
        _workspace.Companies.Add(company);
        _workspace.Raise("company.created", () => NotificationItems.Company(company));
        return company;
    }

    /// <summary>Updates the tags of a company.</summary>
    public void Refresh(JObject company)
    {
        var tags = _workspace.CompanyTags.From((string)company["id"]!).Select(_workspace.Tags.Find).OfType<JObject>();
        _shape.Set(company, "tags", new JObject
        {
            ["type"] = "tag.list",
            ["tags"] = new JArray(tags.Select(tag => new JObject { ["type"] = "tag", ["id"] = tag["id"], ["name"] = tag["name"] })),
        });
    }

    private JObject NewCompany()
    {
        var now = _workspace.Clock.Tick();
        var company = _shape.New();
        var id = _workspace.NextObjectId(now);
        company["type"] = "company";
        company["id"] = id;
        _shape.Set(company, "company_id", $"company-{id.Substring(id.Length - 6)}");
        _shape.Set(company, "name", "");
        _shape.Set(company, "app_id", Workspace.Id);
        foreach (var name in new[] { "created_at", "updated_at", "remote_created_at", "last_request_at" })
            _shape.Set(company, name, now);
        foreach (var name in new[] { "size", "monthly_spend", "session_count", "user_count" })
            _shape.Set(company, name, 0);
        foreach (var name in new[] { "website", "industry" })
            _shape.Set(company, name, "");
        _shape.Set(company, "plan", new JObject());
        return company;
    }

    private FakeResponse CreateOrUpdate(Call call) => call.Respond(CreateOrUpdate(call.Body));

    private JObject CreateOrUpdate(JObject sent)
    {
        _workspace.Attributes.Check("company", sent["custom_attributes"]);
        var companyId = Call.Scalar(sent["company_id"]);
        var company = companyId is null
            ? null
            : _workspace.Companies.Items.FirstOrDefault(item => Call.Scalar(item["company_id"]) == companyId);
        var isNew = company is null;
        if (company is null)
        {
            company = NewCompany();
            _workspace.Companies.Add(company);
        }

        Write(company, sent);
        _workspace.Raise(isNew ? "company.created" : "company.updated", () => NotificationItems.Company(company));
        return company;
    }

    private FakeResponse Update(Call call) => call.Respond(Update(_workspace.Company(call.PathValues[0]), call.Body));

    private JObject Update(JObject company, JObject sent)
    {
        _workspace.Attributes.Check("company", sent["custom_attributes"]);
        Write(company, sent, "company_id");
        _workspace.Raise("company.updated", () => NotificationItems.Company(company));
        return company;
    }

    /// <summary>Applies one item of a bulk operation.</summary>
    /// <exception cref="Rejection">The item is invalid. The other items are still processed.</exception>
    public void Apply(string action, JObject item)
    {
        switch (action)
        {
            case "POST /bulk":
                CreateOrUpdate(item);
                break;
            case "PUT /bulk":
                Update(_workspace.Company(Call.Scalar(item["id"])), item);
                break;
            default:
                Remove(_workspace.Company(Call.Scalar(item["id"])));
                break;
        }
    }

    private void Write(JObject company, JObject sent, params string[] except)
    {
        _shape.Merge(company, sent, [.. except, "plan", "created_at", "updated_at"]);

        // Requests contain the name of a plan. Responses contain an object.
        if (Call.Scalar(sent["plan"]) is { } plan)
            _shape.Set(company, "plan", new JObject { ["type"] = "plan", ["id"] = _workspace.NextNumber(), ["name"] = plan });
        _shape.Set(company, "updated_at", _workspace.Clock.Now);
    }

    private FakeResponse Delete(Call call)
    {
        var company = _workspace.Company(call.PathValues[0]);
        Remove(company);
        return call.Respond(call.DeletedReference(company["id"]!, "company"));
    }

    private void Remove(JObject company)
    {
        var id = (string)company["id"]!;
        var contacts = _contacts.ContactsOfCompany(id);
        _workspace.Companies.Remove(company);
        foreach (var links in new[] { _workspace.ContactCompanies, _workspace.CompanyNotes, _workspace.CompanyTags })
            links.RemoveAll(id);
        foreach (var contact in contacts)
            _contacts.Refresh(contact);
        _workspace.Raise("company.deleted", () => NotificationItems.DeletedCompany(company));
    }

    private IReadOnlyList<JObject> FindCompanies(Call call)
    {
        IEnumerable<JObject> found = _workspace.Companies.Items;
        var named = false;
        foreach (var name in new[] { "name", "company_id" })
        {
            if (call.Request.GetQuery(name) is not { } value)
                continue;
            named = true;
            found = found.Where(company => Call.Scalar(company[name]) == value);
        }

        if (call.Request.GetQuery("tag_id") is { } tag)
            found = found.Where(company => _workspace.CompanyTags.From((string)company["id"]!).Contains(tag));
        if (call.Request.GetQuery("segment_id") is { } segment)
        {
            found = found.Where(company => SegmentIdsOf?.Invoke((string)company["id"]!).Contains(segment) == true
                || FieldPath.Values(company, "segments.segments.id").Any(id => Call.Scalar(id) == segment));
        }

        var result = (named ? found : found.Where(HasUsers).Take(MaximumListed)).ToList();
        return named && result.Count == 0 ? throw Rejection.CompanyNotFound() : result;
    }

    private static bool HasUsers(JObject company) => company["user_count"] is not JValue { Value: 0L };

    private IReadOnlyList<JObject> ListInOrder(Call call)
    {
        var listed = _workspace.Companies.Items.Where(HasUsers);
        return [.. (call.Request.GetQuery("order") == "desc" ? listed.Reverse() : listed).Take(MaximumListed)];
    }

    /// <summary>The published example of an error is a parameter with this name.</summary>
    private static void CheckTest(JObject body)
    {
        if (body["test"] is not null)
            throw new Rejection(400, "bad_request", "bad 'test' parameter");
    }

    private IReadOnlyList<JToken> ValuesOf(JObject company, string field) => field switch
    {
        "tag_id" => [.. _workspace.CompanyTags.From((string)company["id"]!).Select(id => new JValue(id))],
        _ => FieldPath.Values(company, field),
    };
}
