using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Intercom.Generated.Runtime;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Tests;

/// <summary>Inspects models by reflection.</summary>
internal static class ModelProbe
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();
    private static readonly ConcurrentDictionary<Type, string[]> Names = new();

    /// <summary>Gets the properties of a model in declaration order. Empty for other types.</summary>
    public static PropertyInfo[] JsonProperties(this Type type) => Properties.GetOrAdd(
        type,
        static type => type.IsSubclassOf(typeof(IntercomModel))
            ?
            [
                .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                    .OrderBy(property => property.MetadataToken),
            ]
            : []);

    /// <summary>Gets the JSON name of a property of a model.</summary>
    public static string JsonName(this PropertyInfo property) =>
        property.DeclaringType!.JsonNames()[Array.IndexOf(property.DeclaringType!.JsonProperties(), property)];

    /// <summary>Gets the JSON names of a model's properties from its codec.</summary>
    public static string[] JsonNames(this Type model) => Names.GetOrAdd(model, static model => CodecProperty<string[]>(model, "Names"));

    /// <summary>Gets the types of the cases of a union. Empty for other types.</summary>
    public static IReadOnlyList<Type> CaseTypes(this Type type) => type.IsSubclassOf(typeof(IntercomUnion))
        ?
        [
            .. type.GetConstructors().OrderBy(constructor => constructor.MetadataToken)
                .Select(constructor => constructor.GetParameters()[0].ParameterType),
        ]
        : [];

    /// <summary>Gets the cases of a union from its codec.</summary>
    public static IReadOnlyList<UnionCase> Cases(this Type union) => CodecProperty<UnionCase[]>(union, "Cases");

    public static JToken Write(object? value) => Json.Parse(JsonConvert.SerializeObject(value));

    /// <summary>
    /// Gets the value at a path such as <c>Attachments[0].Width</c> or <c>CustomAttributes.plan</c>, as a plain C# value. Open enums
    /// become strings, times become Unix seconds, and JSON values become the values that they contain.
    /// </summary>
    /// <returns>False if the type has no such member.</returns>
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
                    value = attributes[step]?.Json ?? JValue.CreateNull();
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

    private static T CodecProperty<T>(Type type, string property)
    {
        var codec = Activator.CreateInstance(type.GetCustomAttribute<JsonCodecAttribute>()!.Codec)!;
        return (T)codec.GetType().GetProperty(property, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(codec)!;
    }

    private static object? Plain(object? value) => value switch
    {
        IOpenEnum known => known.Value,
        DateTimeOffset time => time.ToUnixTimeMilliseconds() / 1000.0,
        JValue json => json.Value,
        IList list and not JToken => list.Cast<object?>().Select(Plain).ToList(),
        _ => value,
    };
}
