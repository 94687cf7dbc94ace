using Microsoft.CodeAnalysis;

namespace Intercom.Generated.Upgrade;

/// <summary>The diagnostics about the next version of the API.</summary>
internal static class UpgradeDiagnostics
{
    /// <summary>The property of a diagnostic that has the version that the code uses.</summary>
    public const string FromVersion = nameof(FromVersion);

    // One line of an .editorconfig file sets the severity of a category. The mark of the version has its own, because it is on every file.
    private const string Category = "IntercomUpgrade";
    private const string HelpLink = "https://github.com/intercom-generated/intercom-generated/blob/main/docs/upgrading.md";

    public static readonly DiagnosticDescriptor Version = new(
        "INTERCOM2100",
        "The code uses a version of the API that has a next version",
        "The code uses {0} of the Intercom API. The next version is {1}.",
        "IntercomVersion",
        DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink);

    public static readonly DiagnosticDescriptor Removed = Create("INTERCOM2101", "The next version removes an API");
    public static readonly DiagnosticDescriptor Renamed = Create("INTERCOM2102", "The next version renames or moves an API");
    public static readonly DiagnosticDescriptor Retyped = Create("INTERCOM2103", "The next version changes the type of an API");
    public static readonly DiagnosticDescriptor Behavior = Create("INTERCOM2104", "The next version behaves differently");

    /// <summary>Returns the diagnostic for the effect of a change.</summary>
    public static DiagnosticDescriptor Of(UpgradeKind kind) => kind switch
    {
        UpgradeKind.Removed => Removed,
        UpgradeKind.Renamed => Renamed,
        UpgradeKind.Retyped => Retyped,
        _ => Behavior,
    };

    // Info is a suggestion in editors, and nothing in a build.
    private static DiagnosticDescriptor Create(string id, string title) =>
        new(id, title, "{0}", Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLink);
}
