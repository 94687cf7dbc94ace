using System.Runtime.InteropServices;

namespace Intercom.Generated.Runtime;

/// <summary>
/// Caches short ASCII strings that occur often, such as object types, enum values, and attribute names, by their bytes. The table has a
/// fixed size. On a collision, the new string replaces the old one.
/// </summary>
internal static class Words
{
    private const int Longest = 40;

    private static readonly string?[] Table = new string?[1024];

    /// <summary>Decodes ASCII, with the cached string if there is one.</summary>
    public static string Get(ReadOnlySpan<byte> ascii)
    {
        if (ascii.Length is 0 or > Longest)
            return JsonText.DecodeAscii(ascii);
        ref var place = ref Table[Hash(ascii) & (uint)(Table.Length - 1)];
        if (place is { } word && IsSame(ascii, word))
            return word;
        return place = JsonText.DecodeAscii(ascii);
    }

    private static uint Hash(ReadOnlySpan<byte> ascii)
    {
        ulong hash = (uint)ascii.Length;
        if (ascii.Length >= sizeof(ulong))
        {
            for (; ascii.Length > sizeof(ulong); ascii = ascii.Slice(sizeof(ulong)))
                hash = (hash ^ MemoryMarshal.Read<ulong>(ascii)) * 0x9E3779B97F4A7C15;
            return Fold((hash ^ AtMostEight(ascii)) * 0x9E3779B97F4A7C15);
        }

        foreach (var value in ascii)
            hash = (hash << 8) | value;
        return Fold(hash * 0x9E3779B97F4A7C15);
    }

    private static ulong AtMostEight(ReadOnlySpan<byte> rest)
    {
        ulong value = 0;
        foreach (var part in rest)
            value = (value << 8) | part;
        return value;
    }

    private static uint Fold(ulong hash) => (uint)(hash >> 40);

    private static bool IsSame(ReadOnlySpan<byte> ascii, string word)
    {
#if NET
        return System.Text.Ascii.Equals(ascii, word);
#else
        if (ascii.Length != word.Length)
            return false;
        for (var i = 0; i < ascii.Length; i++)
        {
            if (ascii[i] != word[i])
                return false;
        }

        return true;
#endif
    }
}
