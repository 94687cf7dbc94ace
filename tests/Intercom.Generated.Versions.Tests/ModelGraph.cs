using System.Collections;
using System.Reflection;
using Newtonsoft.Json;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Traverses a model and its values.</summary>
internal static class ModelGraph
{
    /// <summary>Gets the paths of untyped JSON: unknown properties, and values that do not fit their property's type.</summary>
    public static IEnumerable<string> Untyped(object? value, string path = "$")
    {
        switch (value)
        {
            case IntercomModel model:
                foreach (var extra in model.AdditionalProperties)
                    yield return $"{path}.{extra.Key}: not typed ({model.GetType().Name})";
                foreach (var property in model.GetType().JsonProperties())
                {
                    foreach (var place in Untyped(property.GetValue(model), $"{path}.{property.Name}"))
                        yield return place;
                }

                break;
            case IntercomUnion union:
                if (union.Value is Newtonsoft.Json.Linq.JToken token)
                    yield return $"{path}: no case of {union.GetType().Name} matches {token.ToString(Formatting.None)}";
                foreach (var place in Untyped(union.Value, path))
                    yield return place;
                break;
            case IDictionary or CustomAttributes or string or Newtonsoft.Json.Linq.JToken or null:
                break;
            case IEnumerable items:
                var index = 0;
                foreach (var item in items)
                {
                    foreach (var place in Untyped(item, $"{path}[{index++}]"))
                        yield return place;
                }

                break;
        }
    }
}
