using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions.Naming;

/// <summary>
/// The append-only ledger of C# names (openapi/names.json). An API with an entry keeps its name in every version. An API without one is
/// named by rule, and <see cref="Additions"/> lists the entries to add.
/// </summary>
public sealed class NameLedger
{
    private static readonly string[] SectionNames = ["operations", "types", "members", .. Enum.GetNames(typeof(LedgerSection)).Select(Key)];

    private readonly Dictionary<string, OperationName> _operations = new(StringComparer.Ordinal);
    private readonly HashSet<(string Client, string Method)> _methods = [];
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _typeNames = new(StringComparer.Ordinal);
    private readonly MemberNames _values = new();
    private readonly Dictionary<LedgerSection, MemberNames> _members = Enum.GetValues(typeof(LedgerSection))
        .Cast<LedgerSection>()
        .ToDictionary(section => section, _ => new MemberNames());
    private readonly HashSet<(LedgerSection Section, string Type, string Name)> _kept = [];
    private readonly List<string> _additions = [];
    private Lazy<NameLedger>? _others;

    /// <summary>The names that were derived by rule since the ledger was read, one line each.</summary>
    public IReadOnlyList<string> Additions => _additions;

    /// <summary>The operations by their version-neutral key, such as <c>GET /contacts/{}</c>.</summary>
    public IReadOnlyDictionary<string, OperationName> Operations => _operations;

    /// <summary>The type names by the key of their schema, such as <c>contact/avatar</c>.</summary>
    public IReadOnlyDictionary<string, string> Types => _types;

    /// <summary>Reads the ledger.</summary>
    /// <param name="json">The text of names.json.</param>
    /// <exception cref="InvalidJsonException">The text is not a ledger.</exception>
    public static NameLedger Parse(string json)
    {
        var document = DescriptionDocument.ParseObject(json);
        if (document.Properties().FirstOrDefault(section => !SectionNames.Contains(section.Name)) is { } unknown)
        {
            throw new InvalidJsonException(
                $"The section is unknown. Use {string.Join(", ", SectionNames)}.", JsonPointer.Root.Append(unknown.Name));
        }

        var ledger = new NameLedger();
        foreach (var (key, value, place) in Section(document, JsonPointer.Root, "operations"))
            ledger.Record(key, ReadOperation(value, place));
        foreach (var (key, value, place) in Section(document, JsonPointer.Root, "types"))
            ledger.Record(key, Name(value, place));
        ledger._values.Read(document, "members");
        foreach (var section in ledger._members)
            section.Value.Read(document, Key(section.Key.ToString()));
        return ledger;
    }

    /// <summary>Returns the text of the ledger. It is sorted, so that additions are single lines in a diff.</summary>
    public string ToJson()
    {
        var document = new JObject
        {
            ["operations"] = new JObject(_operations.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => Operation(e.Key, e.Value))),
            ["types"] = new JObject(_types.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => new JProperty(e.Key, e.Value))),
            ["members"] = _values.ToJson(),
        };
        // Empty sections are left out.
        foreach (var section in _members.Where(section => !section.Value.IsEmpty).OrderBy(section => section.Key))
            document[Key(section.Key.ToString())] = section.Value.ToJson();
        return document.ToString(Formatting.Indented).Replace("\r\n", "\n") + "\n";
    }

    private static JProperty Operation(string key, OperationName name) => new(key, new JObject
    {
        ["client"] = name.Client,
        ["method"] = name.Method,
        ["arguments"] = new JArray(name.Arguments),
    });

    /// <summary>
    /// Returns the recorded name of an operation, or null. An entry for one version (<c>GET /x@2.14</c>) takes precedence.
    /// </summary>
    /// <param name="key">The version-neutral key.</param>
    /// <param name="version">The version.</param>
    /// <param name="isList">
    /// Whether the operation returns a list, or null if that is unclear. A recorded name that contradicts this belongs to another operation
    /// that once had the same path. In that case, the name from another version is used and recorded for this version.
    /// </param>
    public OperationName? Operation(string key, string version, bool? isList)
    {
        if (_operations.TryGetValue($"{key}@{version}", out var special))
            return special;
        if (!_operations.TryGetValue(key, out var common) || isList is not { } list || OperationNaming.CanName(common.Method, list))
            return common;

        var same = _operations.Where(
            entry => entry.Key.StartsWith(key + "@", StringComparison.Ordinal) && OperationNaming.CanName(entry.Value.Method, list))
            .OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value).FirstOrDefault();
        if (same is not null)
            Add($"{key}@{version}", same);
        return same;
    }

    /// <summary>Returns the recorded type name of a schema, or null.</summary>
    public string? Type(string key) => _types.TryGetValue(key, out var name) ? name : null;

    /// <summary>
    /// Returns the recorded type name of a schema, or null. An entry for one version (<c>contact/avatar@2.14</c>) takes precedence.
    /// </summary>
    public string? Type(string key, string version) => _types.TryGetValue($"{key}@{version}", out var special) ? special : Type(key);

    /// <summary>Returns the recorded member name of an enum value, or null.</summary>
    public string? Member(string type, string value) => _values.Find(type, value);

    /// <summary>Returns the recorded name of a member, or null.</summary>
    public string? Member(LedgerSection section, string type, string key) => _members[section].Find(type, key);

    /// <summary>
    /// Reserves the names that members of other versions have by rule. A version that is read alone does not know those members and could
    /// assign their names to new ones.
    /// </summary>
    /// <param name="others">The ledger of the other versions. It is only read if a new name is assigned.</param>
    public void KeepNamesOf(Lazy<NameLedger> others) => _others = others;

    internal bool HasMethod(string client, string method) => _methods.Contains((client, method));

    internal bool HasType(string name) => _typeNames.Contains(name);

    internal void Add(string key, OperationName name)
    {
        Record(key, name);
        _additions.Add($"{key}: {name.Client}.{name.Method}({string.Join(", ", name.Arguments)})");
    }

    internal void Add(string key, string type)
    {
        Record(key, type);
        _additions.Add($"{key}: {type}");
    }

    internal void Add(string type, string value, string member)
    {
        _values.Add(type, value, member);
        _additions.Add($"{type} \"{value}\": {member}");
    }

    internal void Add(LedgerSection section, string type, string key, string member)
    {
        _members[section].Add(type, key, member);
        _additions.Add($"{type} \"{key}\": {member}");
    }

    internal bool HasMember(string type, string name) => _values.HasName(type, name);

    internal bool HasMember(LedgerSection section, string type, string name) => _members[section].HasName(type, name);

    internal void Keep(LedgerSection section, string type, string name) => _kept.Add((section, type, name));

    internal bool IsKept(LedgerSection section, string type, string name) =>
        _kept.Contains((section, type, name)) || _others?.Value._kept.Contains((section, type, name)) == true;

    private void Record(string key, OperationName name)
    {
        _operations.Add(key, name);
        _methods.Add((name.Client, name.Method));
    }

    private void Record(string key, string type)
    {
        _types.Add(key, type);
        _typeNames.Add(type);
    }

    private static OperationName ReadOperation(JToken value, JsonPointer place)
    {
        if (value is not JObject members)
            throw new InvalidJsonException("Expected an object.", place);
        var client = Name(members["client"], place.Append("client"));
        var method = Name(members["method"], place.Append("method"));
        if (members["arguments"] is not (null or JArray))
            throw new InvalidJsonException("Expected a list of names.", place.Append("arguments"));
        var arguments = (members["arguments"] as JArray ?? []).Select((argument, index) =>
            argument is JValue { Value: string text } && Identifier.IsCamel(text)
                ? text
                : throw new InvalidJsonException("Expected a C# name in camelCase.", place.Append("arguments").Append(index)));
        return new OperationName(client, method, arguments.ToEquatableArray());
    }

    private static IEnumerable<(string Key, JToken Value, JsonPointer Place)> Section(JObject owner, JsonPointer place, string name)
    {
        if (owner[name] is not { } section)
            return [];
        place = place.Append(name);
        return section is JObject entries
            ? entries.Properties().Select(entry => (entry.Name, entry.Value, place.Append(entry.Name)))
            : throw new InvalidJsonException("Expected an object.", place);
    }

    private static string Name(JToken? value, JsonPointer place) =>
        value is JValue { Value: string name } && Identifier.IsPascal(name)
            ? name
            : throw new InvalidJsonException("Expected a C# name in PascalCase.", place);

    private static string Key(string section) => section.ToLowerInvariant();

    // Names by type and key. Names are unique within a type.
    private sealed class MemberNames
    {
        private readonly Dictionary<string, Dictionary<string, string>> _names = new(StringComparer.Ordinal);
        private readonly HashSet<(string Type, string Name)> _taken = [];

        public bool IsEmpty => _names.Count == 0;

        public string? Find(string type, string key) =>
            _names.TryGetValue(type, out var members) && members.TryGetValue(key, out var name) ? name : null;

        public bool HasName(string type, string name) => _taken.Contains((type, name));

        public void Add(string type, string key, string name)
        {
            if (!_names.TryGetValue(type, out var members))
                _names[type] = members = new Dictionary<string, string>(StringComparer.Ordinal);
            members.Add(key, name);
            _taken.Add((type, name));
        }

        public void Read(JObject document, string section)
        {
            foreach (var (type, _, place) in Section(document, JsonPointer.Root, section))
            {
                foreach (var (key, value, member) in Section((JObject)document[section]!, place.Parent!, type))
                {
                    if (HasName(type, Name(value, member)))
                        throw new InvalidJsonException($"Another entry of {type} also has the name '{value}'. Rename one of them.", member);
                    Add(type, key, Name(value, member));
                }
            }
        }

        public JObject ToJson() => new(_names.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e =>
            new JProperty(e.Key, new JObject(
                e.Value.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => new JProperty(m.Key, m.Value))))));
    }
}

/// <summary>The sections of the ledger with names of members.</summary>
public enum LedgerSection
{
    /// <summary>The properties of classes, by class and name in JSON.</summary>
    Properties,

    /// <summary>The optional query parameters, by class and name in the URL.</summary>
    Options,

    /// <summary>The cases of unions, by union and C# type.</summary>
    Cases,
}

/// <summary>The C# name of an operation.</summary>
/// <param name="Client">The client that has the operation, such as <c>Contacts</c>.</param>
/// <param name="Method">The method name without the Async suffix, such as <c>Get</c>.</param>
/// <param name="Arguments">The argument names of its path parameters, in the order of the path.</param>
public sealed record OperationName(string Client, string Method, EquatableArray<string> Arguments);
