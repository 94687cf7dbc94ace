using System.Collections.Immutable;

namespace Intercom.Generated.Upgrade;

/// <summary>The effect of the next version on a symbol.</summary>
internal enum UpgradeKind
{
    Removed,
    Renamed,
    Retyped,
    Behavior,
}

/// <summary>The code that a change affects: uses of a symbol, assignments of a property, or objects that do not set a property.</summary>
internal enum UpgradePlace
{
    Use,
    Set,
    New,
}

/// <summary>A change in the next version.</summary>
/// <param name="Kind">The effect.</param>
/// <param name="Place">The code that is affected.</param>
/// <param name="Type">The type, such as <c>TagsClient</c>.</param>
/// <param name="Member">The member, or null for the type itself.</param>
/// <param name="Parameter">
/// The name of a parameter that only the affected overload has, or null for all overloads. For a conversion, the type of the operand.
/// </param>
/// <param name="Message">The message.</param>
/// <param name="Verb">The kind of replacement, or null if there is none.</param>
/// <param name="Arguments">The arguments of the replacement.</param>
internal sealed record UpgradeItem(
    UpgradeKind Kind,
    UpgradePlace Place,
    string Type,
    string? Member,
    string? Parameter,
    string Message,
    string? Verb,
    ImmutableArray<string> Arguments)
{
    /// <summary>Reads a line of the data that a version package carries. Returns null if it is not understood.</summary>
    public static UpgradeItem? Parse(string line)
    {
        var values = line.Split('\t');
        if (values.Length < 4
            || !Enum.TryParse<UpgradeKind>(values[0], ignoreCase: true, out var kind)
            || !Enum.TryParse<UpgradePlace>(values[1], ignoreCase: true, out var place))
        {
            return null;
        }

        var symbol = values[2].TrimEnd(')').Split('(');
        var dot = symbol[0].IndexOf('.');
        return new UpgradeItem(
            kind,
            place,
            dot < 0 ? symbol[0] : symbol[0].Substring(0, dot),
            dot < 0 ? null : symbol[0].Substring(dot + 1),
            symbol.Length > 1 ? symbol[1] : null,
            values[3],
            values.Length > 4 ? values[4] : null,
            values.Skip(5).ToImmutableArray());
    }
}
