using System.Globalization;
using System.Text;

namespace Intercom.Generated.Descriptions.Escaping;

/// <summary>
/// Escapes characters that are not visible. Line ends, control characters, bidirectional marks, and invisible characters can make source
/// code, a report, or a terminal show something other than the actual text.
/// </summary>
public static class VisibleText
{
    // Letters, marks, and symbols that are invisible. All other invisible characters have a Unicode category of their own.
    private static readonly (int First, int Last)[] Blank =
        [
            (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2800, 0x2800), (0x3164, 0x3164), (0xFE00, 0xFE0F),
            (0xFFA0, 0xFFA0), (0xE0100, 0xE01EF),
        ];

    /// <summary>
    /// Returns the text on one line. Line ends and tabs become spaces. Hidden characters are escaped, as in <c>\u202E</c>.
    /// </summary>
    public static string Of(string text)
    {
        if (text.All(c => c is >= ' ' and <= '~'))
            return text;
        var visible = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (text[i] is '\r' or '\n' or '\t' or '\u0085' or '\u2028' or '\u2029')
                visible.Append(' ');
            else if (IsHidden(text, i, isPair))
                visible.Append(Escaped(text[i])).Append(isPair ? Escaped(text[i + 1]) : string.Empty);
            else
                visible.Append(text, i, isPair ? 2 : 1);
            if (isPair)
                i++;
        }

        return visible.ToString();
    }

    /// <summary>Returns the escape sequence of a UTF-16 code unit, which is the same in C# and JSON.</summary>
    internal static string Escaped(char c) => $"\\u{(int)c:X4}";

    /// <summary>Returns the index of the first unpaired surrogate, which no encoding can express, or -1 if the text has none.</summary>
    public static int IndexOfUnpairedSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                return i;
            i++;
        }

        return -1;
    }

    private static bool IsHidden(string text, int index, bool isPair)
    {
        if (text[index] == ' ')
            return false;
        var category = CharUnicodeInfo.GetUnicodeCategory(text, index);
        if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator)
        {
            return true;
        }

        var code = isPair ? char.ConvertToUtf32(text[index], text[index + 1]) : text[index];
        return Array.Exists(Blank, range => code >= range.First && code <= range.Last);
    }
}
