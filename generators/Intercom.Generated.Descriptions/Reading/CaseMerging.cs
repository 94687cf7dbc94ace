using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>
/// Merges the object schemas of a oneOf or anyOf into one object that has the properties of all of them. An overlay requests this if
/// nothing in the value distinguishes the cases. The merge reads the cases from the description, so it includes cases that are added later.
/// </summary>
internal static class CaseMerging
{
    /// <summary>The member of an overlay update that requests the merge.</summary>
    public const string Keyword = "x-merge-cases";

    /// <summary>Merges the cases of a schema.</summary>
    /// <param name="schema">The schema. A schema without oneOf or anyOf stays as it is.</param>
    /// <param name="description">The description that resolves references.</param>
    /// <param name="where">The location of the action, for messages.</param>
    /// <exception cref="OverlayException">A case is not an object, or two cases declare a property differently.</exception>
    public static void Apply(JObject schema, JObject description, string where)
    {
        foreach (var choice in new[] { "anyOf", "oneOf" })
        {
            if (schema[choice] is not JArray cases)
                continue;
            schema.Remove(choice);
            schema.Remove("discriminator");
            schema["type"] ??= "object";
            var properties = schema["properties"] as JObject ?? [];
            foreach (var item in cases.OfType<JObject>())
            {
                var resolved = SchemaNormalizer.Resolve(description, item);
                if (resolved?["properties"] is not JObject added)
                {
                    throw new OverlayException(
                        $"{where}: The case {item["$ref"] ?? item} is not an object with properties, so it cannot be merged.");
                }

                foreach (var property in added.Properties()
                    .Where(property => (string?)properties[property.Name]?["type"] is { } type && type != (string?)property.Value["type"]))
                {
                    throw new OverlayException(
                        $"{where}: The cases declare '{property.Name}' with different types. "
                        + "Correct one of them, or write the merged schema in the overlay.");
                }

                properties.Merge(added, Overlay.MergeRules);
            }

            schema["properties"] = properties;
        }
    }
}
