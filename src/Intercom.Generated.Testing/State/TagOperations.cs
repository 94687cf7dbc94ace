using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Intercom.Generated.Testing.Webhooks;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The operations on tags, including tagging contacts and companies.</summary>
internal sealed class TagOperations
{
    private readonly Workspace _workspace;
    private readonly ContactOperations _contacts;
    private readonly CompanyOperations _companies;
    private readonly EntityShape _shape;

    public TagOperations(Workspace workspace, ContactOperations contacts, CompanyOperations companies)
    {
        _workspace = workspace;
        _contacts = contacts;
        _companies = companies;
        _shape = new EntityShape(workspace.Description, workspace.Description.EntitySchema("POST /contacts/{}/tags"));
    }

    public void Register(OperationTable table)
    {
        table.AddList("GET /tags", _ => _workspace.Tags.Items);
        table.AddCheck("POST /tags", Check);
        table.Add("POST /tags", CreateOrUpdate);
        table.Add("GET /tags/{}", call => call.Respond(Basic(_workspace.Tag(call.PathValues[0]))));
        table.Add("DELETE /tags/{}", Delete);
    }

    /// <summary>Adds a tag with any values that a test needs, without validation.</summary>
    public JObject Seed(JObject? fields)
    {
        var tag = _shape.New();
        tag["type"] = "tag";
        tag["id"] = _workspace.NextNumber();
        _workspace.Clock.Tick();
        EntityShape.Overwrite(tag, fields);
        _workspace.Tags.Add(tag);
        return tag;
    }

    /// <summary>Removes a deleted tag from the resources that other classes store.</summary>
    public Action<string>? Deleted { get; set; }

    private static void Check(JObject body)
    {
        if (string.IsNullOrEmpty(Call.Scalar(body["name"])))
            throw Rejection.Invalid("invalid tag parameters");
    }

    private static JObject Basic(JObject tag) => new() { ["type"] = "tag", ["id"] = tag["id"], ["name"] = tag["name"] };

    private FakeResponse CreateOrUpdate(Call call)
    {
        var name = call.RequiredText("name");
        JObject tag;
        if (call.Text("id") is { } id)
        {
            tag = _workspace.Tag(id);
            tag["name"] = name;
            foreach (var company in _workspace.CompanyTags.To(id).Select(_workspace.Companies.Find).OfType<JObject>())
                _companies.Refresh(company);
        }
        else
        {
            tag = _workspace.Tags.Items.FirstOrDefault(item =>
                    string.Equals(Call.Scalar(item["name"]), name, StringComparison.OrdinalIgnoreCase))
                ?? Seed(new JObject { ["name"] = name });
        }

        var response = call.SampleWith(Basic(tag));
        Apply(call, tag, response, "users", TagContact);
        Apply(call, tag, response, "companies", TagCompany);
        return call.Respond(response);
    }

    /// <summary>Tags or untags the listed resources, and adds the results to the response if it declares them.</summary>
    private static void Apply(Call call, JObject tag, JObject response, string name, Func<JObject, JObject, (string Id, bool Tagged)> apply)
    {
        var results = call.Body[name] is JArray targets ? targets.OfType<JObject>().Select(target => apply(tag, target)).ToList() : null;
        if (response[name] is null)
            return;
        response[name] = results is null
            ? JValue.CreateNull()
            : new JArray(results.Select(result => new JObject { ["id"] = result.Id, ["tagged"] = result.Tagged }));
    }

    private (string Id, bool Tagged) TagContact(JObject tag, JObject target)
    {
        var contact = _workspace.Contacts.Find(Call.Scalar(target["id"])) ?? throw Rejection.NotFound("User");
        var isTagged = !IsUntag(target);
        _contacts.Link(contact, tag, isTagged);
        return ((string)contact["id"]!, isTagged);
    }

    private (string Id, bool Tagged) TagCompany(JObject tag, JObject target)
    {
        var company = Call.Scalar(target["id"]) is { } id
            ? _workspace.Company(id)
            : _workspace.Companies.Items.FirstOrDefault(item => Call.Scalar(item["company_id"]) == Call.Scalar(target["company_id"]))
                ?? throw Rejection.CompanyNotFound();
        var (owner, tagId) = ((string)company["id"]!, (string)tag["id"]!);
        var isChanged = IsUntag(target) ? _workspace.CompanyTags.Remove(owner, tagId) : _workspace.CompanyTags.Add(owner, tagId);
        _companies.Refresh(company);
        if (isChanged)
            _workspace.Raise("company.updated", () => NotificationItems.Company(company));
        return (owner, !IsUntag(target));
    }

    private static bool IsUntag(JObject target) => target["untag"] is JValue { Value: true };

    private FakeResponse Delete(Call call)
    {
        var tag = _workspace.Tag(call.PathValues[0]);
        var id = (string)tag["id"]!;

        // A test seeds the segments that depend on a tag by their names.
        if (tag["segments"] is JArray { Count: > 0 } segments)
        {
            throw new Rejection(400, "tag_has_dependent_objects",
                $"Unable to delete Tag with dependent objects. Segments: {string.Join(", ", segments.Select(Call.Scalar))}.");
        }

        var contacts = _workspace.ContactTags.To(id).Select(_workspace.Contacts.Find).OfType<JObject>().ToList();
        var companies = _workspace.CompanyTags.To(id).Select(_workspace.Companies.Find).OfType<JObject>().ToList();
        _workspace.Tags.Remove(tag);
        _workspace.ContactTags.RemoveAll(id);
        _workspace.CompanyTags.RemoveAll(id);
        contacts.ForEach(_contacts.Refresh);
        companies.ForEach(_companies.Refresh);
        foreach (var conversation in _workspace.Conversations.Items)
            ConversationTags.Remove(conversation, id);
        Deleted?.Invoke(id);
        return new FakeResponse(call.Operation.Response.Status);
    }
}
