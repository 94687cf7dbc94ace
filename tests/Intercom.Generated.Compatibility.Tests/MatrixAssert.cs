using Intercom.Generated.Descriptions.Comparison;

namespace Intercom.Generated.Compatibility.Tests;

/// <summary>Compares the reported breaks of pairs with the actual breaks in their compiled code.</summary>
internal static class MatrixAssert
{
    /// <summary>Asserts that the comparison reports every actual break and no other, and prints the matrix.</summary>
    public static void ReportsExactly(IReadOnlyList<ModelPair> pairs)
    {
        var actual = AssemblyComparison.Compare(pairs);
        var problems = new List<string>();
        foreach (var pair in pairs)
        {
            var changes = ApiComparison.Compare(pair.Before, pair.After);
            var breaks = changes.Where(change => change.Impact >= ChangeImpact.BinaryBreak).ToList();
            var names = new SymbolNames(pair.Before, pair.After, changes);
            var reported = breaks.Select(names.OwnerOf).ToHashSet(StringComparer.Ordinal);
            var (binary, source, _, surface) = actual[pair.Name];
            var broken = binary.Concat(source).Select(names.OwnerOf).ToHashSet(StringComparer.Ordinal);
            var removed = surface.Select(names.OwnerOf).ToHashSet(StringComparer.Ordinal);

            TestContext.Out.WriteLine(
                $"{pair.Name}: {changes.Count} changes, {breaks.Count} breaks reported in {reported.Count} operations and types; "
                + $"ApiCompat {binary.Count}, caller {source.Count}, surface {surface.Count}");
            var known = reported.Concat(names.UsersOfRenamedTypes()).ToList();
            problems.AddRange(broken.Except(known).Select(owner => $"{pair.Name}: {owner} breaks, but is not reported"));
            problems.AddRange(
                removed.Except(known).Select(owner => $"{pair.Name}: {owner} changes in the public surface, but is not reported"));
            problems.AddRange(reported.Except(broken).Select(owner => $"{pair.Name}: {owner} is reported, but does not break"));
        }

        Assert.That(problems, Is.Empty);
    }
}
