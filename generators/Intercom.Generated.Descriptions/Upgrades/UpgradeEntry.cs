using Intercom.Generated.Descriptions.Comparison;

namespace Intercom.Generated.Descriptions.Upgrades;

/// <summary>The effect of a newer version on a symbol of an older one.</summary>
public enum UpgradeKind
{
    /// <summary>The symbol does not exist in the newer version.</summary>
    Removed,

    /// <summary>The symbol has another name or place.</summary>
    Renamed,

    /// <summary>The symbol has another type, or a method has other parameters.</summary>
    Retyped,

    /// <summary>The symbol is the same, but a program that uses it behaves differently.</summary>
    Behavior,
}

/// <summary>The code that a change affects.</summary>
public enum UpgradePlace
{
    /// <summary>Every use of the symbol.</summary>
    Use,

    /// <summary>Code that assigns the property.</summary>
    Set,

    /// <summary>Code that creates an object and does not set the property.</summary>
    New,
}

/// <summary>The effect of a newer version on a symbol, and the way to adapt a program.</summary>
/// <param name="Kind">The effect.</param>
/// <param name="Place">The code that is affected.</param>
/// <param name="Symbol">
/// The C# name in the older version, without the namespace: a type (<c>TagBasic</c>) or a member (<c>TagsClient.CreateAsync</c>). In
/// parentheses, the name of a parameter that only the affected overload has, or the type that no longer converts to a union.
/// </param>
/// <param name="Fix">The mechanical replacement, or null if there is none.</param>
/// <param name="Message">Sentences that describe the change and what to do.</param>
/// <param name="Changes">The differences that the entry is for. Search fields have none, because they are not part of the models.</param>
public sealed record UpgradeEntry(
    UpgradeKind Kind, UpgradePlace Place, string Symbol, UpgradeFix? Fix, string Message, IReadOnlyList<ApiChange> Changes);

/// <summary>A mechanical replacement.</summary>
/// <param name="Verb">The kind of replacement.</param>
/// <param name="Arguments">The details, whose meaning depends on the kind.</param>
public sealed record UpgradeFix(UpgradeVerb Verb, EquatableArray<string> Arguments)
{
    /// <summary>Creates a replacement.</summary>
    public static UpgradeFix Of(UpgradeVerb verb, params string[] arguments) => new(verb, arguments.ToEquatableArray());
}

/// <summary>The kinds of mechanical replacements.</summary>
public enum UpgradeVerb
{
    /// <summary>Use another name. Argument: the name.</summary>
    Rename,

    /// <summary>Create the value of an open enum from its text. Argument: the text.</summary>
    Value,

    /// <summary>Set a property when the object is created. Arguments: the property and the C# expression.</summary>
    Initialize,

    /// <summary>
    /// Use the additional properties, so that the JSON stays the same. Arguments: the name in JSON, and string, id (text that is a number
    /// in JSON), bool, long, double, or the name of an open enum.
    /// </summary>
    Additional,

    /// <summary>Use the query of the request options, so that the URL stays the same. Argument: the name in the URL.</summary>
    Query,

    /// <summary>
    /// Use the members of the object directly. Arguments: the class of the object, then its members, each followed by the name in the
    /// owner.
    /// </summary>
    Flatten,

    /// <summary>Read or set a property of the new type. Arguments: the new class and its property.</summary>
    Member,

    /// <summary>Read a case of the new union. Arguments: the union and the type of the case.</summary>
    Case,

    /// <summary>Declare variables with the new type. Arguments: the old and the new type.</summary>
    Declare,

    /// <summary>
    /// Call another method. Arguments: the client, the method, <c>one</c> if the result is the first item of the list, otherwise an empty
    /// string, the class of the optional query parameters or an empty string, then each required argument as <c>new=old</c>, and each
    /// optional query parameter as <c>.Property=old</c>.
    /// </summary>
    Call,
}
