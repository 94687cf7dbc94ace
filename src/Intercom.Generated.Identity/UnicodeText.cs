using System.Text;

namespace Intercom.Generated;

/// <summary>
/// Text that is signed. A lone surrogate has no UTF-8 form, and with a replacement, different texts would have the same signature.
/// </summary>
internal static class UnicodeText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Returns the UTF-8 of text.</summary>
    /// <exception cref="ArgumentException">The text has a lone surrogate.</exception>
    public static byte[] ToUtf8(string text, string name)
    {
        try
        {
            return Strict.GetBytes(text);
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException(
                $"{name} is not valid Unicode text: the character at position {e.Index} is half of a surrogate pair. "
                + "Check where the text was cut off.",
                name);
        }
    }

    /// <summary>Returns text if it has a UTF-8 form.</summary>
    /// <exception cref="ArgumentException">The text has a lone surrogate.</exception>
    public static string Check(string text, string name)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else
                ToUtf8(text, name);
        }

        return text;
    }

    /// <summary>Returns the ID or email address of a user if it can be signed.</summary>
    /// <exception cref="ArgumentException">The text is null, empty, only white space, or not valid Unicode.</exception>
    public static string CheckIdentifier(string? text, string name)
    {
        if (text is null)
            throw new ArgumentNullException(name);
        if (string.IsNullOrWhiteSpace(text))
            throw new ArgumentException($"{name} is empty. Pass the value of the signed-in user, and sign nothing for visitors.", name);
        return Check(text, name);
    }
}
