using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Intercom.Generated.Testing.Search;
using Intercom.Generated.Testing.Webhooks;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The operations on companies, their contacts, and their tags.</summary>
internal sealed class CompanyOperations
{
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
        table.Add("POST /companies", CreateOrUpdate);
        table.AddList("GET /companies", FindCompanies);
        table.AddList("POST /companies/list", ListInOrder);
        table.AddList("GET /companies/scroll", _ => _workspace.Companies.Items);
        table.AddList("POST /companies/search", call => SearchResult.Of(call, _workspace.Companies.Items, ValuesOf));
        table.Add("GET /companies/{}", call => call.Respond(_workspace.Company(call.PathValues[0])));
        table.Add("PUT /companies/{}", Update);
        table.Add("DELETE /companies/{}", Delete);
        table.AddList("GET /companies/{}/contacts", call =>
            _contacts.ContactsOfCompany((string)_workspace.Company(call.PathValues[0])["id"]!));
    }

    /// <summary>Adds a company with any values that a test needs, without validation.</summary>
    public JObject Seed(JObject? fields)
    {
        var company = NewCompany();
        EntityShape.Overwrite(company, fields);
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

    private FakeResponse CreateOrUpdate(Call call)
    {
        var companyId = call.Text("company_id");
        var company = companyId is null
            ? null
            : _workspace.Companies.Items.FirstOrDefault(item => Call.Scalar(item["company_id"]) == companyId);
        var isNew = company is null;
        if (company is null)
        {
            company = NewCompany();
            _workspace.Companies.Add(company);
        }

        Write(company, call.Body);
        _workspace.Raise(isNew ? "company.created" : "company.updated", () => NotificationItems.Company(company));
        return call.Respond(company);
    }

    private FakeResponse Update(Call call)
    {
        var company = _workspace.Company(call.PathValues[0]);
        Write(company, call.Body, "company_id");
        _workspace.Raise("company.updated", () => NotificationItems.Company(company));
        return call.Respond(company);
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
        var id = (string)company["id"]!;
        var contacts = _contacts.ContactsOfCompany(id);
        _workspace.Companies.Remove(company);
        foreach (var links in new[] { _workspace.ContactCompanies, _workspace.CompanyNotes, _workspace.CompanyTags })
            links.RemoveAll(id);
        foreach (var contact in contacts)
            _contacts.Refresh(contact);
        _workspace.Raise("company.deleted", () => NotificationItems.DeletedCompany(company));
        return call.Respond(call.SampleWith(new JObject { ["id"] = id, ["deleted"] = true }));
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
            found = found.Where(company => FieldPath.Values(company, "segments.segments.id").Any(id => Call.Scalar(id) == segment));

        var result = found.ToList();
        return named && result.Count == 0 ? throw Rejection.CompanyNotFound() : result;
    }

    private IReadOnlyList<JObject> ListInOrder(Call call) =>
        call.Request.GetQuery("order") == "desc" ? [.. _workspace.Companies.Items.Reverse()] : _workspace.Companies.Items;

    private IReadOnlyList<JToken> ValuesOf(JObject company, string field) => field switch
    {
        "tag_id" => [.. _workspace.CompanyTags.From((string)company["id"]!).Select(id => new JValue(id))],
        _ => FieldPath.Values(company, field),
    };
}
