using System.Text;
using Intercom.Generated.Runtime;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>
/// Reads and writes the types of the version packages as UTF-8, as the clients do on the wire: webhooks, exports, caches. Nothing of it needs reflection,
/// so that it also works in programs that are trimmed or compiled ahead of time.
/// </summary>
public static class IntercomJson
{
    /// <summary>Reads a value.</summary>
    /// <typeparam name="T">A model or a union of a version package, or a <c>JToken</c>.</typeparam>
    /// <param name="utf8Json">One JSON value.</param>
    /// <returns>The value; null for a JSON null.</returns>
    /// <exception cref="JsonException">The bytes are no JSON, or JSON of another form than the type's.</exception>
    public static T? Read<T>(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            if (WireFormat.TryRead(utf8Json, CodecOf<T>.Instance, out var value))
                return value;
        }
        catch (DecoderFallbackException e)
        {
            throw new JsonReaderException($"It is not UTF-8: {e.Message}", e);
        }

        var json = WireFormat.Parse(utf8Json.ToArray());
        return json.Type == JTokenType.Null ? default : throw JsonValues.Misfit(json, typeof(T), json.Path);
    }

    /// <summary>Writes a value.</summary>
    /// <typeparam name="T">A model or a union of a version package, or a <c>JToken</c>.</typeparam>
    /// <returns>The JSON, without a byte order mark and without whitespace.</returns>
    public static byte[] Write<T>(T value) => value is null ? [.. "null"u8] : WireFormat.Write(value, CodecOf<T>.Instance);
}
