using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;

namespace Intercom.Generated.Descriptions;

/// <summary>The types that are built so far, under the names that they get.</summary>
internal sealed class BuiltTypes(BuildContext context)
{
    private readonly Dictionary<string, ObjectModel> _objects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnionModel> _unions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EnumModel> _enums = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _uses = new(StringComparer.Ordinal);

    public IEnumerable<UnionModel> Unions => _unions.Values.OrderBy(type => type.Name, StringComparer.Ordinal);

    public IEnumerable<EnumModel> Enums => _enums.Values.OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>Returns the classes. Only those that are sent and never received keep their initial values.</summary>
    public IEnumerable<ObjectModel> Objects(IEnumerable<TypeReference> requests, IEnumerable<TypeReference> responses)
    {
        var requested = Reachable(requests);
        var received = Reachable(responses);
        return _objects.Values.OrderBy(type => type.Name, StringComparer.Ordinal).Select(type =>
            requested.Contains(type.Name) && !received.Contains(type.Name)
                ? type with
                {
                    IsSent = true,
                    Properties = type.Properties.Select(property => property with
                    {
                        IsRequiredInRequests = property.IsRequiredInRequests && property.Constant is null,
                    }).ToEquatableArray(),
                }
                : type with
                {
                    IsSent = requested.Contains(type.Name),
                    Properties = type.Properties.Select(property => property with
                    {
                        Constant = null,
                        IsRequiredInRequests = false,
                    }).ToEquatableArray(),
                });
    }

    /// <summary>Returns the recorded name of a type, or derives one and records it.</summary>
    public string Name(SchemaPlace place)
    {
        if (context.Ledger.Type(place.Key, context.Version) is { } recorded)
            return recorded;
        var name = ReservedNames.FreeType(place.Name ?? TypeNaming.Inline(place.OwnerType, place.Property, place.IsItem));
        // If the name is taken, use the longer name that includes the place.
        if (context.Ledger.HasType(name))
            name = NameOfPlace(place);
        context.Ledger.Add(place.Key, name);
        return name;
    }

    /// <summary>Records that a type has members of another type.</summary>
    public void Use(string user, TypeReference type)
    {
        if (!_uses.TryGetValue(user, out var used))
            _uses[user] = used = new HashSet<string>(StringComparer.Ordinal);
        used.UnionWith(Names(type));
    }

    /// <summary>Adds a class.</summary>
    /// <param name="place">The place of its schema.</param>
    /// <param name="name">The name, which another type can have.</param>
    /// <param name="properties">The properties, still without C# names.</param>
    /// <returns>The name of the class.</returns>
    public string AddObject(SchemaPlace place, string name, IReadOnlyList<PropertyModel> properties)
    {
        if (_unions.ContainsKey(name)
            || _enums.ContainsKey(name)
            || (_objects.TryGetValue(name, out var other) && Contradict(other, properties)))
        {
            name = SeparateName(place, name);
        }

        var names = context.Members.Properties(
            name, properties.Select(property => (property.WireName, property.Type.Kind == TypeKind.List)));
        var named = properties.Select((property, i) => property with { Name = names[i] });
        if (!_objects.TryGetValue(name, out var known))
        {
            _objects[name] = new ObjectModel(place.Key, name, context.Texts.Schema(place.Key, name), named.ToEquatableArray());
            return name;
        }

        // If several schemas share a name in the ledger, one class has the properties of all of them, and only those that all of them
        // require are required.
        var present = new HashSet<string>(known.Properties.Select(property => property.WireName), StringComparer.Ordinal);
        var required = new HashSet<string>(
            properties.Where(property => property.IsRequiredInRequests).Select(property => property.WireName), StringComparer.Ordinal);
        _objects[name] = known with
        {
            Properties = known.Properties
                .Select(property => property with
                {
                    IsRequiredInRequests = property.IsRequiredInRequests && required.Contains(property.WireName),
                })
                .Concat(named.Where(property => !present.Contains(property.WireName))
                    .Select(property => property with { IsRequiredInRequests = false }))
                .ToEquatableArray(),
        };
        return name;
    }

    /// <summary>Adds a union, or finds an equal one.</summary>
    /// <returns>The name of the union.</returns>
    public string AddUnion(SchemaPlace place, string name, IReadOnlyList<UnionCaseModel> cases)
    {
        if (_objects.ContainsKey(name)
            || _enums.ContainsKey(name)
            || (_unions.TryGetValue(name, out var known) && !known.Cases.Select(Unnamed).SequenceEqual(cases)))
        {
            name = SeparateName(place, name);
        }

        if (!_unions.ContainsKey(name))
        {
            var names = context.Members.Cases(name, cases.Select(UnionCases.Names));
            _unions[name] = new UnionModel(
                place.Key,
                name,
                context.Texts.Schema(place.Key, name),
                cases.Select((item, i) => item with { Name = names[i] }).ToEquatableArray());
        }

        return name;

        static UnionCaseModel Unnamed(UnionCaseModel item) => item with { Name = string.Empty };
    }

    /// <summary>Adds an open enum, or adds values to it.</summary>
    /// <returns>The name of the enum.</returns>
    public string AddEnum(SchemaPlace place, string name, IEnumerable<EnumMemberModel> values)
    {
        if (_objects.ContainsKey(name) || _unions.ContainsKey(name))
            name = SeparateName(place, name);
        var members = _enums.TryGetValue(name, out var known) ? known.Members.ToList() : [];
        var present = new HashSet<string>(members.Select(member => member.Value), StringComparer.Ordinal);
        members.AddRange(values.Where(member => present.Add(member.Value))
            .Select(member => member with { Name = MemberName(name, member.Value) }));
        _enums[name] = new EnumModel(
            known?.Key ?? place.Key, name, known?.Summary ?? context.Texts.Schema(place.Key, name), members.ToEquatableArray());
        return name;
    }

    private string MemberName(string type, string value)
    {
        if (context.Ledger.Member(type, value) is { } recorded)
            return recorded;
        var name = TypeNaming.Member(value);
        // The common members of open enums are also taken.
        while (context.Ledger.HasMember(type, name) || name == type || ReservedNames.IsEnumMember(name))
            name += "Value";
        context.Ledger.Add(type, value, name);
        return name;
    }

    private static bool Contradict(ObjectModel type, IReadOnlyList<PropertyModel> properties)
    {
        var types = type.Properties.ToDictionary(property => property.WireName, property => property.Type.CSharp, StringComparer.Ordinal);
        return properties.Any(property => types.TryGetValue(property.WireName, out var other) && other != property.Type.CSharp);
    }

    // Several schemas share a name in the ledger because they were the same. A schema that differs now gets a name of its own, for this
    // version only. The others keep the shared name.
    private string SeparateName(SchemaPlace place, string name)
    {
        var key = $"{place.Key}@{context.Version}";
        if (context.Ledger.Type(key) is not null)
        {
            context.Report(
                DescriptionProblemKind.NameCollision,
                place.Key,
                $"Another schema that differs from '{place.Key}' is also named {name}. Rename one of them in names.json.");
            return name;
        }

        var separate = NameOfPlace(place);
        context.Ledger.Add(key, separate);
        return separate;
    }

    private string NameOfPlace(SchemaPlace place)
    {
        var name = ReservedNames.FreeType(Identifier.Pascal(place.Key.Replace("{}", string.Empty)));
        while (context.Ledger.HasType(name))
            name += "Value";
        return name;
    }

    private HashSet<string> Reachable(IEnumerable<TypeReference> roots)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(roots.SelectMany(Names));
        while (open.Count > 0)
        {
            var name = open.Pop();
            if (seen.Add(name) && _uses.TryGetValue(name, out var used))
                foreach (var next in used)
                    open.Push(next);
        }

        return seen;
    }

    private static IEnumerable<string> Names(TypeReference type) =>
        type.Element is { } element ? Names(element) : type.Name is { } name ? [name] : [];
}
