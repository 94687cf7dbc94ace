using System.Globalization;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Testing.Schemas;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing;

/// <summary>
/// Validates JSON values against the OpenAPI 3.0 schemas of a document. It checks <c>type</c>, <c>nullable</c> (also next to
/// <c>$ref</c>), <c>required</c>, <c>properties</c>, <c>additionalProperties</c>, <c>items</c>, <c>enum</c>, <c>allOf</c>,
/// <c>oneOf</c>, <c>anyOf</c>, and the bounds of numbers, strings, and arrays. It does not check <c>format</c>.
/// </summary>
/// <remarks>
/// <c>oneOf</c> means "at least one", because Intercom's own examples match several branches of some unions. <c>1.0</c> is a valid
/// integer.
/// </remarks>
public sealed class SchemaValidator
{
    private readonly SchemaGraph _graph;

    /// <summary>Creates a validator for the schemas of an OpenAPI document.</summary>
    /// <param name="document">The document that <c>$ref</c> pointers refer to.</param>
    public SchemaValidator(JObject document)
        : this(new SchemaGraph(document ?? throw new ArgumentNullException(nameof(document))))
    {
    }

    internal SchemaValidator(SchemaGraph graph) => _graph = graph;

    /// <summary>Gets every violation of the schema in <paramref name="value"/>. The list is empty if the value is valid.</summary>
    public IReadOnlyList<SchemaProblem> Validate(JToken value, JObject schema)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(schema);

        var problems = new List<SchemaProblem>();
        Check(value, schema, "", problems);
        return problems;
    }

    internal bool IsValid(JToken value, JObject schema) => Validate(value, schema).Count == 0;

    private void Check(JToken value, JObject schema, string pointer, List<SchemaProblem> problems)
    {
        if (value.Type is JTokenType.Null or JTokenType.Undefined)
        {
            if (!_graph.AllowsNull(schema))
                problems.Add(new SchemaProblem(pointer, "must not be null"));
            return;
        }

        schema = _graph.Resolve(schema);
        if (schema["type"] is JValue { Value: string type } && !IsOfType(value, type))
        {
            // The rest of the schema does not apply to this type of value.
            problems.Add(new SchemaProblem(pointer, $"must be of type {type}, but is {NameOf(value)}"));
            return;
        }

        if (schema["enum"] is JArray allowed && !allowed.Any(candidate => AreEqual(candidate, value)))
        {
            var expected = string.Join(", ", allowed.Select(candidate => candidate.ToString(Formatting.None)));
            problems.Add(new SchemaProblem(pointer, $"must be one of {expected}, but is {value.ToString(Formatting.None)}"));
        }

        foreach (var part in SchemaGraph.Parts(schema, "allOf"))
            Check(value, part, pointer, problems);
        foreach (var keyword in SchemaGraph.Alternatives)
            CheckAlternatives(value, schema, keyword, pointer, problems);

        switch (value)
        {
            case JObject members:
                CheckObject(members, schema, pointer, problems);
                break;
            case JArray elements:
                CheckArray(elements, schema, pointer, problems);
                break;
            case JValue { Type: JTokenType.String } text:
                CheckString((string)text.Value!, schema, pointer, problems);
                break;
            case JValue { Type: JTokenType.Integer or JTokenType.Float } number:
                CheckNumber((double)number, schema, pointer, problems);
                break;
            default:
                break;
        }
    }

    private void CheckAlternatives(JToken value, JObject schema, string keyword, string pointer, List<SchemaProblem> problems)
    {
        List<SchemaProblem>? closest = null;
        var count = 0;
        foreach (var part in SchemaGraph.Parts(schema, keyword))
        {
            var found = new List<SchemaProblem>();
            Check(value, part, pointer, found);
            if (found.Count == 0)
                return;
            count++;
            if (closest is null || found.Count < closest.Count)
                closest = found;
        }

        if (closest is null)
            return;

        // Report the branch with the fewest problems, because it is most likely the intended one.
        problems.AddRange(closest);
        if (count > 1)
            problems.Add(new SchemaProblem(pointer, $"matches none of the {Number(count)} alternatives of {keyword}"));
    }

    private void CheckObject(JObject value, JObject schema, string pointer, List<SchemaProblem> problems)
    {
        if (schema["required"] is JArray required)
        {
            foreach (var name in required.Select(name => (string?)name).OfType<string>())
            {
                if (value.Property(name, StringComparison.Ordinal) is null)
                    problems.Add(new SchemaProblem(Child(pointer, name), "is required, but missing"));
            }
        }

        var declared = schema["properties"] as JObject;
        foreach (var property in value.Properties())
        {
            if (declared?[property.Name] is JObject propertySchema)
                Check(property.Value, propertySchema, Child(pointer, property.Name), problems);
            else if (schema["additionalProperties"] is JObject anySchema)
                Check(property.Value, anySchema, Child(pointer, property.Name), problems);
            else if (schema["additionalProperties"] is JValue { Value: false })
                problems.Add(new SchemaProblem(Child(pointer, property.Name), "is not a declared property"));
        }
    }

    private void CheckArray(JArray value, JObject schema, string pointer, List<SchemaProblem> problems)
    {
        if (Bound(schema, "minItems") is { } minimum && value.Count < minimum)
            problems.Add(new SchemaProblem(pointer, $"must have at least {Number(minimum)} elements, but has {Number(value.Count)}"));
        if (Bound(schema, "maxItems") is { } maximum && value.Count > maximum)
            problems.Add(new SchemaProblem(pointer, $"must have at most {Number(maximum)} elements, but has {Number(value.Count)}"));
        if (schema["items"] is not JObject items)
            return;
        for (var i = 0; i < value.Count; i++)
            Check(value[i], items, Child(pointer, Number(i)), problems);
    }

    private static void CheckString(string value, JObject schema, string pointer, List<SchemaProblem> problems)
    {
        if (Bound(schema, "minLength") is { } minimum && value.Length < minimum)
            problems.Add(new SchemaProblem(pointer, $"must have at least {Number(minimum)} characters, but has {Number(value.Length)}"));
        if (Bound(schema, "maxLength") is { } maximum && value.Length > maximum)
            problems.Add(new SchemaProblem(pointer, $"must have at most {Number(maximum)} characters, but has {Number(value.Length)}"));
    }

    private static void CheckNumber(double value, JObject schema, string pointer, List<SchemaProblem> problems)
    {
        if (Bound(schema, "minimum") is { } minimum && value < minimum)
            problems.Add(new SchemaProblem(pointer, $"must be at least {Number(minimum)}, but is {Number(value)}"));
        if (Bound(schema, "maximum") is { } maximum && value > maximum)
            problems.Add(new SchemaProblem(pointer, $"must be at most {Number(maximum)}, but is {Number(value)}"));
    }

    private static bool IsOfType(JToken value, string type) => type switch
    {
        "object" => value.Type == JTokenType.Object,
        "array" => value.Type == JTokenType.Array,
        "string" => value.Type is JTokenType.String or JTokenType.Date or JTokenType.Guid or JTokenType.Uri,
        "boolean" => value.Type == JTokenType.Boolean,
        "number" => value.Type is JTokenType.Integer or JTokenType.Float,
        "integer" => value.Type == JTokenType.Integer || (value.Type == JTokenType.Float && IsWhole((double)value)),
        _ => true,
    };

    private static bool IsWhole(double value) => Math.Abs(value - Math.Truncate(value)) < double.Epsilon;

    private static bool AreEqual(JToken candidate, JToken value) =>
        JToken.DeepEquals(candidate, value)
        || (candidate.Type is JTokenType.Integer or JTokenType.Float && value.Type is JTokenType.Integer or JTokenType.Float
            && ((double)candidate).Equals((double)value));

    private static string NameOf(JToken value) => value.Type switch
    {
        JTokenType.Float => "number",
        JTokenType.Date or JTokenType.Guid or JTokenType.Uri => "string",
        var type => type.ToString().ToLowerInvariant(),
    };

    private static double? Bound(JObject schema, string keyword) =>
        schema[keyword] is JValue { Type: JTokenType.Integer or JTokenType.Float } bound ? (double)bound : null;

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Child(string pointer, string name) => $"{pointer}/{JsonPointer.Escape(name)}";
}
