using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Intercom.Generated.Cryptography;

/// <summary>HMAC-SHA256 (RFC 2104), with a comparison that takes the same time wherever the hashes differ.</summary>
internal static class HmacSha256
{
    /// <summary>The length of a hash in bytes.</summary>
    public const int Length = 32;

    /// <summary>Computes the hash of a message.</summary>
    public static byte[] Hash(byte[] key, byte[] message)
    {
#if NET
        return HMACSHA256.HashData(key, message);
#else
        using var hmac = new HMACSHA256(key);
        return hmac.ComputeHash(message);
#endif
    }

    /// <summary>Whether two hashes are equal. The time depends only on their length.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    public static bool AreEqual(byte[] hash, byte[] other)
    {
#if NET
        return CryptographicOperations.FixedTimeEquals(hash, other);
#else
        if (hash.Length != other.Length)
            return false;
        var difference = 0;
        for (var i = 0; i < hash.Length; i++)
            difference |= hash[i] ^ other[i];
        return difference == 0;
#endif
    }

    /// <summary>Writes bytes as lower-case hexadecimal digits.</summary>
    public static string ToHex(byte[] bytes)
    {
        const string Digits = "0123456789abcdef";
        var text = new char[bytes.Length * 2];
        for (var i = 0; i < bytes.Length; i++)
        {
            text[2 * i] = Digits[bytes[i] >> 4];
            text[(2 * i) + 1] = Digits[bytes[i] & 15];
        }

        return new string(text);
    }

    /// <summary>Reads hexadecimal digits in either case, or returns null if the text is not the hash of a message.</summary>
    public static byte[]? FromHex(string? text)
    {
        if (text?.Length != 2 * Length)
            return null;
        var bytes = new byte[Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            var (high, low) = (ValueOf(text[2 * i]), ValueOf(text[(2 * i) + 1]));
            if (high < 0 || low < 0)
                return null;
            bytes[i] = (byte)((high << 4) | low);
        }

        return bytes;
    }

    private static int ValueOf(char digit) => digit switch
    {
        >= '0' and <= '9' => digit - '0',
        >= 'a' and <= 'f' => digit - 'a' + 10,
        >= 'A' and <= 'F' => digit - 'A' + 10,
        _ => -1,
    };
}
