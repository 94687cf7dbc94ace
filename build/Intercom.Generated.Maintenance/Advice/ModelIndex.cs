using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.Maintenance.Advice;

/// <summary>Finds the parts of a model by their C# names.</summary>
internal sealed class ModelIndex
{
    private readonly Dictionary<string, OperationModel> _operations;
    private readonly Dictionary<string, ObjectModel> _classes;
    private readonly Dictionary<string, OptionsModel> _options;
    private readonly Dictionary<string, EnumModel> _enums;
    private readonly Dictionary<string, UnionModel> _unions;
    private readonly HashSet<string> _clients;

    /// <summary>Creates the index of a model.</summary>
    public ModelIndex(ApiModel model)
    {
        Operations = [.. model.Clients.SelectMany(client => client.Operations)];
        Classes = [.. model.Objects];
        _clients = model.Clients.Select(client => client.Name).ToHashSet(StringComparer.Ordinal);
        _operations = ByName(Operations, operation => operation.Id);
        _classes = ByName(Classes, type => type.Name);
        _options = ByName(Operations.Select(operation => operation.Options).OfType<OptionsModel>(), options => options.Name);
        _enums = ByName(model.Enums, type => type.Name);
        _unions = ByName(model.Unions, type => type.Name);
    }

    /// <summary>The operations, in order.</summary>
    public IReadOnlyList<OperationModel> Operations { get; }

    /// <summary>The classes, in order.</summary>
    public IReadOnlyList<ObjectModel> Classes { get; }

    /// <summary>Returns an operation, or null.</summary>
    public OperationModel? Operation(string id) => _operations.GetValueOrDefault(id);

    /// <summary>Returns a class, or null.</summary>
    public ObjectModel? Class(string name) => _classes.GetValueOrDefault(name);

    /// <summary>Returns an open enum, or null.</summary>
    public EnumModel? Enum(string name) => _enums.GetValueOrDefault(name);

    /// <summary>Returns a union, or null.</summary>
    public UnionModel? Union(string name) => _unions.GetValueOrDefault(name);

    /// <summary>Whether a name is a class of optional query parameters.</summary>
    public bool IsOptions(string name) => _options.ContainsKey(name);

    /// <summary>Returns a property of a class, or null.</summary>
    public PropertyModel? Property(string owner, string? name) =>
        Class(owner)?.Properties.FirstOrDefault(property => property.Name == name);

    /// <summary>Returns an optional query parameter, or null.</summary>
    public ParameterModel? Option(string owner, string? name) =>
        _options.GetValueOrDefault(owner)?.Parameters.FirstOrDefault(parameter => parameter.Name == name);

    /// <summary>Returns the names of the members of a class, a class of query parameters, an open enum, or a union.</summary>
    public IEnumerable<string> MembersOf(string owner) =>
        Class(owner)?.Properties.Select(property => property.Name)
        ?? _options.GetValueOrDefault(owner)?.Parameters.Select(parameter => parameter.Name)
        ?? Enum(owner)?.Members.Select(member => member.Name)
        ?? Union(owner)?.Cases.Select(item => item.Name)
        ?? [];

    /// <summary>Whether the model has a client, an operation, an argument of an operation, a type, or a member of a type.</summary>
    public bool Has(string name)
    {
        if (_clients.Contains(name) || _operations.ContainsKey(name) || IsType(name))
            return true;
        var end = name.LastIndexOf('.');
        if (end < 0)
            return false;
        var (owner, member) = (name[..end], name[(end + 1)..]);
        return MembersOf(owner).Contains(member)
            || (Operation(owner) is { } operation
                && operation.PathParameters.Concat(operation.RequiredQuery).Any(argument => argument.Name == member));
    }

    /// <summary>Returns the places that use a type: properties of classes, and results and bodies of operations.</summary>
    public IEnumerable<string> Uses(string type) =>
        Classes.SelectMany(owner => owner.Properties
                .Where(property => NameOf(property.Type) == type).Select(property => $"property {owner.Name} {property.Name}"))
            .Concat(Operations.Where(operation => NameOf(operation.Paging?.Item ?? operation.Response.Type) == type)
                .Select(operation => $"result {operation.Id}"))
            .Concat(Operations.Where(operation => NameOf(operation.Body?.Type) == type).Select(operation => $"body {operation.Id}"));

    /// <summary>Returns the name of the generated type of a place that <see cref="Uses"/> returned, or null.</summary>
    public string? TypeOf(string use)
    {
        var parts = use.Split(' ');
        return parts[0] switch
        {
            "property" => NameOf(Property(parts[1], parts[2])?.Type),
            "result" => Operation(parts[1]) is { } operation ? NameOf(operation.Paging?.Item ?? operation.Response.Type) : null,
            _ => NameOf(Operation(parts[1])?.Body?.Type),
        };
    }

    private bool IsType(string name) =>
        _classes.ContainsKey(name) || _options.ContainsKey(name) || _enums.ContainsKey(name) || _unions.ContainsKey(name);

    private static string? NameOf(TypeReference? type) => type?.Element is { } element ? NameOf(element) : type?.Name;

    private static Dictionary<string, T> ByName<T>(IEnumerable<T> items, Func<T, string> name) =>
        items.GroupBy(name).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
}
