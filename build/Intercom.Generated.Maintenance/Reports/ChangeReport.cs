using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Declarations;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Maintenance.Published;

namespace Intercom.Generated.Maintenance.Reports;

/// <summary>A change in a report, with its place.</summary>
/// <param name="Rule">The ID of the rule.</param>
/// <param name="Impact">The impact on programs.</param>
/// <param name="IsBreaking">Whether the change can break programs.</param>
/// <param name="Meaning">A sentence that describes the change.</param>
/// <param name="Subject">The C# name of the client, operation, type, or member that changed.</param>
/// <param name="Operation">The HTTP method and path of an operation, or null for a type.</param>
/// <param name="IsRemoved">Whether the place is in the old description.</param>
/// <param name="Place">The place in the description.</param>
/// <param name="Before">The old C# declaration or text of the description, or null if it was added.</param>
/// <param name="After">The new C# declaration or text of the description, or null if it was removed.</param>
internal sealed record ReportEntry(
    string Rule,
    ChangeImpact Impact,
    bool IsBreaking,
    string Meaning,
    string Subject,
    string? Operation,
    bool IsRemoved,
    DescriptionPlace Place,
    string? Before,
    string? After)
{
    /// <summary>The change as text.</summary>
    public string Sentence => $"{Subject}: {Meaning}{(Before ?? After) switch
    {
        null => string.Empty,
        _ when After is null => $" Before: {Declaration.Abridged(Before!)}",
        _ when Before is null => $" Now: {Declaration.Abridged(After)}",
        _ => $" Before: {Declaration.Abridged(Before)} Now: {Declaration.Abridged(After)}",
    }}";
}

/// <summary>The changes between two descriptions and their impact on programs that use the SDK.</summary>
internal sealed class ChangeReport
{
    private ChangeReport(DescriptionRevision before, DescriptionRevision after)
    {
        Before = before;
        After = after;
        var changes = ModelChanges().ToList();
        All = [.. changes.Concat(OtherChanges(changes)).OrderByDescending(entry => entry.Impact)];
        Entries = [.. All.Where(entry => entry.Impact != ChangeImpact.None)];
    }

    /// <summary>The old description.</summary>
    public DescriptionRevision Before { get; }

    /// <summary>The new description.</summary>
    public DescriptionRevision After { get; }

    /// <summary>The changes that affect programs, the most severe first.</summary>
    public IReadOnlyList<ReportEntry> Entries { get; }

    /// <summary>All changes, the most severe first.</summary>
    public IReadOnlyList<ReportEntry> All { get; }

    /// <summary>The notes on how the descriptions were corrected for the comparison, without duplicates.</summary>
    public IEnumerable<FileProblem> Notes => Before.Notes.Concat(After.Notes).Distinct();

    /// <summary>The most severe impact.</summary>
    public ChangeImpact Impact => All.Count == 0 ? ChangeImpact.None : All[0].Impact;

    /// <summary>Whether a change can break programs.</summary>
    public bool IsBreaking => All.Any(entry => entry.IsBreaking);

    /// <summary>The rules of the breaking changes.</summary>
    public IEnumerable<string> BreakingRules =>
        All.Where(entry => entry.IsBreaking).Select(entry => entry.Rule).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The exit code of the tool for this report.</summary>
    public int Code => IsBreaking ? ExitCode.Difference : ExitCode.Success;

    /// <summary>The part of the package version to increase.</summary>
    public string Bump => IsBreaking ? "major (while the version is 0.x: minor)" : Impact >= ChangeImpact.Additive ? "minor" : "patch";

    /// <summary>Compares two descriptions.</summary>
    public static ChangeReport Compare(DescriptionRevision before, DescriptionRevision after) => new(before, after);

    /// <summary>Returns the number of changes with an impact.</summary>
    public int Count(ChangeImpact impact) => All.Count(entry => entry.Impact == impact);

    private static IEnumerable<OperationModel> OperationsOf(DescriptionRevision revision) =>
        revision.Model.Clients.SelectMany(client => client.Operations);

    private IEnumerable<ReportEntry> ModelChanges()
    {
        var (before, after) = (new DescriptionPlaces(Before.Corrected), new DescriptionPlaces(After.Corrected));
        var routes = OperationsOf(After).Concat(OperationsOf(Before)).DistinctBy(operation => operation.Id)
            .ToDictionary(operation => operation.Id, operation => $"{operation.Method} {operation.Path}", StringComparer.Ordinal);
        foreach (var change in ApiComparison.Compare(Before.Model, After.Model))
        {
            var isRemoved = change.After is null;
            yield return new ReportEntry(
                change.Rule.Id,
                change.Impact,
                change.Rule.IsBreaking,
                change.Rule.Meaning,
                change.Subject,
                change.Rule.Area == ChangeArea.Operation ? routes.GetValueOrDefault(change.Owner) : null,
                isRemoved,
                DescriptionPlace.Of((isRemoved ? before : after).Find(change.Key)),
                change.Before,
                change.After);
        }
    }

    // Changes in the description that no rule covers are also reported, so that no change is hidden.
    private IEnumerable<ReportEntry> OtherChanges(List<ReportEntry> known)
    {
        var changes = DescriptionChanges.Between(Before.Corrected, After.Corrected);
        var places = known.SelectMany(entry => WithParents(entry.Place.Pointer)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Rest("operation", changes.Operations, name => OperationPlace(name.Split(' ', 2))),
            .. Rest("schema", changes.Schemas, name => JsonPointer.Root.Append("components").Append("schemas").Append(name)),
            .. Rest(
                "part",
                new ItemChanges([], [], changes.OtherParts),
                name => name.Split('/').Aggregate(JsonPointer.Root, (place, step) => place.Append(step))),
        ];

        IEnumerable<ReportEntry> Rest(string kind, ItemChanges items, Func<string, JsonPointer> place) =>
            from change in new[] { ("added", items.Added), ("removed", items.Removed), ("changed", items.Changed) }
            from name in change.Item2
            let pointer = place(name).ToString()
            where !places.Contains(pointer)
            select new ReportEntry(
                $"described-{kind}-{change.Item1}",
                ChangeImpact.None,
                false,
                $"The description of the {kind} was {change.Item1}. The SDK is the same.",
                name,
                kind == "operation" ? name : null,
                change.Item1 == "removed",
                new DescriptionPlace(
                    pointer,
                    JsonPointer.Resolve(
                        change.Item1 == "removed" ? Before.Corrected : After.Corrected, pointer)?.Annotation<SourcePosition>()),
                null,
                null);

        static JsonPointer OperationPlace(string[] operation) =>
            JsonPointer.Root.Append("paths").Append(operation[1]).Append(operation[0].ToLowerInvariant());

        static IEnumerable<string> WithParents(string pointer)
        {
            for (var end = pointer.Length; end > 0; end = pointer.LastIndexOf('/', end - 1))
                yield return pointer[..end];
        }
    }
}
