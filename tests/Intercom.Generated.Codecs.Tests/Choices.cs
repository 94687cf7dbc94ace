using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>A row of decisions, of which something random is made: a shorter row makes something simpler, and beyond its end everything is as simple as can be.</summary>
internal sealed class Choices(int[] row)
{
    private int _next;

    /// <summary>Rows of decisions for a type of any version.</summary>
    public static Arbitrary<(Type Type, int[] Row)> Any { get; } = Arb.From(
        from type in Gen.Elements(VersionUnderTest.All.SelectMany(version => version.Models.Concat(version.Unions)).ToArray())
        from count in Gen.Choose(5, 150)
        from row in Gen.ArrayOf(Gen.Choose(0, 1_000_000), count)
        select (type, row),
        static sample => Shorter(sample.Item2).Select(row => (sample.Item1, row)));

    /// <summary>Whether there are decisions left.</summary>
    public bool HasMore => _next < row.Length;

    /// <summary>The same cases in every run.</summary>
    public static Config Fixed(ulong seed, int usual, int whole) => Config.QuickThrowOnFailure
        .WithMaxTest(LongTests.Size(usual, whole))
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed, 1), FSharpOption<int>.None)));

    /// <summary>One of so many numbers.</summary>
    public int Below(int count) => HasMore ? row[_next++] % count : 0;

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    private static IEnumerable<int[]> Shorter(int[] row)
    {
        if (row.Length > 0)
        {
            yield return row[..(row.Length / 2)];
            yield return row[1..];
            yield return row[..^1];
        }
    }
}
