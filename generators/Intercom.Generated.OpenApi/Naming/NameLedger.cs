using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.OpenApi.Naming;

/// <summary>
/// The append-only record of C# names (openapi/names.json). A thing that has an entry keeps its name in every version, whatever
/// is added beside it; a thing without one is named by rule, and <see cref="Additions"/> tells what has to be recorded.
/// </summary>
public sealed class NameLedger
{
    private readonly Dictionary<string, OperationName> _operations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> _members = new(StringComparer.Ordinal);
    private readonly List<string> _additions = [];

    /// <summary>What was named by rule since the ledger was read, a line each.</summary>
    public IReadOnlyList<string> Additions => _additions;

    /// <summary>The operations by their version-neutral key, such as <c>GET /contacts/{}</c>.</summary>
    public IReadOnlyDictionary<string, OperationName> Operations => _operations;

    /// <summary>The type names by the key of their schema, such as <c>contact/avatar</c>.</summary>
    public IReadOnlyDictionary<string, string> Types => _types;

    /// <summary>Reads the ledger.</summary>
    /// <param name="json">The text of names.json.</param>
    /// <exception cref="JsonException">The text is not a ledger.</exception>
    public static NameLedger Parse(string json)
    {
        var document = DescriptionDocument.ParseObject(json);
        var ledger = new NameLedger();
        foreach (var entry in Section(document, "operations"))
        {
            ledger._operations[entry.Name] = new OperationName(
                Required(entry, "client"),
                Required(entry, "method"),
                (Members(entry, "operations")["arguments"] as JArray ?? []).Select(name => (string)name!).ToEquatableArray());
        }

        foreach (var entry in Section(document, "types"))
            ledger._types[entry.Name] = Name(entry, "types");
        foreach (var entry in Section(document, "members"))
            ledger._members[entry.Name] = Members(entry, "members").Properties().ToDictionary(m => m.Name, m => Name(m, $"members/{entry.Name}"), StringComparer.Ordinal);
        return ledger;
    }

    /// <summary>The ledger as it is written: sorted, so that additions are single lines in a diff.</summary>
    public string ToJson()
    {
        var document = new JObject
        {
            ["operations"] = new JObject(_operations.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => new JProperty(e.Key, new JObject
            {
                ["client"] = e.Value.Client,
                ["method"] = e.Value.Method,
                ["arguments"] = new JArray(e.Value.Arguments),
            }))),
            ["types"] = new JObject(_types.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => new JProperty(e.Key, e.Value))),
            ["members"] = new JObject(_members.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e =>
                new JProperty(e.Key, new JObject(e.Value.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => new JProperty(m.Key, m.Value)))))),
        };
        return document.ToString(Formatting.Indented).Replace("\r\n", "\n") + "\n";
    }

    /// <summary>The recorded name of an operation, or null. An entry for one version (<c>GET /x@2.14</c>) goes before the common one.</summary>
    /// <param name="key">The version-neutral key.</param>
    /// <param name="version">The version.</param>
    /// <param name="isList">
    /// Whether the operation gives a list; null when that is not clear. A name that says otherwise is that of another operation which once had the same path; then the
    /// name that other versions have for this one is recorded for the version as well.
    /// </param>
    public OperationName? Operation(string key, string version, bool? isList)
    {
        if (_operations.TryGetValue($"{key}@{version}", out var special))
            return special;
        if (!_operations.TryGetValue(key, out var common) || isList is not { } list || OperationNaming.CanName(common.Method, list))
            return common;

        var same = _operations.Where(entry => entry.Key.StartsWith(key + "@", StringComparison.Ordinal) && OperationNaming.CanName(entry.Value.Method, list))
            .OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value).FirstOrDefault();
        if (same is not null)
            Add($"{key}@{version}", same);
        return same;
    }

    /// <summary>The recorded type name of a schema, or null.</summary>
    public string? Type(string key) => _types.TryGetValue(key, out var name) ? name : null;

    /// <summary>The recorded type name of a schema, or null. An entry for one version (<c>contact/avatar@2.14</c>) goes before the common one.</summary>
    public string? Type(string key, string version) => _types.TryGetValue($"{key}@{version}", out var special) ? special : Type(key);

    /// <summary>The recorded member name of an enum value, or null.</summary>
    public string? Member(string type, string value) =>
        _members.TryGetValue(type, out var members) && members.TryGetValue(value, out var name) ? name : null;

    internal void Add(string key, OperationName name)
    {
        _operations.Add(key, name);
        _additions.Add($"{key}: {name.Client}.{name.Method}({string.Join(", ", name.Arguments)})");
    }

    internal void Add(string key, string type)
    {
        _types.Add(key, type);
        _additions.Add($"{key}: {type}");
    }

    internal void Add(string type, string value, string member)
    {
        if (!_members.TryGetValue(type, out var members))
            _members[type] = members = new Dictionary<string, string>(StringComparer.Ordinal);
        members.Add(value, member);
        _additions.Add($"{type} \"{value}\": {member}");
    }

    internal bool HasMember(string type, string name) =>
        _members.TryGetValue(type, out var members) && members.ContainsValue(name);

    private static IEnumerable<JProperty> Section(JObject document, string name) => (document[name] as JObject)?.Properties() ?? [];

    private static string Required(JProperty entry, string name) =>
        (Members(entry, "operations")[name] as JValue)?.Value as string ?? throw new JsonSerializationException($"operations/{entry.Name}: \"{name}\" is missing.");

    private static JObject Members(JProperty entry, string section) =>
        entry.Value as JObject ?? throw new JsonSerializationException($"{section}/{entry.Name}: expected an object.");

    private static string Name(JProperty entry, string section) =>
        (entry.Value as JValue)?.Value as string ?? throw new JsonSerializationException($"{section}/{entry.Name}: expected a name.");
}

/// <summary>The C# name of an operation.</summary>
/// <param name="Client">The client property that holds it, such as <c>Contacts</c>.</param>
/// <param name="Method">The method name without the Async suffix, such as <c>Get</c>.</param>
/// <param name="Arguments">The argument names of its path parameters, in the order of the path.</param>
public sealed record OperationName(string Client, string Method, EquatableArray<string> Arguments);
