using Newtonsoft.Json.Linq;

namespace Intercom.Generated.OpenApi;

/// <summary>
/// Makes one object of a schema that is a choice of objects: it has the properties of all of them. For choices that nothing in the value
/// decides. The cases are those that the description lists, so that the correction stays true when a case is added.
/// </summary>
internal static class CaseMerging
{
    /// <summary>The member of an overlay's update that asks for it.</summary>
    public const string Keyword = "x-merge-cases";

    /// <summary>Merges the cases of a schema.</summary>
    /// <param name="schema">The schema; one that is not a choice stays as it is.</param>
    /// <param name="description">The description, in which references are looked up.</param>
    /// <param name="where">The action, for messages.</param>
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
                    throw new OverlayException($"{where}: the case {item["$ref"] ?? item} is not an object with properties, so it cannot be merged with the others.");
                foreach (var property in added.Properties().Where(property => (string?)properties[property.Name]?["type"] is { } type && type != (string?)property.Value["type"]))
                    throw new OverlayException($"{where}: the cases declare '{property.Name}' with different types. Correct one of them, or describe the object by hand.");
                properties.Merge(added, Overlay.MergeRules);
            }

            schema["properties"] = properties;
        }
    }
}
