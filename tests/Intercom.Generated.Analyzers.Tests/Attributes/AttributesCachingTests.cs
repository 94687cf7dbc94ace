using System.Reflection;
using Intercom.Generated.Analyzers.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Generated.Analyzers.Tests.Attributes;

/// <summary>A step runs again only if its input changed.</summary>
public sealed class AttributesCachingTests
{
    private const string First = "using Intercom.Generated;\n[IntercomAttributes] public partial class First { public int? Seats { get; set; } }";
    private const string Second = "using Intercom.Generated;\n[IntercomAttributes] public partial class Second { public string? Plan { get; set; } }";
    private const string Wrong = "using Intercom.Generated;\n[IntercomAttributes] public partial class Wrong { public int Seats { get; set; } }";

    private static readonly string[] Steps =
        [.. typeof(AttributeSteps).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    [Test]
    public void An_edit_of_other_code_changes_no_step() =>
        Assert.That(Changed("class Other;", "class Other { void Run() { } }"), Is.Empty);

    [Test]
    public void A_moved_class_changes_no_step() =>
        Assert.That(Changed(First, "using Intercom.Generated;\n\n// A comment.\n[IntercomAttributes] public partial class First { public int? Seats { get; set; } }"), Is.Empty);

    [Test]
    public void A_changed_method_body_changes_no_step() =>
        Assert.That(Changed(First, First.Replace("public int?", "private int Twice() => 2; public int?", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void A_moved_problem_changes_only_the_problems() =>
        Assert.That(Changed(Wrong, "\n" + Wrong), Is.EquivalentTo([$"{AttributeSteps.Read} 1", $"{AttributeSteps.Problems} 1"]));

    [Test]
    public void A_changed_property_changes_only_its_class() =>
        Assert.That(
            Changed(First, First.Replace("int?", "long?", StringComparison.Ordinal)),
            Is.EquivalentTo([$"{AttributeSteps.Read} 1", $"{AttributeSteps.Classes} 1", $"{AttributeSteps.Files} 1"]));

    [Test]
    public void Every_step_runs()
    {
        var program = AttributesRun.Program(LanguageVersion.CSharp12, First, Wrong);
        var result = AttributesRun.Driver(program).RunGenerators(program).GetRunResult().Results.Single();

        Assert.That(Steps, Has.Length.EqualTo(5).And.SubsetOf(result.TrackedSteps.Keys));
    }

    // The steps whose output changed, and how many of their outputs did.
    private static List<string> Changed(string before, string after)
    {
        string[] others = [.. new[] { First, Second, Wrong, "class Other;" }.Where(file => file != before)];
        var program = AttributesRun.Program(LanguageVersion.CSharp12, [before, .. others]);
        var driver = AttributesRun.Driver(program).RunGenerators(program);
        var tree = program.SyntaxTrees[0];
        var edited = program.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(after, (CSharpParseOptions)tree.Options, tree.FilePath));
        var result = driver.RunGenerators(edited).GetRunResult().Results.Single();
        return
        [
            .. Steps.Select(step => (Step: step, Count: result.TrackedSteps[step].SelectMany(run => run.Outputs)
                    .Count(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))))
                .Where(change => change.Count > 0).Select(change => $"{change.Step} {change.Count}"),
        ];
    }
}
