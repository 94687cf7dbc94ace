namespace Intercom.Generated;

/// <summary>The kinds of generated types.</summary>
public enum CatalogTypeKind
{
    /// <summary>A model, used in request and response bodies.</summary>
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
        string name,
        CatalogTypeKind kind,
        IReadOnlyList<CatalogMember> members,
        IReadOnlyList<ApiVersion> versions,
        IReadOnlyList<CatalogDifference> differences)
        : base(versions, differences)
    {
        Name = name;
        Kind = kind;
        Members = members;
        Forms = [this];
    }

    private CatalogType(IReadOnlyList<CatalogType> forms)
        : this(forms[0].Name, forms[0].Kind, MembersOf(forms), VersionsOf(forms), forms[0].Differences)
    {
        Forms = forms;
    }

    /// <summary>The C# name, such as <c>Contact</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// The type as each kind that it has in some version, newest first. Only the type itself if its kind is the same in all versions.
    /// </summary>
    public IReadOnlyList<CatalogType> Forms { get; }

    /// <summary>The kind of type. If it differs between versions, the kind in the newest version.</summary>
    public CatalogTypeKind Kind { get; }

    /// <summary>The properties, known values, or cases, from every version that has the type.</summary>
    public IReadOnlyList<CatalogMember> Members { get; }

    /// <summary>Finds a member by its C# name (<c>CreatedAt</c>) or, if there is none, by its JSON name (<c>created_at</c>).</summary>
    /// <returns>The member, or null if no known version has it.</returns>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public CatalogMember? FindMember(string name)
    {
        if (name is null)
            throw new ArgumentNullException(nameof(name));
        return Members.FirstOrDefault(member => member.Name == name) ?? Members.FirstOrDefault(member => member.WireName == name);
    }

    /// <summary>Returns the type's name.</summary>
    public override string ToString() => Name;

    /// <summary>Combines the entries with the same name, one for each kind, into one type.</summary>
    internal static CatalogType? Of(IReadOnlyList<CatalogType> entries) => entries.Count switch
    {
        0 => null,
        1 => entries[0],
        _ => new CatalogType([.. entries.OrderByDescending(entry => entry.Versions[entry.Versions.Count - 1])]),
    };

    private static IReadOnlyList<CatalogMember> MembersOf(IReadOnlyList<CatalogType> forms) =>
    [
        .. forms.SelectMany(form => form.Members).GroupBy(member => member.Name).Select(member => member.Count() == 1
            ? member.First()
            : new CatalogMember(
                member.Key,
                member.Select(form => form.WireName).FirstOrDefault(name => name is not null),
                VersionsOf(member),
                member.First().Differences)),
    ];

    private static IReadOnlyList<ApiVersion> VersionsOf(IEnumerable<CatalogEntry> entries) =>
        [.. entries.SelectMany(entry => entry.Versions).Distinct().OrderBy(version => version)];
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

    /// <summary>The C# name, such as <c>CreatedAt</c>.</summary>
    public string Name { get; }

    /// <summary>The name in JSON or in the query, or the text of a known value. Null for a case of a union.</summary>
    public string? WireName { get; }

    /// <summary>Returns the member's name.</summary>
    public override string ToString() => Name;
}
