using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Escaping;
using Intercom.Generated.Maintenance.Published;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Reports;

/// <summary>
/// Finds the differences between descriptions that the changes of the models already report. A change covers a difference only if it is
/// about exactly that keyword, item, or entry, so a second change of the same operation or schema is not hidden.
/// </summary>
internal sealed class ChangeCoverage
{
    private static readonly HashSet<string> TypeKeywords =
        new(StringComparer.Ordinal) { "type", "$ref", "enum", "oneOf", "anyOf", "allOf", "items", "additionalProperties" };

    // Other formats, such as email, are text in C#.
    private static readonly HashSet<string> TypeFormats = new(StringComparer.Ordinal) { "date-time", "binary", "timestamp" };

    private static readonly HashSet<ChangeRule> TypeRules =
    [
        ChangeRule.PropertyTypeChanged, ChangeRule.PropertyFormatChanged, ChangeRule.TypeKindChanged, ChangeRule.ArgumentTypeChanged,
        ChangeRule.ArgumentFormatChanged, ChangeRule.OptionTypeChanged, ChangeRule.OptionFormatChanged,
    ];

    private static readonly HashSet<ChangeRule> ResultRules =
    [
        ChangeRule.OperationResultAdded, ChangeRule.OperationResultRemoved, ChangeRule.OperationResultChanged,
        ChangeRule.OperationFormatChanged,
    ];

    private static readonly HashSet<ChangeRule> ExactRules =
    [
        ChangeRule.OperationAdded, ChangeRule.OperationRemoved, ChangeRule.TypeAdded, ChangeRule.TypeRemoved, ChangeRule.PropertyAdded,
        ChangeRule.PropertyRemoved, ChangeRule.OptionAdded, ChangeRule.OptionRemoved, ChangeRule.ArgumentAdded,
    ];

    private readonly JObject _before;
    private readonly JObject _after;
    private readonly ILookup<string, ApiChange> _inBefore;
    private readonly ILookup<string, ApiChange> _inAfter;
    private readonly HashSet<string> _paths;

    /// <summary>Creates the coverage of changes.</summary>
    public ChangeCoverage(IReadOnlyList<ReportEntry> changes, JObject before, JObject after)
    {
        (_before, _after) = (before, after);
        _inBefore = Index(changes.Where(change => change.IsRemoved));
        _inAfter = Index(changes.Where(change => !change.IsRemoved));
        _paths =
        [
            .. changes.Where(change => change.Rule == ChangeRule.OperationAdded.Id || change.Rule == ChangeRule.OperationRemoved.Id)
                .Select(change => $"{change.Rule} {JsonPointer.Parse(change.Place.Pointer).Parent}"),
        ];
    }

    /// <summary>Whether a change reports a difference.</summary>
    public bool Covers(DescriptionDifference difference)
    {
        // The shared parts of a path that is new or gone belong to its operations.
        if (difference.Pointer.Parent is { } parent && IsPathItem(parent))
        {
            if (difference.IsAdded && _paths.Contains($"{ChangeRule.OperationAdded.Id} {parent}") && !HasOperations(_before, parent))
                return true;
            if (difference.IsRemoved && _paths.Contains($"{ChangeRule.OperationRemoved.Id} {parent}") && !HasOperations(_after, parent))
                return true;
        }

        return Covers(_inAfter, difference.Place, difference) || Covers(_inBefore, difference.Pointer, difference)
            || IsRequired(difference)
            || (IsPathItem(difference.Pointer) && IsRenamedPath(difference))
            || (difference.Place.Segment == "name" && IsPlaceholder(difference));
    }

    private bool Covers(ILookup<string, ApiChange> changes, JsonPointer place, DescriptionDifference difference)
    {
        var steps = new LinkedList<string>();
        for (var ancestor = place; ancestor is not null; ancestor = ancestor.Parent)
        {
            if (changes[ancestor.ToString()].Any(change => IsAbout(change, ancestor, [.. steps], difference)))
                return true;
            steps.AddFirst(ancestor.Segment);
        }

        return false;
    }

    private bool IsAbout(ApiChange change, JsonPointer place, string[] steps, DescriptionDifference difference)
    {
        var rule = change.Rule;
        if (ExactRules.Contains(rule))
            return steps.Length == 0 && (change.After is null ? difference.IsRemoved : difference.IsAdded);
        if (TypeRules.Contains(rule))
            return IsType(WithoutSchema(steps), difference);
        if (ResultRules.Contains(rule) && steps is ["responses", ['2', ..] status, ..])
            return IsBody(steps[2..], place.Append("responses").Append(status), difference);
        if ((rule == ChangeRule.BodyChanged || rule == ChangeRule.OperationFormatChanged) && steps is ["requestBody", ..])
            return IsBody(steps[1..], place.Append("requestBody"), difference);
        if (rule == ChangeRule.OperationFormatChanged)
            return IsType(steps, difference);
        if (rule == ChangeRule.PropertyConstantChanged)
            return steps is ["enum"] or ["enum", _];
        return rule.Area == ChangeArea.Operation ? IsAboutOperation(change, steps, difference) : IsAboutType(change, steps, difference);
    }

    private static bool IsAboutOperation(ApiChange change, string[] steps, DescriptionDifference difference)
    {
        var rule = change.Rule;
        if (rule == ChangeRule.BodyAdded)
            return steps is ["requestBody"] && difference.IsAdded;
        if (rule == ChangeRule.BodyRemoved)
            return steps is ["requestBody"] && difference.IsRemoved;
        if (rule == ChangeRule.OperationDeprecated || rule == ChangeRule.OperationUndeprecated)
            return steps is ["deprecated"];
        if (rule == ChangeRule.OperationManaged || rule == ChangeRule.OperationUnmanaged)
            return steps is ["x-availability"];
        if (rule == ChangeRule.RequestMediaTypeAdded || rule == ChangeRule.RequestMediaTypeRemoved)
            return steps is ["requestBody", "content", var media] && media == (change.Before ?? change.After);
        if (rule == ChangeRule.SuccessStatusAdded || rule == ChangeRule.SuccessStatusRemoved
            || rule == ChangeRule.FailureStatusAdded || rule == ChangeRule.FailureStatusRemoved)
        {
            return steps is ["responses", var status] && status == (change.Before ?? change.After);
        }

        if (rule == ChangeRule.ArgumentRemoved)
            return steps is ["parameters", _] && difference.IsRemoved && (string?)difference.Before?["name"] == change.Key?.Split('?')[^1];
        if (rule == ChangeRule.OptionsAdded)
            return steps is ["parameters", _] && difference.IsAdded && (string?)difference.After?["in"] == "query";
        if (rule == ChangeRule.OptionsRemoved)
            return steps is ["parameters", _] && difference.IsRemoved && (string?)difference.Before?["in"] == "query";
        if (rule == ChangeRule.ArgumentsReordered)
            return steps is ["parameters"];
        if (rule == ChangeRule.ArgumentBecameOption || rule == ChangeRule.OptionBecameArgument)
            return steps is ["required"];
        return IsFact(change, WithoutContent(WithoutSchema(steps)), difference);
    }

    private static bool IsAboutType(ApiChange change, string[] steps, DescriptionDifference difference)
    {
        var rule = change.Rule;
        if (rule == ChangeRule.PropertyDeprecated || rule == ChangeRule.PropertyUndeprecated
            || rule == ChangeRule.OptionDeprecated || rule == ChangeRule.OptionUndeprecated)
        {
            return steps is ["deprecated"];
        }

        if (rule == ChangeRule.EnumMemberDeprecated || rule == ChangeRule.EnumMemberUndeprecated)
            return steps is ["x-obsolete", ..];
        if (rule == ChangeRule.EnumMemberAdded || rule == ChangeRule.EnumMemberRemoved)
        {
            return WithoutItems(WithoutSchema(steps)) is ["enum", _]
                && (difference.Before ?? difference.After) is JValue { Value: string value }
                && (change.Before ?? change.After)!.Contains($"new({CSharpText.Literal(value)})", StringComparison.Ordinal);
        }

        if (rule == ChangeRule.UnionCaseAdded || rule == ChangeRule.UnionCaseRemoved)
            return WithoutItems(steps) is ["oneOf" or "anyOf", _] && (difference.IsAdded || difference.IsRemoved);
        if (rule == ChangeRule.UnionMatchChanged)
            return WithoutItems(steps) is ["oneOf" or "anyOf"];
        if (rule == ChangeRule.RequiredPropertyAdded)
            return false;
        return IsFact(change, WithoutSchema(steps), difference);
    }

    // The list of required properties is beside the properties.
    private bool IsRequired(DescriptionDifference difference) =>
        difference.Place.Parent is { Segment: "required", Parent: { } schema }
        && (difference.Before ?? difference.After) is JValue { Value: string name }
        && _inAfter[schema.Append("properties").Append(name).ToString()].Any(change =>
            change.Rule == ChangeRule.RequiredPropertyAdded || (!change.Rule.ShowsInCSharp && change.After is "required" or "optional"));

    // Facts state the keyword before its value, apart from the two that are only named.
    private static bool IsFact(ApiChange change, string[] steps, DescriptionDifference difference)
    {
        if (change.Rule.ShowsInCSharp || steps.Length == 0)
            return false;
        var fact = change.After ?? change.Before ?? string.Empty;
        if (fact is "nullable" or "not nullable")
            return steps is ["nullable"];
        var colon = fact.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return false;
        var keyword = fact[..colon];
        return keyword == "enum"
            ? WithoutItems(steps) is ["enum", _]
                && DescriptionDifferences.Text(difference.Before ?? difference.After) == fact[(colon + 2)..]
            : string.Join('.', steps) == keyword;
    }

    // Only the first media type determines the C# type.
    private bool IsBody(string[] steps, JsonPointer body, DescriptionDifference difference) => steps switch
    {
        [] or ["content"] => true,
        ["content", var media, ..] when !IsFirst(media, body, difference) => false,
        ["content", _] or ["content", _, "schema"] => true,
        ["content", _, "schema", .. var rest] => IsType(rest, difference),
        _ => false,
    };

    private bool IsFirst(string media, JsonPointer body, DescriptionDifference difference) =>
        JsonPointer.Resolve(difference.IsRemoved ? _before : _after, body.Append("content").ToString()) is not JObject content
        || content.Properties().First().Name == media;

    // A keyword that determines the C# type, of the schema itself, of its items, or of one of its alternatives.
    private static bool IsType(string[] steps, DescriptionDifference difference) => steps switch
    {
        [] => true,
        ["format"] => new[] { difference.Before, difference.After }.Any(format => TypeFormats.Contains((string?)format ?? string.Empty)),
        [var keyword] => TypeKeywords.Contains(keyword),
        ["items" or "additionalProperties", .. var rest] => IsType(rest, difference),
        ["oneOf" or "anyOf" or "allOf", _, .. var rest] => IsType(rest, difference),
        _ => false,
    };

    private static string[] WithoutSchema(string[] steps) => steps is ["schema", .. var rest] ? rest : steps;

    private static string[] WithoutItems(string[] steps) => steps is ["items", .. var rest] ? WithoutItems(rest) : steps;

    private static string[] WithoutContent(string[] steps) => steps is ["requestBody", "content", _, "schema", .. var rest] ? rest : steps;

    private static bool IsPathItem(JsonPointer pointer) => pointer.Parent is { Segment: "paths", Parent.Parent: null };

    private static bool HasOperations(JObject description, JsonPointer path) =>
        (JsonPointer.Resolve(description, path.ToString()) as JObject)?.Properties()
            .Any(property => OpenApiGrammar.Methods.Contains(property.Name)) == true;

    private bool IsRenamedPath(DescriptionDifference difference) =>
        difference is { IsAdded: false, IsRemoved: false } && Renames(difference.Place);

    private bool IsPlaceholder(DescriptionDifference difference)
    {
        var parameter = difference.Place.Parent;
        return parameter?.Parent is { Segment: "parameters", Parent: { } owner }
            && (string?)JsonPointer.Resolve(_after, parameter.ToString())?["in"] == "path"
            && (IsPathItem(owner) ? Renames(owner) : owner.Parent is { } path && IsPathItem(path) && Renames(path));
    }

    private bool Renames(JsonPointer path) => OpenApiGrammar.Methods.Any(method => _inAfter[path.Append(method).ToString()].Any(change =>
        change.Rule == ChangeRule.PlaceholderRenamed
        || change.Rule == ChangeRule.ArgumentRenamed
        || change.Rule == ChangeRule.OperationMoved));

    private static ILookup<string, ApiChange> Index(IEnumerable<ReportEntry> entries) =>
        entries.Where(entry => entry.Change is not null)
            .ToLookup(entry => entry.Place.Pointer, entry => entry.Change!, StringComparer.Ordinal);
}
