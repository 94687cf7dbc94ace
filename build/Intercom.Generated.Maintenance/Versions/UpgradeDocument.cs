using System.Text;
using Intercom.Generated.Descriptions.Upgrades;

namespace Intercom.Generated.Maintenance.Versions;

/// <summary>
/// openapi/VERSION/upgrade.txt, which has the changes from a version to the next one. The package of the version carries it for the
/// analyzers that mark these changes in programs.
/// </summary>
internal static class UpgradeDocument
{
    /// <summary>Writes the file.</summary>
    public static byte[] Write(VersionStep step) => Encoding.UTF8.GetBytes(UpgradeText.Write(
        step.From.Version.HeaderName, step.From.Package, step.To.Version.HeaderName, step.To.Package, Entries(step)));

    /// <summary>Returns the entries of the file.</summary>
    public static IReadOnlyList<UpgradeEntry> Entries(VersionStep step) =>
    [
        .. UpgradePlan.Of(step.From.Model, step.To.Model, step.Changes),
        .. UpgradePlan.Of(step.From.Searches, step.To.Searches, step.To.Version.HeaderName),
    ];
}
