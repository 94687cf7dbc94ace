using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>Reads and writes JSON with codecs. If a codec rejects the JSON, Newtonsoft's reader decides whether it is valid.</summary>
internal static class WireFormat
{
    /// <summary>The maximum nesting depth of JSON.</summary>
    public const int DeepestNesting = 128;

    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static Utf8JsonWriter? idleWriter;

    [ThreadStatic]
    private static PooledBuffer? idleBuffer;

    /// <summary>
    /// Whether a request body is being written. The values of requests must fit their declared types. Other JSON is written as it was read.
    /// </summary>
    [field: ThreadStatic]
    public static bool IsRequest { get; private set; }

    /// <summary>Writes a request body.</summary>
    /// <exception cref="ArgumentException">A member has a value that its declared type cannot hold.</exception>
    public static byte[] WriteRequest(object body, JsonCodec? codec, JObject? overrides)
    {
        using var scope = new RequestScope();
        return Write(body, codec, overrides);
    }

    /// <summary>Writes a value of any type.</summary>
    /// <param name="body">The body.</param>
    /// <param name="codec">The codec, or null for the codec of the body's type.</param>
    /// <param name="overrides">JSON to merge into the body, or null for none.</param>
    public static byte[] Write(object body, JsonCodec? codec, JObject? overrides)
    {
        var json = Write(body, codec ?? JsonCodec.For(body), static (writer, body, codec) => codec.WriteAny(writer, body));
        if (overrides is null)
            return json;
        var merged = (JObject)Reread(json);
        merged.Merge(overrides, new JsonMergeSettings { MergeArrayHandling = MergeArrayHandling.Replace });
        return Write((JToken)merged, JsonCodecs.Token);
    }

    /// <summary>Writes a value.</summary>
    public static byte[] Write<T>(T value, JsonCodec<T> codec) =>
        Write(value, codec, static (writer, value, codec) => codec.Write(writer, value));

    /// <summary>Writes the fields of a form as a JSON object, and collects its files.</summary>
    /// <exception cref="ArgumentException">A member has a value that its declared type cannot hold.</exception>
    public static (JObject Fields, List<KeyValuePair<string, UploadFile>> Files) WriteForm(object form, JsonCodec codec)
    {
        var files = new List<KeyValuePair<string, UploadFile>>();
        using var scope = new RequestScope();
        var json = Write(
            form, (Codec: codec, Files: files), static (writer, form, state) => state.Codec.WriteForm(writer, form, state.Files));
        return ((JObject)Reread(json), files);
    }

    /// <summary>Reads a value.</summary>
    /// <returns>False if the JSON does not fit the type.</returns>
    /// <exception cref="Newtonsoft.Json.JsonException">The bytes are not valid JSON.</exception>
    /// <exception cref="DecoderFallbackException">The bytes are not valid UTF-8.</exception>
    public static bool TryRead<T>(ReadOnlySpan<byte> json, JsonCodec<T> codec, [MaybeNullWhen(false)] out T value)
    {
        var texts = json.Length >= PageTexts.ShortestJson ? PageTexts.Rent() : null;
        try
        {
            var reader = new CodecReader(json, texts);
            return TryRead(ref reader, codec, out value);
        }
        catch (Exception e) when (IsRejection(e))
        {
            // Newtonsoft is more lenient, and its messages and positions are used for all errors.
            return TryRead(Parse(json.ToArray()), codec, out value);
        }
        finally
        {
            texts?.Return();
        }
    }

    /// <summary>Reads a value.</summary>
    /// <returns>False if the JSON does not fit the type.</returns>
    /// <exception cref="Newtonsoft.Json.JsonException">The token contains a value that JSON text cannot represent.</exception>
    public static bool TryRead<T>(JToken json, JsonCodec<T> codec, [MaybeNullWhen(false)] out T value)
    {
        try
        {
            var reader = new CodecReader(ToUtf8(json));
            return TryRead(ref reader, codec, out value);
        }
        catch (Exception e) when (IsRejection(e))
        {
            throw new JsonReaderException($"A value cannot be represented in JSON: {e.Message}", e);
        }
    }

    /// <summary>Writes a token as JSON from which a codec reads the same values.</summary>
    public static byte[] ToUtf8(JToken json)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = new TokenWriter(text) { FloatFormatHandling = FloatFormatHandling.Symbol })
            json.WriteTo(writer);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Gets the name of the kind of a valid JSON value.</summary>
    public static string KindOf(ReadOnlySpan<byte> json)
    {
        foreach (var letter in json)
        {
            switch (letter)
            {
                case (byte)'{':
                    return "object";
                case (byte)'[':
                    return "array";
                case (byte)'"':
                    return "string";
                case (byte)'t' or (byte)'f':
                    return "boolean";
                case (byte)'n':
                    return "null";
                case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                    return "number";
            }
        }

        return "value";
    }

    /// <summary>Reads JSON text.</summary>
    /// <exception cref="Newtonsoft.Json.JsonException">The bytes are not valid JSON.</exception>
    /// <exception cref="DecoderFallbackException">The bytes are not valid UTF-8.</exception>
    public static JToken Parse(byte[] json)
    {
        // Newtonsoft ignores NUL between tokens, so it could read UTF-16 as an object with wrong names.
        if (Array.IndexOf(json, (byte)0) >= 0)
            throw new JsonReaderException("JSON cannot contain a NUL character.");
        // StreamReader's detection of a byte order mark would switch to an encoding that accepts invalid bytes.
        var start = JsonText.HasByteOrderMark(json) ? 3 : 0;
        using var text = new StreamReader(
            new MemoryStream(json, start, json.Length - start), JsonText.Strict, detectEncodingFromByteOrderMarks: false);
        using var reader = new BudgetedReader(text) { DateParseHandling = DateParseHandling.None, MaxDepth = DeepestNesting };
        var token = JToken.Load(reader);
        if (reader.Read())
        {
            throw new JsonReaderException(
                "There is more content after the end of the JSON value.", reader.Path, reader.LineNumber, reader.LinePosition, null);
        }

        return token;
    }

    private static bool TryRead<T>(ref CodecReader reader, JsonCodec<T> codec, [MaybeNullWhen(false)] out T value)
    {
        reader.Read();
        var fits = codec.TryRead(ref reader, out value);
        reader.End(isAtValue: !fits);
        return fits;
    }

    // Unlike Newtonsoft's reader, a codec keeps numbers beyond the range of a double.
    private static JToken Reread(byte[] json) => TryRead(json, JsonCodecs.Token, out var token) ? token : JValue.CreateNull();

    private static bool IsRejection(Exception e) =>
        e is System.Text.Json.JsonException or InvalidOperationException or DecoderFallbackException or FormatException;

    private static byte[] Write<TValue, TState>(TValue value, TState state, Action<Utf8JsonWriter, TValue, TState> write)
    {
        var buffer = idleBuffer ?? new PooledBuffer();
        var writer = idleWriter ?? new Utf8JsonWriter(buffer, WriterOptions);
        // A nested write, for example from a property of the caller's type, must use another writer.
        idleBuffer = null;
        idleWriter = null;
        try
        {
            writer.Reset(buffer);
            write(writer, value, state);
            writer.Flush();
            return buffer.ToArray();
        }
        finally
        {
            buffer.Clear();
            writer.Reset(buffer);
            idleBuffer = buffer;
            idleWriter = writer;
        }
    }

    private readonly ref struct RequestScope
    {
        private readonly bool _isNested = IsRequest;

        public RequestScope() => IsRequest = true;

        public void Dispose() => IsRequest = _isNested;
    }

    // Reads JSON that the codecs rejected, so it needs its own limit.
    private sealed class BudgetedReader(TextReader text) : JsonTextReader(text)
    {
        private int _tokens;

        public override bool Read() => ++_tokens <= JsonBudget.MostTokens ? base.Read() : throw new JsonBudgetException();
    }

    // A number that is too large for a double is read as infinity, so write infinity as such a number.
    private sealed class TokenWriter(TextWriter text) : JsonTextWriter(text)
    {
        public override void WriteValue(double value)
        {
            if (double.IsInfinity(value))
                WriteRawValue(value > 0 ? "1e999" : "-1e999");
            else
                base.WriteValue(value);
        }
    }
}
