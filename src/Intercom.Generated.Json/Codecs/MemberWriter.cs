using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>Writes the members of a model that have a value or were assigned null.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct MemberWriter
{
    private readonly Utf8JsonWriter _json;
    private readonly IntercomModel _model;
    private readonly JsonEncodedText[] _names;
    private readonly bool[]? _written;
    private readonly List<KeyValuePair<string, UploadFile>>? _files;

    internal MemberWriter(Utf8JsonWriter json, IntercomModel model, JsonEncodedText[] names, List<KeyValuePair<string, UploadFile>>? files)
    {
        _json = json;
        _model = model;
        _names = names;
        _files = files;
        if (model.HasAdditionalProperties)
            _written = new bool[names.Length];
    }

    /// <summary>Writes text.</summary>
    public void Text(int ordinal, string? value)
    {
        if (!Has(ordinal, value is not null))
            return;
        try
        {
            JsonText.Write(_json, _names[ordinal], value!);
        }
        catch (UnwritableValueException e)
        {
            throw Unwritable(_names[ordinal].Value, e);
        }
    }

    /// <summary>Writes an ID, or text that usually has one of a few values.</summary>
    public void Word(int ordinal, string? value) => Text(ordinal, value);

    /// <summary>Writes a numeric ID as a JSON number.</summary>
    public void NumericIdentifier(int ordinal, string? value)
    {
        if (!Has(ordinal, value is not null))
            return;
        Write(ordinal, value!, JsonCodecs.NumericIdentifier);
    }

    /// <summary>Writes an integer.</summary>
    public void Integer(int ordinal, long? value)
    {
        if (Has(ordinal, value is not null))
            _json.WriteNumber(_names[ordinal], value.GetValueOrDefault());
    }

    /// <summary>Writes a number.</summary>
    public void Number(int ordinal, double? value)
    {
        if (!Has(ordinal, value is not null))
            return;
        Write(ordinal, value.GetValueOrDefault(), JsonCodecs.Number);
    }

    /// <summary>Writes true or false.</summary>
    public void Boolean(int ordinal, bool? value)
    {
        if (Has(ordinal, value is not null))
            _json.WriteBoolean(_names[ordinal], value.GetValueOrDefault());
    }

    /// <summary>Writes a time as Unix seconds, or as ISO 8601 text if it has a fraction of a second that may not be lost.</summary>
    public void UnixTime(int ordinal, DateTimeOffset? value)
    {
        if (!Has(ordinal, value is not null))
            return;
        var time = value.GetValueOrDefault();
        if (JsonCodecs.IsWrittenAsSeconds(time))
            _json.WriteNumber(_names[ordinal], time.ToUnixTimeSeconds());
        else
            Write(ordinal, time, JsonCodecs.DateTime);
    }

    /// <summary>Writes a time as ISO 8601 text.</summary>
    public void DateTime(int ordinal, DateTimeOffset? value)
    {
        if (!Has(ordinal, value is not null))
            return;
        _json.WritePropertyName(_names[ordinal]);
        JsonCodecs.DateTime.Write(_json, value.GetValueOrDefault());
    }

    /// <summary>Writes an object, a union, custom attributes, or JSON.</summary>
    public void Value<T>(int ordinal, T? value, JsonCodec<T> codec)
        where T : class
    {
        if (!Has(ordinal, value is not null))
            return;
        Write(ordinal, value!, codec);
    }

    /// <summary>Writes a list.</summary>
    public void List<T>(int ordinal, IList<T>? value, JsonCodec<T> codec)
    {
        if (!Has(ordinal, value is not null))
            return;
        try
        {
            _json.WritePropertyName(_names[ordinal]);
            ListCodec.Write(_json, value!, codec);
        }
        catch (UnwritableValueException e)
        {
            throw Unwritable(_names[ordinal].Value, e);
        }
    }

    /// <summary>Writes a dictionary as an object.</summary>
    public void Map<T>(int ordinal, IDictionary<string, T>? value, JsonCodec<T> codec)
    {
        if (!Has(ordinal, value is not null))
            return;
        try
        {
            _json.WritePropertyName(_names[ordinal]);
            MapCodec<T>.Write(_json, value!, codec);
        }
        catch (UnwritableValueException e)
        {
            throw Unwritable(_names[ordinal].Value, e);
        }
    }

    /// <summary>Collects a file of a form. JSON cannot contain files.</summary>
    /// <exception cref="NotSupportedException">The model is written as JSON, not as a form.</exception>
    public void File(int ordinal, UploadFile? value)
    {
        if (value is null)
            return;
        if (_written is not null)
            _written[ordinal] = true;
        if (_files is null)
            throw new NotSupportedException($"{_model.GetType().Name} contains a file and can only be sent as a form.");
        _files.Add(new(_names[ordinal].Value, value));
    }

    /// <summary>Writes additional properties, unless a value was assigned to a property of the same name.</summary>
    internal void WriteAdditional()
    {
        if (_written is null)
            return;
        foreach (var property in _model.AdditionalProperties)
        {
            var ordinal = Array.FindIndex(_names, name => name.Value == property.Key);
            if (ordinal >= 0 && _written[ordinal])
                continue;
            try
            {
                JsonText.WriteName(_json, property.Key);
                JsonCodecs.Token.Write(_json, property.Value);
            }
            catch (UnwritableValueException e)
            {
                throw Unwritable(property.Key, e);
            }
        }
    }

    private void Write<T>(int ordinal, T value, JsonCodec<T> codec)
    {
        try
        {
            _json.WritePropertyName(_names[ordinal]);
            codec.Write(_json, value);
        }
        catch (UnwritableValueException e)
        {
            throw Unwritable(_names[ordinal].Value, e);
        }
    }

    private ArgumentException Unwritable(string member, UnwritableValueException reason) =>
        new($"{_model.GetType().Name}.{member} cannot be written: {reason.Message}", reason);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Has(int ordinal, bool hasValue)
    {
        if (!hasValue)
            WriteNull(ordinal);
        else if (_written is not null)
            _written[ordinal] = true;
        return hasValue;
    }

    private void WriteNull(int ordinal)
    {
        if (!_model.IsAssignedNull(ordinal))
            return;
        if (_written is not null)
            _written[ordinal] = true;
        _json.WriteNull(_names[ordinal]);
    }
}
