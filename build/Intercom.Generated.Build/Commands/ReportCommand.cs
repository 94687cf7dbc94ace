using System.CommandLine;
using System.Text;
using Intercom.Generated.Build.Descriptions;
using Intercom.Generated.Build.Reports;
using Intercom.Generated.Build.Repository;

namespace Intercom.Generated.Build.Commands;

/// <summary>The verb <c>report</c>: what a change of a description means for programs that use the SDK.</summary>
internal static class ReportCommand
{
    /// <summary>Creates the verb.</summary>
    public static Command Create(ToolEnvironment environment)
    {
        var before = Side("old", "before");
        var after = Side("new", "after");
        var format = new Option<ReportFormat>("--format")
        {
            Description = "console, markdown (for a pull request), json, sarif (2.1.0) or github (workflow commands).",
            HelpName = "FORMAT",
        };
        var output = new Option<string?>("--output") { Description = "The file to write instead of the console.", HelpName = "FILE" };
        var all = new Option<bool>("--all") { Description = "Also tell what differs on the wire only and no program notices." };
        var version = CommandLine.VersionOption("--api-version", "The version that a file or a revision is of, where neither its path nor its text says so.");
        var root = CommandLine.Root();
        var command = new Command(
            "report",
            "Tells what a change of a description means for programs that use the SDK. Writes nothing but the report.\n"
            + "Exit code: 0 nothing or only additions; 1 something breaks, which includes what compiles as before and acts differently\n"
            + "(impact Behavior: no compiler tells a program that its request is refused from now on), but not what is only deprecated;\n"
            + "2 could not tell.")
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
            var report = ChangeReport.Compare(revisions.Before, revisions.After);
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
            environment.Console.Write(console => ConsoleReport.Write(report, entries, console));
            return;
        }

        var text = format == ReportFormat.Console
            ? ConsoleOutput.Text(console => ConsoleReport.Write(report, entries, console))
            : ReportText.Write(report, format, entries);
        if (output is null)
        {
            environment.Console.Write(text);
            return;
        }

        var batch = new FileBatch();
        batch.Add(Path.GetFullPath(output, environment.CurrentFolder), Encoding.UTF8.GetBytes(text));
        batch.Write();
        environment.Console.WriteLine($"{report.Before.Name} to {report.After.Name}: {ReportWords.Verdict(report)}. Written: {output}");
    }

    private static Argument<string> Side(string name, string when) => new(name)
    {
        Description = $"The description {when}: a published YAML or reduced JSON file, a version in openapi/ (2.14, preview), or a git revision\n"
            + "(main, HEAD~3, v0.1.0, or REVISION:openapi/2.14/description.json).",
    };
}
