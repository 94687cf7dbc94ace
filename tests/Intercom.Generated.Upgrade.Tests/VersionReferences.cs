using System.Text.RegularExpressions;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Maintenance.Versions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Generated.Upgrade.Tests;

/// <summary>The versions in the repository, and the assemblies that a program of a version references.</summary>
internal static partial class VersionReferences
{
    private static readonly Dictionary<string, MetadataReference> Files = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(file => !Path.GetFileName(file).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
        .DistinctBy(Path.GetFileNameWithoutExtension)
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => (MetadataReference)MetadataReference.CreateFromFile(file), StringComparer.Ordinal);

    private static readonly Lazy<VersionHistory> Read =
        new(() => VersionHistory.Read(RepositoryLayout.Find(AppContext.BaseDirectory)!, new FileBatch()));

    /// <summary>The versions and the steps between them.</summary>
    public static VersionHistory History => Read.Value;

    /// <summary>The steps, by name.</summary>
    public static IEnumerable<TestCaseData> Steps() =>
        History.Steps.Select(step => new TestCaseData(step).SetArgDisplayNames($"{step.From.Version} to {step.To.Version}"));

    /// <summary>The references of a program that uses the packages of some versions.</summary>
    public static IReadOnlyList<MetadataReference> Of(params string[] packages) =>
        [.. Files.Where(file => !VersionPackage().IsMatch(file.Key) || packages.Contains(file.Key)).Select(file => file.Value)];

    /// <summary>The assembly of a version.</summary>
    public static IAssemblySymbol Assembly(string package)
    {
        var compilation = CSharpCompilation.Create("Program", references: Of(package));
        return (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(Files[package])!;
    }

    [GeneratedRegex(@"^Intercom\.Generated\.(V\d+_\d+|Preview)$")]
    private static partial Regex VersionPackage();
}
