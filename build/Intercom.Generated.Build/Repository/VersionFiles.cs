using Intercom.Generated.Build.Descriptions;
using Intercom.Generated.OpenApi;
using Intercom.Generated.OpenApi.Model;

namespace Intercom.Generated.Build.Repository;

/// <summary>Reads the files that make up a version.</summary>
internal static class VersionFiles
{
    /// <summary>The versions that have a description, stable ones from the newest to the oldest, then preview.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pending">Files that are going to be written, which count too.</param>
    public static IReadOnlyList<ApiVersion> Versions(RepositoryLayout repository, FileBatch? pending = null) =>
    [
        .. Directory.EnumerateFiles(repository.FullPath("openapi"), "description.json", SearchOption.AllDirectories)
            .Concat(pending?.Paths ?? [])
            .Select(file => ApiVersion.TryParse(Path.GetFileName(Path.GetDirectoryName(file))) is { } version
                && file == repository.FullPath(RepositoryLayout.DescriptionFile(version)) ? version : null)
            .OfType<ApiVersion>()
            .Distinct()
            .OrderBy(version => version.IsPreview).ThenByDescending(version => version),
    ];

    /// <summary>Reads the files of a version.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="version">The version.</param>
    /// <param name="pending">Files that are going to be written, which count instead of those on disk.</param>
    /// <exception cref="UsageException">The version has no description.</exception>
    public static DescriptionFiles Read(RepositoryLayout repository, ApiVersion version, FileBatch? pending = null)
    {
        return new DescriptionFiles(
            Text(RepositoryLayout.DescriptionFile(version))
                ?? throw new UsageException($"There is no {RepositoryLayout.DescriptionFile(version)}. Fetch it with 'update {version}'."),
            Text(RepositoryLayout.OverlayFile(version)),
            Text(RepositoryLayout.NamesFile),
            Text(RepositoryLayout.DocsFile))
        {
            SharedOverlay = Text(RepositoryLayout.SharedOverlayFile),
        };

        string? Text(string relativePath) =>
            pending is null ? ReadIfExists(repository, relativePath) : pending.ReadText(repository.FullPath(relativePath));
    }

    /// <summary>Reads what a version means.</summary>
    /// <inheritdoc cref="Read"/>
    /// <exception cref="DescriptionException">The files leave nothing to read.</exception>
    public static ApiModel ReadModel(RepositoryLayout repository, ApiVersion version, FileBatch? pending = null)
    {
        var model = ApiModelReader.Read(Read(repository, version, pending));
        // The generator reports every problem in the editor; here only those count that leave nothing to work on.
        var fatal = model.Problems
            .Where(problem => problem.Kind is DescriptionProblemKind.InvalidFile or DescriptionProblemKind.InvalidOverlay)
            .Select(problem => new Descriptions.DescriptionProblem(
                RepositoryLayout.DescriptionFile(version), problem.Pointer, problem.Message, "Correct the file, then run this again."))
            .ToList();
        return fatal.Count > 0 ? throw new DescriptionException(fatal) : model;
    }

    /// <summary>The text of a file, or null when there is none.</summary>
    public static string? ReadIfExists(RepositoryLayout repository, string relativePath)
    {
        var path = repository.FullPath(relativePath);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }
}
