using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Intercom.Generated.SourceGenerator.Tests;

/// <summary>Runs the generator as the compiler does.</summary>
internal static class GeneratorRun
{
    public const string Namespace = "Intercom.Generated.Trial";

    /// <summary>The options under which the projects of the SDK compile.</summary>
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)),
    ]);

    /// <summary>A driver that tracks the steps.</summary>
    public static GeneratorDriver Driver(IEnumerable<AdditionalText> files, string targetNamespace = Namespace) =>
        Driver(new IntercomGenerator(), files, targetNamespace);

    /// <summary>A driver that tracks the steps of a generator.</summary>
    public static GeneratorDriver Driver(IIncrementalGenerator generator, IEnumerable<AdditionalText> files, string targetNamespace = Namespace) =>
        CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            files,
            ParseOptions,
            new Options(targetNamespace),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The output of the generator for files.</summary>
    public static GeneratorRunResult Run(IEnumerable<AdditionalText> files, string targetNamespace = Namespace) =>
        Driver(files, targetNamespace).RunGenerators(CSharpCompilation.Create("Trial")).GetRunResult().Results.Single();

    /// <summary>A compilation with the options of the SDK projects.</summary>
    public static CSharpCompilation Compilation(params string[] sources) => CSharpCompilation.Create(
        "Trial",
        sources.Select(source => CSharpSyntaxTree.ParseText(source, ParseOptions)),
        References.Value,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            generalDiagnosticOption: ReportDiagnostic.Error,
            // Like the .NET SDK, allow references to older versions of framework assemblies.
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)],
            nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The files of the small description in TestData.</summary>
    public static ImmutableArray<AdditionalText> Tickets() => Files(Path.Combine(Folders.Project, "TestData", "tickets"));

    /// <summary>The files of a version in openapi/.</summary>
    public static ImmutableArray<AdditionalText> Version(string version) =>
    [
        .. Files(Path.Combine(Folders.Repository, "openapi", version)),
        .. Files(Path.Combine(Folders.Repository, "openapi")).Where(file => Path.GetFileName(file.Path) != "sources.json"),
    ];

    private static ImmutableArray<AdditionalText> Files(string folder) =>
        [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(path => new TestFile(path, File.ReadAllText(path)))];

    private sealed class Options(string targetNamespace) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Properties(targetNamespace);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Properties(string targetNamespace) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.RootNamespace" ? targetNamespace : null;
            return value is not null;
        }
    }
}

/// <summary>An additional file.</summary>
internal sealed class TestFile(string path, string text) : AdditionalText
{
    public override string Path => path;

    public string Text => text;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}

/// <summary>The paths of the repository, found from the folder of the test assembly.</summary>
internal static class Folders
{
    public static string Project { get; } = Above("Intercom.Generated.SourceGenerator.Tests.csproj");

    public static string Repository { get; } = Above("global.json");

    private static string Above(string fileName)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, fileName)))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above the test assembly holds {fileName}.");
    }
}
