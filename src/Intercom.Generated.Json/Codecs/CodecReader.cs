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

    private readonly PageTexts? _texts;
    private JsonTokenizer _json;
    private JToken? _misfit;
    private int _cost;

    internal CodecReader(ReadOnlySpan<byte> json, PageTexts? texts = null)
    {
        _json = new JsonTokenizer(JsonText.HasByteOrderMark(json) ? json.Slice(3) : json);
        _texts = texts;
    }

    internal CodecReader(JsonTokenizer json) => _json = json;

    /// <summary>A copy of the tokenizer at its current position.</summary>
    internal readonly JsonTokenizer Json => _json;

    internal readonly JsonTokenType TokenType => _json.TokenType;

    /// <summary>Advances to the value of the next member that a model knows. Keeps the members that it does not know.</summary>
    /// <param name="names">The names of the members.</param>
    /// <param name="model">The object. It keeps the previous value as JSON if the value did not fit.</param>
    /// <param name="member">The position of the previous member in the class. It is set to the position of the next one.</param>
    /// <returns>False at the end of the object.</returns>
    public bool ReadMember(MemberNames names, IntercomModel model, ref int member)
    {
        if (_misfit is not null)
            KeepMisfit(names, model, member);
        var expected = names.After(member);
        if (_json.TryReadName(names.Expected(expected)))
            member = expected;
        else if (!FindMember(names, model, ref member))
            return false;
        if (model.HasMisfits)
            model.Forget(names[member]);
        return true;
    }

    /// <summary>Keeps a member that can only be sent.</summary>
    public void KeepUnknown(MemberNames names, IntercomModel model, int member)
    {
        _json.ReadValue();
        KeepUnknown(model, names[member]);
    }

    /// <summary>Reads text.</summary>
    public string? Text()
    {
        return _json.ReadValue() switch
        {
            JsonTokenType.String => ReadString(),
            JsonTokenType.Null => null,
            _ => TextOfOther(),
        };
    }

    /// <summary>Reads text that usually has one of a few values, which are cached.</summary>
    public string? Word()
    {
        return _json.ReadValue() switch
        {
            JsonTokenType.String => _json.IsAscii ? _json.GetWord() : ReadString(),
            JsonTokenType.Null => null,
            _ => TextOfOther(),
        };
    }

    /// <summary>Reads an integer.</summary>
    public long? Integer()
    {
        if (_json.ReadValue() == JsonTokenType.Null)
            return null;
        return TryReadInteger(out var number) ? number : Misfit<long?>();
    }

    /// <summary>Reads a number.</summary>
    public double? Number()
    {
        if (_json.ReadValue() == JsonTokenType.Null)
            return null;
        return TryReadNumber(out var number) ? number : Misfit<double?>();
    }

    /// <summary>Reads true or false.</summary>
    public bool? Boolean()
    {
        if (_json.ReadValue() == JsonTokenType.Null)
            return null;
        return TryReadBoolean(out var value) ? value : Misfit<bool?>();
    }

    /// <summary>Reads a time.</summary>
    public DateTimeOffset? Time()
    {
        if (_json.ReadValue() == JsonTokenType.Null)
            return null;
        return TryReadTime(out var time) ? time : Misfit<DateTimeOffset?>();
    }

    /// <summary>Reads any JSON.</summary>
    public JToken? Token()
    {
        return _json.ReadValue() == JsonTokenType.Null ? null : ReadToken();
    }

    /// <summary>Reads custom attributes.</summary>
    public CustomAttributes? CustomAttributes()
    {
        if (_json.ReadValue() == JsonTokenType.Null)
            return null;
        return TryReadCustomAttributes(out var attributes) ? attributes : Misfit<CustomAttributes>();
    }

    /// <summary>Reads an object or a union.</summary>
    public T? Value<T>(JsonCodec<T> codec)
        where T : class
    {
        if (_json.ReadValue() == JsonTokenType.Null)
            return null;
        return codec.TryRead(ref this, out var value) ? value : Misfit<T>();
    }

    /// <summary>Reads a list.</summary>
    public IList<T>? List<T>(JsonCodec<T> codec)
    {
        if (_json.ReadValue() == JsonTokenType.Null)
            return null;
        return TryReadList(codec, out var list) ? list : Misfit<IList<T>>();
    }

    /// <summary>Reads an object as a dictionary.</summary>
    public IDictionary<string, T>? Map<T>(JsonCodec<T> codec)
    {
        if (_json.ReadValue() == JsonTokenType.Null)
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
    internal readonly string ReadName() => _json.GetWord();

    /// <summary>Whether the current name equals a name.</summary>
    internal readonly bool IsName(ReadOnlySpan<byte> name) => _json.IsName(name);

    /// <summary>Copies the raw bytes of the current name, with its colon.</summary>
    internal readonly void CopyName(PooledBuffer target) => target.Add(_json.Between(_json.TokenStart, _json.TokenEnd));

    /// <summary>Copies the raw bytes of the current value.</summary>
    internal void CopyValue(PooledBuffer target)
    {
        var start = _json.TokenStart;
        _json.Skip();
        target.Add(_json.Between(start, _json.TokenEnd));
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
            var name = _json.GetWord();
            _json.ReadValue();
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
            var name = _json.GetWord();
            _json.ReadValue();
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
                _json.Skip();
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
                    var name = _json.GetWord();
                    _json.ReadValue();
                    json[name] = ReadToken();
                }

                return json;
            case JsonTokenType.StartArray:
                var list = new JArray();
                while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
                    list.Add(ReadToken());
                return list;
            case JsonTokenType.String:
                return new JValue(_json.GetText());
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

    private readonly JValue ReadNumber() =>
        _json.TryGetInt64(out var number) ? new JValue(number) : JsonValues.Number(JsonText.DecodeAscii(_json.Value));

    private T? Misfit<T>()
    {
        _misfit = ReadToken();
        return default;
    }

    private readonly string ReadString() => _texts is null ? _json.GetText() : _texts.Get(_json);

    private string? TextOfOther() => TryReadText(out var text) ? text : Misfit<string>();

    // The last value of a duplicate name counts. If it does not fit, the property is treated as absent, so it is not sent as null.
    private void KeepMisfit(MemberNames names, IntercomModel model, int member)
    {
        model.KeepMisfit(names[member], member, _misfit!);
        _misfit = null;
    }

    private bool FindMember(MemberNames names, IntercomModel model, ref int member)
    {
        while (_json.Read() && _json.TokenType != JsonTokenType.EndObject)
        {
            if (names.Find(_json.IsEscaped ? JsonText.Strict.GetBytes(_json.GetText()) : _json.Value) is >= 0 and var found)
            {
                names.Follow(member, found);
                member = found;
                return true;
            }

            var name = _json.GetWord();
            _json.ReadValue();
            KeepUnknown(model, name);
        }

        return false;
    }

    private void KeepUnknown(IntercomModel model, string name)
    {
        Charge(JsonBudget.Member);
        model.AdditionalProperties[name] = ReadToken();
    }
}
