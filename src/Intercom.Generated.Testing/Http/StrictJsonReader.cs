using System.Globalization;
using System.Numerics;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Http;

/// <summary>
/// Parses JSON strictly according to RFC 8259. Newtonsoft.Json also accepts single quotes, comments, and trailing commas, which would
/// hide mistakes of a client.
/// </summary>
internal sealed class StrictJsonReader
{
    private const int MaximumDepth = 64;

    private readonly string _text;
    private int _position;
    private int _depth;

    private StrictJsonReader(string text) => _text = text;

    /// <exception cref="FormatException">The text is not valid JSON. The message contains the reason and the position.</exception>
    public static JToken Parse(string text)
    {
        var reader = new StrictJsonReader(text);
        var value = reader.ReadValue();
        reader.SkipSpace();
        if (reader._position < text.Length)
            throw reader.Problem("there is more text after the value");
        return value;
    }

    private JToken ReadValue()
    {
        SkipSpace();
        switch (Peek())
        {
            case '{':
                return Nested(ReadObject);
            case '[':
                return Nested(ReadArray);
            case '"':
                return new JValue(ReadString());
            case 't':
                return ReadWord("true", new JValue(true));
            case 'f':
                return ReadWord("false", new JValue(false));
            case 'n':
                return ReadWord("null", JValue.CreateNull());
            default:
                return ReadNumber();
        }
    }

    private JToken Nested(Func<JToken> read)
    {
        if (++_depth > MaximumDepth)
            throw Problem($"values are nested deeper than {MaximumDepth.ToString(CultureInfo.InvariantCulture)}");
        var value = read();
        _depth--;
        return value;
    }

    private JObject ReadObject()
    {
        var result = new JObject();
        _position++;
        if (TakeAfterSpace('}'))
            return result;
        do
        {
            SkipSpace();
            if (Peek() != '"')
                throw Problem("expected a property name in double quotes");
            var name = ReadString();
            if (result.Property(name, StringComparison.Ordinal) is not null)
                throw Problem($"duplicate property '{name}'");
            if (!TakeAfterSpace(':'))
                throw Problem("expected ':'");
            result.Add(name, ReadValue());
        }
        while (TakeAfterSpace(','));

        return TakeAfterSpace('}') ? result : throw Problem("expected ',' or '}'");
    }

    private JArray ReadArray()
    {
        var result = new JArray();
        _position++;
        if (TakeAfterSpace(']'))
            return result;
        do
            result.Add(ReadValue());
        while (TakeAfterSpace(','));

        return TakeAfterSpace(']') ? result : throw Problem("expected ',' or ']'");
    }

    private string ReadString()
    {
        var result = new StringBuilder();
        _position++;
        while (true)
        {
            var character = Next();
            if (character == '"')
                return result.ToString();
            if (character < ' ')
                throw Problem("a control character in a string must be escaped");
            result.Append(character == '\\' ? ReadEscape() : character);
        }
    }

    private char ReadEscape()
    {
        var character = Next();
        switch (character)
        {
            case '"' or '\\' or '/':
                return character;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                var digits = _position + 4 <= _text.Length ? _text.Substring(_position, 4) : "";
                if (!ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                    throw Problem("expected four hexadecimal digits");
                _position += 4;
                return (char)code;
            default:
                throw Problem($"invalid escape sequence '\\{character}'");
        }
    }

    private JValue ReadNumber()
    {
        var start = _position;
        Take('-');
        if (!Take('0'))
            ReadDigits();
        var whole = true;
        if (Take('.'))
        {
            whole = false;
            ReadDigits();
        }

        if (Take('e') || Take('E'))
        {
            whole = false;
            if (!Take('+'))
                Take('-');
            ReadDigits();
        }

        var text = _text.Substring(start, _position - start);
        if (!whole)
            return new JValue(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? new JValue(number)
            : new JValue((object)BigInteger.Parse(text, CultureInfo.InvariantCulture));
    }

    private void ReadDigits()
    {
        var start = _position;
        while (_position < _text.Length && _text[_position] is >= '0' and <= '9')
            _position++;
        if (_position == start)
            throw Problem(_position < _text.Length ? $"unexpected character '{_text[_position]}'" : "unexpected end of text");
    }

    private JValue ReadWord(string word, JValue value)
    {
        if (string.CompareOrdinal(_text, _position, word, 0, word.Length) != 0)
            throw Problem($"unexpected character '{_text[_position]}'");
        _position += word.Length;
        return value;
    }

    private void SkipSpace()
    {
        while (_position < _text.Length && _text[_position] is ' ' or '\t' or '\r' or '\n')
            _position++;
    }

    private bool TakeAfterSpace(char character)
    {
        SkipSpace();
        return Take(character);
    }

    private bool Take(char character)
    {
        if (_position >= _text.Length || _text[_position] != character)
            return false;
        _position++;
        return true;
    }

    private char Peek() => _position < _text.Length ? _text[_position] : throw Problem("unexpected end of text");

    private char Next()
    {
        var character = Peek();
        _position++;
        return character;
    }

    private FormatException Problem(string reason) =>
        new($"{reason} (at character {(_position + 1).ToString(CultureInfo.InvariantCulture)})");
}
