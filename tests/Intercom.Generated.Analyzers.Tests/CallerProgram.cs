using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Intercom.Generated.Analyzers.Tests;

/// <summary>A program of a user, compiled against the package of version 2.16.</summary>
internal static class CallerProgram
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> LazyReferences = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file)),
    ]);

    /// <summary>The assemblies that the program references.</summary>
    public static IReadOnlyList<MetadataReference> References => LazyReferences.Value;

    /// <summary>Gets the diagnostics that an analyzer reports in the body of a method. The method has a client named intercom.</summary>
    public static Task<IReadOnlyList<Diagnostic>> AnalyzeBodyAsync(DiagnosticAnalyzer analyzer, string body) => AnalyzeAsync(
        analyzer,
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Intercom.Generated;
        using Intercom.Generated.V2_16;

        public sealed class Program
        {
            private CreateArticleRequest? _field;

            public async Task RunAsync(IntercomClient intercom, Article article)
            {
                {{body}}
                await Task.CompletedTask;
            }

            private static void Fill(CreateArticleRequest request) => request.Title = "Title";
        }
        """);

    /// <summary>Gets the diagnostics that an analyzer reports in a program.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(DiagnosticAnalyzer analyzer, string code)
    {
        var compilation = CSharpCompilation.Create(
            "Program",
            [CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.CSharp12))],
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable));
        Assert.That(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
        return await compilation.WithAnalyzers(ImmutableArray.Create(analyzer)).GetAnalyzerDiagnosticsAsync();
    }
}
