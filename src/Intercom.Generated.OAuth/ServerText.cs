using System.Text;

namespace Intercom.Generated;

/// <summary>Makes text from others safe to use in a message: short, on one line, and without the secrets of the request.</summary>
internal static class ServerText
{
    private const int Longest = 200;

    /// <summary>Gets the start of a text without control characters and invisible formatting.</summary>
    public static string Bounded(string text)
    {
        var bounded = new StringBuilder();
        foreach (var letter in text)
        {
            if (bounded.Length == Longest)
                return bounded.Append("...").ToString();
            bounded.Append(MustReplace(letter) ? ' ' : letter);
        }

        return bounded.ToString();
    }

    /// <summary>Gets the start of a text in which secrets are replaced.</summary>
    public static string Bounded(string text, params string[] secrets) =>
        Bounded(secrets.Aggregate(text, (rest, secret) => rest.Replace(secret, "[secret]")));

    private static bool MustReplace(char letter) =>
        char.IsControl(letter) || letter is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
