using System.Globalization;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The custom attributes that contacts, companies, and conversations can have. Records hold only declared attributes.</summary>
internal sealed class AttributeRules
{
    private readonly Dictionary<string, Func<IEnumerable<JObject>>> _declared = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seeded = new(StringComparer.Ordinal);

    /// <summary>Adds the attributes that the API manages. A model without such attributes can have any attribute.</summary>
    public void AddSource(string model, Func<IEnumerable<JObject>> attributes) => _declared[model] = attributes;

    /// <summary>Declares the attributes of a record that a test added, because a test does not have to create them first.</summary>
    public void Declare(string model, JToken? attributes)
    {
        foreach (var attribute in (attributes as JObject)?.Properties() ?? [])
            _seeded.Add(Key(model, attribute.Name));
    }

    /// <summary>Gets the declared type of an attribute, or null if it is not known.</summary>
    public string? TypeOf(string model, string name) => _declared.TryGetValue(model, out var source)
        ? Call.Scalar(source().FirstOrDefault(attribute => Call.Scalar(attribute["name"]) == name)?["data_type"])
        : null;

    /// <exception cref="Rejection">An attribute does not exist, is archived, or has another type.</exception>
    public void Check(string model, JToken? attributes)
    {
        if (attributes is not JObject sent || !_declared.TryGetValue(model, out var source))
            return;
        foreach (var attribute in sent.Properties().Where(attribute => !_seeded.Contains(Key(model, attribute.Name))))
        {
            var declared = source().FirstOrDefault(candidate =>
                string.Equals(Call.Scalar(candidate["name"]), attribute.Name, StringComparison.OrdinalIgnoreCase));
            if (declared is null || declared["archived"] is JValue { Value: true })
                throw Rejection.Invalid($"Custom attribute '{attribute.Name}' does not exist");
            if (!IsOfType(attribute.Value, Call.Scalar(declared["data_type"])))
            {
                throw Rejection.Invalid(
                    $"Custom attribute '{attribute.Name}' must be of type {Call.Scalar(declared["data_type"])}");
            }
        }
    }

    private static string Key(string model, string name) => $"{model}\n{name}";

    private static bool IsOfType(JToken value, string? type) => value.Type == JTokenType.Null || type switch
    {
        "string" or "options" or "list" => value is JValue,
        "integer" => IsNumber(value, NumberStyles.AllowLeadingSign),
        "float" or "decimal" => IsNumber(value, NumberStyles.Float),
        "boolean" => value.Type == JTokenType.Boolean || Call.Scalar(value) is "true" or "false",
        "date" or "datetime" => value.Type == JTokenType.Integer || Call.Scalar(value) is { } text
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => true,
    };

    private static bool IsNumber(JToken value, NumberStyles style) =>
        value is JValue && decimal.TryParse(Call.Scalar(value), style, CultureInfo.InvariantCulture, out _);
}
