using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>The codecs of types that are not generated.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonCodecs
{
    /// <summary>Text.</summary>
    public static JsonCodec<string> Text => field ??= new TextCodec();

    /// <summary>An ID that is written as a JSON number.</summary>
    public static JsonCodec<string> NumericIdentifier => field ??= new NumericIdentifierCodec();

    /// <summary>An integer.</summary>
    public static JsonCodec<long> Integer => field ??= new IntegerCodec();

    /// <summary>A number.</summary>
    public static JsonCodec<double> Number => field ??= new NumberCodec();

    /// <summary>True or false.</summary>
    public static JsonCodec<bool> Boolean => field ??= new BooleanCodec();

    /// <summary>A time, written as Unix seconds, or as ISO 8601 text if it has a fraction that may not be lost.</summary>
    public static JsonCodec<DateTimeOffset> UnixTime => field ??= new UnixTimeCodec();

    /// <summary>A time, written as ISO 8601 text.</summary>
    public static JsonCodec<DateTimeOffset> DateTime => field ??= new DateTimeCodec();

    /// <summary>Any JSON.</summary>
    public static JsonCodec<JToken> Token => field ??= new TokenCodec<JToken>();

    /// <summary>Custom attributes.</summary>
    public static JsonCodec<CustomAttributes> CustomAttributes => field ??= new CustomAttributesCodec();

    /// <summary>A list.</summary>
    public static JsonCodec<IList<T>> List<T>(JsonCodec<T> item) => new ListCodec<IList<T>, T>(item);

    /// <summary>An object used as a dictionary.</summary>
    public static JsonCodec<IDictionary<string, T>> Map<T>(JsonCodec<T> value) => new MapCodec<T>(value);

    /// <summary>Gets the codec of a type that is not generated, or null for any other type.</summary>
    internal static JsonCodec<T>? BuiltIn<T>()
    {
        object? codec =
            typeof(T) == typeof(JToken) ? Token
            : typeof(T) == typeof(JObject) ? new TokenCodec<JObject>()
            : typeof(T) == typeof(JArray) ? new TokenCodec<JArray>()
            : typeof(T) == typeof(JValue) ? new TokenCodec<JValue>()
            : typeof(T) == typeof(string) ? Text
            : typeof(T) == typeof(long) ? Integer
            : typeof(T) == typeof(double) ? Number
            : typeof(T) == typeof(bool) ? Boolean
            : typeof(T) == typeof(DateTimeOffset) ? DateTime
            : null;
        return (JsonCodec<T>?)codec;
    }

    /// <summary>
    /// Whether a time that Intercom declares in Unix seconds is written as an integer. A request always has the integer, but a model that
    /// is stored must not lose a fraction of a second.
    /// </summary>
    internal static bool IsWrittenAsSeconds(DateTimeOffset time) => time.Ticks % TimeSpan.TicksPerSecond == 0 || WireFormat.IsRequest;

    private sealed class TextCodec : JsonCodec<string>
    {
        public override bool TryRead(ref CodecReader reader, [MaybeNullWhen(false)] out string value) => reader.TryReadText(out value);

        public override void Write(Utf8JsonWriter writer, string value) => JsonText.Write(writer, value);
    }

    private sealed class NumericIdentifierCodec : JsonCodec<string>
    {
        public override bool TryRead(ref CodecReader reader, [MaybeNullWhen(false)] out string value) => reader.TryReadText(out value);

        public override void Write(Utf8JsonWriter writer, string value)
        {
            if (JsonValues.TryReadIdentifier(value, out var number))
                writer.WriteNumberValue(number);
            else if (WireFormat.IsRequest)
                throw new UnwritableValueException(
                    "The API takes a number here, but the text is not one. Assign the digits of an ID, without spaces or leading zeros.");
            else
                JsonText.Write(writer, value);
        }
    }

    private sealed class IntegerCodec : JsonCodec<long>
    {
        public override bool TryRead(ref CodecReader reader, out long value) => reader.TryReadInteger(out value);

        public override void Write(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);
    }

    private sealed class NumberCodec : JsonCodec<double>
    {
#if NET
        private const int LongestNumber = 32;
#endif

        public override bool TryRead(ref CodecReader reader, out double value) => reader.TryReadNumber(out value);

        // Always write a fraction, so that the number is read as a double again.
        public override void Write(Utf8JsonWriter writer, double value)
        {
            if (double.IsNaN(value) || double.IsInfinity(value))
            {
                if (WireFormat.IsRequest)
                {
                    throw new UnwritableValueException(
                        $"JSON cannot represent {value.ToString(CultureInfo.InvariantCulture)}. Assign a finite number.");
                }

                writer.WriteStringValue(JsonConvert.ToString(value));
                return;
            }

#if NET
            Span<byte> text = stackalloc byte[LongestNumber];
            if (value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture)
                && text[..length].IndexOfAny("."u8[0], "E"u8[0]) >= 0)
            {
                writer.WriteRawValue(text[..length], skipInputValidation: true);
                return;
            }
#endif
            writer.WriteRawValue(JsonConvert.ToString(value), skipInputValidation: true);
        }
    }

    private sealed class BooleanCodec : JsonCodec<bool>
    {
        public override bool TryRead(ref CodecReader reader, out bool value) => reader.TryReadBoolean(out value);

        public override void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);
    }

    private sealed class UnixTimeCodec : JsonCodec<DateTimeOffset>
    {
        public override bool TryRead(ref CodecReader reader, out DateTimeOffset value) => reader.TryReadTime(out value);

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value)
        {
            if (IsWrittenAsSeconds(value))
                writer.WriteNumberValue(value.ToUnixTimeSeconds());
            else
                DateTime.Write(writer, value);
        }
    }

    private sealed class DateTimeCodec : JsonCodec<DateTimeOffset>
    {
        public override bool TryRead(ref CodecReader reader, out DateTimeOffset value) => reader.TryReadTime(out value);

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value) => writer.WriteStringValue(JsonValues.Iso(value));
    }
}
