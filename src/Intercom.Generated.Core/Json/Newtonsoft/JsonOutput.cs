using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>Writes C# values as JSON.</summary>
[RequiresUnreferencedCode(NewtonsoftReflection.Reason)]
[RequiresDynamicCode(NewtonsoftReflection.Reason)]
internal static class JsonOutput
{
    public static void Write(JsonWriter writer, object? value, JsonConverter? converter, JsonConverter? itemConverter, JsonSerializer serializer)
    {
        switch (value)
        {
            case null:
                writer.WriteNull();
                break;
            case not null when converter is not null:
                converter.WriteJson(writer, value, serializer);
                break;
            case string or long or double or bool:
                writer.WriteValue(value);
                break;
            case DateTimeOffset time:
                writer.WriteValue(JsonValues.Iso(time));
                break;
            case IOpenEnum known:
                writer.WriteValue(known.Value);
                break;
            case IntercomModel model:
                Write(writer, model, serializer);
                break;
            case IntercomUnion union:
                Write(writer, union.Value, null, null, serializer);
                break;
            case JToken token:
                token.WriteTo(writer);
                break;
            case CustomAttributeValue attribute:
                attribute.Json.WriteTo(writer);
                break;
            case CustomAttributes attributes:
                WriteMembers(writer, attributes.Select(entry => new KeyValuePair<string, object?>(entry.Key, entry.Value)), null, serializer);
                break;
            case IDictionary map:
                WriteMembers(writer, map.Keys.Cast<string>().Select(key => new KeyValuePair<string, object?>(key, map[key])), itemConverter, serializer);
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                    Write(writer, item, itemConverter, null, serializer);
                writer.WriteEndArray();
                break;
            default:
                serializer.Serialize(writer, value);
                break;
        }
    }

    private static void Write(JsonWriter writer, IntercomModel model, JsonSerializer serializer)
    {
        writer.WriteStartObject();
        HashSet<string>? written = model.HasAdditionalProperties ? new(StringComparer.Ordinal) : null;
        foreach (var property in ModelShape.Of(model.GetType()).Properties)
        {
            var value = property.Get(model);
            if (value is null && !model.IsAssignedNull(property.Ordinal))
                continue;
            writer.WritePropertyName(property.Name);
            Write(writer, value, property.Converter, property.ItemConverter, serializer);
            written?.Add(property.Name);
        }

        if (written is not null)
        {
            foreach (var property in model.AdditionalProperties.Where(property => !written.Contains(property.Key)))
            {
                writer.WritePropertyName(property.Key);
                property.Value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteMembers(JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> members, JsonConverter? converter, JsonSerializer serializer)
    {
        writer.WriteStartObject();
        foreach (var member in members)
        {
            writer.WritePropertyName(member.Key);
            Write(writer, member.Value, converter, null, serializer);
        }

        writer.WriteEndObject();
    }
}
