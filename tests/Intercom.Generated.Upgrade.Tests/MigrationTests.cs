using System.Text;
using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Maintenance.Versions;
using Intercom.Generated.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Intercom.Generated.Upgrade.Tests;

/// <summary>
/// For each step from one version to the next: a program that uses everything that breaks gets a mark at each place, and one action migrates it
/// to the next version.
/// </summary>
public sealed class MigrationTests
{
    private const string File = "Program.cs";

    [TestCaseSource(typeof(VersionReferences), nameof(VersionReferences.Steps))]
    public void Every_change_that_affects_programs_has_an_entry(object data)
    {
        var step = (VersionStep)data;
        var covered = UpgradeDocument.Entries(step).SelectMany(entry => entry.Changes).ToHashSet();
        Assert.That(
            step.Changes.Where(change => change.Impact >= ChangeImpact.Behavior && change.Rule != ChangeRule.OperationResultAdded).Except(covered),
            Is.Empty);
    }

    [TestCaseSource(typeof(VersionReferences), nameof(VersionReferences.Steps))]
    public void Package_carries_the_entries(object data)
    {
        var step = (VersionStep)data;
        var carried = UpgradeStep.Read(VersionReferences.Assembly(step.From.Package))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((carried.FromVersion, carried.ToVersion), Is.EqualTo((step.From.Version.HeaderName, step.To.Version.HeaderName)));
            Assert.That((carried.FromNamespace, carried.ToNamespace), Is.EqualTo((step.From.Package, step.To.Package)));
            Assert.That(
                carried.Items.SelectMany(group => group).Select(item => item.Message),
                Is.EquivalentTo(UpgradeDocument.Entries(step).Select(entry => entry.Message)));
        }
    }

    [Test]
    public void Last_version_carries_no_entries() =>
        Assert.That(UpgradeStep.Read(VersionReferences.Assembly(VersionReferences.History.Versions[^1].Package)), Is.Null);

    [TestCaseSource(typeof(VersionReferences), nameof(VersionReferences.Steps))]
    public async Task Every_breaking_use_is_marked_once(object data)
    {
        var step = (VersionStep)data;
        var program = BreakingProgram.Of(step);
        var solution = UpgradeSolution.Of(VersionReferences.Of(step.From.Package), (File, program.Code));
        Assert.That(await solution.CompileAsync(), Is.Empty);

        var marks = (await solution.AnalyzeAsync()).Where(diagnostic => diagnostic.Id != UpgradeDiagnostics.Version.Id)
            .ToLookup(diagnostic => (Class: ClassOf(diagnostic), Message: diagnostic.GetMessage(null)));
        using (Assert.EnterMultipleScope())
        {
            foreach (var use in program.Uses)
            {
                var count = marks[(use.Class, use.Entry.Message)].Count();
                Assert.That(count, Is.EqualTo(IsStillValid(use) ? 0 : 1), $"{use.Entry.Symbol}: {use.Form}");
            }
        }
    }

    [TestCaseSource(typeof(VersionReferences), nameof(VersionReferences.Steps))]
    public async Task Migrated_program_compiles_except_for_what_has_no_replacement(object data)
    {
        var step = (VersionStep)data;
        var program = BreakingProgram.Of(step);
        var before = UpgradeSolution.Of(VersionReferences.Of(step.From.Package), (File, program.Code));
        var after = await before.ApplyEverywhereAsync($"Migrate to {step.To.Version.HeaderName}");
        var broken = (await after.With(VersionReferences.Of(step.To.Package)).CompileAsync()).ToLookup(ClassOf);
        Assert.That(broken[string.Empty], Is.Empty);

        var text = new StringBuilder();
        foreach (var entry in program.Uses.GroupBy(use => use.Entry.Symbol))
        {
            var open = entry.Where(use => broken.Contains(use.Class)).Select(use => use.Form).ToList();
            text.Append(open.Count == 0 && entry.All(use => use.Entry.Fix is null) ? $"{entry.Key}: only marked\n"
                : open.Count == 0 ? $"{entry.Key}: migrated\n"
                : open.Count == entry.Count() ? $"{entry.Key}: by hand\n"
                : $"{entry.Key}: migrated, except {string.Join(", ", open)}\n");
        }

        new Snapshot($"{nameof(MigrationTests)}.{step.From.Version}").Match(new Dictionary<string, string>
        {
            ["Result"] = text.ToString(),
            ["Program"] = after.Text(File),
        });
    }

    // Assignments of a type that converts to the new one need no change.
    private static bool IsStillValid(BreakingUse use) =>
        use.Entry.Fix?.Verb == Descriptions.Upgrades.UpgradeVerb.Case && (use.Form is "null" or "new object" or "new object for a variable");

    private static string ClassOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan).AncestorsAndSelf()
            .OfType<ClassDeclarationSyntax>().LastOrDefault()?.Identifier.Text ?? string.Empty;
}
