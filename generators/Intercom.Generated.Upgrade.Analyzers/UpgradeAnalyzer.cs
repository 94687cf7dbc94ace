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
            if (steps.IsEmpty)
                return;
            start.RegisterSyntaxNodeAction(
                node => Report(
                    UpgradeFinder.At(node.Node, node.SemanticModel, steps, node.CancellationToken), node.ReportDiagnostic),
                UpgradeFinder.Kinds);
            if (steps.All.Any(step => step.HasConversions))
            {
                start.RegisterOperationAction(
                    operation => Report(UpgradeFinder.AtConversion(operation.Operation, steps), operation.ReportDiagnostic),
                    OperationKind.Conversion,
                    OperationKind.ObjectCreation);
            }
        });
    }

    private static void Report(IEnumerable<UpgradeUse> uses, Action<Diagnostic> report)
    {
        foreach (var use in uses)
        {
            var properties = ImmutableDictionary<string, string?>.Empty.Add(UpgradeDiagnostics.FromVersion, use.Step.FromVersion);
            report(use.Item is { } item
                ? Diagnostic.Create(use.Descriptor, use.Location, properties, item.Message)
                : Diagnostic.Create(use.Descriptor, use.Location, properties, use.Step.FromVersion, use.Step.ToVersion));
        }
    }
}
