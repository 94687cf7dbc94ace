using System.Diagnostics;
using System.Runtime.InteropServices;
using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Tests;
using Intercom.Generated.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Generated.Compatibility.Tests;

/// <summary>
/// Verifies that programs in F# break exactly if a break is reported, with a program for each kind of use. They are built as projects, which
/// takes long.
/// </summary>
public sealed class FSharpProgramTests
{
    // The kind of use, the case of ComparisonCases, and the program.
    private static readonly (string Use, string Case, string Code)[] Programs =
    [
        ("call", "argument added", "let call (client: ThingsClient) = client.GetAsync()"),
        ("call with a named argument", "argument renamed", "let call (client: ThingsClient) = client.GetAsync(first = \"1\")"),
        ("call with query parameters", "options added", "let call (client: ThingsClient) = client.GetAsync()"),
        ("override", "result added", "type Double() =\n    inherit ThingsClient()\n    override _.GetAsync(options: RequestOptions, token: CancellationToken) : Task = Task.CompletedTask"),
        ("override of an operation that gets query parameters",
            "options added",
            "type Double() =\n    inherit ThingsClient()\n    override _.GetAsync(options: RequestOptions, token: CancellationToken) : Task<Thing> = Task.FromResult(Thing())"),
        ("property", "property of another type", "let read (thing: Thing) : string = thing.A"),
        ("initialization", "property removed", "let create () = Thing(A = \"1\", B = Nullable true)"),
        ("property that Intercom adds", "property added", "let create () = Thing(A = \"1\")"),
        ("known value", "enum member removed", "let value () = ThingA.Z"),
        ("Match", "union case added", "let name (union: ThingA) = union.Match((fun _ -> 1), (fun _ -> 2), (fun _ -> 3))"),
        ("value that a request no longer accepts", "value of one of two properties that share an enum", "let create () = ThingRequest(B = Nullable Kind.Z)"),
    ];

    public static IEnumerable<TestCaseData> Cases() =>
        Programs.Select(program => new TestCaseData(program.Case, program.Code).SetArgDisplayNames(program.Use));

    [TestCaseSource(nameof(Cases))]
    public void A_program_breaks_if_a_break_is_reported(string name, string code)
    {
        if (!LongTests.AreEnabled)
            Assert.Ignore("Set INTERCOM_LONG_TESTS=1 to build F# projects.");
        var test = ComparisonCases.Operations().Concat(ComparisonCases.Types())
            .Single(candidate => (string)candidate.Properties.Get(nameof(ComparisonCases.Case))! == name);
        var models = new[] { (ApiModel)test.Arguments[0]!, (ApiModel)test.Arguments[1]! };
        var isBreak = ApiComparison.Compare(models[0], models[1]).Any(change => change.Impact == ChangeImpact.SourceBreak);
        var folder = Directory.CreateTempSubdirectory("intercom-fsharp-").FullName;
        try
        {
            var compilations = GeneratedCode.Compile(models);
            var results = compilations.Select((compilation, i) => Build(Path.Combine(folder, $"{i}"), compilation, code)).ToList();

            using (Assert.EnterMultipleScope())
            {
                Assert.That(results[0].ExitCode, Is.Zero, () => results[0].Output);
                Assert.That(results[1].ExitCode == 0, Is.EqualTo(!isBreak), () => results[1].Output);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (int ExitCode, string Output) Build(string folder, CSharpCompilation compilation, string code)
    {
        var runtime = RuntimeEnvironment.GetRuntimeDirectory();
        var references = GeneratedCode.References.Where(path => !path.StartsWith(runtime, StringComparison.Ordinal)).ToList();
        // F# resolves types by assembly. A program is compiled against reference assemblies, so the assembly that it uses must be, too.
        var packs = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        var framework = Directory.GetFiles(packs, "*.dll", SearchOption.AllDirectories)
            .Where(path => path.Contains($"{Path.DirectorySeparatorChar}ref{Path.DirectorySeparatorChar}net10.0", StringComparison.Ordinal));
        var referencing = compilation.WithReferences(framework.Concat(references).Select(path => MetadataReference.CreateFromFile(path)));
        Assert.That(GeneratedCode.Write(referencing, Path.Combine(folder, "Trial.dll")), Is.Empty);
        references = [.. references.Where(path => Path.GetFileName(path) is var file
            && (file.StartsWith("Intercom.Generated.", StringComparison.Ordinal) || file == "Newtonsoft.Json.dll"))];
        File.WriteAllText(
            Path.Combine(folder, "Program.fs"),
            $"module Program\n\nopen System\nopen System.Threading\nopen System.Threading.Tasks\nopen Intercom.Generated\nopen {GeneratedCode.Namespace}\n\n{code}\n");
        File.WriteAllText(
            Path.Combine(folder, "Program.fsproj"),
            "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>"
            + "<RestorePackagesWithLockFile>false</RestorePackagesWithLockFile><WarningLevel>3</WarningLevel></PropertyGroup><ItemGroup><Compile Include=\"Program.fs\" />"
            + string.Concat(references.Append("Trial.dll").Select(path => $"<Reference Include=\"{Path.GetFileNameWithoutExtension(path)}\" HintPath=\"{path}\" />"))
            + "</ItemGroup></Project>");
        var host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        using var process = Process.Start(new ProcessStartInfo(host, ["build", "Program.fsproj", "-nologo", "-v:quiet", "-nodeReuse:false"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
