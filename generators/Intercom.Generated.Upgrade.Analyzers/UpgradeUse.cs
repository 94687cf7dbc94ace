using Microsoft.CodeAnalysis;

namespace Intercom.Generated.Upgrade;

/// <summary>Code that the next version affects.</summary>
/// <param name="Step">The step.</param>
/// <param name="Item">The change, or null if the code only names the version.</param>
/// <param name="Node">The name, the object creation, or the declaration.</param>
/// <param name="Location">The place to mark.</param>
internal sealed record UpgradeUse(UpgradeStep Step, UpgradeItem? Item, SyntaxNode Node, Location Location)
{
    public DiagnosticDescriptor Descriptor => Item is null ? UpgradeDiagnostics.Version : UpgradeDiagnostics.Of(Item.Kind);
}
