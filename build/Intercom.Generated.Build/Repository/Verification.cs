using System.Text;
using Intercom.Generated.Build.Descriptions;
using Intercom.Generated.Build.Sources;
using Intercom.Generated.Build.Versions;

namespace Intercom.Generated.Build.Repository;

/// <summary>A committed file that is not what the tool would make.</summary>
/// <param name="File">The file, relative to the root.</param>
/// <param name="Message">What differs.</param>
/// <param name="Repair">The arguments of the tool that repair it.</param>
internal sealed record Deviation(string File, string Message, string Repair);

/// <summary>Finds what is committed and not what the tool would make of the descriptions.</summary>
/// <param name="repository">The repository.</param>
internal sealed class Verification(RepositoryLayout repository)
{
    /// <summary>What differs, in the order in which it is repaired.</summary>
    /// <exception cref="DescriptionException">A file cannot be read.</exception>
    public IReadOnlyList<Deviation> Run() => [.. Descriptions(), .. Origins(), .. Names(), .. Comparisons()];

    private IEnumerable<Deviation> Descriptions()
    {
        foreach (var version in VersionFiles.Versions(repository))
        {
            var file = RepositoryLayout.DescriptionFile(version);
            var reduced = DescriptionReducer.Reduce(VersionFiles.ReadDescription(repository, version), version.HeaderName);
            if (Differs(file, DescriptionJson.Write(reduced)))
                yield return new Deviation(file, "It is not in the form in which the tool writes facts: it was edited, or holds prose.", $"update {version}");
        }
    }

    private IEnumerable<Deviation> Origins()
    {
        var versions = VersionFiles.Versions(repository);
        var sources = SourcesDocument.Read(VersionFiles.ReadIfExists(repository, RepositoryLayout.SourcesFile), RepositoryLayout.SourcesFile);
        foreach (var (version, message) in sources.FindMistakes(versions))
            yield return new Deviation(RepositoryLayout.SourcesFile, message, $"update {version}");
    }

    private IEnumerable<Deviation> Names()
    {
        var (content, additions) = NameRecord.Complete(repository);
        if (additions.Count > 0)
            yield return new Deviation(RepositoryLayout.NamesFile, $"It lacks {MarkdownText.Count(additions.Count, "name")}, the first is '{additions[0]}'.", "names");
        else if (Differs(RepositoryLayout.NamesFile, content))
            yield return new Deviation(RepositoryLayout.NamesFile, "It is not sorted and spaced as the tool writes it.", "names");
    }

    private IEnumerable<Deviation> Comparisons()
    {
        var files = VersionHistory.Read(repository, new FileBatch()).Files();
        return files.Where(file => Differs(file.Name, file.Content)).Select(file => new Deviation(file.Name, "It does not say what the versions differ in.", "compare"))
            .Concat(repository.MigrationPages().Except(files.Select(file => file.Name)).Select(file => new Deviation(file, "It is about a version that is not in openapi/.", "compare")));
    }

    // A working tree may have other line ends than the tool writes.
    private bool Differs(string file, byte[] content) =>
        VersionFiles.ReadIfExists(repository, file)?.ReplaceLineEndings("\n") != Encoding.UTF8.GetString(content);
}
