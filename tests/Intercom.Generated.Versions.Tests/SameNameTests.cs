using System.Reflection;
using Intercom.Generated.OpenApi;
using Newtonsoft.Json;

namespace Intercom.Generated.Versions.Tests;

/// <summary>What means the same has the same name in every version; every difference is listed with its reason.</summary>
public sealed class SameNameTests
{
    // The comparison is listed for the versions that the project has packages of.
    private static IEnumerable<VersionUnderTest> Known => VersionUnderTest.All.Where(version => version.Name is "2.11" or "2.12" or "2.14" or "Preview");

    [Test]
    public void Operations_of_all_versions_have_the_same_client_method_and_arguments()
    {
        var common = CommonOperations();
        TestContext.Out.WriteLine($"{common.Count} operations exist in all versions");
        Assert.That(common, Has.Count.EqualTo(107));
        Assert.That(
            common.Where(group => group.Select(Signature).Distinct().Count() > 1).SelectMany(group => group.Select(operation => $"{operation}: {Signature(operation)}")),
            Is.Empty);
    }

    [Test]
    public void Types_of_arguments_and_answers_differ_only_as_listed()
    {
        var differences = CommonOperations()
            .SelectMany(group => DifferencesOf(group.Key, group.Select(operation => (operation.Version.Name, TypesOf(operation)))));
        AssertListed(differences, VersionDifferences.Operations);
    }

    [Test]
    public void Members_of_the_same_type_differ_only_as_listed()
    {
        var differences = Known
            .SelectMany(version => version.Models.SelectMany(model => Members(model).Select(member => (Version: version.Name, Member: $"{model.Name}.{member.Name}", member.Type))))
            .GroupBy(entry => entry.Member)
            .Where(group => group.Count() > 1)
            .SelectMany(group => DifferencesOf(group.Key, group.Select(entry => (entry.Version, entry.Type))));
        AssertListed(differences, VersionDifferences.Members);
    }

    private static void AssertListed(IEnumerable<string> differences, IReadOnlyDictionary<string, string> listed)
    {
        var found = differences.ToList();
        Assert.Multiple(() =>
        {
            Assert.That(found.Except(listed.Keys).Order(), Is.Empty, "differences without a reason");
            Assert.That(listed.Keys.Except(found).Order(), Is.Empty, "reasons without a difference");
            Assert.That(listed.Values, Has.All.Not.Empty);
        });
    }

    private static List<IGrouping<string, OperationMethod>> CommonOperations() =>
    [
        .. Known.SelectMany(version => version.Methods)
            .GroupBy(operation => DescriptionDocument.OperationKey(operation.HttpMethod, operation.Path))
            .Where(group => group.Count() == 4),
    ];

    private static string Signature(OperationMethod operation) =>
        $"{operation.Method.DeclaringType!.Name}.{operation.Method.Name}({string.Join(", ", operation.Method.GetParameters().Select(parameter => parameter.Name).Where(name => name is not "query" and not "request"))})";

    private static string TypesOf(OperationMethod operation) =>
        $"({string.Join(", ", operation.Method.GetParameters().SkipLast(2).Select(parameter => Name(parameter.ParameterType)))}) => {Name(operation.Method.ReturnType)}";

    private static IEnumerable<(string Name, string Type)> Members(Type model) =>
        model.JsonProperties().Select(property => (property.Name, Name(property.PropertyType)));

    private static IEnumerable<string> DifferencesOf(string what, IEnumerable<(string Version, string Form)> forms)
    {
        var groups = forms.GroupBy(entry => entry.Form).ToList();
        if (groups.Count > 1)
            yield return $"{what}: {string.Join("; ", groups.Select(group => $"{string.Join(", ", group.Select(entry => entry.Version))}: {group.Key}"))}";
    }

    private static string Name(Type type) =>
        Nullable.GetUnderlyingType(type) is { } underlying ? Name(underlying) + "?"
        : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
