using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Declarations;
using Intercom.Generated.Descriptions.Escaping;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Search;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions.Upgrades;

/// <summary>
/// Derives the effect of a newer version on the symbols of an older one from the comparison of the two. Every change that breaks a program,
/// changes its behavior, or makes the compiler warn has an entry.
/// </summary>
public sealed class UpgradePlan
{
    private const string NoReplacement = "It has no replacement.";

    private readonly ApiModel _before;
    private readonly ApiModel _after;
    private readonly string _version;
    private readonly TypePairs _types;
    private readonly ILookup<string, ApiChange> _addedProperties;
    private readonly List<UpgradeEntry> _entries = [];

    private UpgradePlan(ApiModel before, ApiModel after, IReadOnlyList<ApiChange> changes)
    {
        _before = before;
        _after = after;
        _version = after.Version;
        _types = TypePairs.Of(before, after);
        _addedProperties = changes.Where(change => change.Rule == ChangeRule.PropertyAdded)
            .ToLookup(change => change.Owner, StringComparer.Ordinal);
    }

    /// <summary>Derives the entries.</summary>
    /// <param name="before">The model of the older version.</param>
    /// <param name="after">The model of the newer version.</param>
    /// <param name="changes">The result of <see cref="ApiComparison.Compare"/> for the two models.</param>
    public static IReadOnlyList<UpgradeEntry> Of(ApiModel before, ApiModel after, IReadOnlyList<ApiChange> changes)
    {
        var plan = new UpgradePlan(before, after, changes);
        var relevant = changes.Where(change => change.Impact >= ChangeImpact.Behavior && change.Rule != ChangeRule.OperationResultAdded)
            .ToList();
        foreach (var change in relevant.Where(change => change.Rule.Area != ChangeArea.Operation))
            plan.Add(change);
        foreach (var operation in relevant.Where(change => change.Rule.Area == ChangeArea.Operation).GroupBy(change => change.Owner))
            plan.AddOperation([.. operation]);
        return plan._entries;
    }

    /// <summary>Derives the entries for search fields, which are not part of the models.</summary>
    /// <param name="before">The searches of the older version.</param>
    /// <param name="after">The searches of the newer version.</param>
    /// <param name="version">The newer version.</param>
    public static IReadOnlyList<UpgradeEntry> Of(EquatableArray<SearchModel> before, EquatableArray<SearchModel> after, string version)
    {
        var current = after.ToDictionary(search => search.Name, StringComparer.Ordinal);
        return
        [
            .. before.SelectMany(search => search.Fields
                .Select(field => Of(
                    $"{search.Name}.{field.Member}",
                    field.Type,
                    current.TryGetValue(search.Name, out var other)
                        ? other.Fields.FirstOrDefault(candidate => candidate.Member == field.Member)?.Type
                        : null,
                    version)))
                .OfType<UpgradeEntry>(),
        ];
    }

    private static UpgradeEntry? Of(string symbol, SearchFieldType before, SearchFieldType? after, string version)
    {
        if (after is null)
            return new(UpgradeKind.Removed, UpgradePlace.Use, symbol, null, $"{symbol} was removed in {version}.", []);
        if (before.CSharp == after.CSharp)
            return null;
        var effect = (before.Kind, after.Kind) switch
        {
            (SearchFieldKind.Date, SearchFieldKind.Time) => " Intercom compares it to the second instead of by calendar day.",
            (SearchFieldKind.Time, SearchFieldKind.Date) => " Intercom compares it by calendar day instead of to the second.",
            _ => string.Empty,
        };
        return new(
            UpgradeKind.Retyped,
            UpgradePlace.Use,
            symbol,
            before.Operators.All(after.Operators.Contains) ? UpgradeFix.Of(UpgradeVerb.Declare, before.CSharp, after.CSharp) : null,
            $"{symbol} is a {after.CSharp} in {version}.{effect}",
            []);
    }

    private void Add(ApiChange change)
    {
        switch (change.Rule.Id)
        {
            case "client-removed":
                AddClient(change);
                break;
            case "type-removed":
                Add(UpgradeKind.Removed, change.Owner, null, RemovedType(change.Owner), change);
                break;
            case "type-renamed":
                AddRenamed(Former(change.Owner), change.Owner, change);
                break;
            case "options-renamed":
                AddRenamed(FormerOptions(change), change.Owner, change);
                break;
            case "property-removed":
                AddRemovedProperty(change);
                break;
            case "option-removed":
                AddRemovedOption(change);
                break;
            case "option-renamed":
                AddRenamed($"{FormerOptions(change)}.{FormerOption(change)}", change.Member!, change);
                break;
            case "enum-member-removed":
                AddValue(UpgradeKind.Removed, change, FormerMember(change));
                break;
            case "enum-member-moved":
                AddValue(UpgradeKind.Behavior, change, FormerMember(change));
                break;
            case "enum-member-renamed":
                AddRenamed($"{Former(change.Owner)}.{FormerMember(change).Name}", change.Member!, change);
                break;
            case "property-renamed":
                AddRenamed($"{Former(change.Owner)}.{FormerProperty(change).Name}", change.Member!, change);
                break;
            case "property-type-changed":
                AddRetypedProperty(change);
                break;
            case "property-constant-changed":
                AddConstant(change);
                break;
            case "request-property-default-value-changed":
                AddDefault(change);
                break;
            case "union-case-removed":
                AddRemovedCase(change);
                break;
            case "union-case-renamed":
                AddRenamed($"{Former(change.Owner)}.TryPick{FormerCase(change)}", $"TryPick{change.Member}", change);
                break;
            case "union-match-changed":
                Add(UpgradeKind.Retyped, $"{Former(change.Owner)}.Match", null, change.Rule.Meaning, change);
                break;
            case "new-required-request-property" or "request-property-became-required":
                Add(
                    UpgradeKind.Behavior,
                    UpgradePlace.New,
                    $"{Former(change.Owner)}.{change.Member}",
                    null,
                    change.Rule.Meaning,
                    change);
                break;
            case "request-property-constraint-tightened" or "request-property-became-not-nullable":
                Add(
                    UpgradeKind.Behavior,
                    UpgradePlace.Set,
                    $"{Former(change.Owner)}.{FormerProperty(change).Name}",
                    null,
                    $"{change.Rule.Meaning}{Facts(change)}",
                    change);
                break;
            default:
                AddOther(change);
                break;
        }
    }

    // Rules without a replacement mark the symbol. So does a rule that is added later.
    private void AddOther(ApiChange change)
    {
        var owner = _before.Clients.SelectMany(client => client.Operations).Any(operation => operation.Options?.Name == change.Owner)
            ? change.Owner
            : Former(change.Owner);
        Add(
            change.Impact == ChangeImpact.SourceBreak ? UpgradeKind.Retyped : UpgradeKind.Behavior,
            change.Member is null ? owner : $"{owner}.{change.Member}",
            null,
            $"{change.Rule.Meaning}{Facts(change)}",
            change);
    }

    private void AddClient(ApiChange change)
    {
        foreach (var symbol in new[] { $"IntercomClient.{change.Owner}", $"{change.Owner}Client", $"{change.Owner}ClientExtensions" })
            Add(UpgradeKind.Removed, symbol, null, NoReplacement, change);
    }

    private string RemovedType(string name)
    {
        var owner = _before.Objects.FirstOrDefault(
            owner => owner.Properties.Any(property => property.Type.Name == name && Flattened(owner, property) is not null));
        return owner is null ? NoReplacement : $"Set its members on {owner.Name} instead.";
    }

    private void AddRemovedProperty(ApiChange change)
    {
        var owner = (ObjectModel)FormerModel(change.Owner);
        var property = owner.Properties.First(candidate => candidate.Name == change.Member);
        var symbol = $"{owner.Name}.{property.Name}";
        if (Flattened(owner, property) is { } members)
        {
            Add(
                UpgradeKind.Removed,
                symbol,
                UpgradeFix.Of(
                    UpgradeVerb.Flatten, [property.Type.Name!, .. members.SelectMany(pair => new[] { pair.Member, pair.Target })]),
                $"Set {string.Join(", ", members.Select(pair => pair.Target))} of {change.Owner} instead.",
                change);
            return;
        }

        Add(
            UpgradeKind.Removed,
            symbol,
            Scalar(property.Type) is { } scalar ? UpgradeFix.Of(UpgradeVerb.Additional, property.WireName, scalar) : null,
            (owner.IsSent ? "To send it anyway, use" : "If Intercom still sends it, its value is in")
                + $" AdditionalProperties[{CSharpText.Literal(property.WireName)}].",
            change);
    }

    // The members of the object moved into its owner: each exists there, with the same name in JSON and the same type, and is new.
    private List<(string Member, string Target)>? Flattened(ObjectModel owner, PropertyModel property)
    {
        if (property.Type.Kind != TypeKind.Object || Current(owner.Name) is not { } current)
            return null;
        var added = new HashSet<string>(_addedProperties[current.Name].Select(change => change.Member!), StringComparer.Ordinal);
        var members = new List<(string, string)>();
        foreach (var member in _before.Objects.First(type => type.Name == property.Type.Name).Properties)
        {
            var target = ((ObjectModel)current.Model).Properties.FirstOrDefault(candidate =>
                candidate.WireName == member.WireName
                && added.Contains(candidate.Name)
                && _types.HaveSameCSharp(member.Type, candidate.Type));
            if (target is null)
                return null;
            members.Add((member.Name, target.Name));
        }

        return members.Count == 0 ? null : members;
    }

    // The types whose JSON is a string, a number, or a Boolean. Times are left out, because their JSON depends on the property.
    private static string? Scalar(TypeReference type) => type.Kind switch
    {
        TypeKind.String or TypeKind.Identifier => "string",
        TypeKind.NumericIdentifier => "id",
        TypeKind.Integer => "long",
        TypeKind.Number => "double",
        TypeKind.Boolean => "bool",
        TypeKind.Enum => type.Name,
        _ => null,
    };

    private void AddRemovedOption(ApiChange change)
    {
        var owner = FormerOptions(change);
        var option = OptionsNamed(owner).Parameters.First(candidate => candidate.Name == change.Member);
        Add(
            UpgradeKind.Removed,
            $"{owner}.{option.Name}",
            option.Type.Kind is TypeKind.String or TypeKind.Identifier ? UpgradeFix.Of(UpgradeVerb.Query, option.WireName) : null,
            $"To send it anyway, use Query[{CSharpText.Literal(option.WireName)}].",
            change);
    }

    private void AddValue(UpgradeKind kind, ApiChange change, EnumMemberModel member)
    {
        var type = Former(change.Owner);
        Add(
            kind,
            UpgradePlace.Use,
            $"{type}.{member.Name}",
            UpgradeFix.Of(UpgradeVerb.Value, member.Value),
            $"{type}.{member.Name} {(kind == UpgradeKind.Removed ? "is no longer a known value" : "stands for another value")}",
            $"Use new {type}({CSharpText.Literal(member.Value)}).",
            change);
    }

    // Code that creates the union often does not name it, because the type of the case converts to it.
    private void AddRemovedCase(ApiChange change)
    {
        var union = (UnionModel)FormerModel(change.Owner);
        var type = union.Cases.First(item => item.Name == change.Member).Type.CSharp;
        Add(UpgradeKind.Removed, $"{union.Name}.TryPick{change.Member}", null, NoReplacement, change);
        Add(
            UpgradeKind.Removed,
            UpgradePlace.Use,
            $"{union.Name}.op_Implicit({type})",
            null,
            $"The case {type} of {union.Name} was removed",
            NoReplacement,
            change);
    }

    private void AddRetypedProperty(ApiChange change)
    {
        var (before, after) = (FormerProperty(change).Type, CurrentProperty(change).Type);
        UpgradeFix? fix = null;
        var advice = string.Empty;
        if (after.Kind == TypeKind.Union
            && _after.Unions.First(union => union.Name == after.Name).Cases.Any(item => _types.HaveSameCSharp(before, item.Type)))
        {
            fix = UpgradeFix.Of(UpgradeVerb.Case, after.Name!, _types.Renamed(before).CSharp + (before.IsValueType ? "?" : string.Empty));
            advice = $"{before.CSharp} converts to it implicitly.";
        }
        else if (after.Kind == TypeKind.Object && before.Name is not null)
        {
            // A generated type says enough about a value to find it in an object. Text does not.
            var members = _after.Objects.First(type => type.Name == after.Name).Properties
                .Where(property => _types.HaveSameCSharp(before, property.Type)).ToList();
            if (members.Count == 1)
            {
                fix = UpgradeFix.Of(UpgradeVerb.Member, after.Name!, members[0].Name);
                advice = $"Use its {members[0].Name}.";
            }
        }

        var symbol = $"{Former(change.Owner)}.{FormerProperty(change).Name}";
        Add(UpgradeKind.Retyped, UpgradePlace.Use, symbol, fix, $"The type of {symbol} is {after.CSharp}", advice, change);
    }

    private void AddConstant(ApiChange change)
    {
        var (before, after) = (FormerProperty(change), CurrentProperty(change));
        var value = before.Constant is null ? null : Value(before.Type, before.Constant);
        var symbol = $"{Former(change.Owner)}.{before.Name}";
        Add(
            UpgradeKind.Behavior,
            UpgradePlace.New,
            symbol,
            value is null ? null : UpgradeFix.Of(UpgradeVerb.Initialize, before.Name, value),
            $"{symbol} is {(after.Constant is null ? "no longer set" : CSharpText.Literal(after.Constant))} by default",
            value is null ? "It was not set before." : $"To keep the value, set {before.Name} = {value}.",
            change);
    }

    private void AddDefault(ApiChange change)
    {
        var property = FormerProperty(change);
        var value = property.Facts.Default is { } json ? Value(property.Type, json) : null;
        var symbol = $"{Former(change.Owner)}.{property.Name}";
        Add(
            UpgradeKind.Behavior,
            UpgradePlace.New,
            symbol,
            value is null ? null : UpgradeFix.Of(UpgradeVerb.Initialize, property.Name, value),
            $"The API uses a different default for {symbol}",
            value is null ? Facts(change).Trim() : $"To keep the value, set {property.Name} = {value}.",
            change);
    }

    // The C# of a constant, or of a default in JSON.
    private string? Value(TypeReference type, string text)
    {
        var plain = text.StartsWith("\"", StringComparison.Ordinal) ? (string)JToken.Parse(text)! : text;
        return type.Kind switch
        {
            TypeKind.String or TypeKind.Identifier => CSharpText.Literal(plain),
            TypeKind.Boolean when text is "true" or "false" => text,
            TypeKind.Integer when long.TryParse(text, out _) => text,
            TypeKind.Enum => _after.Enums.FirstOrDefault(candidate => candidate.Name == _types.Renamed(type).Name)
                ?.Members.FirstOrDefault(member => member.Value == plain) is { } member
                && EnumNamed(type.Name!).Members.Any(former => former.Name == member.Name)
                    ? $"{type.Name}.{member.Name}"
                    : $"new {type.Name}({CSharpText.Literal(plain)})",
            _ => null,
        };
    }

    private void AddOperation(IReadOnlyList<ApiChange> changes)
    {
        if (changes[0].Rule == ChangeRule.OperationRemoved)
        {
            var removed = Operations(_before).First(operation => operation.Id == changes[0].Owner);
            foreach (var symbol in new[] { Symbol(removed), $"IntercomOperations.{removed.Client}{removed.Name}" })
                Add(UpgradeKind.Removed, UpgradePlace.Use, symbol, null, $"{removed.Id}Async was removed", NoReplacement, changes[0]);
            return;
        }

        var after = Operations(_after).First(operation => operation.Id == changes[0].Owner);
        var before = Operations(_before).FirstOrDefault(operation => operation.Key == after.Key && operation.Id == after.Id)
            ?? Operations(_before).FirstOrDefault(operation => operation.Key == after.Key)
            ?? Operations(_before).First(operation => operation.Id == after.Id);
        var overload = changes.FirstOrDefault(change => change.Rule == ChangeRule.SearchOverloadRemoved);
        if (overload is not null)
            Add(UpgradeKind.Removed, $"{Symbol(before)}(expression)", null, overload.Rule.Meaning, overload);

        var breaks = changes.Where(change => change.Impact == ChangeImpact.SourceBreak && change != overload).ToList();
        if (breaks.Count > 0)
            AddBreaks(before, after, breaks);
        foreach (var change in changes.Where(change => change.Impact == ChangeImpact.Behavior))
            AddBehavior(before, change);
    }

    private void AddBreaks(OperationModel before, OperationModel after, List<ApiChange> breaks)
    {
        var isRenamed = before.Id != after.Id;
        var meaning = string.Join(" ", breaks.Select(change => change.Rule.Meaning).Distinct());
        var fix = OperationReplacement.Find(before, after, _types, _after);
        _entries.Add(new UpgradeEntry(
            isRenamed ? UpgradeKind.Renamed : UpgradeKind.Retyped,
            UpgradePlace.Use,
            Symbol(before),
            fix,
            $"{before.Id}Async {(isRenamed ? $"is {after.Id}Async" : "changed")} in {_version}. {meaning} "
                + $"The method is: {Declaration.Abridged(breaks[0].After!)}",
            breaks));
        if (isRenamed)
            AddRenamed($"IntercomOperations.{before.Client}{before.Name}", after.Client + after.Name, breaks[0]);

        if (before.Options is { } options && after.Options is null)
            Add(UpgradeKind.Removed, options.Name, null, $"{after.Id}Async has no optional query parameters.", breaks[0]);
        foreach (var change in breaks.Where(change => change.Rule == ChangeRule.OptionBecameArgument && before.Options is not null))
        {
            var option = before.Options!.Parameters.First(
                candidate => change.Key!.EndsWith($"?{candidate.WireName}", StringComparison.Ordinal));
            Add(UpgradeKind.Retyped, $"{before.Options.Name}.{option.Name}", null, $"Pass it as the argument {change.Member}.", change);
        }
    }

    private void AddBehavior(OperationModel before, ApiChange change)
    {
        // A rule for a parameter marks the property of the options.
        var option = before.Options?.Parameters.FirstOrDefault(
            candidate => change.Key?.EndsWith($"?{candidate.WireName}", StringComparison.Ordinal) == true);
        var message = $"{change.Rule.Meaning}{Facts(change)}";
        if (option is null)
            Add(UpgradeKind.Behavior, Symbol(before), null, message, change);
        else
        {
            var place = change.Rule == ChangeRule.ParameterDefaultChanged ? UpgradePlace.New : UpgradePlace.Set;
            Add(UpgradeKind.Behavior, place, $"{before.Options!.Name}.{option.Name}", null, message, change);
        }
    }

    private static string Facts(ApiChange change) =>
        change.Rule.ShowsInCSharp ? string.Empty : $" ({change.Before ?? "none"} before, {change.After ?? "none"} now)";

    private static string Symbol(OperationModel operation) => $"{operation.Client}Client.{operation.Name}Async";

    private static IEnumerable<OperationModel> Operations(ApiModel model) => model.Clients.SelectMany(client => client.Operations);

    // The old name of a type. Comparisons report the new one.
    private string Former(string name) => Pair(name)?.Name ?? name;

    private object FormerModel(string name) => Pair(name)!.Model;

    private NamedType? Pair(string name) =>
        _types.Types.Common.Where(pair => pair.After.Name == name).Select(pair => pair.Before).FirstOrDefault();

    private NamedType? Current(string former) =>
        _types.Types.Common.Where(pair => pair.Before.Name == former).Select(pair => pair.After).FirstOrDefault();

    private PropertyModel CurrentProperty(ApiChange change) =>
        _after.Objects.First(type => type.Name == change.Owner).Properties.First(property => property.Name == change.Member);

    private PropertyModel FormerProperty(ApiChange change)
    {
        var current = CurrentProperty(change);
        var properties = ((ObjectModel)FormerModel(change.Owner)).Properties;
        return properties.FirstOrDefault(property => property.WireName == current.WireName)
            ?? properties.First(property => property.Name == current.Name);
    }

    private EnumModel EnumNamed(string name) => _before.Enums.First(type => type.Name == name);

    private EnumMemberModel FormerMember(ApiChange change)
    {
        var former = EnumNamed(Former(change.Owner)).Members;
        var current = _after.Enums.First(type => type.Name == change.Owner).Members.FirstOrDefault(member => member.Name == change.Member);
        return current is null
            ? former.First(member => member.Name == change.Member)
            : former.FirstOrDefault(member => member.Value == current.Value) ?? former.First(member => member.Name == current.Name);
    }

    private string FormerCase(ApiChange change)
    {
        var current = _after.Unions.First(type => type.Name == change.Owner).Cases.First(item => item.Name == change.Member);
        return ((UnionModel)FormerModel(change.Owner)).Cases.First(item => _types.HaveSameCSharp(item.Type, current.Type)).Name;
    }

    private OptionsModel OptionsNamed(string name) =>
        Operations(_before).Select(operation => operation.Options).First(options => options?.Name == name)!;

    // Options have the key of their operation.
    private string FormerOptions(ApiChange change)
    {
        var key = change.Key!.Split('?')[0];
        return Operations(_before).FirstOrDefault(operation => operation.Key == key)?.Options?.Name ?? change.Owner;
    }

    private string FormerOption(ApiChange change)
    {
        var wireName = change.Key!.Split('?')[1];
        return OptionsNamed(FormerOptions(change)).Parameters.First(option => option.WireName == wireName).Name;
    }

    private void AddRenamed(string symbol, string name, ApiChange change) => Add(
        UpgradeKind.Renamed,
        UpgradePlace.Use,
        symbol,
        UpgradeFix.Of(UpgradeVerb.Rename, name),
        $"{symbol} is {(symbol.Contains('.') ? symbol.Substring(0, symbol.IndexOf('.') + 1) : string.Empty)}{name}",
        string.Empty,
        change);

    private void Add(UpgradeKind kind, string symbol, UpgradeFix? fix, string advice, ApiChange change) =>
        Add(kind, UpgradePlace.Use, symbol, fix, advice, change);

    private void Add(UpgradeKind kind, UpgradePlace place, string symbol, UpgradeFix? fix, string advice, ApiChange change)
    {
        var fact = kind switch
        {
            UpgradeKind.Removed => "was removed",
            UpgradeKind.Retyped => "changed",
            _ => "behaves differently",
        };
        Add(kind, place, symbol, fix, $"{symbol} {fact}", advice, change);
    }

    private void Add(
        UpgradeKind kind, UpgradePlace place, string symbol, UpgradeFix? fix, string fact, string advice, ApiChange change) =>
        _entries.Add(new UpgradeEntry(kind, place, symbol, fix, $"{fact} in {_version}. {advice}".TrimEnd(), [change]));
}
