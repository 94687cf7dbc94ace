using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Newtonsoft.Json;

namespace Intercom.Generated.Runtime;

/// <summary>Reads and writes the text of JSON.</summary>
internal static class JsonText
{
    /// <summary>UTF-8 without a byte order mark, which throws for invalid bytes.</summary>
    public static Encoding Strict { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether the bytes start with the UTF-8 byte order mark.</summary>
    public static bool HasByteOrderMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);

    /// <summary>Decodes UTF-8 without escapes.</summary>
    /// <exception cref="DecoderFallbackException">The bytes are not valid UTF-8.</exception>
    public static string Decode(ReadOnlySpan<byte> utf8)
    {
#if NET
        return Strict.GetString(utf8);
#else
        return Strict.GetString(utf8.ToArray());
#endif
    }

    /// <summary>Decodes ASCII. As Latin-1, it is decoded faster than by the strict UTF-8 decoder.</summary>
    public static string DecodeAscii(ReadOnlySpan<byte> ascii) =>
#if NET
        Encoding.Latin1.GetString(ascii);
#else
        Decode(ascii);
#endif

    /// <summary>
    /// Writes text. Characters beyond the basic multilingual plane are written unescaped, while .NET's writer would use twelve characters.
    /// A lone surrogate, which can only come from a program, becomes U+FFFD, except in a request.
    /// </summary>
    /// <exception cref="UnwritableValueException">The text of a request has a lone surrogate.</exception>
    public static void Write(Utf8JsonWriter writer, string text)
    {
        if (NeedsQuoting(writer, text))
            WriteQuoted(writer, text);
        else
            writer.WriteStringValue(text);
    }

    /// <summary>Writes a text member.</summary>
    /// <exception cref="UnwritableValueException">The text of a request has a lone surrogate.</exception>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, string text)
    {
        if (NeedsQuoting(writer, text))
        {
            writer.WritePropertyName(name);
            WriteQuoted(writer, text);
        }
        else
        {
            writer.WriteString(name, text);
        }
    }

    /// <summary>Writes the name of a member that comes from a program.</summary>
    /// <exception cref="UnwritableValueException">The name in a request has a lone surrogate.</exception>
    public static void WriteName(Utf8JsonWriter writer, string name)
    {
        CheckSurrogates(name);
        writer.WritePropertyName(name);
    }

    /// <summary>Whether text is one valid JSON value.</summary>
    public static bool IsJson(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
            }

            return reader.TokenType != JsonTokenType.None;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    /// <summary>Throws if text of a request has a lone surrogate, because its replacement would change the value.</summary>
    /// <exception cref="UnwritableValueException">The text has a lone surrogate.</exception>
    public static void CheckSurrogates(string text)
    {
        if (!WireFormat.IsRequest)
            return;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsSurrogatePair(text, i))
            {
                throw new UnwritableValueException(
                    $"JSON cannot represent the lone surrogate at position {i} of the text. Do not split text within a character.");
            }

            i++;
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

    /// <summary>Writes raw JSON text. A lone surrogate, which can only come from a program, becomes U+FFFD, except in a request.</summary>
    public static void WriteRaw(Utf8JsonWriter writer, string json) =>
        writer.WriteRawValue(Encoding.UTF8.GetBytes(json), skipInputValidation: true);

    private static bool NeedsQuoting(Utf8JsonWriter writer, string text)
    {
        if (!HasSurrogates(text))
            return false;
        CheckSurrogates(text);
        return IsRelaxed(writer);
    }

    // A writer of the caller's serializer may have to escape more, for example for HTML.
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
    /// <summary>The characters to escape: those that JSON requires, and Unicode line breaks.</summary>
    private static class Escapes
    {
        public static SearchValues<char> All { get; } = System.Buffers.SearchValues.Create(
            string.Concat(Enumerable.Range(0, 32).Select(code => (char)code)) + "\"\\\u0085\u2028\u2029");

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
