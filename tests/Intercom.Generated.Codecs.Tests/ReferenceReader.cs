using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Intercom.Generated.Runtime;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>
/// Reads a model by reflection over its types and property names. It is slow and independent of the codecs. It does not throw if a value has the
/// wrong type: the containing model keeps the value as JSON.
/// </summary>
internal static class ReferenceReader
{
    private delegate bool Binder(JToken token, out object? value);

    private static readonly ConcurrentDictionary<Type, Binder> Binders = new();
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>Reads a value of a type.</summary>
    /// <returns>False if the JSON does not fit the type.</returns>
    public static bool TryRead(JToken token, Type type, out object? value) => Binders.GetOrAdd(type, Create)(token, out value);

    private static Binder Create(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(string))
            return (token, out value) => Found(JsonValues.TryReadText(token, out var text), text, out value);
        if (type == typeof(long))
            return (token, out value) => Found(JsonValues.TryReadInteger(token, out var number), number, out value);
        if (type == typeof(double))
            return (token, out value) => Found(JsonValues.TryReadNumber(token, out var number), number, out value);
        if (type == typeof(bool))
            return (token, out value) => Found(JsonValues.TryReadBoolean(token, out var flag), flag, out value);
        if (type == typeof(DateTimeOffset))
            return (token, out value) => Found(JsonValues.TryReadTime(token, out var time), time, out value);
        if (typeof(JToken).IsAssignableFrom(type))
            return (token, out value) => Found(type.IsInstanceOfType(token), token, out value);
        if (type == typeof(CustomAttributeValue))
            return (token, out value) => Found(true, new CustomAttributeValue(token), out value);
        if (type == typeof(CustomAttributes))
            return ReadCustomAttributes;
        if (typeof(IOpenEnum).IsAssignableFrom(type))
            return (token, out value) => Found(JsonValues.TryReadText(token, out var text), text is null ? null : Activator.CreateInstance(type, text), out value);
        if (type.IsSubclassOf(typeof(IntercomModel)))
            return (token, out value) => ReadModel(type, token, out value);
        if (type.IsSubclassOf(typeof(IntercomUnion)))
            return UnionReader(type);
        return type.GetGenericArguments() is [var item] ? ListReader(item) : MapReader(type.GetGenericArguments()[1]);
    }

    private static bool Found(bool fits, object? found, out object? value)
    {
        value = fits ? found : null;
        return fits;
    }

    private static bool ReadModel(Type type, JToken token, out object? value)
    {
        value = null;
        if (token is not JObject json)
            return false;
        var model = (IntercomModel)Activator.CreateInstance(type)!;
        var properties = Properties.GetOrAdd(type, static type => [.. type.JsonProperties()]);
        foreach (var member in json.Properties())
        {
            var ordinal = Array.FindIndex(properties, property => property.JsonName() == member.Name);
            if (ordinal < 0 || properties[ordinal].PropertyType == typeof(UploadFile))
            {
                model.AdditionalProperties[member.Name] = member.Value;
                continue;
            }

            var fits = TryRead(member.Value, properties[ordinal].PropertyType, out var found);
            var isNull = member.Value.Type == JTokenType.Null;
            properties[ordinal].SetValue(model, isNull ? null : found);
            if (!fits && !isNull)
                model.KeepMisfit(member.Name, ordinal, member.Value);
        }

        value = model;
        return true;
    }

    private static bool ReadCustomAttributes(JToken token, out object? value)
    {
        value = null;
        if (token is not JObject json)
            return false;
        var attributes = new CustomAttributes();
        foreach (var attribute in json.Properties())
            attributes[attribute.Name] = new CustomAttributeValue(attribute.Value);
        value = attributes;
        return true;
    }

    private static Binder UnionReader(Type type)
    {
        var types = type.CaseTypes();
        var cases = new UnionCases([.. type.Cases()]);
        return (token, out value) =>
        {
            var reader = new CodecReader(WireFormat.ToUtf8(token));
            reader.Read();
            foreach (var candidate in cases.Candidates(reader))
            {
                if (TryRead(token, types[candidate], out var found) && found is not null)
                    return Found(true, Construct(type, found), out value);
            }

            return Found(true, Construct(type, token), out value);
        };
    }

    private static object Construct(Type union, object value) => Array.Find(
        union.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic),
        constructor => constructor.GetParameters()[0].ParameterType.IsInstanceOfType(value))!.Invoke([value]);

    // If one item has the wrong type, the whole list is kept as JSON.
    private static Binder ListReader(Type item)
    {
        var type = typeof(List<>).MakeGenericType(item);
        return (token, out value) =>
        {
            value = null;
            if (token is not JArray items)
                return false;
            var list = (IList)Activator.CreateInstance(type)!;
            foreach (var one in items)
            {
                if (!TryReadItem(one, item, out var found))
                    return false;
                list.Add(found);
            }

            value = list;
            return true;
        };
    }

    private static Binder MapReader(Type item)
    {
        var type = typeof(Dictionary<,>).MakeGenericType(typeof(string), item);
        return (token, out value) =>
        {
            value = null;
            if (token is not JObject members)
                return false;
            var map = (IDictionary)Activator.CreateInstance(type)!;
            foreach (var member in members.Properties())
            {
                if (!TryReadItem(member.Value, item, out var found))
                    return false;
                map[member.Name] = found;
            }

            value = map;
            return true;
        };
    }

    private static bool TryReadItem(JToken token, Type type, out object? value)
    {
        value = null;
        return (token.Type == JTokenType.Null && !type.IsValueType) || TryRead(token, type, out value);
    }
}
