using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>
/// Reads JSON into C# values with the tolerance that real answers need. A value that does not fit is reported, never thrown: the
/// model that holds it keeps it as JSON.
/// </summary>
internal static class JsonBinding
{
    private delegate bool Binder(JToken token, out object? value);

    private static readonly ConcurrentDictionary<Type, Binder> Binders = new();

    /// <summary>Reads a value of a type.</summary>
    /// <returns>False when the JSON does not fit the type.</returns>
    public static bool TryBind(JToken token, Type type, out object? value) => Binders.GetOrAdd(type, Create)(token, out value);

    /// <summary>Reads the properties of a model; what is unknown or does not fit goes to its additional properties.</summary>
    public static void Populate(IntercomModel model, JObject json)
    {
        var shape = ModelShape.Of(model.GetType());
        foreach (var member in json.Properties())
        {
            var property = shape.Find(member.Name);
            if (property is null)
                model.AdditionalProperties[member.Name] = member.Value;
            else if (member.Value.Type == JTokenType.Null)
                property.Set(model, null);
            else if (TryBind(member.Value, property.Type, out var value))
                property.Set(model, value);
            else
                Keep(model, property, member.Value);
        }
    }

    // What is read as none is none, also where the property has a value from the start.
    private static void Keep(IntercomModel model, ModelProperty property, JToken value)
    {
        property.Set(model, null);
        model.KeepMisfit(property.Name, property.Ordinal, value);
    }

    private static Binder Create(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(string))
            return (JToken token, out object? value) => Found(JsonValues.TryReadText(token, out var text), text, out value);
        if (type == typeof(long))
            return (JToken token, out object? value) => Found(JsonValues.TryReadInteger(token, out var number), number, out value);
        if (type == typeof(double))
            return (JToken token, out object? value) => Found(JsonValues.TryReadNumber(token, out var number), number, out value);
        if (type == typeof(bool))
            return (JToken token, out object? value) => Found(token.Type == JTokenType.Boolean, token.Type == JTokenType.Boolean && (bool)token, out value);
        if (type == typeof(DateTimeOffset))
            return (JToken token, out object? value) => Found(JsonValues.TryReadTime(token, out var time), time, out value);
        if (typeof(JToken).IsAssignableFrom(type))
            return (JToken token, out object? value) => Found(type.IsInstanceOfType(token), token, out value);
        if (type == typeof(CustomAttributeValue))
            return (JToken token, out object? value) => Found(true, new CustomAttributeValue(token), out value);
        if (type == typeof(CustomAttributes))
            return BindCustomAttributes;
        if (typeof(IOpenEnum).IsAssignableFrom(type))
            return OpenEnumBinder(type);
        if (typeof(IntercomModel).IsAssignableFrom(type))
            return ModelBinder(type);
        if (typeof(IntercomUnion).IsAssignableFrom(type))
            return (JToken token, out object? value) => Found(true, UnionShape.Of(type).Read(token), out value);
        if (type.IsGenericType && type.GetGenericTypeDefinition() is { } generic)
        {
            if (generic == typeof(IDictionary<,>) || generic == typeof(Dictionary<,>))
                return MapBinder(type.GetGenericArguments()[1]);
            if (generic == typeof(IList<>) || generic == typeof(List<>) || generic == typeof(IReadOnlyList<>))
                return ListBinder(type.GetGenericArguments()[0]);
        }

        throw new NotSupportedException($"{type} is no type that an Intercom model can hold.");
    }

    private static bool Found(bool fits, object? found, out object? value)
    {
        value = fits ? found : null;
        return fits;
    }

    private static bool BindCustomAttributes(JToken token, out object? value)
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

    private static Binder OpenEnumBinder(Type type)
    {
        var constructor = type.GetConstructor([typeof(string)])!;
        return (JToken token, out object? value) =>
            Found(JsonValues.TryReadText(token, out var text), text is null ? null : constructor.Invoke([text]), out value);
    }

    private static Binder ModelBinder(Type type) => (JToken token, out object? value) =>
    {
        value = null;
        if (token is not JObject json)
            return false;
        var model = (IntercomModel)Activator.CreateInstance(type)!;
        Populate(model, json);
        value = model;
        return true;
    };

    private static Binder ListBinder(Type element)
    {
        var listType = typeof(List<>).MakeGenericType(element);
        return (JToken token, out object? value) =>
        {
            value = null;
            if (token is not JArray items)
                return false;
            var list = (IList)Activator.CreateInstance(listType, items.Count)!;
            foreach (var item in items)
            {
                // A list is all of its items: one that does not fit leaves the list to the raw JSON.
                if (item.Type == JTokenType.Null && !element.IsValueType)
                    list.Add(null);
                else if (TryBind(item, element, out var bound))
                    list.Add(bound);
                else
                    return false;
            }

            value = list;
            return true;
        };
    }

    private static Binder MapBinder(Type element)
    {
        var mapType = typeof(Dictionary<,>).MakeGenericType(typeof(string), element);
        return (JToken token, out object? value) =>
        {
            value = null;
            if (token is not JObject members)
                return false;
            var map = (IDictionary)Activator.CreateInstance(mapType)!;
            foreach (var member in members.Properties())
            {
                if (member.Value.Type == JTokenType.Null && !element.IsValueType)
                    map[member.Name] = null;
                else if (TryBind(member.Value, element, out var bound))
                    map[member.Name] = bound;
                else
                    return false;
            }

            value = map;
            return true;
        };
    }
}
