using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
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
        // ASCII, which nearly everything is, has the letters of Latin 1: both are faster than the one encoding that looks at everything.
        return Ascii.IsValid(utf8) ? Encoding.Latin1.GetString(utf8) : Strict.GetString(utf8);
#else
        return Strict.GetString(utf8.ToArray());
#endif
    }

    /// <summary>
    /// Writes text, with what is beyond the basic plane as it is: .NET's writer would write it as twelve characters. Half of a surrogate pair, which
    /// only a program can have made, becomes U+FFFD like everywhere.
    /// </summary>
    public static void Write(Utf8JsonWriter writer, string text)
    {
        if (HasSurrogates(text) && IsRelaxed(writer))
            WriteQuoted(writer, text);
        else
            writer.WriteStringValue(text);
    }

    /// <summary>Writes a member that is text.</summary>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, string text)
    {
        if (HasSurrogates(text) && IsRelaxed(writer))
        {
            writer.WritePropertyName(name);
            WriteQuoted(writer, text);
        }
        else
        {
            writer.WriteString(name, text);
        }
    }

    private static void WriteQuoted(Utf8JsonWriter writer, string text)
    {
#if NET
        var quoted = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length) * 2);
        var length = 0;
        quoted[length++] = (byte)'"';
        var rest = text.AsSpan();
        for (var run = rest.IndexOfAny(Escapes.All); run >= 0; run = rest.IndexOfAny(Escapes.All))
        {
            length += Encoding.UTF8.GetBytes(rest[..run], quoted.AsSpan(length));
            quoted[length++] = (byte)'\\';
            length += Encoding.ASCII.GetBytes(Escapes.Of(rest[run]), quoted.AsSpan(length));
            rest = rest[(run + 1)..];
        }

        length += Encoding.UTF8.GetBytes(rest, quoted.AsSpan(length));
        quoted[length++] = (byte)'"';
        writer.WriteRawValue(quoted.AsSpan(0, length), skipInputValidation: true);
        ArrayPool<byte>.Shared.Return(quoted);
#else
        WriteRaw(writer, JsonConvert.ToString(text));
#endif
    }

    /// <summary>Writes JSON text as it is; half of a surrogate pair, which only a program can have made, is written as U+FFFD like everywhere.</summary>
    public static void WriteRaw(Utf8JsonWriter writer, string json) => writer.WriteRawValue(Encoding.UTF8.GetBytes(json), skipInputValidation: true);

    // The writers of other serializers may have to escape more, for HTML for example.
    private static bool IsRelaxed(Utf8JsonWriter writer) => writer.Options.Encoder == JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

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

#if NET
    /// <summary>What cannot stand in JSON text as it is, and what ends a line for some who read it.</summary>
    private static class Escapes
    {
        public static SearchValues<char> All { get; } = System.Buffers.SearchValues.Create(string.Concat(Enumerable.Range(0, 32).Select(code => (char)code)) + "\"\\\u0085\u2028\u2029");

        public static string Of(char letter) => letter switch
        {
            '"' => "\"",
            '\\' => "\\",
            '\n' => "n",
            '\r' => "r",
            '\t' => "t",
            '\b' => "b",
            '\f' => "f",
            _ => $"u{(int)letter:x4}",
        };
    }
#endif
}
