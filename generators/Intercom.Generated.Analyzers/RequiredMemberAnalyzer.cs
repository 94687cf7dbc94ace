using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Intercom.Generated.Analyzers;

/// <summary>
/// Reports a request that is created without a required member. Calls check the same at run time, so the analyzer reports only what it can
/// prove, and stays silent if the code can assign the member elsewhere.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequiredMemberAnalyzer : DiagnosticAnalyzer
{
    private const string AttributeName = "Intercom.Generated.Runtime.RequiredInRequestsAttribute";
    private const string ClientName = "Intercom.Generated.Runtime.OperationClient";

    private static readonly DiagnosticDescriptor Missing = new(
        "INTERCOM2200",
        "A request lacks a required member",
        "{0} requires {1}. Calls without it throw an ArgumentException.",
        "IntercomUsage",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: "https://github.com/intercom-generated/intercom-generated/blob/main/docs/diagnostics.md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Missing);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(AttributeName) is not { } attribute)
                return;
            var client = start.Compilation.GetTypeByMetadataName(ClientName);
            start.RegisterOperationAction(
                operation => Check((IObjectCreationOperation)operation.Operation, attribute, client, operation.ReportDiagnostic),
                OperationKind.ObjectCreation);
        });
    }

    private static void Check(
        IObjectCreationOperation creation, INamedTypeSymbol attribute, INamedTypeSymbol? client, Action<Diagnostic> report)
    {
        if (creation.Type is not INamedTypeSymbol type)
            return;
        var missing = new SortedSet<string>(RequiredMembers(type, attribute), StringComparer.Ordinal);
        if (missing.Count == 0)
            return;
        missing.ExceptWith(AssignedMembers(creation.Initializer));
        if (missing.Count == 0)
            return;
        var use = RequestUse.Of(creation, client);
        missing.ExceptWith(use.AssignedMembers);
        if (missing.Count > 0 && !use.CanBeCompletedElsewhere)
            report(Diagnostic.Create(Missing, creation.Syntax.GetLocation(), type.Name, string.Join(" and ", missing)));
    }

    private static IEnumerable<string> RequiredMembers(INamedTypeSymbol type, INamedTypeSymbol attribute) =>
        type.GetMembers().OfType<IPropertySymbol>()
            .Where(property => property.GetAttributes().Any(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute)))
            .Select(property => property.Name);

    private static IEnumerable<string> AssignedMembers(IObjectOrCollectionInitializerOperation? initializer) =>
        initializer is null
            ? []
            : initializer.Initializers.OfType<IAssignmentOperation>()
                .Select(assignment => assignment.Target)
                .OfType<IPropertyReferenceOperation>()
                .Select(reference => reference.Property.Name);
}
