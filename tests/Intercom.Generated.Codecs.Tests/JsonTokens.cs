using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>Compares JSON by its tokens, their types and their order. Only escapes may differ.</summary>
internal static class JsonTokens
{
    /// <summary>How JSON that a codec wrote differs from what Newtonsoft wrote; null when it is the same.</summary>
    public static string? Difference(byte[] codec, string newtonsoft, bool inOrder = true)
    {
        var text = Encoding.UTF8.GetString(codec);
        // What UTF-8 does not have becomes U+FFFD.
        newtonsoft = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(newtonsoft));
        if (text == newtonsoft)
            return null;
        // Without letters that may be escaped, and raw JSON of a program, there is one way to write it.
        if (inOrder && !text.Contains("\"raw\" : ", StringComparison.Ordinal) && Array.TrueForAll(codec, letter => letter is >= (byte)' ' and <= (byte)'~') && !text.Contains("\\u", StringComparison.Ordinal))
            return $"{text} against {newtonsoft}";
        return Difference(Parse(text), Parse(newtonsoft), inOrder);
    }

    /// <summary>How two tokens differ; null when they are the same.</summary>
    public static string? Difference(JToken left, JToken right, bool inOrder = true)
    {
        if (left.Type != right.Type)
            return $"{left.Path}: {left.Type} against {right.Type}";
        switch (left)
        {
            case JObject own:
                var (members, others) = (Members(own, inOrder), Members((JObject)right, inOrder));
                if (!members.Select(member => member.Name).SequenceEqual(others.Select(member => member.Name), StringComparer.Ordinal))
                    return $"{left.Path}: names {string.Join(' ', members.Select(member => member.Name))} against {string.Join(' ', others.Select(member => member.Name))}";
                return members.Zip(others, (one, other) => Difference(one.Value, other.Value, inOrder)).FirstOrDefault(difference => difference is not null);
            case JArray list:
                if (list.Count != ((JArray)right).Count)
                    return $"{left.Path}: {list.Count} against {((JArray)right).Count} items";
                return list.Zip((JArray)right, (one, other) => Difference(one, other, inOrder)).FirstOrDefault(difference => difference is not null);
            case JConstructor:
                return JToken.DeepEquals(left, right) ? null : $"{left} against {right}";
            default:
                var (value, expected) = (((JValue)left).Value, ((JValue)right).Value);
                return value?.GetType() == expected?.GetType() && Equals(value, expected) && IsSameZero(value, expected)
                    ? null
                    : string.Create(CultureInfo.InvariantCulture, $"{left.Path}: {value} ({value?.GetType().Name}) against {expected} ({expected?.GetType().Name})");
        }
    }

    /// <summary>Whether it holds what Newtonsoft's reader takes for JSON and no one else does.</summary>
    public static bool AreKnownByNewtonsoftAlone(JToken json) => ((json as JContainer)?.DescendantsAndSelf() ?? [json]).Any(
        token => token.Type is JTokenType.Undefined or JTokenType.Constructor or JTokenType.Comment || token is JValue { Value: double.NaN });

    public static JToken Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = null };
        return JToken.ReadFrom(reader);
    }

    private static IEnumerable<JProperty> Members(JObject json, bool inOrder) => inOrder ? json.Properties() : json.Properties().OrderBy(member => member.Name, StringComparer.Ordinal);

    private static bool IsSameZero(object? left, object? right) => left is not 0.0 || double.IsNegative((double)left) == double.IsNegative((double)right!);
}
