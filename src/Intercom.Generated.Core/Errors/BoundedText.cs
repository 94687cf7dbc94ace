using System.Text;

namespace Intercom.Generated;

/// <summary>Makes text from a server safe to use in a message: short, and on one line.</summary>
internal static class BoundedText
{
    private const int Longest = 500;

    /// <summary>Gets the start of a text, with control characters and invisible formatting replaced by spaces.</summary>
    public static string Of(string text, int longest = Longest)
    {
        if (text.Length <= longest && !text.Any(MustReplace))
            return text;
        var bounded = new StringBuilder(Math.Min(text.Length, longest) + 3);
        foreach (var letter in text)
        {
            if (bounded.Length == longest)
                return bounded.Append("...").ToString();
            bounded.Append(MustReplace(letter) ? ' ' : letter);
        }

        return bounded.ToString();
    }

    private static bool MustReplace(char letter) =>
        char.IsControl(letter) || letter is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
