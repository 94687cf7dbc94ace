using Microsoft.CodeAnalysis;

namespace Intercom.Generated.Analyzers.Attributes;

/// <summary>The problems of classes with [IntercomAttributes].</summary>
internal static class AttributeDiagnostics
{
    private const string Help = "https://github.com/intercom-generated/intercom-generated/blob/main/docs/diagnostics.md";

    public static readonly DiagnosticDescriptor UnsupportedClass = new(
        "INTERCOM2201",
        "Typed custom attributes need another kind of class",
        "No members are generated for {0}. {1}.",
        "IntercomUsage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help);

    public static readonly DiagnosticDescriptor UnsupportedType = new(
        "INTERCOM2202",
        "A custom attribute cannot have this type",
        "{0} is a {1}, which a custom attribute cannot hold. Use string, int, long, double, decimal, bool, DateTime, DateTimeOffset, "
            + "DateOnly, an enum without [Flags], string[], List<string>, IReadOnlyList<string>, or CustomObjectReferences, or add "
            + "[IntercomAttribute(Ignore = true)].",
        "IntercomUsage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help);

    public static readonly DiagnosticDescriptor UnsupportedProperty = new(
        "INTERCOM2203",
        "A custom attribute needs a property that can be read and assigned",
        "{0} {1}. Make it a public property with get and set, or add [IntercomAttribute(Ignore = true)].",
        "IntercomUsage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help);

    public static readonly DiagnosticDescriptor NotNullable = new(
        "INTERCOM2204",
        "A custom attribute can be missing",
        "{0} cannot be null, so an attribute that is missing would be sent as a value. Declare it as {1}?.",
        "IntercomUsage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help);

    public static readonly DiagnosticDescriptor InvalidName = new(
        "INTERCOM2205",
        "Not the name of a custom attribute",
        "Intercom has no attribute with the name of {0}: the name {1}. Correct it with [IntercomAttribute(\"name\")].",
        "IntercomUsage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help);

    public static readonly DiagnosticDescriptor DuplicateName = new(
        "INTERCOM2206",
        "Two members have the same name in Intercom",
        "{0} and {1} both have the name '{2}' in Intercom. Rename one of them with [IntercomAttribute(\"name\")].",
        "IntercomUsage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help);

    public static readonly DiagnosticDescriptor MemberConflict = new(
        "INTERCOM2207",
        "A member has the name of a generated member",
        "{0} has a member named {1}, which is the name of a generated member. Rename it.",
        "IntercomUsage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Help);

    private static readonly Dictionary<string, DiagnosticDescriptor> ById =
        new[] { UnsupportedClass, UnsupportedType, UnsupportedProperty, NotNullable, InvalidName, DuplicateName, MemberConflict }
            .ToDictionary(descriptor => descriptor.Id, StringComparer.Ordinal);

    public static DiagnosticDescriptor Of(string id) => ById[id];
}
