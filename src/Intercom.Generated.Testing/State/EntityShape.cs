using System.Globalization;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>Creates resources with all properties of their schema, and updates them from request bodies.</summary>
internal sealed class EntityShape
{
    private readonly ApiDescription _description;
    private readonly JObject _template;

    /// <summary>The properties whose schema is just a type, so that a value of the type needs no validation.</summary>
    private readonly Dictionary<string, JTokenType> _plain = new(StringComparer.Ordinal);

    public EntityShape(ApiDescription description, JObject schema)
    {
        _description = description;
        Properties = description.Graph.Properties(schema);
        _template = MakeTemplate(schema);
        foreach (var property in Properties)
        {
            if (PlainType(property.Value) is { } type)
                _plain.Add(property.Key, type);
        }
    }

    public IReadOnlyDictionary<string, JObject> Properties { get; }

    public bool Declares(string name) => Properties.ContainsKey(name);

    /// <summary>Whether the schema allows this value for the property.</summary>
    public bool Allows(string name, JToken value) =>
        Properties.TryGetValue(name, out var schema) && _description.Validator.IsValid(value, schema);

    /// <summary>Completes the template with the values that all new resources have, so that they are checked only once.</summary>
    public void Prepare(Action<JObject> complete) => complete(_template);

    public JObject New() => (JObject)_template.DeepClone();

    /// <summary>Sets a property if this version declares it. Converts the value to the declared type.</summary>
    public void Set(JObject entity, string name, JToken value)
    {
        if (_plain.TryGetValue(name, out var type) && type == value.Type)
            entity[name] = value;
        else if (Properties.TryGetValue(name, out var schema) && Coerce(value, schema) is { } converted)
            entity[name] = converted;
    }

    /// <summary>Gets the type of the values if the schema has no other rules.</summary>
    private JTokenType? PlainType(JObject schema)
    {
        var resolved = _description.Graph.Resolve(schema);
        if (resolved.Properties().Any(rule => rule.Name is not ("type" or "format" or "nullable" or "description" or "example" or "title")))
            return null;
        return Call.Scalar(resolved["type"]) switch
        {
            "string" => JTokenType.String,
            "integer" => JTokenType.Integer,
            "boolean" => JTokenType.Boolean,
            _ => null,
        };
    }

    /// <summary>Sets a time if this version declares it: a number of seconds, or text in the operations that declare text.</summary>
    public void SetTime(JObject entity, string name, long unixSeconds)
    {
        if (Properties.TryGetValue(name, out var schema))
            Set(entity, name, _description.Graph.TypeOf(schema) == "string" ? Iso(unixSeconds) : unixSeconds);
    }

    public static string Iso(long unixSeconds) =>
        DateTimeOffset.FromUnixTimeSeconds(unixSeconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>
    /// Copies the sent properties that the resource declares. Custom attributes are merged one by one. Null clears a property. A value
    /// of another type is converted if possible, and otherwise ignored.
    /// </summary>
    public void Merge(JObject entity, JObject sent, params string[] except)
    {
        foreach (var member in sent.Properties())
        {
            if (member.Name is "id" or "type" || except.Contains(member.Name))
                continue;
            if (member.Name == "custom_attributes" && member.Value is JObject attributes)
                MergeAttributes(entity, attributes);
            else if (member.Value.Type != JTokenType.Null)
                Set(entity, member.Name, member.Value);
            else if (Properties.TryGetValue(member.Name, out var schema))
                entity[member.Name] = ClearedValue(schema);
        }
    }

    /// <summary>Copies values without validation, because a test may need a response that deviates from the schema.</summary>
    public static void Overwrite(JObject entity, JObject? values)
    {
        foreach (var member in values?.Properties() ?? [])
            entity[member.Name] = member.Value.DeepClone();
    }

    private static void MergeAttributes(JObject entity, JObject attributes)
    {
        if (entity["custom_attributes"] is not JObject current)
            entity["custom_attributes"] = current = [];
        foreach (var attribute in attributes.Properties())
            current[attribute.Name] = attribute.Value.DeepClone();
    }

    private JToken ClearedValue(JObject schema)
    {
        if (_description.Graph.AllowsNull(schema))
            return JValue.CreateNull();
        return _description.Graph.TypeOf(schema) switch
        {
            "string" => "",
            "object" => new JObject(),
            _ => JValue.CreateNull(),
        };
    }

    private JToken? Coerce(JToken value, JObject schema)
    {
        if (_description.Validator.IsValid(value, schema))
            return value.DeepClone();
        if (Call.Scalar(value) is not { } text)
            return null;
        JToken? candidate = _description.Graph.TypeOf(schema) switch
        {
            "string" => text,
            "integer" when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            "boolean" when bool.TryParse(text, out var flag) => flag,
            _ => null,
        };
        return candidate is not null && _description.Validator.IsValid(candidate, schema) ? candidate : null;
    }

    /// <summary>Creates a sample without optional values, custom attributes, or related resources.</summary>
    private JObject MakeTemplate(JObject schema)
    {
        var template = (JObject)_description.Samples.Generate(schema);
        foreach (var property in Properties.Where(property => template[property.Key] is not null))
        {
            if (property.Key == "custom_attributes")
                template[property.Key] = new JObject();
            else if (IsNestedList(template[property.Key]!))
                EmptyList((JObject)template[property.Key]!);
            else if (_description.Graph.AllowsNull(property.Value))
                template[property.Key] = JValue.CreateNull();
            else if (template[property.Key] is JArray)
                template[property.Key] = new JArray();
        }

        return template;
    }

    private static bool IsNestedList(JToken value) =>
        value is JObject members && members.Properties().Any(member => member.Value is JArray)
        && (members["total_count"] is not null
            || Call.Scalar(members["type"])?.EndsWith("list", StringComparison.Ordinal) == true);

    private static void EmptyList(JObject list)
    {
        foreach (var member in list.Properties().ToList())
        {
            if (member.Value is JArray)
                member.Value = new JArray();
            else if (member.Name == "total_count")
                member.Value = 0;
            else if (member.Name == "has_more")
                member.Value = false;
        }
    }
}
