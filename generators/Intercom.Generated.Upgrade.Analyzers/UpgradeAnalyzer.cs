using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Intercom.Generated.Upgrade;

/// <summary>Marks the code that the next version of the Intercom API affects. The packages of the versions carry the changes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UpgradeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        UpgradeDiagnostics.Version,
        UpgradeDiagnostics.Removed,
        UpgradeDiagnostics.Renamed,
        UpgradeDiagnostics.Retyped,
        UpgradeDiagnostics.Behavior);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var steps = UpgradeSteps.Of(start.Compilation);
            if (!steps.IsEmpty)
                start.RegisterSyntaxNodeAction(node => Report(node, steps), UpgradeFinder.Kinds);
        });
    }

    private static void Report(SyntaxNodeAnalysisContext context, UpgradeSteps steps)
    {
        foreach (var use in UpgradeFinder.At(context.Node, context.SemanticModel, steps, context.CancellationToken))
        {
            var properties = ImmutableDictionary<string, string?>.Empty.Add(UpgradeDiagnostics.FromVersion, use.Step.FromVersion);
            context.ReportDiagnostic(use.Item is { } item
                ? Diagnostic.Create(use.Descriptor, use.Location, properties, item.Message)
                : Diagnostic.Create(use.Descriptor, use.Location, properties, use.Step.FromVersion, use.Step.ToVersion));
        }
    }
}
