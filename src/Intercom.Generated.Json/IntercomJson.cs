using System.Text;
using Intercom.Generated.Runtime;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated;

/// <summary>
/// Reads and writes the models of the version packages as UTF-8 JSON, for example for webhooks, exports, and caches. The JSON is the same
/// as in requests and responses. No reflection is used, so it also works in trimmed and AOT-compiled programs.
/// </summary>
public static class IntercomJson
{
    /// <summary>Reads a value.</summary>
    /// <typeparam name="T">A model or a union of a version package, or a <c>JToken</c>.</typeparam>
    /// <param name="utf8Json">One JSON value.</param>
    /// <returns>The value. Null if the JSON is null and <typeparamref name="T"/> is not a <c>JToken</c>.</returns>
    /// <exception cref="JsonException">The bytes are not valid JSON, or the JSON does not fit the type.</exception>
    public static T? Read<T>(ReadOnlySpan<byte> utf8Json) => Read(utf8Json, CodecOf<T>.Instance);

    /// <summary>Reads a list.</summary>
    /// <typeparam name="T">The type of an item: a model or a union of a version package, or a <c>JToken</c>.</typeparam>
    /// <param name="utf8Json">One JSON array.</param>
    /// <returns>The list, or null if the JSON is null.</returns>
    /// <exception cref="JsonException">The bytes are not valid JSON, or the JSON does not fit the type.</exception>
    public static IList<T>? ReadList<T>(ReadOnlySpan<byte> utf8Json) => Read(utf8Json, JsonCodecs.List(CodecOf<T>.Instance));

    /// <summary>Writes a value.</summary>
    /// <typeparam name="T">A model or a union of a version package, or a <c>JToken</c>.</typeparam>
    /// <returns>The JSON, without a byte order mark or whitespace.</returns>
    public static byte[] Write<T>(T value) => value is null ? [.. "null"u8] : WireFormat.Write(value, CodecOf<T>.Instance);

    /// <summary>Writes a list.</summary>
    /// <typeparam name="T">The type of an item: a model or a union of a version package, or a <c>JToken</c>.</typeparam>
    /// <returns>The JSON, without a byte order mark or whitespace.</returns>
    public static byte[] WriteList<T>(IEnumerable<T> items) =>
        WireFormat.Write(items ?? throw new ArgumentNullException(nameof(items)), new ListCodec<IEnumerable<T>, T>(CodecOf<T>.Instance));

    private static T? Read<T>(ReadOnlySpan<byte> utf8Json, JsonCodec<T> codec)
    {
        JToken json;
        try
        {
            if (WireFormat.TryRead(utf8Json, codec, out var value))
                // A union accepts any JSON, including null, but here null is not a union.
                return value is IntercomUnion { Value: JValue { Type: JTokenType.Null } } ? default : value;
            json = WireFormat.Parse(utf8Json.ToArray());
        }
        catch (DecoderFallbackException e)
        {
            throw new JsonReaderException($"The JSON is not valid UTF-8: {e.Message}", e);
        }

        return json.Type == JTokenType.Null ? default : throw JsonValues.Misfit(json, typeof(T), json.Path);
    }
}
