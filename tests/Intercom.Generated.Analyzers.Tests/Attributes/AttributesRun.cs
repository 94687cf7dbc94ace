using System.Collections.Immutable;
using Intercom.Generated.Analyzers.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Generated.Analyzers.Tests.Attributes;

/// <summary>Runs the generator on the program of a user.</summary>
internal static class AttributesRun
{
    /// <summary>A program that compiles with every warning as an error.</summary>
    public static CSharpCompilation Program(LanguageVersion version, params string[] files) => CSharpCompilation.Create(
        "Program",
        files.Select((file, index) => CSharpSyntaxTree.ParseText(file, new CSharpParseOptions(version, DocumentationMode.Diagnose), $"/src/File{index}.cs")),
        CallerProgram.References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            concurrentBuild: false,
            generalDiagnosticOption: ReportDiagnostic.Error,
            // The classes of the tests have no documentation, and the framework references older versions of its assemblies.
            specificDiagnosticOptions: [new("CS1591", ReportDiagnostic.Suppress), new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)],
            nullableContextOptions: version >= LanguageVersion.CSharp8 ? NullableContextOptions.Enable : NullableContextOptions.Disable));

    public static GeneratorDriver Driver(CSharpCompilation program) => CSharpGeneratorDriver.Create(
        [new AttributesGenerator().AsSourceGenerator()],
        parseOptions: (CSharpParseOptions)program.SyntaxTrees[0].Options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Generates code. Fails if the generator throws.</summary>
    public static (GeneratorRunResult Result, ImmutableArray<Diagnostic> Compiler) Run(CSharpCompilation program)
    {
        var driver = Driver(program).RunGeneratorsAndUpdateCompilation(program, out var output, out _);
        var result = driver.GetRunResult().Results.Single();
        Assert.That(result.Exception, Is.Null);
        return (result, [.. output.GetDiagnostics().Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden)]);
    }
}
