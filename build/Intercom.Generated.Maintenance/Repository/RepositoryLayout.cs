using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Search;

namespace Intercom.Generated.Maintenance.Repository;

/// <summary>The paths of files in the repository.</summary>
internal sealed class RepositoryLayout(string root)
{
    /// <summary>The root folder of the repository.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>The solution, relative to the root.</summary>
    public static string SolutionFile => "Intercom.Generated.sln";

    /// <summary>The record of the origins of the descriptions, relative to the root.</summary>
    public static string SourcesFile => "openapi/sources.json";

    /// <summary>The ledger of C# names, relative to the root.</summary>
    public static string NamesFile => "openapi/names.json";

    /// <summary>The documentation texts, relative to the root.</summary>
    public static string DocsFile => "openapi/docs.json";

    /// <summary>The search fields of all versions, relative to the root.</summary>
    public static string SearchFile => $"openapi/{SearchFactsReader.FileName}";

    /// <summary>The versions of each operation, relative to the root.</summary>
    public static string AvailabilityFile => "openapi/availability.json";

    /// <summary>The versions of types and members, and the differences between versions, relative to the root.</summary>
    public static string CatalogFile => "openapi/catalog.json";

    /// <summary>The replacements of removed APIs, relative to the root.</summary>
    public static string ReplacementsFile => "openapi/replacements.json";

    /// <summary>The index of the migration pages, relative to the root.</summary>
    public static string MigrationIndex => "docs/migration/README.md";

    /// <summary>Returns the migration page for two versions, relative to the root.</summary>
    public static string MigrationPage(DescriptionVersion from, DescriptionVersion to) => $"docs/migration/{from}-to-{to}.md";

    /// <summary>Returns the reduced description of a version, relative to the root.</summary>
    public static string DescriptionFile(DescriptionVersion version) => $"openapi/{version}/description.json";

    /// <summary>The shared corrections, relative to the root.</summary>
    public static string SharedOverlayFile => $"openapi/{Corrections.SharedFileName}";

    /// <summary>Returns the corrections of a version, relative to the root.</summary>
    public static string OverlayFile(DescriptionVersion version) => $"openapi/{version}/{Corrections.OwnFileName}";

    /// <summary>Returns the file with the changes from a version to the next one, relative to the root.</summary>
    public static string UpgradeFile(DescriptionVersion version) => $"openapi/{version}/upgrade.txt";

    /// <summary>Returns the full path of a file, given its path relative to the root.</summary>
    public string FullPath(string relativePath) => Path.GetFullPath(relativePath, Root);

    /// <summary>Finds the existing migration pages, relative to the root.</summary>
    public IEnumerable<string> MigrationPages()
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(FullPath(MigrationIndex))!);
        return folder.Exists
            ? folder.EnumerateFiles("*-to-*.md").Select(file => $"docs/migration/{file.Name}").Order(StringComparer.Ordinal)
            : [];
    }

    /// <summary>Finds the existing files with the changes from a version to the next one, relative to the root.</summary>
    public IEnumerable<string> UpgradeFiles() =>
        Directory.EnumerateFiles(FullPath("openapi"), "upgrade.txt", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    /// <summary>Finds the repository that contains a folder.</summary>
    /// <returns>The repository, or null if no parent folder contains the solution or openapi/.</returns>
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
