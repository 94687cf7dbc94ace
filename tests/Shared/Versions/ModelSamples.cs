using System.Collections;
using Intercom.Generated.Runtime;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Tests;

/// <summary>Creates a value of any type that a model can contain.</summary>
internal static class ModelSamples
{
    private const int MaxDepth = 3;

    public static object Create(Type declared, int depth = 0)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(string))
            return "7";
        if (type == typeof(long))
            return 42L;
        if (type == typeof(double))
            return 1.5;
        if (type == typeof(bool))
            return true;
        if (type == typeof(DateTimeOffset))
            return new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        if (type == typeof(JToken))
            return new JArray(1, "a");
        if (type == typeof(CustomAttributes))
            return new CustomAttributes { ["plan"] = "gold", ["seats"] = 3, ["gone"] = default };
        if (typeof(IOpenEnum).IsAssignableFrom(type))
            return Activator.CreateInstance(type, "some_value")!;
        if (type.IsSubclassOf(typeof(IntercomModel)))
            return Model(type, depth);
        if (type.IsSubclassOf(typeof(IntercomUnion)))
            return Activator.CreateInstance(type, Create(type.CaseTypes()[0], depth))!;
        if (type.GetGenericArguments() is [var element])
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
            list.Add(Create(element, depth));
            return list;
        }

        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()))!;
        map["key"] = Create(type.GetGenericArguments()[1], depth);
        return map;
    }

    private static IntercomModel Model(Type type, int depth)
    {
        var model = (IntercomModel)Activator.CreateInstance(type)!;
        foreach (var property in type.JsonProperties().Where(property => property.PropertyType != typeof(UploadFile)))
        {
            // Limit the depth of recursive types.
            if (depth < MaxDepth || property.PropertyType.IsValueType || property.PropertyType == typeof(string))
            {
                if (property.GetValue(model) is null)
                    property.SetValue(model, Create(property.PropertyType, depth + 1));
            }
        }

        return model;
    }
}
