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
        var removed = before.ToList();
        var added = after.ToList();
        var order = added.ToList();
        var common = new List<(T Before, T After)>();
        foreach (var identity in identities)
        {
            var open = removed.Where(item => identity(item) is not null).ToLookup(item => identity(item)!, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => new Queue<T>(group), StringComparer.Ordinal);
            foreach (var item in added.ToList())
            {
                if (identity(item) is not { } key || !open.TryGetValue(key, out var candidates) || candidates.Count == 0)
                    continue;
                var same = candidates.Dequeue();
                removed.Remove(same);
                added.Remove(item);
                common.Add((same, item));
            }
        }

        return new Matching<T>([.. common.OrderBy(pair => order.IndexOf(pair.After))], removed, added);
    }
}
