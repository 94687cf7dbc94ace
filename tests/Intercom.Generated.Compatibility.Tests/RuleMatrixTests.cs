using Intercom.Generated.OpenApi.Comparison;
using Intercom.Generated.OpenApi.Model;
using Intercom.Generated.OpenApi.Tests;

namespace Intercom.Generated.Compatibility.Tests;

/// <summary>What the comparison of models says of each rule is what happens to compiled code.</summary>
public sealed class RuleMatrixTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, ActualBreaks>> Actual = new(() => AssemblyComparison.Compare([.. Pairs()]));

    // What compiles, runs and means something else is told as the break that it is.
    private static readonly HashSet<string> Hidden = ["arguments reordered"];

    public static IEnumerable<TestCaseData> Cases() => Pairs().Select(pair => new TestCaseData(pair.Name).SetArgDisplayNames(pair.Name));

    [TestCaseSource(nameof(Cases))]
    public void Impact_is_what_happens(string name)
    {
        var pair = Pairs().Single(candidate => candidate.Name == name);
        var changes = ApiComparison.Compare(pair.Before, pair.After);
        var told = changes.Select(change => change.Impact).DefaultIfEmpty().Max();
        var actual = Actual.Value[name];
        var happened = actual.Source.Count > 0 || (actual.Binary.Count > 0 && Hidden.Contains(name)) ? ChangeImpact.SourceBreak
            : actual.Binary.Count > 0 ? ChangeImpact.BinaryBreak
            : ChangeImpact.None;

        TestContext.Out.WriteLine($"{name}: told {told} ({string.Join(", ", changes.Select(change => change.Rule.Id))}), ApiCompat {Show(actual.Binary)}, caller {Show(actual.Source)}, surface {Show(actual.Surface)}");
        Assert.That(told >= ChangeImpact.BinaryBreak ? told : ChangeImpact.None, Is.EqualTo(happened));
        Assert.That(actual.Surface.Count > 0, Is.EqualTo(happened != ChangeImpact.None), "What compiles and runs as before is still there.");
    }

    private static IEnumerable<ModelPair> Pairs() => ComparisonCases.Operations().Concat(ComparisonCases.Types())
        .Select(test => new ModelPair((string)test.Properties.Get(nameof(ComparisonCases.Case))!, (ApiModel)test.Arguments[0]!, (ApiModel)test.Arguments[1]!));

    private static string Show(IReadOnlySet<string> symbols) => symbols.Count == 0 ? "-" : string.Join(" ", symbols.Order(StringComparer.Ordinal));
}
