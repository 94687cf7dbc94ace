using Intercom.Generated.Descriptions.Naming;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Maintenance.Sources;

namespace Intercom.Generated.Maintenance.Reports;

/// <summary>Resolves two command-line arguments to descriptions and reads them.</summary>
/// <param name="repository">The repository.</param>
/// <param name="currentFolder">The base folder of relative paths.</param>
/// <param name="statedVersion">The version of a file or revision, if the user specified it.</param>
internal sealed class RevisionPair(RepositoryLayout repository, string currentFolder, DescriptionVersion? statedVersion)
{
    private readonly GitRepository _git = new(repository.Root);

    /// <summary>Reads both sides. Missing names are derived in memory and are the same on both sides.</summary>
    /// <exception cref="UsageException">An argument does not name a description.</exception>
    /// <exception cref="DescriptionException">A description cannot be read.</exception>
    public (DescriptionRevision Before, DescriptionRevision After) Read(string before, string after)
    {
        var (old, current) = (Find(before), Find(after));
        var names = (
            Old: old.Snapshot.ReadText(RepositoryLayout.NamesFile), Current: current.Snapshot.ReadText(RepositoryLayout.NamesFile));
        // A commit without a ledger would get all names by rule, and everything would appear renamed.
        var ledger = NameRecord.Parse(names.Old ?? names.Current);
        var read = Read(old, current.Version, ledger);
        return (
            read, Read(current, old.Version, names.Old is null || names.Old == names.Current ? ledger : NameRecord.Parse(names.Current)));
    }

    // A revision without a file uses the version of the other side. A file states its own version.
    private DescriptionRevision Read(Side side, DescriptionVersion? otherVersion, NameLedger ledger)
    {
        if (side.File is null)
            side = side with { Version = side.Version ?? otherVersion };
        var file = side.File ?? (side.Version is { } version
            ? RepositoryLayout.DescriptionFile(version)
            : throw new UsageException(
                $"'{side.Argument}' is a Git revision, which has several versions. Specify one with --api-version."));
        var content = side.Read(file) ?? throw new DescriptionException(
            new FileProblem(
                side.Name(file),
                "#",
                "The file does not exist.",
                "Specify an existing file, a version in openapi/, or a Git revision that has it."));
        return DescriptionRevision.Read(
            side.Name(file), content, side.Version, side.Snapshot, ledger, (version, description) => OverlayStart.For(
                repository, version, description)) with { Name = side.Argument, File = file };
    }

    private Side Find(string argument)
    {
        var workingTree = RepositorySnapshot.WorkingTree(repository);
        if (DescriptionVersion.TryParse(argument) is { } version)
        {
            return new Side(
                argument,
                RepositoryLayout.DescriptionFile(version),
                version,
                workingTree,
                file => ReadFile(repository.FullPath(file)),
                IsCommit: false);
        }

        var path = Path.GetFullPath(argument, currentFolder);
        if (File.Exists(path))
        {
            return new Side(
                argument, argument, statedVersion ?? VersionOf(path), workingTree, _ => File.ReadAllBytes(path), IsCommit: false);
        }

        var (revision, file) = argument.Split(':', 2) is [var name, var place] ? (name, place) : (argument, null);
        if (revision.Length == 0 || !_git.HasRevision(revision))
            throw new UsageException($"'{argument}' is not a version in openapi/, a file, or a Git revision.");
        return new Side(
            argument,
            file,
            statedVersion ?? (file is null ? null : VersionOf(file)),
            RepositorySnapshot.Revision(_git, revision),
            place => _git.ReadFile(revision, place),
            IsCommit: true);
    }

    // The folder of a description has the name of its version.
    private static DescriptionVersion? VersionOf(string path) => DescriptionVersion.TryParse(Path.GetFileName(Path.GetDirectoryName(path)));

    private static byte[]? ReadFile(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;

    private sealed record Side(
        string Argument,
        string? File,
        DescriptionVersion? Version,
        RepositorySnapshot Snapshot,
        Func<string, byte[]?> Read,
        bool IsCommit)
    {
        // The name of the file in problems.
        public string Name(string file) =>
            !IsCommit || Argument.Contains(':', StringComparison.Ordinal) ? (IsCommit ? Argument : file) : $"{Argument}:{file}";
    }
}
