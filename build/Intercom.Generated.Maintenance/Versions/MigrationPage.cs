using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Declarations;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Upgrades;
using Intercom.Generated.Maintenance.Advice;

namespace Intercom.Generated.Maintenance.Versions;

/// <summary>
/// A page on moving from one version to the next: first the breaking changes, then changes in behavior, then additions. Changes that affect
/// only the JSON are left out.
/// </summary>
internal sealed class MigrationPage
{
    // The rules for removals. The other rules are for additions, and for changes of APIs that both versions have.
    private static readonly HashSet<ChangeRule> Removals =
        [
            ChangeRule.ClientRemoved, ChangeRule.OperationRemoved, ChangeRule.TypeRemoved, ChangeRule.PropertyRemoved,
            ChangeRule.OptionRemoved, ChangeRule.EnumMemberRemoved, ChangeRule.UnionCaseRemoved,
        ];

    private static readonly HashSet<ChangeRule> AddedMembers =
    [
        ChangeRule.PropertyAdded, ChangeRule.OptionAdded, ChangeRule.UnionCaseAdded,
    ];

    private static readonly HashSet<ChangeRule> NewOverloads = [ChangeRule.OptionsAdded, ChangeRule.SearchOverloadAdded];

    private readonly MarkdownText _page = new("compare");
    private readonly VersionStep _step;
    private readonly string _from;
    private readonly string _to;
    private readonly ILookup<string, OperationModel> _former;
    private readonly ILookup<string, OperationModel> _formerByKey;
    private readonly ILookup<string, OperationModel> _current;
    private readonly ILookup<bool, UpgradeEntry> _searchFields;

    private MigrationPage(VersionStep step)
    {
        _step = step;
        _from = step.From.Version.HeaderName;
        _to = step.To.Version.HeaderName;
        _former = OperationsOf(step.From).ToLookup(operation => operation.Id, StringComparer.Ordinal);
        _formerByKey = OperationsOf(step.From).ToLookup(operation => operation.Key, StringComparer.Ordinal);
        _current = OperationsOf(step.To).ToLookup(operation => operation.Id, StringComparer.Ordinal);
        _searchFields = SearchFields(step).ToLookup(entry => entry.Kind == UpgradeKind.Removed);
    }

    /// <summary>Returns the title of the page for a step.</summary>
    public static string Title(VersionStep step) => $"From {step.From.Version.HeaderName} to {step.To.Version.HeaderName}";

    /// <summary>Returns the number of operations, types, and members of the older version that were removed or changed in C#.</summary>
    public static int Breaks(VersionStep step) =>
        Subjects(step, IsRemoved).Count + Subjects(step, IsBroken).Count + SearchFields(step).Count;

    /// <summary>Writes the page.</summary>
    public static byte[] Write(VersionStep step)
    {
        var page = new MigrationPage(step);
        page.WriteIntroduction();
        page.WriteBreaks();
        page.WriteBehavior();
        page.WriteAdditions();
        return page._page.ToBytes();
    }

    private void WriteIntroduction()
    {
        _page.Heading(1, Title(_step));
        var breaks = Breaks(_step);
        _page.Block(
            $"{_to} adds {MarkdownText.Count(Of(ChangeRule.OperationAdded).Count, "operation")} "
            + $"and {MarkdownText.Count(Of(ChangeRule.TypeAdded).Count, "type")}. "
            + $"Of the operations, types, and members of {_from}, {(breaks == 0 ? "none" : breaks)} {(breaks == 1 ? "was" : "were")} "
            + "removed or changed in C#. To move a program:");
        _page.Block(string.Join('\n', new[]
        {
            $"1. Replace the package `{_step.From.Package}` with `{_step.To.Package}`.",
            $"2. Replace `using {_step.From.Package};` with `using {_step.To.Package};`.",
            _step.To.Version.IsPreview
                ? "3. Preview can change at any time. To accept that, suppress [INTERCOM2001](../diagnostics.md#intercom2001)."
                : null,
            $"{(_step.To.Version.IsPreview ? 4 : 3)}. Build. The next section lists everything that no longer compiles, "
                + "with the C# before and after.",
        }.OfType<string>()));
        _page.Block(
            $"Everything else is the same in {_from} and {_to}. Signatures omit the last two arguments of every method, `options` and\n"
            + "`cancellationToken`.");
        _page.Table(
            ["", "operations", "types", "members"],
            [
                Counts("removed", IsRemoved, _searchFields[true].Count()),
                Counts("changed in C#", IsBroken, _searchFields[false].Count()),
                Counts("changed in behavior", change => IsChanged(change) && !IsBrokenToo(change)),
                Counts("with new overloads", change => NewOverloads.Contains(change.Rule)),
                Counts("new", IsNew, NewSearchFields().Count()),
            ]);

        string[] Counts(string head, Func<ApiChange, bool> isCounted, int searchFields = 0)
        {
            var subjects = Subjects(_step, isCounted);
            return
            [
                head,
                $"{subjects.Count(subject => subject.Kind == "operation")}",
                $"{subjects.Count(subject => subject.Kind == "type")}",
                $"{subjects.Count(subject => subject.Kind == "member") + searchFields}",
            ];
        }
    }

    // The operations, types, and members that changes are about, each once. Clients are listed with their operations.
    private static HashSet<(string Kind, string Name)> Subjects(VersionStep step, Func<ApiChange, bool> isCounted) =>
        [.. step.Changes.Where(change => change.Rule.Area != ChangeArea.Client && isCounted(change)).Select(SubjectOf)];

    private static (string Kind, string Name) SubjectOf(ApiChange change) => change.Rule.Area == ChangeArea.Operation
        ? ("operation", change.Owner)
        : (change.Member is null ? "type" : "member", change.Subject);

    // The models do not contain the search fields, so these changes have no rules.
    private static IReadOnlyList<UpgradeEntry> SearchFields(VersionStep step) =>
        UpgradePlan.Of(step.From.Searches, step.To.Searches, step.To.Version.HeaderName);

    private IEnumerable<(string Search, string Field)> NewSearchFields()
    {
        var known = FieldsOf(_step.From).ToHashSet();
        return FieldsOf(_step.To).Where(field => !known.Contains(field));

        static IEnumerable<(string, string)> FieldsOf(VersionModel version) =>
            version.Searches.SelectMany(search => search.Fields.Select(field => (search.Name, field.Member)));
    }

    private static bool IsRemoved(ApiChange change) => Removals.Contains(change.Rule);

    private static bool IsNew(ApiChange change) => change.Impact == ChangeImpact.Additive && !NewOverloads.Contains(change.Rule);

    private static bool IsChanged(ApiChange change) =>
        !IsRemoved(change) && change.Impact is not (ChangeImpact.None or ChangeImpact.Additive);

    private static bool IsBroken(ApiChange change) => !IsRemoved(change) && change.Impact >= ChangeImpact.BinaryBreak;

    // An operation whose signature changed is listed once, with all its changes.
    private bool IsBrokenToo(ApiChange change) =>
        IsBroken(change)
        || (change.Rule.Area == ChangeArea.Operation
            && _step.Changes.Any(other => other.Rule.Area == ChangeArea.Operation && other.Owner == change.Owner && IsBroken(other)));

    private ChangeAdvice? AdviceFor(IEnumerable<ApiChange> changes) => ChangeAdvice.Combine(changes.Select(_step.Advisor.For));

    private string Do(IEnumerable<ApiChange> changes) => AdviceFor(changes) is { } advice
        ? $"{MarkdownText.Prose(advice.Sentence)}{(advice.Line is { } line ? $" {MarkdownText.Code(line)}" : string.Empty)}"
        : string.Empty;

    private void WriteBreaks()
    {
        _page.Heading(2, "Breaking changes");
        if (_searchFields.Count == 0
            && _step.Changes.All(change => change.Impact is not (ChangeImpact.SourceBreak or ChangeImpact.BinaryBreak)))
        {
            _page.Block("None. Programs that compile still compile.");
            return;
        }

        WriteRemovedOperations();
        WriteChangedOperations();
        WriteRemovedMembers();
        WriteChangedTypes();
        WriteRemovedTypes();
        WriteSearchFields("Removed search fields", isRemoved: true);
        WriteSearchFields("Changed search fields", isRemoved: false);
    }

    private void WriteSearchFields(string heading, bool isRemoved)
    {
        if (!_searchFields[isRemoved].Any())
            return;
        _page.Heading(3, heading);
        _page.Table(
            ["field", "change"],
            [.. _searchFields[isRemoved].Select(entry => new[] { MarkdownText.Code(entry.Symbol), MarkdownText.Prose(entry.Message) })]);
    }

    private void WriteRemovedOperations()
    {
        var removed = Of(ChangeRule.OperationRemoved);
        if (removed.Count == 0)
            return;
        _page.Heading(3, "Removed operations");
        _page.Table(
            ["method", "HTTP request", "summary", "do"],
            [.. removed.Select(change => (Change: change, Operation: Find(_step.From, change.Owner)))
                .Select(row => new[]
                {
                    Method(row.Operation), Route(row.Operation), MarkdownText.Prose(row.Operation.Summary), Do([row.Change]),
                })]);
        if (Of(ChangeRule.ClientRemoved) is { Count: > 0 } clients)
        {
            _page.Block(
                $"The {(clients.Count == 1 ? "client" : "clients")} {MarkdownText.Codes(clients.Select(change => change.Owner))} "
                + $"{(clients.Count == 1 ? "was" : "were")} also removed.");
        }
    }

    private void WriteChangedOperations()
    {
        var changed = ChangedOperations().Where(operation => MostSevere(operation) >= ChangeImpact.BinaryBreak).ToList();
        if (changed.Count == 0)
            return;
        _page.Heading(3, "Changed operations");
        foreach (var operation in changed)
        {
            var changes = operation.Where(IsChanged).ToList();
            _page.Block($"{Names(operation.Key)}: {string.Join(' ', changes.Select(change => change.Rule.Meaning).Distinct())}");
            var shown = changes.Find(change => change.Rule.ShowsInCSharp) ?? changes[0];
            _page.Difference(Abridged(shown.Before), Abridged(shown.After));
            if (AdviceFor(changes) is not { } advice)
                continue;
            _page.Block(MarkdownText.Prose(advice.Sentence));
            if (advice.Line is { } line)
                _page.CSharp(line);
        }
    }

    private string Names(string id)
    {
        var current = Find(_step.To, id);
        var key = DescriptionDocument.OperationKey(current.Method, current.Path);
        var former = _formerByKey[key].FirstOrDefault()?.Id ?? id;
        return former == id ? MarkdownText.Code(id) : $"{MarkdownText.Code(former)}, now {MarkdownText.Code(id)}";
    }

    private void WriteNewOptions()
    {
        var operations = Of(ChangeRule.OptionsAdded).Select(change => Find(_step.To, change.Owner)).ToList();
        if (operations.Count == 0)
            return;
        _page.Heading(3, "Operations with new optional query parameters");
        _page.Block("Each has a new overload. The existing overload stays.");
        _page.Table(
            ["method", "type of the new argument `query`", "properties"],
            [.. operations.Select(operation => new[]
            {
                Method(operation),
                operation.Options is { } options ? MarkdownText.Code(options.Name) : string.Empty,
                MarkdownText.Codes((operation.Options?.Parameters ?? default).Select(option => Abridged(Declaration.Option(option))!)),
            })]);
    }

    private void WriteRemovedMembers()
    {
        var members = Of(ChangeRule.PropertyRemoved).Concat(Of(ChangeRule.OptionRemoved)).Concat(Of(ChangeRule.UnionCaseRemoved)).ToList();
        if (members.Count > 0)
        {
            _page.Heading(3, "Removed members");
            _page.Table(["type", "removed", "do"], ByOwner(members, change => Abridged(change.Before)!, withAdvice: true));
        }

        var values = Of(ChangeRule.EnumMemberRemoved);
        if (values.Count > 0)
        {
            _page.Heading(3, "Removed known values");
            _page.Block($"Enums are open, so these values can still be read, and written as `new {values[0].Owner}(\"…\")`.");
            _page.Table(["enum", "removed", "do"], ByOwner(values, change => change.Member!, withAdvice: true));
        }
    }

    private void WriteChangedTypes()
    {
        var changed = _step.Changes.Where(change =>
            change is { Rule.Area: ChangeArea.Type, Impact: ChangeImpact.SourceBreak }
                && !IsRemoved(change))
                .ToList();
        if (changed.Count == 0)
            return;
        _page.Heading(3, "Changed types and members");
        // Identical changes of members in several types share a row.
        _page.Table(
            ["", _from, _to, "change", "do"],
            [.. changed.GroupBy(change => (change.Rule, change.Member, change.Before, change.After)).Select(group => new[]
            {
                MarkdownText.Codes(group.Select(change => change.Subject)),
                MarkdownText.Code(Abridged(group.Key.Before) ?? "–"),
                MarkdownText.Code(Abridged(group.Key.After) ?? "–"),
                group.Key.Rule.Meaning,
                Do([group.First()]),
            })]);
    }

    private void WriteRemovedTypes()
    {
        var types = Of(ChangeRule.TypeRemoved);
        if (types.Count == 0)
            return;
        _page.Heading(3, "Removed types");
        _page.Table(
            ["type", "do"],
            [.. types.GroupBy(change => Do([change])).Select(group => new[]
            {
                MarkdownText.Codes(group.Select(change => change.Owner)), group.Key,
            })]);
    }

    private void WriteBehavior()
    {
        var operations = ChangedOperations().Where(operation => MostSevere(operation) == ChangeImpact.Behavior).ToList();
        var members = _step.Changes.Where(change => change is { Rule.Area: ChangeArea.Type, Impact: ChangeImpact.Behavior }).ToList();
        if (operations.Count + members.Count == 0)
            return;
        _page.Heading(2, "Changes in behavior");
        _page.Table(
            ["operation", "change", "do"],
            [.. operations.Select(operation => new[]
            {
                MarkdownText.Code(operation.Key),
                string.Join(' ', operation.Where(IsChanged).Select(change => change.Rule.Meaning).Distinct()),
                Do(operation.Where(IsChanged)),
            })]);
        foreach (var rule in members.GroupBy(change => change.Rule))
        {
            _page.Block(rule.Key.Meaning);
            _page.Table(
                ["", _from, _to, "do"],
                [.. rule.GroupBy(change => (change.Member, change.Before, change.After)).Select(group => new[]
                {
                    MarkdownText.Codes(group.Select(change => change.Subject)),
                    MarkdownText.Code(Abridged(group.Key.Before) ?? "–"),
                    MarkdownText.Code(Abridged(group.Key.After) ?? "–"),
                    Do([group.First()]),
                })]);
        }
    }

    private void WriteAdditions()
    {
        var fields = NewSearchFields().ToList();
        if (fields.Count == 0 && _step.Changes.All(change => change.Impact != ChangeImpact.Additive))
            return;
        _page.Heading(2, "Additions");
        WriteAddedOperations();
        WriteNewOptions();
        _page.Table(
            ["operation", "addition"],
            [.. Of(ChangeRule.SearchOverloadAdded).Select(change => new[] { MarkdownText.Code(change.Owner), change.Rule.Meaning })]);
        var members = _step.Changes.Where(change => AddedMembers.Contains(change.Rule)).ToList();
        if (members.Count > 0)
        {
            _page.Heading(3, "Members");
            _page.Table(
                ["type", "new"],
                ByOwner(members, change => change.Rule == ChangeRule.UnionCaseAdded ? $"case {change.Member}" : Abridged(change.After)!));
        }

        var values = Of(ChangeRule.EnumMemberAdded);
        if (values.Count > 0)
        {
            _page.Heading(3, "Known values");
            _page.Table(["enum", "new"], ByOwner(values, change => change.Member!));
        }

        if (fields.Count > 0)
        {
            _page.Heading(3, "Search fields");
            _page.Table(
                ["search", "new"],
                [.. fields.GroupBy(field => field.Search, field => field.Field).Select(search => new[]
                {
                    MarkdownText.Code(search.Key), MarkdownText.Codes(search),
                })]);
        }

        var types = Of(ChangeRule.TypeAdded);
        if (types.Count > 0)
        {
            _page.Heading(3, "Types");
            _page.Folded(MarkdownText.Count(types.Count, "new type"), MarkdownText.Codes(types.Select(change => change.Owner)));
        }
    }

    private void WriteAddedOperations()
    {
        var added = Of(ChangeRule.OperationAdded);
        if (added.Count == 0)
            return;
        _page.Heading(3, "Operations");
        var newClients = Of(ChangeRule.ClientAdded).Select(change => change.Owner).ToHashSet();
        foreach (var client in added.Select(change => Find(_step.To, change.Owner)).GroupBy(operation => operation.Client))
        {
            var model = _step.To.Model.Clients.First(candidate => candidate.Name == client.Key);
            _page.Block(
                $"**{client.Key}**"
                + (newClients.Contains(client.Key) ? $", a new client. {MarkdownText.Prose(model.Summary)}" : string.Empty));
            _page.Table(
                ["method", "HTTP request", "summary"],
                [.. client.Select(
                    operation =>
                        new[] { MarkdownText.Code($"{operation.Name}Async"), Route(operation), MarkdownText.Prose(operation.Summary) })]);
        }
    }

    private List<ApiChange> Of(ChangeRule rule) => [.. _step.Changes.Where(change => change.Rule == rule)];

    // The changes of operations that both versions have.
    private IEnumerable<IGrouping<string, ApiChange>> ChangedOperations() =>
        _step.Changes.Where(
            change =>
                change.Rule.Area == ChangeArea.Operation
                    && change.Rule != ChangeRule.OperationRemoved
                    && change.Rule != ChangeRule.OperationAdded)
            .GroupBy(change => change.Owner);

    private static ChangeImpact MostSevere(IEnumerable<ApiChange> changes) => changes.Max(change => change.Impact);

    // One row per type with its members, or several if the advice differs. Types with the same members share a row.
    private List<string[]> ByOwner(IEnumerable<ApiChange> changes, Func<ApiChange, string> member, bool withAdvice = false) =>
    [
        .. changes.GroupBy(change => (change.Owner, Advice: withAdvice ? _step.Advisor.For(change)?.Sentence : null))
            .Select(row => (row.Key.Owner, row.Key.Advice, Members: MarkdownText.Codes(row.Select(member)), First: row.First()))
            .GroupBy(row => (row.Members, row.Advice))
            .Select(row => (string[])
            [
                MarkdownText.Codes(row.Select(entry => entry.Owner)),
                row.Key.Members,
                .. withAdvice ? new[] { Do([row.First().First]) } : [],
            ]),
    ];

    private OperationModel Find(VersionModel version, string id) => (ReferenceEquals(version, _step.From) ? _former : _current)[id].First();

    private static IEnumerable<OperationModel> OperationsOf(VersionModel version) =>
        version.Model.Clients.SelectMany(client => client.Operations);

    private static string Method(OperationModel operation) => MarkdownText.Code($"{operation.Id}Async");

    private static string Route(OperationModel operation) =>
        $"[{MarkdownText.Code($"{operation.Method} {operation.Path}")}]({operation.ReferenceUrl})";

    private static string? Abridged(string? declaration) => declaration is null ? null : Declaration.Abridged(declaration);
}
