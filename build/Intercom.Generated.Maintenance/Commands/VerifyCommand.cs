using System.CommandLine;
using Intercom.Generated.Maintenance.Repository;

namespace Intercom.Generated.Maintenance.Commands;

/// <summary>The command <c>verify</c>, which checks that the committed files match the output of the tool.</summary>
internal static class VerifyCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(ToolEnvironment environment)
    {
        var root = CommandLine.Root();
        var command = new Command(
            "verify",
            "Reports committed files that differ from the output of the tool, and how to repair them. Writes nothing.\n"
            + "Exit code: 0 no differences; 1 differences; 2 failed.") { root };
        command.SetAction(parsed => Run(environment, CommandLine.FindRepository(parsed.GetValue(root), environment.CurrentFolder)));
        return command;
    }

    private static int Run(ToolEnvironment environment, RepositoryLayout repository)
    {
        var deviations = new Verification(repository).Run();
        foreach (var deviation in deviations)
        {
            environment.Console.WriteError(
                $"{deviation.File}: {deviation.Message} "
                + $"Repair: dotnet run --project build/Intercom.Generated.Maintenance -- {deviation.Repair}");
        }

        environment.Console.WriteLine(deviations.Count == 0
            ? "Descriptions, sources, names, availability, and migration pages match the output of the tool. Tests verify the snapshots."
            : $"Different from the output of the tool: {string.Join(", ", deviations.Select(deviation => deviation.File).Distinct())}");
        return deviations.Count == 0 ? ExitCode.Success : ExitCode.Difference;
    }
}
