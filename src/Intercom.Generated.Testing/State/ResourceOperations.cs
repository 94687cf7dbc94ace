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
    private readonly HashSet<string>? _listed;
    private ResourceOperations? _owners;

    private ResourceOperations(Workspace workspace, ResourceType type, JObject schema, JObject? item)
    {
        _workspace = workspace;
        _type = type;
        _shape = new EntityShape(workspace.Description, schema);
        if (item is not null && workspace.Description.Graph.Properties(item) is { Count: > 0 } listed)
            _listed = [.. listed.Keys];
    }

    public EntityStore Store { get; } = new();

    /// <summary>Creates the operations, or returns null if the version does not have the type.</summary>
    public static ResourceOperations? TryCreate(Workspace workspace, ResourceType type)
    {
        var description = workspace.Description;
        if (type.OwnSchema is { } own)
            return new ResourceOperations(workspace, type, own, null);
        var single = new[] { $"GET {type.Path}/{{}}", $"POST {type.Path}", $"PUT {type.Path}/{{}}", $"PUT {type.Path}" }
            .Select(shape => description.Find(shape)?.Response.Schema)
            .FirstOrDefault(schema => schema is not null);
        var item = ItemSchema(description, $"GET {type.Path}");
        return (single ?? item) is { } found ? new ResourceOperations(workspace, type, found, item) : null;
    }

    public void Register(OperationTable table, Func<string, ResourceOperations> typeOf)
    {
        if (_type.IsDataOnly)
            return;
        if (_type.Owner is { } owner)
            _owners = typeOf(owner);
        table.AddList($"GET {_type.Path}", List);
        table.Add($"POST {_type.Path}", call => call.Respond(Create(call)));
        table.Add($"GET {_type.Path}/{{}}", call => call.Respond(Find(call)));
        foreach (var method in new[] { "PUT", "PATCH" })
            table.Add($"{method} {_type.Path}/{{}}", call => call.Respond(Update(Find(call), Sent(call))));
        table.Add($"DELETE {_type.Path}/{{}}", Delete);
        if (_type.Check is { } check)
            table.AddCheck($"POST {_type.Path}", check);
        if (_type.CheckList is { } checkList)
            table.AddCheck($"GET {_type.Path}", (request, _) => checkList(request));
        if (_type.CheckUpdate is { } checkUpdate)
        {
            foreach (var method in new[] { "PUT", "PATCH" })
                table.AddCheck($"{method} {_type.Path}/{{}}", checkUpdate);
        }
    }

    /// <summary>Adds a resource with any values that a test needs, without validation.</summary>
    public JObject Seed(JObject? fields) => Seed(fields, _workspace.Clock.Tick());

    /// <summary>Adds an initial resource, which takes no time.</summary>
    public void SeedInitial(JObject fields) => Seed(fields, _workspace.Clock.Now);

    /// <exception cref="Rejection">The resource does not exist.</exception>
    public JObject Find(string id) => Store.Find(id) ?? throw new Rejection(404, _type.NotFoundCode, _type.NotFoundMessage);

    /// <exception cref="Rejection">The resource or its owner does not exist.</exception>
    public JObject Find(Call call)
    {
        var owner = FindOwner(call);
        var found = Find(call.PathValues[call.PathValues.Count - 1]);
        return owner is null || IsOwned(found, owner) ? found : throw new Rejection(404, _type.NotFoundCode, _type.NotFoundMessage);
    }

    public JObject Update(JObject resource, JObject sent)
    {
        var before = (JObject)resource.DeepClone();
        _shape.Merge(resource, sent, "created_at", "updated_at", _type.OwnerKey);
        _shape.SetTime(resource, "updated_at", _workspace.Clock.Now);
        try
        {
            _type.Written?.Invoke(resource, sent);
        }
        catch (Rejection)
        {
            // A rejected update changes nothing.
            resource.ReplaceAll(before.Properties());
            throw;
        }

        _type.Changed?.Invoke(before, resource);
        return resource;
    }

    public void Remove(JObject resource)
    {
        Store.Remove(resource);
        _type.Changed?.Invoke(resource, null);
    }

    private static JObject? ItemSchema(ApiDescription description, string shape)
    {
        if (description.Find(shape) is not { } list
            || description.ListShapeOf(list) is not { Items.Count: 1 } found)
        {
            return null;
        }

        return description.Graph.Resolve(found.Properties[found.Items[0]])["items"] as JObject;
    }

    private IReadOnlyList<JObject> List(Call call)
    {
        var owner = FindOwner(call);
        return
        [
            .. Store.Items.Where(item => (owner is null || IsOwned(item, owner)) && _type.IsListed?.Invoke(call, item) != false)
                .Select(Summary),
        ];
    }

    /// <summary>Lists omit the properties that only the whole resource declares.</summary>
    private JObject Summary(JObject resource)
    {
        if (_listed is null || !_shape.Properties.Keys.Any(name => resource[name] is not null && !_listed.Contains(name)))
            return resource;
        var summary = (JObject)resource.DeepClone();
        foreach (var name in _shape.Properties.Keys.Where(name => !_listed.Contains(name)))
            summary.Remove(name);
        return summary;
    }

    private JObject? FindOwner(Call call)
    {
        if (_owners is null)
            return null;
        var id = call.PathValues[0];
        return _type.OwnerNotFound is var (code, message)
            ? _owners.Store.Find(id) ?? throw new Rejection(404, code, message)
            : _owners.Find(id);
    }

    private bool IsOwned(JObject resource, JObject owner) =>
        Call.Scalar(resource[_type.OwnerKey]) == Call.Scalar(owner["id"]);

    private JObject Sent(Call call) => _type.Wrapper is { } wrapper ? call.Body[wrapper] as JObject ?? [] : call.Body;

    private JObject Create(Call call)
    {
        var owner = FindOwner(call);
        var sent = Sent(call);
        var resource = New(_workspace.Clock.Tick());
        if (owner is not null)
            Own(resource, owner["id"]!);
        _shape.Merge(resource, sent, "created_at", "updated_at");
        _type.Written?.Invoke(resource, sent);
        return Add(resource);
    }

    private void Own(JObject resource, JToken owner)
    {
        if (_shape.Declares(_type.OwnerKey))
            _shape.Set(resource, _type.OwnerKey, owner);
        else
            resource[_type.OwnerKey] = owner;
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
        if (!_shape.Declares("id"))
            resource["id"] = _workspace.NextNumber();
        _shape.Set(resource, "workspace_id", Workspace.Id);
        foreach (var name in new[] { "created_by_admin_id", "updated_by_admin_id" })
            _shape.Set(resource, name, Workspace.DefaultAdminId);
        _shape.SetTime(resource, "created_at", now);
        _shape.SetTime(resource, "updated_at", now);
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
        var resource = Find(call);
        _type.CheckDelete?.Invoke(resource);
        Remove(resource);
        return call.Operation.Response.Schema is null
            ? new FakeResponse(call.Operation.Response.Status)
            : call.Respond(call.DeletedReference(resource["id"]!, _type.Name));
    }
}
