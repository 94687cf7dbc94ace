using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Intercom.Generated.Runtime;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Benchmarks.Payloads;

/// <summary>Lists every value in an object graph with its path, so that the results of different contenders can be compared.</summary>
internal static class FieldValues
{
    public static IReadOnlyList<string> Of(object? value)
    {
        var lines = new List<string>();
        Add("$", value, lines);
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static void Add(string path, object? value, List<string> lines)
    {
        switch (value)
        {
            case null:
                break;
            case string or bool or long:
                lines.Add($"{path} = {value}");
                break;
            case DateTimeOffset time:
                lines.Add($"{path} = {time.ToString("O", CultureInfo.InvariantCulture)}");
                break;
            case double number:
                lines.Add($"{path} = {number.ToString("R", CultureInfo.InvariantCulture)}");
                break;
            case JsonElement json:
                Add(path, Scalar(json), lines);
                break;
            case JValue json:
                Add(path, json.Value, lines);
                break;
            case CustomAttributeValue attribute:
                Add(path, attribute.Json, lines);
                break;
            case IntercomUnion union:
                Add(path, union.Value, lines);
                break;
            case IOpenEnum known:
                Add(path, known.Value, lines);
                break;
            case CustomAttributes attributes:
                foreach (var (name, attribute) in attributes)
                    Add($"{path}['{name}']", attribute, lines);
                break;
            case IDictionary members:
                foreach (DictionaryEntry member in members)
                    Add($"{path}['{member.Key}']", member.Value, lines);
                break;
            case IEnumerable items:
                foreach (var (index, item) in items.Cast<object>().Index())
                    Add($"{path}[{index}]", item, lines);
                break;
            default:
                // This includes AdditionalProperties, so properties that a type does not declare are found too.
                foreach (var property in value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public))
                    Add($"{path}.{property.Name}", property.GetValue(value), lines);
                break;
        }
    }

    private static object? Scalar(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? whole : json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
