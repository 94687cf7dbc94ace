using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>The one seam between the pipeline and a serializer.</summary>
internal static class WireFormat
{
    private const int DeepestNesting = 128;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings { MaxDepth = DeepestNesting });

    /// <summary>Writes a request body; <paramref name="overrides"/> are merged into it.</summary>
    public static byte[] Write(object body, JObject? overrides)
    {
        using var stream = new MemoryStream();
        using (var text = new StreamWriter(stream, Utf8, 1024, leaveOpen: true))
        using (var writer = new JsonTextWriter(text))
        {
            if (overrides is null)
                JsonOutput.Write(writer, body, null, null, Serializer);
            else
                Merged(body, overrides).WriteTo(writer);
        }

        return stream.ToArray();
    }

    /// <summary>Reads JSON text.</summary>
    /// <exception cref="JsonException">The bytes are no JSON.</exception>
    public static JToken Parse(byte[] body)
    {
        // The reader takes a NUL between names for nothing: UTF-16 would be read as an object without the names that it has.
        if (Array.IndexOf(body, (byte)0) >= 0)
            throw new JsonReaderException("A NUL is no part of JSON.");
        // The reader's own detection of a byte order mark would replace the encoding by one that lets invalid bytes pass.
        var start = body.Length >= 3 && body[0] == 0xEF && body[1] == 0xBB && body[2] == 0xBF ? 3 : 0;
        using var text = new StreamReader(new MemoryStream(body, start, body.Length - start), Utf8, detectEncodingFromByteOrderMarks: false);
        using var reader = new JsonTextReader(text) { DateParseHandling = DateParseHandling.None, MaxDepth = DeepestNesting };
        var token = JToken.Load(reader);
        if (reader.Read())
            throw new JsonReaderException("There is more after the end of the JSON value.", reader.Path, reader.LineNumber, reader.LinePosition, null);
        return token;
    }

    /// <summary>Reads a value of a type.</summary>
    /// <returns>False when the JSON does not fit.</returns>
    public static bool TryRead<T>(JToken json, out T? value)
    {
        value = default;
        if (!JsonBinding.TryBind(json, typeof(T), out var bound))
            return false;
        value = (T?)bound;
        return true;
    }

    private static JObject Merged(object body, JObject overrides)
    {
        using var writer = new JTokenWriter();
        JsonOutput.Write(writer, body, null, null, Serializer);
        var json = (JObject)writer.Token!;
        json.Merge(overrides, new JsonMergeSettings { MergeArrayHandling = MergeArrayHandling.Replace });
        return json;
    }
}
