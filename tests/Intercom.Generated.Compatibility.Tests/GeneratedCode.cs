using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Maintenance.Published;
using Intercom.Generated.Maintenance.Replays;
using Intercom.Generated.Maintenance.Repository;
using Intercom.Generated.Models;
using Intercom.Generated.SourceGenerator.Emission;
using Intercom.Generated.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Compatibility.Tests;

/// <summary>
/// Generates and compiles the code of models as the build does: NSwag generates the models, and the emitters generate the rest.
/// </summary>
internal static class GeneratedCode
{
    public const string Namespace = "Intercom.Generated.Trial";

    private const string Schemas = "#/components/schemas/";

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    /// <summary>The assemblies that generated code and its callers compile against.</summary>
    public static IReadOnlyList<string> References { get; } =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    private static ImmutableArray<MetadataReference> MetadataReferences { get; } =
        [.. References.Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))];

    /// <summary>Compiles each model into an assembly. All assemblies have the same name.</summary>
    public static IReadOnlyList<CSharpCompilation> Compile(IReadOnlyList<ApiModel> models)
    {
        var classes = Classes(models);
        return [.. models.Select((model, index) => Compile("Trial", [classes[index], .. Emit(model)]))];
    }

    /// <summary>Compiles sources against the runtime and additional references.</summary>
    public static CSharpCompilation Compile(string name, IEnumerable<string> sources, params MetadataReference[] more) =>
        CSharpCompilation.Create(
            name,
            sources.Select(source => CSharpSyntaxTree.ParseText(source, ParseOptions)),
            MetadataReferences.AddRange(more),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Writes an assembly.</summary>
    /// <returns>The first three compiler errors.</returns>
    public static IReadOnlyList<string> Write(CSharpCompilation compilation, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return
        [
            .. compilation.Emit(path).Diagnostics
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(diagnostic => diagnostic.ToString())
                .Take(3),
        ];
    }

    private static IEnumerable<string> Emit(ApiModel model)
    {
        foreach (var client in model.Clients)
            yield return ClientEmitter.Emit(client, model.Version, Namespace);
        var summaries = model.Clients.Select(client => new ClientSummary(client.Name, client.Summary)).ToEquatableArray();
        if (summaries.Count > 0)
        {
            yield return IntercomClientEmitter.Emit(summaries, model.Version, Namespace);
            var operations = model.Clients.SelectMany(client => client.Operations).Select(OperationEntry.Of);
            yield return OperationsEmitter.Emit(operations.ToEquatableArray(), model.Version, Namespace);
        }

        if (model.Unions.Count > 0)
            yield return UnionEmitter.Emit(model.Unions, Namespace);
        if (model.Enums.Count > 0)
            yield return EnumEmitter.Emit(model.Enums, Namespace);
        if (model.Objects.Count + model.Unions.Count > 0)
            yield return CodecEmitter.Emit(CodecModel.Of(model), Namespace);
    }

    // Starting NSwag takes most of a second, so it generates the classes of all models in one run. A prefix identifies the model.
    private static List<string> Classes(IReadOnlyList<ApiModel> models)
    {
        var all = new JObject();
        for (var index = 0; index < models.Count; index++)
        {
            var schemas = (JObject)NSwagDocument.Create(models[index])["components"]!["schemas"]!;
            foreach (var reference in schemas.Descendants().OfType<JProperty>().Where(property => property.Name == "$ref").ToList())
                reference.Value = ((string)reference.Value!).Replace(Schemas, Schemas + Prefix(index), StringComparison.Ordinal);
            foreach (var schema in schemas.Properties())
                all.Add(Prefix(index) + schema.Name, schema.Value);
        }

        var document = NSwagDocument.Create(models[0]);
        document["components"]!["schemas"] = all;
        var printed = CSharpSyntaxTree.ParseText(Print(document), ParseOptions).GetCompilationUnitRoot();
        var usings = string.Concat(printed.DescendantNodes().OfType<UsingDirectiveSyntax>()
            .Select(directive => $"{directive.WithoutTrivia().NormalizeWhitespace()}\n"));
        var byModel = printed.DescendantNodes().OfType<ClassDeclarationSyntax>().ToLookup(type => type.Identifier.Text[..Prefix(0).Length]);
        return
        [
            .. models.Select((_, index) => byModel[Prefix(index)].Aggregate(
                new StringBuilder($"#nullable enable\n{usings}\nnamespace {Namespace};\n"),
                (code, type) => code.Append(type.ToFullString().Replace(Prefix(index), string.Empty, StringComparison.Ordinal)),
                code => code.ToString())),
        ];
    }

    private static string Prefix(int index) => string.Create(CultureInfo.InvariantCulture, $"M{index:D4}");

    private static string Print(JObject document)
    {
        var repository = new RepositoryLayout(Path.GetFullPath(Path.Combine(Snapshot.ProjectFolder, "..", "..")));
        var folder = Directory.CreateTempSubdirectory("intercom-nswag-").FullName;
        try
        {
            var (input, output) = (Path.Combine(folder, "input.json"), Path.Combine(folder, "Models.g.cs"));
            File.WriteAllBytes(input, DescriptionJson.Write(document));
            var nswag = NSwagProgram.Run(repository, input, output, Namespace);
            Assert.That(nswag.ExitCode, Is.Zero, () => nswag.Text);
            return File.ReadAllText(output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Runs a dotnet command and asserts that it succeeds.</summary>
    public static string Run(string folder, params string[] arguments)
    {
        var host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        var start = new ProcessStartInfo(host, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, () => $"dotnet {string.Join(' ', arguments)}\n{output}\n{error.Result}");
        return output;
    }
}
