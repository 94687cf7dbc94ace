using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Declarations;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Maintenance.Advice;
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
    /// <summary>The change of the models, or null for a change of the description only.</summary>
    public ApiChange? Change { get; init; }

    /// <summary>The step that adapts a program, or null if it needs no change.</summary>
    public ChangeAdvice? Advice { get; init; }

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
    private readonly ChangeAdvisor _advisor;

    private ChangeReport(DescriptionRevision before, DescriptionRevision after, Replacements? replacements)
    {
        Before = before;
        After = after;
        _advisor = new ChangeAdvisor(before.Model, after.Model, replacements);
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
    /// <param name="before">The old description.</param>
    /// <param name="after">The new description.</param>
    /// <param name="replacements">The known replacements of removed APIs. By default, only those that can be derived.</param>
    public static ChangeReport Compare(DescriptionRevision before, DescriptionRevision after, Replacements? replacements = null) =>
        new(before, after, replacements);

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
                change.After)
            {
                Change = change,
                Advice = _advisor.For(change),
            };
        }
    }

    // A difference in the description that no change is about is reported too, so that no difference is hidden.
    private IEnumerable<ReportEntry> OtherChanges(List<ReportEntry> known)
    {
        var coverage = new ChangeCoverage(known, Before.Corrected, After.Corrected);
        return DescriptionDifferences.Between(Before.Corrected, After.Corrected, MovedOperations(known))
            .Where(difference => !coverage.Covers(difference))
            .Select(Described);
    }

    // The operations that have another path or method, by their new path and method.
    private Dictionary<(string Path, string Method), (string Path, string Method)> MovedOperations(List<ReportEntry> known)
    {
        var former = OperationsOf(Before).ToLookup(operation => operation.Id, StringComparer.Ordinal);
        return known.Where(entry => entry.Rule == ChangeRule.OperationMoved.Id)
            .Select(entry => (
                Old: former[entry.Change!.Owner].FirstOrDefault(),
                New: OperationsOf(After).First(operation => operation.Id == entry.Change.Owner)))
            .Where(pair => pair.Old is not null)
            .ToDictionary(
                pair => (pair.New.Path, pair.New.Method.ToLowerInvariant()), pair => (pair.Old!.Path, pair.Old.Method.ToLowerInvariant()));
    }

    private static ReportEntry Described(DescriptionDifference difference)
    {
        var pointer = difference.Pointer.ToString();
        var steps = JsonPointer.Segments(pointer).ToList();
        var (kind, name, depth) = steps switch
        {
            ["paths", var path, var method, ..] when OpenApiGrammar.Methods.Contains(method) =>
                ("operation", $"{method.ToUpperInvariant()} {path}", 3),
            ["paths", var path, ..] => ("path", path, 2),
            ["components", "schemas", var schema, ..] => ("schema", schema, 3),
            _ => ("part", string.Join('/', steps.Take(3)), Math.Min(3, steps.Count)),
        };
        var isWhole = steps.Count == depth;
        var happened = isWhole && difference.IsAdded ? "added" : isWhole && difference.IsRemoved ? "removed" : "changed";
        return new ReportEntry(
            $"described-{kind}-{happened}",
            ChangeImpact.None,
            false,
            $"The description of the {kind} was {happened}. The SDK is the same.",
            isWhole ? name : $"{name} {string.Join('/', steps.Skip(depth))}",
            kind == "operation" ? name : null,
            difference.IsRemoved,
            new DescriptionPlace(pointer, (difference.After ?? difference.Before)?.Annotation<SourcePosition>()),
            DescriptionDifferences.Text(difference.Before),
            DescriptionDifferences.Text(difference.After));
    }
}
