using System.Text;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Naming;
using Intercom.Generated.Maintenance.Advice;
using Intercom.Generated.Maintenance.Projects;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Reports;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Maintenance.Versions;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Sources;

/// <summary>The parameters of an update.</summary>
/// <param name="Version">The version to update.</param>
/// <param name="Source">The source of the published description.</param>
/// <param name="Repository">The repository for the reduced description.</param>
/// <param name="Commit">The upstream commit, if it is known.</param>
/// <param name="Date">The date on which the description was retrieved, if the user specified it.</param>
/// <param name="AcceptedRules">The rules of the breaking changes that the user accepts.</param>
/// <param name="KeepsRemoved">Whether removed APIs stay as deprecated members.</param>
internal sealed record UpdateRequest(
    DescriptionVersion Version,
    PublishedSource Source,
    RepositoryLayout Repository,
    string? Commit,
    DateOnly? Date,
    IReadOnlyCollection<string> AcceptedRules,
    bool KeepsRemoved)
{
    /// <summary>Whether to write the project of the version.</summary>
    public bool WithProject { get; init; }

    /// <summary>Whether to accept all breaking changes, because a pull request follows in which they are reviewed.</summary>
    public bool AcceptsAll { get; init; }

    /// <summary>Whether to write nothing if only the origin of the description changed.</summary>
    public bool OnlyIfChanged { get; init; }
}

/// <summary>The result of an update.</summary>
/// <param name="Description">The reduced description.</param>
/// <param name="Warnings">Defects that the overlay corrects, and problems that prevent the comparison of versions.</param>
/// <param name="Changes">The changes since the previous description, or null if there is none.</param>
/// <param name="Report">The impact of the changes, or null if there is no previous description.</param>
/// <param name="RefusedRules">The rules of the breaking changes that were not accepted. If there are any, nothing was written.</param>
/// <param name="Kept">The removed APIs that stay as deprecated members.</param>
/// <param name="Start">The overlay of a new version, or null if the version is not new or needs no corrections.</param>
/// <param name="NewNames">The entries that were added to the ledger.</param>
/// <param name="WrittenFiles">The files that were written, relative to the repository.</param>
internal sealed record UpdateResult(
    JObject Description,
    IReadOnlyList<FileProblem> Warnings,
    DescriptionChanges? Changes,
    ChangeReport? Report,
    IReadOnlyList<string> RefusedRules,
    IReadOnlyList<string> Kept,
    StartedOverlay? Start,
    IReadOnlyList<string> NewNames,
    IReadOnlyList<string> WrittenFiles);

/// <summary>Updates a description in the repository: retrieves, reads, reduces, checks, compares, and writes it.</summary>
internal sealed class DescriptionUpdate(HttpClient http)
{
    /// <summary>Runs the update. Everything is checked before the first byte is written.</summary>
    /// <param name="request">The parameters.</param>
    /// <param name="progress">Called before each step.</param>
    /// <param name="cancellationToken">Cancels the update. Nothing is written in that case.</param>
    /// <exception cref="DescriptionException">The description cannot be used.</exception>
    public async Task<UpdateResult> RunAsync(UpdateRequest request, Action<string> progress, CancellationToken cancellationToken)
    {
        var file = request.Source.DisplayName;

        progress($"Retrieving {file}");
        var retrieved = await request.Source.RetrieveAsync(http, cancellationToken);

        // The previous description is read while the new one is.
        var ledger = NameRecord.Open(request.Repository);
        var descriptionFile = RepositoryLayout.DescriptionFile(request.Version);
        var reading = Task.Run(() => ReadBefore(request, descriptionFile, ledger), cancellationToken);

        progress($"Reading {file}");
        var published = PublishedDescription.Read(retrieved.Bytes, file);
        ThrowIfAny(DescriptionChecks.FindUnusable(published.Document, file, request.Version));

        progress($"Reducing {file} to facts");
        var reduced = DescriptionReducer.Reduce(published.Document, request.Version.HeaderName);

        progress($"Checking {file}");
        var overlayFile = RepositoryLayout.OverlayFile(request.Version);
        var snapshot = RepositorySnapshot.WorkingTree(request.Repository);
        var isNew = snapshot.ReadText(descriptionFile) is null;
        var start = isNew ? OverlayStart.For(request.Repository, request.Version, reduced) : null;
        var overlay = start?.Text ?? snapshot.ReadText(overlayFile);
        var (corrected, warnings) = Correct(reduced, overlay);

        progress("Comparing with the previous description");
        var sourcesFile = RepositoryLayout.SourcesFile;
        var before = await reading;
        var texts = ReadTexts(request.Repository);
        var after = DescriptionRevision.Of(file, request.Version, reduced, corrected, [], ledger, texts);
        var changes = before is null ? null : DescriptionChanges.Between(before.Reduced, reduced);
        var replacements = Replacements.Read(request.Repository);
        var report = before is null ? null : ChangeReport.Compare(before, after, replacements);
        IReadOnlyList<string> kept = [];
        if (request.KeepsRemoved && report is not null)
        {
            (var extended, kept) = KeptMembers.Add(overlay, report);
            if (kept.Count > 0)
                overlay = extended;
        }

        if (kept.Count > 0 && overlay is not null)
        {
            after = DescriptionRevision.Of(file, request.Version, reduced, Correct(reduced, overlay).Corrected, [], ledger, texts);
            report = ChangeReport.Compare(before!, after, replacements);
        }

        // Stable versions must not break programs without consent. Preview can change at any time.
        var refused = request.Version.IsPreview || request.AcceptsAll || report is null
            ? []
            : report.BreakingRules.Except(request.AcceptedRules).ToList();
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
        var comparison = AddComparison(
            request.Repository, batch, texts is null ? null : new VersionModel(request.Version, after.Model));
        written.AddRange(comparison.Files);

        cancellationToken.ThrowIfCancellationRequested();
        if (request.OnlyIfChanged && written.All(name => name == sourcesFile))
            return new UpdateResult(reduced, warnings, changes, report, [], kept, start, [], []);
        batch.Write();
        return new UpdateResult(
            reduced, [.. warnings, .. comparison.Warnings], changes, report, [], kept, start, ledger.Additions, written);

        (JObject Corrected, IReadOnlyList<FileProblem> Warnings) Correct(JObject description, string? own)
        {
            var published = DescriptionChecks.FindDefects(description, file, overlayFile);
            var result = VersionCorrections.Apply(VersionCorrections.Parse(snapshot, request.Version, own), request.Version, description);
            var (errors, corrected) = DescriptionChecks.Classify(
                published, DescriptionChecks.FindDefects(result, file, overlayFile), overlayFile);
            ThrowIfAny(errors.Count == 0 ? errors : [.. errors, .. VersionFiles.FindUnsupported(result, file)]);
            return (result, corrected);
        }
    }

    // A problem of another version must not block this one. Run 'compare' after the problem is corrected.
    private static (IReadOnlyList<string> Files, IReadOnlyList<FileProblem> Warnings) AddComparison(
        RepositoryLayout repository, FileBatch batch, VersionModel? known)
    {
        try
        {
            return (VersionHistory.Read(repository, batch, known).AddTo(batch, repository), []);
        }
        catch (DescriptionException e)
        {
            return (
                [],
                [.. e.Problems.Select(
                    problem => problem with { Remedy = "The versions were not compared. Correct the file, then run 'compare'." })]);
        }
    }

    // If the summaries cannot be read, the comparison of the versions reports it.
    private static DocumentationTexts? ReadTexts(RepositoryLayout repository)
    {
        try
        {
            return DocumentationTexts.Parse(VersionFiles.ReadIfExists(repository, RepositoryLayout.DocsFile) ?? "{}");
        }
        catch (InvalidJsonException)
        {
            return null;
        }
    }

    private static DescriptionRevision? ReadBefore(UpdateRequest request, string descriptionFile, NameLedger ledger)
    {
        if (VersionFiles.ReadIfExists(request.Repository, descriptionFile) is not { } text)
            return null;
        try
        {
            return DescriptionRevision.Read(
                descriptionFile, Encoding.UTF8.GetBytes(text), request.Version, RepositorySnapshot.WorkingTree(request.Repository), ledger);
        }
        catch (DescriptionException e)
        {
            throw new DescriptionException(
                [
                    .. e.Problems.Select(problem => problem with
                    {
                        Message = $"The previous description cannot be read, so the changes are unknown: {problem.Message}",
                        Remedy = $"Restore the file from the repository, or delete {descriptionFile}, and run 'update' again.",
                    }),
                ],
                e);
        }
    }

    private static void ThrowIfAny(IReadOnlyList<FileProblem> problems)
    {
        if (problems.Count > 0)
            throw new DescriptionException(problems);
    }
}
