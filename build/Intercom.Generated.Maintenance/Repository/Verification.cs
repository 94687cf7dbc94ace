using System.Text;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Sources;
using Intercom.Generated.Maintenance.Versions;

namespace Intercom.Generated.Maintenance.Repository;

/// <summary>A committed file that differs from the output of the tool.</summary>
/// <param name="File">The file, relative to the root.</param>
/// <param name="Message">A sentence that describes the difference.</param>
/// <param name="Repair">The arguments of the tool that repair the file.</param>
internal sealed record Deviation(string File, string Message, string Repair);

/// <summary>Finds committed files that differ from the output of the tool.</summary>
/// <param name="repository">The repository.</param>
internal sealed class Verification(RepositoryLayout repository)
{
    /// <summary>Returns the differences, in the order in which to repair them.</summary>
    /// <exception cref="DescriptionException">A file cannot be read.</exception>
    public IReadOnlyList<Deviation> Run() => [.. Descriptions(), .. Origins(), .. Names(), .. Comparisons()];

    private IEnumerable<Deviation> Descriptions()
    {
        foreach (var version in VersionFiles.Versions(repository))
        {
            var file = RepositoryLayout.DescriptionFile(version);
            var reduced = DescriptionReducer.Reduce(VersionFiles.ReadDescription(repository, version), version.HeaderName);
            if (Differs(file, DescriptionJson.Write(reduced)))
            {
                yield return new Deviation(
                    file, "The file is not a reduced description. It was edited, or it contains prose.", $"update {version}");
            }
        }
    }

    private IEnumerable<Deviation> Origins()
    {
        var versions = VersionFiles.Versions(repository);
        var sources = SourcesDocument.Read(
            VersionFiles.ReadIfExists(repository, RepositoryLayout.SourcesFile), RepositoryLayout.SourcesFile);
        foreach (var (version, message) in sources.FindMistakes(versions))
            yield return new Deviation(RepositoryLayout.SourcesFile, message, $"update {version}");
    }

    private IEnumerable<Deviation> Names()
    {
        var (content, additions) = NameRecord.Complete(repository);
        if (additions.Count > 0)
        {
            yield return new Deviation(
                RepositoryLayout.NamesFile,
                $"The ledger lacks {MarkdownText.Count(additions.Count, "name")}. The first is '{additions[0]}'.",
                "names");
        }
        else if (Differs(RepositoryLayout.NamesFile, content))
            yield return new Deviation(RepositoryLayout.NamesFile, "The file is not sorted or formatted as the tool writes it.", "names");
    }

    private IEnumerable<Deviation> Comparisons()
    {
        var files = VersionHistory.Read(repository, new FileBatch()).Files();
        return files.Where(file => Differs(file.Name, file.Content))
            .Select(file => new Deviation(file.Name, "The file does not match the differences between the versions.", "compare"))
            .Concat(repository.MigrationPages()
            .Except(files.Select(file => file.Name))
            .Select(file => new Deviation(
                file, "The page is for a version that is not in openapi/.", "compare")))
            .Concat(repository.UpgradeFiles()
            .Except(files.Select(file => file.Name))
            .Select(file => new Deviation(
                file, "The file is for a version that is not in openapi/, or that has no next version.", "compare")));
    }

    // Line endings in the working tree can differ from those that the tool writes.
    private bool Differs(string file, byte[] content) =>
        VersionFiles.ReadIfExists(repository, file)?.ReplaceLineEndings("\n") != Encoding.UTF8.GetString(content);
}
