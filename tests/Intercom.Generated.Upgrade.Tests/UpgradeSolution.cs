using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Intercom.Generated.Upgrade.Tests;

/// <summary>A program in a workspace, as an editor has it.</summary>
internal sealed class UpgradeSolution
{
    // As in a build: 1701 and 1702 are about assemblies for older frameworks. Preview is used on purpose.
    private static readonly string[] Suppressed = ["CS1701", "CS1702", "INTERCOM2001"];

    private readonly ProjectId _project;

    private UpgradeSolution(Solution solution, ProjectId project)
    {
        Solution = solution;
        _project = project;
    }

    public Solution Solution { get; }

    public static UpgradeSolution Of(IEnumerable<MetadataReference> references, params (string Name, string Code)[] files)
    {
        var project = ProjectId.CreateNewId();
        var solution = new AdhocWorkspace().CurrentSolution
            .AddProject(project, "Program", "Program", LanguageNames.CSharp)
            .WithProjectParseOptions(project, new CSharpParseOptions(LanguageVersion.CSharp12))
            .WithProjectCompilationOptions(
                project,
                // Tests run in parallel already.
                new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable)
                    .WithSpecificDiagnosticOptions([.. Suppressed.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress))]))
            .WithProjectMetadataReferences(project, references);
        foreach (var (name, code) in files)
            solution = solution.AddDocument(DocumentId.CreateNewId(project), name, code, filePath: $"/program/{name}");
        return new UpgradeSolution(solution, project);
    }

    /// <summary>The same program, compiled against other references.</summary>
    public UpgradeSolution With(IEnumerable<MetadataReference> references) =>
        new(Solution.WithProjectMetadataReferences(_project, references), _project);

    public Document Document(string name) => Solution.GetProject(_project)!.Documents.Single(document => document.Name == name);

    public string Text(string name) => Document(name).GetTextAsync().Result.ToString();

    /// <summary>The errors and warnings of the compiler.</summary>
    public async Task<IReadOnlyList<Diagnostic>> CompileAsync()
    {
        var compilation = await Solution.GetProject(_project)!.GetCompilationAsync();
        return [.. compilation!.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
    }

    /// <summary>The diagnostics of the analyzer, in the order of the text.</summary>
    public async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync()
    {
        var compilation = await Solution.GetProject(_project)!.GetCompilationAsync();
        var analyzed = compilation!.WithAnalyzers([new UpgradeAnalyzer()], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => throw exception, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        return [.. (await analyzed.GetAnalyzerDiagnosticsAsync()).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>The actions that are offered for a diagnostic.</summary>
    public async Task<IReadOnlyList<CodeAction>> ActionsAsync(Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(
            Solution.GetDocument(diagnostic.Location.SourceTree)!, diagnostic, (action, _) => actions.Add(action), CancellationToken.None);
        await new UpgradeCodeFixProvider().RegisterCodeFixesAsync(context);
        return actions;
    }

    /// <summary>Carries out an action.</summary>
    public async Task<UpgradeSolution> ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return new UpgradeSolution(operations.OfType<ApplyChangesOperation>().Single().ChangedSolution, _project);
    }

    /// <summary>Carries out the action with a title everywhere.</summary>
    public async Task<UpgradeSolution> ApplyEverywhereAsync(string title, FixAllScope scope = FixAllScope.Solution)
    {
        foreach (var diagnostic in await AnalyzeAsync())
        {
            foreach (var action in (await ActionsAsync(diagnostic)).Where(action => action.Title == title))
            {
                var provider = new UpgradeCodeFixProvider();
                var context = new FixAllContext(
                    Solution.GetDocument(diagnostic.Location.SourceTree)!,
                    provider,
                    scope,
                    action.EquivalenceKey!,
                    [diagnostic.Id],
                    new NoDiagnostics(),
                    CancellationToken.None);
                return await ApplyAsync((await provider.GetFixAllProvider().GetFixAsync(context))!);
            }
        }

        throw new InvalidOperationException($"No action has the title '{title}'.");
    }

    /// <summary>The provider finds what it changes by itself.</summary>
    private sealed class NoDiagnostics : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
