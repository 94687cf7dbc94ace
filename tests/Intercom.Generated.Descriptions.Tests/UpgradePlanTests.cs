using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Upgrades;

namespace Intercom.Generated.Descriptions.Tests;

/// <summary>The effect of each rule on programs, and its mechanical replacement.</summary>
public sealed class UpgradePlanTests
{
    // The rules with a replacement. The published versions also have some for properties of another type, and for results of another type.
    private static readonly Dictionary<string, UpgradeVerb[]> Replacements = new()
    {
        ["operation-renamed"] = [UpgradeVerb.Call, UpgradeVerb.Rename],
        ["argument-renamed"] = [UpgradeVerb.Call],
        ["argument-became-option"] = [UpgradeVerb.Call],
        ["arguments-reordered"] = [UpgradeVerb.Call],
        ["options-renamed"] = [UpgradeVerb.Rename],
        ["option-renamed"] = [UpgradeVerb.Rename],
        ["option-removed"] = [UpgradeVerb.Query],
        ["type-renamed"] = [UpgradeVerb.Rename],
        ["property-renamed"] = [UpgradeVerb.Rename],
        ["property-removed"] = [UpgradeVerb.Additional],
        ["property-constant-changed"] = [UpgradeVerb.Initialize],
        ["request-property-default-value-changed"] = [UpgradeVerb.Initialize],
        ["enum-member-removed"] = [UpgradeVerb.Value],
        ["enum-member-moved"] = [UpgradeVerb.Value],
        ["enum-member-renamed"] = [UpgradeVerb.Rename],
        ["union-case-renamed"] = [UpgradeVerb.Rename],
    };

    private static IEnumerable<TestCaseData> Cases() =>
        ComparisonCases.Operations().Concat(ComparisonCases.Types());

    // Forms that the comparison cases do not have.
    private static IEnumerable<(ApiModel Before, ApiModel After)> MoreCases()
    {
        yield return (
            ComparisonCases.Get("thing", ComparisonCases.Query("a: string", "b: string")), ComparisonCases.Get("thing", ComparisonCases.Query("b: string")));
        yield return (
            Small.Request("{ type: 'object', properties: { a: { type: 'string', default: 'x' } } }"),
            Small.Request("{ type: 'object', properties: { a: { type: 'string' } } }"));
    }

    [TestCaseSource(nameof(Cases))]
    public void Every_change_that_affects_programs_has_an_entry(ApiModel before, ApiModel after, string[] expected)
    {
        var changes = ApiComparison.Compare(before, after);
        var covered = UpgradePlan.Of(before, after, changes).SelectMany(entry => entry.Changes).ToHashSet();
        Assert.That(
            changes.Where(change => change.Impact >= ChangeImpact.Behavior && change.Rule != ChangeRule.OperationResultAdded).Except(covered),
            Is.Empty);
        Assert.That(covered.Where(change => change.Impact < ChangeImpact.Behavior), Is.Empty);
    }

    [Test]
    public void Rules_have_the_expected_replacements()
    {
        var verbs = Cases()
            .Select(data => (Before: (ApiModel)data.Arguments[0]!, After: (ApiModel)data.Arguments[1]!))
            .Concat(MoreCases())
            .SelectMany(pair => UpgradePlan.Of(pair.Before, pair.After, ApiComparison.Compare(pair.Before, pair.After)))
            .Where(entry => entry.Fix is not null)
            .SelectMany(entry => entry.Changes.Select(change => (change.Rule.Id, entry.Fix!.Verb)))
            .GroupBy(pair => pair.Id)
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.Verb).Distinct().ToArray());
        Assert.That(Lines(verbs).Split("\n"), Is.EquivalentTo(Lines(Replacements).Split("\n")));
    }

    private static string Lines(Dictionary<string, UpgradeVerb[]> verbs) => string.Join(
        '\n', verbs.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {string.Join(", ", pair.Value.Order())}"));
}
