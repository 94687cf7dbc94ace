namespace Intercom.Generated.Descriptions.Comparison;

/// <summary>The items that two lists share, and the items that only one of them has. Each list keeps its order.</summary>
internal sealed record Matching<T>(IReadOnlyList<(T Before, T After)> Common, IReadOnlyList<T> Removed, IReadOnlyList<T> Added)
    where T : class;

/// <summary>Pairs the items of two lists.</summary>
internal static class Matching
{
    /// <summary>Pairs the items that have the same identity.</summary>
    /// <param name="before">The old list.</param>
    /// <param name="after">The new list. The shared items are in its order.</param>
    /// <param name="identities">The identities to match by, the most specific first. A null identity matches nothing.</param>
    public static Matching<T> Pair<T>(IEnumerable<T> before, IEnumerable<T> after, params Func<T, string?>[] identities)
        where T : class
    {
        // Items are tracked by index, because comparing the items themselves would take quadratic time.
        var (former, current) = (before.ToList(), after.ToList());
        var (isPaired, partners) = (new bool[former.Count], new int?[current.Count]);
        foreach (var identity in identities)
        {
            var open = Enumerable.Range(0, former.Count).Where(i => !isPaired[i] && identity(former[i]) is not null)
                .ToLookup(i => identity(former[i])!, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => new Queue<int>(group), StringComparer.Ordinal);
            for (var i = 0; i < current.Count; i++)
            {
                if (partners[i] is not null
                    || identity(current[i]) is not { } key
                    || !open.TryGetValue(key, out var candidates)
                    || candidates.Count == 0)
                {
                    continue;
                }

                partners[i] = candidates.Dequeue();
                isPaired[partners[i]!.Value] = true;
            }
        }

        return new Matching<T>(
            [.. current.Zip(partners, (item, partner) => (item, partner))
                .Where(pair => pair.partner is not null)
                .Select(pair => (former[pair.partner!.Value], pair.item))],
            [.. former.Where((_, i) => !isPaired[i])],
            [.. current.Where((_, i) => partners[i] is null)]);
    }
}
