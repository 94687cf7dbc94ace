using System.Runtime.InteropServices;

namespace Intercom.Generated.Runtime;

/// <summary>
/// Caches short strings that occur often, such as object types, enum values, and attribute names, by their UTF-8 bytes. The table has a
/// fixed size. On a collision, the new string replaces the old one.
/// </summary>
internal static class Words
{
    private const int Longest = 40;

    private static readonly string?[] Table = new string?[1024];

    /// <summary>Decodes UTF-8, with the cached string if there is one.</summary>
    public static string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > Longest)
            return JsonText.Decode(utf8);
        ref var place = ref Table[Hash(utf8) & (uint)(Table.Length - 1)];
        if (place is { } word && IsSame(utf8, word))
            return word;
        word = JsonText.Decode(utf8);
        // Only ASCII strings can be found again.
        if (word.Length == utf8.Length)
            place = word;
        return word;
    }

    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        ulong hash = (uint)utf8.Length;
        if (utf8.Length >= sizeof(ulong))
        {
            for (; utf8.Length > sizeof(ulong); utf8 = utf8.Slice(sizeof(ulong)))
                hash = (hash ^ MemoryMarshal.Read<ulong>(utf8)) * 0x9E3779B97F4A7C15;
            return Fold((hash ^ AtMostEight(utf8)) * 0x9E3779B97F4A7C15);
        }

        foreach (var value in utf8)
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

    private static bool IsSame(ReadOnlySpan<byte> utf8, string word)
    {
#if NET
        return System.Text.Ascii.Equals(utf8, word);
#else
        if (utf8.Length != word.Length)
            return false;
        for (var i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] != word[i])
                return false;
        }

        return true;
#endif
    }
}
