using System.Text.Json;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Webhooks;

/// <summary>Finds the members of a notification in one pass. Of members with the same name, the last one counts.</summary>
internal ref struct EnvelopeScan
{
    private readonly NotificationTopic? _expected;
    private JsonTokenizer _reader;
    private EnvelopeParts _parts;

    /// <summary>Creates a scan.</summary>
    /// <param name="json">The body without a byte order mark.</param>
    /// <param name="deepestNesting">The maximum nesting of objects and arrays.</param>
    /// <param name="expected">The topic with which the item is read on the way, or null to skip it.</param>
    public EnvelopeScan(ReadOnlySpan<byte> json, int deepestNesting, NotificationTopic? expected)
    {
        _reader = new JsonTokenizer(json, deepestNesting);
        _expected = expected;
    }

    /// <summary>The item, or null if it was skipped or does not fit.</summary>
    public object? Item { get; private set; }

    /// <summary>Scans the body.</summary>
    /// <exception cref="InvalidNotificationException">The body is JSON, but not an object.</exception>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public EnvelopeParts Run()
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            // Something that is not JSON further on is reported as such.
            _reader.Skip();
            _reader.Read();
            throw new InvalidNotificationException("It is valid JSON, but not an object.");
        }

        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
            ReadMember();
        // Fails if anything follows the object.
        _reader.Read();
        return _parts;
    }

    private void ReadMember()
    {
        if (_reader.IsName("data"u8))
            ReadData();
        else if (_reader.IsName("topic"u8))
            _parts.Topic = Value();
        else if (_reader.IsName("id"u8))
            _parts.Id = Value();
        else if (_reader.IsName("app_id"u8))
            _parts.AppId = Value();
        else if (_reader.IsName("created_at"u8))
            _parts.CreatedAt = Value();
        else if (_reader.IsName("first_sent_at"u8))
            _parts.FirstSentAt = Value();
        else if (_reader.IsName("delivered_at"u8))
            _parts.DeliveredAt = Value();
        else if (_reader.IsName("delivery_attempts"u8))
            _parts.DeliveryAttempts = Value();
        else if (_reader.IsName("delivery_status"u8))
            _parts.DeliveryStatus = Value();
        else if (_reader.IsName("self"u8))
            _parts.Self = Value();
        else
            _reader.Skip();
    }

    private void ReadData()
    {
        _parts.Item = default;
        Item = null;
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            _reader.Skip();
            return;
        }

        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            if (_reader.IsName("item"u8))
                ReadItem();
            else
                _reader.Skip();
        }
    }

    private void ReadItem()
    {
        _parts.Item = default;
        Item = null;
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.Null)
            return;
        var start = _reader.TokenStart;
        if (_expected is null)
            _reader.Skip();
        else
            Item = _expected.ReadItem(ref _reader);
        _parts.Item = Range(start);
    }

    private JsonRange Value()
    {
        _reader.Read();
        var start = _reader.TokenStart;
        _reader.Skip();
        return Range(start);
    }

    private readonly JsonRange Range(int start) => new(start, _reader.TokenEnd - start);
}
