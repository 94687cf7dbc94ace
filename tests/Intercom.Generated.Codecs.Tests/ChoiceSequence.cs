using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>A sequence of choices from which a random value is built. A shorter sequence builds a simpler value, and past the end, every choice is the simplest one.</summary>
internal sealed class ChoiceSequence(int[] choices)
{
    private int _next;

    /// <summary>Choice sequences for a type of any version.</summary>
    public static Arbitrary<(Type Type, int[] Choices)> Any { get; } = Arb.From(
        from type in Gen.Elements(VersionUnderTest.All.SelectMany(version => version.Models.Concat(version.Unions)).ToArray())
        from count in Gen.Choose(5, 150)
        from choices in Gen.ArrayOf(Gen.Choose(0, 1_000_000), count)
        select (type, choices),
        static sample => Shorter(sample.Item2).Select(choices => (sample.Item1, choices)));

    /// <summary>Whether any choices are left.</summary>
    public bool HasMore => _next < choices.Length;

    /// <summary>A configuration with a fixed seed, so that every run has the same cases.</summary>
    public static Config Fixed(ulong seed, int small, int full) => Config.QuickThrowOnFailure
        .WithMaxTest(LongTests.Size(small, full))
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed, 1), FSharpOption<int>.None)));

    /// <summary>Returns a number from 0 to below the count.</summary>
    public int Below(int count) => HasMore ? choices[_next++] % count : 0;

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    private static IEnumerable<int[]> Shorter(int[] choices)
    {
        if (choices.Length > 0)
        {
            yield return choices[..(choices.Length / 2)];
            yield return choices[1..];
            yield return choices[..^1];
        }
    }
}
