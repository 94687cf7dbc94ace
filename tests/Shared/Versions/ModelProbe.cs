using System.Collections;
using System.Globalization;
using System.Reflection;
using Intercom.Generated.Runtime;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Tests;

/// <summary>Looks into models whose type a test does not know.</summary>
internal static class ModelProbe
{
    /// <summary>The properties of a model that are JSON properties.</summary>
    public static IEnumerable<PropertyInfo> JsonProperties(this Type model) => model.GetProperties().Where(property => property.GetCustomAttribute<JsonPropertyAttribute>() is not null);

    public static string JsonName(this PropertyInfo property) => property.GetCustomAttribute<JsonPropertyAttribute>()!.PropertyName!;

    public static JToken Write(object? value) => Json.Parse(JsonConvert.SerializeObject(value));

    /// <summary>
    /// What is at a path such as <c>Attachments[0].Width</c> or <c>CustomAttributes.plan</c>, in plain C#: open enums as text, times as
    /// Unix seconds, JSON values as what they hold.
    /// </summary>
    /// <returns>False when the type has no such member.</returns>
    public static bool TryAt(this object? model, string path, out object? value)
    {
        value = model;
        foreach (var step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (value)
            {
                case null:
                    return true;
                case IList list when step[0] == '[':
                    value = list[int.Parse(step.Trim('[', ']'), CultureInfo.InvariantCulture)];
                    break;
                case CustomAttributes attributes:
                    value = attributes[step].Json;
                    break;
                case JObject json:
                    value = json[step];
                    break;
                case IntercomUnion union when step != "Value":
                    if (!union.Value.TryAt(step, out value))
                        return false;
                    break;
                default:
                    if (value.GetType().GetProperty(step) is not { } property)
                        return false;
                    value = property.GetValue(value);
                    break;
            }
        }

        value = Plain(value);
        return true;
    }

    public static object? At(this object? model, string path) =>
        model.TryAt(path, out var value) ? value : throw new ArgumentException($"{model?.GetType()} has no {path}.", nameof(path));

    private static object? Plain(object? value) => value switch
    {
        IOpenEnum known => known.Value,
        DateTimeOffset time => time.ToUnixTimeMilliseconds() / 1000.0,
        JValue json => json.Value,
        IList list and not JToken => list.Cast<object?>().Select(Plain).ToList(),
        _ => value,
    };
}
