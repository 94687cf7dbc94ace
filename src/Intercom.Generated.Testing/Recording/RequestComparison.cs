using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Recording;

/// <summary>
/// Compares a request with a recorded one. A replacement in the recording stands for any value, but for the same value everywhere.
/// </summary>
internal sealed class RequestComparison
{
    private static readonly Regex Replacement = new(
        @"^(text-\d+|person-\d+@example\.com|Name \d+|\+1555\d{7}|198\.1[89]\.\d+\.\d+|https://example\.com/\d+|id-\d+|\[secret\])$",
        RegexOptions.CultureInvariant);

    private readonly IReadOnlyDictionary<string, string> _known;

    private RequestComparison(IReadOnlyDictionary<string, string> known) => _known = known;

    /// <summary>The values that replacements stand for, found by this comparison.</summary>
    public Dictionary<string, string> Found { get; } = new(StringComparer.Ordinal);

    /// <summary>The number of differences.</summary>
    public int Distance { get; private set; }

    /// <summary>The first difference, or null if the requests are the same.</summary>
    public string? Difference { get; private set; }

    /// <param name="recorded">The recorded request.</param>
    /// <param name="actual">The request.</param>
    /// <param name="redacted">The body of the request as it would be recorded, or null.</param>
    /// <param name="known">The values that replacements are known to stand for.</param>
    public static RequestComparison Of(
        RecordedRequest recorded, RecordedRequest actual, JToken? redacted, IReadOnlyDictionary<string, string> known)
    {
        var comparison = new RequestComparison(known);
        comparison.Compare(recorded, actual, redacted);
        return comparison;
    }

    private void Compare(RecordedRequest recorded, RecordedRequest actual, JToken? redacted)
    {
        if (recorded.Method != actual.Method)
            Differ(20, $"its method is {recorded.Method}");
        ComparePath(PathOf(recorded.Target).Split('/'), PathOf(actual.Target).Split('/'));
        CompareQuery(QueryOf(recorded.Target), QueryOf(actual.Target));
        if (!string.Equals(recorded.Version, actual.Version, StringComparison.OrdinalIgnoreCase))
            Differ(5, $"its version is {recorded.Version ?? "missing"}");
        if (recorded.Body.Omitted != actual.Body.Omitted)
            Differ(5, $"its body is {recorded.Body.Omitted ?? "JSON"}");
        else if (recorded.Body.Json is null != actual.Body.Json is null)
            Differ(5, recorded.Body.Json is null ? "it has no body" : "it has a body");
        else if (recorded.Body.Json is { } json)
            Compare(json, actual.Body.Json!, redacted, "");
    }

    private void ComparePath(string[] recorded, string[] actual)
    {
        if (recorded.Length != actual.Length)
            Differ(10 + Math.Abs(recorded.Length - actual.Length), "its path has another length");
        for (var i = 0; i < Math.Min(recorded.Length, actual.Length); i++)
        {
            if (!IsSame(Uri.UnescapeDataString(recorded[i]), Uri.UnescapeDataString(actual[i])))
                Differ(i == 1 ? 15 : 4, $"segment {i.ToString(CultureInfo.InvariantCulture)} of its path differs");
        }
    }

    private void CompareQuery(IReadOnlyList<KeyValuePair<string, string>> recorded, IReadOnlyList<KeyValuePair<string, string>> actual)
    {
        foreach (var name in recorded.Concat(actual).Select(pair => pair.Key).Distinct())
        {
            var left = recorded.Where(pair => pair.Key == name).Select(pair => pair.Value).ToList();
            var right = actual.Where(pair => pair.Key == name).Select(pair => pair.Value).ToList();
            if (left.Count != right.Count)
                Differ(2, left.Count == 0 ? $"it has no query parameter {name}" : $"it has the query parameter {name}");
            else if (left.Zip(right, IsSame).Contains(false))
                Differ(1, $"its query parameter {name} differs");
        }
    }

    private void Compare(JToken recorded, JToken actual, JToken? redacted, string pointer)
    {
        switch (recorded, actual)
        {
            case (JObject left, JObject right):
                foreach (var name in left.Properties().Concat(right.Properties()).Select(member => member.Name).Distinct())
                {
                    if (left[name] is { } expected && right[name] is { } found)
                        Compare(expected, found, (redacted as JObject)?[name], $"{pointer}/{name}");
                    else
                        Differ(1, left[name] is null ? $"it has no {pointer}/{name} in its body" : $"it has {pointer}/{name} in its body");
                }

                break;
            case (JArray left, JArray right) when left.Count == right.Count:
                for (var i = 0; i < left.Count; i++)
                    Compare(left[i], right[i], (redacted as JArray)?[i], $"{pointer}/{i.ToString(CultureInfo.InvariantCulture)}");
                break;
            case (JValue { Value: string left }, JValue { Value: string right }):
                if (!IsSame(left, right))
                    Differ(1, $"{pointer} of its body differs");
                break;
            // The rules replace numbers, too. Any number fits, because its replacement is also a number.
            case (JValue { Value: long }, JValue { Value: long or double })
                when redacted is not null && !JToken.DeepEquals(redacted, actual):
                break;
            default:
                if (!JToken.DeepEquals(recorded, actual))
                    Differ(1, $"{pointer} of its body differs");
                break;
        }
    }

    private bool IsSame(string recorded, string actual)
    {
        if (recorded == actual)
            return true;
        if (!Replacement.IsMatch(recorded))
            return false;
        if (recorded == Redactor.Secret)
            return true;
        if (_known.TryGetValue(recorded, out var known) || Found.TryGetValue(recorded, out known))
            return known == actual;
        Found[recorded] = actual;
        return true;
    }

    private void Differ(int distance, string difference)
    {
        Distance += distance;
        Difference ??= difference;
    }

    private static string PathOf(string target)
    {
        var mark = target.IndexOf('?');
        return mark < 0 ? target : target.Substring(0, mark);
    }

    private static IReadOnlyList<KeyValuePair<string, string>> QueryOf(string target)
    {
        var mark = target.IndexOf('?');
        return mark < 0 ? [] : FakeRequest.ParseQuery(target.Substring(mark));
    }
}
