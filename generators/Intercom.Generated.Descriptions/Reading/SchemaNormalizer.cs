using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>
/// Rewrites every schema of a description into one of a few forms, so that later steps have no special cases: a <c>$ref</c> without
/// siblings that define a type, an object with all its properties, an array, a scalar, a <c>oneOf</c> without properties, or an empty
/// schema.
/// </summary>
internal sealed class SchemaNormalizer
{
    private static readonly string[] Compositions = ["oneOf", "anyOf"];

    private static readonly string[] UsageKeywords = ["nullable", "deprecated", "description", "default"];

    private readonly JObject _document;
    private readonly HashSet<JObject> _flattened = [];

    private SchemaNormalizer(JObject document) => _document = document;

    /// <summary>Normalizes a copy of <paramref name="description"/>.</summary>
    public static JObject Normalize(JObject description)
    {
        var document = (JObject)description.DeepClone();
        var normalizer = new SchemaNormalizer(document);
        normalizer.VisitAll(normalizer.SimplifyCompositions);
        normalizer.VisitAll(normalizer.FoldOwnPropertiesIntoReferences);
        normalizer.VisitAll(normalizer.Flatten);
        normalizer.VisitAll(normalizer.JoinNestedUnions);
        return document;
    }

    /// <summary>Returns the component schema that a <c>$ref</c> names, or null if it points elsewhere or does not resolve.</summary>
    public static JObject? Resolve(JObject document, string reference) =>
        ComponentKey(reference) is { } key ? document["components"]?["schemas"]?[key] as JObject : null;

    /// <summary>
    /// Returns the schema itself or, for a reference, the component schema that it names. Returns null if there is no such schema.
    /// </summary>
    public static JObject? Resolve(JObject document, JToken? schema) =>
        (string?)schema?["$ref"] is { } reference ? Resolve(document, reference) : schema as JObject;

    /// <summary>Returns the key of the component schema that a <c>$ref</c> names, or null.</summary>
    public static string? ComponentKey(string? reference)
    {
        const string prefix = "#/components/schemas/";
        return reference?.StartsWith(prefix, StringComparison.Ordinal) == true ? reference.Substring(prefix.Length) : null;
    }

    // A composition is not a union if it only lists required properties, has one member, or adds properties to an object. One class holds
    // all the properties.
    private void SimplifyCompositions(JObject schema, bool isComponent)
    {
        foreach (var keyword in Compositions)
        {
            if (schema[keyword] is not JArray members)
                continue;
            var cases = members.OfType<JObject>().ToList();
            if (cases.All(IsValidationOnly))
            {
                schema.Remove(keyword);
            }
            else if (cases.Count == 1 && schema["properties"] is null)
            {
                schema.Remove(keyword);
                schema.Merge(cases[0]);
            }
            else if (schema["properties"] is JObject properties && cases.All(IsInlineObject))
            {
                foreach (var member in cases)
                    AddAlternatives(properties, member["properties"] as JObject);
                schema.Remove(keyword);
            }
        }
    }

    // Properties next to references become part of every referenced schema. A second, anonymous copy of the class would not help callers.
    private void FoldOwnPropertiesIntoReferences(JObject schema, bool isComponent)
    {
        if (schema["properties"] is not JObject own)
            return;
        var keyword = Compositions.FirstOrDefault(name => schema[name] is JArray cases && cases.All(IsReference));
        if (keyword is null && !isComponent && schema["allOf"] is JArray { Count: 1 } all && all.All(IsReference))
            keyword = "allOf";
        if (keyword is null)
            return;

        foreach (var member in (JArray)schema[keyword]!)
            AddToReferenced((string)member["$ref"]!, own, []);
        schema.Remove("properties");
        schema.Remove("required");
    }

    private void AddToReferenced(string reference, JObject properties, HashSet<JObject> seen)
    {
        if (Resolve(_document, reference) is not { } target || !seen.Add(target))
            return;
        var union = Compositions.Select(name => target[name] as JArray).FirstOrDefault(cases => cases is not null);
        if (union is not null && target["properties"] is null)
        {
            foreach (var member in union.Where(IsReference))
                AddToReferenced((string)member["$ref"]!, properties, seen);
            return;
        }

        if (target["properties"] is not JObject existing)
            target["properties"] = existing = [];
        AddProperties(existing, properties);
    }

    private void Flatten(JObject schema, bool isComponent)
    {
        if (!_flattened.Add(schema))
            return;
        if (schema["$ref"] is { } reference)
        {
            ReplaceWithReference(schema, reference);
            return;
        }

        if (schema["allOf"] is not JArray all)
            return;
        var members = all.OfType<JObject>().Where(member => member.Properties().Any()).ToList();
        var own = schema["properties"] as JObject;
        if (!isComponent && own is null && members.Count == 1 && IsReference(members[0]))
        {
            ReplaceWithReference(schema, members[0]["$ref"]!);
            return;
        }

        var properties = new JObject();
        foreach (var member in members)
        {
            var target = IsReference(member) ? Resolve(_document, (string)member["$ref"]!) : member;
            if (target is null)
                continue;
            Flatten(target, IsReference(member));
            AddProperties(properties, target["properties"] as JObject);
        }

        AddProperties(properties, own);
        schema.Remove("allOf");
        schema["type"] = "object";
        schema["properties"] = properties;
    }

    // Keywords that describe the use, not the type, stay next to the reference.
    private static void ReplaceWithReference(JObject schema, JToken reference)
    {
        var kept = UsageKeywords.Select(name => schema.Property(name, StringComparison.Ordinal)).OfType<JProperty>().ToList();
        schema.ReplaceAll(kept.Prepend(new JProperty("$ref", reference)));
    }

    private void JoinNestedUnions(JObject schema, bool isComponent)
    {
        if (schema["anyOf"] is { } any)
        {
            schema.Remove("anyOf");
            schema["oneOf"] = any;
        }

        if (schema["oneOf"] is not JArray cases)
            return;
        var joined = new JArray();
        var seen = new HashSet<JObject> { schema };
        foreach (var member in cases.SelectMany(member => Alternatives(member, seen)))
        {
            if (!joined.Any(existing => JToken.DeepEquals(existing, member)))
                joined.Add(member.DeepClone());
        }

        schema["oneOf"] = joined;
    }

    // A union that contains itself adds no cases the second time.
    private IEnumerable<JToken> Alternatives(JToken member, HashSet<JObject> seen)
    {
        var target = IsReference(member) ? Resolve(_document, (string)member["$ref"]!) : null;
        var nested = target?["properties"] is null ? (target?["oneOf"] ?? target?["anyOf"]) as JArray : null;
        if (nested is null)
            return [member];
        return seen.Add(target!) ? nested.SelectMany(next => Alternatives(next, seen)) : [];
    }

    // Later members of an allOf can narrow the properties of earlier ones.
    private static void AddProperties(JObject target, JObject? source)
    {
        foreach (var property in source?.Properties() ?? [])
            target[property.Name] = property.Value.DeepClone();
    }

    // If several alternatives declare a property, it allows the values of all of them.
    private static void AddAlternatives(JObject target, JObject? source)
    {
        foreach (var property in source?.Properties() ?? [])
        {
            if (target[property.Name] is not { } existing)
                target[property.Name] = property.Value.DeepClone();
            else if (existing["enum"] is JArray values && property.Value["enum"] is JArray more)
                foreach (var value in more.Where(value => !values.Any(known => JToken.DeepEquals(known, value))))
                    values.Add(value.DeepClone());
        }
    }

    private static bool IsReference(JToken schema) => schema["$ref"] is not null;

    private static bool IsInlineObject(JObject schema) =>
        !IsReference(schema) && schema["oneOf"] is null && schema["anyOf"] is null && schema["allOf"] is null && schema["items"] is null
        && (string?)schema["type"] is null or "object";

    private static bool IsValidationOnly(JObject schema) =>
        IsInlineObject(schema) && schema["properties"] is null && schema["enum"] is null && schema["additionalProperties"] is null;

    private void VisitAll(Action<JObject, bool> action)
    {
        foreach (var component in (_document["components"]?["schemas"] as JObject)?.Properties().ToList() ?? [])
            Visit(component.Value, isComponent: true, action);
        foreach (var shared in (string[])["responses", "requestBodies"])
        {
            foreach (var holder in (_document["components"]?[shared] as JObject)?.PropertyValues().ToList() ?? [])
                VisitContent(holder, action);
        }

        foreach (var operation in DescriptionOperations.Of(_document))
        {
            foreach (var parameter in operation.Parameters(_document))
                Visit(parameter["schema"], isComponent: false, action);
            VisitContent(operation.Node["requestBody"], action);
            foreach (var response in (operation.Node["responses"] as JObject)?.PropertyValues() ?? [])
                VisitContent(response, action);
        }
    }

    private static void VisitContent(JToken? holder, Action<JObject, bool> action)
    {
        foreach (var media in (holder?["content"] as JObject)?.PropertyValues() ?? [])
            Visit(media["schema"], isComponent: false, action);
    }

    private static void Visit(JToken? token, bool isComponent, Action<JObject, bool> action)
    {
        if (token is not JObject schema)
            return;
        foreach (var property in (schema["properties"] as JObject)?.PropertyValues().ToList() ?? [])
            Visit(property, isComponent: false, action);
        Visit(schema["items"], isComponent: false, action);
        Visit(schema["additionalProperties"], isComponent: false, action);
        foreach (var keyword in (string[])["oneOf", "anyOf", "allOf"])
        {
            foreach (var member in (schema[keyword] as JArray)?.ToList() ?? [])
                Visit(member, isComponent: false, action);
        }

        action(schema, isComponent);
    }
}
