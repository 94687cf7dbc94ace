using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>
/// Reads JSON for the generated codecs, as tolerantly as Newtonsoft does. Values of the declared JSON type take a fast path. Other values
/// follow the rules in <see cref="JsonValues"/>. The model keeps values that do not fit as JSON.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct CodecReader
{
    private const int MostUsualAttributes = 64;

    // The capacity of a list after its first item.
    private const int ShortList = 4;

    private const int MostUsualItems = 1024;

    private static int usualAttributes;

    // The JSON, contiguous or in segments.
    private readonly ReadOnlySpan<byte> _span;
    private readonly ReadOnlySequence<byte> _sequence;
    private Utf8JsonReader _json;
    private JToken? _misfit;
    private int _cost;

    internal CodecReader(in ReadOnlySequence<byte> json)
    {
        Span<byte> start = stackalloc byte[3];
        var head = json.Slice(0, Math.Min(3, json.Length));
        head.CopyTo(start);
        _sequence = JsonText.HasByteOrderMark(start) ? json.Slice(3) : json;
        _json = new Utf8JsonReader(_sequence, Options);
    }

    internal CodecReader(ReadOnlySpan<byte> json)
    {
        _span = JsonText.HasByteOrderMark(json) ? json.Slice(3) : json;
        _json = new Utf8JsonReader(_span, Options);
    }

    internal CodecReader(Utf8JsonReader json) => _json = json;

    private static JsonReaderOptions Options => new() { MaxDepth = WireFormat.DeepestNesting };

    /// <summary>A copy of the reader at its current position.</summary>
    internal readonly Utf8JsonReader Json => _json;

    internal readonly JsonTokenType TokenType => _json.TokenType;

    /// <summary>Advances to the name of the next member of an object.</summary>
    /// <param name="codec">The codec of the object.</param>
    /// <param name="model">The object. It keeps the previous value as JSON if the value did not fit.</param>
    /// <param name="name">The name of the previous member. It is set to the name of the next member.</param>
    /// <returns>False at the end of the object.</returns>
    public bool ReadName<T>(ModelCodec<T> codec, T model, ref ReadOnlySpan<byte> name)
        where T : IntercomModel
    {
        if (_misfit is not null)
            KeepMisfit(codec, model, name);
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndObject)
            return false;
        name = _json.HasValueSequence || _json.ValueIsEscaped ? CopyName() : _json.ValueSpan;
        if (model.HasMisfits)
            model.Forget(Words.Get(name));
        return true;
    }

    /// <summary>Keeps a member that the model does not know.</summary>
    public void KeepUnknown(IntercomModel model, ReadOnlySpan<byte> name)
    {
        Charge(JsonBudget.Member);
        var key = Words.Get(name);
        _json.Read();
        (model ?? throw new ArgumentNullException(nameof(model))).AdditionalProperties[key] = ReadToken();
    }

    /// <summary>Reads text.</summary>
    public string? Text()
    {
        _json.Read();
        return _json.TokenType switch
        {
            JsonTokenType.String => ReadString(),
            JsonTokenType.Null => null,
            _ => TextOfOther(),
        };
    }

    /// <summary>Reads text that usually has one of a few values, which are cached.</summary>
    public string? Word()
    {
        _json.Read();
        return _json.TokenType switch
        {
            JsonTokenType.String => ReadWord(),
            JsonTokenType.Null => null,
            _ => TextOfOther(),
        };
    }

    /// <summary>Reads an integer.</summary>
    public long? Integer()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.Null)
            return null;
        return TryReadInteger(out var number) ? number : Misfit<long?>();
    }

    /// <summary>Reads a number.</summary>
    public double? Number()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.Null)
            return null;
        return TryReadNumber(out var number) ? number : Misfit<double?>();
    }

    /// <summary>Reads true or false.</summary>
    public bool? Boolean()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.Null)
            return null;
        return TryReadBoolean(out var value) ? value : Misfit<bool?>();
    }

    /// <summary>Reads a time.</summary>
    public DateTimeOffset? Time()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.Null)
            return null;
        return TryReadTime(out var time) ? time : Misfit<DateTimeOffset?>();
    }

    /// <summary>Reads any JSON.</summary>
    public JToken? Token()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.Null ? null : ReadToken();
    }

    /// <summary>Reads custom attributes.</summary>
    public CustomAttributes? CustomAttributes()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.Null)
            return null;
        return TryReadCustomAttributes(out var attributes) ? attributes : Misfit<CustomAttributes>();
    }

    /// <summary>Reads an object or a union.</summary>
    public T? Value<T>(JsonCodec<T> codec)
        where T : class
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.Null)
            return null;
        return codec.TryRead(ref this, out var value) ? value : Misfit<T>();
    }

    /// <summary>Reads a list.</summary>
    public IList<T>? List<T>(JsonCodec<T> codec)
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.Null)
            return null;
        return TryReadList(codec, out var list) ? list : Misfit<IList<T>>();
    }

    /// <summary>Reads an object as a dictionary.</summary>
    public IDictionary<string, T>? Map<T>(JsonCodec<T> codec)
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.Null)
            return null;
        return TryReadMap(codec, out var map) ? map : Misfit<IDictionary<string, T>>();
    }

    /// <summary>Adds the memory cost of a value to the total.</summary>
    /// <exception cref="JsonBudgetException">The total exceeds the budget.</exception>
    internal void Charge(int cost)
    {
        _cost += cost;
        if (_cost > JsonBudget.Limit)
            throw new JsonBudgetException();
    }

    /// <summary>Whether the current number has neither a fraction nor an exponent.</summary>
    internal readonly bool IsInteger() => PeekToken().Type == JTokenType.Integer;

    /// <summary>Advances to the next token.</summary>
    internal bool Read() => _json.Read();

    /// <summary>Checks that nothing follows the value.</summary>
    /// <param name="isAtValue">Whether the reader is still before the value.</param>
    internal void End(bool isAtValue)
    {
        if (isAtValue)
            _json.Skip();
        if (_json.Read())
            throw new JsonException("There is more content after the end of the JSON value.");
    }

    /// <summary>Reads the current name.</summary>
    internal readonly string ReadName() => ReadWord();

    /// <summary>Whether the current name equals a name.</summary>
    internal readonly bool IsName(ReadOnlySpan<byte> name) => _json.ValueTextEquals(name);

    /// <summary>Copies the raw bytes of the current name, with its colon.</summary>
    internal readonly void CopyName(PooledBuffer target)
    {
        Copy(_json.TokenStartIndex, _json.BytesConsumed, target);
    }

    /// <summary>Copies the raw bytes of the current value.</summary>
    internal void CopyValue(PooledBuffer target)
    {
        var start = _json.TokenStartIndex;
        _json.Skip();
        Copy(start, _json.BytesConsumed, target);
    }

    // The following methods read the current value. If they return false, the reader has not moved.

    internal bool TryReadText(out string? text)
    {
        if (_json.TokenType == JsonTokenType.String)
            text = ReadString();
        else if (_json.TokenType == JsonTokenType.Number && _json.TryGetInt64(out var number))
            text = number.ToString(CultureInfo.InvariantCulture);
        else
            text = _json.TokenType == JsonTokenType.Number && JsonValues.TryReadText(ReadNumber(), out var digits) ? digits : null;
        return text is not null;
    }

    internal bool TryReadInteger(out long number)
    {
        number = 0;
        return _json.TokenType switch
        {
            JsonTokenType.Number => _json.TryGetInt64(out number) || JsonValues.TryReadInteger(ReadNumber(), out number),
            JsonTokenType.String => JsonValues.TryReadInteger(ReadToken(), out number),
            _ => false,
        };
    }

    internal bool TryReadNumber(out double number)
    {
        if (_json.TokenType == JsonTokenType.Number && _json.TryGetInt64(out var integer))
        {
            number = integer;
            return true;
        }

        number = 0;
        return _json.TokenType is JsonTokenType.Number or JsonTokenType.String && JsonValues.TryReadNumber(ReadToken(), out number);
    }

    internal bool TryReadBoolean(out bool value)
    {
        value = _json.TokenType == JsonTokenType.True;
        return _json.TokenType is JsonTokenType.True or JsonTokenType.False
            || (_json.TokenType is JsonTokenType.Number or JsonTokenType.String && JsonValues.TryReadBoolean(ReadToken(), out value));
    }

    internal bool TryReadTime(out DateTimeOffset time)
    {
        if (_json.TokenType == JsonTokenType.Number && _json.TryGetInt64(out var seconds) && JsonValues.TryFromSeconds(seconds, out time))
            return true;
        time = default;
        return _json.TokenType is JsonTokenType.Number or JsonTokenType.String && JsonValues.TryReadTime(ReadToken(), out time);
    }

    internal bool TryReadCustomAttributes(out CustomAttributes? attributes)
    {
        attributes = null;
        if (_json.TokenType != JsonTokenType.StartObject)
            return false;
        // Objects of a workspace usually have the same attributes, so reuse the last count as the capacity.
        attributes = new CustomAttributes(usualAttributes);
        while (_json.Read() && _json.TokenType != JsonTokenType.EndObject)
        {
            Charge(JsonBudget.Member);
            var name = ReadWord();
            _json.Read();
            attributes[name] = ReadAttribute();
        }

        usualAttributes = Math.Min(attributes.Count, MostUsualAttributes);
        return true;
    }

    internal bool TryReadList<T>(JsonCodec<T> codec, out List<T>? list)
    {
        list = null;
        if (_json.TokenType != JsonTokenType.StartArray)
            return false;
        var start = _json;
        var items = new List<T>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            Charge(JsonBudget.Item);
            // Lists of a type usually have about the same length. Short ones are not worth a guess.
            if (items.Count == ShortList && codec.UsualItems > ShortList)
                items.Capacity = codec.UsualItems;
            // If one item does not fit, the whole list is kept as raw JSON.
            if (default(T) is null && _json.TokenType == JsonTokenType.Null)
            {
                items.Add(default!);
            }
            else if (codec.TryRead(ref this, out var item))
            {
                items.Add(item!);
            }
            else
            {
                _json = start;
                return false;
            }
        }

        if (items.Count > ShortList)
        {
            // Do not keep the memory of a wrong guess.
            if (items.Capacity > items.Count * 2)
                items.TrimExcess();
            codec.UsualItems = Math.Min(items.Count, MostUsualItems);
        }

        list = items;
        return true;
    }

    internal bool TryReadMap<T>(JsonCodec<T> codec, out Dictionary<string, T>? map)
    {
        map = null;
        if (_json.TokenType != JsonTokenType.StartObject)
            return false;
        var start = _json;
        var members = new Dictionary<string, T>();
        // Of duplicate names, only the last value must fit.
        HashSet<string>? misfits = null;
        while (_json.Read() && _json.TokenType != JsonTokenType.EndObject)
        {
            Charge(JsonBudget.Member);
            var name = ReadWord();
            _json.Read();
            misfits?.Remove(name);
            if (default(T) is null && _json.TokenType == JsonTokenType.Null)
            {
                members[name] = default!;
            }
            else if (codec.TryRead(ref this, out var member))
            {
                members[name] = member!;
            }
            else
            {
                (misfits ??= []).Add(name);
                // Unlike Skip, TrySkip also works if the JSON is incomplete.
                _json.TrySkip();
            }
        }

        if (misfits is { Count: > 0 })
        {
            _json = start;
            return false;
        }

        map = members;
        return true;
    }

    /// <summary>Reads the current value as JSON.</summary>
    internal JToken ReadToken()
    {
        Charge(_json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? JsonBudget.Container : JsonBudget.Scalar);
        switch (_json.TokenType)
        {
            case JsonTokenType.StartObject:
                var json = new JObject();
                while (_json.Read() && _json.TokenType != JsonTokenType.EndObject)
                {
                    Charge(JsonBudget.Member);
                    var name = ReadWord();
                    _json.Read();
                    json[name] = ReadToken();
                }

                return json;
            case JsonTokenType.StartArray:
                var list = new JArray();
                while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
                    list.Add(ReadToken());
                return list;
            case JsonTokenType.String:
                return new JValue(ReadString());
            case JsonTokenType.Number:
                return ReadNumber();
            case JsonTokenType.True:
                return new JValue(true);
            case JsonTokenType.False:
                return new JValue(false);
            default:
                return JValue.CreateNull();
        }
    }

    /// <summary>Reads the current value as JSON without advancing.</summary>
    internal readonly JToken PeekToken()
    {
        var ahead = this;
        return ahead.ReadToken();
    }

    /// <summary>Reads the current value as a custom attribute.</summary>
    internal CustomAttributeValue ReadAttribute() => _json.TokenType switch
    {
        JsonTokenType.String => ReadString(),
        JsonTokenType.Number when _json.TryGetInt64(out var number) => number,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => default,
        _ => new CustomAttributeValue(ReadToken()),
    };

    private JValue ReadNumber() => _json.TryGetInt64(out var number)
        ? new JValue(number)
        : JsonValues.Number(JsonText.Decode(_json.HasValueSequence ? _json.ValueSequence.ToArray() : _json.ValueSpan));

    private T? Misfit<T>()
    {
        _misfit = ReadToken();
        return default;
    }

    private string? TextOfOther() => TryReadText(out var text) ? text : Misfit<string>();

    // The last value of a duplicate name counts. If it does not fit, the property is treated as absent, so it is not sent as null.
    private void KeepMisfit<T>(ModelCodec<T> codec, T model, ReadOnlySpan<byte> name)
        where T : IntercomModel
    {
        var key = Words.Get(name);
        model.KeepMisfit(key, codec.OrdinalOf(key), _misfit!);
        _misfit = null;
    }

    private readonly string ReadString() =>
        _json.HasValueSequence || _json.ValueIsEscaped ? _json.GetString()! : JsonText.Decode(_json.ValueSpan);

    private readonly string ReadWord() => _json.HasValueSequence || _json.ValueIsEscaped ? _json.GetString()! : Words.Get(_json.ValueSpan);

    private readonly void Copy(long start, long end, PooledBuffer target)
    {
        var length = checked((int)(end - start));
        if (_sequence.IsEmpty)
            _span.Slice((int)start, length).CopyTo(target.GetSpan(length));
        else
            _sequence.Slice(start, length).CopyTo(target.GetSpan(length));
        target.Advance(length);
    }

    private readonly byte[] CopyName()
    {
        var length = _json.HasValueSequence ? checked((int)_json.ValueSequence.Length) : _json.ValueSpan.Length;
        var name = new byte[length];
        return name.AsSpan(0, _json.CopyString(name)).ToArray();
    }
}
