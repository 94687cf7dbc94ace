using Intercom.Generated.Descriptions;

namespace Intercom.Generated.Analyzers.Attributes;

/// <summary>A class with [IntercomAttributes], as far as its generated code depends on it.</summary>
/// <param name="Namespace">The namespace as it is written in C#, or empty.</param>
/// <param name="ContainingTypes">The declarations of the types that contain the class, from the outside.</param>
/// <param name="Name">The name as it is written in C#.</param>
/// <param name="FileName">The name of the generated file without its extension.</param>
/// <param name="FullNameHash">A number that distinguishes the class from others with the same file name.</param>
/// <param name="HasNullableReferences">Whether the language version has nullable reference types.</param>
/// <param name="Properties">The attributes.</param>
internal sealed record AttributeClass(
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Name,
    string FileName,
    uint FullNameHash,
    bool HasNullableReferences,
    EquatableArray<AttributeProperty> Properties);

/// <summary>A property that holds an attribute.</summary>
/// <param name="Name">The name as it is written in C#.</param>
/// <param name="AttributeName">The name of the attribute.</param>
/// <param name="Kind">The type of the property.</param>
/// <param name="EnumType">The full name of the enum, or null if the property has another type.</param>
/// <param name="EnumMembers">The members of the enum.</param>
internal sealed record AttributeProperty(
    string Name, string AttributeName, AttributeKind Kind, string? EnumType, EquatableArray<AttributeEnumMember> EnumMembers)
{
    /// <summary>The name without the @ of a keyword.</summary>
    public string PlainName => Name.TrimStart('@');
}

/// <summary>A member of an enum.</summary>
/// <param name="Name">The name as it is written in C#.</param>
/// <param name="Text">The value of the attribute.</param>
/// <param name="IsAlias">Whether an earlier member has the same value.</param>
internal sealed record AttributeEnumMember(string Name, string Text, bool IsAlias);

/// <summary>The types that properties can have.</summary>
internal enum AttributeKind
{
    Text,
    Int32,
    Int64,
    Double,
    Decimal,
    Boolean,
    DateTime,
    DateTimeOffset,
    Date,
    Enum,
    TextArray,
    TextList,
    ReadOnlyTextList,
    References,
}
