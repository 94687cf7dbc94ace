using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The operations on instances of custom objects. A test adds their types as <c>custom_object_type</c>.</summary>
internal sealed class CustomObjectOperations
{
    private readonly Workspace _workspace;
    private readonly ResourceCatalog _resources;
    private readonly EntityShape? _shape;
    private readonly Dictionary<string, List<JObject>> _instances = new(StringComparer.Ordinal);

    public CustomObjectOperations(Workspace workspace, ResourceCatalog resources)
    {
        _workspace = workspace;
        _resources = resources;
        if (workspace.Description.Find("GET /custom_object_instances/{}/{}")?.Response.Schema is { } schema)
            _shape = new EntityShape(workspace.Description, schema);
    }

    public void Register(OperationTable table)
    {
        table.Add("POST /custom_object_instances/{}", CreateOrUpdate);
        table.Add("GET /custom_object_instances/{}/{}", call => call.Respond(Find(call, "id", call.PathValues[1])));
        table.Add("DELETE /custom_object_instances/{}/{}", call => Delete(call, Find(call, "id", call.PathValues[1])));
        table.Add("DELETE /custom_object_instances/{}", call =>
            Delete(call, Find(call, "external_id", call.Request.GetQuery("external_id"))));

        // Older versions return one instance. Newer versions return one instance only if the request has an external ID.
        table.AddList("GET /custom_object_instances/{}", List);
        table.Add("GET /custom_object_instances/{}", call =>
            call.Request.GetQuery("external_id") is { } id ? call.Respond(Find(call, "external_id", id)) : null);
    }

    private List<JObject> Instances(Call call, bool isCreated = false)
    {
        var type = call.PathValues[0];
        if (!_resources.ItemsOf("custom_object_type").Any(known => Call.Scalar(known["id"]) == type))
        {
            throw isCreated || _workspace.Description.IsSince("2.16") && call.Operation.Shape == "GET /custom_object_instances/{}"
                ? new Rejection(404, "not_found", $"Custom object type `{type}` not found")
                : NotFound("Object not found");
        }

        if (!_instances.TryGetValue(type, out var instances))
            _instances.Add(type, instances = []);
        return instances;
    }

    /// <summary>The oldest version has the same message for unknown types and unknown instances.</summary>
    private Rejection NotFound(string message) => new(404, "not_found",
        _workspace.Description.IsSince("2.14") ? message : "Custom object instance not found");

    private JObject Find(Call call, string name, string? value) =>
        Instances(call).Find(instance => value is not null && Call.Scalar(instance[name]) == value)
        ?? throw NotFound("Custom object instance not found");

    private IReadOnlyList<JObject> List(Call call)
    {
        var instances = Instances(call);
        foreach (var (parameter, contacts) in new[] { ("references_contact_id", true), ("references_conversation_id", false) })
        {
            if (call.Request.GetQuery(parameter) is not { } id)
                continue;
            var owner = contacts ? _workspace.Contact(id) : _workspace.Conversation(id);
            instances = instances.FindAll(instance => Refers(owner, Call.Scalar(instance["id"])!));
        }

        return instances;
    }

    /// <summary>Whether a custom attribute of the owner refers to the instance.</summary>
    private static bool Refers(JObject owner, string id) =>
        (owner["custom_attributes"] as JObject)?.Descendants().OfType<JValue>().Any(value => Call.Scalar(value) == id) == true;

    private FakeResponse CreateOrUpdate(Call call)
    {
        var instances = Instances(call, isCreated: true);
        var now = _workspace.Clock.Tick();
        var external = call.Text("external_id");
        var instance = external is null ? null : instances.Find(candidate => Call.Scalar(candidate["external_id"]) == external);
        if (instance is null)
        {
            instance = _shape!.New();
            instance["id"] = _workspace.NextObjectId(now);
            instance["type"] = call.PathValues[0];
            instance["external_id"] = external ?? "";
            instance["custom_attributes"] = new JObject();
            _shape.SetTime(instance, "created_at", now);
            instances.Add(instance);
        }

        _shape!.Merge(instance, call.Body, "created_at", "updated_at");
        _shape.SetTime(instance, "updated_at", now);
        return call.Respond(instance);
    }

    private FakeResponse Delete(Call call, JObject instance)
    {
        Instances(call).Remove(instance);
        return call.Respond(call.DeletedReference(instance["id"]!, call.PathValues[0]));
    }
}
