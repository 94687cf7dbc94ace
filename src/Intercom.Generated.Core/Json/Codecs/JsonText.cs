using System.Text;
using System.Text.Json;
using Newtonsoft.Json;

namespace Intercom.Generated.Runtime;

/// <summary>Text out of JSON.</summary>
internal static class JsonText
{
    /// <summary>UTF-8 that neither writes a byte order mark nor replaces what is invalid.</summary>
    public static Encoding Strict { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether the bytes begin with the mark of UTF-8.</summary>
    public static bool HasByteOrderMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);

    /// <summary>Makes text of UTF-8 without escapes.</summary>
    /// <exception cref="DecoderFallbackException">The bytes are no UTF-8.</exception>
    public static string Decode(ReadOnlySpan<byte> utf8)
    {
#if NET
        // The encoding that replaces is the one that .NET has made fast for short texts; what it replaced is seen afterwards.
        var text = Encoding.UTF8.GetString(utf8);
        return text.Contains('\uFFFD') ? Strict.GetString(utf8) : text;
#else
        return Strict.GetString(utf8.ToArray());
#endif
    }

    /// <summary>Writes text, with what is beyond the basic plane as it is: .NET's writer would write it as twelve characters.</summary>
    public static void Write(Utf8JsonWriter writer, string text)
    {
        if (HasSurrogates(text))
            WriteRaw(writer, JsonConvert.ToString(text));
        else
            writer.WriteStringValue(text);
    }

    /// <summary>Writes a member that is text.</summary>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, string text)
    {
        if (HasSurrogates(text))
        {
            writer.WritePropertyName(name);
            Write(writer, text);
        }
        else
        {
            writer.WriteString(name, text);
        }
    }

    /// <summary>Writes JSON text as it is; half of a surrogate pair, which only a program can have made, is written as U+FFFD like everywhere.</summary>
    public static void WriteRaw(Utf8JsonWriter writer, string json) => writer.WriteRawValue(Encoding.UTF8.GetBytes(json), skipInputValidation: true);

    private static bool HasSurrogates(string text)
    {
#if NET
        return text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');
#else
        foreach (var letter in text)
        {
            if (char.IsSurrogate(letter))
                return true;
        }

        return false;
#endif
    }
}
