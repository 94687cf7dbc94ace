using System.Globalization;
using Intercom.Generated.Descriptions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Published;

/// <summary>A node that differs between two descriptions.</summary>
/// <param name="Pointer">The place: in the old description if the node was removed, otherwise in the new one.</param>
/// <param name="Place">
/// The place relative to the new description. For a removed node, the parent is the one in the new description.
/// </param>
/// <param name="Before">The old value, or null if the node was added.</param>
/// <param name="After">The new value, or null if the node was removed.</param>
internal sealed record DescriptionDifference(JsonPointer Pointer, JsonPointer Place, JToken? Before, JToken? After)
{
    /// <summary>Whether the node was removed.</summary>
    public bool IsRemoved => After is null;

    /// <summary>Whether the node was added.</summary>
    public bool IsAdded => Before is null;
}

/// <summary>
/// Finds every node that differs between two descriptions: each keyword, each item of a list, and each entry of a map. Path templates that
/// differ only in the names of placeholders are the same path. Items of lists match by what identifies them, not by their position.
/// </summary>
internal sealed class DescriptionDifferences
{
    // A missing list means the same as an empty one.
    private static readonly HashSet<string> OptionalLists = new(StringComparer.Ordinal) { "required", "tags", "parameters" };

    // The value of these keywords is data and has no structure of its own.
    private static readonly HashSet<string> Values = new(StringComparer.Ordinal) { "default", "const" };

    private readonly JObject _before;
    private readonly JObject _after;
    private readonly IReadOnlyDictionary<(string Path, string Method), (string Path, string Method)> _moved;
    private readonly List<DescriptionDifference> _found = [];
    private (string Before, string After) _path = (string.Empty, string.Empty);

    private DescriptionDifferences(
        JObject before, JObject after, IReadOnlyDictionary<(string Path, string Method), (string Path, string Method)>? moved)
    {
        _before = before;
        _after = after;
        _moved = moved ?? new Dictionary<(string, string), (string, string)>();
    }

    /// <summary>Compares two descriptions.</summary>
    /// <param name="before">The old description.</param>
    /// <param name="after">The new description.</param>
    /// <param name="moved">The operations that have another path or method, so that they are compared with each other.</param>
    public static IReadOnlyList<DescriptionDifference> Between(
        JObject before,
        JObject after,
        IReadOnlyDictionary<(string Path, string Method), (string Path, string Method)>? moved = null)
    {
        var differences = new DescriptionDifferences(before, after, moved);
        differences.CompareDocuments();
        return differences._found;
    }

    /// <summary>Returns a value as text on one line.</summary>
    public static string? Text(JToken? value) => value switch
    {
        null => null,
        JValue { Type: JTokenType.String } text => (string)text!,
        _ => value.ToString(Formatting.None),
    };

    private void CompareDocuments()
    {
        var root = JsonPointer.Root;
        foreach (var (name, old, current) in Members(_before, _after))
        {
            var place = root.Append(name);
            switch (name)
            {
                case "paths":
                    ComparePaths(old as JObject ?? [], current as JObject ?? [], place);
                    break;
                case "components":
                    // Sections that only one side has are compared entry by entry.
                    foreach (var (section, oldSection, currentSection) in Members(old as JObject ?? [], current as JObject ?? []))
                    {
                        var kind = OpenApiObjects.Document.FieldOf("components").Kind!.FieldOf(section).Kind;
                        var start = place.Append(section);
                        if ((oldSection ?? currentSection) is JObject { Count: 0 } && (oldSection is null || currentSection is null))
                            Add(oldSection, currentSection, start, start);
                        else
                            CompareMaps(oldSection as JObject ?? [], currentSection as JObject ?? [], start, start, kind);
                    }

                    break;
                default:
                    CompareField(old, current, place, place, name, OpenApiObjects.Document);
                    break;
            }
        }
    }

    private void ComparePaths(JObject before, JObject after, JsonPointer root)
    {
        var former = before.Properties().Where(path => path.Value is JObject)
            .GroupBy(path => DescriptionDocument.OperationKey(string.Empty, path.Name))
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var remaining = before.Properties().ToHashSet();
        var pairs = new List<(JProperty? Before, JProperty After)>();
        foreach (var path in after.Properties())
        {
            // The exact spelling first, because two paths can differ only in their placeholders.
            var candidates = former.GetValueOrDefault(DescriptionDocument.OperationKey(string.Empty, path.Name)) ?? [];
            var match = candidates.FirstOrDefault(candidate => candidate.Name == path.Name && remaining.Contains(candidate))
                ?? candidates.FirstOrDefault(candidate => remaining.Contains(candidate) && !after.ContainsKey(candidate.Name));
            if (match is not null)
                remaining.Remove(match);
            pairs.Add((match, path));
        }

        foreach (var (old, current) in pairs)
        {
            var place = root.Append(current.Name);
            _path = (old?.Name ?? current.Name, current.Name);
            if (old is not null && old.Name != current.Name)
                _found.Add(new DescriptionDifference(place, place, new JValue(old.Name), new JValue(current.Name)));
            ComparePathItems(old?.Value as JObject ?? [], (JObject)current.Value, root.Append(_path.Before), place);
        }

        foreach (var old in before.Properties().Where(remaining.Contains))
        {
            _path = (old.Name, old.Name);
            ComparePathItems(old.Value as JObject ?? [], [], root.Append(old.Name), root.Append(old.Name));
        }
    }

    private void ComparePathItems(JObject before, JObject after, JsonPointer from, JsonPointer place)
    {
        foreach (var (name, old, current) in Members(before, after))
        {
            if (OpenApiGrammar.Methods.Contains(name))
            {
                if (old is null && _moved.TryGetValue((_path.After, name), out var origin))
                {
                    var moved = _before["paths"]?[origin.Path]?[origin.Method];
                    var path = _path;
                    _path = (origin.Path, _path.After);
                    var start = JsonPointer.Root.Append("paths").Append(origin.Path).Append(origin.Method);
                    Compare(moved, current, start, place.Append(name), OpenApiObjects.Operation);
                    _path = path;
                    continue;
                }

                if (current is null && _moved.Values.Contains((_path.Before, name)))
                    continue;
            }

            CompareField(old, current, from.Append(name), place.Append(name), name, OpenApiObjects.PathItem);
        }
    }

    private void CompareField(JToken? before, JToken? after, JsonPointer from, JsonPointer place, string name, OpenApiObject? owner)
    {
        var field = owner?.FieldOf(name) ?? default;
        if (owner is not null && OptionalLists.Contains(name) && before is null or JArray && after is null or JArray
            && (before as JArray ?? []).Count + (after as JArray ?? []).Count > 0)
        {
            CompareLists(before as JArray ?? [], after as JArray ?? [], from, place, field.Kind, name);
        }
        else if (field.Shape == OpenApiShape.Data && Values.Contains(name))
        {
            if (!JToken.DeepEquals(before, after))
                Add(before, after, from, place);
        }
        else if (field.Shape is OpenApiShape.Map && before is JObject old && after is JObject current)
            CompareMaps(old, current, from, place, field.Kind);
        else
            Compare(before, after, from, place, field.Shape == OpenApiShape.Data ? null : field.Kind, name);
    }

    private void CompareMaps(JObject before, JObject after, JsonPointer from, JsonPointer place, OpenApiObject? kind)
    {
        foreach (var (name, old, current) in Members(before, after))
            Compare(old, current, from.Append(name), place.Append(name), kind);
    }

    private void Compare(
        JToken? before, JToken? after, JsonPointer from, JsonPointer place, OpenApiObject? kind, string? name = null)
    {
        switch (before, after)
        {
            case (JObject old, JObject current):
                foreach (var (member, oldValue, currentValue) in Members(old, current))
                    CompareField(oldValue, currentValue, from.Append(member), place.Append(member), member, kind);
                break;
            case (JArray old, JArray current):
                CompareLists(old, current, from, place, kind, name);
                break;
            default:
                if (!JToken.DeepEquals(before, after))
                    Add(before, after, from, place);
                break;
        }
    }

    private void CompareLists(JArray before, JArray after, JsonPointer from, JsonPointer place, OpenApiObject? kind, string? name)
    {
        if (before.Count == after.Count && before.Zip(after).All(pair => JToken.DeepEquals(pair.First, pair.Second)))
            return;
        var isParameters = name == "parameters" && kind is not null;
        Func<JToken, string?>[] oldIdentities = Identities(_before, _path.Before, isParameters);
        Func<JToken, string?>[] identities = Identities(_after, _path.After, isParameters);
        var partners = new int?[after.Count];
        var isPaired = new bool[before.Count];
        for (var i = 0; i < identities.Length; i++)
        {
            var open = Enumerable.Range(0, before.Count).Where(index => !isPaired[index])
                .Select(index => (Index: index, Key: oldIdentities[i](before[index])))
                .Where(item => item.Key is not null)
                .GroupBy(item => item.Key!, item => item.Index)
                .ToDictionary(group => group.Key, group => new Queue<int>(group), StringComparer.Ordinal);
            for (var index = 0; index < after.Count; index++)
            {
                if (partners[index] is null
                    && identities[i](after[index]) is { } key
                    && open.GetValueOrDefault(key)?.TryDequeue(out var partner) == true)
                {
                    partners[index] = partner;
                    isPaired[partner] = true;
                }
            }
        }

        for (var index = 0; index < before.Count; index++)
        {
            if (!isPaired[index])
                Add(before[index], null, from.Append(index), place.Append(index));
        }

        for (var index = 0; index < after.Count; index++)
        {
            if (partners[index] is { } partner)
                Compare(before[partner], after[index], from.Append(partner), place.Append(index), kind);
            else
                Add(null, after[index], from.Append(index), place.Append(index));
        }

        var order = partners.OfType<int>().ToList();
        if (!order.SequenceEqual(order.Order()))
            _found.Add(new DescriptionDifference(place, place, before, after));
    }

    // From the most to the least specific. Whatever remains is paired by position.
    private static Func<JToken, string?>[] Identities(JObject document, string path, bool isParameters) => isParameters
        ?
        [
            item => ParameterIdentity(document, path, item) is { } identity ? $"{identity} {item.ToString(Formatting.None)}" : null,
            item => ParameterIdentity(document, path, item),
        ]
        :
        [
            item => item.ToString(Formatting.None),
            item => item is JObject ? Member(item, "$ref") : null,
            item => item is JObject ? Member(item, "name") ?? Member(item, "url") ?? Member(item, "operationId") : null,
            item => item is JObject o
                ? string.Join('|', ((o["properties"] as JObject)?.Properties() ?? o.Properties()).Select(p => p.Name))
                : null,
            item => item is JObject ? string.Empty : null,
        ];

    // Placeholders are identified by their position in the path, because they can be renamed.
    private static string? ParameterIdentity(JObject document, string path, JToken item)
    {
        var parameter = item;
        for (var hops = 0; hops < 8 && Member(parameter, "$ref") is { } reference; hops++)
        {
            if (JsonPointer.Resolve(document, reference) is not { } target)
                return null;
            parameter = target;
        }

        if (Member(parameter, "name") is not { } name || Member(parameter, "in") is not { } place)
            return null;
        var position = path.IndexOf($"{{{name}}}", StringComparison.Ordinal);
        return place == "path" && position >= 0
            ? string.Create(CultureInfo.InvariantCulture, $"path #{path.AsSpan(0, position).Count('{')}")
            : $"{place} {name}";
    }

    private static string? Member(JToken item, string name) => (item as JObject)?[name] is JValue { Value: string text } ? text : null;

    private static IEnumerable<(string Name, JToken? Before, JToken? After)> Members(JObject before, JObject after)
    {
        foreach (var property in before.Properties())
        {
            if (!after.ContainsKey(property.Name))
                yield return (property.Name, property.Value, null);
        }

        foreach (var property in after.Properties())
            yield return (property.Name, before[property.Name], property.Value);
    }

    private void Add(JToken? before, JToken? after, JsonPointer from, JsonPointer place) =>
        _found.Add(new DescriptionDifference(after is null ? from : place, place, before, after));
}
