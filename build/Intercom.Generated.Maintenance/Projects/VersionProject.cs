using System.Text;
using Intercom.Generated.Maintenance.Repository;

namespace Intercom.Generated.Maintenance.Projects;

/// <summary>The project of the package of a version.</summary>
/// <param name="repository">The repository.</param>
/// <param name="version">The version.</param>
internal sealed class VersionProject(RepositoryLayout repository, DescriptionVersion version)
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>The project file, relative to the root.</summary>
    public string File => $"src/{version.Package}/{version.Package}.csproj";

    /// <summary>Adds the project, its lock file, and its entry in the solution to a batch if they are missing.</summary>
    /// <returns>The files that will be written, relative to the repository.</returns>
    public IEnumerable<string> AddTo(FileBatch batch)
    {
        if (!System.IO.File.Exists(repository.FullPath(File)) && Add(File, Encoding.UTF8.GetBytes(ProjectText())))
            yield return File;

        // All versions depend on the same packages.
        var lockFile = LockFile(version);
        var known = VersionFiles.Versions(repository)
            .Where(other => other != version)
            .Select(other => repository.FullPath(LockFile(other)))
            .FirstOrDefault(System.IO.File.Exists);
        if (known is not null && !System.IO.File.Exists(repository.FullPath(lockFile)) && Add(lockFile, System.IO.File.ReadAllBytes(known)))
            yield return lockFile;

        var solution = repository.FullPath(RepositoryLayout.SolutionFile);
        if (System.IO.File.Exists(solution))
        {
            var text = System.IO.File.ReadAllText(solution);
            var extended = SolutionFile.WithProject(text, RepositoryLayout.SolutionFile, "src", version.Package, File.Replace('/', '\\'));
            if (extended != text && Add(RepositoryLayout.SolutionFile, [.. WithMark.GetPreamble(), .. Encoding.UTF8.GetBytes(extended)]))
                yield return RepositoryLayout.SolutionFile;
        }

        bool Add(string file, byte[] content) => batch.Add(repository.FullPath(file), content);
    }

    private static string LockFile(DescriptionVersion version) => $"src/{version.Package}/packages.lock.json";

    private string ProjectText() => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <ApiVersion>{version.HeaderName}</ApiVersion>
          </PropertyGroup>
        </Project>

        """.ReplaceLineEndings("\n");
}
