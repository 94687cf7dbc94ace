using Intercom.Generated.Descriptions.Model;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>Reads the facts of a schema that its C# type does not express.</summary>
internal static class SchemaFacts
{
    /// <summary>The number of lists within lists, which stops cycles of references.</summary>
    private const int MaximumDepth = 4;

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
            LimitsOf(target, document, string.Empty).ToEquatableArray())
        {
            Values = ValuesOf(target, document).Select(value => value.ToString(Formatting.None)).ToEquatableArray(),
        };
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

    // A list has the limits of its items, too.
    private static IEnumerable<ValueLimit> LimitsOf(JObject schema, JObject document, string prefix)
    {
        for (var depth = 0; depth <= MaximumDepth; depth++)
        {
            foreach (var keyword in Limits)
            {
                if (schema[keyword] is { } value)
                    yield return new ValueLimit(prefix + keyword, value.ToString(Formatting.None));
            }

            if (schema["items"] is not JObject items)
                yield break;
            schema = SchemaNormalizer.Resolve(document, items) ?? items;
            prefix += "items.";
        }
    }

    private static JArray ValuesOf(JObject schema, JObject document)
    {
        for (var depth = 0; depth <= MaximumDepth && schema["items"] is JObject items; depth++)
            schema = SchemaNormalizer.Resolve(document, items) ?? items;
        return schema["enum"] as JArray ?? [];
    }

    /// <summary>Returns the names of the required properties.</summary>
    public static HashSet<string> Required(JObject schema) =>
        new((schema["required"] as JArray ?? []).Select(value => (string)value!), StringComparer.Ordinal);
}
