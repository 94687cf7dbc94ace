namespace Intercom.Generated.Build.Repository;

/// <summary>Where things lie in this repository.</summary>
internal sealed class RepositoryLayout(string root)
{
    /// <summary>The repository's root folder.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>The record of where the descriptions come from, relative to the root.</summary>
    public static string SourcesFile => "openapi/sources.json";

    /// <summary>The ledger of C# names, relative to the root.</summary>
    public static string NamesFile => "openapi/names.json";

    /// <summary>The texts of the documentation, relative to the root.</summary>
    public static string DocsFile => "openapi/docs.json";

    /// <summary>A version's reduced description, relative to the root.</summary>
    public static string DescriptionFile(ApiVersion version) => $"openapi/{version}/description.json";

    /// <summary>A version's corrections, relative to the root.</summary>
    public static string OverlayFile(ApiVersion version) => $"openapi/{version}/overlay.json";

    /// <summary>The full path of a file that is named relative to the root.</summary>
    public string FullPath(string relativePath) => Path.GetFullPath(relativePath, Root);

    /// <summary>Finds the repository around a folder.</summary>
    /// <returns>The repository, or <see langword="null"/> when neither the solution nor openapi/ is in a folder above.</returns>
    public static RepositoryLayout? Find(string startFolder)
    {
        for (var folder = new DirectoryInfo(startFolder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Intercom.Generated.sln"))
                || Directory.Exists(Path.Combine(folder.FullName, "openapi")))
            {
                return new RepositoryLayout(folder.FullName);
            }
        }

        return null;
    }
}
