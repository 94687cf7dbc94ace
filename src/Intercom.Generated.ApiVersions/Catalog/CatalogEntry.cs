namespace Intercom.Generated;

/// <summary>An operation, type, or member of the API, and the known versions that have it.</summary>
public abstract class CatalogEntry
{
    private protected CatalogEntry(IReadOnlyList<ApiVersion> versions, IReadOnlyList<CatalogDifference> differences)
    {
        Versions = versions;
        Differences = differences;
    }

    /// <summary>The known versions that have this entry, oldest first. Never empty.</summary>
    public IReadOnlyList<ApiVersion> Versions { get; }

    /// <summary>The oldest known version that has this entry. Versions older than the oldest known version may also have it.</summary>
    public ApiVersion Since => Versions[0];

    /// <summary>
    /// The newest version that has this entry, or null if Preview, the newest known version, has it. Versions between <see cref="Since"/>
    /// and this one do not all have to have the entry: see <see cref="IsIn"/>.
    /// </summary>
    public ApiVersion? Until =>
        Versions[Versions.Count - 1] is var last && last == ApiCatalog.Versions[ApiCatalog.Versions.Count - 1] ? null : last;

    /// <summary>The differences between versions, oldest first. Empty if the entry is the same in every version that has it.</summary>
    public IReadOnlyList<CatalogDifference> Differences { get; }

    /// <summary>Whether a version has this entry. False for versions that the catalog does not know.</summary>
    public bool IsIn(ApiVersion version) => Versions.Contains(version);
}
