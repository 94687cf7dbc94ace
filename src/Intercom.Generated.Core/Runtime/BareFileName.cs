using System.Globalization;
using System.Text;

namespace Intercom.Generated.Runtime;

/// <summary>
/// Makes a safe file name from text from a server. The result must stay inside the folder that a program combines it with.
/// </summary>
internal static class BareFileName
{
    private const int Longest = 200;
    private const string Invalid = "<>:\"|?*";

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM\u00B9", "COM\u00B2", "COM\u00B3",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT\u00B9", "LPT\u00B2", "LPT\u00B3",
    };

    /// <summary>Gets the last part of a path as a name that is valid on Windows and Unix, or null if nothing is left.</summary>
    public static string? Of(string? path)
    {
        if (path is null)
            return null;
        var name = new StringBuilder();
        foreach (var letter in path.Substring(path.LastIndexOfAny(['/', '\\']) + 1))
        {
            if (!IsInvisible(letter))
                name.Append(Invalid.IndexOf(letter) < 0 ? letter : '_');
        }

        // Windows ignores trailing dots and spaces.
        var bare = Shorten(name.ToString().Trim()).TrimEnd('.', ' ');
        if (bare.Length == 0)
            return null;
        return Reserved.Contains(bare.Split('.')[0].TrimEnd()) ? "_" + bare : bare;
    }

    // Control characters, formatting characters, and lone surrogates, which were decoded as U+FFFD.
    private static bool IsInvisible(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || letter == '\uFFFD';

    // File systems limit names to 255 bytes. Keep the extension.
    private static string Shorten(string name)
    {
        var bytes = Encoding.UTF8.GetByteCount(name);
        if (bytes <= Longest)
            return name;
        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && name.Length - dot <= 16 ? name.Substring(dot) : string.Empty;
        var start = new StringBuilder();
        var room = Longest - Encoding.UTF8.GetByteCount(extension);
        var letters = StringInfo.GetTextElementEnumerator(name);
        while (letters.MoveNext() && (room -= Encoding.UTF8.GetByteCount(letters.GetTextElement())) >= 0)
            start.Append(letters.GetTextElement());
        return start.Append(extension).ToString();
    }
}
