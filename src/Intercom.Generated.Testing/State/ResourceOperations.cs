using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The operations that list, create, get, update, and delete the resources of one type.</summary>
internal sealed class ResourceOperations
{
    private readonly Workspace _workspace;
    private readonly ResourceType _type;
    private readonly EntityShape _shape;

    private ResourceOperations(Workspace workspace, ResourceType type, JObject schema)
    {
        _workspace = workspace;
        _type = type;
        _shape = new EntityShape(workspace.Description, schema);
    }

    public EntityStore Store { get; } = new();

    /// <summary>Creates the operations, or returns null if the version does not have the type.</summary>
    public static ResourceOperations? TryCreate(Workspace workspace, ResourceType type)
    {
        var description = workspace.Description;
        var single = new[] { $"GET {type.Path}/{{}}", $"POST {type.Path}", $"PUT {type.Path}/{{}}" }
            .Select(shape => description.Operations.FirstOrDefault(operation => operation.Shape == shape)?.Response.Schema)
            .FirstOrDefault(schema => schema is not null);
        return (single ?? ItemSchema(description, $"GET {type.Path}")) is { } found ? new ResourceOperations(workspace, type, found) : null;
    }

    public void Register(OperationTable table)
    {
        table.AddList($"GET {_type.Path}", List);
        table.Add($"POST {_type.Path}", call => call.Respond(Create(call.Body)));
        table.Add($"GET {_type.Path}/{{}}", call => call.Respond(Find(call.PathValues[0])));
        table.Add($"PUT {_type.Path}/{{}}", call => call.Respond(Update(Find(call.PathValues[0]), call.Body)));
        table.Add($"DELETE {_type.Path}/{{}}", Delete);
        if (_type.Check is { } check)
            table.AddCheck($"POST {_type.Path}", check);
    }

    /// <summary>Adds a resource with any values that a test needs, without validation.</summary>
    public JObject Seed(JObject? fields) => Seed(fields, _workspace.Clock.Tick());

    /// <summary>Adds an initial resource, which takes no time.</summary>
    public void SeedInitial(JObject fields) => Seed(fields, _workspace.Clock.Now);

    /// <exception cref="Rejection">The resource does not exist.</exception>
    public JObject Find(string id) => Store.Find(id) ?? throw new Rejection(404, _type.NotFoundCode, _type.NotFoundMessage);

    public JObject Update(JObject resource, JObject sent)
    {
        var before = (JObject)resource.DeepClone();
        _shape.Merge(resource, sent, "created_at", "updated_at");
        _shape.Set(resource, "updated_at", _workspace.Clock.Now);
        _type.Written?.Invoke(resource, sent);
        _type.Changed?.Invoke(before, resource);
        return resource;
    }

    private static JObject? ItemSchema(ApiDescription description, string shape)
    {
        if (description.Operations.FirstOrDefault(operation => operation.Shape == shape) is not { } list
            || description.ListShapeOf(list) is not { Items.Count: 1 } found)
        {
            return null;
        }

        return description.Graph.Resolve(found.Properties[found.Items[0]])["items"] as JObject;
    }

    private IReadOnlyList<JObject> List(Call call) =>
        _type.IsListed is { } isListed ? [.. Store.Items.Where(item => isListed(call, item))] : Store.Items;

    private JObject Create(JObject sent)
    {
        var resource = New(_workspace.Clock.Tick());
        _shape.Merge(resource, sent, "created_at", "updated_at");
        _type.Written?.Invoke(resource, sent);
        return Add(resource);
    }

    private JObject Seed(JObject? fields, long now)
    {
        var resource = New(now);
        EntityShape.Overwrite(resource, fields);
        return Add(resource);
    }

    private JObject New(long now)
    {
        var resource = _shape.New();
        _shape.Set(resource, "type", _type.Name);
        _shape.Set(resource, "id", _workspace.NextNumber());
        _shape.Set(resource, "workspace_id", Workspace.Id);
        _shape.Set(resource, "created_at", now);
        _shape.Set(resource, "updated_at", now);
        _shape.Set(resource, "archived", false);
        if (_type.InitialState is { } state)
            _shape.Set(resource, "state", state);
        return resource;
    }

    private JObject Add(JObject resource)
    {
        Store.Add(resource);
        _type.Changed?.Invoke(null, resource);
        return resource;
    }

    private FakeResponse Delete(Call call)
    {
        var resource = Find(call.PathValues[0]);
        Store.Remove(resource);
        _type.Changed?.Invoke(resource, null);
        return call.Operation.Response.Schema is null
            ? new FakeResponse(call.Operation.Response.Status)
            : call.Respond(call.SampleWith(new JObject { ["id"] = resource["id"], ["deleted"] = true }));
    }
}
