using System.Numerics;

namespace Intercom.Generated.Fuzzing.Tests;

/// <summary>The code that inputs reached: for each edge, the orders of magnitude of how often it was passed.</summary>
internal sealed class Coverage
{
    private readonly byte[] _seen = new byte[InstrumentedCode.Size];

    /// <summary>The number of edges that were reached.</summary>
    public int Edges { get; private set; }

    /// <summary>Adds the counts of an input.</summary>
    /// <returns>Whether the input reached new code, or the same code more often.</returns>
    public bool Add(ReadOnlySpan<byte> hits)
    {
        var isNew = false;
        for (var next = hits.IndexOfAnyExcept((byte)0); next >= 0;)
        {
            var magnitude = (byte)(1 << BitOperations.Log2(hits[next]));
            if ((_seen[next] & magnitude) == 0)
            {
                Edges += _seen[next] == 0 ? 1 : 0;
                _seen[next] |= magnitude;
                isNew = true;
            }

            var after = hits[(next + 1)..].IndexOfAnyExcept((byte)0);
            next = after < 0 ? -1 : next + 1 + after;
        }

        return isNew;
    }
}
