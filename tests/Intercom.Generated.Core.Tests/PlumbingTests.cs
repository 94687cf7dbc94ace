using System.ComponentModel;
using System.Reflection;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Core.Tests;

/// <summary>IntelliSense shows users only what is meant for them.</summary>
public class PlumbingTests
{
    private static IEnumerable<Assembly> Assemblies =>
    [
        typeof(IntercomModel).Assembly, typeof(IntercomClientBase).Assembly, typeof(IntercomRateLimiter).Assembly, typeof(ApiCatalog).Assembly,
    ];

    private static IEnumerable<Type> PublicTypes => Assemblies.SelectMany(assembly => assembly.GetExportedTypes());

    [Test]
    public void Public_types_are_hidden_if_and_only_if_they_are_in_the_Runtime_namespace() =>
        Assert.That(
            PublicTypes.Where(type => !type.IsNested && IsHidden(type)).Select(type => type.FullName),
            Is.EquivalentTo(PublicTypes.Where(type => !type.IsNested && type.Namespace == typeof(ApiOperation).Namespace).Select(type => type.FullName)));

    [Test]
    public void Public_types_have_one_of_two_namespaces() =>
        Assert.That(
            PublicTypes.Select(type => type.Namespace).Distinct(), Is.EquivalentTo([typeof(IntercomModel).Namespace, typeof(ApiOperation).Namespace]));

    [Test]
    public void Protected_plumbing_members_are_hidden() =>
        Assert.That(
            PublicTypes.Where(type => type.Namespace == typeof(IntercomModel).Namespace)
                .SelectMany(type => type.GetMembers(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                .Where(member => !IsHidden(member) && IsForGeneratedCode(member))
                .Select(member => $"{member.DeclaringType!.Name}.{member.Name}"),
            Is.Empty);

    private static bool IsHidden(MemberInfo member) =>
        member.GetCustomAttribute<EditorBrowsableAttribute>() is { State: EditorBrowsableState.Never };

    // Protected members that users cannot usefully override or call. IntelliSense does not list constructors.
    private static bool IsForGeneratedCode(MemberInfo member) => member switch
    {
        MethodInfo method => method.IsFamily && !method.IsVirtual && !method.IsSpecialName,
        PropertyInfo property => property.GetMethod is { IsFamily: true, IsVirtual: false },
        _ => false,
    };
}
