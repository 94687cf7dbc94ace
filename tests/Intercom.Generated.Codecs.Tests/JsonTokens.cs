using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>Compares JSON by token types, values, and order. Escape sequences may differ.</summary>
internal static class JsonTokens
{
    /// <summary>Describes the difference between JSON written by a codec and by Newtonsoft.Json, or returns null if there is none.</summary>
    public static string? Difference(byte[] codec, string newtonsoft, bool inOrder = true)
    {
        var text = Encoding.UTF8.GetString(codec);
        // Replace lone surrogates with U+FFFD, as in UTF-8.
        newtonsoft = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(newtonsoft));
        if (text == newtonsoft)
            return null;
        // Without escapable characters, raw JSON, and numbers that Newtonsoft reads as infinity, there is only one representation.
        if (inOrder
            && !text.Contains("\"raw\" : ", StringComparison.Ordinal)
            && !newtonsoft.Contains("1e999", StringComparison.Ordinal)
            && Array.TrueForAll(codec, letter => letter is >= (byte)' ' and <= (byte)'~')
            && !text.Contains("\\u", StringComparison.Ordinal))
            return $"{text} vs. {newtonsoft}";
        return Difference(Parse(text), Parse(newtonsoft), inOrder);
    }

    /// <summary>Describes the difference between two tokens, or returns null if there is none.</summary>
    public static string? Difference(JToken left, JToken right, bool inOrder = true)
    {
        if (AreInfinite(left, right))
            return null;
        if (left.Type != right.Type)
            return $"{left.Path}: {left.Type} vs. {right.Type}";
        switch (left)
        {
            case JObject own:
                var (members, others) = (Members(own, inOrder), Members((JObject)right, inOrder));
                if (!members.Select(member => member.Name).SequenceEqual(others.Select(member => member.Name), StringComparer.Ordinal))
                    return $"{left.Path}: names {string.Join(' ', members.Select(member => member.Name))} vs. {string.Join(' ', others.Select(member => member.Name))}";
                return members.Zip(others, (one, other) => Difference(one.Value, other.Value, inOrder)).FirstOrDefault(difference => difference is not null);
            case JArray list:
                if (list.Count != ((JArray)right).Count)
                    return $"{left.Path}: {list.Count} vs. {((JArray)right).Count} items";
                return list.Zip((JArray)right, (one, other) => Difference(one, other, inOrder)).FirstOrDefault(difference => difference is not null);
            case JConstructor:
                return JToken.DeepEquals(left, right) ? null : $"{left} vs. {right}";
            default:
                var (value, expected) = (((JValue)left).Value, ((JValue)right).Value);
                return value?.GetType() == expected?.GetType() && Equals(value, expected) && IsSameZero(value, expected)
                    ? null
                    : string.Create(CultureInfo.InvariantCulture, $"{left.Path}: {value} ({value?.GetType().Name}) vs. {expected} ({expected?.GetType().Name})");
        }
    }

    /// <summary>Whether the JSON contains syntax that only Newtonsoft.Json accepts.</summary>
    public static bool IsNewtonsoftOnly(JToken json) => ((json as JContainer)?.DescendantsAndSelf() ?? [json]).Any(
        token => token.Type is JTokenType.Undefined or JTokenType.Constructor or JTokenType.Comment || token is JValue { Value: double.NaN });

    public static JToken Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = null };
        return JToken.ReadFrom(reader);
    }

    /// <summary>
    /// Whether two tokens are numbers beyond the range of a double. Newtonsoft reads them as infinity, while a codec keeps their digits.
    /// </summary>
    public static bool AreInfinite(JToken left, JToken right) => Infinity(left) is { } infinity && infinity.Equals(Infinity(right));

    private static double? Infinity(JToken token) => token switch
    {
        JValue { Value: double number } when double.IsInfinity(number) => number,
        JRaw { Value: string digits } when double.TryParse(digits, CultureInfo.InvariantCulture, out var number) && double.IsInfinity(number) => number,
        _ => null,
    };

    private static IEnumerable<JProperty> Members(JObject json, bool inOrder) => inOrder ? json.Properties() : json.Properties().OrderBy(member => member.Name, StringComparer.Ordinal);

    private static bool IsSameZero(object? left, object? right) => left is not 0.0 || double.IsNegative((double)left) == double.IsNegative((double)right!);
}
