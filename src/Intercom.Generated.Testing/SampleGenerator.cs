using Intercom.Generated.Testing.Schemas;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing;

/// <summary>
/// Generates a value for an OpenAPI 3.0 schema. Objects have every declared property, enums use their first value, arrays have one
/// element, and unions use their first object branch. The same schema always produces the same value.
/// </summary>
/// <remarks>Recursive schemas are cut off at the first repetition.</remarks>
public sealed class SampleGenerator
{
    private const int MaximumDepth = 24;

    private readonly SchemaGraph _graph;

    /// <summary>Creates a generator for the schemas of an OpenAPI document.</summary>
    /// <param name="document">The document that <c>$ref</c> pointers refer to.</param>
    public SampleGenerator(JObject document)
        : this(new SchemaGraph(document ?? throw new ArgumentNullException(nameof(document))))
    {
    }

    internal SampleGenerator(SchemaGraph graph) => _graph = graph;

    /// <summary>Generates a value for the schema.</summary>
    /// <param name="schema">A schema from the document, or one that refers to its schemas.</param>
    /// <param name="name">The name of the property or parameter, which helps to choose a realistic ID, name, or date.</param>
    public JToken Generate(JObject schema, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return Sample(schema, name ?? "", []) ?? new JObject();
    }

    /// <summary>Generates a value, or returns null if the schema would repeat itself.</summary>
    private JToken? Sample(JObject schema, string name, List<string> path)
    {
        if (SchemaGraph.Reference(schema) is not { } pointer)
            return SampleOf(schema, name, path);
        if (path.Contains(pointer) || path.Count > MaximumDepth)
            return null;

        path.Add(pointer);
        var sample = Sample(_graph.Follow(pointer), name, path);
        path.RemoveAt(path.Count - 1);
        return sample;
    }

    private JToken? SampleOf(JObject schema, string name, List<string> path)
    {
        if (schema["enum"] is JArray values && values.FirstOrDefault(value => value.Type != JTokenType.Null) is { } first)
            return first.DeepClone();

        var owner = path.Count == 0 ? "" : path[path.Count - 1].Split('/').Last();
        switch (_graph.TypeOf(schema))
        {
            case "object":
                return SampleObject(schema, name, path);
            case "array":
                return SampleArray(schema, name, path);
            case "string":
                return SampleValues.Text(schema, name, owner);
            case "integer":
                return SampleValues.Integer(schema, name);
            case "number":
                return SampleValues.Number(schema);
            case "boolean":
                return SampleValues.Boolean(name);
            default:
                break;
        }

        if (SchemaGraph.Alternatives.Any(keyword => schema[keyword] is not null))
            return SampleAlternative(schema, name, path);
        return schema["items"] is null ? SampleValues.Text(schema, name, owner) : SampleArray(schema, name, path);
    }

    private JObject SampleObject(JObject schema, string name, List<string> path)
    {
        var result = new JObject();
        foreach (var part in SchemaGraph.Parts(schema, "allOf"))
            Merge(result, Sample(part, name, path));

        // A branch without a type only lists which properties are required.
        if (SchemaGraph.Alternatives.SelectMany(keyword => SchemaGraph.Parts(schema, keyword)).Any(part => _graph.TypeOf(part) is not null))
            Merge(result, SampleAlternative(schema, name, path));

        var required = (schema["required"] as JArray)?.Select(item => (string?)item).OfType<string>().ToList() ?? [];
        if (schema["properties"] is JObject properties)
        {
            foreach (var property in properties.Properties())
            {
                if (property.Value is not JObject propertySchema)
                    continue;
                if (Sample(propertySchema, property.Name, path) is { } value)
                    result[property.Name] = value;
                else if (required.Contains(property.Name) && _graph.AllowsNull(propertySchema))
                    result[property.Name] = JValue.CreateNull();
            }
        }

        // Some descriptions require properties that they do not declare.
        foreach (var missing in required.Where(candidate => result[candidate] is null && schema["properties"]?[candidate] is null))
        {
            var value = schema["additionalProperties"] is JObject any ? Sample(FirstAlternative(any), missing, path) : null;
            result[missing] = value ?? JValue.CreateNull();
        }

        if (schema["additionalProperties"] is JObject anySchema && result.Count == 0)
        {
            if (Sample(FirstAlternative(anySchema), "value", path) is { } value)
                result["sample"] = value;
        }

        return result;
    }

    private JArray SampleArray(JObject schema, string name, List<string> path)
    {
        var result = new JArray();
        var minimum = (int?)schema["minItems"] ?? 1;
        var maximum = (int?)schema["maxItems"] ?? int.MaxValue;
        if (schema["items"] is not JObject items)
            return result;

        var singular = name.EndsWith('s') ? name.Substring(0, name.Length - 1) : name;
        for (var i = 0; i < Math.Min(Math.Max(minimum, 1), maximum); i++)
        {
            if (Sample(items, singular, path) is { } element)
                result.Add(element);
        }

        return result;
    }

    private JToken? SampleAlternative(JObject schema, string name, List<string> path)
    {
        var branches = SchemaGraph.Alternatives.SelectMany(keyword => SchemaGraph.Parts(schema, keyword)).ToList();
        foreach (var branch in branches.Where(IsObject).Concat(branches.Where(branch => !IsObject(branch))))
        {
            if (Sample(branch, name, path) is not { } sample)
                continue;
            if (sample is JObject members && Discriminator(schema, branch) is var (property, value))
                members[property] = value;
            return sample;
        }

        return null;
    }

    /// <summary>Uses the first alternative for map values, because most maps that allow any value contain scalars.</summary>
    private static JObject FirstAlternative(JObject schema) =>
        SchemaGraph.Alternatives.SelectMany(keyword => SchemaGraph.Parts(schema, keyword)).FirstOrDefault() ?? schema;

    private bool IsObject(JObject branch) => _graph.TypeOf(branch) == "object";

    private static (string Property, string Value)? Discriminator(JObject schema, JObject branch)
    {
        if (schema["discriminator"] is not JObject discriminator || (string?)discriminator["propertyName"] is not { } property)
            return null;
        var pointer = SchemaGraph.Reference(branch);
        var mapped = (discriminator["mapping"] as JObject)?.Properties().FirstOrDefault(entry => (string?)entry.Value == pointer);
        return mapped is null ? null : (property, mapped.Name);
    }

    private static void Merge(JObject target, JToken? source)
    {
        if (source is not JObject members)
            return;
        foreach (var property in members.Properties())
            target[property.Name] = property.Value;
    }
}
