using System.Reflection;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Models;

namespace Intercom.Generated.Maintenance.Replays;

/// <summary>Runs the command-line program of the NSwag.MSBuild package.</summary>
internal static class NSwagProgram
{
    private static readonly string Dll = typeof(NSwagDocument).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "NSwagDll").Value!;

    /// <summary>Generates the models of a document with the templates of the repository.</summary>
    /// <param name="repository">The repository with the templates.</param>
    /// <param name="document">The path of the document.</param>
    /// <param name="models">The path of the C# file to write.</param>
    /// <param name="modelNamespace">The namespace of the models.</param>
    /// <returns>The result of the program. Its exit code is 0 if the models were written.</returns>
    /// <exception cref="IOException">NSwag cannot be started.</exception>
    public static ProgramResult Run(RepositoryLayout repository, string document, string models, string modelNamespace) =>
        ExternalProgram.Run(
            ExternalProgram.DotNet,
            repository.FullPath("generators/Intercom.Generated.Models/nswag"),
            Dll,
            "run",
            "nswag.json",
            $"/variables:Input={document},Output={models},Namespace={modelNamespace}");
}
