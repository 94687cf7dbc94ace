using System.CommandLine;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Maintenance.Versions;

namespace Intercom.Generated.Maintenance.Commands;

/// <summary>The command <c>compare</c>, which writes the differences between versions for the runtime and for users.</summary>
internal static class CompareCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(ToolEnvironment environment)
    {
        var root = CommandLine.Root();
        var command = new Command(
            "compare",
            "Writes openapi/availability.json, openapi/catalog.json, openapi/VERSION/upgrade.txt, and docs/migration/\n"
            + "from the versions in openapi/.") { root };
        command.SetAction(parsed => Run(environment, CommandLine.FindRepository(parsed.GetValue(root), environment.CurrentFolder)));
        return command;
    }

    private static int Run(ToolEnvironment environment, RepositoryLayout repository)
    {
        var batch = new FileBatch();
        var history = VersionHistory.Read(repository, batch);
        var changed = history.AddTo(batch, repository);
        batch.Write();
        foreach (var step in history.Steps.Concat(history.Jumps))
            environment.Console.WriteLine($"{step.From.Version} to {step.To.Version}: {step.Changes.Count} differences");
        environment.Console.WriteLine(
            changed.Count == 0 ? "Up to date. Nothing was written." : $"Written or deleted: {string.Join(", ", changed)}");
        return ExitCode.Success;
    }
}
