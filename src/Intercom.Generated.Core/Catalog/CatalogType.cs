namespace Intercom.Generated;

/// <summary>The kinds of generated types.</summary>
public enum CatalogTypeKind
{
    /// <summary>A model: what requests and answers are made of.</summary>
    Model,

    /// <summary>The optional query parameters of an operation.</summary>
    Options,

    /// <summary>A union.</summary>
    Union,

    /// <summary>An open enum.</summary>
    OpenEnum,
}

/// <summary>A generated type.</summary>
public sealed class CatalogType : CatalogEntry
{
    internal CatalogType(
        string name, CatalogTypeKind kind, IReadOnlyList<CatalogMember> members, IReadOnlyList<ApiVersion> versions, IReadOnlyList<CatalogDifference> differences)
        : base(versions, differences)
    {
        Name = name;
        Kind = kind;
        Members = members;
    }

    /// <summary>Its name, such as <c>Contact</c>.</summary>
    public string Name { get; }

    /// <summary>What kind of type it is.</summary>
    public CatalogTypeKind Kind { get; }

    /// <summary>Its properties, known values or cases: those of every version that has the type.</summary>
    public IReadOnlyList<CatalogMember> Members { get; }

    /// <summary>Finds a member by its C# name (<c>CreatedAt</c>) or, if none is called so, by its name on the wire (<c>created_at</c>).</summary>
    /// <returns>The member; null when no known version has it.</returns>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public CatalogMember? FindMember(string name)
    {
        if (name is null)
            throw new ArgumentNullException(nameof(name));
        return Members.FirstOrDefault(member => member.Name == name) ?? Members.FirstOrDefault(member => member.WireName == name);
    }

    /// <summary>The type's name.</summary>
    public override string ToString() => Name;
}

/// <summary>A property of a model, an optional query parameter, a known value of an open enum, or a case of a union.</summary>
public sealed class CatalogMember : CatalogEntry
{
    internal CatalogMember(string name, string? wireName, IReadOnlyList<ApiVersion> versions, IReadOnlyList<CatalogDifference> differences)
        : base(versions, differences)
    {
        Name = name;
        WireName = wireName;
    }

    /// <summary>Its C# name, such as <c>CreatedAt</c>.</summary>
    public string Name { get; }

    /// <summary>Its name in JSON or in the query, or the text of a known value; null for a case of a union, which has none.</summary>
    public string? WireName { get; }

    /// <summary>The member's name.</summary>
    public override string ToString() => Name;
}
