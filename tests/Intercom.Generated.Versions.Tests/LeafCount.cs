using System.Collections;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>
/// Counts the leaves of JSON that a model was read from: the scalars, including null. A leaf is typed unless it lies below
/// <see cref="IntercomModel.AdditionalProperties"/> or a <see cref="JToken"/>.
/// </summary>
internal sealed class LeafCount
{
    private readonly Dictionary<string, int> _untyped = new(StringComparer.Ordinal);

    public int Total { get; private set; }

    public int Untyped => _untyped.Values.Sum();

    public double TypedPercentage => 100.0 * (Total - Untyped) / Total;

    /// <summary>The properties with untyped leaves, most frequent first.</summary>
    public IEnumerable<KeyValuePair<string, int>> MostUntyped =>
        _untyped.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Counts the leaves of <paramref name="json"/> that became <paramref name="value"/>.</summary>
    /// <param name="property">The property that holds the value, for the list of untyped properties.</param>
    public void Add(JToken json, object? value, string property)
    {
        if (json is JValue { Value: null } || (json is JValue && value is not null and not JToken and not IntercomUnion { Value: JToken }))
        {
            Total++;
            return;
        }

        switch (value)
        {
            case IntercomUnion union:
                Add(json, union.Value, property);
                break;
            case IntercomModel model when json is JObject members:
                AddMembers(members, model);
                break;
            case CustomAttributes attributes when json is JObject members:
                foreach (var member in members.Properties())
                    Add(member.Value, attributes[member.Name] is { } found ? found.Json is JValue scalar ? scalar.Value : found.Json : null, property);
                break;
            case IDictionary map when json is JObject members:
                foreach (var member in members.Properties())
                    Add(member.Value, map[member.Name], property);
                break;
            case IList list when json is JArray items and { Count: var length } && list.Count == length && value is not JToken:
                for (var i = 0; i < length; i++)
                    Add(items[i], list[i], property);
                break;
            default:
                AddUntyped(json, property);
                break;
        }
    }

    /// <summary>Counts leaves that no C# property holds.</summary>
    public void AddUntyped(JToken json, string property)
    {
        var leaves = json is JContainer container ? container.DescendantsAndSelf().OfType<JValue>().Count() : 1;
        Total += leaves;
        if (leaves > 0)
            _untyped[property] = _untyped.GetValueOrDefault(property) + leaves;
    }

    private void AddMembers(JObject members, IntercomModel model)
    {
        var properties = model.GetType().JsonProperties().ToDictionary(property => property.JsonName(), StringComparer.Ordinal);
        foreach (var member in members.Properties())
        {
            var name = $"{model.GetType().Name}.{member.Name}";
            if (model.AdditionalProperties.ContainsKey(member.Name) || !properties.TryGetValue(member.Name, out var property))
                AddUntyped(member.Value, name);
            else
                Add(member.Value, property.GetValue(model), name);
        }
    }
}
