using System.Text;
using Intercom.Generated.Build.Repository;

namespace Intercom.Generated.Build.Reports;

/// <summary>The files of the repository at one moment: those in the working tree, or those of a git revision.</summary>
internal abstract class RepositorySnapshot
{
    /// <summary>The files as they are in the working tree.</summary>
    public static RepositorySnapshot WorkingTree(RepositoryLayout repository) => new Files(repository);

    /// <summary>The files as they were in a git revision.</summary>
    public static RepositorySnapshot Revision(GitRepository repository, string revision) => new Commit(repository, revision);

    /// <summary>The text of a file that is named relative to the root; null when there is none.</summary>
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
