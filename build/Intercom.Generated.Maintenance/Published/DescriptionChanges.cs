using Intercom.Generated.Descriptions;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Published;

/// <summary>The differences between the text of two descriptions.</summary>
/// <param name="Operations">The operations, such as <c>GET /contacts</c>.</param>
/// <param name="Schemas">The component schemas, by name.</param>
/// <param name="OtherParts">Everything else that differs, such as <c>servers</c> or <c>components/responses</c>.</param>
internal sealed record DescriptionChanges(ItemChanges Operations, ItemChanges Schemas, IReadOnlyList<string> OtherParts)
{
    /// <summary>Whether there are no differences.</summary>
    public bool IsEmpty => Operations.IsEmpty && Schemas.IsEmpty && OtherParts.Count == 0;

    /// <summary>Compares two reduced descriptions.</summary>
    public static DescriptionChanges Between(JObject before, JObject after) => new(
        ItemChanges.Between(OperationsOf(before), OperationsOf(after), WithoutPlaceholderNames),
        ItemChanges.Between(SchemasOf(before), SchemasOf(after)),
        [.. Differing(OtherPartsOf(before), OtherPartsOf(after))]);

    /// <summary>Returns the operations of a description, in order. Each includes the shared parts of its path item.</summary>
    public static IReadOnlyList<KeyValuePair<string, JToken>> OperationsOf(JObject document)
    {
        List<KeyValuePair<string, JToken>> operations = [];
        foreach (var path in (document["paths"] as JObject)?.Properties() ?? [])
        {
            if (path.Value is not JObject item)
                continue;
            var shared = new JObject(item.Properties().Where(p => !OpenApiGrammar.Methods.Contains(p.Name)));
            foreach (var method in item.Properties().Where(p => OpenApiGrammar.Methods.Contains(p.Name)))
            {
                operations.Add(new($"{method.Name.ToUpperInvariant()} {path.Name}", new JArray(shared, method.Value)));
            }
        }

        return operations;
    }

    /// <summary>Returns the component schemas of a description, in order.</summary>
    public static IReadOnlyList<KeyValuePair<string, JToken>> SchemasOf(JObject document) =>
        [.. ((document["components"] as JObject)?["schemas"] as JObject)?.Properties().Select(Entry) ?? []];

    private static IEnumerable<KeyValuePair<string, JToken>> OtherPartsOf(JObject document) =>
    [
        .. document.Properties().Where(p => p.Name is not ("paths" or "components")).Select(Entry),
        .. (document["components"] as JObject)?.Properties().Where(p => p.Name != "schemas")
            .Select(p => new KeyValuePair<string, JToken>($"components/{p.Name}", p.Value)) ?? [],
    ];

    private static IEnumerable<string> Differing(
        IEnumerable<KeyValuePair<string, JToken>> before,
        IEnumerable<KeyValuePair<string, JToken>> after)
    {
        var changes = ItemChanges.Between([.. before], [.. after]);
        return [.. changes.Added, .. changes.Changed, .. changes.Removed];
    }

    private static string WithoutPlaceholderNames(string operation)
    {
        var parts = operation.Split(' ', 2);
        return DescriptionDocument.OperationKey(parts[0], parts[1]);
    }

    private static KeyValuePair<string, JToken> Entry(JProperty property) => new(property.Name, property.Value);
}

/// <summary>The names of added, removed, and changed items.</summary>
internal sealed record ItemChanges(IReadOnlyList<string> Added, IReadOnlyList<string> Removed, IReadOnlyList<string> Changed)
{
    /// <summary>Whether there are no changes.</summary>
    public bool IsEmpty => Added.Count + Removed.Count + Changed.Count == 0;

    /// <summary>Compares two lists of named items.</summary>
    /// <param name="before">The old items.</param>
    /// <param name="after">The new items.</param>
    /// <param name="identity">
    /// Returns the part of a name that identifies the item. An item whose name is only spelled differently was changed, not removed and
    /// added.
    /// </param>
    public static ItemChanges Between(
        IReadOnlyList<KeyValuePair<string, JToken>> before,
        IReadOnlyList<KeyValuePair<string, JToken>> after,
        Func<string, string>? identity = null)
    {
        var old = before.ToDictionary(StringComparer.Ordinal);
        var current = after.ToDictionary(StringComparer.Ordinal);
        var added = after.Select(i => i.Key).Where(name => !old.ContainsKey(name)).ToList();
        var removed = before.Select(i => i.Key).Where(name => !current.ContainsKey(name)).ToList();
        HashSet<string> respelled = new(StringComparer.Ordinal);
        if (identity is not null)
        {
            var candidates = removed.GroupBy(identity)
                .ToDictionary(group => group.Key, group => new Queue<string>(group), StringComparer.Ordinal);
            HashSet<string> former = new(StringComparer.Ordinal);
            foreach (var name in added)
            {
                if (candidates.TryGetValue(identity(name), out var spellings) && spellings.TryDequeue(out var spelling))
                {
                    former.Add(spelling);
                    respelled.Add(name);
                }
            }

            removed.RemoveAll(former.Contains);
            added.RemoveAll(respelled.Contains);
        }

        return new ItemChanges(added, removed, [.. after.Where(IsChanged).Select(i => i.Key)]);

        bool IsChanged(KeyValuePair<string, JToken> item) =>
            respelled.Contains(item.Key) || (old.TryGetValue(item.Key, out var value) && !JToken.DeepEquals(value, item.Value));
    }
}
