using System.CommandLine;
using System.Text;
using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Reports;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Maintenance.Sources;

namespace Intercom.Generated.Maintenance.Commands;

/// <summary>The command <c>update</c>, which updates the description of a version from the published one.</summary>
internal static class UpdateCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(ToolEnvironment environment)
    {
        var version = CommandLine.Version();
        var published = new PublishedOptions();
        var accept = new Option<string[]>("--accept-breaking")
        {
            Description = "The rules of the breaking changes to accept in a stable version, such as property-removed,type-removed.",
            HelpName = "RULES",
            CustomParser = result => CommandLine.Parsed(result, KnownRules(result.Tokens[0].Value, out var error), error),
        };
        var keep = new Option<bool>("--keep-removed")
        {
            Description =
                "Keep removed properties, known values, and types with overlay actions. Properties and known values become [Obsolete].",
        };
        var report = new Option<string?>("--report")
        {
            Description = "The file to write the Markdown report to. It is always written.",
            HelpName = "FILE",
        };

        var command = new Command(
            "update",
            "Reduces a published description to facts, reports the impact of its changes, and writes it to openapi/<version>/.\n"
            + "Exit code: 0 written or up to date; 1 breaking changes in a stable version were not accepted, nothing was written;\n"
            + "2 failed, nothing was written.")
        {
            version,
            accept,
            keep,
            report,
        };
        published.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var request = published.Read(parsed, environment, parsed.GetRequiredValue(version)) with
            {
                AcceptedRules = parsed.GetValue(accept) ?? [],
                KeepsRemoved = parsed.GetValue(keep),
            };
            return RunAsync(environment, request, parsed.GetValue(report), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        ToolEnvironment environment, UpdateRequest request, string? reportFile, CancellationToken cancellationToken)
    {
        var console = environment.Console;
        var update = new DescriptionUpdate(environment.Http);
        var result = await console.WithProgressAsync(progress => update.RunAsync(request, progress, cancellationToken));
        var output = new UpdateOutput(console, request.Version, result);

        output.WriteDescription();
        if (result.Report is { } report)
            WriteReport(environment, report, reportFile);
        if (result.RefusedRules.Count > 0)
        {
            console.WriteError(
                $"Version {request.Version} is stable, and the changes would break programs. Nothing was written. "
                + "To accept the changes, add "
                + $"--accept-breaking {string.Join(',', result.RefusedRules.Concat(request.AcceptedRules).Distinct())}");
            return ExitCode.Difference;
        }

        output.WriteResult();
        return ExitCode.Success;
    }

    private static void WriteReport(ToolEnvironment environment, ChangeReport report, string? file)
    {
        if (report.Entries.Count > 0)
            environment.Console.Write(width => ConsoleReport.Create(report, report.Entries, width));
        if (file is null)
            return;
        var batch = new FileBatch();
        batch.Add(
            Path.GetFullPath(file, environment.CurrentFolder),
            Encoding.UTF8.GetBytes(ReportText.Write(report, ReportFormat.Markdown, report.Entries)));
        batch.Write();
    }

    // Breaking changes are accepted by rule, so that nobody accepts a change without reading about it.
    private static string[]? KnownRules(string list, out string error)
    {
        var rules = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var known = ChangeRule.All.Where(rule => rule.IsBreaking).Select(rule => rule.Id).ToList();
        var unknown = rules.Except(known).ToList();
        error = unknown.Count > 0
            ? $"--accept-breaking: '{unknown[0]}' is not a rule for breaking changes. Specify rules that the report shows."
            : "--accept-breaking: Specify rules that the report shows, separated by commas.";
        return rules.Length > 0 && unknown.Count == 0 ? rules : null;
    }
}
