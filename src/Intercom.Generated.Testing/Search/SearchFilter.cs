using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Search;

/// <summary>A condition on the field values of an item.</summary>
internal abstract class SearchFilter
{
    /// <summary>The comparisons of the filter and of the filters in it.</summary>
    public abstract IEnumerable<Comparison> Comparisons { get; }

    /// <param name="valuesOf">Gets the values of a field.</param>
    /// <param name="rules">Gets how a field is compared.</param>
    public abstract bool Matches(Func<string, IReadOnlyList<JToken>> valuesOf, Func<string, ComparisonRule> rules);
}

/// <summary>A group of filters, all or any of which must match.</summary>
internal sealed class Combination(bool all, IReadOnlyList<SearchFilter> members) : SearchFilter
{
    public override IEnumerable<Comparison> Comparisons => members.SelectMany(member => member.Comparisons);

    public override bool Matches(Func<string, IReadOnlyList<JToken>> valuesOf, Func<string, ComparisonRule> rules) => all
        ? members.All(member => member.Matches(valuesOf, rules))
        : members.Any(member => member.Matches(valuesOf, rules));
}

/// <summary>How a field is compared.</summary>
/// <param name="days">The time zone of the calendar days by which times are compared, or null to compare them by seconds.</param>
/// <param name="includesValue">Whether <c>&gt;</c> and <c>&lt;</c> include the value itself.</param>
internal sealed class ComparisonRule(TimeZoneInfo? days, bool includesValue)
{
    public bool IncludesValue { get; } = includesValue;

    /// <summary>Compares two values: times by calendar day if the field has days, and all others by value.</summary>
    public int Compare(JToken left, JToken right) => days is not null && DayOf(left) is { } first && DayOf(right) is { } second
        ? first.CompareTo(second)
        : Comparison.Compare(left, right);

    private DateTime? DayOf(JToken token)
    {
        if (!long.TryParse(Comparison.Text(token), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
            || seconds is < -62_135_596_800 or > 253_402_300_799)
        {
            return null;
        }

        var time = DateTimeOffset.FromUnixTimeSeconds(seconds);
        try
        {
            return TimeZoneInfo.ConvertTime(time, days!).Date;
        }
        catch (ArgumentOutOfRangeException)
        {
            // The first or last day of the calendar in another time zone.
            return time.UtcDateTime.Date;
        }
    }
}

/// <summary>Compares a field with a value. A field with several values matches if any of them matches.</summary>
internal sealed class Comparison(string field, string operation, JToken value) : SearchFilter
{
    public string Field { get; } = field;

    public string Operation { get; } = operation;

    public override IEnumerable<Comparison> Comparisons => [this];

    public override bool Matches(Func<string, IReadOnlyList<JToken>> valuesOf, Func<string, ComparisonRule> rules)
    {
        var found = valuesOf(Field).Where(item => item.Type != JTokenType.Null).ToList();
        var rule = rules(Field);
        return Operation switch
        {
            "=" => IsNull(value) ? found.Count == 0 : found.Exists(item => rule.Compare(item, value) == 0),
            "!=" => IsNull(value) ? found.Count > 0 : !found.Exists(item => rule.Compare(item, value) == 0),
            "IN" => found.Exists(item => value.Any(candidate => rule.Compare(item, candidate) == 0)),
            "NIN" => !found.Exists(item => value.Any(candidate => rule.Compare(item, candidate) == 0)),
            "<" when rule.IncludesValue => found.Exists(item => rule.Compare(item, value) <= 0),
            ">" when rule.IncludesValue => found.Exists(item => rule.Compare(item, value) >= 0),
            "<" => found.Exists(item => rule.Compare(item, value) < 0),
            ">" => found.Exists(item => rule.Compare(item, value) > 0),
            "<=" => found.Exists(item => rule.Compare(item, value) <= 0),
            ">=" => found.Exists(item => rule.Compare(item, value) >= 0),
            "~" => found.Exists(item => Text(item).Contains(Text(value), StringComparison.OrdinalIgnoreCase)),
            "!~" => !found.Exists(item => Text(item).Contains(Text(value), StringComparison.OrdinalIgnoreCase)),
            "^" => found.Exists(item => Text(item).StartsWith(Text(value), StringComparison.OrdinalIgnoreCase)),
            "$" => found.Exists(item => Text(item).EndsWith(Text(value), StringComparison.OrdinalIgnoreCase)),
            _ => false,
        };
    }

    /// <summary>Compares numbers by value, even if they are strings. Compares everything else as text, ignoring case.</summary>
    internal static int Compare(JToken left, JToken right) =>
        decimal.TryParse(Text(left), NumberStyles.Float, CultureInfo.InvariantCulture, out var a)
        && decimal.TryParse(Text(right), NumberStyles.Float, CultureInfo.InvariantCulture, out var b)
            ? a.CompareTo(b)
            : string.Compare(Text(left), Text(right), StringComparison.OrdinalIgnoreCase);

    internal static string Text(JToken token) =>
        token is JValue value ? Convert.ToString(value.Value, CultureInfo.InvariantCulture) ?? "" : token.ToString();

    private static bool IsNull(JToken token) => token.Type == JTokenType.Null;
}
