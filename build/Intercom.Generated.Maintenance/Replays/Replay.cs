using System.Diagnostics;
using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Naming;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Reports;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Maintenance.Sources;

namespace Intercom.Generated.Maintenance.Replays;

/// <summary>The result of replaying a description.</summary>
/// <param name="File">The file, relative to the replayed folder.</param>
/// <param name="Version">The version, or null if the description cannot be read.</param>
/// <param name="Steps">The completed steps, in order.</param>
/// <param name="Problems">The problems.</param>
/// <param name="Report">The changes since the previous description, or null for the first one and for one that cannot be read.</param>
/// <param name="Duration">The duration of the replay.</param>
internal sealed record ReplayedDescription(
    string File,
    DescriptionVersion? Version,
    IReadOnlyList<string> Steps,
    IReadOnlyList<FileProblem> Problems,
    ChangeReport? Report,
    TimeSpan Duration)
{
    /// <summary>Returns the result on one line.</summary>
    public override string ToString()
    {
        var result = Problems.Count > 0 ? "failed" : Report is null ? "first description" : Changes(Report);
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{File}: {string.Join(", ", Steps)}{(Steps.Count > 0 ? "; " : string.Empty)}{result}; {Duration.TotalSeconds:0.0} s");
    }

    private static string Changes(ChangeReport report)
    {
        var counts = ReportPhrases.Impacts.Where(impact => report.Count(impact) > 0)
            .Select(impact => $"{report.Count(impact)} {ReportPhrases.Name(impact).ToLowerInvariant()}")
            .ToList();
        return counts.Count == 0 ? "no changes" : string.Join(", ", counts);
    }
}

/// <summary>Processes the published descriptions of a folder one after another, as if each were the next update.</summary>
/// <param name="repository">The repository with the overlays and names.</param>
/// <param name="compiles">Whether to generate and compile the code of each description.</param>
internal sealed class Replay(RepositoryLayout repository, bool compiles)
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    private readonly NameLedger _ledger = NameRecord.Parse(VersionFiles.ReadIfExists(repository, RepositoryLayout.NamesFile));
    private readonly CompilationTrial _trial = new(repository);

    /// <summary>Finds the descriptions in a folder and its subfolders. Each folder is a history, in name order.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Histories(string folder) =>
    [
        .. Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Prepend(folder)
            .Select(
                directory => (IReadOnlyList<string>)[.. Directory.GetFiles(directory).Where(IsDescription).Order(StringComparer.Ordinal)])
            .Where(files => files.Count > 0),
    ];

    /// <summary>Replays a history. If a description cannot be read, the next one is compared with the last readable one.</summary>
    public IEnumerable<ReplayedDescription> Run(string folder, IReadOnlyList<string> files)
    {
        DescriptionRevision? before = null;
        foreach (var file in files)
        {
            var replayed = Run(Path.GetRelativePath(folder, file).Replace('\\', '/'), file, before, out var revision);
            before = revision ?? before;
            yield return replayed;
        }
    }

    private ReplayedDescription Run(string name, string file, DescriptionRevision? before, out DescriptionRevision? revision)
    {
        var watch = Stopwatch.StartNew();
        revision = null;
        try
        {
            var version = DescriptionVersion.TryParse(Path.GetFileName(Path.GetDirectoryName(file)));
            revision = DescriptionRevision.Read(
                name, File.ReadAllBytes(file), version, RepositorySnapshot.WorkingTree(repository), _ledger, (added, description) =>
                    OverlayStart.For(repository, added, description));
            var problems = compiles ? _trial.Run(revision, _ledger) : [];
            var report = before is null ? null : ChangeReport.Compare(before, revision);
            string[] steps = !compiles
                ? ["reduced", "modeled"]
                : problems.Count == 0 ? ["reduced", "modeled", "generated", "compiled"]
                : ["reduced", "modeled"];
            return new ReplayedDescription(name, revision.Version, steps, problems, report, watch.Elapsed);
        }
        catch (DescriptionException e)
        {
            return new ReplayedDescription(name, null, [], e.Problems, null, watch.Elapsed);
        }
    }

    private static bool IsDescription(string file) => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);
}
