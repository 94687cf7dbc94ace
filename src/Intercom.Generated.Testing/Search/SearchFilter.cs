using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Search;

/// <summary>A condition on the field values of an item.</summary>
internal abstract class SearchFilter
{
    public abstract bool Matches(Func<string, IReadOnlyList<JToken>> valuesOf);
}

/// <summary>A group of filters, all or any of which must match.</summary>
internal sealed class Combination(bool all, IReadOnlyList<SearchFilter> members) : SearchFilter
{
    public override bool Matches(Func<string, IReadOnlyList<JToken>> valuesOf) =>
        all ? members.All(member => member.Matches(valuesOf)) : members.Any(member => member.Matches(valuesOf));
}

/// <summary>Compares a field with a value. A field with several values matches if any of them matches.</summary>
internal sealed class Comparison(string field, string operation, JToken value) : SearchFilter
{
    public override bool Matches(Func<string, IReadOnlyList<JToken>> valuesOf)
    {
        var found = valuesOf(field).Where(item => item.Type != JTokenType.Null).ToList();
        return operation switch
        {
            "=" => IsNull(value) ? found.Count == 0 : found.Exists(item => Compare(item, value) == 0),
            "!=" => IsNull(value) ? found.Count > 0 : !found.Exists(item => Compare(item, value) == 0),
            "IN" => found.Exists(item => value.Any(candidate => Compare(item, candidate) == 0)),
            "NIN" => !found.Exists(item => value.Any(candidate => Compare(item, candidate) == 0)),
            "<" => found.Exists(item => Compare(item, value) < 0),
            ">" => found.Exists(item => Compare(item, value) > 0),
            "<=" => found.Exists(item => Compare(item, value) <= 0),
            ">=" => found.Exists(item => Compare(item, value) >= 0),
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

    private static bool IsNull(JToken token) => token.Type == JTokenType.Null;

    private static string Text(JToken token) =>
        token is JValue value ? Convert.ToString(value.Value, CultureInfo.InvariantCulture) ?? "" : token.ToString();
}
