namespace Intercom.Generated.Webhooks;

/// <summary>Converts bytes to hexadecimal digits and back.</summary>
internal static class Hex
{
    /// <summary>Returns lower-case digits.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        const string digits = "0123456789abcdef";
        var text = new char[bytes.Length * 2];
        for (var i = 0; i < bytes.Length; i++)
        {
            text[2 * i] = digits[bytes[i] >> 4];
            text[(2 * i) + 1] = digits[bytes[i] & 15];
        }

        return new string(text);
    }

    /// <summary>Decodes digits of either case.</summary>
    /// <returns>False if the text is not exactly as many digits as <paramref name="bytes"/> takes.</returns>
    public static bool TryDecode(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        if (text.Length != bytes.Length * 2)
            return false;
        for (var i = 0; i < bytes.Length; i++)
        {
            var high = Value(text[2 * i]);
            var low = Value(text[(2 * i) + 1]);
            if (high < 0 || low < 0)
                return false;
            bytes[i] = (byte)((high << 4) | low);
        }

        return true;
    }

    private static int Value(char digit) => digit switch
    {
        >= '0' and <= '9' => digit - '0',
        >= 'a' and <= 'f' => digit - 'a' + 10,
        >= 'A' and <= 'F' => digit - 'A' + 10,
        _ => -1,
    };
}
