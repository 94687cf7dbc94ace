using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Intercom.Generated.Upgrade;

/// <summary>
/// Adapts all files at once. Files without a mark are included, because a file can use a version without naming it.
/// </summary>
internal sealed class UpgradeFixAllProvider : FixAllProvider
{
    public static UpgradeFixAllProvider Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var version = UpgradeTitles.VersionOf(fixAllContext.CodeActionEquivalenceKey);
        return Task.FromResult<CodeAction?>(CodeAction.Create(
            version is null ? "Adapt to the next version of the Intercom API" : "Migrate to the next version of the Intercom API",
            cancellationToken => FixAsync(fixAllContext, version, cancellationToken),
            fixAllContext.CodeActionEquivalenceKey));
    }

    private static async Task<Solution> FixAsync(FixAllContext context, string? version, CancellationToken cancellationToken)
    {
        var solution = context.Solution;
        foreach (var document in Documents(context))
        {
            var changed = version is null
                ? await DocumentUpgrade.FixAsync(document, use => context.DiagnosticIds.Contains(use.Descriptor.Id), cancellationToken)
                    .ConfigureAwait(false)
                : await DocumentUpgrade.MigrateAsync(document, version, cancellationToken).ConfigureAwait(false);
            if (changed != document && await changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root)
                solution = solution.WithDocumentSyntaxRoot(document.Id, root);
        }

        return solution;
    }

    private static IEnumerable<Document> Documents(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Document => context.Document is { } document ? [document] : [],
        FixAllScope.Project => context.Project.Documents,
        _ => context.Solution.Projects.Where(project => project.Language == LanguageNames.CSharp).SelectMany(project => project.Documents),
    };
}
