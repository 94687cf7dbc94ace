using System.CommandLine;
using Intercom.Generated.Build.Repository;

namespace Intercom.Generated.Build.Commands;

/// <summary>The verb <c>verify</c>: whether everything that is committed is what the tool would make.</summary>
internal static class VerifyCommand
{
    /// <summary>Creates the verb.</summary>
    public static Command Create(ToolEnvironment environment)
    {
        var root = CommandLine.Root();
        var command = new Command(
            "verify",
            "Tells which committed files are not what the tool would make, and how to repair them. Writes nothing.\n"
            + "Exit code: 0 all are; 1 some are not; 2 could not tell.") { root };
        command.SetAction(parsed => Run(environment, CommandLine.FindRepository(parsed.GetValue(root), environment.CurrentFolder)));
        return command;
    }

    private static int Run(ToolEnvironment environment, RepositoryLayout repository)
    {
        var deviations = new Verification(repository).Run();
        foreach (var deviation in deviations)
            environment.Console.WriteError($"{deviation.File}: {deviation.Message} Repair: dotnet run --project build/Intercom.Generated.Build -- {deviation.Repair}");
        environment.Console.WriteLine(deviations.Count == 0
            ? "Descriptions, sources, names, availability and migration pages are what the tool makes. Snapshots are verified by their tests."
            : $"Not what the tool makes: {string.Join(", ", deviations.Select(deviation => deviation.File).Distinct())}");
        return deviations.Count == 0 ? ExitCode.Success : ExitCode.Difference;
    }
}
