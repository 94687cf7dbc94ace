using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>
/// Compares the JSON that was read with the JSON that was written. A number written as a string or a string as a number, as the description
/// declares it, and a time written as ISO 8601 text instead of Unix seconds or the reverse are not differences.
/// </summary>
internal static class JsonComparison
{
    public static IEnumerable<string> Differences(JToken before, JToken? after, string path = "$")
    {
        switch (before, after)
        {
            case (JObject left, JObject right):
                foreach (var property in left.Properties())
                {
                    foreach (var difference in Differences(property.Value, right[property.Name], $"{path}.{property.Name}"))
                        yield return difference;
                }

                foreach (var property in right.Properties().Where(property => left[property.Name] is null))
                    yield return $"{path}.{property.Name}: appeared";
                break;
            case (JArray left, JArray right) when left.Count == right.Count:
                for (var i = 0; i < left.Count; i++)
                {
                    foreach (var difference in Differences(left[i], right[i], $"{path}[{i}]"))
                        yield return difference;
                }

                break;
            case (JValue left, JValue right) when IsSame(left, right):
                break;
            default:
                yield return $"{path}: {Shown(before)} became {Shown(after)}";
                break;
        }
    }

    private static bool IsSame(JValue left, JValue right)
    {
        if (JToken.DeepEquals(left, right))
            return true;
        if (IsNumber(left) && IsNumber(right))
            return left.Value<double>().Equals(right.Value<double>());
        // An ID or number that is a string on one side.
        if ((IsNumber(left) && right.Type == JTokenType.String) || (left.Type == JTokenType.String && IsNumber(right)))
        {
            return left.ToString(CultureInfo.InvariantCulture) == right.ToString(CultureInfo.InvariantCulture)
                || (left.Type == JTokenType.String ? IsSameTime(left.Value<string>()!, right) : IsSameTime(right.Value<string>()!, left));
        }

        return left.Type == JTokenType.String && right.Type == JTokenType.String
            && DateTimeOffset.TryParse((string?)left, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var one)
            && DateTimeOffset.TryParse((string?)right, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var other)
            && one == other;
    }

    private static bool IsSameTime(string text, JValue seconds) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        && time == DateTimeOffset.UnixEpoch.AddTicks((long)Math.Round(seconds.Value<double>() * 1e6) * 10);

    private static bool IsNumber(JValue value) => value.Type is JTokenType.Integer or JTokenType.Float;

    private static string Shown(JToken? token) => token is null ? "nothing" : token.ToString(Formatting.None);
}
