namespace Intercom.Generated.Upgrade;

/// <summary>The titles and keys of the code actions.</summary>
internal static class UpgradeTitles
{
    /// <summary>The key of the actions that adapt single places.</summary>
    public const string FixKey = "Intercom.Generated.Upgrade.Fix";

    private const string MigrationPrefix = "Intercom.Generated.Upgrade.Migrate ";

    /// <summary>Returns the title of a fix that compiles with both versions, or null if the fix needs the next version.</summary>
    public static string? OfFix(UpgradeItem item) => item.Verb switch
    {
        UpgradeVerbs.Value => $"Use new {item.Type}(\"{item.Arguments[0]}\")",
        UpgradeVerbs.Initialize => $"Set {item.Arguments[0]} = {item.Arguments[1]}",
        UpgradeVerbs.Additional => $"Use AdditionalProperties[\"{item.Arguments[0]}\"]",
        UpgradeVerbs.Query => $"Use Query[\"{item.Arguments[0]}\"]",
        _ => null,
    };

    public static string OfMigration(UpgradeStep step) => $"Migrate to {step.ToVersion}";

    public static string MigrationKey(UpgradeStep step) => MigrationPrefix + step.FromVersion;

    /// <summary>Returns the version that an action migrates from, or null if it is another action.</summary>
    public static string? VersionOf(string? key) =>
        key?.StartsWith(MigrationPrefix, StringComparison.Ordinal) == true ? key.Substring(MigrationPrefix.Length) : null;
}
