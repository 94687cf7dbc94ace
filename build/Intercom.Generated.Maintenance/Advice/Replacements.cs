using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Repository;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Advice;

/// <summary>
/// Finds what a newer version has in place of something that it removed. openapi/replacements.json lists the replacements that cannot be
/// derived from the descriptions.
/// </summary>
internal sealed class Replacements
{
    private const double RequiredSimilarity = 0.75;

    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _known;

    private Replacements(IReadOnlyDictionary<string, IReadOnlyList<string>> known) => _known = known;

    /// <summary>Only the replacements that can be derived.</summary>
    public static Replacements Derived { get; } = new(new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>The removed names that the file lists, with their replacements.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Known => _known;

    /// <summary>Reads the replacements of a repository.</summary>
    /// <exception cref="DescriptionException">The file is not valid.</exception>
    public static Replacements Read(RepositoryLayout repository) =>
        VersionFiles.ReadIfExists(repository, RepositoryLayout.ReplacementsFile) is { } text ? Parse(text) : Derived;

    /// <summary>Parses the replacements.</summary>
    /// <exception cref="DescriptionException">The text is not valid.</exception>
    public static Replacements Parse(string text)
    {
        const string remedy = "Write the C# name of the removed API, and a list of the names that replace it.";
        var document = DescriptionJson.Read(text, RepositoryLayout.ReplacementsFile, remedy);
        var known = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var entry in document.Properties().Where(entry => entry.Name != "$comment"))
        {
            if (entry.Value is not JObject { Count: 2 } value
                || value["use"] is not JArray { Count: > 0 } names
                || names.Any(name => name.Type != JTokenType.String)
                || value["reason"]?.Type != JTokenType.String)
            {
                throw new DescriptionException(new FileProblem(
                    RepositoryLayout.ReplacementsFile,
                    $"#/{entry.Name}",
                    "The entry is not an object with a list 'use' of names and a text 'reason'.",
                    remedy));
            }

            known.Add(entry.Name, [.. names.Select(name => (string)name!)]);
        }

        return new Replacements(known);
    }

    /// <summary>Returns the C# names that replace a removed API, or nothing.</summary>
    public IReadOnlyList<string> Find(ApiChange change, ModelIndex before, ModelIndex after)
    {
        if (_known.TryGetValue(change.Subject, out var names) && names.All(after.Has))
            return names;
        return change.Rule switch
        {
            _ when change.Rule == ChangeRule.OperationRemoved => OfOperation(change, before, after),
            _ when change.Rule == ChangeRule.ClientRemoved => OfClient(change, before, after),
            _ when change.Rule == ChangeRule.TypeRemoved => OfType(change.Owner, before, after),
            _ when change.Rule == ChangeRule.PropertyRemoved || change.Rule == ChangeRule.OptionRemoved => OfMember(change, before, after),
            _ when change.Rule == ChangeRule.EnumMemberRemoved => OfKnownValue(change, before, after),
            _ => [],
        };
    }

    // The same request under another path: the same method, and the same fixed parts in the same order, apart from a prefix.
    private static IReadOnlyList<string> OfOperation(ApiChange change, ModelIndex before, ModelIndex after)
    {
        var removed = before.Operation(change.Owner);
        var parts = FixedParts(removed);
        var candidates = after.Operations.Where(operation =>
            before.Operation(operation.Id) is null
            && operation.Method == removed!.Method
            && operation.PathParameters.Count == removed.PathParameters.Count
            && (EndsWith(FixedParts(operation), parts) || EndsWith(parts, FixedParts(operation)))).ToList();
        return candidates.Count == 1 ? [candidates[0].Id] : [];

        static bool EndsWith(List<string> parts, List<string> end) =>
            end.Count > 0 && parts.Count >= end.Count && parts.Skip(parts.Count - end.Count).SequenceEqual(end);
    }

    private static List<string> FixedParts(OperationModel? operation) =>
        [.. (operation?.Path ?? string.Empty).Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part[0] != '{')];

    private IReadOnlyList<string> OfClient(ApiChange change, ModelIndex before, ModelIndex after)
    {
        var operations = before.Operations.Where(operation => operation.Client == change.Owner).ToList();
        var clients = operations
            .Select(operation => Find(new ApiChange(ChangeRule.OperationRemoved, operation.Id, null, null, null), before, after))
            .Select(names => names.Count == 0 ? null : names[0].Split('.')[0]).Distinct().ToList();
        return clients is [{ } only] ? [only] : [];
    }

    // The type that the same members have now, or else a new class with almost the same members.
    private static IReadOnlyList<string> OfType(string name, ModelIndex before, ModelIndex after)
    {
        var uses = before.Uses(name).Select(after.TypeOf).OfType<string>().Distinct().ToList();
        if (uses is [var only] && only != name)
            return after.Has(only) ? [only] : [];
        if (before.Class(name) is not { Properties.Count: > 1 } removed)
            return [];
        var members = Members(removed);
        var similar = after.Classes.Where(type => before.Class(type.Name) is null)
            .Select(type => (type.Name, Similarity: Similarity(members, Members(type))))
            .Where(type => type.Similarity >= RequiredSimilarity)
            .OrderByDescending(type => type.Similarity)
            .ToList();
        return similar.Count == 1 || (similar.Count > 1 && similar[0].Similarity > similar[1].Similarity) ? [similar[0].Name] : [];

        static HashSet<string> Members(ObjectModel type) =>
            [.. type.Properties.Select(member => $"{member.WireName} {member.Type.CSharp}")];

        static double Similarity(HashSet<string> left, HashSet<string> right) =>
            (double)left.Intersect(right).Count() / left.Union(right).Count();
    }

    // The plural of the same name, or an argument of the method that takes the request.
    private static IReadOnlyList<string> OfMember(ApiChange change, ModelIndex before, ModelIndex after)
    {
        var name = change.Member!;
        var plurals = after.MembersOf(change.Owner).Where(member => member != name && Identifier.SameNoun(member, name)).ToList();
        if (plurals.Count == 1)
            return [$"{change.Owner}.{plurals[0]}"];
        var calls = after.Operations.Where(operation => operation.Body?.Type.Name == change.Owner).ToList();
        var argument = Identifier.Camel(name);
        return calls is [var call]
            && call.PathParameters.Any(parameter => parameter.Name == argument)
            && before.Operation(call.Id) is not null
            ? [$"{call.Id}.{argument}"]
            : [];
    }

    // New values whose names contain all words of the removed one.
    private static IReadOnlyList<string> OfKnownValue(ApiChange change, ModelIndex before, ModelIndex after)
    {
        var words = Identifier.Words(change.Member!);
        var former = before.MembersOf(change.Owner).ToHashSet(StringComparer.Ordinal);
        return words.Count < 2
            ? []
            : [.. after.MembersOf(change.Owner)
                .Where(member => !former.Contains(member))
                .Where(member => !words.Except(Identifier.Words(member), StringComparer.OrdinalIgnoreCase).Any())
                .Select(member => $"{change.Owner}.{member}")];
    }
}
