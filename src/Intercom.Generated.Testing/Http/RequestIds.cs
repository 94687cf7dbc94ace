using System.Text;

namespace Intercom.Generated.Testing.Http;

/// <summary>Generates request IDs of 20 base-32 characters, like Intercom's. Every fake generates the same sequence.</summary>
internal sealed class RequestIds
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuv";

    private ulong _count;

    public string Next()
    {
        // The finalizer of SplitMix64 is a bijection, so IDs never repeat. They look as random as real ones.
        var bits = ++_count;
        unchecked
        {
            bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9UL;
            bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebUL;
            bits ^= bits >> 31;
        }

        var id = new StringBuilder("000fake", 20);
        for (var shift = 60; shift >= 0; shift -= 5)
            id.Append(Alphabet[(int)((bits >> shift) & 31)]);
        return id.ToString();
    }
}
