using System.Runtime.InteropServices;

namespace Intercom.Generated.Runtime;

/// <summary>
/// Words that come again and again, such as kinds of objects, values of enums and names of attributes: each is made once and then found by its bytes. The
/// table has a fixed number of places; a word that takes the place of another one only costs that one its place.
/// </summary>
internal static class Words
{
    private const int Longest = 40;

    private static readonly string?[] Table = new string?[1024];

    /// <summary>Gives the word that the bytes spell.</summary>
    public static string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > Longest)
            return JsonText.Decode(utf8);
        ref var place = ref Table[Hash(utf8) & (uint)(Table.Length - 1)];
        if (place is { } word && IsSame(utf8, word))
            return word;
        word = JsonText.Decode(utf8);
        // What is not ASCII would never be found again.
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
