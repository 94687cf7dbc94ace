using System.Text;
using Intercom.Generated.Maintenance.Repository;

namespace Intercom.Generated.Maintenance.Reports;

/// <summary>The files of the repository in the working tree or in a Git revision.</summary>
internal abstract class RepositorySnapshot
{
    /// <summary>Returns the files in the working tree.</summary>
    public static RepositorySnapshot WorkingTree(RepositoryLayout repository) => new Files(repository);

    /// <summary>Returns the files in a Git revision.</summary>
    public static RepositorySnapshot Revision(GitRepository repository, string revision) => new Commit(repository, revision);

    /// <summary>Reads a file, relative to the root. Returns null if it does not exist.</summary>
    public abstract string? ReadText(string relativePath);

    private sealed class Files(RepositoryLayout repository) : RepositorySnapshot
    {
        public override string? ReadText(string relativePath) => VersionFiles.ReadIfExists(repository, relativePath);
    }

    private sealed class Commit(GitRepository repository, string revision) : RepositorySnapshot
    {
        public override string? ReadText(string relativePath) =>
            repository.ReadFile(revision, relativePath) is { } content ? Encoding.UTF8.GetString(content) : null;
    }
}
