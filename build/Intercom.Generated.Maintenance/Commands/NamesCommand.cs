using System.CommandLine;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Maintenance.Sources;
using Intercom.Generated.Maintenance.Versions;

namespace Intercom.Generated.Maintenance.Commands;

/// <summary>The command <c>names</c>, which records the C# names of APIs that an overlay change adds.</summary>
internal static class NamesCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(ToolEnvironment environment)
    {
        var root = CommandLine.Root();
        var command = new Command("names", "Adds missing names to openapi/names.json. Existing names never change.") { root };
        command.SetAction(parsed => Run(environment, CommandLine.FindRepository(parsed.GetValue(root), environment.CurrentFolder)));
        return command;
    }

    private static int Run(ToolEnvironment environment, RepositoryLayout repository)
    {
        var (content, additions) = NameRecord.Complete(repository);
        var batch = new FileBatch();
        batch.Add(repository.FullPath(RepositoryLayout.NamesFile), content);
        VersionHistory.Read(repository, batch).AddTo(batch, repository);
        batch.Write();
        foreach (var addition in additions)
            environment.Console.WriteLine(addition);
        environment.Console.WriteLine(additions.Count == 0 ? "The ledger is complete." : $"Names added: {additions.Count}");
        return ExitCode.Success;
    }
}
