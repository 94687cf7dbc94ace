using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>
/// Finds component schemas that contain themselves through references and compositions. A cycle through a property or an item is allowed,
/// because its value can be absent.
/// </summary>
internal static class ReferenceCycles
{
    private const int MaximumLength = 200;

    private static readonly string[] Compositions = ["allOf", "oneOf", "anyOf"];

    /// <summary>Adds a problem for each cycle and for each component that is only a reference.</summary>
    public static void Check(JObject description, ShapeProblems problems)
    {
        foreach (var section in (string[])["parameters", "requestBodies", "responses"])
        {
            foreach (var component in (description["components"]?[section] as JObject)?.Properties() ?? [])
            {
                if (component.Value["$ref"] is { } reference)
                {
                    problems.Add(
                        reference,
                        JsonPointer.Root.Append("components").Append(section).Append(component.Name).Append("$ref"),
                        "A component that is only a reference to another component is not supported. "
                            + "Reference the other component directly.");
                }
            }
        }

        var schemas = description["components"]?["schemas"] as JObject;
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var schema in schemas?.Properties() ?? [])
            Visit(schema.Name, schemas!, [], done, problems);
    }

    private static void Visit(string name, JObject schemas, List<string> path, HashSet<string> done, ShapeProblems problems)
    {
        var first = path.IndexOf(name);
        if (first >= 0)
        {
            var place = JsonPointer.Root.Append("components").Append("schemas").Append(name);
            problems.Add(schemas[name]!, place, $"The schema contains itself: {string.Join(" -> ", path.Skip(first).Append(name))}.");
            return;
        }

        if (path.Count > MaximumLength)
        {
            problems.Add(
                schemas[path[0]]!,
                JsonPointer.Root.Append("components").Append("schemas").Append(path[0]),
                $"The schema is composed of a chain of more than {MaximumLength} schemas.");
            return;
        }

        if (schemas[name] is not JObject schema || !done.Add(name))
            return;
        path.Add(name);
        foreach (var part in Parts(schema))
            Visit(part, schemas, path, done, problems);
        path.RemoveAt(path.Count - 1);
    }

    // The component schemas that a schema is composed of.
    private static IEnumerable<string> Parts(JObject schema)
    {
        if (SchemaNormalizer.ComponentKey((string?)schema["$ref"]) is { } key)
            return [key];
        return Compositions.SelectMany(keyword => schema[keyword] as JArray ?? []).OfType<JObject>().SelectMany(Parts);
    }
}
