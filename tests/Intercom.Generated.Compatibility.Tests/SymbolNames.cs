using System.Text.RegularExpressions;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.Compatibility.Tests;

/// <summary>
/// Maps changes and compiled members to the same owners, under their names before the change. An owner is a client, an operation with its
/// options, or a type.
/// </summary>
internal sealed partial class SymbolNames
{
    private readonly ApiModel _before;
    private readonly Dictionary<string, string> _clientOfClass;
    private readonly Dictionary<string, string> _operationOfMethod = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _operationOfMember = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _operationOfOptions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _formerOperation;
    private readonly Dictionary<string, string> _formerType;

    public SymbolNames(ApiModel before, ApiModel after, IReadOnlyList<ApiChange> changes)
    {
        _before = before;
        _clientOfClass = before.Clients
            .SelectMany(client => ClassesOf(client.Name).Select(name => KeyValuePair.Create(name, $"client {client.Name}")))
            .ToDictionary(StringComparer.Ordinal);
        var byKey = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var operation in Operations(before))
        {
            foreach (var name in ClassesOf(operation.Client))
                _operationOfMethod[$"{name}.{operation.Name}Async"] = $"operation {operation.Id}";
            _operationOfMember[operation.Client + operation.Name] = $"operation {operation.Id}";
            if (operation.Options is { } options)
                _operationOfOptions[options.Name] = $"operation {operation.Id}";
            byKey[DescriptionDocument.OperationKey(operation.Method, operation.Path)] = operation.Id;
        }

        _formerOperation = Operations(after)
            .Where(operation => byKey.ContainsKey(DescriptionDocument.OperationKey(operation.Method, operation.Path)))
            .ToDictionary(
                operation => operation.Id,
                operation => byKey[DescriptionDocument.OperationKey(operation.Method, operation.Path)],
                StringComparer.Ordinal);
        foreach (var operation in Operations(after))
        {
            if (operation.Options is { } options && _formerOperation.TryGetValue(operation.Id, out var former))
                _operationOfOptions.TryAdd(options.Name, $"operation {former}");
        }

        _formerType = changes.Where(change => change.Rule == ChangeRule.TypeRenamed)
            .ToDictionary(change => change.Owner, change => Declared().Match(change.Before!).Groups[1].Value, StringComparer.Ordinal);
    }

    /// <summary>Gets the owners that use a renamed type. They differ too, but that is not reported separately.</summary>
    public IEnumerable<string> UsersOfRenamedTypes()
    {
        var renamed = _formerType.Values.ToHashSet(StringComparer.Ordinal);
        bool Uses(TypeReference? type) => type is not null && ((type.Name is { } name && renamed.Contains(name)) || Uses(type.Element));
        return Operations(_before)
            .Where(operation => Uses(operation.Body?.Type) || Uses(operation.Response.Type) || Uses(operation.Paging?.Item)
                || operation.PathParameters.Concat(operation.RequiredQuery).Concat(operation.Options?.Parameters ?? default)
                    .Any(parameter => Uses(parameter.Type)))
            .Select(operation => $"operation {operation.Id}")
            .Concat(_before.Objects.Where(type => type.Properties.Any(property => Uses(property.Type))).Select(type => $"type {type.Name}"))
            .Concat(_before.Unions.Where(type => type.Cases.Any(item => Uses(item.Type))).Select(type => $"type {type.Name}"));
    }

    /// <summary>Gets the owner of a change.</summary>
    public string OwnerOf(ApiChange change) => change.Rule.Area switch
    {
        ChangeArea.Client => $"client {change.Owner}",
        ChangeArea.Operation => $"operation {_formerOperation.GetValueOrDefault(change.Owner, change.Owner)}",
        _ when _operationOfOptions.TryGetValue(change.Owner, out var operation) => operation,
        _ => $"type {_formerType.GetValueOrDefault(change.Owner, change.Owner)}",
    };

    /// <summary>Gets the owner of a member, such as <c>ThingsClient.GetAsync</c>, or of a type.</summary>
    public string OwnerOf(string symbol)
    {
        var parts = symbol.Split('.', 2);
        var (type, member) = (parts[0], parts.Length > 1 ? parts[1] : null);
        if (_operationOfMethod.TryGetValue(symbol, out var called))
            return called;
        if (_operationOfOptions.TryGetValue(type, out var optional))
            return optional;
        if (type == "IntercomOperations" && member is not null && _operationOfMember.TryGetValue(member, out var described))
            return described;
        if (type == "IntercomClient" && member is not null)
            return $"client {member}";
        return _clientOfClass.GetValueOrDefault(type, $"type {type}");
    }

    // A client has a class with its methods, and one with the short forms of calls.
    private static string[] ClassesOf(string client) => [$"{client}Client", $"{client}ClientExtensions"];

    private static IEnumerable<OperationModel> Operations(ApiModel model) => model.Clients.SelectMany(client => client.Operations);

    [GeneratedRegex(@"(?:class|struct) (\w+)")]
    private static partial Regex Declared();
}
