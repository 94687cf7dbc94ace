using System.CommandLine;
using System.Text;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Maintenance.Sources;

namespace Intercom.Generated.Maintenance.Commands;

/// <summary>The command <c>new-version</c>, which adds an API version with all its files.</summary>
internal static class NewVersionCommand
{
    private const string SnapshotTests = "tests/Intercom.Generated.Versions.Tests";

    private static readonly string[] TestsWithSnapshots = ["PublicSurfaceTests", "WireSnapshotTests", "PagedOperationTests"];

    /// <summary>Creates the command.</summary>
    public static Command Create(ToolEnvironment environment)
    {
        var version = CommandLine.Version();
        var published = new PublishedOptions();
        var noBuild = new Option<bool>("--no-build") { Description = "Skip the steps that build: lock files and snapshots." };
        var command = new Command(
            "new-version",
            "Adds a version: its description, the corrections of other versions that fit it, names, project, solution entry, catalog,\n"
            + "migration pages, lock files, and snapshots. Exit code: 0 added; 2 failed, nothing was written.")
        {
            version,
            noBuild,
        };
        published.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var request = published.Read(parsed, environment, parsed.GetRequiredValue(version)) with { WithProject = true };
            return RunAsync(environment, request, !parsed.GetValue(noBuild), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        ToolEnvironment environment, UpdateRequest request, bool builds, CancellationToken cancellationToken)
    {
        var (console, version, repository) = (environment.Console, request.Version, request.Repository);
        if (VersionFiles.Versions(repository).Contains(version))
            throw new UsageException($"Version {version} is already in openapi/. Update its description with 'update {version}'.");

        var result = await console.WithProgressAsync(
            progress => new DescriptionUpdate(environment.Http).RunAsync(request, progress, cancellationToken));
        var output = new UpdateOutput(console, version, result);
        output.WriteDescription();
        output.WriteResult();

        var steps = Steps(version).ToList();
        if (builds)
        {
            while (steps.Count > 0 && Run(environment, repository, steps[0]))
                steps.RemoveAt(0);
        }

        if (steps.Count > 0)
            console.WriteLine("Run these commands to finish:");
        foreach (var step in steps)
            console.WriteLine($"  {step.Text}");
        console.WriteLine(
            $"Add the missing summaries of {version} to openapi/docs.json. A test in Intercom.Generated.Descriptions.Tests lists them.");
        return ExitCode.Success;
    }

    private static IEnumerable<BuildStep> Steps(DescriptionVersion version) =>
    [
        new("Writing lock files", ["restore", RepositoryLayout.SolutionFile, "--force-evaluate"], AcceptsSnapshots: false),
        new(
            $"Building {version.Package} and accepting its snapshots",
            ["test", SnapshotTests, "--filter", string.Join("|", TestsWithSnapshots.Select(name => $"FullyQualifiedName~{name}"))],
            AcceptsSnapshots: true),
    ];

    private static bool Run(ToolEnvironment environment, RepositoryLayout repository, BuildStep step)
    {
        environment.Console.WriteLine($"{step.Title}: {step.Text}");
        var result = ExternalProgram.Run(ExternalProgram.DotNet, repository.Root, step.Environment, step.Arguments);
        if (result.ExitCode == 0)
            return true;
        environment.Console.WriteError($"'{step.Text}' failed with exit code {result.ExitCode}. The end of its output:");
        foreach (var line in result.Text.Split('\n').Where(line => line.Trim().Length > 0).TakeLast(20))
            environment.Console.WriteError(line.TrimEnd());
        return false;
    }

    private sealed record BuildStep(string Title, IReadOnlyList<string> Arguments, bool AcceptsSnapshots)
    {
        private const string AcceptVariable = "INTERCOM_ACCEPT_SNAPSHOTS";

        public IReadOnlyDictionary<string, string> Environment { get; } =
            AcceptsSnapshots ? new Dictionary<string, string> { [AcceptVariable] = "1" } : new Dictionary<string, string>();

        public string Text => new StringBuilder(AcceptsSnapshots ? $"{AcceptVariable}=1 " : string.Empty)
            .Append("dotnet ")
            .AppendJoin(' ', Arguments.Select(argument => argument.Contains('|', StringComparison.Ordinal) ? $"'{argument}'" : argument))
            .ToString();
    }
}
