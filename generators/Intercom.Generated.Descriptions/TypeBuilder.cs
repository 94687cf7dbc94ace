using System.Text.RegularExpressions;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>Maps the schemas of a normalized description to C# types.</summary>
internal sealed class TypeBuilder
{
    // The maximum nesting of schemas. No description comes close to it.
    private const int MaximumDepth = 200;

    private static readonly HashSet<string> AttributeBags = new(StringComparer.Ordinal)
    {
        "custom_attributes", "ticket_attributes", "ticket_custom_attributes", "ticket_request_custom_attributes", "metadata", "attributes",
    };

    private static readonly string[] Limits =
        [
            "minLength", "maxLength", "pattern", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf", "minItems",
            "maxItems", "uniqueItems", "minProperties", "maxProperties",
        ];

    private static readonly Regex TimeName = new("(_at|_until|_since|_after|_before)$|^(start|end)_time$", RegexOptions.CultureInvariant);

    private static readonly Regex IdentifierName = new("(^|_)ids?$|_identifier$", RegexOptions.CultureInvariant);

    private readonly JObject _document;
    private readonly string _version;
    private readonly NameLedger _ledger;
    private readonly MemberNaming _members;
    private readonly DocumentationTexts _texts;
    private readonly HashSet<string> _built = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ObjectModel> _objects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnionModel> _unions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EnumModel> _enums = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _uses = new(StringComparer.Ordinal);
    private readonly List<DescriptionProblem> _problems;

    public TypeBuilder(JObject document, string version, NameLedger ledger, DocumentationTexts texts, List<DescriptionProblem> problems)
    {
        _document = document;
        _version = version;
        _ledger = ledger;
        _members = new MemberNaming(ledger);
        _texts = texts;
        _problems = problems;
    }

    public IEnumerable<ObjectModel> Objects => _objects.Values.OrderBy(type => type.Name, StringComparer.Ordinal);

    public IEnumerable<UnionModel> Unions => _unions.Values.OrderBy(type => type.Name, StringComparer.Ordinal);

    public IEnumerable<EnumModel> Enums => _enums.Values.OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>Returns the type of a schema without an owner: a request body, a response, or an item of a list.</summary>
    /// <param name="schema">The schema, or null for any value.</param>
    /// <param name="key">The key of the schema in the ledger.</param>
    /// <param name="name">The name to use if the ledger has none.</param>
    public TypeReference Root(JToken? schema, string key, string name) =>
        Resolve(schema, new Place(key, name, string.Empty, string.Empty, IsItem: false));

    /// <summary>Returns the type of a parameter.</summary>
    public TypeReference Parameter(JToken? schema, string operationKey, string ownerType, string name) =>
        Resolve(schema, new Place($"{operationKey}?{name}", null, name, ownerType, IsItem: false));

    /// <summary>Returns the type of a component schema.</summary>
    public TypeReference Component(string key)
    {
        if (AttributeBags.Contains(key))
            return new TypeReference(TypeKind.CustomAttributes);
        // Classes and unions can contain themselves. A list, map, or reference that contains itself has no type.
        if (!_open.Add(key) && !_built.Contains(key))
            return TypeReference.Any;
        if (_open.Count > MaximumDepth)
        {
            _open.Remove(key);
            _problems.Add(new DescriptionProblem(
                DescriptionProblemKind.InvalidDescription, key, $"The schema is nested in more than {MaximumDepth} schemas.", 0));
            return TypeReference.Any;
        }

        var schema = _document["components"]?["schemas"]?[key];
        var type = Resolve(schema, new Place(key, TypeNaming.Component(key), string.Empty, string.Empty, IsItem: false));
        _open.Remove(key);
        return type;
    }

    /// <summary>Keeps initial values only on types that are used in requests and never in responses.</summary>
    public IEnumerable<ObjectModel> WithConstants(IEnumerable<TypeReference> requests, IEnumerable<TypeReference> responses)
    {
        var requested = Reachable(requests);
        var sent = new HashSet<string>(requested, StringComparer.Ordinal);
        sent.ExceptWith(Reachable(responses));
        return Objects.Select(type => requested.Contains(type.Name) ? type with { IsSent = true } : type)
            .Select(type => sent.Contains(type.Name)
            ? type
            : type with { Properties = type.Properties.Select(property => property with { Constant = null }).ToEquatableArray() });
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

    private TypeReference Resolve(JToken? token, Place place)
    {
        if (token is not JObject schema)
            return TypeReference.Any;
        if ((string?)schema["$ref"] is { } reference)
        {
            if (SchemaNormalizer.ComponentKey(reference) is { } key && SchemaNormalizer.Resolve(_document, reference) is not null)
                return Component(key);
            _problems.Add(new DescriptionProblem(
                DescriptionProblemKind.DanglingReference,
                place.Key,
                $"$ref '{reference}' does not resolve. Add the schema, or correct the reference with an overlay action.",
                Line(schema)));
            return TypeReference.Any;
        }

        if (schema["oneOf"] is JArray cases)
        {
            return IsTime(cases) ? new TypeReference(TypeKind.UnixTime)
                : IsIdentifier(cases, place) ? new TypeReference(TypeKind.Identifier)
                : Union(cases, place);
        }

        if (schema["enum"] is JArray values && EnumType(schema, values, place) is { } enumType)
            return enumType;
        return (string?)schema["type"] switch
        {
            "array" => new TypeReference(TypeKind.List, Element: Resolve(schema["items"], place.Item())),
            "object" => Object(schema, place),
            "string" => String(schema, place),
            "integer" => Integer(schema, place),
            "number" => new TypeReference(TypeKind.Number),
            "boolean" => new TypeReference(TypeKind.Boolean),
            _ => schema["properties"] is null ? TypeReference.Any : Object(schema, place),
        };
    }

    // A choice of a date-time string and Unix seconds is one point in time. Codecs read both.
    private static bool IsTime(JArray cases) =>
        cases.Count == 2
        && cases.Any(schema => (string?)schema["type"] == "string" && (string?)schema["format"] == "date-time")
        && cases.Any(schema => (string?)schema["type"] == "integer");

    // An ID that is sometimes a string and sometimes a number.
    private static bool IsIdentifier(JArray cases, Place place) =>
        IdentifierName.IsMatch(place.Property)
            && cases.All(schema => (string?)schema["type"] is "string" or "integer" && schema["enum"] is null);

    private static TypeReference String(JObject schema, Place place) => (string?)schema["format"] switch
    {
        "date-time" => new TypeReference(TypeKind.DateTime),
        "binary" => new TypeReference(TypeKind.File),
        _ => new TypeReference(IdentifierName.IsMatch(place.Property) ? TypeKind.Identifier : TypeKind.String),
    };

    // Some places send an ID as a number and others as a string, so all IDs are text in C#. An integer is a point in time if its format or
    // name says so.
    private static TypeReference Integer(JObject schema, Place place) => (string?)schema["format"] switch
    {
        "date-time" or "timestamp" => new TypeReference(TypeKind.UnixTime),
        _ when IdentifierName.IsMatch(place.Property) => new TypeReference(TypeKind.NumericIdentifier),
        _ when TimeName.IsMatch(place.Property) => new TypeReference(TypeKind.UnixTime),
        _ => new TypeReference(TypeKind.Integer),
    };

    private TypeReference Object(JObject schema, Place place)
    {
        var properties = schema["properties"] as JObject;
        var hasProperties = properties is { HasValues: true };
        var additional = schema["additionalProperties"] as JObject;
        if (!hasProperties && AttributeBags.Contains(place.Property))
            return new TypeReference(TypeKind.CustomAttributes);
        if (!hasProperties && additional is { HasValues: true })
            return new TypeReference(TypeKind.Map, Element: Resolve(additional, place.Item()));
        if (!hasProperties)
            return TypeReference.Any;

        var name = TypeName(place);
        if (!_built.Add(place.Key))
            return new TypeReference(TypeKind.Object, name);
        var required = new HashSet<string>((schema["required"] as JArray ?? []).Select(value => (string)value!), StringComparer.Ordinal);
        var models = new List<PropertyModel>();
        foreach (var property in properties!.Properties())
        {
            var key = $"{place.Key}/{property.Name}";
            var type = Resolve(property.Value, new Place(key, null, property.Name, name, IsItem: false));
            Use(name, type);
            models.Add(new PropertyModel(
                key,
                string.Empty,
                property.Name,
                type,
                required.Contains(property.Name) || property.Name is "type" or "message_type" ? Constant(property.Value) : null,
                _texts.Property(place.Key, property.Name))
            {
                Facts = Facts(property.Value, required.Contains(property.Name)),
                Obsolete = Obsolete(property.Value),
            });
        }

        if (_unions.ContainsKey(name)
            || _enums.ContainsKey(name)
            || (_objects.TryGetValue(name, out var known) && Contradict(known, models)))
        {
            name = SeparateName(place, name);
        }

        var names = _members.Properties(name, models.Select(property => (property.WireName, property.Type.Kind == TypeKind.List)));
        AddObject(new ObjectModel(
            place.Key,
            name,
            _texts.Schema(place.Key, name),
            models.Select((property, i) => property with { Name = names[i] }).ToEquatableArray()));
        return new TypeReference(TypeKind.Object, name);
    }

    /// <summary>Returns the facts of a schema that its C# type does not express.</summary>
    public ValueFacts Facts(JToken? schema, bool isRequired)
    {
        if (schema is not JObject own)
            return ValueFacts.None with { IsRequired = isRequired };
        var target = Target(own);
        return new ValueFacts(
            isRequired,
            (bool?)own["nullable"] ?? (bool?)target["nullable"] ?? false,
            (own["default"] ?? target["default"])?.ToString(Newtonsoft.Json.Formatting.None),
            Limits.Where(keyword => target[keyword] is not null)
                .Select(keyword => new ValueLimit(keyword, target[keyword]!.ToString(Newtonsoft.Json.Formatting.None))).ToEquatableArray());
    }

    // Only an overlay can state a reason, because reduced descriptions have no prose.
    private static string? Obsolete(JToken schema) =>
        schema is JObject own && (bool?)own["deprecated"] == true
            ? (string?)own["description"] ?? "Intercom has deprecated this property."
            : null;

    // If several schemas share a name in the ledger, one class has the properties of all of them.
    private void AddObject(ObjectModel type)
    {
        if (!_objects.TryGetValue(type.Name, out var known))
        {
            _objects[type.Name] = type;
            return;
        }

        var names = new HashSet<string>(known.Properties.Select(property => property.WireName), StringComparer.Ordinal);
        var more = type.Properties.Where(property => !names.Contains(property.WireName));
        _objects[type.Name] = known with { Properties = known.Properties.Concat(more).ToEquatableArray() };
    }

    private static bool Contradict(ObjectModel type, List<PropertyModel> properties)
    {
        var types = type.Properties.ToDictionary(property => property.WireName, property => property.Type.CSharp, StringComparer.Ordinal);
        return properties.Exists(property => types.TryGetValue(property.WireName, out var other) && other != property.Type.CSharp);
    }

    /// <summary>Reports a schema that has the name of another one.</summary>
    public void ReportCollision(string key, string name) =>
        _problems.Add(new DescriptionProblem(
            DescriptionProblemKind.NameCollision,
            key,
            $"Another schema that differs from '{key}' is also named {name}. Rename one of them in names.json.",
            0));

    private static string? Constant(JToken schema) =>
        schema["enum"] is not JArray { Count: 1 } values ? null : values[0].Type switch
        {
            JTokenType.String => (string)values[0]!,
            JTokenType.Boolean => (bool)values[0] ? "true" : "false",
            _ => null,
        };

    // An overlay lists deprecated values and their reasons in x-obsolete.
    private TypeReference? EnumType(JObject schema, JArray values, Place place)
    {
        var texts = values.Where(value => value.Type == JTokenType.String).Select(value => (string)value!).ToList();
        if (texts.Count == 0)
            return null;
        // A single value is a constant, unless the same schema is an enum in another version.
        if (texts.Count == 1 && _ledger.Type(place.Key, _version) is null)
            return TypeReference.Text;

        var name = _ledger.Type(place.Key, _version);
        if (name is null)
            _ledger.Add(place.Key, name = ReservedNames.FreeType(EnumName(place)));
        if (_objects.ContainsKey(name) || _unions.ContainsKey(name))
            name = SeparateName(place, name);
        var members = _enums.TryGetValue(name, out var known) ? known.Members.ToList() : [];
        var present = new HashSet<string>(members.Select(member => member.Value), StringComparer.Ordinal);
        foreach (var value in texts.Where(present.Add))
            members.Add(new EnumMemberModel(MemberName(name, value), value) { Obsolete = (string?)schema["x-obsolete"]?[value] });
        _enums[name] = new EnumModel(
            known?.Key ?? place.Key, name, known?.Summary ?? _texts.Schema(place.Key, name), members.ToEquatableArray());
        return new TypeReference(TypeKind.Enum, name);
    }

    private static string EnumName(Place place)
    {
        if (place.Property.Length == 0 && place.Name is { } given)
            return given;
        var property = place.IsItem ? Identifier.Singular(place.Property) : place.Property;
        var ownerKey = place.Key.IndexOf('?') >= 0 ? place.Key : place.Key.Replace("/[]", string.Empty);
        var slash = ownerKey.LastIndexOf('/');
        return TypeNaming.Enum(place.Key.IndexOf('?') < 0 && slash > 0 ? ownerKey.Substring(0, slash) : "/", place.OwnerType, property);
    }

    private string MemberName(string type, string value)
    {
        if (_ledger.Member(type, value) is { } recorded)
            return recorded;
        var name = TypeNaming.Member(value);
        // The common members of open enums are also taken.
        while (_ledger.HasMember(type, name) || name == type || ReservedNames.IsEnumMember(name))
            name += "Value";
        _ledger.Add(type, value, name);
        return name;
    }

    private TypeReference Union(JArray members, Place place)
    {
        var name = TypeName(place);
        if (!_built.Add(place.Key))
            return new TypeReference(TypeKind.Union, name);

        var schemas = members.OfType<JObject>().Select(Target).ToList();
        var cases = new List<UnionCaseModel>();
        for (var i = 0; i < schemas.Count; i++)
        {
            var others = schemas.Where((_, index) => index != i).ToList();
            var discriminators = Discriminators(schemas[i], others);
            var distinction = discriminators.Select(discriminator => discriminator.Value)
                .Concat(OwnKeys(schemas[i], others))
                .FirstOrDefault()
                ?? "item";
            var caseKey = $"{place.Key}/{distinction}";
            var type = Resolve(members[i], new Place(caseKey, name + Identifier.Pascal(distinction), place.Property, name, IsItem: false));
            type = AsCase(type);
            if (cases.Exists(other => other.Type.CSharp == type.CSharp))
                continue;
            Use(name, type);
            cases.Add(
                new UnionCaseModel(string.Empty, type, discriminators.ToEquatableArray(), PropertyPaths(schemas[i]).ToEquatableArray()));
        }

        if (_objects.ContainsKey(name)
            || _enums.ContainsKey(name)
            || (_unions.TryGetValue(name, out var known) && !known.Cases.Select(Unnamed).SequenceEqual(cases)))
        {
            name = SeparateName(place, name);
        }

        if (!_unions.ContainsKey(name))
        {
            var names = _members.Cases(
                name, cases.Select(item => (item.Type.CSharp, CaseName(item.Type), CaseName(item.Type) + item.Type.Kind)));
            _unions[name] = new UnionModel(
                place.Key,
                name,
                _texts.Schema(place.Key, name),
                cases.Select((item, i) => item with { Name = names[i] }).ToEquatableArray());
        }

        return new TypeReference(TypeKind.Union, name);
    }

    private static UnionCaseModel Unnamed(UnionCaseModel item) => item with { Name = string.Empty };

    // The JSON type distinguishes the cases of a union, so a numeric ID stays a number.
    private static TypeReference AsCase(TypeReference type) => type switch
    {
        { Kind: TypeKind.NumericIdentifier } => new TypeReference(TypeKind.Integer),
        { Element: { } element } => type with { Element = AsCase(element) },
        _ => type,
    };

    private JObject Target(JObject schema) =>
        SchemaNormalizer.Resolve(_document, schema) ?? schema;

    // Properties that no other case has. Required ones come first, because they are always present.
    private static List<string> OwnKeys(JObject schema, List<JObject> others)
    {
        var required = new HashSet<string>((schema["required"] as JArray ?? []).Select(value => (string)value!), StringComparer.Ordinal);
        return [.. PropertyNames(schema)
            .Where(key => !others.Exists(other => PropertyNames(other).Contains(key)))
            .OrderByDescending(required.Contains)];
    }

    // Properties whose values no other case allows, such as type, message_type, or operator.
    private static List<Discriminator> Discriminators(JObject schema, List<JObject> others) =>
    [
        .. from property in (schema["properties"] as JObject)?.Properties() ?? []
           where Values(schema, property.Name) is { Count: > 0 }
           where others.Where(other => PropertyNames(other).Any())
               .All(
                   other => Values(other, property.Name) is { Count: > 0 } theirs && !theirs.Intersect(Values(schema, property.Name)).Any())
           from value in Values(schema, property.Name)
           select new Discriminator(property.Name, value),
    ];

    private static IEnumerable<string> PropertyNames(JObject schema) =>
        (schema["properties"] as JObject)?.Properties().Select(property => property.Name) ?? [];

    private static IEnumerable<string> PropertyPaths(JObject schema) =>
        from property in (schema["properties"] as JObject)?.Properties() ?? []
        from path in PropertyNames((JObject)property.Value).Select(inner => $"{property.Name}.{inner}").Prepend(property.Name)
        select path;

    private static List<string> Values(JObject schema, string property) =>
        [.. (schema["properties"]?[property]?["enum"] as JArray ?? [])
            .Where(value => value.Type is JTokenType.String or JTokenType.Boolean)
            .Select(value => value.ToString())];

    private static string CaseName(TypeReference type) => type.Kind switch
    {
        TypeKind.String or TypeKind.Identifier or TypeKind.NumericIdentifier => "Text",
        TypeKind.Any => "Json",
        TypeKind.DateTime or TypeKind.UnixTime => "Time",
        TypeKind.List => CaseName(type.Element!) + "List",
        TypeKind.Map => CaseName(type.Element!) + "Map",
        TypeKind.Object or TypeKind.Enum or TypeKind.Union =>
            type.Name!.EndsWith("Request", StringComparison.Ordinal) && type.Name.Length > "Request".Length
            ? type.Name.Substring(0, type.Name.Length - "Request".Length)
            : type.Name,
        _ => type.Kind.ToString(),
    };

    private string TypeName(Place place)
    {
        if (_ledger.Type(place.Key, _version) is { } recorded)
            return recorded;
        var name = place.Name ?? TypeNaming.Inline(place.OwnerType, place.Property, place.IsItem);
        name = ReservedNames.FreeType(name);
        // If the name is taken, use the longer name that includes the place.
        if (_ledger.HasType(name))
            name = NameOfPlace(place);
        _ledger.Add(place.Key, name);
        return name;
    }

    private string NameOfPlace(Place place)
    {
        var name = ReservedNames.FreeType(Identifier.Pascal(place.Key.Replace("{}", string.Empty)));
        while (_ledger.HasType(name))
            name += "Value";
        return name;
    }

    // Several schemas share a name in the ledger because they were the same. A schema that differs now gets a name of its own, for this
    // version only. The others keep the shared name.
    private string SeparateName(Place place, string name)
    {
        var key = $"{place.Key}@{_version}";
        if (_ledger.Type(key) is not null)
        {
            ReportCollision(place.Key, name);
            return name;
        }

        var separate = NameOfPlace(place);
        _ledger.Add(key, separate);
        return separate;
    }

    private void Use(string user, TypeReference type)
    {
        if (!_uses.TryGetValue(user, out var used))
            _uses[user] = used = new HashSet<string>(StringComparer.Ordinal);
        used.UnionWith(Names(type));
    }

    private static IEnumerable<string> Names(TypeReference type) =>
        type.Element is { } element ? Names(element) : type.Name is { } name ? [name] : [];

    private static int Line(JObject schema) => ((Newtonsoft.Json.IJsonLineInfo)schema).LineNumber;

    // The place of a schema: its key in the ledger, the name of a component or body and, for a property, its name in JSON and the type that
    // declares it.
    private sealed record Place(string Key, string? Name, string Property, string OwnerType, bool IsItem)
    {
        public Place Item() => this with { Key = Key + "/[]", Name = Name is null ? null : Name + "Item", IsItem = true };
    }
}
