using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>The one seam between the pipeline and JSON: codecs read and write it; what they refuse is judged by Newtonsoft's reader.</summary>
internal static class WireFormat
{
    /// <summary>How deep JSON may be nested.</summary>
    public const int DeepestNesting = 128;

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static Utf8JsonWriter? idleWriter;

    [ThreadStatic]
    private static PooledBuffer? idleBuffer;

    /// <summary>Whether a request body is being written. Its values have to fit the declared types. Other JSON is written back as it was read.</summary>
    [field: ThreadStatic]
    public static bool IsRequest { get; private set; }

    /// <summary>Writes a request body.</summary>
    /// <exception cref="ArgumentException">A member has a value that its declared type cannot hold.</exception>
    public static byte[] WriteRequest(object body, JsonCodec? codec, JObject? overrides)
    {
        var isNested = IsRequest;
        IsRequest = true;
        try
        {
            return Write(body, codec, overrides);
        }
        finally
        {
            IsRequest = isNested;
        }
    }

    /// <summary>Writes a value of any type.</summary>
    /// <param name="body">The body.</param>
    /// <param name="codec">Its codec; null for the one that belongs to its type.</param>
    /// <param name="overrides">What is merged into it; null for nothing.</param>
    public static byte[] Write(object body, JsonCodec? codec, JObject? overrides)
    {
        var json = Write(body, codec ?? JsonCodec.For(body), static (writer, body, codec) => codec.WriteAny(writer, body));
        if (overrides is null)
            return json;
        var merged = (JObject)Parse(json);
        merged.Merge(overrides, new JsonMergeSettings { MergeArrayHandling = MergeArrayHandling.Replace });
        return Write((JToken)merged, JsonCodecs.Token);
    }

    /// <summary>Writes a value.</summary>
    public static byte[] Write<T>(T value, JsonCodec<T> codec) => Write(value, codec, static (writer, value, codec) => codec.Write(writer, value));

    /// <summary>Writes the fields of a form as a JSON object, and puts its files aside.</summary>
    public static (JObject Fields, List<KeyValuePair<string, UploadFile>> Files) WriteForm(object form, JsonCodec codec)
    {
        var files = new List<KeyValuePair<string, UploadFile>>();
        var json = Write(form, (Codec: codec, Files: files), static (writer, form, state) => state.Codec.WriteForm(writer, form, state.Files));
        return ((JObject)Parse(json), files);
    }

    /// <summary>Reads a value.</summary>
    /// <returns>False when the JSON does not fit.</returns>
    /// <exception cref="Newtonsoft.Json.JsonException">The bytes are no JSON.</exception>
    /// <exception cref="DecoderFallbackException">The bytes are no UTF-8.</exception>
    public static bool TryRead<T>(in ReadOnlySequence<byte> json, JsonCodec<T> codec, [MaybeNullWhen(false)] out T value)
    {
        if (json.IsSingleSegment)
            return TryRead(json.First.Span, codec, out value);
        try
        {
            var reader = new CodecReader(json);
            return TryRead(ref reader, codec, out value);
        }
        catch (Exception e) when (IsRefusal(e) || e is IndexOutOfRangeException)
        {
            // .NET's reader itself goes beyond the end of a segment that ends within a wrong word.
            return TryRead(Parse(json), codec, out value);
        }
    }

    /// <inheritdoc cref="TryRead{T}(in ReadOnlySequence{byte}, JsonCodec{T}, out T)"/>
    public static bool TryRead<T>(ReadOnlySpan<byte> json, JsonCodec<T> codec, [MaybeNullWhen(false)] out T value)
    {
        try
        {
            var reader = new CodecReader(json);
            return TryRead(ref reader, codec, out value);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            // Newtonsoft reads some of what is strictly no JSON, and its words and places are those of every error.
            return TryRead(Parse(json.ToArray()), codec, out value);
        }
    }

    /// <summary>Reads a value.</summary>
    /// <returns>False when the JSON does not fit.</returns>
    /// <exception cref="Newtonsoft.Json.JsonException">The JSON holds something that JSON text cannot hold.</exception>
    public static bool TryRead<T>(JToken json, JsonCodec<T> codec, [MaybeNullWhen(false)] out T value)
    {
        try
        {
            var reader = new CodecReader(ToUtf8(json));
            return TryRead(ref reader, codec, out value);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw new JsonReaderException($"It holds what JSON does not have: {e.Message}", e);
        }
    }

    /// <summary>Writes JSON so that a codec reads the same values of it.</summary>
    public static byte[] ToUtf8(JToken json)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = new TokenWriter(text) { FloatFormatHandling = FloatFormatHandling.Symbol })
            json.WriteTo(writer);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Gets the kind of a valid JSON value, in words.</summary>
    public static string KindOf(in ReadOnlySequence<byte> json)
    {
        foreach (var segment in json)
        {
            foreach (var letter in segment.Span)
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
        }

        return "value";
    }

    /// <summary>Reads JSON text.</summary>
    /// <exception cref="Newtonsoft.Json.JsonException">The bytes are no JSON.</exception>
    /// <exception cref="DecoderFallbackException">The bytes are no UTF-8.</exception>
    public static JToken Parse(in ReadOnlySequence<byte> json) => Parse(json.ToArray());

    /// <inheritdoc cref="Parse(in ReadOnlySequence{byte})"/>
    public static JToken Parse(byte[] json)
    {
        // The reader takes a NUL between names for nothing: UTF-16 would be read as an object without the names that it has.
        if (Array.IndexOf(json, (byte)0) >= 0)
            throw new JsonReaderException("A NUL is no part of JSON.");
        // The reader's own detection of a byte order mark would replace the encoding by one that lets invalid bytes pass.
        var start = JsonText.HasByteOrderMark(json) ? 3 : 0;
        using var text = new StreamReader(new MemoryStream(json, start, json.Length - start), JsonText.Strict, detectEncodingFromByteOrderMarks: false);
        using var reader = new BudgetedReader(text) { DateParseHandling = DateParseHandling.None, MaxDepth = DeepestNesting };
        var token = JToken.Load(reader);
        if (reader.Read())
            throw new JsonReaderException("There is more after the end of the JSON value.", reader.Path, reader.LineNumber, reader.LinePosition, null);
        return token;
    }

    private static bool TryRead<T>(ref CodecReader reader, JsonCodec<T> codec, [MaybeNullWhen(false)] out T value)
    {
        reader.Read();
        var fits = codec.TryRead(ref reader, out value);
        reader.End(isAtValue: !fits);
        return fits;
    }

    private static bool IsRefusal(Exception e) => e is System.Text.Json.JsonException or InvalidOperationException or DecoderFallbackException or FormatException;

    private static byte[] Write<TValue, TState>(TValue value, TState state, Action<Utf8JsonWriter, TValue, TState> write)
    {
        var buffer = idleBuffer ?? new PooledBuffer();
        var writer = idleWriter ?? new Utf8JsonWriter(buffer, WriterOptions);
        // Whoever writes while something is written, as a property of the caller's can, takes a writer of its own.
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

    // It reads whatever the codecs refuse, and so needs a limit of its own.
    private sealed class BudgetedReader(TextReader text) : JsonTextReader(text)
    {
        private int _tokens;

        public override bool Read() => ++_tokens <= JsonBudget.MostTokens ? base.Read() : throw new JsonBudgetException();
    }

    // A number that is too large is read as an infinite one, which has to be such a number again.
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
