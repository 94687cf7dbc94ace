using System.Text.Encodings.Web;
using System.Text.Json;

namespace Intercom.Generated.CanvasKit;

/// <summary>Writes JSON for Intercom, and measures it.</summary>
internal static class CanvasJson
{
    /// <summary>The size that Intercom accepts of each part: 64 KB.</summary>
    public const int MaxSize = 64 * 1024;

    // The JSON is never part of a web page, and without escapes of other letters, more of it fits into 64 KB.
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
            write(json);
        return buffer.ToArray();
    }

    /// <summary>Checks that a value is an object of at most 64 KB, as it will be written.</summary>
    public static void CheckObject(CanvasChecks checks, string name, JsonElement? value)
    {
        if (value is not { } element)
            return;
        if (element.ValueKind != JsonValueKind.Object)
            checks.Report($"has {name} that is a JSON {element.ValueKind}, but it must be an object.");
        else if (TryWrite(element.WriteTo) is { } json)
            CheckSize(checks, name, json);
        else
            checks.Report($"has {name} with half of a surrogate pair, so it is not valid Unicode text.");
    }

    /// <summary>Writes JSON, or returns null if a JSON element has text with a lone surrogate, which has no UTF-8 form.</summary>
    public static byte[]? TryWrite(Action<Utf8JsonWriter> write)
    {
        try
        {
            return Write(write);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    public static void CheckSize(CanvasChecks checks, string name, byte[] json)
    {
        if (json.Length > MaxSize)
            checks.Report($"has {name} of {json.Length} bytes, but Intercom accepts at most {MaxSize}.");
    }
}
