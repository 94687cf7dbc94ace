using Newtonsoft.Json;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>Every union of every version is of the same case, whichever way it is read, and written alike.</summary>
internal sealed class UnionTests
{
    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    [TestCaseSource(nameof(Versions))]
    public void Each_kind_of_value_is_the_same_case(VersionUnderTest version) =>
        version.Check(version.Unions, union => [.. Samples.Deviations, .. Samples.HalfPairs, .. Samples.Deviations.Select(value => $"[{value}]"), .. union.CaseTypes().Select(Samples.Fitting)]);

    [TestCaseSource(nameof(Versions))]
    public void Each_case_is_known_by_the_same_members(VersionUnderTest version) => version.Check(version.Unions, union => Marked(union).Concat(Mixed(union)));

    [TestCaseSource(nameof(Versions))]
    public void Lists_of_cases_are_the_same_case(VersionUnderTest version) => version.Check(
        version.Unions,
        union => from one in union.CaseTypes().Select(Samples.Fitting)
                 from other in union.CaseTypes().Select(Samples.Fitting).Append("null").Append("{}").Append("5")
                 select $"[{one},{other}]");

    [TestCaseSource(nameof(Versions))]
    public void Members_of_a_case_take_each_kind_of_value_alike(VersionUnderTest version) =>
        version.Check(version.Unions, union => Models(union).SelectMany(model => Samples.WithDeviations(model, Samples.Deviations).Where((_, i) => i % 5 == 0)));

    private static IEnumerable<Type> Models(Type union) => union.CaseTypes().Where(type => type.IsSubclassOf(typeof(IntercomModel)));

    // Objects with what marks a case, alone and among the members of each of the cases.
    private static IEnumerable<string> Marked(Type union) =>
        from mark in union.Cases().SelectMany(item => item.Discriminators).Distinct()
        let name = mark.Key
        let value = mark.Value
        from marking in new[] { JsonConvert.ToString(value), JsonConvert.ToString(value.ToUpperInvariant()), JsonConvert.ToString(value + " "), $"[{JsonConvert.ToString(value)}]", "null", "5" }
        from members in Models(union).Select(Samples.Members).Append([])
        select Samples.Object(members.Where(member => member.Name != name).Select(member => (member.Name, member.Value)).Prepend((name, marking)));

    // Objects with one member of a case, and with some of one case and some of another.
    private static IEnumerable<string> Mixed(Type union)
    {
        var cases = Models(union).Select(Samples.Members).ToList();
        foreach (var member in cases.SelectMany(members => members).Distinct())
            yield return Samples.Object([(member.Name, member.Value)]);
        foreach (var one in cases)
        {
            foreach (var other in cases)
                yield return Samples.Object([.. one.Where((_, i) => i % 2 == 0).Concat(other.Where((_, i) => i % 2 == 1)).DistinctBy(member => member.Name).Select(member => (member.Name, member.Value))]);
        }
    }
}
