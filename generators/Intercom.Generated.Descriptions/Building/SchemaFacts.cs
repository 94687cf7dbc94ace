using Intercom.Generated.Descriptions.Model;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>Reads the facts of a schema that its C# type does not express.</summary>
internal static class SchemaFacts
{
    private static readonly string[] Limits =
        [
            "minLength", "maxLength", "pattern", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf", "minItems",
            "maxItems", "uniqueItems", "minProperties", "maxProperties",
        ];

    /// <summary>Returns the facts of the value of a property or parameter.</summary>
    public static ValueFacts Of(JToken? schema, bool isRequired, JObject document)
    {
        if (schema is not JObject own)
            return ValueFacts.None with { IsRequired = isRequired };
        var target = SchemaNormalizer.Resolve(document, own) ?? own;
        return new ValueFacts(
            isRequired,
            (bool?)own["nullable"] ?? (bool?)target["nullable"] ?? false,
            (own["default"] ?? target["default"])?.ToString(Formatting.None),
            Limits.Where(keyword => target[keyword] is not null)
                .Select(keyword => new ValueLimit(keyword, target[keyword]!.ToString(Formatting.None))).ToEquatableArray());
    }

    /// <summary>Returns the reason that a property is deprecated, or null if it is not.</summary>
    /// <remarks>Only an overlay can state a reason, because reduced descriptions have no prose.</remarks>
    public static string? Obsolete(JToken schema) =>
        schema is JObject own && (bool?)own["deprecated"] == true
            ? (string?)own["description"] ?? "Intercom has deprecated this property."
            : null;

    /// <summary>Returns the only value that a property can have, or null if it can have others.</summary>
    public static string? Constant(JToken schema) =>
        schema["enum"] is not JArray { Count: 1 } values ? null : values[0].Type switch
        {
            JTokenType.String => (string)values[0]!,
            JTokenType.Boolean => (bool)values[0] ? "true" : "false",
            _ => null,
        };

    /// <summary>Returns the names of the required properties.</summary>
    public static HashSet<string> Required(JObject schema) =>
        new((schema["required"] as JArray ?? []).Select(value => (string)value!), StringComparer.Ordinal);
}
