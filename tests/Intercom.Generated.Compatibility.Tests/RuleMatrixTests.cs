using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Tests;

namespace Intercom.Generated.Compatibility.Tests;

/// <summary>Verifies for each rule that the reported impact is the actual impact on compiled code.</summary>
public sealed class RuleMatrixTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, ActualBreaks>> Actual = new(() => AssemblyComparison.Compare([.. Pairs()], withVisualBasic: true));

    // Code that still compiles but has another meaning is reported as a source break.
    private static readonly HashSet<string> Hidden = ["arguments reordered"];

    public static IEnumerable<TestCaseData> Cases() => Pairs().Select(pair => new TestCaseData(pair.Name).SetArgDisplayNames(pair.Name));

    // The programs in C# and Visual Basic call every member and override every virtual one.
    [TestCaseSource(nameof(Cases))]
    public void The_reported_impact_is_the_actual_impact(string name)
    {
        var pair = Pairs().Single(candidate => candidate.Name == name);
        var changes = ApiComparison.Compare(pair.Before, pair.After);
        var reported = changes.Select(change => change.Impact).DefaultIfEmpty().Max();
        var actual = Actual.Value[name];
        var expected = actual.Source.Count > 0 || (actual.Binary.Count > 0 && Hidden.Contains(name)) ? ChangeImpact.SourceBreak
            : actual.Binary.Count > 0 ? ChangeImpact.BinaryBreak
            : ChangeImpact.None;

        TestContext.Out.WriteLine(
            $"{name}: reported {reported} ({string.Join(", ", changes.Select(change => change.Rule.Id))}), "
            + $"ApiCompat {Show(actual.Binary)}, C# {Show(actual.Source)}, VB {Show(actual.VisualBasic)}, surface {Show(actual.Surface)}");
        Assert.That(actual.VisualBasic, Is.EquivalentTo(actual.Source), "A program in Visual Basic breaks where one in C# does.");
        Assert.That(reported >= ChangeImpact.BinaryBreak ? reported : ChangeImpact.None, Is.EqualTo(expected));
        Assert.That(
            actual.Surface.Count > 0, Is.EqualTo(expected != ChangeImpact.None), "The public surface changes only if there is a break.");
    }

    private static IEnumerable<ModelPair> Pairs() => ComparisonCases.Operations().Concat(ComparisonCases.Types())
        .Select(test => new ModelPair(
            (string)test.Properties.Get(nameof(ComparisonCases.Case))!, (ApiModel)test.Arguments[0]!, (ApiModel)test.Arguments[1]!));

    private static string Show(IReadOnlySet<string> symbols) =>
        symbols.Count == 0 ? "-" : string.Join(" ", symbols.Order(StringComparer.Ordinal));
}
