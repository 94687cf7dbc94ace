using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Intercom.Generated.Runtime;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Tests;

/// <summary>Looks into models whose type a test does not know.</summary>
internal static class ModelProbe
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();
    private static readonly ConcurrentDictionary<Type, string[]> Names = new();

    /// <summary>The properties of a model, in the order of the class. Other types have none.</summary>
    public static PropertyInfo[] JsonProperties(this Type type) => Properties.GetOrAdd(
        type,
        static type => type.IsSubclassOf(typeof(IntercomModel))
            ? [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).OrderBy(property => property.MetadataToken)]
            : []);

    /// <summary>The name that a property of a model has in JSON.</summary>
    public static string JsonName(this PropertyInfo property) => property.DeclaringType!.JsonNames()[Array.IndexOf(property.DeclaringType!.JsonProperties(), property)];

    /// <summary>The names of a model's members in JSON, as its codec has them.</summary>
    public static string[] JsonNames(this Type model) => Names.GetOrAdd(model, static model => OfCodec<string[]>(model, "Names"));

    /// <summary>The types of the cases of a union. Other types have none.</summary>
    public static IReadOnlyList<Type> CaseTypes(this Type type) => type.IsSubclassOf(typeof(IntercomUnion))
        ? [.. type.GetConstructors().OrderBy(constructor => constructor.MetadataToken).Select(constructor => constructor.GetParameters()[0].ParameterType)]
        : [];

    /// <summary>By what the cases of a union are known, as its codec has it.</summary>
    public static IReadOnlyList<UnionCase> Cases(this Type union) => OfCodec<UnionCase[]>(union, "Cases");

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

    private static T OfCodec<T>(Type type, string property)
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
