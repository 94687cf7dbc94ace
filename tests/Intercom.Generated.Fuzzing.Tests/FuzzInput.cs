using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Intercom.Generated.Fuzzing.Tests;

/// <summary>An input that FsCheck generates from the corpus and shrinks.</summary>
internal sealed record FuzzInput(byte[] Bytes)
{
    private const int MostMutations = 5;

    /// <summary>Mutated inputs of the corpus. Smaller inputs lack some of the bytes.</summary>
    public static Arbitrary<FuzzInput> For(FuzzTarget target)
    {
        var seeds = Corpus.Inputs(target);
        var tokens = target.Tokens.Select(Encoding.UTF8.GetBytes).ToList();
        return Arb.From(
            from seed in Gen.Elements<byte[]>(seeds)
            from count in Gen.Choose(1, MostMutations)
            from mutations in Gen.ArrayOf(Mutation.Any, count)
            select new FuzzInput(mutations.Aggregate(seed, (bytes, mutation) => mutation.Apply(bytes, tokens))),
            static input => input.Smaller());
    }

    public override string ToString() => $"{Encoding.UTF8.GetString(Bytes)}\nas Base64: {Convert.ToBase64String(Bytes)}";

    // Leaves out long pieces first.
    private IEnumerable<FuzzInput> Smaller()
    {
        for (var size = Bytes.Length; size > 0; size /= 2)
        {
            for (var start = 0; start + size <= Bytes.Length; start += size)
                yield return new FuzzInput([.. Bytes.AsSpan(0, start), .. Bytes.AsSpan(start + size)]);
        }
    }
}
