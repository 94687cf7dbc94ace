using Intercom.Generated.Maintenance.Versions;
using Microsoft.CodeAnalysis;

namespace Intercom.Generated.Upgrade.Tests;

/// <summary>
/// Every type and member that the next version lacks, or declares differently, is marked. The compiled packages are compared, not their
/// descriptions.
/// </summary>
public sealed class SurfaceTests
{
    [TestCaseSource(typeof(VersionReferences), nameof(VersionReferences.Steps))]
    public void Everything_that_is_missing_or_different_is_marked(object data)
    {
        var step = (VersionStep)data;
        var marks = UpgradeStep.Read(VersionReferences.Assembly(step.From.Package))!;
        var after = Surface(step.To.Package).ToHashSet();
        var types = after.Select(member => member.Type).ToHashSet();
        var missing = Surface(step.From.Package).Where(member => !after.Contains(member)).ToList();
        TestContext.Out.WriteLine($"{missing.Count} declarations are missing or different");
        using (Assert.EnterMultipleScope())
        {
            foreach (var member in missing)
            {
                var owner = member.Type.EndsWith("ClientExtensions", StringComparison.Ordinal) && member.Member.Length > 0
                    ? member.Type[..^"Extensions".Length]
                    : member.Type;
                // A case that was removed has neither a constructor nor a conversion.
                var name = member.Member == ".ctor" ? UpgradeFinder.Conversion : member.Member;
                var isMarked = types.Contains(member.Type) ? marks.Items[(owner, name)].Any() : marks.Items[(member.Type, null)].Any();
                Assert.That(isMarked, $"{member.Type}.{member.Member}: {member.Declaration}");
            }
        }
    }

    private static IEnumerable<(string Type, string Member, string Declaration)> Surface(string package)
    {
        var root = VersionReferences.Assembly(package).GlobalNamespace;
        var types = package.Split('.').Aggregate((INamespaceSymbol)root, (parent, name) => parent.GetNamespaceMembers().Single(child => child.Name == name))
            .GetTypeMembers().Where(type => type.DeclaredAccessibility == Accessibility.Public);
        foreach (var type in types)
        {
            yield return (type.Name, string.Empty, type.TypeKind.ToString());
            foreach (var member in type.GetMembers().Where(member => member.DeclaredAccessibility == Accessibility.Public && !member.IsImplicitlyDeclared))
            {
                // Accessors are part of their properties.
                if (member is not IMethodSymbol { AssociatedSymbol: not null })
                    yield return (type.Name, member.Name, member.ToDisplayString().Replace(package, string.Empty, StringComparison.Ordinal));
            }
        }
    }
}
