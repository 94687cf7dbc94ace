using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Intercom.Generated.Upgrade.Tests;

/// <summary>The analyzers load in .NET SDK 8.0.100, whose compiler is Roslyn 4.8, and in everything newer.</summary>
public sealed class AssemblyTests
{
    // The assemblies that Roslyn 4.8 brings along, and their versions.
    private static readonly Dictionary<string, Version> Provided = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 8, 0, 0),
        ["System.Collections.Immutable"] = new(7, 0, 0, 0),
    };

    // The assemblies that only editors and dotnet format have.
    private static readonly Dictionary<string, Version> Workspaces = new()
    {
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 8, 0, 0),
        ["Intercom.Generated.Upgrade.Analyzers"] = new(int.MaxValue, 0, 0, 0),
    };

    [Test]
    public void Analyzers_need_only_the_compiler() => Check(typeof(UpgradeAnalyzer).Assembly.Location, Provided);

    [Test]
    public void Code_fixes_need_only_the_compiler_and_workspaces() =>
        Check(typeof(UpgradeCodeFixProvider).Assembly.Location, Provided.Concat(Workspaces).ToDictionary());

    private static void Check(string file, Dictionary<string, Version> allowed)
    {
        using var assembly = new PEReader(File.OpenRead(file));
        var reader = assembly.GetMetadataReader();
        var references = reader.AssemblyReferences.Select(reader.GetAssemblyReference)
            .ToDictionary(reference => reader.GetString(reference.Name), reference => reference.Version);
        Assert.That(references, Does.ContainKey("Microsoft.CodeAnalysis"));
        Assert.That(references.Where(reference => !allowed.TryGetValue(reference.Key, out var highest) || reference.Value > highest), Is.Empty);
    }
}
