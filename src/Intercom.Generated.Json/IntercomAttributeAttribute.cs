namespace Intercom.Generated;

/// <summary>
/// Sets the name of the custom attribute that a property of an <see cref="IntercomAttributesAttribute"/> class holds, or the text of an
/// enum member. Without it, the name is the C# name in snake case: <c>TrialEndsAt</c> is <c>trial_ends_at</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field, Inherited = false)]
public sealed class IntercomAttributeAttribute : Attribute
{
    /// <summary>Keeps the name that the C# name implies.</summary>
    public IntercomAttributeAttribute()
    {
    }

    /// <summary>Sets the name.</summary>
    /// <param name="name">
    /// The name of the attribute, of at most 190 characters without <c>.</c> and <c>$</c>, or the text of the enum member.
    /// </param>
    public IntercomAttributeAttribute(string name) => Name = name;

    /// <summary>The name, or null if the C# name implies it.</summary>
    public string? Name { get; }

    /// <summary>Whether the property is not an attribute, so that it is neither read nor written. The default is false.</summary>
    public bool Ignore { get; set; }
}
