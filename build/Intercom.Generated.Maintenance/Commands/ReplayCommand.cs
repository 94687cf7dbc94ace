using System.CommandLine;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Replays;
using Intercom.Generated.Maintenance.Reports;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Maintenance.Versions;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Commands;

/// <summary>The command <c>replay</c>, which tests the tool with a history of published descriptions.</summary>
internal static class ReplayCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(ToolEnvironment environment)
    {
        var folder = new Argument<string>("dir")
        {
            Description = "The folder with the published descriptions, which are replayed in name order.\n"
                + "Put each of several versions in a subfolder (2.14, preview).",
        };
        var compile = new Option<bool>("--compile") { Description = "Also generate and compile each description, in artifacts/replay/." };
        var json = new Option<string?>("--json") { Description = "The file to write a machine-readable summary to.", HelpName = "FILE" };
        var root = CommandLine.Root();
        var command = new Command(
            "replay",
            "Processes published descriptions one after another, as if each were the next update, and reports the results.\n"
            + "Exit code: 2 a description cannot be read or does not compile; 1 breaking changes (as in 'report'); 0 otherwise.")
        {
            folder,
            compile,
            json,
            root,
        };
        command.SetAction(parsed => Run(
            environment,
            CommandLine.FindRepository(parsed.GetValue(root), environment.CurrentFolder),
            Path.GetFullPath(parsed.GetRequiredValue(folder), environment.CurrentFolder),
            parsed.GetValue(compile),
            parsed.GetValue(json)));
        return command;
    }

    private static int Run(ToolEnvironment environment, RepositoryLayout repository, string folder, bool compiles, string? json)
    {
        if (!Directory.Exists(folder))
            throw new UsageException($"The folder {folder} does not exist.");
        var histories = Replay.Histories(folder);
        var count = histories.Sum(files => files.Count);
        if (count == 0)
            throw new UsageException($"The folder {folder} contains no descriptions (*.yaml, *.yml, *.json).");

        var replay = new Replay(repository, compiles);
        var replayed = new List<ReplayedDescription>();
        foreach (var description in histories.SelectMany(files => replay.Run(folder, files)))
        {
            replayed.Add(description);
            environment.Console.WriteLine($"[{replayed.Count}/{count}] {description}");
            foreach (var problem in description.Problems)
                environment.Console.WriteError(problem.ToString());
        }

        var failed = replayed.Count(description => description.Problems.Count > 0);
        var breaking = replayed.Count(description => description.Report?.IsBreaking == true);
        var code = failed > 0 ? ExitCode.Failure : breaking > 0 ? ExitCode.Difference : ExitCode.Success;
        environment.Console.WriteLine($"{MarkdownText.Count(count, "description")}: {breaking} with breaking changes, {failed} failed.");
        if (json is not null)
        {
            var batch = new FileBatch();
            batch.Add(Path.GetFullPath(json, environment.CurrentFolder), DescriptionJson.Write(Summary(replayed, code)));
            batch.Write();
        }

        return code;
    }

    private static JObject Summary(List<ReplayedDescription> replayed, int code) => new()
    {
        ["exitCode"] = code,
        ["descriptions"] = new JArray(replayed.Select(description => new JObject
        {
            ["file"] = description.File,
            ["version"] = description.Version?.HeaderName,
            ["steps"] = new JArray(description.Steps),
            ["problems"] = new JArray(description.Problems.Select(problem => new JObject
            {
                ["file"] = problem.File,
                ["line"] = problem.Position?.Line,
                ["pointer"] = problem.Pointer,
                ["message"] = problem.Message,
            })),
            ["counts"] = description.Report is { } report ? JsonReport.Counts(report) : null,
            ["breakingRules"] = new JArray(description.Report?.BreakingRules ?? []),
            ["seconds"] = Math.Round(description.Duration.TotalSeconds, 3),
        })),
    };
}
