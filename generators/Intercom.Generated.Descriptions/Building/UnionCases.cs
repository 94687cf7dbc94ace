using Intercom.Generated.Descriptions.Model;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>Finds what distinguishes the cases of a union from each other.</summary>
internal static class UnionCases
{
    /// <summary>Returns the property values that no other case allows, such as those of type, message_type, or operator.</summary>
    public static IReadOnlyList<Discriminator> Discriminators(JObject schema, IReadOnlyList<JObject> others) =>
    [
        .. from property in (schema["properties"] as JObject)?.Properties() ?? []
           where Values(schema, property.Name) is { Count: > 0 }
           where others.Where(other => PropertyNames(other).Any())
               .All(
                   other => Values(other, property.Name) is { Count: > 0 } theirs && !theirs.Intersect(Values(schema, property.Name)).Any())
           from value in Values(schema, property.Name)
           select new Discriminator(property.Name, value),
    ];

    /// <summary>Returns the properties that no other case has. Required ones come first, because they are always present.</summary>
    public static IEnumerable<string> OwnProperties(JObject schema, IReadOnlyList<JObject> others)
    {
        var required = SchemaFacts.Required(schema);
        return PropertyNames(schema)
            .Where(key => !others.Any(other => PropertyNames(other).Contains(key)))
            .OrderByDescending(required.Contains);
    }

    /// <summary>Returns the properties of a case and, as dotted paths, those of its inline objects.</summary>
    public static IEnumerable<string> PropertyPaths(JObject schema) =>
        from property in (schema["properties"] as JObject)?.Properties() ?? []
        from path in PropertyNames((JObject)property.Value).Select(inner => $"{property.Name}.{inner}").Prepend(property.Name)
        select path;

    /// <summary>Returns the type of a case.</summary>
    /// <remarks>The JSON type distinguishes the cases of a union, so a numeric ID stays a number.</remarks>
    public static TypeReference AsCase(TypeReference type) => type switch
    {
        { Kind: TypeKind.NumericIdentifier } => new TypeReference(TypeKind.Integer),
        { Element: { } element } => type with { Element = AsCase(element) },
        _ => type,
    };

    /// <summary>Returns the C# type of a case, its plain name, and the name to use if the plain one is taken.</summary>
    public static (string CSharp, string Plain, string Other) Names(UnionCaseModel item) =>
        (item.Type.CSharp, Name(item.Type), Name(item.Type) + item.Type.Kind);

    private static string Name(TypeReference type) => type.Kind switch
    {
        TypeKind.String or TypeKind.Identifier or TypeKind.NumericIdentifier => "Text",
        TypeKind.Any => "Json",
        TypeKind.DateTime or TypeKind.UnixTime => "Time",
        TypeKind.List => Name(type.Element!) + "List",
        TypeKind.Map => Name(type.Element!) + "Map",
        TypeKind.Object or TypeKind.Enum or TypeKind.Union =>
            type.Name!.EndsWith("Request", StringComparison.Ordinal) && type.Name.Length > "Request".Length
            ? type.Name.Substring(0, type.Name.Length - "Request".Length)
            : type.Name,
        _ => type.Kind.ToString(),
    };

    private static IEnumerable<string> PropertyNames(JObject schema) =>
        (schema["properties"] as JObject)?.Properties().Select(property => property.Name) ?? [];

    private static List<string> Values(JObject schema, string property) =>
        [.. (schema["properties"]?[property]?["enum"] as JArray ?? [])
            .Where(value => value.Type is JTokenType.String or JTokenType.Boolean)
            .Select(value => value.ToString())];
}
