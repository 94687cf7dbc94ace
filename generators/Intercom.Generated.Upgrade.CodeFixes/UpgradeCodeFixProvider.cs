using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Intercom.Generated.Upgrade;

/// <summary>
/// Offers to adapt marked code. A fix that compiles with both versions is offered by itself. The others are part of the migration to the
/// next version, which also changes the namespace.
/// </summary>
// It is not marked as shared, because the attribute is in an assembly that editors have in different versions.
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UpgradeCodeFixProvider))]
public sealed class UpgradeCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        UpgradeDiagnostics.Version.Id,
        UpgradeDiagnostics.Removed.Id,
        UpgradeDiagnostics.Renamed.Id,
        UpgradeDiagnostics.Retyped.Id,
        UpgradeDiagnostics.Behavior.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => UpgradeFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        var steps = UpgradeSteps.Of(model.Compilation);
        foreach (var diagnostic in context.Diagnostics)
        {
            diagnostic.Properties.TryGetValue(UpgradeDiagnostics.FromVersion, out var version);
            if (steps.All.FirstOrDefault(step => step.FromVersion == version) is not { } step)
                continue;
            var use = DocumentUpgrade.Uses(root, model, steps, context.CancellationToken).FirstOrDefault(candidate =>
                candidate.Location.SourceSpan == diagnostic.Location.SourceSpan && candidate.Descriptor.Id == diagnostic.Id
                && (candidate.Item is null || candidate.Item.Message == diagnostic.GetMessage(null)));
            if (use?.Item is { } item && UpgradeTitles.OfFix(item) is { } title && new UpgradeRewriter(root, model, null).TryAdd(use))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        title,
                        cancellationToken => DocumentUpgrade.FixAsync(document, candidate => IsSame(candidate, use), cancellationToken),
                        UpgradeTitles.FixKey),
                    diagnostic);
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    UpgradeTitles.OfMigration(step),
                    cancellationToken => DocumentUpgrade.MigrateAsync(document, step.FromVersion, cancellationToken),
                    UpgradeTitles.MigrationKey(step)),
                diagnostic);
        }
    }

    private static bool IsSame(UpgradeUse candidate, UpgradeUse use) =>
        candidate.Location.SourceSpan == use.Location.SourceSpan && candidate.Item?.Message == use.Item?.Message;
}
