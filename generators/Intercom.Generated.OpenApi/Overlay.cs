using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.OpenApi;

/// <summary>
/// Corrections to a published description in OpenAPI Overlay 1.0 form: ordered actions, each with a JSONPath target, an
/// <c>update</c> or a <c>remove</c>, and a <c>description</c> that gives the reason.
/// </summary>
public sealed class Overlay
{
    private static readonly JsonMergeSettings MergeRules = new()
    {
        MergeArrayHandling = MergeArrayHandling.Concat,
        MergeNullValueHandling = MergeNullValueHandling.Merge,
    };

    private static readonly Regex PathInTarget = new(@"^\$\.paths\['(/[^']*\{[^']*)'\]", RegexOptions.CultureInvariant);

    private readonly string _fileName;
    private readonly IReadOnlyList<OverlayAction> _actions;

    private Overlay(string fileName, IReadOnlyList<OverlayAction> actions)
    {
        _fileName = fileName;
        _actions = actions;
    }

    /// <summary>The actions in the order in which they apply.</summary>
    public IReadOnlyList<OverlayAction> Actions => _actions;

    /// <summary>Reads an overlay document.</summary>
    /// <param name="json">The document's text.</param>
    /// <param name="fileName">The file that the text came from, for messages.</param>
    /// <exception cref="OverlayException">The text is not an Overlay 1.0 document, or an action lacks its target, its effect or its reason.</exception>
    public static Overlay Parse(string json, string fileName)
    {
        JObject document;
        try
        {
            document = DescriptionDocument.ParseObject(json);
        }
        catch (JsonReaderException e)
        {
            throw new OverlayException($"{fileName}({e.LineNumber},{e.LinePosition}): not JSON: {e.Message} Correct the syntax.", e);
        }

        if (Text(document, "overlay") is not { } version || !version.StartsWith("1.0", StringComparison.Ordinal))
            throw new OverlayException($"{fileName}#/overlay: expected an OpenAPI Overlay 1.0 document with \"overlay\": \"1.0.0\".");
        if (document["actions"] is not JArray actions)
            throw new OverlayException($"{fileName}#/actions: expected an array of actions.");

        return new Overlay(fileName, [.. actions.Select((action, index) => ParseAction(action, index, fileName))]);
    }

    /// <summary>Applies every action in order to a copy of <paramref name="description"/>.</summary>
    /// <exception cref="OverlayException">A target is not a JSONPath, or matches nothing, or cannot take the action.</exception>
    public JObject Apply(JObject description)
    {
        var result = (JObject)description.DeepClone();
        foreach (var action in _actions)
            Apply(action, result);
        return result;
    }

    /// <summary>The overlay with some of its actions.</summary>
    public Overlay Where(Func<OverlayAction, bool> isKept) => new(_fileName, [.. _actions.Where(isKept)]);

    /// <summary>Applies to a copy of <paramref name="description"/> the actions that it can take, such as those for a later state of it.</summary>
    /// <param name="description">The description.</param>
    /// <param name="misfits">The actions that it cannot take, each with the reason.</param>
    public JObject ApplyFitting(JObject description, out IReadOnlyList<OverlayMisfit> misfits)
    {
        var result = (JObject)description.DeepClone();
        var found = new List<OverlayMisfit>();
        foreach (var action in _actions)
        {
            try
            {
                Apply(action, result);
            }
            catch (OverlayException e)
            {
                found.Add(new OverlayMisfit(action, e));
            }
        }

        misfits = found;
        return result;
    }

    private static OverlayAction ParseAction(JToken token, int index, string fileName)
    {
        var where = $"{fileName}#/actions/{index}";
        if (token is not JObject action)
            throw new OverlayException($"{where}: expected an object.");
        if (Text(action, "target") is not { Length: > 0 } target)
            throw new OverlayException($"{where}/target: missing. Name the place in the description as a JSONPath.");
        if (Text(action, "description") is not { Length: > 0 } reason)
            throw new OverlayException($"{where}/description: missing. Say why '{target}' is changed.");
        var remove = action["remove"] is JValue { Value: true };
        // Without its lines, which would pass for lines of the description.
        var update = action["update"]?.DeepClone(new JsonCloneSettings { CopyAnnotations = false });
        if (remove == (update is not null))
            throw new OverlayException($"{where}: '{target}' needs either \"update\" or \"remove\": true.");
        return new OverlayAction(index, target, reason, update);
    }

    private static string? Text(JObject owner, string name) => (owner[name] as JValue)?.Value as string;

    private void Apply(OverlayAction action, JObject description)
    {
        var where = $"{_fileName}#/actions/{action.Index}";
        List<JToken> matches;
        try
        {
            matches = [.. description.SelectTokens(action.Target)];
            if (matches.Count == 0 && TargetByOtherNames(action, description) is { } target)
                matches = [.. description.SelectTokens(target)];
        }
        catch (JsonException e)
        {
            throw new OverlayException($"{where}/target: '{action.Target}' is not a JSONPath: {e.Message}", e);
        }

        if (matches.Count == 0)
        {
            throw new OverlayException(
                $"{where}/target: '{action.Target}' matches nothing in the description any more. "
                + $"Remove the action if the published description was corrected, or point it to the new place. Its reason was: {action.Reason}");
        }

        foreach (var match in matches)
        {
            if (action.Update is null && match == description)
                throw new OverlayException($"{where}/target: '{action.Target}' is the whole description, which cannot be removed.");
            if (action.Update is null)
                Remove(match);
            else if (match is JObject target && action.Update is JObject update)
                target.Merge(update, MergeRules);
            else if (match is JArray array)
                array.Add(action.Update.DeepClone());
            else
                throw new OverlayException($"{where}/target: '{action.Target}' is a {match.Type}; only objects and arrays can be updated. Point the action to its parent.");
        }
    }

    // Another name of a placeholder makes no other path of it. Only a correction of parameters depends on the name.
    private static string? TargetByOtherNames(OverlayAction action, JObject description)
    {
        if (PathInTarget.Match(action.Target) is not { Success: true } match || (action.Update as JObject)?["parameters"] is not null)
            return null;
        var key = DescriptionDocument.OperationKey(string.Empty, match.Groups[1].Value);
        var paths = (description["paths"] as JObject)?.Properties().Select(path => path.Name)
            .Where(path => DescriptionDocument.OperationKey(string.Empty, path) == key).ToList();
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
/// <param name="Index">Its position in the document, from 0.</param>
/// <param name="Target">The JSONPath of the places that it changes.</param>
/// <param name="Reason">Why the published description is changed there.</param>
/// <param name="Update">What is merged into the target; null when the target is removed.</param>
public sealed record OverlayAction(int Index, string Target, string Reason, JToken? Update);

/// <summary>An action that a description cannot take.</summary>
/// <param name="Action">The action.</param>
/// <param name="Reason">Why not.</param>
public sealed record OverlayMisfit(OverlayAction Action, OverlayException Reason);

/// <summary>An overlay that cannot be read or applied; the message names the file, the action and the remedy.</summary>
public sealed class OverlayException : Exception
{
    /// <summary>Makes the exception.</summary>
    public OverlayException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
