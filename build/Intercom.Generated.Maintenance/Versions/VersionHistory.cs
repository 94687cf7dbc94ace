using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Search;
using Intercom.Generated.Maintenance.Advice;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Repository;

namespace Intercom.Generated.Maintenance.Versions;

/// <summary>A version and its model.</summary>
/// <param name="Version">The version.</param>
/// <param name="Model">The model of the description.</param>
internal sealed record VersionModel(DescriptionVersion Version, ApiModel Model)
{
    /// <summary>The name of the package, which is also the namespace of the client.</summary>
    public string Package => Version.Package;

    /// <summary>The search fields.</summary>
    public EquatableArray<SearchModel> Searches { get; init; }
}

/// <summary>A version and a newer one.</summary>
/// <param name="From">The older version.</param>
/// <param name="To">The newer version.</param>
/// <param name="Changes">The changes in the newer version.</param>
/// <param name="Advisor">States what to do about the changes.</param>
internal sealed record VersionStep(VersionModel From, VersionModel To, IReadOnlyList<ApiChange> Changes, ChangeAdvisor Advisor)
{
    /// <summary>Compares two versions.</summary>
    public static VersionStep Between(VersionModel from, VersionModel to, Replacements replacements) =>
        new(from, to, ApiComparison.Compare(from.Model, to.Model), new ChangeAdvisor(from.Model, to.Model, replacements));
}

/// <summary>The versions in the repository and the differences between them.</summary>
internal sealed class VersionHistory
{
    private VersionHistory(IReadOnlyList<VersionModel> versions, IReadOnlyCollection<string> pages, Replacements replacements)
    {
        Versions = versions;
        Steps = [.. versions.Zip(versions.Skip(1), (from, to) => VersionStep.Between(from, to, replacements))];
        Jumps = [.. FindJumps(pages).Select(jump => VersionStep.Between(jump.From, jump.To, replacements))];
    }

    /// <summary>The versions from the oldest to the newest. Preview is the newest.</summary>
    public IReadOnlyList<VersionModel> Versions { get; }

    /// <summary>The steps from each version to the next one.</summary>
    public IReadOnlyList<VersionStep> Steps { get; }

    /// <summary>
    /// The steps that skip versions: from each older stable version to the newest stable one, and every pair that already has a page. An
    /// existing page stays as long as both of its versions exist, because users link to it.
    /// </summary>
    public IReadOnlyList<VersionStep> Jumps { get; }

    /// <summary>Reads the versions.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pending">Files that will be written. They take precedence over the files on disk.</param>
    /// <param name="known">A version whose model is known, or null.</param>
    /// <exception cref="DescriptionException">A version cannot be read.</exception>
    public static VersionHistory Read(RepositoryLayout repository, FileBatch pending, VersionModel? known = null)
    {
        var versions = VersionFiles.Versions(repository, pending).Order().ToList();
        // Reading a version only takes processor time. The first problem in the order of the versions counts.
        var models = versions.AsParallel().AsOrdered().Select(TryRead).ToList();
        if (models.Find(read => read.Problem is not null).Problem is { } problem)
            throw new DescriptionException(problem.Problems, problem);
        return new([.. models.Select(read => read.Model!)], [.. repository.MigrationPages()], Replacements.Read(repository));

        (VersionModel? Model, DescriptionException? Problem) TryRead(DescriptionVersion version)
        {
            try
            {
                var model = version == known?.Version ? known.Model : VersionFiles.ReadModel(repository, version, pending);
                var searches = VersionFiles.ReadSearches(repository, model, pending);
                return (new VersionModel(version, model) { Searches = searches }, null);
            }
            catch (DescriptionException e)
            {
                return (null, e);
            }
        }
    }

    /// <summary>Adds the generated files to a batch, and removes the pages of versions that no longer exist.</summary>
    /// <returns>The files that will be written or deleted, relative to the repository.</returns>
    public IReadOnlyList<string> AddTo(FileBatch batch, RepositoryLayout repository)
    {
        var files = Files();
        var stale = repository.MigrationPages()
            .Concat(repository.UpgradeFiles())
            .Except(files.Select(file => file.Name))
            .Where(file => batch.Remove(repository.FullPath(file)));
        return [.. files.Where(file => batch.Add(repository.FullPath(file.Name), file.Content)).Select(file => file.Name), .. stale];
    }

    /// <summary>Generates the files about the versions. The content is the same on every machine.</summary>
    public IReadOnlyList<(string Name, byte[] Content)> Files() =>
    [
        (RepositoryLayout.AvailabilityFile, AvailabilityDocument.WriteOperations(this)),
        (RepositoryLayout.CatalogFile, AvailabilityDocument.WriteCatalog(this)),
        .. Steps.Concat(Jumps)
        .Select(step => (RepositoryLayout.MigrationPage(step.From.Version, step.To.Version), MigrationPage.Write(step))),
        .. Steps.Select(step => (RepositoryLayout.UpgradeFile(step.From.Version), UpgradeDocument.Write(step))),
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
