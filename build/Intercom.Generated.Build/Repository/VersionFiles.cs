using Intercom.Generated.Build.Descriptions;
using Intercom.Generated.OpenApi;
using Intercom.Generated.OpenApi.Model;
using Newtonsoft.Json.Linq;

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
        ThrowIfUnusable(model, RepositoryLayout.DescriptionFile(version));
        return model;
    }

    /// <summary>Reads the description of a version that has one.</summary>
    /// <exception cref="DescriptionException">It is not a JSON object.</exception>
    public static JObject ReadDescription(RepositoryLayout repository, ApiVersion version)
    {
        var file = RepositoryLayout.DescriptionFile(version);
        return DescriptionJson.Read(ReadIfExists(repository, file)!, file, $"Restore the file from the repository, or fetch it again with 'update {version}'.");
    }

    /// <summary>Refuses a model that is missing something that its description says, or from which no code can be generated.</summary>
    /// <param name="model">The model.</param>
    /// <param name="file">The file that has the description.</param>
    /// <param name="description">The description that was read, if its nodes have positions.</param>
    /// <exception cref="DescriptionException">The model has such problems.</exception>
    public static void ThrowIfUnusable(ApiModel model, string file, JObject? description = null)
    {
        // The generator reports every problem in the editor. An operation without an ID or a tag of its own still has a name here.
        var problems = model.Problems
            .Where(problem => problem.Kind is not (DescriptionProblemKind.MissingLedgerEntry or DescriptionProblemKind.MissingTag or DescriptionProblemKind.MissingOperationId))
            .Select(Located).ToList();
        if (problems.Count > 0)
            throw new DescriptionException(problems);

        Descriptions.DescriptionProblem Located(OpenApi.DescriptionProblem problem)
        {
            // The place begins with the name of the file if that is not the description.
            var start = problem.Pointer.IndexOf('#', StringComparison.Ordinal);
            var (name, pointer) = start > 0 ? (problem.Pointer[..start], problem.Pointer[start..]) : ("description.json", problem.Pointer);
            var position = description is null ? null : JsonPointer.Resolve(description, pointer)?.Annotation<SourcePosition>();
            return new Descriptions.DescriptionProblem(
                name == "description.json" ? file : $"openapi/{name}",
                pointer,
                problem.Message,
                "Correct the file or its overlay, then run this again.")
            {
                Position = position ?? (problem.Line > 0 && description is null ? new SourcePosition(problem.Line, 1) : null),
            };
        }
    }

    /// <summary>The text of a file, or null when there is none.</summary>
    public static string? ReadIfExists(RepositoryLayout repository, string relativePath)
    {
        var path = repository.FullPath(relativePath);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }
}
