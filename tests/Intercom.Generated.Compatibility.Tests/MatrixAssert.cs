using Intercom.Generated.OpenApi.Comparison;

namespace Intercom.Generated.Compatibility.Tests;

/// <summary>Compares what is told of pairs with what happens to their compiled code.</summary>
internal static class MatrixAssert
{
    /// <summary>Expects that no break is unseen and none is told in vain, and prints the matrix.</summary>
    public static void Told(IReadOnlyList<ModelPair> pairs)
    {
        var actual = AssemblyComparison.Compare(pairs);
        var problems = new List<string>();
        foreach (var pair in pairs)
        {
            var changes = ApiComparison.Compare(pair.Before, pair.After);
            var breaks = changes.Where(change => change.Impact >= ChangeImpact.BinaryBreak).ToList();
            var names = new SymbolNames(pair.Before, pair.After, changes);
            var told = breaks.Select(names.OwnerOf).ToHashSet(StringComparer.Ordinal);
            var happened = actual[pair.Name].Binary.Concat(actual[pair.Name].Source).Select(names.OwnerOf).ToHashSet(StringComparer.Ordinal);
            var gone = actual[pair.Name].Surface.Select(names.OwnerOf).ToHashSet(StringComparer.Ordinal);

            TestContext.Out.WriteLine($"{pair.Name}: {changes.Count} changes, {breaks.Count} breaks told in {told.Count} operations and types; ApiCompat {actual[pair.Name].Binary.Count}, caller {actual[pair.Name].Source.Count}, surface {actual[pair.Name].Surface.Count}");
            var known = told.Concat(names.UsersOfRenamedTypes()).ToList();
            problems.AddRange(happened.Except(known).Select(owner => $"{pair.Name}: {owner} breaks unseen"));
            problems.AddRange(gone.Except(known).Select(owner => $"{pair.Name}: {owner} is gone from the surface unseen"));
            problems.AddRange(told.Except(happened).Select(owner => $"{pair.Name}: {owner} does not break"));
        }

        Assert.That(problems, Is.Empty);
    }
}
