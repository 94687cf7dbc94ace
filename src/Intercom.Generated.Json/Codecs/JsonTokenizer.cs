using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
#if NET
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace Intercom.Generated.Runtime;

/// <summary>
/// Splits contiguous JSON into tokens. It accepts the same JSON as <see cref="Utf8JsonReader"/>, but reads it faster, because it recognizes
/// an expected name in one step and knows from its first pass over a value whether text is ASCII and what an integer is.
/// </summary>
internal ref struct JsonTokenizer
{
#if NET
    // Optimized at once. Otherwise, the first pages would be read by code that .NET compiles quickly and without inlining.
    private const MethodImplOptions Hot = MethodImplOptions.AggressiveOptimization;
#else
    private const MethodImplOptions Hot = default;
#endif

    // An integer with this many digits cannot overflow.
    private const int SafeDigits = 18;

    private const int LevelsPerWord = 64;

    private readonly ReadOnlySpan<byte> _json;
    private readonly int _deepestNesting;

    // The first byte after the current token. After a name, that is the byte after the colon.
    private int _end;

    // The current token. The quotes of text and names are not part of it.
    private int _start;
    private int _length;
    private JsonTokenType _type;
    private TextForm _form;
    private bool _isInteger;
    private long _integer;

    // Whether the innermost container is an object, and the same of the containers around it, as bits.
    private bool _isInObject;
    private int _depth;
    private ulong _outer;
    private ulong[]? _fartherOuter;

    public JsonTokenizer(ReadOnlySpan<byte> json, int deepestNesting = WireFormat.DeepestNesting)
    {
        _json = json;
        _deepestNesting = deepestNesting;
    }

    /// <summary>What is known of the bytes of text.</summary>
    private enum TextForm : byte
    {
        Ascii,
        Utf8,
        Escaped,
    }

    /// <summary>The type of the current token.</summary>
    public readonly JsonTokenType TokenType => _type;

    /// <summary>The current token, without quotes.</summary>
    public readonly ReadOnlySpan<byte> Value => _json.Slice(_start, _length);

    /// <summary>The position of the current token, or of its opening quote.</summary>
    public readonly int TokenStart => _type is JsonTokenType.String or JsonTokenType.PropertyName ? _start - 1 : _start;

    /// <summary>The position after the current token, and after the colon of a name.</summary>
    public readonly int TokenEnd => _end;

    /// <summary>Whether the current name or text is ASCII without escapes.</summary>
    public readonly bool IsAscii => _form == TextForm.Ascii;

    /// <summary>Whether the current name or text has escapes.</summary>
    public readonly bool IsEscaped => _form == TextForm.Escaped;

    /// <summary>Advances to the next token.</summary>
    /// <returns>False at the end of the JSON.</returns>
    /// <exception cref="JsonException">The JSON is not valid.</exception>
    [MethodImpl(Hot)]
    public bool Read()
    {
        switch (_type)
        {
            case JsonTokenType.None or JsonTokenType.PropertyName:
                ReadValue();
                return true;
            case JsonTokenType.StartObject:
                if (Next() == '}')
                    Close(JsonTokenType.EndObject);
                else
                    ReadName();
                return true;
            case JsonTokenType.StartArray:
                if (Next() == ']')
                    Close(JsonTokenType.EndArray);
                else
                    ReadValue();
                return true;
            default:
                return ReadAfterValue();
        }
    }

    /// <summary>Advances to a name if it comes next, in its usual form.</summary>
    /// <param name="quoted">The name in quotes, with the colon. If it is empty, no name is expected.</param>
    /// <returns>Whether the name comes next. Otherwise, the tokenizer does not move.</returns>
    [MethodImpl(Hot)]
    public bool TryReadName(ReadOnlySpan<byte> quoted)
    {
        var position = _end;
        if (_type != JsonTokenType.StartObject)
        {
            if ((uint)position >= (uint)_json.Length || _json[position] != ',')
                return false;
            position++;
        }

        if (quoted.IsEmpty || !_json.Slice(position).StartsWith(quoted))
            return false;
        _type = JsonTokenType.PropertyName;
        _form = TextForm.Ascii;
        _start = position + 1;
        _length = quoted.Length - 3;
        _end = position + quoted.Length;
        return true;
    }

    /// <summary>Reads the value after a name.</summary>
    /// <exception cref="JsonException">The JSON is not valid.</exception>
    [MethodImpl(Hot)]
    public JsonTokenType ReadValue()
    {
        var first = Next();
        switch (first)
        {
            case (byte)'"':
                ReadText();
                _type = JsonTokenType.String;
                break;
            case (byte)'n':
                ReadLiteral("null"u8, JsonTokenType.Null);
                break;
            case (byte)'t':
                ReadLiteral("true"u8, JsonTokenType.True);
                break;
            case (byte)'f':
                ReadLiteral("false"u8, JsonTokenType.False);
                break;
            case (byte)'{':
                Open(JsonTokenType.StartObject, isObject: true);
                break;
            case (byte)'[':
                Open(JsonTokenType.StartArray, isObject: false);
                break;
            default:
                ReadNumber(first);
                break;
        }

        return _type;
    }

    /// <summary>Advances to the end of the current value. After a name, that is the value of the name.</summary>
    /// <exception cref="JsonException">The JSON is not valid.</exception>
    public void Skip()
    {
        if (_type == JsonTokenType.PropertyName)
            ReadValue();
        if (_type is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return;
        var outside = _depth - 1;
        while (_depth > outside)
            Read();
    }

    /// <summary>Gets the current number if it is an integer without a fraction or an exponent.</summary>
    public readonly bool TryGetInt64(out long number)
    {
        number = _integer;
        if (_isInteger)
            return true;
        return Utf8Parser.TryParse(Value, out number, out var consumed) && consumed == _length;
    }

    /// <summary>Decodes the current name or text.</summary>
    /// <exception cref="InvalidOperationException">An escape is half of a surrogate pair.</exception>
    /// <exception cref="DecoderFallbackException">The bytes are not valid UTF-8.</exception>
    public readonly string GetText() => _form switch
    {
        TextForm.Ascii => JsonText.DecodeAscii(Value),
        TextForm.Utf8 => JsonText.Decode(Value),
        _ => Unescape(),
    };

    /// <summary>Decodes the current name or text, with a cached string if there is one.</summary>
    /// <inheritdoc cref="GetText" path="/exception"/>
    public readonly string GetWord() => _form == TextForm.Ascii ? Words.Get(Value) : GetText();

    /// <summary>Whether the current name equals a name.</summary>
    public readonly bool IsName(ReadOnlySpan<byte> name)
    {
        if (!IsEscaped)
            return Value.SequenceEqual(name);
        try
        {
            return Encoding.UTF8.GetBytes(Unescape()).AsSpan().SequenceEqual(name);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair. No name of a member has one.
            return false;
        }
    }

    /// <summary>The bytes of a range of the JSON.</summary>
    public readonly ReadOnlySpan<byte> Between(int start, int end) => _json.Slice(start, end - start);

    private readonly JsonException Invalid(int position, string reason = "")
    {
        var before = _json.Slice(0, Math.Min(position, _json.Length));
        var line = 0;
        for (var end = before.IndexOf((byte)'\n'); end >= 0; end = before.IndexOf((byte)'\n'))
        {
            line++;
            before = before.Slice(end + 1);
        }

        return new JsonException(
            $"The JSON is not valid at line {line + 1}, byte {before.Length + 1}. {reason}".TrimEnd(), path: null, line, before.Length);
    }

    // Moves to the next byte that is not white space, which the next token starts with.
    private byte Next()
    {
        if ((uint)_end < (uint)_json.Length && _json[_end] > ' ')
            return _json[_end];
        SkipWhiteSpace();
        return _end < _json.Length ? _json[_end] : throw Invalid(_end);
    }

    private void SkipWhiteSpace()
    {
        while (_end < _json.Length && _json[_end] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            _end++;
    }

    [MethodImpl(Hot)]
    private bool ReadAfterValue()
    {
        if (_depth == 0)
        {
            SkipWhiteSpace();
            return _end == _json.Length ? false : throw Invalid(_end);
        }

        switch (Next())
        {
            case (byte)',':
                _end++;
                if (_isInObject)
                    ReadName();
                else
                    ReadValue();
                return true;
            case (byte)'}' when _isInObject:
                Close(JsonTokenType.EndObject);
                return true;
            case (byte)']' when !_isInObject:
                Close(JsonTokenType.EndArray);
                return true;
            default:
                throw Invalid(_end);
        }
    }

    [MethodImpl(Hot)]
    private void ReadName()
    {
        if (Next() != '"')
            throw Invalid(_end);
        ReadText();
        _type = JsonTokenType.PropertyName;
        if (Next() != ':')
            throw Invalid(_end);
        _end++;
    }

    private void Open(JsonTokenType type, bool isObject)
    {
        if (_depth == _deepestNesting)
            throw Invalid(_end, $"It has more than {_deepestNesting} levels.");
        if (_depth < LevelsPerWord)
            _outer = With(_outer, _depth, _isInObject);
        else
            KeepFarther();
        _isInObject = isObject;
        _depth++;
        Mark(type, 1);
    }

    private void Close(JsonTokenType type)
    {
        _depth--;
        var word = _depth < LevelsPerWord ? _outer : _fartherOuter![(_depth / LevelsPerWord) - 1];
        _isInObject = (word & (1UL << (_depth % LevelsPerWord))) != 0;
        Mark(type, 1);
    }

    private void KeepFarther()
    {
        var words = _depth / LevelsPerWord;
        if (_fartherOuter is null || _fartherOuter.Length < words)
            Array.Resize(ref _fartherOuter, words * 2);
        _fartherOuter[words - 1] = With(_fartherOuter[words - 1], _depth % LevelsPerWord, _isInObject);
    }

    private static ulong With(ulong word, int bit, bool value) => value ? word | (1UL << bit) : word & ~(1UL << bit);

    private void ReadLiteral(ReadOnlySpan<byte> literal, JsonTokenType type)
    {
        if (!_json.Slice(_end).StartsWith(literal))
            throw Invalid(_end);
        Mark(type, literal.Length);
    }

    private void Mark(JsonTokenType type, int length)
    {
        _type = type;
        _start = _end;
        _length = length;
        _end += length;
    }

    [MethodImpl(Hot)]
    private void ReadNumber(byte first)
    {
        var rest = _json.Slice(_end);
        var isNegative = first == '-';
        var position = isNegative ? 1 : 0;
        var digits = Digits(rest.Slice(position), out var number);
        if (digits == 0 || (digits > 1 && rest[position] == '0'))
            throw Invalid(_end);
        position += digits;
        _isInteger = digits <= SafeDigits;
        if (position < rest.Length && rest[position] == '.')
        {
            _isInteger = false;
            position += 1 + SomeDigits(rest.Slice(position + 1));
        }

        if (position < rest.Length && (rest[position] | 0x20) == 'e')
        {
            _isInteger = false;
            position++;
            if (position < rest.Length && rest[position] is (byte)'+' or (byte)'-')
                position++;
            position += SomeDigits(rest.Slice(position));
        }

        _integer = isNegative ? -number : number;
        Mark(JsonTokenType.Number, position);
    }

    private readonly int SomeDigits(ReadOnlySpan<byte> rest)
    {
        var digits = Digits(rest, out _);
        return digits > 0 ? digits : throw Invalid(_end);
    }

    private static int Digits(ReadOnlySpan<byte> rest, out long number)
    {
        number = 0;
        var count = 0;
        while (count < rest.Length && (uint)(rest[count] - '0') <= 9)
        {
            number = unchecked((number * 10) + (rest[count] - '0'));
            count++;
        }

        return count;
    }

    // Reads from the opening quote to the closing one.
    [MethodImpl(Hot)]
    private void ReadText()
    {
        _start = _end + 1;
        var rest = _json.Slice(_start);
        var length = PlainLength(rest, out var isAscii);
        _form = isAscii ? TextForm.Ascii : TextForm.Utf8;
        while (true)
        {
            if ((uint)length >= (uint)rest.Length)
                throw Invalid(_json.Length);
            if (rest[length] == '"')
                break;
            if (rest[length] != '\\')
                throw Invalid(_start + length);
            _form = TextForm.Escaped;
            length += EscapeLength(rest.Slice(length));
            length += PlainLength(rest.Slice(length), out _);
        }

        _length = length;
        _end = _start + length + 1;
    }

    private readonly int EscapeLength(ReadOnlySpan<byte> escape)
    {
        const int UnicodeLength = 6;
        if (escape.Length > 1 && @"""\/bfnrt"u8.IndexOf(escape[1]) >= 0)
            return 2;
        if (escape.Length < UnicodeLength || escape[1] != 'u')
            throw Invalid(_start);
        foreach (var digit in escape.Slice(2, UnicodeLength - 2))
        {
            if ((uint)(digit - '0') > 9 && (uint)((digit | 0x20) - 'a') > 5)
                throw Invalid(_start);
        }

        return UnicodeLength;
    }

    // Counts the bytes before the first quote, escape, or control character.
    private static int PlainLength(ReadOnlySpan<byte> text, out bool isAscii)
    {
        var length = 0;
        isAscii = true;
#if NET
        ref var first = ref MemoryMarshal.GetReference(text);
        for (; length <= text.Length - Vector128<byte>.Count; length += Vector128<byte>.Count)
        {
            var bytes = Vector128.LoadUnsafe(ref first, (nuint)length);
            var stops = (Vector128.Equals(bytes, Vector128.Create((byte)'"'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))
                | Vector128.LessThan(bytes, Vector128.Create((byte)' '))).ExtractMostSignificantBits();
            var foreign = bytes.ExtractMostSignificantBits();
            if (stops == 0)
            {
                isAscii &= foreign == 0;
                continue;
            }

            var stop = BitOperations.TrailingZeroCount(stops);
            isAscii &= (foreign & ((1u << stop) - 1)) == 0;
            return length + stop;
        }
#endif
        for (; length < text.Length; length++)
        {
            var letter = text[length];
            if (letter is (byte)'"' or (byte)'\\' or < (byte)' ')
                break;
            isAscii &= letter < 0x80;
        }

        return length;
    }

    private readonly string Unescape()
    {
        var reader = new Utf8JsonReader(_json.Slice(_start - 1, _length + 2));
        reader.Read();
        return reader.GetString()!;
    }
}
