using Intercom.Generated.OpenApi;

namespace Intercom.Generated.Build.Repository;

/// <summary>Where things lie in this repository.</summary>
internal sealed class RepositoryLayout(string root)
{
    /// <summary>The repository's root folder.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>The solution, relative to the root.</summary>
    public static string SolutionFile => "Intercom.Generated.sln";

    /// <summary>The record of where the descriptions come from, relative to the root.</summary>
    public static string SourcesFile => "openapi/sources.json";

    /// <summary>The ledger of C# names, relative to the root.</summary>
    public static string NamesFile => "openapi/names.json";

    /// <summary>The texts of the documentation, relative to the root.</summary>
    public static string DocsFile => "openapi/docs.json";

    /// <summary>The versions of each operation, relative to the root.</summary>
    public static string AvailabilityFile => "openapi/availability.json";

    /// <summary>The versions of types and members, and the differences between versions, relative to the root.</summary>
    public static string CatalogFile => "openapi/catalog.json";

    /// <summary>The list of the pages on changing the version, relative to the root.</summary>
    public static string MigrationIndex => "docs/migration/README.md";

    /// <summary>The page on changing from one version to another, relative to the root.</summary>
    public static string MigrationPage(ApiVersion from, ApiVersion to) => $"docs/migration/{from}-to-{to}.md";

    /// <summary>A version's reduced description, relative to the root.</summary>
    public static string DescriptionFile(ApiVersion version) => $"openapi/{version}/description.json";

    /// <summary>The corrections that are true of every version, relative to the root.</summary>
    public static string SharedOverlayFile => $"openapi/{Corrections.SharedFileName}";

    /// <summary>A version's corrections, relative to the root.</summary>
    public static string OverlayFile(ApiVersion version) => $"openapi/{version}/{Corrections.OwnFileName}";

    /// <summary>The full path of a file that is named relative to the root.</summary>
    public string FullPath(string relativePath) => Path.GetFullPath(relativePath, Root);

    /// <summary>The pages on changing the version that there are, relative to the root.</summary>
    public IEnumerable<string> MigrationPages()
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(FullPath(MigrationIndex))!);
        return folder.Exists ? folder.EnumerateFiles("*-to-*.md").Select(file => $"docs/migration/{file.Name}").Order(StringComparer.Ordinal) : [];
    }

    /// <summary>Finds the repository around a folder.</summary>
    /// <returns>The repository, or <see langword="null"/> when neither the solution nor openapi/ is in a folder above.</returns>
    public static RepositoryLayout? Find(string startFolder)
    {
        for (var folder = new DirectoryInfo(startFolder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, SolutionFile))
                || Directory.Exists(Path.Combine(folder.FullName, "openapi")))
            {
                return new RepositoryLayout(folder.FullName);
            }
        }

        return null;
    }
}
