using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Intercom.Generated.Runtime;

/// <summary>The properties of a model class, from its Newtonsoft attributes.</summary>
[RequiresUnreferencedCode(NewtonsoftReflection.Reason)]
[RequiresDynamicCode(NewtonsoftReflection.Reason)]
internal sealed class ModelShape
{
    private static readonly DefaultContractResolver Contracts = new();
    private static readonly ConcurrentDictionary<Type, ModelShape> Shapes = new();

    private readonly Dictionary<string, ModelProperty> _byName;

    private ModelShape(Type type)
    {
        var contract = (JsonObjectContract)Contracts.ResolveContract(type);
        Properties = [.. contract.Properties.Where(property => !property.Ignored).OrderBy(property => property.Order ?? int.MaxValue).Select(property => new ModelProperty(property))];
        _byName = Properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
    }

    public IReadOnlyList<ModelProperty> Properties { get; }

    public static ModelShape Of(Type type) => Shapes.GetOrAdd(type, static key => new ModelShape(key));

    public ModelProperty? Find(string name) => _byName.TryGetValue(name, out var property) ? property : null;
}

/// <summary>A property of a model class.</summary>
internal sealed class ModelProperty(JsonProperty property)
{
    public string Name { get; } = property.PropertyName!;

    public int Ordinal { get; } = property.Order ?? 0;

    public Type Type { get; } = property.PropertyType!;

    public JsonConverter? Converter { get; } = property.Converter;

    public JsonConverter? ItemConverter { get; } = property.ItemConverter;

    public object? Get(object model) => property.ValueProvider!.GetValue(model);

    public void Set(object model, object? value) => property.ValueProvider!.SetValue(model, value);
}
