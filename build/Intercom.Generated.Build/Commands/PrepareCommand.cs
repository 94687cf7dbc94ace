using System.CommandLine;
using Intercom.Generated.Build.Descriptions;
using Intercom.Generated.Build.Models;
using Intercom.Generated.Build.Repository;

namespace Intercom.Generated.Build.Commands;

/// <summary>The command <c>prepare</c>, which writes the input of NSwag. The build runs it.</summary>
internal static class PrepareCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(ToolEnvironment environment)
    {
        var version = CommandLine.Version();
        var output = new Option<string>("--output") { Description = "The file to write.", HelpName = "FILE", Required = true };
        var root = CommandLine.Root();
        var command = new Command(
            "prepare", "Writes the document from which NSwag generates the models of a version.") { version, output, root };
        command.SetAction(parsed => Run(
            CommandLine.FindRepository(parsed.GetValue(root), environment.CurrentFolder),
            parsed.GetRequiredValue(version),
            Path.GetFullPath(parsed.GetRequiredValue(output), environment.CurrentFolder)));
        return command;
    }

    private static int Run(RepositoryLayout repository, DescriptionVersion version, string output)
    {
        var model = VersionFiles.ReadModel(repository, version);
        var batch = new FileBatch();
        batch.Add(output, DescriptionJson.Write(NSwagDocument.Create(model)));
        batch.Write();
        return ExitCode.Success;
    }
}
