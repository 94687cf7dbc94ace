namespace Intercom.Generated.OpenApi.Comparison;

/// <summary>What two lists have in common and what only one of them has, each in the order of its list.</summary>
internal sealed record Matching<T>(IReadOnlyList<(T Before, T After)> Common, IReadOnlyList<T> Removed, IReadOnlyList<T> Added)
    where T : class;

/// <summary>Finds the same things in two lists.</summary>
internal static class Matching
{
    /// <summary>Pairs what has the same identity.</summary>
    /// <param name="before">The one list.</param>
    /// <param name="after">The other list; the common things come in its order.</param>
    /// <param name="identities">What makes two things the same, the surest first; a null is like nothing.</param>
    public static Matching<T> Pair<T>(IEnumerable<T> before, IEnumerable<T> after, params Func<T, string?>[] identities)
        where T : class
    {
        // By position: comparing the items themselves would take time that grows with the square of their number.
        var (former, current) = (before.ToList(), after.ToList());
        var (isPaired, partners) = (new bool[former.Count], new int?[current.Count]);
        foreach (var identity in identities)
        {
            var open = Enumerable.Range(0, former.Count).Where(i => !isPaired[i] && identity(former[i]) is not null)
                .ToLookup(i => identity(former[i])!, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => new Queue<int>(group), StringComparer.Ordinal);
            for (var i = 0; i < current.Count; i++)
            {
                if (partners[i] is not null || identity(current[i]) is not { } key || !open.TryGetValue(key, out var candidates) || candidates.Count == 0)
                    continue;
                partners[i] = candidates.Dequeue();
                isPaired[partners[i]!.Value] = true;
            }
        }

        return new Matching<T>(
            [.. current.Zip(partners, (item, partner) => (item, partner)).Where(pair => pair.partner is not null).Select(pair => (former[pair.partner!.Value], pair.item))],
            [.. former.Where((_, i) => !isPaired[i])],
            [.. current.Where((_, i) => partners[i] is null)]);
    }
}
