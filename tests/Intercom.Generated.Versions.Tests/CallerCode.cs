using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Compiles code against the packages, as programs that use them are compiled.</summary>
internal static class CallerCode
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file)),
    ]);

    /// <summary>Gets the diagnostics of the compiler. Preview is used on purpose.</summary>
    public static ImmutableArray<Diagnostic> Compile(string code, LanguageVersion language = LanguageVersion.Latest) =>
        CSharpCompilation.Create(
            "Caller",
            [CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(language))],
            References.Value,
            // Tests run in parallel already.
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable)
                .WithSpecificDiagnosticOptions([new("INTERCOM2001", ReportDiagnostic.Suppress)]))
        .GetDiagnostics();
}
