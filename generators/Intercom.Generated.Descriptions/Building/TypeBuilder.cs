using System.Text.RegularExpressions;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>Maps the schemas of a normalized description to C# types.</summary>
internal sealed class TypeBuilder(BuildContext context, BuiltTypes types)
{
    // The maximum nesting of schemas. No description comes close to it.
    private const int MaximumDepth = 200;

    private static readonly HashSet<string> AttributeBags = new(StringComparer.Ordinal)
    {
        "custom_attributes", "ticket_attributes", "ticket_custom_attributes", "ticket_request_custom_attributes", "metadata", "attributes",
    };

    private static readonly Regex TimeName = new("(_at|_until|_since|_after|_before)$|^(start|end)_time$", RegexOptions.CultureInvariant);

    private static readonly Regex IdentifierName = new("(^|_)ids?$|_identifier$", RegexOptions.CultureInvariant);

    private readonly HashSet<string> _built = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    /// <summary>Returns the type of a schema without an owner: a request body, a response, or an item of a list.</summary>
    /// <param name="schema">The schema, or null for any value.</param>
    /// <param name="key">The key of the schema in the ledger.</param>
    /// <param name="name">The name to use if the ledger has none.</param>
    public TypeReference Root(JToken? schema, string key, string name) =>
        Resolve(schema, new SchemaPlace(key, name, string.Empty, string.Empty, IsItem: false));

    /// <summary>Returns the type of a parameter.</summary>
    public TypeReference Parameter(JToken? schema, string operationKey, string ownerType, string name) =>
        Resolve(schema, new SchemaPlace($"{operationKey}?{name}", null, name, ownerType, IsItem: false));

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
            context.Report(
                DescriptionProblemKind.InvalidDescription, key, $"The schema is nested in more than {MaximumDepth} schemas.");
            return TypeReference.Any;
        }

        var schema = context.Document["components"]?["schemas"]?[key];
        var type = Resolve(schema, new SchemaPlace(key, TypeNaming.Component(key), string.Empty, string.Empty, IsItem: false));
        _open.Remove(key);
        return type;
    }

    private TypeReference Resolve(JToken? token, SchemaPlace place)
    {
        if (token is not JObject schema)
            return TypeReference.Any;
        if ((string?)schema["$ref"] is { } reference)
        {
            if (SchemaNormalizer.ComponentKey(reference) is { } key && SchemaNormalizer.Resolve(context.Document, reference) is not null)
                return Component(key);
            context.Report(
                DescriptionProblemKind.DanglingReference,
                place.Key,
                $"$ref '{reference}' does not resolve. Add the schema, or correct the reference with an overlay action.",
                schema);
            return TypeReference.Any;
        }

        if (schema["oneOf"] is JArray cases)
        {
            return IsTime(cases) ? new TypeReference(TypeKind.UnixTime)
                : IsIdentifier(cases, place) ? new TypeReference(TypeKind.Identifier)
                : Union(cases, place);
        }

        if (schema["enum"] is JArray values && Enum(schema, values, place) is { } enumType)
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
    private static bool IsIdentifier(JArray cases, SchemaPlace place) =>
        IdentifierName.IsMatch(place.Property)
            && cases.All(schema => (string?)schema["type"] is "string" or "integer" && schema["enum"] is null);

    private static TypeReference String(JObject schema, SchemaPlace place) => (string?)schema["format"] switch
    {
        "date-time" => new TypeReference(TypeKind.DateTime),
        "binary" => new TypeReference(TypeKind.File),
        _ => new TypeReference(IdentifierName.IsMatch(place.Property) ? TypeKind.Identifier : TypeKind.String),
    };

    // Some places send an ID as a number and others as a string, so all IDs are text in C#. An integer is a point in time if its format or
    // name says so.
    private static TypeReference Integer(JObject schema, SchemaPlace place) => (string?)schema["format"] switch
    {
        "date-time" or "timestamp" => new TypeReference(TypeKind.UnixTime),
        _ when IdentifierName.IsMatch(place.Property) => new TypeReference(TypeKind.NumericIdentifier),
        _ when TimeName.IsMatch(place.Property) => new TypeReference(TypeKind.UnixTime),
        _ => new TypeReference(TypeKind.Integer),
    };

    private TypeReference Object(JObject schema, SchemaPlace place)
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

        var name = types.Name(place);
        if (!_built.Add(place.Key))
            return new TypeReference(TypeKind.Object, name);
        var required = SchemaFacts.Required(schema);
        var models = properties!.Properties()
            .Select(property => Property(property, place, name, required.Contains(property.Name)))
            .ToList();
        return new TypeReference(TypeKind.Object, types.AddObject(place, name, models));
    }

    private PropertyModel Property(JProperty property, SchemaPlace owner, string ownerType, bool isRequired)
    {
        var key = $"{owner.Key}/{property.Name}";
        var type = Resolve(property.Value, new SchemaPlace(key, null, property.Name, ownerType, IsItem: false));
        types.Use(ownerType, type);
        var canBeConstant = isRequired || property.Name is "type" or "message_type";
        return new PropertyModel(
            key,
            string.Empty,
            property.Name,
            type,
            canBeConstant ? SchemaFacts.Constant(property.Value) : null,
            context.Texts.Property(owner.Key, property.Name))
        {
            Facts = SchemaFacts.Of(property.Value, isRequired, context.Document),
            IsRequiredInRequests = isRequired,
            Obsolete = SchemaFacts.Obsolete(property.Value),
        };
    }

    // An overlay lists deprecated values and their reasons in x-obsolete.
    private TypeReference? Enum(JObject schema, JArray values, SchemaPlace place)
    {
        var texts = values.Where(value => value.Type == JTokenType.String).Select(value => (string)value!).ToList();
        if (texts.Count == 0)
            return null;
        var name = context.Ledger.Type(place.Key, context.Version);
        // A single value is a constant, unless the same schema is an enum in another version.
        if (texts.Count == 1 && name is null)
            return TypeReference.Text;
        if (name is null)
            context.Ledger.Add(place.Key, name = ReservedNames.FreeType(EnumName(place)));
        var members = texts.Select(value => new EnumMemberModel(string.Empty, value) { Obsolete = (string?)schema["x-obsolete"]?[value] });
        return new TypeReference(TypeKind.Enum, types.AddEnum(place, name, members));
    }

    private static string EnumName(SchemaPlace place)
    {
        if (place.Property.Length == 0 && place.Name is { } given)
            return given;
        var property = place.IsItem ? Identifier.Singular(place.Property) : place.Property;
        var ownerKey = place.Key.IndexOf('?') >= 0 ? place.Key : place.Key.Replace("/[]", string.Empty);
        var slash = ownerKey.LastIndexOf('/');
        return TypeNaming.Enum(place.Key.IndexOf('?') < 0 && slash > 0 ? ownerKey.Substring(0, slash) : "/", place.OwnerType, property);
    }

    private TypeReference Union(JArray members, SchemaPlace place)
    {
        var name = types.Name(place);
        if (!_built.Add(place.Key))
            return new TypeReference(TypeKind.Union, name);

        var schemas = members.OfType<JObject>().Select(member => SchemaNormalizer.Resolve(context.Document, member) ?? member).ToList();
        var cases = new List<UnionCaseModel>();
        for (var i = 0; i < schemas.Count; i++)
        {
            var others = schemas.Where((_, index) => index != i).ToList();
            var discriminators = UnionCases.Discriminators(schemas[i], others);
            var distinction = discriminators.Select(discriminator => discriminator.Value)
                .Concat(UnionCases.OwnProperties(schemas[i], others))
                .FirstOrDefault()
                ?? "item";
            var casePlace = new SchemaPlace(
                $"{place.Key}/{distinction}", name + Identifier.Pascal(distinction), place.Property, name, IsItem: false);
            var type = UnionCases.AsCase(Resolve(members[i], casePlace));
            if (cases.Exists(other => other.Type.CSharp == type.CSharp))
                continue;
            types.Use(name, type);
            cases.Add(new UnionCaseModel(
                string.Empty, type, discriminators.ToEquatableArray(), UnionCases.PropertyPaths(schemas[i]).ToEquatableArray()));
        }

        return new TypeReference(TypeKind.Union, types.AddUnion(place, name, cases));
    }
}
