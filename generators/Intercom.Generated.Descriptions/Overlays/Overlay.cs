using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>
/// Corrections to a published description in OpenAPI Overlay 1.0 format: ordered actions, each with a JSONPath target, an
/// <c>update</c> or a <c>remove</c>, and a <c>description</c> that states the reason. Actions that are only correct together have the
/// same <c>x-group</c>. The update <c>{"x-merge-cases": true}</c> merges a oneOf or anyOf of objects into one object.
/// </summary>
public sealed class Overlay
{
    internal static readonly JsonMergeSettings MergeRules = new()
    {
        // If the published description gains an item, the overlay does not add it again.
        MergeArrayHandling = MergeArrayHandling.Union,
        MergeNullValueHandling = MergeNullValueHandling.Merge,
    };

    private const int MaximumTargetLength = 1000;

    private static readonly Regex QuotedName = new(@"'(?:[^'\\]|\\.)*'", RegexOptions.CultureInvariant);

    private static readonly Regex Filter = new(@"\[\?\((?:[^)\[]|\[(?!\?))*\)\]", RegexOptions.CultureInvariant);

    private static readonly Regex PathInTarget = new(@"^\$\.paths\['(/[^']*\{[^']*)'\]", RegexOptions.CultureInvariant);

    private readonly string _fileName;
    private readonly IReadOnlyList<OverlayAction> _actions;

    private Overlay(string fileName, IReadOnlyList<OverlayAction> actions)
    {
        _fileName = fileName;
        _actions = actions;
        Groups =
        [
            .. actions.GroupBy(action => action.Group ?? $"#{action.Index}").Select(group => new OverlayGroup([.. group])),
        ];
    }

    /// <summary>The actions, in the order in which they apply.</summary>
    public IReadOnlyList<OverlayAction> Actions => _actions;

    /// <summary>
    /// The groups of actions, in the order of their first actions. An action without an <c>x-group</c> is a group of its own.
    /// </summary>
    public IReadOnlyList<OverlayGroup> Groups { get; }

    /// <summary>Reads an overlay document.</summary>
    /// <param name="json">The text of the document.</param>
    /// <param name="fileName">The name of the file, for messages.</param>
    /// <exception cref="OverlayException">
    /// The text is not an Overlay 1.0 document, or an action lacks its target, its update, or its reason.
    /// </exception>
    public static Overlay Parse(string json, string fileName)
    {
        JObject document;
        try
        {
            document = DescriptionDocument.ParseObject(json);
        }
        catch (JsonReaderException e)
        {
            throw new OverlayException(
                $"{fileName}({e.LineNumber},{e.LinePosition}): The file is not valid JSON: {e.Message} Correct the syntax.", e);
        }

        if (Text(document, "overlay") is not { } version || !version.StartsWith("1.0", StringComparison.Ordinal))
            throw new OverlayException($"{fileName}#/overlay: Expected an OpenAPI Overlay 1.0 document with \"overlay\": \"1.0.0\".");
        if (document["actions"] is not JArray actions)
            throw new OverlayException($"{fileName}#/actions: Expected an array of actions.");

        return new Overlay(fileName, [.. actions.Select((action, index) => ParseAction(action, index, fileName))]);
    }

    /// <summary>Applies every action in order to a copy of <paramref name="description"/>.</summary>
    /// <exception cref="OverlayException">A target is not a JSONPath, matches nothing, or cannot take the action.</exception>
    public JObject Apply(JObject description)
    {
        var result = (JObject)description.DeepClone();
        ApplyTo(result);
        return result;
    }

    /// <summary>Applies every action in order and changes <paramref name="description"/>.</summary>
    /// <exception cref="OverlayException">A target is not a JSONPath, matches nothing, or cannot take the action.</exception>
    internal void ApplyTo(JObject description)
    {
        foreach (var action in _actions)
            Apply(action, description);
    }

    /// <summary>Returns the overlay with only the selected actions.</summary>
    public Overlay Where(Func<OverlayAction, bool> isKept) => new(_fileName, [.. _actions.Where(isKept)]);

    /// <summary>
    /// Applies the groups that fit to a copy of <paramref name="description"/>. If one action does not fit, its whole group is skipped.
    /// </summary>
    /// <param name="description">The description.</param>
    /// <param name="misfits">The skipped actions, with the reasons.</param>
    public JObject ApplyFitting(JObject description, out IReadOnlyList<OverlayMisfit> misfits)
    {
        var result = (JObject)description.DeepClone();
        misfits = ApplyFittingTo(result);
        return result;
    }

    /// <summary>
    /// Applies the groups that fit to <paramref name="description"/>. If one action does not fit, its whole group is skipped.
    /// </summary>
    /// <returns>The skipped actions, with the reasons.</returns>
    internal IReadOnlyList<OverlayMisfit> ApplyFittingTo(JObject description)
    {
        var misfits = new List<OverlayMisfit>();
        foreach (var group in Groups)
        {
            if (!TryApply(group, description, out var reason))
                misfits.AddRange(group.Actions.Select(action => new OverlayMisfit(action, reason!)));
        }

        return misfits;
    }

    /// <summary>Applies a group to a description if all its actions fit. Otherwise, the description stays as it is.</summary>
    /// <param name="group">The group.</param>
    /// <param name="description">The description.</param>
    /// <param name="reason">The reason that an action does not fit.</param>
    public bool TryApply(OverlayGroup group, JObject description, out OverlayException? reason)
    {
        // The copy restores the description if a later action does not fit. Copying is slow, so copy only if that can happen.
        JContainer? changed = null;
        JToken? copy = null;
        try
        {
            if (Match(group.Actions[0], description, Where(group.Actions[0])).Count == 0)
                throw MatchesNothing(group.Actions[0]);
            if (!CertainlyFits(group, description))
            {
                changed = Scope(group, description);
                copy = changed.DeepClone();
            }

            foreach (var action in group.Actions)
                Apply(action, description);
        }
        catch (OverlayException e)
        {
            if (changed == description)
                description.ReplaceAll(copy!.Children());
            else
                changed?.Replace(copy!);
            reason = e;
            return false;
        }

        reason = null;
        return true;
    }

    /// <summary>Finds the places that an action changes. Placeholders in paths can have different names in the description.</summary>
    /// <exception cref="OverlayException">The target is not a JSONPath.</exception>
    public static IReadOnlyList<JToken> Match(OverlayAction action, JObject description) => Match(action, description, action.Target);

    /// <summary>Returns the target of an action with the placeholder names of a description.</summary>
    public static string TargetIn(OverlayAction action, JObject description) =>
        Match(action, description).Count > 0 && !description.SelectTokens(action.Target).Any()
            ? TargetWithOwnPlaceholders(action, description)!
            : action.Target;

    // Whether the description has every target now, and no action removes the target of a later one.
    private bool CertainlyFits(OverlayGroup group, JObject description)
    {
        if (group.Actions.Any(action => (action.Update as JObject)?[CaseMerging.Keyword] is not null))
            return false;
        for (var i = 0; i < group.Actions.Count; i++)
        {
            var action = group.Actions[i];
            var matches = Match(action, description, Where(action));
            if (matches.Count == 0 || !matches.All(match => CanTake(match, action.Update)))
                return false;
            if (action.Update is null
                && group.Actions.Skip(i + 1).Any(later => later.Target.StartsWith(action.Target, StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return true;
    }

    // The smallest part that contains everything that a group changes. An action whose target is not there yet changes what another adds.
    private JContainer Scope(OverlayGroup group, JObject description)
    {
        var changed =
            from action in @group.Actions
            from match in Match(action, description, Where(action))
            let container = (action.Update is null ? match.Parent : match as JContainer) ?? description
            select container.AncestorsAndSelf().OfType<JContainer>().Where(part => part is not JProperty).ToList();
        return changed.Aggregate((first, second) => first.Where(second.Contains).ToList())[0];
    }

    private static bool CanTake(JToken match, JToken? update) =>
        update is null ? match.Parent is not null : match is JArray || (match is JObject && update is JObject);

    private string Where(OverlayAction action) => $"{_fileName}#/actions/{action.Index}";

    private static OverlayAction ParseAction(JToken token, int index, string fileName)
    {
        var where = $"{fileName}#/actions/{index}";
        if (token is not JObject action)
            throw new OverlayException($"{where}: Expected an object.");
        if (Text(action, "target") is not { Length: > 0 } target)
            throw new OverlayException($"{where}/target: The target is missing. Name the place in the description with a JSONPath.");
        if (FindSlowPart(target) is { } slow)
            throw new OverlayException($"{where}/target: The JSONPath {slow}, which can be slow. Name each step of the place.");
        if (Text(action, "description") is not { Length: > 0 } reason)
            throw new OverlayException($"{where}/description: The description is missing. State why '{target}' is changed.");
        var remove = action["remove"] is JValue { Value: true };
        // Line numbers of the overlay would be mistaken for lines of the description.
        var update = action["update"]?.DeepClone(new JsonCloneSettings { CopyAnnotations = false });
        if (remove == (update is not null))
            throw new OverlayException($"{where}: '{target}' needs either \"update\" or \"remove\": true, but not both.");
        return new OverlayAction(index, target, reason, update, Text(action, "x-group"));
    }

    // Without these features, each step visits each node of the description at most once.
    private static string? FindSlowPart(string target)
    {
        if (target.Length > MaximumTargetLength)
            return $"has more than {MaximumTargetLength} characters";
        var path = QuotedName.Replace(target, "''");
        return path.Contains("=~") ? "has a regular expression"
            : path.IndexOf("..", StringComparison.Ordinal) != path.LastIndexOf("..", StringComparison.Ordinal) ? "has '..' more than once"
            : Filter.Matches(path).Cast<Match>().Any(IsSearch) ? "has a filter that searches"
            : Filter.Replace(path, string.Empty).Contains("[?") ? "has a filter that is not a simple comparison"
            : null;

        static bool IsSearch(Match filter) => filter.Value.Contains("..") || filter.Value.Contains("*");
    }

    private static string? Text(JObject owner, string name) => (owner[name] as JValue)?.Value as string;

    private void Apply(OverlayAction action, JObject description)
    {
        var where = Where(action);
        var matches = Match(action, description, where);
        if (matches.Count == 0)
            throw MatchesNothing(action);

        foreach (var match in matches)
        {
            if (action.Update is null && match == description)
                throw new OverlayException($"{where}/target: '{action.Target}' is the whole description, which cannot be removed.");
            if (action.Update is null)
                Remove(match);
            else if (match is JObject schema
                && action.Update is JObject { Count: 1 } only
                && only[CaseMerging.Keyword] is JValue { Value: true })
            {
                CaseMerging.Apply(schema, description, where);
            }
            else if (match is JObject target && action.Update is JObject update)
                target.Merge(update, MergeRules);
            else if (match is JArray array)
                Add(array, action.Update);
            else
            {
                throw new OverlayException(
                    $"{where}/target: '{action.Target}' is of type {match.Type}, but only objects and arrays can be updated. "
                    + "Target its parent.");
            }
        }
    }

    private static List<JToken> Match(OverlayAction action, JObject description, string where)
    {
        try
        {
            var matches = description.SelectTokens(action.Target).ToList();
            return matches.Count == 0 && TargetWithOwnPlaceholders(action, description) is { } target
                ? description.SelectTokens(target).ToList()
                : matches;
        }
        catch (JsonException e)
        {
            throw new OverlayException($"{where}/target: '{action.Target}' is not a JSONPath: {e.Message}", e);
        }
    }

    private OverlayException MatchesNothing(OverlayAction action) => new(
        $"{Where(action)}/target: '{action.Target}' no longer matches anything in the description. "
        + "Remove the action if the published description was corrected, or change the target to the new place. "
        + $"The reason of the action is: {action.Reason}");

    private static void Add(JArray array, JToken item)
    {
        if (!array.Any(present => JToken.DeepEquals(present, item)))
            array.Add(item.DeepClone());
    }

    // A renamed placeholder does not change the path. Only a correction of parameters depends on the name.
    private static string? TargetWithOwnPlaceholders(OverlayAction action, JObject description)
    {
        if (PathInTarget.Match(action.Target) is not { Success: true } match || (action.Update as JObject)?["parameters"] is not null)
            return null;
        var key = DescriptionDocument.OperationKey(string.Empty, match.Groups[1].Value);
        var start = match.Groups[1].Value.Substring(0, match.Groups[1].Value.IndexOf('{') + 1);
        var paths = (description["paths"] as JObject)?.Properties().Select(path => path.Name)
            .Where(path => path.StartsWith(start, StringComparison.Ordinal) && DescriptionDocument.OperationKey(string.Empty, path) == key)
            .ToList();
        return paths is { Count: 1 } ? action.Target.Replace($"'{match.Groups[1].Value}'", $"'{paths[0]}'") : null;
    }

    private static void Remove(JToken match)
    {
        if (match.Parent is JProperty property)
            property.Remove();
        else
            match.Remove();
    }
}

/// <summary>One action of an <see cref="Overlay"/>.</summary>
/// <param name="Index">The zero-based position in the document.</param>
/// <param name="Target">The JSONPath of the places to change.</param>
/// <param name="Reason">The reason for the change.</param>
/// <param name="Update">The value to merge into the target, or null if the target is removed.</param>
/// <param name="Group">The name of the group of actions that are only correct together, or null for a group of its own.</param>
public sealed record OverlayAction(int Index, string Target, string Reason, JToken? Update, string? Group = null);

/// <summary>Actions of an <see cref="Overlay"/> that are only correct together.</summary>
/// <param name="Actions">The actions, in the order in which they apply.</param>
public sealed record OverlayGroup(IReadOnlyList<OverlayAction> Actions);

/// <summary>An action that does not fit a description.</summary>
/// <param name="Action">The action.</param>
/// <param name="Reason">The reason.</param>
public sealed record OverlayMisfit(OverlayAction Action, OverlayException Reason);

/// <summary>Thrown if an overlay cannot be read or applied. The message names the file, the action, and the remedy.</summary>
public sealed class OverlayException : Exception
{
    /// <summary>Creates the exception.</summary>
    public OverlayException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
