using System.Diagnostics;
using Intercom.Generated.Build.Descriptions;
using Intercom.Generated.Build.Reports;
using Intercom.Generated.Build.Repository;
using Intercom.Generated.Build.Sources;
using Intercom.Generated.OpenApi.Comparison;
using Intercom.Generated.OpenApi.Naming;

namespace Intercom.Generated.Build.Replays;

/// <summary>What became of one description of a history.</summary>
/// <param name="File">The file, relative to the folder that is replayed.</param>
/// <param name="Version">The version that it describes; null when it could not be read.</param>
/// <param name="Steps">What was done with it, in order.</param>
/// <param name="Problems">What is wrong with it.</param>
/// <param name="Report">What changed since the description before; null for the first one and for one that could not be read.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record ReplayedDescription(
    string File,
    ApiVersion? Version,
    IReadOnlyList<string> Steps,
    IReadOnlyList<DescriptionProblem> Problems,
    ChangeReport? Report,
    TimeSpan Duration)
{
    /// <summary>The result in a line.</summary>
    public override string ToString()
    {
        var result = Problems.Count > 0 ? "could not tell" : Report is null ? "the first one" : Changes(Report);
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{File}: {string.Join(", ", Steps)}{(Steps.Count > 0 ? "; " : string.Empty)}{result}; {Duration.TotalSeconds:0.0} s");
    }

    private static string Changes(ChangeReport report)
    {
        var counts = ReportWords.Impacts.Where(impact => report.Count(impact) > 0).Select(impact => $"{report.Count(impact)} {ReportWords.Name(impact).ToLowerInvariant()}").ToList();
        return counts.Count == 0 ? "no changes" : string.Join(", ", counts);
    }
}

/// <summary>Takes the published descriptions of a folder one after another, as if each had been the next update.</summary>
/// <param name="repository">The repository whose overlays and names are used.</param>
/// <param name="compiles">Whether each is generated and compiled too.</param>
internal sealed class Replay(RepositoryLayout repository, bool compiles)
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    private readonly NameLedger _ledger = NameRecord.Parse(VersionFiles.ReadIfExists(repository, RepositoryLayout.NamesFile));
    private readonly CompilationTrial _trial = new(repository);

    /// <summary>The descriptions of a folder, those of its subfolders apart, in the order of their names.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Histories(string folder) =>
    [
        .. Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Prepend(folder)
            .Select(directory => (IReadOnlyList<string>)[.. Directory.GetFiles(directory).Where(IsDescription).Order(StringComparer.Ordinal)])
            .Where(files => files.Count > 0),
    ];

    /// <summary>Replays a history. A description that cannot be read is told and does not end it: the next is compared with the last that could.</summary>
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
            var version = ApiVersion.TryParse(Path.GetFileName(Path.GetDirectoryName(file)));
            revision = DescriptionRevision.Read(
                name, File.ReadAllBytes(file), version, RepositorySnapshot.WorkingTree(repository), _ledger, (added, description) => OverlayStart.For(repository, added, description));
            var problems = compiles ? _trial.Run(revision, _ledger) : [];
            var report = before is null ? null : ChangeReport.Compare(before, revision);
            string[] steps = !compiles ? ["reduced", "modelled"] : problems.Count == 0 ? ["reduced", "modelled", "generated", "compiled"] : ["reduced", "modelled"];
            return new ReplayedDescription(name, revision.Version, steps, problems, report, watch.Elapsed);
        }
        catch (DescriptionException e)
        {
            return new ReplayedDescription(name, null, [], e.Problems, null, watch.Elapsed);
        }
    }

    private static bool IsDescription(string file) => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);
}
