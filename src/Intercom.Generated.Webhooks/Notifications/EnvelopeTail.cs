namespace Intercom.Generated.Webhooks;

/// <summary>
/// Finds the ID and the time of a notification from its end, without reading the item, which is most of the body. Intercom sends them after
/// the item.
/// </summary>
/// <remarks>
/// Valid JSON can be read backward: the start of a string is the next quotation mark that is not escaped. Whether the rest is valid shows
/// when the notification is read.
/// </remarks>
internal ref struct EnvelopeTail
{
    private readonly ReadOnlySpan<byte> _json;
    private int _end;

    private EnvelopeTail(ReadOnlySpan<byte> json)
    {
        _json = json;
        _end = json.Length;
    }

    /// <summary>The value of <c>id</c>.</summary>
    public JsonRange Id { get; private set; }

    /// <summary>The value of <c>created_at</c>.</summary>
    public JsonRange CreatedAt { get; private set; }

    /// <summary>Reads the members after the item.</summary>
    /// <returns>False if not both are among them, or if the end is not that of a JSON object.</returns>
    public static bool TryRead(ReadOnlySpan<byte> json, out EnvelopeTail tail)
    {
        tail = new(json);
        return tail.TryReadMembers() && tail.Id.Length > 0 && tail.CreatedAt.Length > 0;
    }

    private bool TryReadMembers()
    {
        if (!TrySkip((byte)'}'))
            return false;
        while (true)
        {
            if (!TryReadValue(out var value))
                return IsAt((byte)'}') || IsAt((byte)']');
            if (!TrySkip((byte)':') || !TryReadString(out var name) || !TryAdd(name, value))
                return false;
            if (!TrySkip((byte)','))
                return TrySkip((byte)'{');
        }
    }

    // The last member of a name counts, which is the first one here.
    private bool TryAdd(JsonRange name, JsonRange value)
    {
        var text = name.Of(_json);
        if (text.IndexOf((byte)'\\') >= 0)
            return false;
        if (text.SequenceEqual("\"id\""u8))
            Id = Id.Length > 0 ? Id : value;
        else if (text.SequenceEqual("\"created_at\""u8))
            CreatedAt = CreatedAt.Length > 0 ? CreatedAt : value;
        return true;
    }

    /// <summary>Reads a string, a number, a literal, or an empty object or array.</summary>
    private bool TryReadValue(out JsonRange value)
    {
        SkipWhitespace();
        if (IsAt((byte)'"'))
            return TryReadString(out value);
        var end = _end;
        if (TrySkip((byte)'}') ? TrySkip((byte)'{') : TrySkip((byte)']') && TrySkip((byte)'['))
        {
            value = new(_end, end - _end);
            return true;
        }

        _end = end;
        while (_end > 0 && IsScalar(_json[_end - 1]))
            _end--;
        value = new(_end, end - _end);
        return value.Length > 0;
    }

    private bool TryReadString(out JsonRange value)
    {
        value = default;
        SkipWhitespace();
        var end = _end;
        if (!TrySkip((byte)'"'))
            return false;
        while (_json.Slice(0, _end).LastIndexOf((byte)'"') is >= 0 and var quote)
        {
            _end = quote;
            var backslashes = 0;
            while (backslashes < quote && _json[quote - backslashes - 1] == '\\')
                backslashes++;
            if (backslashes % 2 == 1)
                continue;
            value = new(quote, end - quote);
            return true;
        }

        return false;
    }

    private bool TrySkip(byte expected)
    {
        SkipWhitespace();
        if (!IsAt(expected))
            return false;
        _end--;
        return true;
    }

    private void SkipWhitespace()
    {
        while (_end > 0 && _json[_end - 1] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            _end--;
    }

    private readonly bool IsAt(byte expected) => _end > 0 && _json[_end - 1] == expected;

    private static bool IsScalar(byte value) =>
        value is (>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'z') or (byte)'E' or (byte)'-' or (byte)'+' or (byte)'.';
}
