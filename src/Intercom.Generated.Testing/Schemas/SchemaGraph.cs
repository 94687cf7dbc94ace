using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Intercom.Generated.Descriptions;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Schemas;

/// <summary>The schemas of one OpenAPI document. Resolves references and combines the parts of schemas.</summary>
/// <param name="document">The document.</param>
/// <param name="neverChanges">Whether the document never changes, so that results can be kept.</param>
internal sealed class SchemaGraph(JObject document, bool neverChanges = false)
{
    /// <summary>The keywords that list alternative schemas.</summary>
    public static readonly string[] Alternatives = ["oneOf", "anyOf"];

    private static readonly string[] Kinds = ["type", "properties", "items", "oneOf", "anyOf"];

    private readonly ConcurrentDictionary<string, JObject>? _targets = neverChanges ? new(StringComparer.Ordinal) : null;

    // By identity, because comparing schemas takes longer than combining their parts.
    private readonly ConditionalWeakTable<JObject, IReadOnlyDictionary<string, JObject>>? _properties = neverChanges ? new() : null;

    /// <summary>Follows <c>$ref</c> to a schema that is not a reference.</summary>
    public JObject Resolve(JObject schema)
    {
        // A longer chain of references must be circular.
        for (var hops = 0; hops < 32; hops++)
        {
            if (Reference(schema) is not { } pointer)
                return schema;
            schema = Follow(pointer);
        }

        throw new InvalidOperationException($"The reference '{Reference(schema)}' refers to itself.");
    }

    /// <summary>Gets the pointer of a <c>$ref</c>, or null if the schema is not a reference.</summary>
    public static string? Reference(JObject schema) => schema["$ref"] is JValue { Value: string pointer } ? pointer : null;

    /// <summary>Gets the part of the document that a local pointer, such as <c>#/components/schemas/contact</c>, refers to.</summary>
    public JObject Follow(string pointer) => _targets is null ? Find(pointer) : _targets.GetOrAdd(pointer, Find);

    /// <summary>Gets the schemas listed by a keyword such as <c>allOf</c>.</summary>
    public static IEnumerable<JObject> Parts(JObject schema, string keyword) =>
        schema[keyword] is JArray parts ? parts.OfType<JObject>() : [];

    /// <summary>
    /// Gets all declared properties of an object schema, in the published order: its own, those of <c>allOf</c>, and those of every
    /// alternative.
    /// </summary>
    public IReadOnlyDictionary<string, JObject> Properties(JObject schema) =>
        _properties is null ? Combine(schema) : _properties.GetValue(schema, Combine);

    /// <summary>Gets the first type that the schema or one of its parts declares.</summary>
    public string? TypeOf(JObject schema)
    {
        var resolved = Resolve(schema);
        if (resolved["type"] is JValue { Value: string type })
            return type;
        if (resolved["properties"] is JObject)
            return "object";
        return Parts(resolved, "allOf").Select(TypeOf).FirstOrDefault(part => part is not null);
    }

    /// <summary>Whether the schema or any of its alternatives has this type.</summary>
    public bool CanBe(JObject schema, string type)
    {
        var resolved = Resolve(schema);
        return TypeOf(resolved) == type || Alternatives.SelectMany(keyword => Parts(resolved, keyword)).Any(part => CanBe(part, type));
    }

    /// <summary>
    /// Whether the schema allows null: by <c>nullable</c> here or next to the <c>$ref</c>, by a null enum value, or by an alternative
    /// that allows null. A schema without a type allows any value.
    /// </summary>
    public bool AllowsNull(JObject schema)
    {
        if (schema["nullable"] is JValue { Value: true })
            return true;
        if (Reference(schema) is { } pointer)
            return AllowsNull(Follow(pointer));
        if (schema["enum"] is JArray values)
            return values.Any(value => value.Type == JTokenType.Null);
        if (Alternatives.SelectMany(keyword => Parts(schema, keyword)).Any(AllowsNull))
            return true;

        var all = Parts(schema, "allOf").ToList();
        if (all.Count > 0)
            return all.All(AllowsNull);
        return Kinds.All(keyword => schema[keyword] is null);
    }

    private JObject Find(string pointer) =>
        JsonPointer.Resolve(document, pointer) as JObject
        ?? throw new InvalidOperationException($"The description has nothing at '{pointer}'.");

    private Dictionary<string, JObject> Combine(JObject schema)
    {
        var found = new Dictionary<string, JObject>(StringComparer.Ordinal);
        Collect(schema, found, []);
        return found;
    }

    private void Collect(JObject schema, Dictionary<string, JObject> found, List<JObject> visited)
    {
        var resolved = Resolve(schema);
        if (visited.Contains(resolved))
            return;
        visited.Add(resolved);

        foreach (var keyword in new[] { "allOf", "oneOf", "anyOf" })
        {
            foreach (var part in Parts(resolved, keyword))
                Collect(part, found, visited);
        }

        if (resolved["properties"] is not JObject properties)
            return;
        foreach (var property in properties.Properties())
        {
            if (property.Value is JObject value)
                found[property.Name] = value;
        }
    }
}
