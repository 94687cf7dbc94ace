using System.CommandLine;
using System.Text;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Maintenance.Reports;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Maintenance.Sources;

namespace Intercom.Generated.Maintenance.Commands;

/// <summary>The command <c>nightly</c>, which updates a version and writes the pull request for it.</summary>
internal static class NightlyCommand
{
    private const string ChangeLogFile = "CHANGELOG.md";

    /// <summary>Creates the command.</summary>
    public static Command Create(ToolEnvironment environment)
    {
        var version = CommandLine.Version();
        var published = new PublishedOptions();
        var output = new Option<string>("--output")
        {
            Description = "The folder for title.txt, labels.txt, body.md, changelog.md, and outputs.txt (the outputs of a workflow step).",
            HelpName = "DIR",
            Required = true,
        };
        var command = new Command(
            "nightly",
            "Updates a version, accepts all changes, adds notes to CHANGELOG.md, and writes the texts of a pull request.\n"
            + "If the description has no changes, no file of the repository is written, and outputs.txt states changed=false.\n"
            + "Exit code: 0 written or no changes; 2 failed, nothing was written.")
        {
            version,
            output,
        };
        published.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var request = published.Read(parsed, environment, parsed.GetRequiredValue(version)) with
            {
                AcceptsAll = true,
                OnlyIfChanged = true,
            };
            return RunAsync(environment, request, parsed.GetRequiredValue(output), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        ToolEnvironment environment, UpdateRequest request, string output, CancellationToken cancellationToken)
    {
        var console = environment.Console;
        var result = await console.WithProgressAsync(
            progress => new DescriptionUpdate(environment.Http).RunAsync(request, progress, cancellationToken));
        var folder = Path.GetFullPath(output, environment.CurrentFolder);
        var batch = new FileBatch();
        if (result.WrittenFiles.Count == 0 || result.Report is not { } report)
        {
            // A pull request of an earlier night is closed if its change is gone, which also needs the texts.
            batch.Add(Path.Combine(folder, "body.md"), "No changes.\n"u8.ToArray());
            batch.Add(
                Path.Combine(folder, "outputs.txt"), "changed=false\ntitle=No changes\nlabels=description\ndraft=false\n"u8.ToArray());
            batch.Write();
            console.WriteLine($"{request.Version}: no changes.");
            return ExitCode.Success;
        }

        var pullRequest = PullRequest.Of(report, request.Version, MissingTexts(request.Repository, report.After));
        pullRequest.AddTo(batch, folder);
        if (VersionFiles.ReadIfExists(request.Repository, ChangeLogFile) is { } text
            && ChangeLog.With(text, ChangeLog.Notes(report, request.Version)) is { } changed)
        {
            batch.Add(request.Repository.FullPath(ChangeLogFile), Encoding.UTF8.GetBytes(changed));
        }

        batch.Write();
        console.Write(width => ConsoleReport.Create(report, report.Entries, width));
        console.WriteLine($"Written: {output}");
        return ExitCode.Success;
    }

    // Every public member has a summary of our own. A test fails without it.
    private static IReadOnlyCollection<string> MissingTexts(RepositoryLayout repository, DescriptionRevision revision)
    {
        if (VersionFiles.ReadIfExists(repository, RepositoryLayout.DocsFile) is not { } docs)
            return [];
        var texts = DocumentationTexts.Parse(docs);
        ApiModelReader.Read(revision.Corrected, NameRecord.Open(repository), texts);
        return texts.Missing;
    }
}
