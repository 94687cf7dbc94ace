namespace Intercom.Generated.Runtime;

/// <summary>Says by what a case of a union is known. Generated unions carry one for each case.</summary>
/// <param name="type">The type of the case.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class UnionCaseAttribute(Type type) : Attribute
{
    /// <summary>The type of the case.</summary>
    public Type Type { get; } = type;

    /// <summary>The property values that mark an object of this case, as <c>property=value</c>. Empty when none does.</summary>
    public string[] Discriminators { get; set; } = [];

    /// <summary>The properties that an object of this case can have, separated by blanks, those of inner objects dotted.</summary>
    public string Properties { get; set; } = string.Empty;
}
