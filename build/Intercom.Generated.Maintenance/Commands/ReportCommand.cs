using System.CommandLine;
using System.Text;
using Intercom.Generated.Maintenance.Advice;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Reports;
using Intercom.Generated.Maintenance.Repository;

namespace Intercom.Generated.Maintenance.Commands;

/// <summary>The command <c>report</c>, which shows the impact of a description change on programs that use the SDK.</summary>
internal static class ReportCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(ToolEnvironment environment)
    {
        var before = Side("old");
        var after = Side("new");
        var format = new Option<ReportFormat>("--format")
        {
            Description = "console, markdown (for a pull request), json, sarif (2.1.0), or github (workflow commands).\n"
                + "The console format is as wide as the terminal. Redirected, it has 80 columns, and pointers are not wrapped.",
            HelpName = "FORMAT",
        };
        var output = new Option<string?>("--output") { Description = "The file to write to instead of the console.", HelpName = "FILE" };
        var all = new Option<bool>("--all") { Description = "Include changes that affect only the JSON." };
        var version = CommandLine.VersionOption(
            "--api-version", "The API version of a file or revision, if neither its path nor its text states it.");
        var root = CommandLine.Root();
        var command = new Command(
            "report",
            "Reports the impact of a description change on programs that use the SDK. Writes only the report.\n"
            + "Exit code: 0 no changes or only additions; 1 breaking changes, including changes in behavior that the compiler cannot\n"
            + "detect (such as requests that the API now rejects), but not deprecations; 2 failed.")
        {
            before,
            after,
            format,
            output,
            all,
            version,
            root,
        };
        command.SetAction(parsed =>
        {
            var repository = CommandLine.FindRepository(parsed.GetValue(root), environment.CurrentFolder);
            var revisions = new RevisionPair(repository, environment.CurrentFolder, parsed.GetValue(version))
                .Read(parsed.GetRequiredValue(before), parsed.GetRequiredValue(after));
            var report = ChangeReport.Compare(revisions.Before, revisions.After, Replacements.Read(repository));
            Write(environment, report, parsed.GetValue(format), parsed.GetValue(all), parsed.GetValue(output));
            return report.Code;
        });
        return command;
    }

    private static void Write(ToolEnvironment environment, ChangeReport report, ReportFormat format, bool all, string? output)
    {
        var entries = all ? report.All : report.Entries;
        if (format == ReportFormat.Console && output is null)
        {
            environment.Console.Write(width => ConsoleReport.Create(report, entries, width));
            return;
        }

        var text = format == ReportFormat.Console
            ? ConsoleOutput.Text(ConsoleReport.Create(report, entries, width: null))
            : ReportText.Write(report, format, entries);
        if (output is null)
        {
            environment.Console.Write(text);
            return;
        }

        var batch = new FileBatch();
        batch.Add(Path.GetFullPath(output, environment.CurrentFolder), Encoding.UTF8.GetBytes(text));
        batch.Write();
        environment.Console.WriteLine($"{report.Before.Name} to {report.After.Name}: {ReportPhrases.Verdict(report)}. Written: {output}");
    }

    private static Argument<string> Side(string name) => new(name)
    {
        Description = $"The {name} description: a published YAML file, a reduced JSON file, a version in openapi/ (2.14, preview),\n"
            + "or a Git revision (main, HEAD~3, v0.1.0, or REVISION:openapi/2.14/description.json).",
    };
}
