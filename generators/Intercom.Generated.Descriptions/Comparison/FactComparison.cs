using System.Globalization;
using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.Descriptions.Comparison;

/// <summary>Compares the facts about values that C# types do not express, such as limits and defaults.</summary>
internal static class FactComparison
{
    // Raising a lower bound, or lowering an upper bound, excludes values.
    private static readonly HashSet<string> LowerBounds =
        new(StringComparer.Ordinal) { "minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties" };

    private static readonly HashSet<string> UpperBounds =
        new(StringComparer.Ordinal) { "maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties" };

    /// <summary>Returns the limits that differ, and whether the new limit excludes values that the old one allowed.</summary>
    public static IEnumerable<(string? Before, string? After, bool IsTighter)> Limits(ValueFacts before, ValueFacts after)
    {
        foreach (var old in before.Limits.Where(limit => after.Limits.All(other => other.Keyword != limit.Keyword)))
            yield return (Text(old), null, false);
        foreach (var current in after.Limits)
        {
            var old = before.Limits.FirstOrDefault(limit => limit.Keyword == current.Keyword);
            if (old != current)
            {
                yield return (
                    old is null ? null : Text(old), Text(current), old is null || IsTighter(current.Keyword, old.Value, current.Value));
            }
        }
    }

    /// <summary>
    /// Returns the values that a schema no longer allows. A schema that lists none before or after has no such values: its type changed.
    /// </summary>
    public static IEnumerable<string> RemovedValues(ValueFacts before, ValueFacts after) =>
        before.Values.Count == 0 || after.Values.Count == 0
            ? []
            : before.Values.Except(after.Values).Where(value => value != "null").Select(value => $"enum: {value}");

    /// <summary>Returns the default value as the description states it, or null if it has none.</summary>
    public static string? Default(ValueFacts facts) => facts.Default is { } value ? $"default: {value}" : null;

    // Patterns cannot be compared, so a change counts as tighter.
    private static bool IsTighter(string keyword, string before, string after)
    {
        if (!double.TryParse(before, NumberStyles.Float, CultureInfo.InvariantCulture, out var old)
            || !double.TryParse(after, NumberStyles.Float, CultureInfo.InvariantCulture, out var current))
        {
            return after != "false";
        }

        keyword = keyword.Substring(keyword.LastIndexOf('.') + 1);
        return LowerBounds.Contains(keyword) ? current > old : !UpperBounds.Contains(keyword) || current < old;
    }

    private static string Text(ValueLimit limit) => $"{limit.Keyword}: {limit.Value}";
}
