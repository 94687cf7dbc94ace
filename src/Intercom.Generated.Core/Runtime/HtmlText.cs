using System.Text;

namespace Intercom.Generated.Runtime;

/// <summary>Recognizes web pages, which proxies and captive portals send instead of the response.</summary>
internal static class HtmlText
{
    /// <summary>The number of bytes that are enough to recognize a web page.</summary>
    public const int LongestStart = 1024;

    private static readonly string[] Starts = ["<!doctype html", "<html"];

    /// <summary>Whether the Content-Type of a response is HTML or XHTML.</summary>
    public static bool IsType(HttpResponseMessage message) =>
        message.OwnHeader("Content-Type") is { } type
        && (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("application/xhtml+xml", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a body starts like a web page, regardless of its Content-Type.</summary>
    public static bool IsStart(ReadOnlySpan<byte> body)
    {
        // Most bodies are JSON, so the first character avoids decoding them.
        if (FirstLetter(body) is not ((byte)'<' or 0xEF))
            return false;
        return IsStart(Encoding.UTF8.GetString(body.Slice(0, Math.Min(body.Length, LongestStart)).ToArray()));
    }

    /// <summary>Whether a text starts like a web page.</summary>
    public static bool IsStart(string text)
    {
        var start = text.Substring(0, Math.Min(text.Length, LongestStart)).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return Array.Exists(Starts, tag => start.StartsWith(tag, StringComparison.OrdinalIgnoreCase));
    }

    private static byte FirstLetter(ReadOnlySpan<byte> bytes)
    {
        foreach (var letter in bytes)
        {
            if (letter is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                return letter;
        }

        return 0;
    }
}
