using System.Text;
using Intercom.Generated.Build.Descriptions;
using Intercom.Generated.Build.Projects;
using Intercom.Generated.Build.Reports;
using Intercom.Generated.Build.Repository;
using Intercom.Generated.Build.Versions;
using Intercom.Generated.OpenApi.Naming;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Build.Sources;

/// <summary>What an update is about.</summary>
/// <param name="Version">The version whose description is renewed.</param>
/// <param name="Source">Where the published description is.</param>
/// <param name="Repository">Where the reduced one goes.</param>
/// <param name="Commit">The upstream commit, when it is known.</param>
/// <param name="Date">The day on which the description was retrieved, when the user states it.</param>
/// <param name="AcceptedRules">The rules of breaking changes that the user has accepted.</param>
/// <param name="KeepsRemoved">Whether what is removed stays as a deprecated member.</param>
internal sealed record UpdateRequest(
    ApiVersion Version,
    PublishedSource Source,
    RepositoryLayout Repository,
    string? Commit,
    DateOnly? Date,
    IReadOnlyCollection<string> AcceptedRules,
    bool KeepsRemoved)
{
    /// <summary>Whether the version's project is written too.</summary>
    public bool WithProject { get; init; }
}

/// <summary>What an update did.</summary>
/// <param name="Description">The reduced description.</param>
/// <param name="Warnings">Defects of the published description that the overlay corrects, and what keeps the versions from being compared.</param>
/// <param name="Changes">The changes against the description before, or <see langword="null"/> when there was none.</param>
/// <param name="Report">What they mean for programs, or <see langword="null"/> when there was none.</param>
/// <param name="RefusedRules">The rules of breaking changes that nobody has accepted; because of them nothing was written.</param>
/// <param name="Kept">What is removed and stays as a deprecated member.</param>
/// <param name="Start">The overlay of a new version, or <see langword="null"/> if the version is not new or needs no corrections.</param>
/// <param name="NewNames">The entries that the ledger of names was given.</param>
/// <param name="WrittenFiles">The files that were written, relative to the repository.</param>
internal sealed record UpdateResult(
    JObject Description,
    IReadOnlyList<DescriptionProblem> Warnings,
    DescriptionChanges? Changes,
    ChangeReport? Report,
    IReadOnlyList<string> RefusedRules,
    IReadOnlyList<string> Kept,
    StartedOverlay? Start,
    IReadOnlyList<string> NewNames,
    IReadOnlyList<string> WrittenFiles);

/// <summary>Brings a published description into the repository: retrieve, read, reduce, check, compare, write.</summary>
internal sealed class DescriptionUpdate(HttpClient http)
{
    /// <summary>Runs the update. Everything is checked before the first byte is written.</summary>
    /// <param name="request">What to update.</param>
    /// <param name="progress">Is told each step before it begins.</param>
    /// <param name="cancellationToken">Cancels the update; nothing is written then.</param>
    /// <exception cref="DescriptionException">The description cannot be used.</exception>
    public async Task<UpdateResult> RunAsync(UpdateRequest request, Action<string> progress, CancellationToken cancellationToken)
    {
        var file = request.Source.DisplayName;

        progress($"Retrieving {file}");
        var retrieved = await request.Source.RetrieveAsync(http, cancellationToken);

        progress($"Reading {file}");
        var published = PublishedDescription.Read(retrieved.Bytes, file);
        ThrowIfAny(DescriptionChecks.FindUnusable(published.Document, file, request.Version));

        progress($"Reducing {file} to facts");
        var reduced = DescriptionReducer.Reduce(published.Document, request.Version.HeaderName);

        progress($"Checking {file}");
        var overlayFile = RepositoryLayout.OverlayFile(request.Version);
        var descriptionFile = RepositoryLayout.DescriptionFile(request.Version);
        var snapshot = RepositorySnapshot.WorkingTree(request.Repository);
        var isNew = snapshot.ReadText(descriptionFile) is null;
        var start = isNew ? OverlayStart.For(request.Repository, request.Version, reduced) : null;
        var overlay = start?.Text ?? snapshot.ReadText(overlayFile);
        var (corrected, warnings) = Correct(reduced, overlay);

        progress("Comparing with the description before");
        var sourcesFile = RepositoryLayout.SourcesFile;
        var ledger = NameRecord.Open(request.Repository);
        var before = ReadBefore(request, descriptionFile, ledger);
        var after = DescriptionRevision.Of(file, request.Version, reduced, corrected, [], ledger);
        var changes = before is null ? null : DescriptionChanges.Between(before.Reduced, reduced);
        var report = before is null ? null : ChangeReport.Compare(before, after);
        IReadOnlyList<string> kept = [];
        if (request.KeepsRemoved && report is not null)
        {
            (var extended, kept) = KeptMembers.Add(overlay, report);
            if (kept.Count > 0)
                overlay = extended;
        }

        if (kept.Count > 0 && overlay is not null)
        {
            after = DescriptionRevision.Of(file, request.Version, reduced, Correct(reduced, overlay).Corrected, [], ledger);
            report = ChangeReport.Compare(before!, after);
        }

        // A stable version is what programs are built on; Preview may change any day.
        var refused = request.Version.IsPreview || report is null ? [] : report.BreakingRules.Except(request.AcceptedRules).ToList();
        if (refused.Count > 0)
            return new UpdateResult(reduced, warnings, changes, report, refused, kept, null, [], []);

        var sources = SourcesDocument.Read(VersionFiles.ReadIfExists(request.Repository, sourcesFile), sourcesFile)
            .With(request.Version, retrieved.Sha256, request.Commit ?? request.Source.Commit, request.Date, retrieved.Date);

        var batch = new FileBatch();
        List<string> written = [];
        List<(string Name, byte[] Content)> files =
        [
            (descriptionFile, DescriptionJson.Write(reduced)),
            (sourcesFile, DescriptionJson.Write(sources)),
            (RepositoryLayout.NamesFile, NameRecord.Bytes(ledger)),
        ];
        if (overlay is not null && (start is not null || kept.Count > 0))
            files.Add((overlayFile, Encoding.UTF8.GetBytes(overlay)));
        foreach (var (name, content) in files)
        {
            if (batch.Add(request.Repository.FullPath(name), content))
                written.Add(name);
        }

        if (request.WithProject)
            written.AddRange(new VersionProject(request.Repository, request.Version).AddTo(batch));

        progress("Comparing the versions");
        var comparison = AddComparison(request.Repository, batch);
        written.AddRange(comparison.Files);

        cancellationToken.ThrowIfCancellationRequested();
        batch.Write();
        return new UpdateResult(reduced, [.. warnings, .. comparison.Warnings], changes, report, [], kept, start, ledger.Additions, written);

        (JObject Corrected, IReadOnlyList<DescriptionProblem> Warnings) Correct(JObject description, string? own)
        {
            var published = DescriptionChecks.FindDefects(description, file, overlayFile);
            var result = VersionCorrections.Apply(VersionCorrections.Parse(snapshot, request.Version, own), request.Version, description);
            var (errors, corrected) = DescriptionChecks.Weigh(published, DescriptionChecks.FindDefects(result, file, overlayFile), overlayFile);
            ThrowIfAny(errors);
            return (result, corrected);
        }
    }

    // If another version cannot be read, this one is still accepted; 'compare' makes up for it later.
    private static (IReadOnlyList<string> Files, IReadOnlyList<DescriptionProblem> Warnings) AddComparison(RepositoryLayout repository, FileBatch batch)
    {
        try
        {
            return (VersionHistory.Read(repository, batch).AddTo(batch, repository), []);
        }
        catch (DescriptionException e)
        {
            return ([], [.. e.Problems.Select(problem => problem with { Remedy = "The versions were not compared: correct the file, then run 'compare'." })]);
        }
    }

    private static DescriptionRevision? ReadBefore(UpdateRequest request, string descriptionFile, NameLedger ledger)
    {
        if (VersionFiles.ReadIfExists(request.Repository, descriptionFile) is not { } text)
            return null;
        try
        {
            return DescriptionRevision.Read(descriptionFile, Encoding.UTF8.GetBytes(text), request.Version, RepositorySnapshot.WorkingTree(request.Repository), ledger);
        }
        catch (DescriptionException e)
        {
            throw new DescriptionException(
                [
                    .. e.Problems.Select(problem => problem with
                    {
                        Message = $"There is nothing to compare with, for the description before cannot be read: {problem.Message}",
                        Remedy = $"Restore the file from the repository, or delete {descriptionFile}, and run 'update' again.",
                    }),
                ],
                e);
        }
    }

    private static void ThrowIfAny(IReadOnlyList<DescriptionProblem> problems)
    {
        if (problems.Count > 0)
            throw new DescriptionException(problems);
    }
}
