using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Declarations;
using Intercom.Generated.Maintenance.Advice;
using Intercom.Generated.Maintenance.Versions;

namespace Intercom.Generated.Maintenance.Reports;

/// <summary>Changes that have the same meaning for a program, and that a report shows as one block.</summary>
/// <param name="Entries">The changes.</param>
/// <param name="Title">The subjects, or the owner and the number of its changes.</param>
/// <param name="Before">The old declarations or texts, or nothing if something was added.</param>
/// <param name="After">The new declaration or text, or null if something was removed.</param>
internal sealed record ChangeGroup(IReadOnlyList<ReportEntry> Entries, string Title, IReadOnlyList<string> Before, string? After)
{
    /// <summary>The first change, which stands for all of them.</summary>
    public ReportEntry First => Entries[0];

    /// <summary>The rules, with one change for each.</summary>
    public IReadOnlyList<ReportEntry> Rules { get; } = [.. Entries.DistinctBy(entry => entry.Rule)];

    /// <summary>The steps that adapt a program, as one text and a line of C# that shows all of them. Null if it needs no change.</summary>
    public ChangeAdvice? Advice { get; } = ChangeAdvice.Combine(Details(Entries).Select(entry => entry.Advice));

    /// <summary>The HTTP method and path, if the changes are about one operation.</summary>
    public string? Route { get; } = Entries.Select(entry => entry.Operation).Distinct().Take(2).ToList() is [{ } only] ? only : null;

    /// <summary>The places in the descriptions, without duplicates.</summary>
    public IReadOnlyList<string> Pointers { get; } = [.. Details(Entries).Select(entry => entry.Place.Pointer).Distinct()];

    // A client that was removed has no place and needs no advice beyond that for its operations.
    private static IEnumerable<ReportEntry> Details(IReadOnlyList<ReportEntry> entries) =>
        entries.Count == 1 ? entries : entries.Where(entry => entry.Rule != ChangeRule.ClientRemoved.Id);
}

/// <summary>Changes that a report shows as a list of names after a headline.</summary>
/// <param name="Headline">The headline, such as <c>Calls: 5 operations added</c>.</param>
/// <param name="Names">The names.</param>
internal sealed record ChangeList(string Headline, IReadOnlyList<string> Names);

/// <summary>Arranges the changes of a report: the breaking ones one by one, and the others in lists. Repeated facts are grouped.</summary>
internal static class ReportGroups
{
    // The nouns for rules that add something.
    private static readonly Dictionary<string, string> Nouns = new(StringComparer.Ordinal)
    {
        [ChangeRule.OperationAdded.Id] = "operation",
        [ChangeRule.OptionAdded.Id] = "query parameter",
        [ChangeRule.PropertyAdded.Id] = "property",
        [ChangeRule.EnumMemberAdded.Id] = "known value",
        [ChangeRule.UnionCaseAdded.Id] = "case",
        [ChangeRule.TypeAdded.Id] = "type",
        [ChangeRule.ClientRemoved.Id] = "client",
        [ChangeRule.PropertyRemoved.Id] = "property",
        [ChangeRule.OptionRemoved.Id] = "query parameter",
        [ChangeRule.OperationRemoved.Id] = "operation",
        [ChangeRule.EnumMemberRemoved.Id] = "known value",
        [ChangeRule.TypeRemoved.Id] = "type",
    };

    /// <summary>Returns the breaking changes, the most severe first, or the deprecations.</summary>
    /// <param name="entries">The changes of a report.</param>
    /// <param name="areBreaking">Whether to return the breaking changes.</param>
    public static IReadOnlyList<ChangeGroup> Blocks(IEnumerable<ReportEntry> entries, bool areBreaking)
    {
        var shown = entries.Where(entry => entry.Impact >= ChangeImpact.Behavior && entry.IsBreaking == areBreaking);
        return
        [
            .. shown.GroupBy(FactOf)
                .Select(group => Group([.. group]))
                .GroupBy(group => (group.First.Rule, group.Advice?.Sentence, Text: string.Join('\n', group.Before), group.After))
                .SelectMany(Merge),
        ];
    }

    // One fact is all that changed in a method, all that a client or type lost, or a change that members of several types share.
    private static (string, string?, string?, string?, string?) FactOf(ReportEntry entry) =>
        IsOfClient(entry) ? ("client", OwnerOf(entry), null, null, null)
        : IsRemoval(entry) ? (entry.Rule, OwnerOf(entry), null, null, entry.Advice?.Sentence)
        : IsMethod(entry) ? ("method", entry.Change!.Owner, entry.Before, entry.After, null)
        : (entry.Rule, entry.Change?.Member ?? entry.Subject, entry.Before, entry.After, entry.Advice?.Sentence);

    /// <summary>Returns the additions.</summary>
    public static IReadOnlyList<ChangeList> Additions(IEnumerable<ReportEntry> entries)
    {
        var added = entries.Where(entry => entry.Impact == ChangeImpact.Additive).ToList();
        var newClients = added.Where(entry => entry.Rule == ChangeRule.ClientAdded.Id).Select(entry => entry.Subject)
            .ToHashSet(StringComparer.Ordinal);
        var lists = new List<ChangeList>();
        foreach (var client in Of(ChangeRule.OperationAdded).GroupBy(OwnerOf))
        {
            var isNew = newClients.Remove(client.Key);
            lists.Add(new ChangeList(
                $"{client.Key}{(isNew ? " (new client)" : string.Empty)}: {Count([.. client])} added", [.. client.Select(NameOf)]));
        }

        lists.AddRange(newClients.Select(client => new ChangeList($"{client}: client added", [])));
        ChangeRule[] rules = [ChangeRule.OptionAdded, ChangeRule.PropertyAdded, ChangeRule.UnionCaseAdded, ChangeRule.EnumMemberAdded];
        foreach (var rule in rules)
        {
            lists.AddRange(Of(rule).GroupBy(OwnerOf)
                .Select(owner => (Owner: owner.Key, Names: owner.Select(NameOf).ToList(), Count: Count([.. owner])))
                .GroupBy(owner => string.Join('\n', owner.Names))
                .Select(same => new ChangeList(
                    $"{Listed([.. same.Select(owner => owner.Owner)])}: {same.First().Count} added"
                        + (same.Count() > 1 ? " to each" : string.Empty),
                    same.First().Names)));
        }

        if (Of(ChangeRule.TypeAdded) is { Count: > 0 } types)
            lists.Add(new ChangeList($"{Count(types)} added", [.. types.Select(NameOf)]));
        var known = new[]
        {
            ChangeRule.ClientAdded.Id, ChangeRule.OperationAdded.Id, ChangeRule.OptionAdded.Id, ChangeRule.PropertyAdded.Id,
            ChangeRule.UnionCaseAdded.Id, ChangeRule.EnumMemberAdded.Id, ChangeRule.TypeAdded.Id,
        };
        lists.AddRange(ByMeaning(added.Where(entry => !known.Contains(entry.Rule))));
        return lists;

        List<ReportEntry> Of(ChangeRule rule) => [.. added.Where(entry => entry.Rule == rule.Id)];
    }

    /// <summary>Returns the changes that affect only the JSON.</summary>
    public static IReadOnlyList<ChangeList> JsonOnly(IEnumerable<ReportEntry> entries) =>
        [.. ByMeaning(entries.Where(entry => entry.Impact == ChangeImpact.None))];

    // The same fact about several subjects is on one line.
    private static IEnumerable<ChangeList> ByMeaning(IEnumerable<ReportEntry> entries) =>
        entries.GroupBy(entry => (entry.Rule, entry.Meaning)).Select(rule => new ChangeList(
            $"{rule.Key.Rule} ({rule.Count()}): {rule.Key.Meaning}",
            [
                .. rule.GroupBy(entry => IsMethod(entry) ? (null, null) : (entry.Before, entry.After))
                    .Select(same => $"{string.Join(", ", same.Select(PlaceOf))}{Fact(same.Key.Item1, same.Key.Item2)}"),
            ]));

    private static string PlaceOf(ReportEntry entry) => entry.Change is null ? entry.Place.Pointer : entry.Subject;

    // A declaration of a method is long and mostly repeats its name.
    private static bool IsMethod(ReportEntry entry) => entry.Change is { Rule: { Area: ChangeArea.Operation, ShowsInCSharp: true } };

    private static string Fact(string? before, string? after) => (before, after) switch
    {
        (null, null) => string.Empty,
        (null, var now) => $" (new: {Short(now)})",
        (var old, null) => $" (was: {Short(old)})",
        var (old, now) => $" ({Short(old)} -> {Short(now)})",
    };

    private static string Short(string text)
    {
        const int length = 80;
        var abridged = Declaration.Abridged(text);
        return abridged.Length <= length ? abridged : $"{abridged[..length]}...";
    }

    private static ChangeGroup Group(IReadOnlyList<ReportEntry> entries)
    {
        var first = entries[0];
        if (entries.Count == 1 || !IsRemoval(first))
        {
            var subjects = IsMethod(first) ? [first.Change!.Owner] : entries.Select(entry => entry.Subject).Distinct().ToList();
            return new ChangeGroup(
                entries,
                Listed(subjects),
                first.Before is null ? [] : [Declaration.Abridged(first.Before)],
                first.After is null ? null : Declaration.Abridged(first.After));
        }

        var removed = entries.Where(entry => entry.Rule != ChangeRule.ClientRemoved.Id).ToList();
        var owner = OwnerOf(first);
        var title = removed.Count < entries.Count ? $"{owner}: client removed, with {Count(removed)}" : $"{Count(removed)} removed";
        return new ChangeGroup(
            [.. entries.Except(removed), .. removed],
            removed.Count < entries.Count || owner.Length == 0 ? title : $"{owner}: {title}",
            [.. removed.Select(NameOf)],
            null);
    }

    // Types that lose the same members share a block.
    private static IEnumerable<ChangeGroup> Merge(IEnumerable<ChangeGroup> groups)
    {
        var same = groups.ToList();
        if (same.Count == 1 || !IsRemoval(same[0].First) || IsOfClient(same[0].First) || OwnerOf(same[0].First).Length == 0)
            return same;
        var owners = Listed([.. same.Select(group => OwnerOf(group.First))]);
        return
        [
            same[0] with
            {
                Entries = [.. same.SelectMany(group => group.Entries)],
                Title = $"{owners}: {Count(same[0].Entries)} removed from each",
            },
        ];
    }

    private static bool IsRemoval(ReportEntry entry) =>
        entry.After is null && entry.Change is { Rule.Impact: ChangeImpact.SourceBreak } && Nouns.ContainsKey(entry.Rule);

    private static bool IsOfClient(ReportEntry entry) =>
        (entry.Rule == ChangeRule.OperationRemoved.Id && entry.Advice?.IsReplacement != true) || entry.Rule == ChangeRule.ClientRemoved.Id;

    private static string OwnerOf(ReportEntry entry) => entry.Change switch
    {
        null => string.Empty,
        { Rule.Area: ChangeArea.Client or ChangeArea.Operation } change => change.Owner.Split('.')[0],
        { Member: null } => string.Empty,
        var change => change.Owner,
    };

    private static string NameOf(ReportEntry entry) => entry.Change switch
    {
        { Rule.Area: ChangeArea.Operation } change => change.Owner.Split('.')[^1],
        { Member: { } member } => member,
        _ => entry.Subject,
    };

    private static string Count(IReadOnlyList<ReportEntry> entries) => MarkdownText.Count(entries.Count, Nouns[entries[0].Rule]);

    private static string Listed(List<string> names)
    {
        const int shown = 6;
        return names.Count <= shown ? string.Join(", ", names) : $"{string.Join(", ", names.Take(shown))}, and {names.Count - shown} more";
    }
}
