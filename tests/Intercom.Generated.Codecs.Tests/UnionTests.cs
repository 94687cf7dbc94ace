using Newtonsoft.Json;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>All entry points select the same case of every union of every version and write it the same way.</summary>
internal sealed class UnionTests
{
    public static IEnumerable<VersionUnderTest> Versions => VersionUnderTest.All;

    [TestCaseSource(nameof(Versions))]
    public void Values_of_every_JSON_type_select_the_same_case(VersionUnderTest version) =>
        version.Check(version.Unions, union =>
        [
            .. Samples.Deviations, .. Samples.LoneSurrogates, .. Samples.Deviations.Select(value => $"[{value}]"), .. union.CaseTypes().Select(Samples.Valid),
        ]);

    [TestCaseSource(nameof(Versions))]
    public void Discriminators_and_properties_select_the_same_case(VersionUnderTest version) => version.Check(version.Unions, union => Marked(union).Concat(Mixed(union)));

    [TestCaseSource(nameof(Versions))]
    public void Lists_select_the_same_case(VersionUnderTest version) => version.Check(
        version.Unions,
        union => from one in union.CaseTypes().Select(Samples.Valid)
                 from other in union.CaseTypes().Select(Samples.Valid).Append("null").Append("{}").Append("5")
                 select $"[{one},{other}]");

    [TestCaseSource(nameof(Versions))]
    public void Case_properties_read_values_of_every_JSON_type_the_same_way(VersionUnderTest version) =>
        version.Check(version.Unions, union => Models(union).SelectMany(model => Samples.WithDeviations(model, Samples.Deviations).Where((_, i) => i % 5 == 0)));

    private static IEnumerable<Type> Models(Type union) => union.CaseTypes().Where(type => type.IsSubclassOf(typeof(IntercomModel)));

    // Objects with a discriminator, alone and together with the properties of each case.
    private static IEnumerable<string> Marked(Type union) =>
        from mark in union.Cases().SelectMany(item => item.Discriminators).Distinct()
        let name = mark.Key
        let value = mark.Value
        from marking in new[] { JsonConvert.ToString(value), JsonConvert.ToString(value.ToUpperInvariant()), JsonConvert.ToString(value + " "), $"[{JsonConvert.ToString(value)}]", "null", "5" }
        from members in Models(union).Select(Samples.Members).Append([])
        select Samples.Object(members.Where(member => member.Name != name).Select(member => (member.Name, member.Value)).Prepend((name, marking)));

    // Objects with one property of a case, and with properties of two cases.
    private static IEnumerable<string> Mixed(Type union)
    {
        var cases = Models(union).Select(Samples.Members).ToList();
        foreach (var member in cases.SelectMany(members => members).Distinct())
            yield return Samples.Object([(member.Name, member.Value)]);
        foreach (var one in cases)
        {
            foreach (var other in cases)
            {
                var members = one.Where((_, i) => i % 2 == 0).Concat(other.Where((_, i) => i % 2 == 1)).DistinctBy(member => member.Name);
                yield return Samples.Object(members.Select(member => (member.Name, member.Value)));
            }
        }
    }
}
