using Intercom.Generated.Descriptions.Escaping;
using Intercom.Generated.Descriptions.Model;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Models;

/// <summary>
/// The document from which NSwag generates the models. It has one schema per class, and properties have their C# names. The extensions hold
/// C# text that is already escaped, so the templates print it without changes.
/// </summary>
internal static class NSwagDocument
{
    /// <summary>Creates the document for a model.</summary>
    public static JObject Create(ApiModel model) => new()
    {
        ["openapi"] = "3.0.1",
        ["info"] = new JObject { ["title"] = "Intercom API", ["version"] = model.Version },
        ["paths"] = new JObject(),
        ["components"] = new JObject
        {
            ["schemas"] = new JObject(
                model.Objects.Select(type => new JProperty(type.Name, Class(type)))
                    .Concat(OtherTypes(model).Select(name => new JProperty(name, OtherType())))),
        },
    };

    // Properties refer to these types. The generator or the runtime declares them.
    private static IEnumerable<string> OtherTypes(ApiModel model) =>
    [
        .. model.Unions.Select(type => type.Name),
        .. model.Enums.Select(type => type.Name),
        new TypeReference(TypeKind.CustomAttributes).CSharp,
        new TypeReference(TypeKind.File).CSharp,
    ];

    private static JObject OtherType() => new() { ["type"] = "object", ["x-is-class"] = false };

    private static JObject Class(ObjectModel type) => new()
    {
        ["type"] = "object",
        ["x-is-class"] = true,
        ["x-summary"] = XmlText.Content(type.Summary),
        ["additionalProperties"] = false,
        ["properties"] = new JObject(type.Properties.Select(property => new JProperty(property.Name, Property(property)))),
    };

    private static JObject Property(PropertyModel property)
    {
        var schema = Schema(property.Type);
        // A schema beside a reference is ignored, so the reference goes inside.
        if (schema["$ref"] is not null)
            schema = new JObject { ["oneOf"] = new JArray(schema) };
        schema["nullable"] = true;
        schema["x-summary"] = XmlText.Content(property.IsRequiredInRequests ? $"Required. {property.Summary}" : property.Summary);
        if (property.IsRequiredInRequests)
            schema["x-required"] = true;
        if (property.Obsolete is { } reason)
            schema["x-obsolete"] = CSharpText.Literal(reason);
        if (Compact(property.Type) is { } compact)
            schema["x-compact"] = compact;
        if (property.Constant is { } constant)
            schema["x-constant"] = property.Type.Kind == TypeKind.Boolean ? constant : CSharpText.Literal(constant);
        return schema;
    }

    // The type of the field of a time or a number. A nullable value would take up to three times the memory.
    private static string? Compact(TypeReference type) => type.Kind switch
    {
        TypeKind.Integer => "CompactInteger",
        TypeKind.Number => "CompactNumber",
        TypeKind.UnixTime or TypeKind.DateTime => "CompactTime",
        _ => null,
    };

    private static JObject Schema(TypeReference type) => type.Kind switch
    {
        TypeKind.String or TypeKind.Identifier or TypeKind.NumericIdentifier => new JObject { ["type"] = "string" },
        TypeKind.Integer => new JObject { ["type"] = "integer", ["format"] = "int64" },
        TypeKind.Number => new JObject { ["type"] = "number", ["format"] = "double" },
        TypeKind.Boolean => new JObject { ["type"] = "boolean" },
        TypeKind.UnixTime or TypeKind.DateTime => new JObject { ["type"] = "string", ["format"] = "date-time" },
        TypeKind.List => new JObject { ["type"] = "array", ["items"] = Schema(type.Element!) },
        TypeKind.Map => new JObject { ["type"] = "object", ["additionalProperties"] = Schema(type.Element!) },
        TypeKind.Any => [],
        _ => new JObject { ["$ref"] = $"#/components/schemas/{type.CSharp}" },
    };
}
