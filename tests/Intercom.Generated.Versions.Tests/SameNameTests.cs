using System.Reflection;
using Intercom.Generated.Descriptions;
using Newtonsoft.Json;

namespace Intercom.Generated.Versions.Tests;

/// <summary>
/// Anything that means the same thing has the same name in every version. If its type differs, the snapshot has the difference and its reason, so
/// a diff of the snapshot shows how a new or changed version affects programs.
/// </summary>
public sealed class SameNameTests
{
    [Test]
    public void Operation_has_the_same_client_method_and_parameters_in_every_version()
    {
        var shared = SharedOperations();
        TestContext.Out.WriteLine($"{shared.Count} operations exist in more than one version");
        Assert.That(shared, Has.Count.GreaterThan(100));
        var differences = shared.Select(group => Difference(group.Key, group.Select(operation => (operation.Version, Signature(operation))))).OfType<Difference>();
        Assert.That(differences.Where(difference => !VersionDifferences.RenamedOperations.ContainsKey(difference.Subject)), Is.Empty);
    }

    [Test]
    public void List_operations_are_not_named_Get() =>
        Assert.That(
            VersionUnderTest.All.SelectMany(version => version.Methods)
                .Where(operation => operation.IsList && operation.Method.Name.StartsWith("Get", StringComparison.Ordinal))
                .Select(operation => $"{operation}: {operation.Method.Name}"),
            Is.Empty);

    [Test]
    public void Type_differences_match_the_accepted_snapshots() =>
        new Snapshot(nameof(SameNameTests)).Match(new Dictionary<string, string>
        {
            ["Operations"] = Text(OperationDifferences(), VersionDifferences.Operations),
            ["Members"] = Text(MemberDifferences(), VersionDifferences.Members),
        });

    // Finds versions that lack a correction of the others, such as a string in place of an enum or a number in place of a time.
    [Test]
    public void Scalar_properties_have_the_same_type_in_every_version() =>
        Assert.That(MemberDifferences().Where(difference => difference.Forms.Distinct().Count(IsScalar) > 1), Is.Empty);

    [Test]
    public void Operation_has_a_result_in_every_version_or_in_none() =>
        Assert.That(OperationDifferences().Where(difference => difference.Forms.Any(form => form.EndsWith("=> Task", StringComparison.Ordinal))), Is.Empty);

    private static List<Difference> OperationDifferences() =>
        [.. SharedOperations().Select(group => Difference(group.Key, group.Select(operation => (operation.Version, TypesOf(operation))))).OfType<Difference>()];

    private static List<Difference> MemberDifferences() =>
    [
        .. VersionUnderTest.All
            .SelectMany(version => version.Models.SelectMany(model => Members(model).Select(member => (Version: version, Member: $"{model.Name}.{member.Name}", member.Type))))
            .GroupBy(entry => entry.Member)
            .Select(group => Difference(group.Key, group.Select(entry => (entry.Version, entry.Type))))
            .OfType<Difference>(),
    ];

    private static List<IGrouping<string, OperationMethod>> SharedOperations() =>
    [
        .. VersionUnderTest.All.SelectMany(version => version.Methods)
            .GroupBy(operation => DescriptionDocument.OperationKey(operation.HttpMethod, operation.Path))
            .Where(group => group.Count() > 1),
    ];

    private static string Text(IReadOnlyList<Difference> differences, IReadOnlyDictionary<string, string> reasons)
    {
        Assert.That(reasons.Keys.Except(differences.Select(difference => difference.Subject)), Is.Empty, "These reasons have no difference.");
        return string.Concat(differences.OrderBy(difference => difference.Subject, StringComparer.Ordinal)
            .Select(difference => $"{difference}{(reasons.GetValueOrDefault(difference.Subject) is { } reason ? $"  ({reason})\n" : string.Empty)}"));
    }

    private static Difference? Difference(string subject, IEnumerable<(VersionUnderTest Version, string Form)> forms)
    {
        var changes = new List<(string Version, string Form)>();
        foreach (var (version, form) in forms)
        {
            if (changes.Count == 0 || changes[^1].Form != form)
                changes.Add((version.Name, form));
        }

        return changes.Count > 1 ? new Difference(subject, changes) : null;
    }

    private static bool IsScalar(string type) => !type.Contains('<', StringComparison.Ordinal) && (type == "String" || type.EndsWith('?'));

    private static string Signature(OperationMethod operation)
    {
        var parameters = operation.Method.GetParameters().Select(parameter => parameter.Name).Where(name => name is not "query" and not "request");
        return $"{operation.Method.DeclaringType!.Name}.{operation.Method.Name}({string.Join(", ", parameters)})";
    }

    private static string TypesOf(OperationMethod operation) =>
        $"({string.Join(", ", operation.Method.GetParameters().SkipLast(2).Select(parameter => Name(parameter.ParameterType)))}) => {Name(operation.Method.ReturnType)}";

    private static IEnumerable<(string Name, string Type)> Members(Type model) =>
        model.JsonProperties().Select(property => (property.Name, Name(property.PropertyType)));

    private static string Name(Type type) =>
        Nullable.GetUnderlyingType(type) is { } underlying ? Name(underlying) + "?"
        : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}

/// <summary>A signature or type that changes between versions.</summary>
/// <param name="Subject">The operation or property.</param>
/// <param name="Changes">Each form, and the first version that has it.</param>
internal sealed record Difference(string Subject, IReadOnlyList<(string Version, string Form)> Changes)
{
    public IEnumerable<string> Forms => Changes.Select(change => change.Form);

    // Omit the oldest version. Otherwise, adding an older one would change every line.
    public override string ToString() =>
        $"{Subject}\n  {Changes[0].Form}\n{string.Concat(Changes.Skip(1).Select(change => $"  from {change.Version}: {change.Form}\n"))}";
}
