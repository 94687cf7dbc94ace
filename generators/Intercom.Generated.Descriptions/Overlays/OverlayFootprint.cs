using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>
/// The original values of the parts of a description that a group of corrections changes. A group that was written for one description is
/// also right for another description if it finds the same values there.
/// </summary>
public sealed class OverlayFootprint
{
    private const string Absent = "absent";
    private const string Corrected = "corrected";

    // For each action, the places that its target matches. For each place, the values that the action changes.
    private readonly IReadOnlyList<IReadOnlyList<IReadOnlyDictionary<string, string>>> _actions;

    private OverlayFootprint(IReadOnlyList<IReadOnlyList<IReadOnlyDictionary<string, string>>> actions, string? missingTarget)
    {
        _actions = actions;
        MissingTarget = missingTarget;
    }

    /// <summary>The first target that the description does not have, or null if it has all of them.</summary>
    public string? MissingTarget { get; }

    /// <summary>Whether the description already has every value that the group sets.</summary>
    public bool IsCorrected =>
        MissingTarget is null && _actions.All(places => places.All(place => place.Values.All(value => value == Corrected)));

    /// <summary>Reads the footprint of a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="description">The description before the group is applied.</param>
    /// <exception cref="OverlayException">A target is not a JSONPath.</exception>
    public static OverlayFootprint Of(OverlayGroup group, JObject description)
    {
        var actions = new List<IReadOnlyList<IReadOnlyDictionary<string, string>>>();
        string? missing = null;
        foreach (var action in group.Actions)
        {
            var matches = Overlay.Match(action, description);
            if (matches.Count == 0)
                missing ??= action.Target;
            actions.Add([.. matches.Select(match => Place(match, action.Update))]);
        }

        return new OverlayFootprint(actions, missing);
    }

    /// <summary>
    /// Finds a value that differs from <paramref name="written"/>, the footprint in the description that the group was written for.
    /// </summary>
    /// <returns>The index of the action and the path of the value, or null if the group would change the same values.</returns>
    public (int Action, string Value)? FindDifference(OverlayFootprint written)
    {
        for (var i = 0; i < _actions.Count; i++)
        {
            foreach (var place in _actions[i])
            {
                var differences = written._actions[i].Select(known => Difference(place, known)).ToList();
                if (differences.Count > 0 && !differences.Contains(null))
                    return (i, differences[0]!);
            }
        }

        return null;
    }

    private static string? Difference(IReadOnlyDictionary<string, string> place, IReadOnlyDictionary<string, string> known) =>
        place.Where(value => value.Value != Corrected && (!known.TryGetValue(value.Key, out var before) || before != value.Value))
            .Select(value => value.Key).FirstOrDefault();

    private static Dictionary<string, string> Place(JToken match, JToken? update)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(match, update, string.Empty, values);
        return values;
    }

    private static void Collect(JToken? value, JToken? update, string path, Dictionary<string, string> values)
    {
        if (value is JObject target && update is JObject members)
        {
            foreach (var member in members.Properties())
                Collect(target[member.Name], member.Value, $"{path}/{member.Name}", values);
            return;
        }

        values[path] = value switch
        {
            null => Absent,
            _ when update is not null && JToken.DeepEquals(value, update) => Corrected,
            JArray items when update is JArray more && more.All(item => items.Any(present => JToken.DeepEquals(present, item))) =>
                Corrected,
            JArray items when update is not null and not JArray => items.Any(item => JToken.DeepEquals(item, update)) ? Corrected : Absent,
            _ => value.ToString(Formatting.None),
        };
    }
}
