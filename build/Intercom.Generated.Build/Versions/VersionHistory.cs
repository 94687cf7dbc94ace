using Intercom.Generated.Build.Descriptions;
using Intercom.Generated.Build.Repository;
using Intercom.Generated.OpenApi;
using Intercom.Generated.OpenApi.Comparison;
using Intercom.Generated.OpenApi.Model;

namespace Intercom.Generated.Build.Versions;

/// <summary>A version and what it offers.</summary>
/// <param name="Version">The version.</param>
/// <param name="Model">What its description means.</param>
internal sealed record VersionModel(ApiVersion Version, ApiModel Model)
{
    /// <summary>The package, which is also the namespace of its client.</summary>
    public string Package => Version.Package;
}

/// <summary>A version and a newer one.</summary>
/// <param name="From">The older version.</param>
/// <param name="To">The newer version.</param>
/// <param name="Changes">What is different in the newer one.</param>
internal sealed record VersionStep(VersionModel From, VersionModel To, IReadOnlyList<ApiChange> Changes)
{
    /// <summary>Compares two versions.</summary>
    public static VersionStep Between(VersionModel from, VersionModel to) => new(from, to, ApiComparison.Compare(from.Model, to.Model));
}

/// <summary>The versions in the repository, each compared with the one before it and with those that programs jump to.</summary>
internal sealed class VersionHistory
{
    private VersionHistory(IReadOnlyList<VersionModel> versions, IReadOnlyCollection<string> pages)
    {
        Versions = versions;
        Steps = [.. versions.Zip(versions.Skip(1), VersionStep.Between)];
        Jumps = [.. FindJumps(pages).Select(jump => VersionStep.Between(jump.From, jump.To))];
    }

    /// <summary>The versions from the oldest to the newest; Preview is the newest.</summary>
    public IReadOnlyList<VersionModel> Versions { get; }

    /// <summary>From each version to the next one.</summary>
    public IReadOnlyList<VersionStep> Steps { get; }

    /// <summary>
    /// Over versions in between: from each older stable version to the newest stable one, and whatever has a page already. A page that people
    /// link to stays while both of its versions do, also when a version comes in between or a newer one is added.
    /// </summary>
    public IReadOnlyList<VersionStep> Jumps { get; }

    /// <summary>Reads the versions.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pending">Files that are going to be written, which count instead of those on disk.</param>
    /// <exception cref="DescriptionException">A version cannot be read.</exception>
    public static VersionHistory Read(RepositoryLayout repository, FileBatch pending) => new(
        [.. VersionFiles.Versions(repository, pending).Order().Select(version => new VersionModel(version, VersionFiles.ReadModel(repository, version, pending)))],
        [.. repository.MigrationPages()]);

    /// <summary>Adds to a batch what is written about the versions, and removes from it what is about versions that are there no more.</summary>
    /// <returns>The files that will be written or removed, relative to the repository.</returns>
    public IReadOnlyList<string> AddTo(FileBatch batch, RepositoryLayout repository)
    {
        var files = Files();
        var stale = repository.MigrationPages().Except(files.Select(file => file.Name)).Where(file => batch.Remove(repository.FullPath(file)));
        return [.. files.Where(file => batch.Add(repository.FullPath(file.Name), file.Content)).Select(file => file.Name), .. stale];
    }

    /// <summary>What is written about the versions, relative to the repository: the same versions and pages give the same bytes on every machine.</summary>
    public IReadOnlyList<(string Name, byte[] Content)> Files() =>
    [
        (RepositoryLayout.AvailabilityFile, AvailabilityDocument.WriteOperations(this)),
        (RepositoryLayout.CatalogFile, AvailabilityDocument.WriteCatalog(this)),
        .. Steps.Concat(Jumps).Select(step => (RepositoryLayout.MigrationPage(step.From.Version, step.To.Version), MigrationPage.Write(step))),
        .. Steps.Count == 0 ? [] : new[] { (RepositoryLayout.MigrationIndex, MigrationIndex.Write(this)) },
    ];

    private IEnumerable<(VersionModel From, VersionModel To)> FindJumps(IReadOnlyCollection<string> pages)
    {
        var newest = Versions.LastOrDefault(version => !version.Version.IsPreview);
        return
            from to in Enumerable.Range(0, Versions.Count)
            from @from in Enumerable.Range(0, Math.Max(0, to - 1))
            let pair = (From: Versions[@from], To: Versions[to])
            where pair.To == newest || pages.Contains(RepositoryLayout.MigrationPage(pair.From.Version, pair.To.Version))
            select pair;
    }
}
