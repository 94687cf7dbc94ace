using Intercom.Generated.OpenApi.Escaping;
using Intercom.Generated.OpenApi.Model;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Build.Models;

/// <summary>
/// The document from which NSwag generates the models. It has one schema per class, and properties have their C# names. Extensions hold the
/// values that NSwag cannot derive from a schema. Text is already escaped, so the templates print it without changes.
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
            ["schemas"] = new JObject(model.Objects.Select(type => new JProperty(type.Name, Class(type)))),
        },
    };

    private static JObject Class(ObjectModel type) => new()
    {
        ["type"] = "object",
        ["x-summary"] = XmlText.Content(type.Summary),
        ["additionalProperties"] = false,
        ["properties"] = new JObject(
            type.Properties.Select((property, ordinal) => new JProperty(property.Name, Property(property, ordinal)))),
    };

    private static JObject Property(PropertyModel property, int ordinal)
    {
        var schema = new JObject
        {
            // The model determines the C# type. A plain schema keeps NSwag from deriving another one.
            ["type"] = "string",
            ["nullable"] = true,
            ["x-summary"] = XmlText.Content(property.Summary),
            ["x-type"] = property.Type.CSharp,
            // The codec uses the same ordinals.
            ["x-ordinal"] = ordinal,
        };
        if (property.Obsolete is { } reason)
            schema["x-obsolete"] = CSharpText.Literal(reason);
        if (property.Constant is { } constant)
            schema["x-constant"] = property.Type.Kind == TypeKind.Boolean ? constant : CSharpText.Literal(constant);
        return schema;
    }
}
