using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Intercom.Generated.Build.Descriptions;
using Intercom.Generated.Build.Reports;
using Intercom.Generated.Build.Repository;
using Intercom.Generated.Build.Sources;
using Intercom.Generated.OpenApi.Comparison;

namespace Intercom.Generated.Build.Commands;

/// <summary>The verb <c>update</c>: renews a version's description from the published one.</summary>
internal static partial class UpdateCommand
{
    private const int NamesShown = 20;

    /// <summary>Creates the verb.</summary>
    public static Command Create(ToolEnvironment environment)
    {
        var version = CommandLine.Version();
        var from = new Option<string?>("--from")
        {
            Description = "The published description: a YAML file or a URL. Default: the upstream repository on GitHub.",
            HelpName = "FILE|URL",
        };
        var root = CommandLine.Root();
        var commit = new Option<string?>("--commit")
        {
            Description = "The upstream commit that the description is from; without --from, the one to download.",
            HelpName = "SHA",
            CustomParser = result => CommandLine.Parsed(
                result,
                CommitId.IsMatch(result.Tokens[0].Value) ? result.Tokens[0].Value.ToLowerInvariant() : null,
                $"'{result.Tokens[0].Value}' is not a commit. Give its full 40 hexadecimal digits."),
        };
        var date = new Option<DateOnly?>("--date")
        {
            Description = "The day on which the description was retrieved. Default: what the server states.",
            HelpName = "YYYY-MM-DD",
            CustomParser = result =>
                DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    ? day
                    : CommandLine.Parsed<DateOnly?>(result, null, $"'{result.Tokens[0].Value}' is not a date. Give one like 2026-08-21."),
        };

        var accept = new Option<string[]>("--accept-breaking")
        {
            Description = "The rules of breaking changes to accept for a stable version, such as property-removed,type-removed.",
            HelpName = "RULES",
            CustomParser = result => CommandLine.Parsed(result, KnownRules(result.Tokens[0].Value, out var error), error),
        };
        var keep = new Option<bool>("--keep-removed")
        {
            Description = "Keep removed properties, known values and types by overlay actions, the first two as [Obsolete] members.",
        };
        var report = new Option<string?>("--report") { Description = "The file for the report in Markdown, written in any case.", HelpName = "FILE" };

        var command = new Command(
            "update",
            "Reduces a published description to facts, tells what its changes mean for programs, and writes it to openapi/<version>/.\n"
            + "Exit code: 0 written or up to date; 1 something breaks in a stable version and was not accepted, so that nothing was written;\n"
            + "2 could not tell, nothing was written.")
        {
            version,
            from,
            root,
            commit,
            date,
            accept,
            keep,
            report,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var folder = environment.CurrentFolder;
            var wanted = parsed.GetRequiredValue(version);
            var source = parsed.GetValue(from) is { } place
                ? PublishedSource.Parse(place, folder)
                : PublishedSource.Upstream(wanted, parsed.GetValue(commit));
            if (parsed.GetValue(commit) is { } given && source.Commit is { } named && given != named)
                throw new UsageException($"--commit says {given}, but the URL is of commit {named}. Leave --commit out.");

            var repository = CommandLine.FindRepository(parsed.GetValue(root), folder);
            var request = new UpdateRequest(wanted, source, repository, parsed.GetValue(commit), parsed.GetValue(date), parsed.GetValue(accept) ?? [], parsed.GetValue(keep));
            return RunAsync(environment, request, parsed.GetValue(report), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(ToolEnvironment environment, UpdateRequest request, string? reportFile, CancellationToken cancellationToken)
    {
        var console = environment.Console;
        var update = new DescriptionUpdate(environment.Http, environment.ApplyOverlay);
        var result = await console.WithProgressAsync(progress => update.RunAsync(request, progress, cancellationToken));

        foreach (var warning in result.Warnings)
            console.WriteWarning(warning.ToString());

        var description = result.Description;
        console.WriteLine(
            $"{request.Version}: {Count(description["paths"]!.Count(), "path")}, "
            + $"{Count(DescriptionChanges.OperationsOf(description).Count, "operation")}, "
            + $"{Count(DescriptionChanges.SchemasOf(description).Count, "schema")}");
        WriteChanges(console, result);
        if (result.Report is { } report)
            WriteReport(environment, report, reportFile);
        if (result.RefusedRules.Count > 0)
        {
            console.WriteError(
                $"Version {request.Version} is stable, and programs that use it would break. Nothing was written. When this is wanted: "
                + $"--accept-breaking {string.Join(',', result.RefusedRules.Concat(request.AcceptedRules).Distinct())}");
            return ExitCode.Difference;
        }

        WriteNames(console, "member", "kept by the overlay", result.Kept);
        if (result.OverlayOrigin is { } origin)
            console.WriteLine($"The overlay was started from {origin}. Review it: each action has to be true of this version.");
        WriteNames(console, "name", "added to the ledger", result.NewNames);
        console.WriteLine(
            result.WrittenFiles.Count == 0 ? "Up to date: nothing to write." : $"Written: {string.Join(", ", result.WrittenFiles)}");
        return ExitCode.Success;
    }

    private static void WriteChanges(ConsoleOutput console, UpdateResult result)
    {
        var changes = result.Changes;
        switch (changes)
        {
            case null:
                console.WriteLine("There was no description of this version before.");
                return;
            case { IsEmpty: true }:
                var isRewritten = result.WrittenFiles.Any(f => f.EndsWith("/description.json", StringComparison.Ordinal));
                console.WriteLine(isRewritten ? "No changes but the order of keys or the layout." : "No changes.");
                return;
        }

        WriteItems(console, "operation", changes.Operations);
        WriteItems(console, "schema", changes.Schemas);
        WriteNames(console, "other part", "changed", changes.OtherParts);
    }

    private static void WriteReport(ToolEnvironment environment, ChangeReport report, string? file)
    {
        if (report.Entries.Count > 0)
            environment.Console.Write(console => ConsoleReport.Write(report, report.Entries, console));
        if (file is null)
            return;
        var batch = new FileBatch();
        batch.Add(Path.GetFullPath(file, environment.CurrentFolder), Encoding.UTF8.GetBytes(ReportText.Write(report, ReportFormat.Markdown, report.Entries)));
        batch.Write();
    }

    // Whoever accepts a break says which: what is accepted by its name was read.
    private static string[]? KnownRules(string list, out string error)
    {
        var rules = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var known = ChangeRule.All.Where(rule => rule.IsBreaking).Select(rule => rule.Id).ToList();
        var unknown = rules.Except(known).ToList();
        error = unknown.Count > 0
            ? $"--accept-breaking: there is no rule '{unknown[0]}' for a breaking change. Name the rules that the report shows."
            : "--accept-breaking: name the rules that the report shows, with commas between them.";
        return rules.Length > 0 && unknown.Count == 0 ? rules : null;
    }

    private static void WriteItems(ConsoleOutput console, string what, ItemChanges changes)
    {
        WriteNames(console, what, "added", changes.Added);
        WriteNames(console, what, "removed", changes.Removed);
        WriteNames(console, what, "changed", changes.Changed);
    }

    private static void WriteNames(ConsoleOutput console, string what, string happened, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return;
        console.WriteLine($"{Count(names.Count, what)} {happened}:");
        foreach (var name in names.Take(NamesShown))
            console.WriteLine($"  {name}");
        if (names.Count > NamesShown)
            console.WriteLine($"  and {names.Count - NamesShown} more");
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    [GeneratedRegex(@"\A[0-9a-fA-F]{40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CommitId { get; }
}
