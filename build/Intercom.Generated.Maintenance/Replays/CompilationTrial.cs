using System.Text;
using System.Text.RegularExpressions;
using Intercom.Generated.Descriptions.Naming;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Reports;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Models;

namespace Intercom.Generated.Maintenance.Replays;

/// <summary>Generates and compiles the code of a description in a separate project, with the targets of the projects in src/.</summary>
/// <param name="repository">The repository. The project is written to artifacts/.</param>
internal sealed partial class CompilationTrial(RepositoryLayout repository)
{
    private const int MaximumErrors = 5;

    /// <summary>Generates and compiles the code.</summary>
    /// <returns>The problems, or an empty list if the code compiles.</returns>
    /// <exception cref="IOException">A required program cannot be run.</exception>
    public IReadOnlyList<FileProblem> Run(DescriptionRevision revision, NameLedger ledger)
    {
        var folder = Path.Combine(repository.Root, "artifacts", "replay", revision.Version.Name);
        var models = Path.Combine(folder, "Models.g.cs");
        Write(folder, revision, ledger, models);
        var nswag = NSwagProgram.Run(repository, Path.Combine(folder, "nswag-input.json"), models, revision.Version.Package);
        if (nswag.ExitCode != 0)
            return [Problem(revision, $"NSwag cannot generate the models: {LastLine(nswag.Text)}")];

        var build = ExternalProgram.Run(
            ExternalProgram.DotNet, folder, "build", "Replay.csproj", "--nologo", "-v:quiet", "-nodeReuse:false", "-clp:NoSummary");
        return build.ExitCode == 0
            ? []
            : [.. Errors(build.Text)
                .Take(MaximumErrors)
                .DefaultIfEmpty(LastLine(build.Text))
                .Select(error => Problem(revision, $"The generated code does not compile: {error}"))];
    }

    private void Write(string folder, DescriptionRevision revision, NameLedger ledger, string models)
    {
        var batch = new FileBatch();
        // The corrections that fit are already applied.
        batch.Add(Path.Combine(folder, "openapi", revision.Version.Name, "description.json"), DescriptionJson.Write(revision.Corrected));
        batch.Add(Path.Combine(folder, "openapi", "names.json"), Encoding.UTF8.GetBytes(ledger.ToJson()));
        batch.Add(
            Path.Combine(folder, "openapi", "docs.json"),
            Encoding.UTF8.GetBytes(VersionFiles.ReadIfExists(repository, RepositoryLayout.DocsFile) ?? "{}"));
        batch.Add(Path.Combine(folder, "nswag-input.json"), DescriptionJson.Write(NSwagDocument.Create(revision.Model)));
        batch.Add(Path.Combine(folder, "Replay.csproj"), Encoding.UTF8.GetBytes($"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>$(LibraryTargetFrameworks.Split(';')[0])</TargetFramework>
                <ApiVersion>{revision.Version.HeaderName}</ApiVersion>
                <AssemblyName>{revision.Version.Package}</AssemblyName>
                <RootNamespace>{revision.Version.Package}</RootNamespace>
                <DescriptionsFolder>$(MSBuildThisFileDirectory)openapi/</DescriptionsFolder>
                <ModelsFile>{models}</ModelsFile>
              </PropertyGroup>
              <Import Project="$(RepositoryRoot)build/Intercom.Generated.Version.targets" />
            </Project>

            """));
        batch.Write();
    }

    private static IEnumerable<string> Errors(string output) => ErrorLine.Matches(output).Select(match => match.Value.Trim()).Distinct();

    private static string LastLine(string output) =>
        output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "no output";

    private static FileProblem Problem(DescriptionRevision revision, string message) =>
        new(revision.File, "#", message, "Correct the description with its overlay, or correct the generator.");

    [GeneratedRegex(@"error [A-Z]+[0-9]+: [^\[\n]*", RegexOptions.CultureInvariant)]
    private static partial Regex ErrorLine { get; }
}
