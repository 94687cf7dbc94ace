using Intercom.Generated.Build.Descriptions;
using Intercom.Generated.Build.Repository;
using Intercom.Generated.Build.Sources;
using Intercom.Generated.OpenApi.Naming;

namespace Intercom.Generated.Build.Reports;

/// <summary>Finds what two arguments of the command line name, and reads both.</summary>
/// <param name="repository">The repository.</param>
/// <param name="currentFolder">The folder that relative paths start from.</param>
/// <param name="statedVersion">The version that a file or a revision is of, when the user states it.</param>
internal sealed class RevisionPair(RepositoryLayout repository, string currentFolder, ApiVersion? statedVersion)
{
    private readonly GitRepository _git = new(repository.Root);

    /// <summary>Reads both sides. What the ledger lacks is named in memory, and the same on both sides.</summary>
    /// <exception cref="UsageException">An argument names nothing.</exception>
    /// <exception cref="DescriptionException">A description cannot be read.</exception>
    public (DescriptionRevision Before, DescriptionRevision After) Read(string before, string after)
    {
        var (old, current) = (Find(before), Find(after));
        var names = (Old: old.Snapshot.ReadText(RepositoryLayout.NamesFile), Current: current.Snapshot.ReadText(RepositoryLayout.NamesFile));
        // A commit from before the ledger would be named by rule, and everything would seem to have another name.
        var ledger = NameRecord.Parse(names.Old ?? names.Current);
        var read = Read(old, current.Version, ledger);
        return (read, Read(current, old.Version, names.Old is null || names.Old == names.Current ? ledger : NameRecord.Parse(names.Current)));
    }

    // A revision as a whole is of the version that the other side is of; a file says itself of which it is.
    private DescriptionRevision Read(Side side, ApiVersion? otherVersion, NameLedger ledger)
    {
        if (side.File is null)
            side = side with { Version = side.Version ?? otherVersion };
        var file = side.File ?? (side.Version is { } version
            ? RepositoryLayout.DescriptionFile(version)
            : throw new UsageException($"'{side.Argument}' is a git revision, which has several versions. Say which with --api-version."));
        var content = side.Read(file) ?? throw new DescriptionException(
            new DescriptionProblem(side.Name(file), "#", "There is no such file.", "Name a file, a version in openapi/, or a git revision that has it."));
        return DescriptionRevision.Read(
            side.Name(file), content, side.Version, side.Snapshot, ledger, (version, description) => OverlayStart.For(repository, version, description)) with { Name = side.Argument, File = file };
    }

    private Side Find(string argument)
    {
        var workingTree = RepositorySnapshot.WorkingTree(repository);
        if (ApiVersion.TryParse(argument) is { } version)
            return new Side(argument, RepositoryLayout.DescriptionFile(version), version, workingTree, file => ReadFile(repository.FullPath(file)), IsCommit: false);

        var path = Path.GetFullPath(argument, currentFolder);
        if (File.Exists(path))
            return new Side(argument, argument, statedVersion ?? VersionOf(path), workingTree, _ => File.ReadAllBytes(path), IsCommit: false);

        var (revision, file) = argument.Split(':', 2) is [var name, var place] ? (name, place) : (argument, null);
        if (revision.Length == 0 || !_git.HasRevision(revision))
            throw new UsageException($"'{argument}' is neither a version in openapi/, nor a file, nor a git revision.");
        return new Side(
            argument,
            file,
            statedVersion ?? (file is null ? null : VersionOf(file)),
            RepositorySnapshot.Revision(_git, revision),
            place => _git.ReadFile(revision, place),
            IsCommit: true);
    }

    // The folder that holds a description is called like its version.
    private static ApiVersion? VersionOf(string path) => ApiVersion.TryParse(Path.GetFileName(Path.GetDirectoryName(path)));

    private static byte[]? ReadFile(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;

    private sealed record Side(
        string Argument,
        string? File,
        ApiVersion? Version,
        RepositorySnapshot Snapshot,
        Func<string, byte[]?> Read,
        bool IsCommit)
    {
        // How problems name the file.
        public string Name(string file) => !IsCommit || Argument.Contains(':', StringComparison.Ordinal) ? (IsCommit ? Argument : file) : $"{Argument}:{file}";
    }
}
