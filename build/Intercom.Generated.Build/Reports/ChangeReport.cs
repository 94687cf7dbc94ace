using Intercom.Generated.Build.Descriptions;
using Intercom.Generated.OpenApi;
using Intercom.Generated.OpenApi.Comparison;
using Intercom.Generated.OpenApi.Declarations;
using Intercom.Generated.OpenApi.Model;
using DescriptionProblem = Intercom.Generated.Build.Descriptions.DescriptionProblem;

namespace Intercom.Generated.Build.Reports;

/// <summary>A difference between two descriptions, with its place.</summary>
/// <param name="Rule">The name of the rule.</param>
/// <param name="Impact">What it means for a program.</param>
/// <param name="IsBreaking">Whether a program that worked before may not.</param>
/// <param name="Meaning">The rule in a sentence.</param>
/// <param name="Subject">The client, operation, type or member that differs, by its name in C#.</param>
/// <param name="Operation">The method and path of an operation; null for a type.</param>
/// <param name="IsGone">Whether the place is one of the description before.</param>
/// <param name="Place">The place in the description that has it.</param>
/// <param name="Before">The C# before, or what the description said; null when there was none.</param>
/// <param name="After">The C# after, or what the description says; null when there is none.</param>
internal sealed record ReportEntry(
    string Rule,
    ChangeImpact Impact,
    bool IsBreaking,
    string Meaning,
    string Subject,
    string? Operation,
    bool IsGone,
    DescriptionPlace Place,
    string? Before,
    string? After)
{
    /// <summary>The difference in a sentence or two.</summary>
    public string Sentence => $"{Subject}: {Meaning}{(Before ?? After) switch
    {
        null => string.Empty,
        _ when After is null => $" Before: {Declaration.Abridged(Before!)}",
        _ when Before is null => $" Now: {Declaration.Abridged(After)}",
        _ => $" Before: {Declaration.Abridged(Before)} Now: {Declaration.Abridged(After)}",
    }}";
}

/// <summary>What differs between two descriptions, and what it means for programs that use the SDK.</summary>
internal sealed class ChangeReport
{
    private ChangeReport(DescriptionRevision before, DescriptionRevision after)
    {
        Before = before;
        After = after;
        var told = TellChanges().ToList();
        All = [.. told.Concat(TellRest(told)).OrderByDescending(entry => entry.Impact)];
        Entries = [.. All.Where(entry => entry.Impact != ChangeImpact.None)];
    }

    /// <summary>The description before.</summary>
    public DescriptionRevision Before { get; }

    /// <summary>The description after.</summary>
    public DescriptionRevision After { get; }

    /// <summary>What a program can notice, the hardest first.</summary>
    public IReadOnlyList<ReportEntry> Entries { get; }

    /// <summary>Every difference, the hardest first.</summary>
    public IReadOnlyList<ReportEntry> All { get; }

    /// <summary>What was left out or corrected to compare the two, once for both.</summary>
    public IEnumerable<DescriptionProblem> Notes => Before.Notes.Concat(After.Notes).Distinct();

    /// <summary>The hardest impact.</summary>
    public ChangeImpact Impact => All.Count == 0 ? ChangeImpact.None : All[0].Impact;

    /// <summary>Whether a program that worked before may not: it does not compile, does not run, or is refused or answered otherwise.</summary>
    public bool IsBreaking => All.Any(entry => entry.IsBreaking);

    /// <summary>The rules of what breaks.</summary>
    public IEnumerable<string> BreakingRules =>
        All.Where(entry => entry.IsBreaking).Select(entry => entry.Rule).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The exit code that says how it is.</summary>
    public int Code => IsBreaking ? ExitCode.Difference : ExitCode.Success;

    /// <summary>Which part of the package's version has to be raised.</summary>
    public string Bump => IsBreaking ? "major (while the version is 0.x: minor)" : Impact >= ChangeImpact.Additive ? "minor" : "patch";

    /// <summary>Compares two descriptions.</summary>
    public static ChangeReport Compare(DescriptionRevision before, DescriptionRevision after) => new(before, after);

    /// <summary>How many entries have an impact.</summary>
    public int Count(ChangeImpact impact) => All.Count(entry => entry.Impact == impact);

    private static IEnumerable<OperationModel> OperationsOf(DescriptionRevision revision) => revision.Model.Clients.SelectMany(client => client.Operations);

    private IEnumerable<ReportEntry> TellChanges()
    {
        var (before, after) = (new DescriptionPlaces(Before.Corrected), new DescriptionPlaces(After.Corrected));
        var routes = OperationsOf(After).Concat(OperationsOf(Before)).DistinctBy(operation => operation.Id)
            .ToDictionary(operation => operation.Id, operation => $"{operation.Method} {operation.Path}", StringComparer.Ordinal);
        foreach (var change in ApiComparison.Compare(Before.Model, After.Model))
        {
            var isGone = change.After is null;
            yield return new ReportEntry(
                change.Rule.Id,
                change.Impact,
                change.Rule.IsBreaking,
                change.Rule.Meaning,
                change.Subject,
                change.Rule.Area == ChangeArea.Operation ? routes.GetValueOrDefault(change.Owner) : null,
                isGone,
                DescriptionPlace.Of((isGone ? before : after).Find(change.Key)),
                change.Before,
                change.After);
        }
    }

    // Nothing of the wire is passed over in silence: what none of the rules is about is told as it stands.
    private IEnumerable<ReportEntry> TellRest(List<ReportEntry> told)
    {
        var changes = DescriptionChanges.Between(Before.Corrected, After.Corrected);
        var places = told.SelectMany(entry => WithParents(entry.Place.Pointer)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Rest("operation", changes.Operations, name => OperationPlace(name.Split(' ', 2))),
            .. Rest("schema", changes.Schemas, name => JsonPointer.Root.Append("components").Append("schemas").Append(name)),
            .. Rest("part", new ItemChanges([], [], changes.OtherParts), name => name.Split('/').Aggregate(JsonPointer.Root, (place, step) => place.Append(step))),
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
                $"The description of the {kind} was {change.Item1}, and the SDK stays as it is.",
                name,
                kind == "operation" ? name : null,
                change.Item1 == "removed",
                new DescriptionPlace(pointer, JsonPointer.Resolve(change.Item1 == "removed" ? Before.Corrected : After.Corrected, pointer)?.Annotation<SourcePosition>()),
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
