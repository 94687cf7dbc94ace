using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.Descriptions.Naming;

/// <summary>
/// Checks every C# name of a model before code is generated. Each name must be valid, be unique in its scope, and not hide a name that
/// generated code uses.
/// </summary>
internal sealed class NameCheck
{
    private readonly DescriptionPlaces _places;
    private readonly List<DescriptionProblem> _problems = [];

    private NameCheck(DescriptionPlaces places) => _places = places;

    /// <summary>Finds the names that are not allowed.</summary>
    /// <param name="model">The model.</param>
    /// <param name="places">The places of the description.</param>
    public static IReadOnlyList<DescriptionProblem> Find(ApiModel model, DescriptionPlaces places)
    {
        var check = new NameCheck(places);
        check.Clients(model.Clients);
        check.Types(model);
        foreach (var type in model.Objects)
            check.Members(type.Name, type.Properties.Select(property => (property.Name, property.Key)), ReservedNames.IsProperty);
        foreach (var type in model.Unions)
            check.Members(null, type.Cases.Select(item => (item.Name, type.Key)), ReservedNames.IsCase);
        foreach (var type in model.Enums)
            check.Members(type.Name, type.Members.Select(member => (member.Name, type.Key)), ReservedNames.IsEnumMember);
        return check._problems;
    }

    private void Clients(EquatableArray<ClientModel> clients)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var catalog = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var client in clients)
        {
            Add(names, client.Name, client.Operations[0].Key, $"the client {client.Name}", ReservedNames.IsClient);
            var methods = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var operation in client.Operations)
            {
                // Two operations with one name also collide in the catalog, so only report the first collision.
                if (methods.TryGetValue(operation.Name, out var other))
                {
                    Report(
                        DescriptionProblemKind.NameCollision, operation.Key, $"{other} and {operation.Key} are both named {operation.Id}.");
                }
                else if (Add(methods, operation.Name, operation.Key, $"the operation {operation.Id}", _ => false))
                {
                    Add(
                        catalog,
                        client.Name + operation.Name,
                        operation.Key,
                        $"the operation {operation.Id} in the catalog",
                        name => name == "All" || ReservedNames.IsObjectMember(name));
                }

                Arguments(operation);
                if (operation.Options is { } options)
                {
                    Members(
                        options.Name,
                        options.Parameters.Select(parameter => (parameter.Name, $"{operation.Key}?{parameter.WireName}")),
                        ReservedNames.IsOption);
                }
            }
        }
    }

    private void Arguments(OperationModel operation)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in operation.PathParameters.Concat(operation.RequiredQuery))
        {
            var key = $"{operation.Key}?{parameter.WireName}";
            if (!Identifier.IsCamel(parameter.Name))
                Report(DescriptionProblemKind.InvalidName, key, $"'{parameter.WireName}' gives the argument no usable C# name.");
            else
                Add(names, parameter.Name, key, $"an argument of {operation.Id}", ReservedNames.IsArgument, isName: _ => true);
        }
    }

    private void Types(ApiModel model)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var types = model.Objects.Select(type => (type.Name, type.Key))
            .Concat(model.Unions.Select(type => (type.Name, type.Key)))
            .Concat(model.Enums.Select(type => (type.Name, type.Key)));
        foreach (var (name, key) in types)
            Add(names, name, key, "a type", ReservedNames.IsType);
        foreach (var operation in model.Clients.SelectMany(client => client.Operations))
        {
            if (operation.Options is { } options)
            {
                Add(
                    names,
                    options.Name,
                    operation.Key + "?",
                    $"the options of {operation.Id}",
                    name => !name.EndsWith("Options", StringComparison.Ordinal));
            }
        }
    }

    private void Members(string? type, IEnumerable<(string Name, string Key)> members, Func<string, bool> isReserved)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, key) in members)
            Add(names, name, key, $"a member of {type ?? "a union"}", other => other == type || isReserved(other));
    }

    private bool Add(
        Dictionary<string, string> names,
        string name,
        string key,
        string what,
        Func<string, bool> isReserved,
        Func<string, bool>? isName = null)
    {
        if (!(isName ?? Identifier.IsPascal)(name))
        {
            Report(
                DescriptionProblemKind.InvalidName,
                key,
                $"{what} cannot be named {DescriptionShape.Shown(name)}, which is not a C# name of at most 255 characters.");
        }
        else if (isReserved(name))
        {
            Report(DescriptionProblemKind.NameCollision, key, $"{what} cannot be named {name}, because generated code uses that name.");
        }
        else if (names.TryGetValue(name, out var other))
        {
            Report(
                DescriptionProblemKind.NameCollision,
                key,
                other == key
                    ? $"{what} is named {name}, and so is another one."
                    : $"{what} is named {name}, and so is {_places.Find(other).Pointer}.");
            return false;
        }

        names[name] = key;
        return true;
    }

    private void Report(DescriptionProblemKind kind, string key, string message)
    {
        var (pointer, token) = _places.Find(key);
        var text = char.ToUpperInvariant(message[0]) + message.Substring(1);
        _problems.Add(new DescriptionProblem(
            kind,
            pointer.ToString(),
            text + " Rename one of them in names.json.",
            (token as Newtonsoft.Json.IJsonLineInfo)?.LineNumber ?? 0));
    }
}
