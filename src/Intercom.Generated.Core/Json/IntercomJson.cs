using System.Text;
using Newtonsoft.Json;

namespace Intercom.Generated;

/// <summary>Reads and writes the types of the version packages as UTF-8, exactly as the clients do on the wire: webhooks, exports, caches.</summary>
public static class IntercomJson
{
    /// <summary>Reads a value.</summary>
    /// <typeparam name="T">A type of a version package, or a <c>JToken</c>.</typeparam>
    /// <param name="utf8Json">One JSON value.</param>
    /// <returns>The value; null for a JSON null.</returns>
    /// <exception cref="JsonException">The bytes are no JSON, or JSON of another form than the type's.</exception>
    public static T? Read<T>(ReadOnlySpan<byte> utf8Json) => JsonConvert.DeserializeObject<T>(Encoding.UTF8.GetString(utf8Json.ToArray()));

    /// <summary>Writes a value.</summary>
    /// <typeparam name="T">A type of a version package, or a <c>JToken</c>.</typeparam>
    /// <returns>The JSON, without a byte order mark and without whitespace.</returns>
    public static byte[] Write<T>(T value) => Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(value));
}
