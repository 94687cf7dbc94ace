using Intercom.Generated.OpenApi;

namespace Intercom.Generated.Build.Repository;

/// <summary>Reads the files that make up a version.</summary>
internal static class VersionFiles
{
    /// <summary>The versions that have a description, stable ones from the newest to the oldest, then preview.</summary>
    public static IReadOnlyList<ApiVersion> Versions(RepositoryLayout repository) =>
    [
        .. new DirectoryInfo(repository.FullPath("openapi")).EnumerateDirectories()
            .Where(folder => File.Exists(Path.Combine(folder.FullName, "description.json")))
            .Select(folder => ApiVersion.TryParse(folder.Name))
            .OfType<ApiVersion>()
            .OrderBy(version => version.IsPreview).ThenByDescending(version => version),
    ];

    /// <summary>Reads the files of a version.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="version">The version.</param>
    /// <param name="names">The ledger's text, when it is not the committed one.</param>
    /// <exception cref="UsageException">The version has no description.</exception>
    public static DescriptionFiles Read(RepositoryLayout repository, ApiVersion version, string? names = null) => new(
        ReadIfExists(repository, RepositoryLayout.DescriptionFile(version))
            ?? throw new UsageException($"There is no {RepositoryLayout.DescriptionFile(version)}. Fetch it with 'update {version}'."),
        ReadIfExists(repository, RepositoryLayout.OverlayFile(version)),
        names ?? ReadIfExists(repository, RepositoryLayout.NamesFile),
        ReadIfExists(repository, RepositoryLayout.DocsFile));

    /// <summary>The text of a file, or null when there is none.</summary>
    public static string? ReadIfExists(RepositoryLayout repository, string relativePath)
    {
        var path = repository.FullPath(relativePath);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }
}
