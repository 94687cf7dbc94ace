using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Declarations;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Search;
using Intercom.Generated.Maintenance.Published;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Repository;

/// <summary>Reads the files of versions.</summary>
internal static class VersionFiles
{
    /// <summary>Finds the versions that have a description: the stable ones from the newest to the oldest, then Preview.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pending">Files that will be written. They are included.</param>
    public static IReadOnlyList<DescriptionVersion> Versions(RepositoryLayout repository, FileBatch? pending = null) =>
    [
        .. Directory.EnumerateFiles(repository.FullPath("openapi"), "description.json", SearchOption.AllDirectories)
            .Concat(pending?.Paths ?? [])
            .Select(file => DescriptionVersion.TryParse(Path.GetFileName(Path.GetDirectoryName(file))) is { } version
                && file == repository.FullPath(RepositoryLayout.DescriptionFile(version)) ? version : null)
            .OfType<DescriptionVersion>()
            .Distinct()
            .OrderBy(version => version.IsPreview).ThenByDescending(version => version),
    ];

    /// <summary>Reads the files of a version.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="version">The version.</param>
    /// <param name="pending">Files that will be written. They take precedence over the files on disk.</param>
    /// <exception cref="UsageException">The version has no description.</exception>
    public static DescriptionFiles Read(RepositoryLayout repository, DescriptionVersion version, FileBatch? pending = null)
    {
        return DescriptionFiles.Read(version.Name, path => Text($"openapi/{path}"))
            ?? throw new UsageException(
                $"{RepositoryLayout.DescriptionFile(version)} does not exist. Download it with 'update {version}'.");

        string? Text(string relativePath) =>
            pending is null ? ReadIfExists(repository, relativePath) : pending.ReadText(repository.FullPath(relativePath));
    }

    /// <summary>Reads the model of a version.</summary>
    /// <inheritdoc cref="Read"/>
    /// <exception cref="DescriptionException">The files are not valid.</exception>
    public static ApiModel ReadModel(RepositoryLayout repository, DescriptionVersion version, FileBatch? pending = null)
    {
        var model = ApiModelReader.Read(Read(repository, version, pending));
        ThrowIfUnusable(model, RepositoryLayout.DescriptionFile(version));
        return model;
    }

    /// <summary>Reads the search fields of a version. There are none if the file with the search fields does not exist.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="model">The model of the version.</param>
    /// <param name="pending">Files that will be written. They take precedence over the files on disk.</param>
    public static EquatableArray<SearchModel> ReadSearches(RepositoryLayout repository, ApiModel model, FileBatch pending)
    {
        var operations = model.Clients.SelectMany(client => client.Operations)
            .Where(operation => MethodSignature.OfSearch(operation) is not null)
            .Select(operation => operation.Key)
            .ToEquatableArray();
        return pending.ReadText(repository.FullPath(RepositoryLayout.SearchFile)) is { } text
            ? SearchFactsReader.Read(text, model.Version, operations).Searches
            : default;
    }

    /// <summary>Reads the description of a version.</summary>
    /// <exception cref="DescriptionException">The file is not a JSON object.</exception>
    public static JObject ReadDescription(RepositoryLayout repository, DescriptionVersion version)
    {
        var file = RepositoryLayout.DescriptionFile(version);
        return DescriptionJson.Read(
            ReadIfExists(repository, file)!, file, $"Restore the file from the repository, or download it with 'update {version}'.");
    }

    /// <summary>Throws if the model is incomplete or code cannot be generated from it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="file">The file name of the description.</param>
    /// <param name="description">The description, if its nodes have positions.</param>
    /// <exception cref="DescriptionException">The model has problems.</exception>
    public static void ThrowIfUnusable(ApiModel model, string file, JObject? description = null)
    {
        var problems = model.Problems
            .Where(problem => problem.PreventsGeneration)
            .Select(problem => Located(problem, file, description))
            .ToList();
        if (problems.Count > 0)
            throw new DescriptionException(problems);
    }

    /// <summary>Finds everything in a description that the reader does not support.</summary>
    /// <param name="description">The description.</param>
    /// <param name="file">The file name of the description.</param>
    public static IEnumerable<FileProblem> FindUnsupported(JObject description, string file) =>
        DescriptionGrammar.FindProblems(description).Select(problem => Located(problem, file, description));

    /// <summary>Reads a file. Returns null if it does not exist.</summary>
    public static string? ReadIfExists(RepositoryLayout repository, string relativePath)
    {
        var path = repository.FullPath(relativePath);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    private static FileProblem Located(DescriptionProblem problem, string file, JObject? description)
    {
        var (name, pointer) = problem.Place;
        var position = description is null ? null : JsonPointer.Resolve(description, pointer)?.Annotation<SourcePosition>();
        return new FileProblem(
            name == DescriptionProblem.DescriptionFile ? file : $"openapi/{name}",
            pointer,
            problem.Message,
            "Correct the file or its overlay, then run the command again.")
        {
            Position = position ?? (problem.Line > 0 && description is null ? new SourcePosition(problem.Line, 1) : null),
        };
    }
}
